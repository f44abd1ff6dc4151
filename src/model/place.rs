//! From the places that people name to the time zones there.

use std::collections::BTreeMap;

use super::id::{CountryCode, ZoneName};

/// Places and their zones. Names are normalised as the lexicon's are; where one place name has
/// several zones the likeliest comes first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Places {
    /// What a place is called: cities, regions, and the zones' own names.
    pub names: BTreeMap<String, Vec<ZoneName>>,
    /// What counts only behind a place: "tx" in "austin tx".
    pub behind: BTreeMap<String, Vec<ZoneName>>,
    /// Each country's zones: where its clocks differ, the one of most people first.
    pub countries: BTreeMap<CountryCode, Vec<ZoneName>>,
    /// What may stand before a place ("i live in"), the longest first.
    pub openings: Vec<String>,
}

impl Places {
    /// How many places of a zone can be named: the more, the better known it is.
    pub fn known(&self, zone: &str) -> usize {
        let lies = |zones: &&Vec<ZoneName>| zones.iter().any(|one| one.as_str() == zone);
        self.names.values().filter(lies).count()
    }
}
