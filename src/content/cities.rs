//! From the places that people name to the time zones there: `cities.toml`.

use std::collections::BTreeMap;

use jiff::tz::TimeZoneDatabase;
use serde::Deserialize;
use toml::Spanned;

use crate::{
    language::normalise,
    model::{CountryCode, Places, ZoneName},
};

use super::{
    draft::Row,
    files::Files,
    problem::{Findings, Place},
    reader::Reader,
};

type Names = Vec<Spanned<String>>;
type Table = BTreeMap<Spanned<String>, Spanned<Names>>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawZone {
    name: Spanned<String>,
    places: Names,
}

/// Everything but the rows of zones.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRest {
    openings: Names,
    alone: Names,
    countries: Table,
    twice: Table,
    behind: Table,
}

/// What was read.
#[derive(Debug, Default)]
pub(super) struct Cities {
    pub(super) places: Places,
    /// Where each country with zones stands.
    pub(super) countries: Vec<Row<CountryCode>>,
}

/// Reads the places.
pub(super) fn read(files: &Files, findings: &mut Findings) -> Cities {
    let Some(mut reader) = Reader::open(files, "cities.toml", findings) else {
        return Cities::default();
    };
    let rows = reader.rows::<RawZone>("zone");
    let Some(rest) = reader.whole::<RawRest>() else {
        return Cities::default();
    };
    let mut zones = Zones::new(&mut reader);
    for row in &rows {
        zones.row(&row.name, &row.places);
    }
    for name in &rest.alone {
        zones.row(name, &[]);
    }
    let mut countries = Vec::with_capacity(rest.countries.len());
    let mut of_country = BTreeMap::new();
    for (code, names) in &rest.countries {
        countries.push(Row {
            at: zones.reader.at(&code.span()),
            item: CountryCode::from(code.get_ref().as_str()),
        });
        let code = CountryCode::from(code.get_ref().as_str());
        of_country.insert(code, zones.listed(names));
    }
    // It keeps every zone that was asked for.
    zones.base.reset();
    let places = Places {
        behind: zones.behind(&rest.behind),
        openings: zones.openings(&rest.openings),
        countries: of_country,
        names: zones.names(&rest.twice),
    };
    Cities { places, countries }
}

/// A name, and each zone in which a place has it.
type Named = BTreeMap<String, Vec<(ZoneName, Place)>>;

struct Zones<'r, 'f, 'n> {
    reader: &'r mut Reader<'f, 'n>,
    base: TimeZoneDatabase,
    /// The zones that have a row.
    rows: BTreeMap<String, ZoneName>,
    named: Named,
}

impl<'r, 'f, 'n> Zones<'r, 'f, 'n> {
    fn new(reader: &'r mut Reader<'f, 'n>) -> Self {
        Self {
            reader,
            // The bundled one, as where the zone is used: the same on every machine.
            base: TimeZoneDatabase::bundled(),
            rows: BTreeMap::new(),
            named: Named::new(),
        }
    }

    /// Takes a zone and what lies in it.
    fn row(&mut self, name: &Spanned<String>, places: &[Spanned<String>]) {
        let Some(zone) = self.present(name) else {
            return;
        };
        if self
            .rows
            .insert(name.get_ref().clone(), zone.clone())
            .is_some()
        {
            self.reader
                .problem(&name.span(), format!("zone `{zone}` twice"));
            return;
        }
        for place in places {
            let text = normalise(place.get_ref());
            if text.is_empty() {
                let message = format!("`{}` has no word", place.get_ref());
                self.reader.problem(&place.span(), message);
            } else if !self.add(text, &zone, place) {
                let message = format!("“{}” twice in `{zone}`", place.get_ref());
                self.reader.problem(&place.span(), message);
            }
        }
        let last = zone.as_str().rsplit('/').next().unwrap_or_default();
        for own in [last, zone.as_str()] {
            self.add(normalise(own), &zone, name);
        }
    }

    /// Whether it was new.
    fn add(&mut self, text: String, zone: &ZoneName, from: &Spanned<String>) -> bool {
        let at = self.reader.at(&from.span());
        let zones = self.named.entry(text).or_default();
        let new = zones.iter().all(|(other, _)| other != zone);
        if new {
            zones.push((zone.clone(), at));
        }
        new
    }

    /// A zone of the database, under its present name.
    fn present(&mut self, name: &Spanned<String>) -> Option<ZoneName> {
        let zone = self.base.get(name.get_ref()).ok();
        let present = zone.as_ref().and_then(|zone| zone.primary_iana_name());
        match present {
            Some(present) if present == name.get_ref() => Some(ZoneName::from(present)),
            Some(present) => {
                let message = format!("`{}` is now `{present}`", name.get_ref());
                self.reader.problem(&name.span(), message);
                None
            }
            None => {
                let known: Vec<_> = self.base.available().map(|name| name.to_string()).collect();
                self.reader
                    .unknown("time zone", name, known.iter().map(String::as_str));
                None
            }
        }
    }

    /// The zones of a list: each has a row.
    fn listed(&mut self, names: &Spanned<Names>) -> Vec<ZoneName> {
        let mut zones: Vec<ZoneName> = Vec::with_capacity(names.get_ref().len());
        if names.get_ref().is_empty() {
            self.reader.problem(&names.span(), "an empty list of zones");
        }
        for name in names.get_ref() {
            let Some(zone) = self.rows.get(name.get_ref()) else {
                let known = self.rows.keys().map(String::as_str);
                self.reader.unknown("zone", name, known);
                continue;
            };
            if zones.contains(zone) {
                let message = format!("zone `{zone}` twice in one list");
                self.reader.problem(&name.span(), message);
            } else {
                zones.push(zone.clone());
            }
        }
        zones
    }

    fn behind(&mut self, raw: &Table) -> BTreeMap<String, Vec<ZoneName>> {
        let mut behind = BTreeMap::new();
        for (name, zones) in raw {
            let text = self.plain(name);
            behind.insert(text, self.listed(zones));
        }
        behind
    }

    fn openings(&mut self, raw: &Names) -> Vec<String> {
        let mut openings: Vec<_> = raw.iter().map(|text| self.plain(text)).collect();
        openings.sort_by_key(|text| std::cmp::Reverse(text.len()));
        openings
    }

    /// A name that must stand there as it is compared.
    fn plain(&mut self, name: &Spanned<String>) -> String {
        let text = normalise(name.get_ref());
        if text.is_empty() || text != *name.get_ref() {
            let message = format!("`{}` is compared as `{text}`: write that", name.get_ref());
            self.reader.problem(&name.span(), message);
        }
        text
    }

    /// Every name with its zones, those of several in the order of `twice`.
    fn names(mut self, twice: &Table) -> BTreeMap<String, Vec<ZoneName>> {
        let mut ordered = BTreeMap::new();
        for (name, zones) in twice {
            let text = self.plain(name);
            let order = self.listed(zones);
            let lie = self.named.get(&text).map_or(&[][..], Vec::as_slice);
            let same = order.len() == lie.len() && lie.iter().all(|(zone, _)| order.contains(zone));
            if !same || order.len() < 2 {
                let lie: Vec<_> = lie.iter().map(|(zone, _)| zone.as_str()).collect();
                let message = format!("“{text}” does not lie just there");
                let hint = format!("it lies in: {}", lie.join(", "));
                let at = self.reader.at(&name.span());
                self.reader.findings.hinted(&at, message, Some(hint));
            }
            ordered.insert(text, order);
        }
        let mut names = BTreeMap::new();
        for (text, zones) in self.named {
            let order = ordered.remove(&text).unwrap_or_default();
            if let [(one, _), .., (other, at)] = &zones[..]
                && order.is_empty()
            {
                let message = format!("“{text}” lies in `{one}` and in `{other}`");
                let hint = "say in [twice] which one is likelier".to_owned();
                self.reader.findings.hinted(at, message, Some(hint));
            }
            let mut zones = if order.is_empty() {
                zones.into_iter().map(|(zone, _)| zone).collect()
            } else {
                order
            };
            // Kept as long as the bot runs, and nearly always one.
            zones.shrink_to_fit();
            names.insert(text, zones);
        }
        names
    }
}
