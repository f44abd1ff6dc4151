//! What comes to a person by itself, and how they want it: a part of the session.

use jiff::{SignedDuration, Timestamp, civil::Time};
use serde::{Deserialize, Serialize};

use crate::{
    model::PieceId,
    schedule::{Plan, QuietHours, Snooze, When, Zone, next_due, next_due_after_pause, rescheduled},
    triage::Followed,
};

/// The hour of follow-ups, as long as the person chose none.
const HOUR: Time = Time::constant(10, 0, 0, 0);
/// Own reminders that one person may have at a time: what is more was not set by hand.
pub(super) const MOST: usize = 50;
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
    /// When nudges came, the last day on which one did: there are only so many a day.
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

/// One reminder.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reminder {
    /// Its number, never given twice to one person.
    pub id: u32,
    /// What it is about.
    pub about: About,
    /// When it is planned.
    pub plan: Plan,
    /// When it comes next; none: not by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<Timestamp>,
    /// Whether the person put it off: `next` is the time they chose, whatever the plan says.
    #[serde(default)]
    pub put_off: bool,
    /// Whether the person paused it.
    #[serde(default)]
    pub paused: bool,
    /// When it was set.
    pub set_at: Timestamp,
    /// When it came last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub came_at: Option<Timestamp>,
}

/// What a reminder is about.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum About {
    /// "How is the twitch now?"
    FollowUp {
        /// How often it was asked without an answer.
        asked: u8,
        /// What is followed up.
        of: Box<Followed>,
    },
    /// A small daily nudge.
    Habit {
        /// Which one.
        habit: PieceId,
        /// Whether it has helped.
        #[serde(default)]
        helped: Helped,
    },
    /// What the person wants to be reminded of, in their own words.
    Own {
        /// The words; may be empty.
        words: String,
    },
}

/// Whether a nudge was asked about, a week after it was set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Helped {
    /// Not yet.
    #[default]
    NotAsked,
    /// Together with the nudge that came then.
    Asked(Timestamp),
    /// It was, and the person told.
    Told,
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
        self.reminders.iter().filter_map(|one| one.next).min()
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
        self.last_id = self.last_id.wrapping_add(1);
        self.reminders.push(Reminder {
            id: self.last_id,
            about,
            plan,
            next: Some(next),
            put_off: false,
            paused: false,
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
        let Some(one) = self.get_mut(id) else {
            return false;
        };
        one.plan = plan;
        one.next = Some(next);
        one.put_off = false;
        one.paused = false;
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
        let one = self.get_mut(id)?;
        let to = how.target(&zone, quiet, now, one.plan.time())?;
        // One that comes again anyway is not put off beyond that.
        let sooner = one.next.filter(|next| one.plan.recurs() && *next < to);
        one.put_off = sooner.is_none();
        one.next = Some(sooner.unwrap_or(to));
        one.paused = false;
        one.next
    }

    pub(super) fn pause(&mut self, id: u32) -> bool {
        let Some(one) = self.get_mut(id) else {
            return false;
        };
        one.paused = true;
        one.next = None;
        true
    }

    /// Turns a paused one on again. What was to come once and is past comes tomorrow at its time.
    pub(super) fn resume(&mut self, id: u32, now: Timestamp) -> Option<Timestamp> {
        let one = self.get(id)?;
        let (zone, quiet) = (self.zone(), self.quiet);
        let usual = one.plan.time();
        let next = self
            .planned(&one.plan, now)
            .or_else(|| Snooze::Tomorrow.target(&zone, quiet, now, usual));
        let one = self.get_mut(id)?;
        one.paused = false;
        one.put_off = !one.plan.recurs();
        one.next = next;
        next
    }

    /// Pauses everything until then; a time that is past ends a pause.
    pub(super) fn pause_all(&mut self, until: Timestamp, now: Timestamp) {
        self.paused_until = (until > now).then_some(until);
        self.work_out_anew(now);
    }

    /// The clock or the quiet hours were changed: times are worked out anew.
    pub(super) fn work_out_anew(&mut self, now: Timestamp) {
        let (zone, quiet) = (self.zone(), self.quiet);
        let paused = self.paused_until.filter(|until| *until > now);
        let waits = |one: &&mut Reminder| one.next.is_some() && !one.put_off;
        for one in self.reminders.iter_mut().filter(waits) {
            one.next = match paused {
                Some(until) => next_due_after_pause(&one.plan, &zone, quiet, now, until)
                    .or_else(|| (!one.plan.recurs()).then_some(until)),
                None => rescheduled(&one.plan, &zone, quiet, now),
            };
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
    /// comes tomorrow at its time, so that nothing floods and nothing is lost.
    pub(super) fn come_back(&mut self, now: Timestamp) {
        self.reach = Reach::Here;
        let past = |one: &Reminder| one.next.is_some_and(|next| next <= now);
        let past: Vec<_> = self
            .reminders
            .iter()
            .filter(|one| past(one))
            .map(|one| one.id)
            .collect();
        for id in past {
            self.resume(id, now);
        }
    }

    /// Takes away what came once and is over.
    pub(super) fn tidy(&mut self, now: Timestamp) {
        self.reminders.retain(|one| {
            let over =
                one.next.is_none() && !one.paused && !matches!(one.about, About::FollowUp { .. });
            let came = one.came_at.unwrap_or(one.set_at);
            !(over && now.duration_since(came) > KEPT)
        });
    }
}

impl Reminder {
    /// Whether it is one of the person's own.
    pub const fn is_own(&self) -> bool {
        matches!(self.about, About::Own { .. })
    }
}
