//! Names of rows of content.

use std::{borrow::Borrow, fmt, sync::Arc};

macro_rules! ids {
    ($( $(#[$doc:meta])* $Id:ident )+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $Id(Arc<str>);

        impl $Id {
            /// The name as it stands in `dialogues/`.
            pub fn as_str(&self) -> &str { &self.0 }
        }

        impl From<&str> for $Id {
            fn from(name: &str) -> Self { Self(name.into()) }
        }

        impl Borrow<str> for $Id {
            fn borrow(&self) -> &str { &self.0 }
        }

        impl fmt::Display for $Id {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { f.write_str(&self.0) }
        }

        impl serde::Serialize for $Id {
            fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                s.serialize_str(&self.0)
            }
        }

        impl<'de> serde::Deserialize<'de> for $Id {
            fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                let name = std::borrow::Cow::<'de, str>::deserialize(d)?;
                Ok(Self(name.as_ref().into()))
            }
        }
    )+};
}

ids! {
    /// A triage rule.
    RuleId
    /// A piece of advice, first aid, a change to watch for, a question or test of the doctor, a habit.
    PieceId
    /// A source of a claim.
    SourceKey
    /// A question of the check.
    NodeId
    /// A country or territory, ISO 3166-1 alpha-2.
    CountryCode
    /// A time zone of the IANA database, under its present name.
    ZoneName
}
