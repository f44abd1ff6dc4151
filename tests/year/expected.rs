//! What a person is to get, by the walk along the minutes: shares no arithmetic with the product.

use std::collections::BTreeSet;

use jiff::{
    Timestamp,
    civil::{Date, Time, date},
    tz::{TimeZone, TimeZoneDatabase},
};
use twitchwise::{
    machine::{About, Agenda, Reminder, Session},
    schedule::{Day, Plan, QuietHours, Zone},
    triage::Followed,
};

use super::{
    bot::random::Random,
    followed::{self, Chain},
    nudges::{self, Habit, Helped},
    walk::{Clock, DAY, Kind, Said, calendar},
};

/// Clocks of every kind: two hemispheres, halves and quarters of an hour, none that changes.
pub(crate) const ZONES: [&str; 18] = [
    "Europe/Vienna",
    "America/New_York",
    "America/Los_Angeles",
    "America/St_Johns",
    "America/Sao_Paulo",
    "Asia/Kolkata",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Pacific/Chatham",
    "Pacific/Apia",
    "Africa/Casablanca",
    "Asia/Tokyo",
    "Asia/Tehran",
    "Australia/Eucla",
    "Australia/Adelaide",
    "Pacific/Auckland",
    "America/Santiago",
    "Antarctica/Troll",
];
/// When follow-ups come, as long as nobody chose another hour, in minutes of the day.
const HOUR: i64 = 10 * 60;
/// The number given last, before they begin to talk.
const LAST_ID: u32 = 9;

/// One reminder, and when it is still to come.
pub(crate) struct Expected {
    pub(crate) id: u32,
    pub(crate) kind: What,
    /// Seconds since 1970, in order.
    pub(crate) due: Vec<i64>,
    pub(crate) said: Said,
    pub(crate) put_off: bool,
    /// Of a nudge, when it was set, when it came last, and whether it was asked if it helps.
    pub(crate) set_at: i64,
    pub(crate) came_at: i64,
    pub(crate) helped: Helped,
    plan: Plan,
    /// Late in quiet hours: it waits for their end, in seconds since 1970.
    held: Option<i64>,
}

impl Expected {
    /// When it comes next.
    pub(crate) fn comes(&self) -> Option<i64> {
        let due = *self.due.first()?;
        Some(self.held.map_or(due, |held| due.max(held)))
    }
}

/// What came, of which reminder, and when it was due.
pub(crate) struct Came {
    pub(crate) id: u32,
    pub(crate) kind: What,
    pub(crate) due: i64,
    /// It is asked whether it helps.
    pub(crate) asks: bool,
}

/// What it is about.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum What {
    /// Words that no other reminder has.
    Own(String),
    /// How often it was asked so far, and what was told.
    FollowUp(u8, Chain),
    /// A small daily nudge.
    Nudge(&'static Habit),
}

/// A person, and everything that is to come to them.
pub(crate) struct Person {
    pub(crate) id: i64,
    pub(crate) gone: bool,
    /// When they come back, in seconds since 1970.
    pub(crate) returns: Option<i64>,
    pub(crate) reminders: Vec<Expected>,
    pub(crate) clock: Clock,
    /// Nudges that came lately: of which reminder, and when.
    pub(crate) nudged: Vec<(u32, i64)>,
    last_id: u32,
    zone: Zone,
    quiet: Option<(i64, i64)>,
    /// Until when everything is paused, in seconds since 1970.
    paused: i64,
}

impl Person {
    /// Someone with reminders of any kind, from a minute on and within a year of it.
    pub(crate) fn any(id: i64, clocks: &[(Zone, Clock)], from: i64, random: &mut Random) -> Self {
        let (zone, clock) = random.one(clocks);
        let quiet = *random.one(&[Some((1320, 480)), Some((1320, 480)), Some((0, 420)), None]);
        let mut person = Self {
            id,
            gone: false,
            returns: None,
            reminders: Vec::new(),
            clock: clock.clone(),
            nudged: Vec::new(),
            last_id: LAST_ID,
            zone: zone.clone(),
            quiet,
            paused: 0,
        };
        for own in 1..=1 + u32::from(random.percent(20)) {
            let (said, plan) = any_plan(clock.shows(from) / DAY, quiet, random);
            let words = format!("errand {id}-{own}.");
            person.expect(own, What::Own(words), (said, plan), from);
        }
        if random.percent(30) {
            let today = clock.shows(from) / DAY;
            let on = today + 1 + random.below(360) as i64;
            person.expect_follow_up(LAST_ID, 0, Chain::new(today), on, from);
        }
        person
    }

    fn expect(&mut self, id: u32, kind: What, (said, plan): (Said, Plan), from: i64) {
        // What comes once is not looked for before its day is near.
        let begin = match said.kind {
            Kind::Once(on) => from.max((on - 4) * DAY),
            Kind::Daily | Kind::Weekly(_) | Kind::Every { .. } | Kind::Monthly(_) => from,
        };
        let due = said.walk(&self.clock, begin, last_minute(&said, from));
        let after = due.iter().map(|(minute, _)| minute * 60);
        let due: Vec<_> = after.filter(|due| *due > from * 60).collect();
        if !due.is_empty() {
            self.reminders.push(Expected {
                id,
                kind,
                due,
                said,
                plan,
                put_off: false,
                set_at: from * 60,
                came_at: 0,
                helped: Helped::NotAsked,
                held: None,
            });
        }
    }

    fn next_id(&mut self) -> u32 {
        self.last_id += 1;
        self.last_id
    }

    /// Asked on that day at the usual hour.
    fn expect_follow_up(&mut self, id: u32, asked: u8, chain: Chain, on: i64, from: i64) {
        let said = once(on, HOUR, self.quiet);
        let plan = Plan::once(day(on).to_datetime(time(HOUR)));
        self.expect(id, What::FollowUp(asked, chain), (said, plan), from);
    }

    /// "How is it now?" was answered: what was asked is over, and the next is in so many days, if any.
    pub(crate) fn answered(&mut self, id: u32, next: Option<(i64, Chain)>, today: i64, now: i64) {
        self.stop(id);
        if let Some((days, chain)) = next {
            let id = self.next_id();
            self.expect_follow_up(id, 0, chain, today + days, now / 60);
        }
    }

    /// They chose a nudge, at its usual time.
    pub(crate) fn chooses(&mut self, habit: &'static Habit, now: i64) {
        let said = Said {
            kind: habit.days(),
            minute: habit.minute,
            last: None,
            quiet: self.quiet,
        };
        let (id, plan) = (self.next_id(), Plan::daily(time(habit.minute)));
        self.expect(id, What::Nudge(habit), (said, plan), now / 60);
    }

    /// When the next comes, in seconds since 1970.
    pub(crate) fn next(&self) -> Option<i64> {
        let here = (!self.gone).then_some(&self.reminders);
        let all = here.into_iter().flatten();
        all.filter_map(Expected::comes).min()
    }

    /// Takes what comes at that time, and puts what follows from it in its place.
    pub(crate) fn come(&mut self, now: i64) -> Vec<Came> {
        let mut coming = Vec::new();
        let (quiet, clock) = (once(0, 0, self.quiet), &self.clock);
        let awake = |at: i64| quiet.awake(clock, at / 60);
        for one in &mut self.reminders {
            if one.comes().is_none_or(|comes| comes > now) {
                continue;
            }
            let due = one.due[0];
            // Not in the middle of the night, unless it was to come then.
            if awake(now) > now / 60 && awake(due) == due / 60 {
                one.held = Some(awake(now) * 60);
                continue;
            }
            one.held = None;
            let past = one.due.iter().filter(|due| **due <= now);
            // Of a nudge that was missed several times only the last may still make sense.
            let due = match one.kind {
                What::Nudge(_) => *past.max().expect("one is due"),
                What::Own(_) | What::FollowUp(..) => due,
            };
            one.due.retain(|due| *due > now);
            coming.push((due, one.id));
        }
        coming.sort_unstable();
        let mut came = Vec::new();
        for (due, id) in coming {
            let one = self.reminders.iter().position(|one| one.id == id);
            let at = one.expect("it is there");
            let makes_sense = nudges::make_sense(self, at, due, now);
            let one = &mut self.reminders[at];
            one.put_off = false;
            if makes_sense {
                one.came_at = now;
                let kind = one.kind.clone();
                let asks = false;
                came.push(Came {
                    id,
                    kind,
                    due,
                    asks,
                });
            }
        }
        nudges::ask(self, &mut came, now);
        self.reminders.retain(|one| !one.due.is_empty());
        for one in &came {
            // Ignored, it comes once more, on the next day.
            if let What::FollowUp(0, chain) = &one.kind {
                let tomorrow = self.clock.shows(now / 60) / DAY + 1;
                self.expect_follow_up(one.id, 1, *chain, tomorrow, now / 60);
            }
        }
        came
    }

    /// Put off to a time: it comes then, what comes again anyway not later than it would have.
    pub(crate) fn put_off(&mut self, id: u32, what: &What, to: i64) {
        match self.reminders.iter_mut().find(|one| one.id == id) {
            Some(one) if one.due[0] < to => {}
            Some(one) => {
                one.due.insert(0, to);
                one.put_off = true;
            }
            None => self.reminders.push(Expected {
                id,
                kind: what.clone(),
                due: vec![to],
                said: once(0, 0, None),
                plan: Plan::daily(Time::midnight()),
                put_off: true,
                set_at: 0,
                came_at: 0,
                helped: Helped::NotAsked,
                held: None,
            }),
        }
    }

    /// Whether a change of the clock, of the quiet hours or a pause now is one by which nothing is due at
    /// once: nothing is put off or paused, and what comes once is some days ahead.
    pub(crate) fn may_change(&self, now: i64) -> bool {
        let far = |one: &Expected| {
            !one.put_off
                && one.held.is_none()
                && (one.plan.recurs() || one.due.iter().all(|due| *due > now + 3 * DAY * 60))
        };
        // The plans are for half hours, and no clock is between quarters of one.
        let ahead = now % 900 < 780;
        let free = !self.gone && self.paused <= now && !self.reminders.is_empty();
        ahead && free && self.reminders.iter().all(far)
    }

    /// Their clock is another one from now on.
    pub(crate) fn moves(&mut self, (zone, clock): &(Zone, Clock), now: i64) {
        (self.zone, self.clock) = (zone.clone(), clock.clone());
        self.anew(now);
    }

    /// They have other quiet hours from now on, in minutes of the day.
    pub(crate) fn quiet(&mut self, hours: (i64, i64), now: i64) {
        self.quiet = Some(hours);
        self.anew(now);
    }

    /// Nothing comes for a week: what comes again is left out, what comes once comes at its end.
    pub(crate) fn pause(&mut self, now: i64) {
        let shown = self.clock.shows(now / 60);
        let end = self.clock.reaches(shown + 7 * DAY, now / 60) * 60 + now % 60;
        self.paused = end;
        for one in &mut self.reminders {
            let said = &one.said;
            if one.plan.recurs() {
                one.due.retain(|due| *due > end);
            } else if one.due[0] <= end {
                let awake = said.awake(&self.clock, end / 60);
                one.due = vec![if awake == end / 60 { end } else { awake * 60 }];
            }
        }
        self.reminders.retain(|one| !one.due.is_empty());
    }

    fn anew(&mut self, now: i64) {
        for one in &mut self.reminders {
            one.said.quiet = self.quiet;
            one.due = dues(&self.clock, &one.said, now);
        }
        self.reminders.retain(|one| !one.due.is_empty());
    }

    /// Whether everything waits by its plan.
    pub(crate) fn waits_as_planned(&self, now: i64) -> bool {
        let planned = |one: &Expected| !one.put_off && one.held.is_none();
        !self.gone && self.paused <= now && self.reminders.iter().all(planned)
    }

    /// Back after they had blocked the bot, everything is turned on again: what comes again goes on,
    /// what was to come once meanwhile comes tomorrow at its time.
    pub(crate) fn turns_on(&mut self, now: i64) {
        let tomorrow = self.clock.shows(now / 60) / DAY + 1;
        for one in &mut self.reminders {
            if matches!(one.said.kind, Kind::Once(_)) {
                if one.due[0] <= now {
                    let said = once(tomorrow, one.said.minute, self.quiet);
                    one.due = dues(&self.clock, &said, now);
                    one.put_off = true;
                }
            } else {
                one.due = dues(&self.clock, &one.said, now);
            }
        }
        self.reminders.retain(|one| !one.due.is_empty());
    }

    /// It is not to come again.
    pub(crate) fn stop(&mut self, id: u32) {
        self.reminders.retain(|one| one.id != id);
    }

    /// What the bot has stored of it.
    pub(crate) fn session(&self, now: Timestamp) -> Session {
        let reminders = self.reminders.iter().map(|one| Reminder {
            id: one.id,
            about: self.about(&one.kind, now),
            plan: one.plan.clone(),
            next: Timestamp::from_second(one.due[0]).ok(),
            put_off: false,
            paused: false,
            left_off: false,
            held: None,
            set_at: now,
            came_at: None,
        });
        let quiet = self.quiet.map(|(from, to)| QuietHours {
            from: time(from),
            to: time(to),
        });
        Session {
            agreed_at: Some(now),
            agenda: Agenda {
                zone: Some(self.zone.clone()),
                quiet: quiet.unwrap_or(QuietHours::OFF),
                last_id: LAST_ID,
                reminders: reminders.collect(),
                ..Agenda::default()
            },
            ..Session::default()
        }
    }

    fn about(&self, what: &What, now: Timestamp) -> About {
        match what {
            What::Own(words) => About::Own {
                words: words.clone(),
            },
            What::FollowUp(asked, _) => About::FollowUp {
                asked: *asked,
                of: Box::new(Followed::new(
                    followed::answers(),
                    self.zone.local(now).date(),
                )),
            },
            What::Nudge(_) => unreachable!("chosen later, by talking"),
        }
    }
}

/// When it comes by its plan from then on.
fn dues(clock: &Clock, said: &Said, now: i64) -> Vec<i64> {
    let from = now / 60 - 4 * DAY;
    let due = said.walk(clock, from, last_minute(said, from));
    let after = due.iter().map(|(minute, _)| minute * 60);
    after.filter(|due| *due > now).collect()
}

/// The clocks of all zones, over a year from that minute and what lies around it.
pub(crate) fn clocks(from: i64) -> Vec<(Zone, Clock)> {
    let (from, to) = (from - 7 * DAY, from + 550 * DAY);
    let clock = |name: &&str| {
        let known: TimeZone = TimeZoneDatabase::bundled().get(name).expect("a zone");
        let clock = Clock::new(&known, from, to).expect("changes at whole minutes");
        (Zone::named(name).expect("a zone"), clock)
    };
    ZONES.iter().map(clock).collect()
}

/// A plan of any kind in the year from a day on, in plain numbers and as the product has it.
fn any_plan(today: i64, quiet: Option<(i64, i64)>, random: &mut Random) -> (Said, Plan) {
    let first = today + 1 + random.below(290) as i64;
    let minute = 30 * random.below(48) as i64;
    let at = time(minute);
    let mut until = first + 7 + random.below(60) as i64;
    let (kind, mut plan) = match random.below(5) {
        0 | 1 => (Kind::Once(first), Plan::once(day(first).to_datetime(at))),
        2 => {
            let days: BTreeSet<i64> = [random.below(7) as i64, random.below(7) as i64].into();
            let names = days.iter().map(|day| Day::WEEK[*day as usize]);
            // They begin at once.
            until = today + 7 + random.below(90) as i64;
            (Kind::Weekly(days.clone()), Plan::weekly(names, at))
        }
        3 => {
            let days = 2 + random.below(5) as u16;
            let each = days.try_into().expect("not none");
            let every = Kind::Every {
                from: first,
                days: i64::from(days),
            };
            (every, Plan::every_days(each, day(first), at))
        }
        _ => {
            let of_month = 28 + random.below(4) as u8;
            (
                Kind::Monthly(i64::from(of_month)),
                Plan::monthly(of_month, at),
            )
        }
    };
    let last = (!matches!(kind, Kind::Once(_))).then_some(until);
    plan.until = last.map(day);
    let said = Said {
        kind,
        minute,
        last,
        quiet,
    };
    (said, plan)
}

const fn once(on: i64, minute: i64, quiet: Option<(i64, i64)>) -> Said {
    Said {
        kind: Kind::Once(on),
        minute,
        last: None,
        quiet,
    }
}

/// Beyond this it can't fall: two days after its last, for zones and quiet hours. A nudge is not looked
/// at further ahead: it is stopped before.
fn last_minute(said: &Said, from: i64) -> i64 {
    let last = match said.kind {
        Kind::Once(on) => on,
        Kind::Daily | Kind::Weekly(_) | Kind::Every { .. } | Kind::Monthly(_) => {
            said.last.unwrap_or(from / DAY + nudges::AHEAD)
        }
    };
    (last + 3) * DAY
}

fn day(number: i64) -> Date {
    let (year, month, of_month) = calendar(number);
    date(year as i16, month as i8, of_month as i8)
}

fn time(minute: i64) -> Time {
    jiff::civil::time((minute / 60) as i8, (minute % 60) as i8, 0, 0)
}
