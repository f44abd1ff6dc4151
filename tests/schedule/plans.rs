//! The kinds of plans, how they are made and how they are stored.

use std::num::NonZeroU16;

use jiff::{SignedDuration, civil::date};
use twitchwise::schedule::{Day, Plan, QuietHours, Zone, next_due};

use super::{OFF, at, next, shown, time, zone};

fn every(days: u16, from: jiff::civil::Date, at: &str) -> Plan {
    Plan::every_days(NonZeroU16::new(days).unwrap(), from, time(at))
}

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
        every(u16::MAX, jiff::civil::Date::MIN, "09:00"),
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
