//! The Bot API's own data: every method and type, read once from `botapi-10.3.json`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

/// What a value has to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ty {
    /// Text.
    Text,
    /// A whole number.
    Integer,
    /// Any number.
    Float,
    /// `true` or `false`.
    Boolean,
    /// Only `true`.
    True,
    /// An uploaded file.
    File,
    /// A list of one type.
    List(Box<Ty>),
    /// A named type.
    Named(String),
    /// One of several.
    OneOf(Vec<Ty>),
}

impl Ty {
    /// Reads Telegram's notation, such as `Array of A or B`.
    pub fn read(notation: &str) -> Self {
        if let Some(inner) = notation.strip_prefix("Array of ") {
            return Self::List(Box::new(Self::read(inner)));
        }
        let unified = notation.replace(" and ", " or ").replace(", ", " or ");
        let mut parts: Vec<Self> = unified.split(" or ").map(Self::single).collect();
        if parts.len() > 1 {
            Self::OneOf(parts)
        } else {
            parts.remove(0)
        }
    }

    fn single(name: &str) -> Self {
        match name.trim() {
            "String" => Self::Text,
            "Integer" => Self::Integer,
            "Float" => Self::Float,
            "Boolean" => Self::Boolean,
            "True" => Self::True,
            "InputFile" => Self::File,
            other => match other.strip_prefix("Array of ") {
                Some(inner) => Self::List(Box::new(Self::read(inner))),
                None => Self::Named(other.to_owned()),
            },
        }
    }

    /// Whether a bare text is a right value.
    pub fn takes_text(&self) -> bool {
        match self {
            Self::Text | Self::File => true,
            Self::OneOf(options) => options.iter().any(Self::takes_text),
            Self::Integer
            | Self::Float
            | Self::Boolean
            | Self::True
            | Self::List(_)
            | Self::Named(_) => false,
        }
    }
}

/// How a length is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Unit {
    /// UTF-16 code units.
    Characters,
    /// UTF-8 bytes.
    Bytes,
}

/// The shortest and longest text allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit {
    /// The least length.
    pub min: usize,
    /// The greatest length.
    pub max: usize,
    /// What is counted.
    pub unit: Unit,
}

/// A parameter of a method or a field of a type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// What it has to be.
    pub ty: Ty,
    /// Whether it must be there.
    pub required: bool,
    /// Its length.
    pub limit: Option<Limit>,
}

/// Fields by name.
pub type Fields = BTreeMap<String, Field>;

/// A method as Telegram spells it.
#[derive(Debug)]
pub struct Method {
    /// The name, such as `sendMessage`.
    pub name: String,
    /// Its parameters.
    pub fields: Fields,
}

/// A named type.
#[derive(Debug)]
pub enum Shape {
    /// An object.
    Object(Fields),
    /// One of several named types.
    Union(Vec<Ty>),
}

/// All methods and types.
#[derive(Debug, Default)]
pub struct Schema {
    methods: BTreeMap<String, Method>,
    types: BTreeMap<String, Shape>,
}

impl Schema {
    /// A method by its name in any case.
    pub fn method(&self, name: &str) -> Option<&Method> {
        self.methods.get(&name.to_ascii_lowercase())
    }

    /// A type by its name.
    pub fn shape(&self, name: &str) -> Option<&Shape> {
        self.types.get(name)
    }

    /// How many methods and types there are.
    pub fn size(&self) -> (usize, usize) {
        (self.methods.len(), self.types.len())
    }
}

#[derive(Deserialize)]
struct RawField {
    t: String,
    #[serde(default)]
    r: u8,
    min: Option<usize>,
    max: Option<usize>,
    unit: Option<Unit>,
}

#[derive(Deserialize)]
struct RawShape {
    f: Option<BTreeMap<String, RawField>>,
    u: Option<Vec<String>>,
}

#[derive(Deserialize)]
struct RawSchema {
    methods: BTreeMap<String, BTreeMap<String, RawField>>,
    types: BTreeMap<String, RawShape>,
}

fn fields(raw: BTreeMap<String, RawField>) -> Fields {
    raw.into_iter()
        .map(|(name, field)| {
            let limit = match (field.min, field.max, field.unit) {
                (Some(min), Some(max), Some(unit)) => Some(Limit { min, max, unit }),
                _ => None,
            };
            (
                name,
                Field {
                    ty: Ty::read(&field.t),
                    required: field.r == 1,
                    limit,
                },
            )
        })
        .collect()
}

fn shape(raw: RawShape) -> Shape {
    match raw.u {
        Some(members) if !members.is_empty() => {
            Shape::Union(members.iter().map(|name| Ty::read(name)).collect())
        }
        _ => Shape::Object(fields(raw.f.unwrap_or_default())),
    }
}

/// The data, parsed once.
pub fn schema() -> &'static Schema {
    // The file is part of the program: a test holds its size, so that a bad one can't go unseen.
    static SCHEMA: LazyLock<Schema> = LazyLock::new(|| {
        let Ok(raw) = serde_json::from_str::<RawSchema>(include_str!("botapi-10.3.json")) else {
            log::error!("the Bot API data beside the emulator can't be read");
            return Schema::default();
        };
        Schema {
            methods: raw
                .methods
                .into_iter()
                .map(|(name, raw)| {
                    (
                        name.to_ascii_lowercase(),
                        Method {
                            name,
                            fields: fields(raw),
                        },
                    )
                })
                .collect(),
            types: raw
                .types
                .into_iter()
                .map(|(name, raw)| (name, shape(raw)))
                .collect(),
        }
    });
    &SCHEMA
}
