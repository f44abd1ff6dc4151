//! The answers of one intake, as a value that can be compared, stored and replayed.

use std::fmt;

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error, MapAccess, SeqAccess, Visitor},
    ser::SerializeMap,
};

use super::vocabulary::{AgeGroup, Band, Field, Value};

/// The values chosen for one field; empty means that the field was not answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Choices(u32);

impl Choices {
    /// Nothing chosen.
    pub const EMPTY: Self = Self(0);

    /// One value, by its index (0 to 31).
    pub const fn one(index: u8) -> Self {
        Self(1 << index)
    }

    /// These values, by their indexes.
    pub fn of(indexes: impl IntoIterator<Item = u8>) -> Self {
        indexes.into_iter().fold(Self::EMPTY, Self::with)
    }

    /// Whether nothing is chosen.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// How many values are chosen.
    pub const fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// Whether the value of that index is chosen.
    pub const fn has(self, index: u8) -> bool {
        self.0 & (1 << index) != 0
    }

    /// Whether any of these is chosen.
    pub const fn any(self, of: Self) -> bool {
        self.0 & of.0 != 0
    }

    /// Whether all of these are chosen.
    pub const fn all(self, of: Self) -> bool {
        self.0 & of.0 == of.0
    }

    /// The same with that value added.
    #[must_use]
    pub const fn with(self, index: u8) -> Self {
        Self(self.0 | 1 << index)
    }

    /// The same with that value taken out.
    #[must_use]
    pub const fn without(self, index: u8) -> Self {
        Self(self.0 & !(1 << index))
    }

    /// What is chosen here or there.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// What is chosen here and not there.
    #[must_use]
    pub const fn minus(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// What is chosen here and there.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// The indexes chosen, in the order of the format.
    pub fn indexes(self) -> impl Iterator<Item = u8> {
        (0..32).filter(move |index| self.has(*index))
    }

    /// The names chosen, in the order of the format.
    pub fn names(self, field: Field) -> impl Iterator<Item = &'static str> {
        field
            .values()
            .iter()
            .zip(0..)
            .filter(move |(_, index)| self.has(*index))
            .map(|(n, _)| *n)
    }
}

/// The answers of one intake. A field that was not answered is empty.
#[derive(Clone, PartialEq, Eq, Hash, Default)]
pub struct Assessment {
    /// A free label, echoed in the outcome.
    pub id: Option<String>,
    answers: [Choices; Field::ALL.len()],
}

impl fmt::Debug for Assessment {
    /// What was answered stays private.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "Assessment({} answered)",
            self.answers.iter().filter(|a| !a.is_empty()).count()
        )
    }
}

impl Assessment {
    /// What was answered to that field.
    pub const fn get(&self, field: Field) -> Choices {
        self.answers[field as usize]
    }

    /// Replaces the answer to that field; empty takes it back. "None" or "not sure" beside another
    /// value falls away: what was chosen counts.
    pub const fn set(&mut self, field: Field, choices: Choices) {
        self.answers[field as usize] = if choices.len() > 1 {
            choices.minus(field.alone())
        } else {
            choices
        };
    }

    /// The same with one more value of a field.
    #[must_use]
    pub fn with<V: Value>(mut self, value: V) -> Self {
        self.set(V::FIELD, self.get(V::FIELD).with(value.index()));
        self
    }

    /// Whether that value was chosen.
    pub fn has<V: Value>(&self, value: V) -> bool {
        self.get(V::FIELD).has(value.index())
    }

    /// Whether that is the only value chosen in its field.
    pub fn only<V: Value>(&self, value: V) -> bool {
        self.get(V::FIELD) == Choices::one(value.index())
    }

    /// Whether the field was answered. "Not sure" about danger signs counts as not answered.
    pub fn answered(&self, field: Field) -> bool {
        let not_sure =
            field == Field::DangerSigns && self.only(super::vocabulary::DangerSign::NotSure);
        !self.get(field).is_empty() && !not_sure
    }

    /// The age group, where it was answered.
    pub fn age_group(&self) -> Option<AgeGroup> {
        AgeGroup::ALL.iter().copied().find(|age| self.has(*age))
    }

    /// The band of `duration` or `symptoms_since`, where it was answered.
    pub fn band(&self, field: Field) -> Option<Band> {
        Band::ALL
            .iter()
            .copied()
            .find(|band| self.get(field).has(band.index()))
    }

    /// When the accompanying symptoms began: `symptoms_since`, else the twitch's duration.
    pub const fn began(&self) -> Choices {
        let since = self.get(Field::SymptomsSince);
        if since.is_empty() {
            self.get(Field::Duration)
        } else {
            since
        }
    }

    /// The key questions without an answer, in the order of the rules.
    pub fn missing(&self) -> impl Iterator<Item = Field> {
        Field::KEY
            .into_iter()
            .filter(|field| !self.answered(*field))
    }
}

impl Serialize for Assessment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        if let Some(id) = &self.id {
            map.serialize_entry("id", id)?;
        }
        for field in Field::ALL {
            let choices = self.get(field);
            if choices.is_empty() {
                continue;
            }
            if field.is_list() {
                let names: Vec<_> = choices.names(field).collect();
                map.serialize_entry(field.name(), &names)?;
            } else {
                map.serialize_entry(field.name(), &choices.names(field).next())?;
            }
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for Assessment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(AssessmentVisitor)
    }
}

struct AssessmentVisitor;

impl<'de> Visitor<'de> for AssessmentVisitor {
    type Value = Assessment;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an assessment object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Assessment, A::Error> {
        let mut assessment = Assessment::default();
        while let Some(key) = map.next_key::<std::borrow::Cow<'de, str>>()? {
            if key == "id" {
                if assessment.id.is_some() {
                    return Err(A::Error::custom("`id` twice"));
                }
                assessment.id = Some(map.next_value()?);
                continue;
            }
            let field = Field::named(&key)
                .ok_or_else(|| A::Error::custom(format_args!("unknown field `{key}`")))?;
            if !assessment.get(field).is_empty() {
                return Err(A::Error::custom(format_args!("`{key}` twice")));
            }
            let choices = map.next_value_seed(ChoicesSeed(field))?;
            assessment.set(field, choices);
        }
        Ok(assessment)
    }
}

/// Reads the choices of one known field.
pub(crate) struct ChoicesSeed(pub(crate) Field);

impl ChoicesSeed {
    fn value<E: Error>(&self, name: &str) -> Result<u8, E> {
        let field = self.0.name();
        self.0
            .value_named(name)
            .ok_or_else(|| E::custom(format_args!("unknown value `{name}` in `{field}`")))
    }
}

impl<'de> serde::de::DeserializeSeed<'de> for ChoicesSeed {
    type Value = Choices;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Choices, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for ChoicesSeed {
    type Value = Choices;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = if self.0.is_list() {
            "a list of values"
        } else {
            "one value"
        };
        write!(f, "{kind} for `{}`", self.0.name())
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Choices, E> {
        if self.0.is_list() {
            return Err(E::invalid_type(serde::de::Unexpected::Str(name), &self));
        }
        Ok(Choices::one(self.value(name)?))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Choices, A::Error> {
        let field = self.0.name();
        if !self.0.is_list() {
            return Err(A::Error::invalid_type(serde::de::Unexpected::Seq, &self));
        }
        let mut choices = Choices::EMPTY;
        let mut alone = None;
        while let Some(name) = seq.next_element::<std::borrow::Cow<'de, str>>()? {
            let index = self.value(&name)?;
            if choices.has(index) {
                return Err(A::Error::custom(format_args!(
                    "`{name}` twice in `{field}`"
                )));
            }
            choices = choices.with(index);
            if self.0.stands_alone(index) {
                alone = Some(self.0.values()[usize::from(index)]);
            }
        }
        match alone {
            _ if choices.is_empty() => {
                Err(A::Error::custom(format_args!("`{field}` is an empty list")))
            }
            Some(name) if choices.len() > 1 => Err(A::Error::custom(format_args!(
                "`{name}` beside another value in `{field}`"
            ))),
            _ => Ok(choices),
        }
    }
}
