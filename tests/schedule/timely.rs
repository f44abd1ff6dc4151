//! Late, skipped, put off, paused, merged, not too many.

use jiff::{Timestamp, civil::date};
use twitchwise::schedule::{
    Day, Plan, QuietHours, Snooze, Window, busiest_day, is_late, next_due, nudge_fits, pause_end,
};

use super::{at, shown, time, zone};

fn window(from: &str, to: &str) -> Window {
    Window {
        from: time(from),
        to: time(to),
    }
}

#[test]
fn late_from_a_quarter_of_an_hour_on() {
    let home = zone("UTC");
    let due = at(&home, "2026-06-01 09:00");
    for (now, late) in [
        ("09:00", false),
        ("09:14:59", false),
        ("09:15", true),
        ("08:59", false),
    ] {
        let now = at(&home, &format!("2026-06-01 {now}"));
        assert_eq!(is_late(due, now), late, "{now}");
    }
}

#[test]
fn what_makes_no_sense_any_more() {
    let home = zone("Europe/Berlin");
    let bed = window("20:00", "00:30");
    let water = window("07:00", "21:00");
    let table = [
        // A bedtime nudge: late in the evening yes, at 9 in the morning no, a day later no.
        (bed, "21:30", "2026-06-01 21:30", "2026-06-01 21:31", true),
        (bed, "21:30", "2026-06-01 21:30", "2026-06-02 00:29", true),
        (bed, "21:30", "2026-06-01 21:30", "2026-06-02 00:30", false),
        (bed, "21:30", "2026-06-01 21:30", "2026-06-02 09:00", false),
        (bed, "21:30", "2026-06-01 21:30", "2026-06-02 21:00", false),
        // Moved out of the evening by quiet hours.
        (bed, "23:00", "2026-06-02 08:00", "2026-06-02 08:00", false),
        // Water at night.
        (water, "10:00", "2026-06-01 10:00", "2026-06-01 20:59", true),
        (
            water,
            "10:00",
            "2026-06-01 10:00",
            "2026-06-02 02:00",
            false,
        ),
        // On time, though a few minutes after the window.
        (water, "20:55", "2026-06-01 20:55", "2026-06-01 21:05", true),
        // An hour that the person chose outside it: on time only.
        (water, "05:00", "2026-06-01 05:00", "2026-06-01 05:10", true),
        (
            water,
            "05:00",
            "2026-06-01 05:00",
            "2026-06-01 08:00",
            false,
        ),
        // A follow-up always.
        (
            Window::ALWAYS,
            "09:00",
            "2026-06-01 09:00",
            "2026-06-09 03:00",
            true,
        ),
    ];
    for (window, planned, due, now, expected) in table {
        let (due, now) = (at(&home, due), at(&home, now));
        let plan = Plan::daily(time(planned));
        let sense = window.still_makes_sense(&plan, &home, due, now);
        assert_eq!(
            sense, expected,
            "{window:?} planned {planned}, due {due}, now {now}"
        );
    }
}

#[test]
fn put_off_by_the_clock_on_the_wall() {
    let home = zone("Europe/Berlin");
    let target = |snooze: Snooze, now: &str| {
        let now = at(&home, now);
        let target = snooze.target(&home, QuietHours::default(), now, time("09:00"));
        target.map(|target| shown(&home, target))
    };
    let table = [
        (
            Snooze::OneHour,
            "2026-06-01 09:00",
            Some("Mon 2026-06-01 10:00 +02"),
        ),
        (
            Snooze::OneHour,
            "2026-03-29 01:30",
            Some("Sun 2026-03-29 03:30 +02"),
        ),
        (
            Snooze::OneHour,
            "2026-06-01 21:45",
            Some("Mon 2026-06-01 22:45 +02"),
        ),
        (
            Snooze::ThisEvening,
            "2026-06-01 09:00",
            Some("Mon 2026-06-01 19:00 +02"),
        ),
        (
            Snooze::ThisEvening,
            "2026-06-01 18:00",
            Some("Mon 2026-06-01 19:00 +02"),
        ),
        (Snooze::ThisEvening, "2026-06-01 18:01", None),
        (Snooze::ThisEvening, "2026-06-01 23:00", None),
        // 23 hours on, and 25: the same time of the clock.
        (
            Snooze::Tomorrow,
            "2026-03-28 09:00",
            Some("Sun 2026-03-29 09:00 +02"),
        ),
        (
            Snooze::Tomorrow,
            "2026-10-24 09:00",
            Some("Sun 2026-10-25 09:00 +01"),
        ),
    ];
    for (snooze, now, expected) in table {
        assert_eq!(
            target(snooze, now).as_deref(),
            expected,
            "{snooze:?} at {now}"
        );
    }
    let now = at(&home, "2026-06-01 12:00");
    let late = QuietHours::default();
    let late = Snooze::Tomorrow
        .target(&home, late, now, time("23:00"))
        .unwrap();
    assert_eq!(shown(&home, late), "Wed 2026-06-03 08:00 +02");
    let early = super::quiet("18:00", "08:00");
    assert_eq!(
        Snooze::ThisEvening.target(&home, early, now, time("09:00")),
        None
    );
}

#[test]
fn a_week_is_seven_days_of_the_calendar() {
    let home = zone("Europe/Berlin");
    let end = pause_end(&home, at(&home, "2026-03-25 10:00"), 7).unwrap();
    assert_eq!(shown(&home, end), "Wed 2026-04-01 10:00 +02");
    let end = pause_end(&home, at(&home, "2026-03-22 02:30"), 7).unwrap();
    assert_eq!(shown(&home, end), "Sun 2026-03-29 03:00 +02");
    assert_eq!(pause_end(&home, Timestamp::MAX, 7), None);
}

#[test]
fn at_most_three_nudges_a_day() {
    let home = zone("Pacific/Auckland");
    let sent = ["2026-06-01 08:00", "2026-06-01 12:00", "2026-06-01 16:00"];
    let sent = sent.map(|sent| at(&home, sent));
    assert!(nudge_fits(&home, &sent[..2], at(&home, "2026-06-01 23:59")));
    assert!(!nudge_fits(&home, &sent, at(&home, "2026-06-01 23:59")));
    assert!(nudge_fits(&home, &sent, at(&home, "2026-06-02 00:00")));
    let plans = [
        Plan::daily(time("09:00")),
        Plan::weekly([Day::Sat, Day::Sun], time("10:00")),
        Plan::monthly(31, time("11:00")),
    ];
    // 31 May 2026 is a Sunday.
    assert_eq!(busiest_day(&plans, date(2026, 5, 25), 7), 3);
    assert_eq!(busiest_day(&plans, date(2026, 5, 25), 6), 2);
    assert_eq!(busiest_day(&plans, date(2026, 5, 25), 5), 1);
    assert_eq!(busiest_day(&plans[..0], date(2026, 5, 25), 5), 0);
}

#[test]
fn what_follows_a_snooze_is_the_plan_again() {
    let home = zone("Europe/Berlin");
    let plan = Plan::daily(time("21:30"));
    let now = at(&home, "2026-06-01 21:31");
    let later = Snooze::OneHour
        .target(&home, QuietHours::default(), now, plan.time())
        .unwrap();
    let next = next_due(&plan, &home, QuietHours::default(), later).unwrap();
    assert_eq!(shown(&home, next), "Tue 2026-06-02 21:30 +02");
}
