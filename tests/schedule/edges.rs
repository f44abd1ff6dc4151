//! Each edge of the calendar and of the clock by itself.

use std::num::NonZeroU16;

use jiff::{SignedDuration, civil::date};
use twitchwise::schedule::{
    Day, Plan, QuietHours, Zone, next_due, next_due_after_pause, rescheduled,
};

use super::{at, quiet, shown, time, zone};

/// The next four times, from `after` on.
fn next(plan: &Plan, zone: &Zone, quiet: QuietHours, after: &str) -> Vec<String> {
    let mut now = at(zone, after);
    let mut all = Vec::new();
    while let Some(due) = next_due(plan, zone, quiet, now).filter(|_| all.len() < 4) {
        all.push(shown(zone, due));
        now = due;
    }
    all
}

fn every(days: u16, from: jiff::civil::Date, at: &str) -> Plan {
    Plan::every_days(NonZeroU16::new(days).unwrap(), from, time(at))
}

const OFF: QuietHours = QuietHours::OFF;

#[test]
fn kinds_of_plans() {
    let home = zone("Asia/Tokyo");
    let from = "2026-02-27 12:00";
    let table: Vec<(Plan, [&str; 4])> = vec![
        (
            Plan::daily(time("09:00")),
            [
                "Sat 2026-02-28 09:00",
                "Sun 2026-03-01 09:00",
                "Mon 2026-03-02 09:00",
                "Tue 2026-03-03 09:00",
            ],
        ),
        (
            Plan::weekly(Day::WORKDAYS, time("21:30")),
            [
                "Fri 2026-02-27 21:30",
                "Mon 2026-03-02 21:30",
                "Tue 2026-03-03 21:30",
                "Wed 2026-03-04 21:30",
            ],
        ),
        (
            Plan::weekly([Day::Sun], time("12:00")),
            [
                "Sun 2026-03-01 12:00",
                "Sun 2026-03-08 12:00",
                "Sun 2026-03-15 12:00",
                "Sun 2026-03-22 12:00",
            ],
        ),
        (
            every(3, date(2026, 2, 27), "12:00"),
            [
                "Mon 2026-03-02 12:00",
                "Thu 2026-03-05 12:00",
                "Sun 2026-03-08 12:00",
                "Wed 2026-03-11 12:00",
            ],
        ),
        (
            every(3, date(2026, 4, 1), "12:00"),
            [
                "Wed 2026-04-01 12:00",
                "Sat 2026-04-04 12:00",
                "Tue 2026-04-07 12:00",
                "Fri 2026-04-10 12:00",
            ],
        ),
        (
            Plan::monthly(31, time("10:15")),
            [
                "Sat 2026-02-28 10:15",
                "Tue 2026-03-31 10:15",
                "Thu 2026-04-30 10:15",
                "Sun 2026-05-31 10:15",
            ],
        ),
        (
            Plan::monthly(27, time("12:00")),
            [
                "Fri 2026-03-27 12:00",
                "Mon 2026-04-27 12:00",
                "Wed 2026-05-27 12:00",
                "Sat 2026-06-27 12:00",
            ],
        ),
    ];
    for (plan, expected) in table {
        let expected = expected.map(|one| format!("{one} +09"));
        assert_eq!(next(&plan, &home, OFF, from), expected, "{plan:?}");
    }
}

#[test]
fn what_comes_once_or_ends_is_over_then() {
    let home = zone("America/Bogota");
    let once = Plan::once(date(2028, 2, 29).at(9, 0, 0, 0));
    let found = next(&once, &home, OFF, "2026-01-01 00:00");
    assert_eq!(found, ["Tue 2028-02-29 09:00 -05"]);
    // Never at `after` itself, always strictly later.
    assert!(next(&once, &home, OFF, "2028-02-29 09:00").is_empty());

    let few = Plan::daily(time("09:00")).until(date(2026, 1, 3));
    let found = next(&few, &home, OFF, "2026-01-01 09:00");
    assert_eq!(
        found,
        ["Fri 2026-01-02 09:00 -05", "Sat 2026-01-03 09:00 -05"]
    );

    assert!(
        next(
            &Plan::weekly([], time("09:00")),
            &home,
            OFF,
            "2026-01-01 09:00"
        )
        .is_empty()
    );
}

#[test]
fn the_29th_of_february_and_month_ends() {
    let home = zone("UTC");
    let leap = next(
        &Plan::monthly(29, time("08:00")),
        &home,
        OFF,
        "2028-01-30 00:00",
    );
    assert_eq!(leap[0], "Tue 2028-02-29 08:00 +00");
    let common = next(
        &Plan::monthly(29, time("08:00")),
        &home,
        OFF,
        "2027-01-30 00:00",
    );
    assert_eq!(
        common[..2],
        ["Sun 2027-02-28 08:00 +00", "Mon 2027-03-29 08:00 +00"]
    );
    // No leap year, though divisible by four.
    let century = next(
        &Plan::monthly(30, time("08:00")),
        &home,
        OFF,
        "2100-02-01 00:00",
    );
    assert_eq!(century[0], "Sun 2100-02-28 08:00 +00");
    // Days that no month has are the nearest that one has.
    let odd = next(
        &Plan::monthly(0, time("08:00")),
        &home,
        OFF,
        "2027-01-30 00:00",
    );
    assert_eq!(odd[0], "Mon 2027-02-01 08:00 +00");
}

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

#[test]
fn in_a_while_and_in_days() {
    let home = zone("Europe/Berlin");
    let wait = SignedDuration::from_hours(2);
    let due = |now| {
        let plan = Plan::after(&home, now, wait).unwrap();
        shown(&home, next_due(&plan, &home, OFF, now).unwrap())
    };
    assert_eq!(
        due(at(&home, "2026-06-01 12:00:30")),
        "Mon 2026-06-01 14:01 +02"
    );
    assert_eq!(
        due(at(&home, "2026-03-29 01:30")),
        "Sun 2026-03-29 04:30 +02"
    );
    // Two hours on it is half past two for the second time: the first clear time after that.
    assert_eq!(
        due(at(&home, "2026-10-25 01:30")),
        "Sun 2026-10-25 03:00 +01"
    );
    let now = at(&home, "2026-02-27 23:00");
    let plan = Plan::in_days(&home, now, 3, time("09:00")).unwrap();
    assert_eq!(plan, Plan::once(date(2026, 3, 2).at(9, 0, 0, 0)));
}

#[test]
fn the_end_of_time_is_an_answer() {
    let home = zone("UTC");
    let last = jiff::Timestamp::MAX;
    for plan in [
        Plan::daily(time("09:00")),
        Plan::monthly(31, time("23:59")),
        Plan::weekly([Day::Mon], time("09:00")),
        every(u16::MAX, date(9999, 12, 1), "09:00"),
    ] {
        assert_eq!(next_due(&plan, &home, QuietHours::default(), last), None);
    }
    let first = next_due(
        &Plan::daily(time("09:00")),
        &home,
        OFF,
        jiff::Timestamp::MIN,
    );
    assert!(first.is_some());
}

#[test]
fn plans_and_zones_are_stored_readably() {
    let plan = Plan::weekly([Day::Fri, Day::Mon], time("21:30")).until(date(2026, 3, 1));
    let text = serde_json::to_string(&plan).unwrap();
    let expected = r#"{"when":{"weekly":{"days":["mon","fri"],"time":"21:30:00"}},"until":"2026-03-01","keeps_quiet":true}"#;
    assert_eq!(text, expected);
    assert_eq!(serde_json::from_str::<Plan>(&text).unwrap(), plan);
    assert!(serde_json::from_str::<Plan>(&text.replace("weekly", "hourly")).is_err());
    let hours = serde_json::to_string(&QuietHours::default()).unwrap();
    assert_eq!(hours, r#"{"from":"22:00:00","to":"08:00:00"}"#);
    for name in ["Asia/Kathmandu", "+05:45", "-11:00", "UTC"] {
        let text = serde_json::to_string(&zone(name)).unwrap();
        assert_eq!(text, format!("{name:?}"));
        assert_eq!(serde_json::from_str::<Zone>(&text).unwrap(), zone(name));
    }
    for wrong in [
        "Mars/Base",
        "",
        "Etc/Unknown",
        "+05:40",
        "+5:45",
        "-12:15",
        "+14:15",
        "+1a:00",
        "€",
    ] {
        assert!(wrong.parse::<Zone>().is_err(), "{wrong}");
        assert!(
            serde_json::from_str::<Zone>(&format!("{wrong:?}")).is_err(),
            "{wrong}"
        );
    }
    // Universal time by any name. Only an offset of it is known, too.
    assert_eq!(zone("+00:00"), Zone::UTC);
    assert!(Zone::UTC.is_fixed() && zone("+05:45").is_fixed() && !zone("Asia/Tokyo").is_fixed());
    assert_eq!(zone("europe/BERLIN").name(), "Europe/Berlin");
}
