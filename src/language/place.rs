//! The time zones that a typed place may lie in.

use jiff::tz::TimeZoneDatabase;

use crate::model::{Catalog, ZoneName};

use super::normalise;

/// The longest text that is looked up, in bytes: no name of a place is longer.
const LONGEST: usize = 80;
/// The shortest name in which a slip is forgiven, in letters.
const SLIP_FROM: usize = 6;

impl Catalog {
    /// The zones of a place that a person typed, likeliest first; none where it isn't known.
    ///
    /// It may be a city, a region, a country or a zone's own name ("Europe/Berlin"), with the
    /// region or the country behind it ("Portland, Maine"). Case, accents and dots don't matter.
    /// A slip in a name of 6 letters and more is forgiven where only one place can be meant.
    pub fn zones_of_place(&self, typed: &str) -> Vec<ZoneName> {
        if let Some(zone) = zone_named(typed) {
            return vec![zone];
        }
        if typed.len() > LONGEST {
            return Vec::new();
        }
        let text = normalise(typed);
        let found = self.place(&text);
        if !found.is_empty() {
            return found;
        }
        let opening = |opening: &&String| {
            let rest = text.strip_prefix(opening.as_str());
            rest.is_some_and(|rest| rest.starts_with(' '))
        };
        // The longest comes first.
        let rest = self.places.openings.iter().find(opening);
        let rest = rest.and_then(|opening| text.get(opening.len()..));
        rest.map(|rest| self.place(rest.trim_start()))
            .unwrap_or_default()
    }

    /// The zones of what is nothing but a place.
    fn place(&self, text: &str) -> Vec<ZoneName> {
        let alone = self.alone(text);
        if !alone.is_empty() {
            return alone;
        }
        let with_region = self.with_region(text);
        if !with_region.is_empty() {
            return with_region;
        }
        self.misspelt(text)
    }

    /// The zones of a city or region, then those of a country of that name. A country's code of two
    /// letters doesn't count: alone it is another word too often.
    fn alone(&self, text: &str) -> Vec<ZoneName> {
        let mut zones = self.places.names.get(text).cloned().unwrap_or_default();
        if text.len() > 2 || text == "uk" {
            add(&mut zones, self.country_zones(text));
        }
        zones
    }

    fn country_zones(&self, text: &str) -> &[ZoneName] {
        let mut countries = self.lexicon.countries.iter();
        let found = countries.find(|(_, names)| names.iter().any(|name| name == text));
        let zones = found.and_then(|(code, _)| self.places.countries.get(code));
        zones.map_or(&[], Vec::as_slice)
    }

    /// The zones of a place with its region or country behind it: those that both can have. Of a
    /// place that we don't know, those of the region.
    fn with_region(&self, text: &str) -> Vec<ZoneName> {
        let mut of_region = Vec::new();
        for (space, _) in text.match_indices(' ').rev() {
            let (place, region) = (&text[..space], &text[space + 1..]);
            let wide = self.region(region);
            if wide.is_empty() {
                continue;
            }
            let mut zones = self.alone(place);
            if zones.is_empty() {
                zones = self.misspelt(place);
            }
            zones.retain(|zone| wide.contains(zone));
            if !zones.is_empty() {
                return zones;
            }
            // The code of a country counts behind a place only that is known: "9 am" is no Armenia.
            if of_region.is_empty() && region.len() > 2 {
                of_region = wide;
            }
        }
        of_region
    }

    /// The zones of what stands behind a place: a region or a country, by its name or its code.
    fn region(&self, text: &str) -> Vec<ZoneName> {
        let mut zones = self.places.behind.get(text).cloned().unwrap_or_default();
        add(&mut zones, self.country_zones(text));
        if zones.is_empty() {
            zones = self.alone(text);
        }
        zones
    }

    /// The zones of the one place that the text is a slip away from.
    fn misspelt(&self, text: &str) -> Vec<ZoneName> {
        let length = text.chars().count();
        if length < SLIP_FROM {
            return Vec::new();
        }
        let near = |name: &&String| {
            name.chars().count().abs_diff(length) <= 1 && strsim::osa_distance(name, text) == 1
        };
        let mut found = self.places.names.keys().filter(near);
        match (found.next(), found.next()) {
            (Some(name), None) => self.places.names.get(name).cloned().unwrap_or_default(),
            _ => Vec::new(),
        }
    }
}

/// The zone of that name, whatever its case: a name with a slash, so that no word is taken for one.
fn zone_named(typed: &str) -> Option<ZoneName> {
    let name = typed.trim().replace(' ', "_");
    let zone = TimeZoneDatabase::bundled().get(&name).ok();
    let zone = zone.filter(|_| name.contains('/'))?;
    zone.primary_iana_name()
        .or(zone.iana_name())
        .map(ZoneName::from)
}

fn add(zones: &mut Vec<ZoneName>, more: &[ZoneName]) {
    for zone in more {
        if !zones.contains(zone) {
            zones.push(zone.clone());
        }
    }
}
