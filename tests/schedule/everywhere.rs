//! `next_due` against the walk, in every zone of the database, 2020 to 2040; also what follows from a
//! change of the zone, a pause, and a snooze.

use std::{num::NonZeroU16, thread};

use jiff::{
    Timestamp,
    civil::{Date, Time, date},
    tz::{TimeZone, TimeZoneDatabase},
};
use twitchwise::schedule::{
    Day, Plan, QuietHours, Snooze, Zone, next_due, next_due_after_pause, pause_end, rescheduled,
};

use super::walk::{Clock, DAY, Kind, Said, calendar};

/// 2020-01-01 and 2041-01-01, in days since 1970.
const FIRST: i64 = 18_262;
const END: i64 = 25_933;

/// A row of numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: i64) -> i64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        i64::try_from((z ^ (z >> 31)) % u64::try_from(most).unwrap()).unwrap()
    }
}

fn day(number: i64) -> Date {
    let (year, month, day) = calendar(number);
    date(
        year.try_into().unwrap(),
        month.try_into().unwrap(),
        day.try_into().unwrap(),
    )
}

fn time(minute: i64) -> Time {
    jiff::civil::time(
        (minute / 60).try_into().unwrap(),
        (minute % 60).try_into().unwrap(),
        0,
        0,
    )
}

fn instant(minute: i64) -> Timestamp {
    Timestamp::from_second(minute * 60).unwrap()
}

/// A plan, with the quiet hours of a person. The walk knows nothing of those where the plan comes in
/// them too.
struct Drawn {
    said: Said,
    plan: Plan,
    hours: QuietHours,
}

/// Any plan, whose days and hours are near `shown`, minutes since 1970 there.
fn any(dice: &mut Dice, shown: i64) -> Drawn {
    let today = shown.div_euclid(DAY);
    let kind = match dice.below(6) {
        0 => Kind::Once(today - 1 + dice.below(3)),
        1 | 2 => Kind::Daily,
        3 => Kind::Weekly((0..7).filter(|_| dice.below(2) == 0).collect()),
        4 => Kind::Every {
            from: today - 20 + dice.below(24),
            days: 1 + dice.below(4),
        },
        _ => Kind::Monthly((calendar(today).2.max(27) + dice.below(5)).min(31)),
    };
    // As often as not within two hours of what the clock shows at the change.
    let minute = if dice.below(2) == 0 {
        shown - 120 + dice.below(240)
    } else {
        dice.below(DAY)
    };
    let last = (dice.below(5) == 0).then(|| today - 1 + dice.below(4));
    let quiet = match dice.below(4) {
        0 => None,
        1 => Some((22 * 60, 8 * 60)),
        2 => Some((dice.below(DAY), dice.below(DAY))),
        // With an end near the change.
        _ => Some((
            dice.below(DAY),
            (shown - 90 + dice.below(180)).rem_euclid(DAY),
        )),
    };
    let mut said = Said {
        kind,
        minute: minute.rem_euclid(DAY),
        last,
        quiet,
    };
    let hours = hours(quiet);
    let mut plan = plan(&said);
    if dice.below(4) == 0 {
        said.quiet = None;
        plan = plan.in_quiet_hours_too();
    }
    Drawn { said, plan, hours }
}

fn hours(quiet: Option<(i64, i64)>) -> QuietHours {
    quiet.map_or(QuietHours::OFF, |(from, to)| QuietHours {
        from: time(from),
        to: time(to),
    })
}

/// The same, as the product has it.
fn plan(said: &Said) -> Plan {
    let at = time(said.minute);
    let mut plan = match &said.kind {
        Kind::Once(on) => Plan::once(day(*on).to_datetime(at)),
        Kind::Daily => Plan::daily(at),
        Kind::Weekly(days) => {
            let name = |day: &i64| Day::WEEK[usize::try_from(*day).unwrap()];
            Plan::weekly(days.iter().map(name), at)
        }
        Kind::Every { from, days } => {
            let days = NonZeroU16::new(u16::try_from(*days).unwrap()).unwrap();
            Plan::every_days(days, day(*from), at)
        }
        Kind::Monthly(of_month) => Plan::monthly((*of_month).try_into().unwrap(), at),
    };
    plan.until = said.last.map(day);
    plan
}

/// Compares both over two days before and after a minute. Returns how many answers that were.
fn compare(zone: &Zone, clock: &Clock, drawn: &Drawn, around: i64) -> usize {
    let Drawn { said, plan, hours } = drawn;
    let quiet = *hours;
    let (from, to) = (around - 2 * DAY, around + 2 * DAY);
    // Three days earlier, for what quiet hours have moved.
    let walked: Vec<_> = said
        .walk(clock, from - 3 * DAY, to)
        .into_iter()
        .filter(|(minute, _)| *minute > from)
        .collect();
    let mut after = instant(from);
    let mut found = Vec::new();
    while let Some(due) = next_due(plan, zone, quiet, after).filter(|due| *due < instant(to)) {
        assert!(due > after, "not after {after}: {due}");
        assert_eq!(
            next_due(plan, zone, quiet, after),
            Some(due),
            "not the same twice"
        );
        // Nothing is between: asked a moment before, the answer is the same.
        let before = due - jiff::SignedDuration::from_nanos(1);
        assert_eq!(next_due(plan, zone, quiet, before), Some(due));
        assert_eq!(due.as_second() % 60, 0);
        found.push(due.as_second() / 60);
        after = due;
    }
    let expected: Vec<_> = walked.iter().map(|(minute, _)| *minute).collect();
    assert_eq!(
        found,
        expected,
        "{zone:?} {said:?} around {}",
        instant(around)
    );
    // Two planned days come at once only where a change of the clock swallows all the time of a
    // day that isn't quiet.
    let awake = said
        .quiet
        .map_or(DAY, |(from, to)| DAY - (to - from).rem_euclid(DAY));
    assert!(
        awake < 180 || walked.iter().all(|(_, days)| *days == 1),
        "two planned days at once: {zone:?} {said:?}"
    );
    found.len()
}

/// The minute at which something is due, none where that is more than a week ahead of another.
fn within_a_week(due: Option<Timestamp>, of: i64) -> Option<i64> {
    let minute = due?.as_second().div_euclid(60);
    (minute < of + 7 * DAY).then_some(minute)
}

/// What follows at a minute near a change of the clock from a move there, a pause and a snooze.
fn what_follows(zone: &Zone, clock: &Clock, drawn: &Drawn, now: i64, dice: &mut Dice) {
    let Drawn { said, plan, hours } = drawn;
    let within = |minute: Option<i64>, of: i64| minute.filter(|minute| *minute < of + 7 * DAY);
    let context = || format!("{zone:?} {said:?} {hours:?} at {}", instant(now));

    let anew = rescheduled(plan, zone, *hours, instant(now));
    let walked = within(said.next_anew(clock, now), now);
    assert_eq!(within_a_week(anew, now), walked, "moved to {}", context());

    let end = now + dice.below(4 * DAY);
    let paused = next_due_after_pause(plan, zone, *hours, instant(now), instant(end));
    let walked = within(said.next_after_pause(clock, now, end), now);
    let found = within_a_week(paused, now);
    assert_eq!(found, walked, "paused until {} {}", instant(end), context());

    // A snooze keeps the quiet hours, also of a plan that doesn't.
    let quiet = Said {
        quiet: Some((minutes(hours.from), minutes(hours.to))),
        ..said.clone()
    };
    let (today, hour) = (clock.shows(now).div_euclid(DAY), now + 60);
    for snooze in Snooze::ALL {
        let found = snooze.target(zone, *hours, instant(now), time(said.minute));
        let walked = match snooze {
            Snooze::OneHour => Some(hour),
            Snooze::ThisEvening => {
                let evening = clock.reaches(today * DAY + 19 * 60, now - 2 * DAY);
                let fits = evening >= hour && !quiet.is_quiet(19 * 60);
                fits.then_some(evening)
            }
            Snooze::Tomorrow => {
                let then = clock.reaches((today + 1) * DAY + said.minute, now - DAY);
                Some(quiet.awake(clock, then))
            }
        };
        let found = found.map(|at| at.as_second() / 60);
        assert_eq!(found, walked, "{snooze:?} {}", context());
    }
    let week = pause_end(zone, instant(now), 7).map(|at| at.as_second() / 60);
    let walked = clock.reaches(clock.shows(now) + 7 * DAY, now + DAY);
    assert_eq!(week, Some(walked), "a week {}", context());
}

fn minutes(time: Time) -> i64 {
    i64::from(time.hour()) * 60 + i64::from(time.minute())
}

/// Every change ± 2 days, and some instants between.
fn check(name: &str) -> (usize, usize) {
    let known: TimeZone = TimeZoneDatabase::bundled().get(name).unwrap();
    let (from, to) = ((FIRST - 30) * DAY, (END + 30) * DAY);
    let clock =
        Clock::new(&known, from, to).unwrap_or_else(|| panic!("{name}: a change within a minute"));
    let zone = Zone::named(name).unwrap();
    let seed = name
        .bytes()
        .fold(7, |seed: u64, byte| seed.wrapping_mul(31) + u64::from(byte));
    let mut dice = Dice(seed);
    let mut around: Vec<_> = clock.changes().collect();
    let changes = around.len();
    around.extend((0..12).map(|_| FIRST * DAY + dice.below((END - FIRST) * DAY)));
    let mut answers = 0;
    for (n, around) in around.into_iter().enumerate() {
        for _ in 0..if n < changes { 2 } else { 1 } {
            let drawn = any(&mut dice, clock.shows(around));
            answers += compare(&zone, &clock, &drawn, around);
        }
        let drawn = any(&mut dice, clock.shows(around));
        let now = around - DAY + dice.below(2 * DAY);
        what_follows(&zone, &clock, &drawn, now, &mut dice);
    }
    (changes, answers)
}

#[test]
fn the_same_as_a_walk_along_the_minutes_in_every_zone() {
    let base = TimeZoneDatabase::bundled();
    let names: Vec<_> = base
        .available()
        .map(|name| name.as_str().to_owned())
        .filter(|name| Zone::named(name).is_ok())
        .collect();
    assert!(names.len() > 590, "{} zones", names.len());
    let (changes, matched) = thread::scope(|scope| {
        let halves: Vec<_> = names
            .chunks(names.len().div_ceil(2))
            .map(|names| scope.spawn(|| names.iter().map(|name| check(name)).collect::<Vec<_>>()))
            .collect();
        let done = halves.into_iter().flat_map(|half| half.join().unwrap());
        done.fold((0, 0), |(changes, answers), (c, a)| {
            (changes + c, answers + a)
        })
    });
    // About half of the zones change their clocks twice a year.
    assert!(changes > 5_000, "{changes} changes");
    assert!(matched > 40_000, "{matched} reminders");
}

#[test]
fn the_walk_knows_its_calendar() {
    assert_eq!(calendar(0), (1970, 1, 1));
    assert_eq!(calendar(FIRST), (2020, 1, 1));
    assert_eq!(calendar(END), (2041, 1, 1));
    assert_eq!(calendar(FIRST + 59), (2020, 2, 29));
    assert_eq!(calendar(FIRST + 366 + 58), (2021, 2, 28));
    assert_eq!(calendar(FIRST + 366 + 59), (2021, 3, 1));
}
