//! Each edge of the calendar and of the clock by itself.

use jiff::{SignedDuration, civil::date};
use twitchwise::schedule::{Day, Plan, QuietHours, next_due_after_pause, rescheduled};

use super::{OFF, at, next, quiet, shown, time, zone};

#[test]
fn a_time_left_out_comes_at_the_end_of_the_gap() {
    let table = [
        (
            "Europe/Berlin",
            "02:30",
            "2026-03-28 12:00",
            "Sun 2026-03-29 03:00 +02",
        ),
        (
            "America/New_York",
            "02:00",
            "2026-03-07 12:00",
            "Sun 2026-03-08 03:00 -04",
        ),
        // Half an hour.
        (
            "Australia/Lord_Howe",
            "02:15",
            "2026-10-03 12:00",
            "Sun 2026-10-04 02:30 +11",
        ),
        // At midnight: the day begins at one.
        (
            "America/Santiago",
            "00:20",
            "2026-09-05 12:00",
            "Sun 2026-09-06 01:00 -03",
        ),
    ];
    for (name, planned, after, expected) in table {
        let home = zone(name);
        let found = next(&Plan::daily(time(planned)), &home, OFF, after);
        assert_eq!(found[0], expected, "{name}");
        // And the day after at its own time again.
        assert!(found[1].contains(planned), "{name}: {found:?}");
    }
}

#[test]
fn a_time_that_comes_twice_comes_once_the_earlier() {
    let table = [
        (
            "Europe/Berlin",
            "02:30",
            "2026-10-24 12:00",
            "Sun 2026-10-25 02:30 +02",
            "Mon 2026-10-26 02:30 +01",
        ),
        (
            "America/New_York",
            "01:00",
            "2026-10-31 12:00",
            "Sun 2026-11-01 01:00 -04",
            "Mon 2026-11-02 01:00 -05",
        ),
        (
            "Australia/Lord_Howe",
            "01:45",
            "2026-04-04 12:00",
            "Sun 2026-04-05 01:45 +11",
            "Mon 2026-04-06 01:45 +10:30",
        ),
    ];
    for (name, planned, after, first, second) in table {
        let found = next(&Plan::daily(time(planned)), &zone(name), OFF, after);
        assert_eq!(found[..2], [first, second], "{name}");
    }
}

#[test]
fn zones_of_30_and_45_minutes() {
    for (name, offset) in [
        ("Asia/Kolkata", "+05:30"),
        ("Asia/Kathmandu", "+05:45"),
        ("Pacific/Chatham", "+13:45"),
        ("America/St_Johns", "-03:30"),
        ("+08:45", "+08:45"),
        ("-09:30", "-09:30"),
    ] {
        let found = next(
            &Plan::daily(time("09:00")),
            &zone(name),
            OFF,
            "2026-01-10 09:00",
        );
        assert_eq!(found[0], format!("Sun 2026-01-11 09:00 {offset}"), "{name}");
    }
}

#[test]
fn a_day_that_the_calendar_left_out() {
    // Samoa went from Thursday 29 to Saturday 31 December 2011.
    let samoa = zone("Pacific/Apia");
    assert!(samoa.skips(date(2011, 12, 30)));
    assert!(!samoa.skips(date(2011, 12, 29)) && !samoa.skips(date(2011, 12, 31)));
    let after = "2011-12-29 12:00";
    let daily = next(&Plan::daily(time("09:00")), &samoa, OFF, after);
    assert_eq!(
        daily[..2],
        ["Sat 2011-12-31 09:00 +14", "Sun 2012-01-01 09:00 +14"]
    );
    let once = Plan::once(date(2011, 12, 30).at(9, 0, 0, 0));
    assert_eq!(
        next(&once, &samoa, OFF, after),
        ["Sat 2011-12-31 00:00 +14"]
    );
    assert_eq!(
        next(&once, &samoa, QuietHours::default(), after),
        ["Sat 2011-12-31 08:00 +14"]
    );
    let monthly = next(&Plan::monthly(30, time("09:00")), &samoa, OFF, after);
    assert_eq!(
        monthly[..2],
        ["Sat 2011-12-31 00:00 +14", "Mon 2012-01-30 09:00 +14"]
    );
    // Two planned days whose time is the same instant: once.
    let weekend = Plan::weekly([Day::Fri, Day::Thu], time("23:00"));
    let late = next(&weekend, &samoa, QuietHours::default(), after);
    assert_eq!(
        late[..2],
        ["Sat 2011-12-31 08:00 +14", "Fri 2012-01-06 08:00 +14"]
    );
    // Kwajalein left out 21 August 1993 the same way.
    assert!(zone("Pacific/Kwajalein").skips(date(1993, 8, 21)));
}

#[test]
fn quiet_hours_move_to_their_end() {
    let home = zone("Europe/Berlin");
    let after = "2026-06-01 12:00";
    let table = [
        // The default, past midnight: late is tomorrow, early is today, the end itself is not quiet.
        ("23:30", QuietHours::default(), "Tue 2026-06-02 08:00 +02"),
        ("03:00", QuietHours::default(), "Tue 2026-06-02 08:00 +02"),
        ("08:00", QuietHours::default(), "Tue 2026-06-02 08:00 +02"),
        ("21:59", QuietHours::default(), "Mon 2026-06-01 21:59 +02"),
        ("22:00", QuietHours::default(), "Tue 2026-06-02 08:00 +02"),
        // In the middle of the day.
        ("13:30", quiet("13:00", "15:00"), "Mon 2026-06-01 15:00 +02"),
        // None: off, and the whole day, which would be never.
        ("23:30", OFF, "Mon 2026-06-01 23:30 +02"),
        ("23:30", quiet("08:00", "08:00"), "Mon 2026-06-01 23:30 +02"),
        // All but a minute.
        ("12:30", quiet("12:00", "11:59"), "Tue 2026-06-02 11:59 +02"),
        // To midnight.
        ("23:30", quiet("20:00", "00:00"), "Tue 2026-06-02 00:00 +02"),
    ];
    for (planned, hours, expected) in table {
        let found = next(&Plan::daily(time(planned)), &home, hours, after);
        assert_eq!(found[0], expected, "{planned} {hours:?}");
        // One a day, none doubled.
        let days: std::collections::BTreeSet<_> = found.iter().map(|one| &one[..14]).collect();
        assert_eq!(days.len(), 4, "{planned} {hours:?}: {found:?}");
    }
    let chosen = Plan::daily(time("23:30")).in_quiet_hours_too();
    let found = next(&chosen, &home, QuietHours::default(), after);
    assert_eq!(found[0], "Mon 2026-06-01 23:30 +02");
}

#[test]
fn quiet_hours_that_end_when_the_clock_changes() {
    let home = zone("Europe/Berlin");
    let daily = Plan::daily(time("01:00"));
    // Their end is left out; their end comes twice.
    let spring = next(&daily, &home, quiet("00:00", "02:30"), "2026-03-28 12:00");
    assert_eq!(
        spring[..2],
        ["Sun 2026-03-29 03:00 +02", "Mon 2026-03-30 02:30 +02"]
    );
    let autumn = next(&daily, &home, quiet("00:00", "02:30"), "2026-10-24 12:00");
    assert_eq!(
        autumn[..2],
        ["Sun 2026-10-25 02:30 +02", "Mon 2026-10-26 02:30 +01"]
    );
    // In the second of two half past twos the end at 02:45 is still ahead.
    let second = at(&home, "2026-10-25 02:30") + SignedDuration::from_hours(1);
    let moved = quiet("00:00", "02:45").shift(&home, second);
    assert_eq!(shown(&home, moved), "Sun 2026-10-25 02:45 +01");
}

#[test]
fn a_new_zone_counts_at_once() {
    let (berlin, york) = (zone("Europe/Berlin"), zone("America/New_York"));
    let now = at(&berlin, "2026-06-01 12:00");
    let daily = Plan::daily(time("09:00"));
    let there = rescheduled(&daily, &york, OFF, now).unwrap();
    assert_eq!(shown(&york, there), "Mon 2026-06-01 09:00 -04");
    let once = Plan::once(date(2026, 6, 1).at(13, 0, 0, 0));
    let there = rescheduled(&once, &york, OFF, now).unwrap();
    assert_eq!(shown(&york, there), "Mon 2026-06-01 13:00 -04");
    // In Tokyo it is past one o'clock already: not lost, but due now, or when quiet hours end.
    let tokyo = zone("Asia/Tokyo");
    assert_eq!(rescheduled(&once, &tokyo, OFF, now), Some(now));
    let hours = quiet("19:00", "21:00");
    let there = rescheduled(&once, &tokyo, hours, now).unwrap();
    assert_eq!(shown(&tokyo, there), "Mon 2026-06-01 21:00 +09");
    // What is over stays over.
    let ended = daily.until(date(2026, 5, 31));
    assert_eq!(rescheduled(&ended, &tokyo, OFF, now), None);
}

#[test]
fn a_pause_loses_nothing_that_comes_once() {
    let home = zone("Europe/Berlin");
    let (now, end) = (at(&home, "2026-06-01 23:00"), at(&home, "2026-06-08 23:00"));
    let due = |plan: &Plan| {
        let hours = QuietHours::default();
        next_due_after_pause(plan, &home, hours, now, end).map(|at| shown(&home, at))
    };
    let daily = Plan::daily(time("09:00"));
    assert_eq!(due(&daily).as_deref(), Some("Tue 2026-06-09 09:00 +02"));
    let within = Plan::once(date(2026, 6, 3).at(9, 0, 0, 0));
    assert_eq!(due(&within).as_deref(), Some("Tue 2026-06-09 08:00 +02"));
    let beyond = Plan::once(date(2026, 6, 30).at(9, 0, 0, 0));
    assert_eq!(due(&beyond).as_deref(), Some("Tue 2026-06-30 09:00 +02"));
    let past = Plan::once(date(2026, 5, 30).at(9, 0, 0, 0));
    assert_eq!(due(&past), None);
}
