//! The zone from the time of day, from an offset, from a place.

use jiff::tz::Offset;
use twitchwise::schedule::{
    Zone, offsets_in_use, offsets_near, offsets_told, zones_at, zones_near, zones_of,
};

use super::{at, time, zone};

/// The offsets offered for a time of day, in order.
fn offered(now: &str, told: &str) -> Vec<String> {
    let now = at(&Zone::UTC, now);
    let candidates = offsets_near(now, time(told));
    candidates
        .iter()
        .map(|one| {
            let zone = Zone::fixed(one.offset).unwrap();
            assert_eq!(zone.local(now), one.there);
            zone.name().into_owned()
        })
        .collect()
}

#[test]
fn the_time_of_day_tells_the_offset() {
    let first = |now, told| offered(now, told)[0].clone();
    assert_eq!(first("2026-06-01 12:00", "14:00"), "+02:00");
    assert_eq!(first("2026-06-01 12:07", "14:00"), "+02:00");
    assert_eq!(first("2026-06-01 11:53", "14:00"), "+02:00");
    assert_eq!(first("2026-06-01 12:00", "17:45"), "+05:45");
    assert_eq!(first("2026-06-01 12:00", "17:32"), "+05:30");
    // Past midnight, either way.
    assert_eq!(first("2026-06-01 23:00", "01:00"), "+02:00");
    assert_eq!(first("2026-06-01 01:00", "20:00"), "-05:00");
    assert_eq!(first("2026-06-01 23:58", "00:03"), "UTC");
}

#[test]
fn the_same_time_of_day_may_be_another_day() {
    // Noon in Fiji, and at sea a day earlier; 11:00 in Honolulu and on Kiritimati.
    let noon = offered("2026-06-01 00:00", "12:00");
    assert_eq!(noon[..2], ["+12:00", "-12:00"]);
    let eleven = offered("2026-06-01 21:00", "11:00");
    assert_eq!(eleven[..2], ["-10:00", "+14:00"]);
    // In the middle of the world there is one, and the quarters beside it where told roughly.
    assert_eq!(offered("2026-06-01 12:00", "13:00"), ["+01:00"]);
    assert_eq!(offered("2026-06-01 12:00", "13:10"), ["+01:15", "+01:00"]);
}

#[test]
fn every_time_of_day_finds_the_zones_that_show_it() {
    // Whatever the instant, the time that a zone shows offers that zone's offset among the first.
    let now = at(&Zone::UTC, "2026-01-15 09:41:37");
    for offset in offsets_in_use(now) {
        let shown = offset.to_datetime(now).time();
        let minute = jiff::civil::time(shown.hour(), shown.minute(), 0, 0);
        let found = offsets_near(now, minute);
        assert!(
            found[..2.min(found.len())]
                .iter()
                .any(|one| one.offset == offset),
            "{offset}"
        );
        assert!(found[0].in_use);
    }
}

/// The offsets to ask about.
fn asked(now: &str, told: &str) -> Vec<String> {
    let found = offsets_told(at(&Zone::UTC, now), time(told));
    let name = |offset| Zone::fixed(offset).unwrap().name().into_owned();
    found.iter().map(|one| name(one.offset)).collect()
}

#[test]
fn common_clocks_are_asked_about_first() {
    // "9:00" is about 9:06 in Vienna, not 8:51 in Eucla or 9:21 on Lord Howe.
    assert_eq!(asked("2026-01-15 08:06", "09:00"), ["+01:00"]);
    assert_eq!(asked("2026-01-15 00:07", "09:00"), ["+09:00"]);
    assert_eq!(asked("2026-01-15 00:13", "09:00"), ["+09:00", "+08:45"]);
    assert_eq!(asked("2026-01-15 00:14", "08:59"), ["+08:45"]);
    // India and Nepal are no rare places, Newfoundland is where no other clock is near.
    assert_eq!(asked("2026-01-15 12:00", "17:30"), ["+05:30"]);
    assert_eq!(asked("2026-01-15 12:00", "17:50"), ["+05:45"]);
    assert_eq!(asked("2026-01-15 12:00", "08:30"), ["-03:30"]);
    assert_eq!(asked("2026-01-15 12:00", "08:24"), ["-03:30"]);
}

#[test]
fn a_rare_clock_is_only_meant_where_no_common_one_is_near() {
    let begin = at(&Zone::UTC, "2026-01-15 00:00:37");
    let rare = ["+08:45", "-03:30", "-09:30", "+12:45", "+13:45"];
    let is_rare = |offset: Offset| {
        let zone = Zone::fixed(offset).unwrap();
        rare.contains(&zone.name().as_ref())
    };
    for minutes in (0..24 * 60).step_by(211) {
        let now = begin + jiff::SignedDuration::from_mins(minutes);
        for offset in offsets_in_use(now) {
            let there = offset.to_datetime(now).time();
            for off in [-5, 0, 5] {
                let told = there.wrapping_add(jiff::SignedDuration::from_mins(off));
                let found = offsets_told(now, told);
                let offsets: Vec<_> = found.iter().map(|one| one.offset).collect();
                assert!(found.len() <= 4, "{told} at {now}: {offsets:?}");
                // Who reads the clock nearly right finds their own.
                assert!(offsets.contains(&offset), "{told} at {now}: {offsets:?}");
                let common = found.iter().position(|one| !is_rare(one.offset));
                let first_rare = found.iter().position(|one| is_rare(one.offset));
                if let (Some(common), Some(rare)) = (common, first_rare) {
                    assert!(common < rare, "{told} at {now}: {offsets:?}");
                }
            }
        }
    }
}

#[test]
fn zones_by_offset_and_by_place() {
    let now = at(&Zone::UTC, "2026-06-01 12:00");
    let nepal = zones_at(Offset::from_seconds(20_700).unwrap(), now);
    assert_eq!(nepal, [zone("Asia/Kathmandu")]);
    assert_eq!(nepal[0].country().as_deref(), Some("NP"));
    // None is at +07:15: those at +07:00, as the nearest.
    let odd = Offset::from_seconds(26_100).unwrap();
    assert!(zones_at(odd, now).contains(&zone("Asia/Bangkok")));
    let summer = zones_at(Offset::constant(2), now);
    assert!(summer.contains(&zone("Europe/Berlin")) && !summer.contains(&zone("Europe/London")));
    for (latitude, longitude, name) in [
        (48.137, 11.575, "Europe/Berlin"),
        (40.7, -74.0, "America/New_York"),
        (-13.83, -171.77, "Pacific/Apia"),
        (27.7, 85.3, "Asia/Kathmandu"),
        (-36.85, 174.76, "Pacific/Auckland"),
    ] {
        let near = zones_near(latitude, longitude, now, 3);
        assert_eq!(near.len(), 3);
        // By whatever name, the clock of the place in summer and in winter.
        for month in ["2026-01-15 12:00", "2026-07-15 12:00"] {
            let then = at(&Zone::UTC, month);
            assert_eq!(
                near[0].offset(then),
                zone(name).offset(then),
                "{name}: {near:?}"
            );
        }
        // Other names of the same clock are left out.
        assert!(
            near[1..].iter().all(|other| differ(&near[0], other)),
            "{near:?}"
        );
    }
    // Across the date line is near.
    assert!(zones_near(-17.0, -179.9, now, 1).contains(&zone("Pacific/Fiji")));
}

/// Whether two clocks differ within two years.
fn differ(one: &Zone, other: &Zone) -> bool {
    let start = at(&Zone::UTC, "2026-06-01 12:00");
    (0..730 * 4).any(|n| {
        let then = start + jiff::SignedDuration::from_hours(n * 6);
        one.offset(then) != other.offset(then)
    })
}

#[test]
fn a_place_is_sure_only_in_a_main_place_far_from_other_clocks() {
    let now = at(&Zone::UTC, "2026-06-01 12:00");
    let clocks = |latitude, longitude| zones_of(latitude, longitude, now, 5).len();
    assert_eq!(clocks(48.86, 2.35), 1, "Paris");
    assert_eq!(clocks(28.61, 77.21), 5, "Delhi, nearer to Kathmandu");
    assert_eq!(clocks(31.77, 35.21), 5, "Jerusalem, beside Hebron");
    assert_eq!(clocks(49.84, 24.03), 5, "Lviv, nearer to Warsaw");
}
