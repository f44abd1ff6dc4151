//! What comes to a person by itself, and how they want it: a part of the session.

use jiff::{SignedDuration, Timestamp, civil::Time};
use serde::{Deserialize, Serialize};

use crate::schedule::{
    Plan, QuietHours, Snooze, When, Zone, next_due, next_due_after_pause, rescheduled,
};

use super::reminder::{About, Reminder};

/// The hour of follow-ups, as long as the person chose none.
const HOUR: Time = Time::constant(10, 0, 0, 0);
/// Own reminders that one person may have at a time: what is more was not set by hand.
pub(super) const MOST: usize = 50;
/// What is put off "an hour" is at most so far ahead.
const HOUR_AHEAD: SignedDuration = SignedDuration::from_hours(1);
/// How long one that came once stays, to be put off or ticked off.
const KEPT: SignedDuration = SignedDuration::from_hours(7 * 24);

/// Everything that comes by itself.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Agenda {
    /// Where the person's clock stands, as soon as they told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zone: Option<Zone>,
    /// When they want to hear nothing.
    pub quiet: QuietHours,
    /// At what time they want to be asked how it is.
    pub hour: Time,
    /// Whether reminders come without a sound.
    pub silent: bool,
    /// Whether the person can be reached, and wants to be.
    pub reach: Reach,
    /// Everything is paused until then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paused_until: Option<Timestamp>,
    /// When nudges came in the last days, one that was put off when it came again: there are only so
    /// many a day.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub nudged: Vec<Timestamp>,
    /// The number given last.
    pub last_id: u32,
    /// The reminders, in the order in which they were set.
    pub reminders: Vec<Reminder>,
}

/// Whether what comes by itself reaches the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reach {
    /// It does.
    #[default]
    Here,
    /// They blocked the bot.
    Away,
    /// They were heard again, and were asked whether it is to go on.
    Back,
}

impl Default for Agenda {
    fn default() -> Self {
        Self {
            zone: None,
            quiet: QuietHours::default(),
            hour: HOUR,
            silent: false,
            reach: Reach::Here,
            paused_until: None,
            nudged: Vec::new(),
            last_id: 0,
            reminders: Vec::new(),
        }
    }
}

impl Agenda {
    /// Where the clock stands that times are read by: universal time, as long as nothing is known.
    pub fn zone(&self) -> Zone {
        self.zone.clone().unwrap_or(Zone::UTC)
    }

    /// The reminder of that number.
    pub fn get(&self, id: u32) -> Option<&Reminder> {
        self.reminders.iter().find(|one| one.id == id)
    }

    pub(super) fn get_mut(&mut self, id: u32) -> Option<&mut Reminder> {
        self.reminders.iter_mut().find(|one| one.id == id)
    }

    /// When the next of all comes.
    pub fn next(&self) -> Option<Timestamp> {
        if self.reach != Reach::Here {
            return None;
        }
        let comes = |one| self.comes(one);
        self.reminders.iter().filter_map(comes).min()
    }

    /// When it comes: as it was meant, not before the end of the quiet hours in which it is held.
    pub(super) fn comes(&self, one: &Reminder) -> Option<Timestamp> {
        let meant = self.meant_for(one)?;
        Some(one.held.map_or(meant, |held| meant.max(held)))
    }

    /// When it is meant to come: what was put off not before the end of a pause.
    pub(super) fn meant_for(&self, one: &Reminder) -> Option<Timestamp> {
        let next = one.next?;
        let paused = self.paused_until.filter(|_| one.put_off);
        Some(paused.map_or(next, |until| next.max(until)))
    }

    /// When it comes by its plan, after `now`.
    pub(super) fn planned(&self, plan: &Plan, now: Timestamp) -> Option<Timestamp> {
        let zone = self.zone();
        match self.paused_until.filter(|until| *until > now) {
            Some(until) => next_due_after_pause(plan, &zone, self.quiet, now, until),
            None => next_due(plan, &zone, self.quiet, now),
        }
    }

    /// Sets one more and gives its number; none where there are too many already, or where it would
    /// never come.
    pub(super) fn add(&mut self, about: About, plan: Plan, now: Timestamp) -> Option<u32> {
        self.tidy(now);
        if self.reminders.len() >= MOST {
            return None;
        }
        let next = self.planned(&plan, now)?;
        self.be_here();
        self.last_id = self.last_id.wrapping_add(1);
        self.reminders.push(Reminder {
            id: self.last_id,
            about,
            plan,
            next: Some(next),
            put_off: false,
            paused: false,
            left_off: false,
            held: None,
            set_at: now,
            came_at: None,
        });
        Some(self.last_id)
    }

    /// Gives one another plan. False where it would never come, or there is none of that number.
    pub(super) fn replan(&mut self, id: u32, plan: Plan, now: Timestamp) -> bool {
        let Some(next) = self.planned(&plan, now) else {
            return false;
        };
        if self.get(id).is_none() {
            return false;
        }
        self.be_here();
        if let Some(one) = self.get_mut(id) {
            one.plan = plan;
            one.waits(next);
        }
        true
    }

    pub(super) fn remove(&mut self, id: u32) -> Option<Reminder> {
        let at = self.reminders.iter().position(|one| one.id == id)?;
        Some(self.reminders.remove(at))
    }

    /// Takes away those that the test names.
    pub(super) fn remove_if(&mut self, goes: impl Fn(&About) -> bool) {
        self.reminders.retain(|one| !goes(&one.about));
    }

    /// Puts one off. None where that choice isn't one, or there is none of that number.
    pub(super) fn snooze(&mut self, id: u32, how: Snooze, now: Timestamp) -> Option<Timestamp> {
        let (zone, quiet) = (self.zone(), self.quiet);
        let to = how.target(&zone, quiet, now, self.get(id)?.plan.time())?;
        self.be_here();
        let one = self.get(id)?;
        // One that comes again anyway is not put off beyond that, but may be to another time than before.
        let next = if one.put_off {
            self.planned(&one.plan, now)
        } else {
            one.next
        };
        let one = self.get_mut(id)?;
        let sooner = next.filter(|next| one.plan.recurs() && *next < to);
        one.waits(sooner.unwrap_or(to));
        one.put_off = sooner.is_none();
        self.comes(self.get(id)?)
    }

    /// It is done: where it was put off, that comes no more.
    pub(super) fn done(&mut self, id: u32, now: Timestamp) {
        let Some(one) = self.get(id).filter(|one| one.put_off) else {
            return;
        };
        let again = one.plan.recurs().then(|| self.planned(&one.plan, now));
        if let Some(one) = self.get_mut(id) {
            one.rests();
            one.next = again.flatten();
        }
    }

    pub(super) fn pause(&mut self, id: u32) -> bool {
        let Some(one) = self.get_mut(id) else {
            return false;
        };
        one.rests();
        one.paused = true;
        true
    }

    /// Turns one that is off on again. What was to come once and is past comes tomorrow at its time.
    pub(super) fn resume(&mut self, id: u32, now: Timestamp) -> Option<Timestamp> {
        let one = self.get(id)?;
        let (zone, quiet) = (self.zone(), self.quiet);
        let planned = self.planned(&one.plan, now);
        let tomorrow = Snooze::Tomorrow.target(&zone, quiet, now, one.plan.time());
        let next = planned.or(tomorrow)?;
        self.be_here();
        let one = self.get_mut(id)?;
        one.waits(next);
        one.put_off = planned.is_none();
        self.comes(self.get(id)?)
    }

    /// Pauses everything until then; a time that is past ends a pause.
    pub(super) fn pause_all(&mut self, until: Timestamp, now: Timestamp) {
        self.paused_until = (until > now).then_some(until);
        self.work_out_anew(now);
    }

    /// The person's clock was changed: what waits comes at the same time of the new one. What is an
    /// hour ahead at most was put off by that hour: it stays.
    pub(super) fn set_zone(&mut self, zone: Zone, now: Timestamp) {
        let before = self.zone();
        let soon = now.saturating_add(HOUR_AHEAD).unwrap_or(now);
        for one in self.reminders.iter_mut().filter(|one| one.put_off) {
            if let Some(next) = one.next.filter(|next| *next > soon) {
                let there = zone.instant(before.local(next));
                one.next = Some(there.unwrap_or(next).max(now));
            }
        }
        self.zone = Some(zone);
        self.work_out_anew(now);
    }

    /// The clock or the quiet hours were changed: times are worked out anew.
    pub(super) fn work_out_anew(&mut self, now: Timestamp) {
        let (zone, quiet) = (self.zone(), self.quiet);
        let paused = self.paused_until.filter(|until| *until > now);
        for one in self.reminders.iter_mut().filter(|one| one.next.is_some()) {
            if one.held.is_some() {
                one.held = Some(quiet.shift(&zone, now));
            } else if !one.put_off {
                one.next = match paused {
                    Some(until) => next_due_after_pause(&one.plan, &zone, quiet, now, until)
                        .or_else(|| (!one.plan.recurs()).then_some(until)),
                    None => rescheduled(&one.plan, &zone, quiet, now),
                };
            }
        }
    }

    /// What is late is not said in the middle of the night: it waits for the end of the quiet hours.
    /// Where it was due in quiet hours itself the person wanted it so.
    pub(super) fn hold_late(&mut self, now: Timestamp) {
        let (zone, quiet) = (self.zone(), self.quiet);
        let holds = |at| quiet.hold(zone.local(at).time());
        if !holds(now) {
            return;
        }
        let is_late = |one: &Reminder| {
            let due = self.meant_for(one);
            one.plan.keeps_quiet && due.is_some_and(|due| due <= now && !holds(due))
        };
        let late: Vec<_> = self.reminders.iter().map(is_late).collect();
        let until = quiet.shift(&zone, now);
        for (one, _) in self
            .reminders
            .iter_mut()
            .zip(late)
            .filter(|(_, late)| *late)
        {
            one.held = Some(until);
        }
    }

    /// Follow-ups come at another time of day from now on, those that wait too.
    pub(super) fn ask_at(&mut self, hour: Time, now: Timestamp) {
        self.hour = hour;
        for one in &mut self.reminders {
            if let (About::FollowUp { .. }, When::Once { at }) = (&one.about, &mut one.plan.when) {
                *at = at.date().to_datetime(hour);
            }
        }
        self.work_out_anew(now);
    }

    /// The person is back: what comes again goes on from now, what was to come once meanwhile
    /// comes tomorrow at its time, so that nothing floods and nothing is lost. What came again until a
    /// day that is past is over.
    pub(super) fn come_back(&mut self, now: Timestamp) {
        self.reach = Reach::Here;
        let past = |one: &Reminder| one.left_off || one.next.is_some_and(|next| next <= now);
        let past: Vec<_> = self
            .reminders
            .iter()
            .filter(|one| past(one))
            .map(|one| one.id)
            .collect();
        for id in past {
            let ended =
                |one: &Reminder| one.plan.recurs() && self.planned(&one.plan, now).is_none();
            if self.get(id).is_some_and(ended) {
                self.get_mut(id).into_iter().for_each(Reminder::rests);
            } else {
                self.resume(id, now);
            }
        }
    }

    /// What is set from now on comes. What was set before the person blocked the bot stays off, as
    /// long as they don't turn it on.
    pub(super) fn be_here(&mut self) {
        if self.reach == Reach::Here {
            return;
        }
        self.reach = Reach::Here;
        for one in self.reminders.iter_mut().filter(|one| one.next.is_some()) {
            one.rests();
            one.left_off = true;
        }
    }

    /// Whether anything is off because the person had blocked the bot.
    pub(super) fn is_left_off(&self) -> bool {
        self.reach != Reach::Here || self.reminders.iter().any(|one| one.left_off)
    }

    /// Takes away what came once and is over.
    pub(super) fn tidy(&mut self, now: Timestamp) {
        self.reminders.retain(|one| {
            let over =
                one.next.is_none() && !one.is_off() && !matches!(one.about, About::FollowUp { .. });
            let came = one.came_at.unwrap_or(one.set_at);
            !(over && now.duration_since(came) > KEPT)
        });
    }
}
