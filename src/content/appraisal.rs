//! What was learned of how messages are meant: `en/appraisal.bin`, which `twitchwise learn` writes.
//!
//! The numbers as they lie in memory, little end first: reading takes no time, and rows that no message asks
//! for are never loaded.

use std::borrow::Cow;

use crate::{
    language::{feature, intent_names},
    model::{
        Field,
        appraisal::{Appraisal, Features, HIDDEN, INTENTS, Layer, SIGNS},
    },
};

use super::{files::Files, problem::Findings};

/// Where it stands.
pub(super) const FILE: &str = "en/appraisal.bin";
/// What it begins with; then comes [`shape`], and how many features there are.
const HEAD: [u8; 8] = *b"twitch1\n";
const NUMBER: usize = size_of::<f32>();
/// The unit, the bias, and a bias and a row for each class.
const NUMBERS: usize = 1 + HIDDEN + (INTENTS + SIGNS) * (1 + HIDDEN);
/// No weight is larger: scores stay numbers.
const LARGEST: f32 = 1_000.0;

/// Reads what was learned.
pub(super) fn read(files: &Files, findings: &mut Findings) -> Appraisal {
    let Some(bytes) = files.learned() else {
        return Appraisal::default();
    };
    of_bytes(bytes).unwrap_or_else(|| {
        findings.unreadable(&files.top(FILE), "not as `twitchwise learn` writes it");
        Appraisal::default()
    })
}

/// A number for how large the network is and what its classes are: another order of them is another file.
fn shape() -> u64 {
    let signs = Field::DangerSigns.values().iter().take(SIGNS).copied();
    let names: Vec<&str> = intent_names().into_iter().chain(signs).collect();
    feature(&format!("{HIDDEN} {}", names.join(" ")))
}

fn of_bytes(bytes: Cow<'static, [u8]>) -> Option<Appraisal> {
    let (shape_read, rest) = bytes.strip_prefix(&HEAD)?.split_first_chunk()?;
    let (count, rest) = rest.split_first_chunk()?;
    let numbers = rest.get(..NUMBERS * NUMBER)?.chunks_exact(NUMBER);
    let mut numbers = numbers.map(|number| number.try_into().map_or(f32::NAN, f32::from_le_bytes));
    let all_fine = numbers.clone().all(|number| number.abs() <= LARGEST);
    if u64::from_le_bytes(*shape_read) != shape() || !all_fine {
        return None;
    }
    let unit = numbers.next().filter(|unit| *unit > 0.0)?;
    let mut appraisal = Appraisal::default();
    fill(&mut appraisal.bias, &mut numbers);
    layer(&mut appraisal.intents, &mut numbers);
    layer(&mut appraisal.signs, &mut numbers);
    let count = usize::try_from(u64::from_le_bytes(*count)).ok()?;
    let start = bytes.len() - rest.len() + NUMBERS * NUMBER;
    let rows = match bytes {
        Cow::Borrowed(bytes) => Cow::Borrowed(bytes.get(start..)?),
        Cow::Owned(mut bytes) => Cow::Owned(bytes.split_off(start)),
    };
    appraisal.features = Features::read(unit, rows).filter(|read| read.count() == count)?;
    Some(appraisal)
}

fn fill(numbers: &mut [f32], from: &mut impl Iterator<Item = f32>) {
    for (number, read) in numbers.iter_mut().zip(from) {
        *number = read;
    }
}

fn layer<const CLASSES: usize>(layer: &mut Layer<CLASSES>, from: &mut impl Iterator<Item = f32>) {
    fill(&mut layer.bias, from);
    for weights in &mut layer.weights {
        fill(weights, from);
    }
}

/// Writes down what was learned.
pub fn written(appraisal: &Appraisal) -> Vec<u8> {
    let Appraisal {
        features,
        bias,
        intents,
        signs,
    } = appraisal;
    let numbers = std::iter::once(&features.unit).chain(bias);
    let numbers = numbers
        .chain(&intents.bias)
        .chain(intents.weights.as_flattened());
    let numbers = numbers
        .chain(&signs.bias)
        .chain(signs.weights.as_flattened());
    let mut bytes = HEAD.to_vec();
    bytes.extend(shape().to_le_bytes());
    bytes.extend((features.count() as u64).to_le_bytes());
    bytes.extend(numbers.flat_map(|number| number.to_le_bytes()));
    bytes.extend_from_slice(features.bytes());
    bytes
}
