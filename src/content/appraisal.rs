//! What was learned of how messages are meant: `en/appraisal.bin`, which `twitchwise learn` writes.
//!
//! The numbers as they lie in memory, little end first: reading takes no time, and what no message asks
//! for is never loaded.

use std::borrow::Cow;

use crate::model::appraisal::{Appraisal, Features, HIDDEN, INTENTS, Layer, SIGNS};

use super::{files::Files, problem::Findings};

/// Where it stands.
pub(super) const FILE: &str = "en/appraisal.bin";
/// What it begins with: the format, and how large the network is.
const HEAD: [u8; 8] = *b"twitch1\n";
const NUMBER: usize = size_of::<f32>();
/// The unit, the bias, and a bias and a row for each class.
const NUMBERS: usize = 1 + HIDDEN + (INTENTS + SIGNS) * (1 + HIDDEN);

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

fn of_bytes(bytes: Cow<'static, [u8]>) -> Option<Appraisal> {
    let start = HEAD.len() + NUMBERS * NUMBER;
    let numbers = bytes.strip_prefix(&HEAD)?.get(..NUMBERS * NUMBER)?;
    let numbers = numbers.chunks_exact(NUMBER);
    let mut numbers = numbers.map(|number| number.try_into().map_or(f32::NAN, f32::from_le_bytes));
    if !numbers.clone().all(f32::is_finite) {
        return None;
    }
    let unit = numbers.next()?;
    let mut appraisal = Appraisal::default();
    fill(&mut appraisal.bias, &mut numbers);
    layer(&mut appraisal.intents, &mut numbers);
    layer(&mut appraisal.signs, &mut numbers);
    let rows = match bytes {
        Cow::Borrowed(bytes) => Cow::Borrowed(bytes.get(start..)?),
        Cow::Owned(mut bytes) => Cow::Owned(bytes.split_off(start)),
    };
    appraisal.features = Features::read(unit, rows)?;
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
    bytes.extend(numbers.flat_map(|number| number.to_le_bytes()));
    bytes.extend_from_slice(features.bytes());
    bytes
}
