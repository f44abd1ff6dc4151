//! Finding a person's zone without its name: from the time of day there, or from a place.

use std::collections::BTreeSet;

use jiff::{
    Timestamp,
    civil::{DateTime, Time},
    tz::{Offset, TimeZone, TimeZoneDatabase},
};

use super::zone::{OFFSETS, QUARTER, Zone};

const HOUR: i32 = 3600;
const DAY: i32 = 24 * HOUR;
/// The Earth's radius, in kilometres.
const EARTH: f64 = 6_371.0;
/// Where millions of people have a clock that is no whole hours from universal time. Elsewhere such
/// clocks are rare: a few thousand people, or a few islands.
const BETWEEN_HOURS: [&str; 6] = [
    "Asia/Kolkata",
    "Asia/Tehran",
    "Asia/Kabul",
    "Asia/Yangon",
    "Australia/Adelaide",
    "Asia/Kathmandu",
];
/// A time of day is told to the nearest quarter of an hour, or better.
const ROUGHLY: i32 = QUARTER / 2;
/// As it is told by who looks at the clock.
const EXACTLY: i32 = 90;
/// How far from a zone's main place one is in it for sure, where the next clock is so far away.
const IN_TOWN: f64 = 30.0;
const NEXT_CLOCK: f64 = 150.0;

/// An offset that a person may mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Candidate {
    /// How far the clock there is ahead of universal time.
    pub offset: Offset,
    /// What the clock there shows now, with the day: the same time of day may be today's or
    /// tomorrow's.
    pub there: DateTime,
    /// Whether some place on Earth has this offset now.
    pub in_use: bool,
    /// Whether many people have it.
    pub common: bool,
}

/// The offsets at which it is now about `told`: those of the nearest quarter hour first, of them
/// those in use first, of them the nearer; then those up to a quarter hour off. The same time of
/// day a day earlier or later is among them.
pub fn offsets_near(now: Timestamp, told: Time) -> Vec<Candidate> {
    let (used, common) = (offsets_in_use(now), common_offsets(now));
    let mut found: Vec<_> = OFFSETS
        .step_by(usize::try_from(QUARTER).unwrap_or(900))
        .filter_map(|seconds| {
            let offset = Offset::from_seconds(seconds).ok()?;
            let there = offset.to_datetime(now);
            let off = apart(there.time(), told);
            let in_use = used.contains(&offset);
            let whole = seconds % HOUR == 0;
            (off < QUARTER).then_some((
                off,
                Candidate {
                    offset,
                    there,
                    in_use,
                    common: in_use && (whole || common.contains(&offset)),
                },
            ))
        })
        .collect();
    found.sort_by_key(|(off, one)| (*off * 2 > QUARTER, !one.in_use, *off, one.offset));
    found.into_iter().map(|(_, one)| one).collect()
}

/// Those of them to ask about, on each day one or two, those first that many people have. A rare one is
/// only meant where no common one is near, and where the time is not just its own, the common one that
/// is next to it may be meant all the same.
pub fn offsets_told(now: Timestamp, told: Time) -> Vec<Candidate> {
    let near = offsets_near(now, told).into_iter();
    let near: Vec<_> = near.filter(|one| one.in_use).collect();
    let off = |one: &&Candidate| apart(one.there.time(), told);
    let days: BTreeSet<_> = near.iter().map(|one| one.there.date()).collect();
    let mut found: Vec<_> = days
        .into_iter()
        .flat_map(|day| {
            let of_day = || near.iter().filter(move |one| one.there.date() == day);
            let common = of_day().filter(|one| one.common).min_by_key(off);
            let rare = of_day().filter(|one| !one.common).min_by_key(off);
            let common = match (common, rare) {
                (Some(one), _) if off(&one) <= ROUGHLY => return vec![*one],
                (_, Some(one)) if off(&one) <= EXACTLY => None,
                (common, _) => common,
            };
            common.into_iter().chain(rare).copied().collect()
        })
        .collect();
    found.sort_by_key(|one| (!one.common, one.offset));
    found
}

/// The offsets between whole hours that many people have at an instant.
fn common_offsets(at: Timestamp) -> BTreeSet<Offset> {
    let zones = BETWEEN_HOURS
        .iter()
        .filter_map(|name| Zone::named(name).ok());
    zones.map(|zone| zone.offset(at)).collect()
}

/// How many seconds apart two times of day are, round the clock.
fn apart(one: Time, other: Time) -> i32 {
    let second = |time: Time| {
        i32::from(time.hour()) * 3600 + i32::from(time.minute()) * 60 + i32::from(time.second())
    };
    let ahead = (second(one) - second(other)).rem_euclid(DAY);
    ahead.min(DAY - ahead)
}

/// The offsets that places on Earth have at an instant, from west to east.
pub fn offsets_in_use(at: Timestamp) -> BTreeSet<Offset> {
    inhabited().iter().map(|zone| zone.offset(at)).collect()
}

/// The zones whose clock is nearest to an offset at an instant, by name. Where any has just that
/// offset, only those.
pub fn zones_at(offset: Offset, at: Timestamp) -> Vec<Zone> {
    let off = |zone: &Zone| (zone.offset(at).seconds() - offset.seconds()).abs();
    let mut zones = inhabited();
    let nearest = zones.iter().map(off).min();
    zones.retain(|zone| Some(off(zone)) == nearest);
    zones
}

/// The zones with just that offset at an instant, those whose clocks go the same from then on
/// together.
pub fn clocks_at(offset: Offset, at: Timestamp) -> Vec<Vec<Zone>> {
    let mut clocks: Vec<(_, Vec<Zone>)> = Vec::new();
    for zone in zones_at(offset, at) {
        if zone.offset(at) != offset {
            continue;
        }
        let course = zone.course(at);
        match clocks.iter_mut().find(|(known, _)| *known == course) {
            Some((_, zones)) => zones.push(zone),
            None => clocks.push((course, vec![zone])),
        }
    }
    clocks.into_iter().map(|(_, zones)| zones).collect()
}

/// The zones by how near their main place is to a place, at most `most`, of those whose clocks go
/// the same from `at` on only the nearest. Near a border the first may be the neighbour's: ask for
/// the time there.
///
/// `latitude` and `longitude` in degrees, north and east positive.
pub fn zones_near(latitude: f64, longitude: f64, at: Timestamp, most: usize) -> Vec<Zone> {
    let mut zones: Vec<_> = inhabited()
        .into_iter()
        .filter_map(|zone| Some((nearness(zone.place()?, (latitude, longitude)), zone)))
        .collect();
    zones.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    let mut clocks = Vec::new();
    let mut near = Vec::new();
    for (_, zone) in zones {
        let clock = zone.course(at);
        if near.len() < most && !clocks.contains(&clock) {
            clocks.push(clock);
            near.push(zone);
        }
    }
    near
}

/// The zones that a place may be in, by how near their main place is, at most `most`, one of each
/// clock. Only one where there is no doubt: in the main place itself, far from any other clock.
/// Elsewhere the nearest main place may be a neighbour's, as Kathmandu is for Delhi.
pub fn zones_of(latitude: f64, longitude: f64, at: Timestamp, most: usize) -> Vec<Zone> {
    let mut near = zones_near(latitude, longitude, at, most);
    let apart = |zone: &Zone| {
        let place = zone.place();
        place.map(|place| {
            EARTH
                * nearness(place, (latitude, longitude))
                    .clamp(-1.0, 1.0)
                    .acos()
        })
    };
    let within = |zone: Option<&Zone>, km: f64| zone.and_then(apart).is_some_and(|far| far < km);
    if within(near.first(), IN_TOWN) && !within(near.get(1), NEXT_CLOCK) {
        near.truncate(1);
    }
    near
}

/// The cosine of the angle between two places, seen from the middle of the Earth.
fn nearness(one: (f64, f64), other: (f64, f64)) -> f64 {
    let (here, there) = (one.0.to_radians(), other.0.to_radians());
    let across = (one.1 - other.1).to_radians();
    here.sin() * there.sin() + here.cos() * there.cos() * across.cos()
}

/// Every zone of the database that has a main place, under its present name.
fn inhabited() -> Vec<Zone> {
    let base = TimeZoneDatabase::bundled();
    let mut zones: Vec<_> = base
        .available()
        .filter_map(|name| base.get(name.as_str()).ok())
        .filter(|zone| zone.is_primary() && zone.location().is_some())
        .filter_map(|zone: TimeZone| Zone::named(zone.iana_name()?).ok())
        .collect();
    zones.sort_by(|one, other| one.name().cmp(&other.name()));
    zones
}
