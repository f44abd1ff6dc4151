//! What was learned of how messages are meant: `en/appraisal.bin`, which `twitchwise learn` writes.
//!
//! The numbers as they lie in memory, little end first: reading takes no time, and rows that no message asks
//! for are never loaded.

use std::borrow::Cow;

use crate::{
    language::{feature, intent_names},
    model::{
        Field,
        appraisal::{Appraisal, Features, HIDDEN, Layer, SIGNS},
        by_heart::ByHeart,
        sequence::{Sequence, WIDTHS, Window},
    },
};

use super::{files::Files, problem::Findings};

/// Where it stands.
pub(super) const FILE: &str = "en/appraisal.bin";
/// What it begins with; then comes [`shape`], how many features there are, how many words, and how many
/// messages are known by heart.
const HEAD: [u8; 8] = *b"twitch3\n";
type Bytes = Cow<'static, [u8]>;
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

/// A number for how large the networks are and what their classes are: another order of them is another
/// file.
fn shape() -> u64 {
    let signs = Field::DangerSigns.values().iter().take(SIGNS).copied();
    let names: Vec<&str> = intent_names().into_iter().chain(signs).collect();
    feature(&format!("{HIDDEN} {WIDTHS:?} {}", names.join(" ")))
}

fn of_bytes(bytes: Bytes) -> Option<Appraisal> {
    let mut rest = Rest(&bytes);
    rest.0 = rest.0.strip_prefix(&HEAD)?;
    if rest.number()? != shape() {
        return None;
    }
    let [features, words, by_heart] = [rest.count()?, rest.count()?, rest.count()?];
    let mut appraisal = Appraisal::default();
    let unit = rest.unit()?;
    rest.fill(&mut appraisal.bias)?;
    rest.layer(&mut appraisal.intents)?;
    rest.layer(&mut appraisal.signs)?;
    let unit_of_words = rest.unit()?;
    for (window, width) in appraisal.sequence.windows.iter_mut().zip(WIDTHS) {
        window.rows = vec![[0.0; HIDDEN]; width * HIDDEN];
        rest.fill(window.rows.as_flattened_mut())?;
        rest.fill(&mut window.bias)?;
        rest.layer(&mut window.intents)?;
    }
    let start = bytes.len() - rest.0.len();
    let (_, rows) = split(bytes, start)?;
    let (messages, rows) = split(rows, ByHeart::size(by_heart)?)?;
    appraisal.by_heart = ByHeart::read(messages)?;
    let (rows_of_words, rows) = split(rows, Features::size(words)?)?;
    appraisal.sequence.words = Features::read(unit_of_words, rows_of_words)?;
    appraisal.features = Features::read(unit, rows).filter(|read| read.count() == features)?;
    Some(appraisal)
}

/// Two parts of what lies there, not copied where it lies for good.
fn split(bytes: Bytes, at: usize) -> Option<(Bytes, Bytes)> {
    Some(match bytes {
        Cow::Borrowed(bytes) => {
            let (first, second) = bytes.split_at_checked(at)?;
            (first.into(), second.into())
        }
        Cow::Owned(mut first) => {
            let second = (at <= first.len()).then(|| first.split_off(at))?;
            (first.into(), second.into())
        }
    })
}

/// What is still to be read.
struct Rest<'b>(&'b [u8]);

impl Rest<'_> {
    fn number(&mut self) -> Option<u64> {
        let (number, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(u64::from_le_bytes(*number))
    }

    fn count(&mut self) -> Option<usize> {
        usize::try_from(self.number()?).ok()
    }

    fn weight(&mut self) -> Option<f32> {
        let (weight, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        // What is no number at all is not below it either.
        Some(f32::from_le_bytes(*weight)).filter(|weight| weight.abs() <= LARGEST)
    }

    fn unit(&mut self) -> Option<f32> {
        self.weight().filter(|unit| *unit > 0.0)
    }

    fn fill(&mut self, weights: &mut [f32]) -> Option<()> {
        for weight in weights {
            *weight = self.weight()?;
        }
        Some(())
    }

    fn layer<const CLASSES: usize>(&mut self, layer: &mut Layer<CLASSES>) -> Option<()> {
        self.fill(&mut layer.bias)?;
        self.fill(layer.weights.as_flattened_mut())
    }
}

/// Writes down what was learned.
pub fn written(appraisal: &Appraisal) -> Vec<u8> {
    let Appraisal {
        features,
        bias,
        intents,
        signs,
        sequence: Sequence { words, windows },
        by_heart,
    } = appraisal;
    let mut out = HEAD.to_vec();
    out.extend(shape().to_le_bytes());
    for count in [features.count(), words.count(), by_heart.count()] {
        out.extend((count as u64).to_le_bytes());
    }
    put(&mut out, &[features.unit]);
    put(&mut out, bias);
    put_layer(&mut out, intents);
    put_layer(&mut out, signs);
    put(&mut out, &[words.unit]);
    for Window {
        rows,
        bias,
        intents,
    } in windows.iter()
    {
        put(&mut out, rows.as_flattened());
        put(&mut out, bias);
        put_layer(&mut out, intents);
    }
    out.extend_from_slice(by_heart.bytes());
    out.extend_from_slice(words.bytes());
    out.extend_from_slice(features.bytes());
    out
}

fn put(out: &mut Vec<u8>, weights: &[f32]) {
    out.extend(weights.iter().flat_map(|weight| weight.to_le_bytes()));
}

fn put_layer<const CLASSES: usize>(out: &mut Vec<u8>, layer: &Layer<CLASSES>) {
    put(out, &layer.bias);
    put(out, layer.weights.as_flattened());
}
