//! What the days do to answers: spans of time grow, and what counted as recent is recent no more.
//!
//! Source: the triage rules, "Follow-up answers"; the spans are those of the assessment format.

use crate::model::{Band, Choices, Context, Field, Value};

/// The first and the last day of a band; the longest has no last.
const fn days_of(band: Band) -> (u32, Option<u32>) {
    match band {
        Band::Under1Day => (0, Some(1)),
        Band::Days1To3 => (1, Some(3)),
        Band::Days4To14 => (4, Some(14)),
        Band::Weeks2To4 => (15, Some(28)),
        Band::Months1To3 => (29, Some(90)),
        Band::Over3Months => (91, None),
    }
}

/// The band that so many days ago falls into.
pub(super) const fn band_of(days: u32) -> Band {
    match days {
        0 => Band::Under1Day,
        1..=3 => Band::Days1To3,
        4..=14 => Band::Days4To14,
        15..=28 => Band::Weeks2To4,
        29..=90 => Band::Months1To3,
        91.. => Band::Over3Months,
    }
}

/// A band so many days later, where it counts as its last day.
pub(super) const fn at_most(band: Band, days: u32) -> Band {
    match days_of(band) {
        // The last day of a band can be the first of the next: without a day passed, nothing moves.
        (_, Some(_)) if days == 0 => band,
        (_, Some(last)) => band_of(last.saturating_add(days)),
        (_, None) => band,
    }
}

/// A band so many days later, where it counts as its first day.
pub(super) const fn at_least(band: Band, days: u32) -> Band {
    band_of(days_of(band).0.saturating_add(days))
}

/// How many days after the answer a context still counts; none: however long ago.
///
/// When exactly it happened is not known, so its window is counted from the answer.
const fn window(context: Context) -> Option<u32> {
    match context {
        Context::BiteOrSting => Some(3),
        Context::Chemical => Some(14),
        Context::StoppedMedicine
        | Context::StoppedSedative
        | Context::StoppedHeavyDrinking
        | Context::HeadOrSpineInjury
        | Context::DirtyWound => Some(28),
        Context::NewMedicine => Some(56),
        Context::NewDiagnosis
        | Context::PastSpell
        | Context::VomitingOrDiarrhoea
        | Context::Lithium
        | Context::KidneyOrLiver
        | Context::Diabetes
        | Context::Thyroid
        | Context::KnownEpilepsy
        | Context::KnownNeurological
        | Context::FamilyHistory
        | Context::AlreadyChecked
        | Context::None => None,
    }
}

/// The context that still counts so many days after it was answered.
pub(super) fn still_recent(context: Choices, days: u32) -> Choices {
    let past = Context::ALL
        .iter()
        .filter(|value| window(**value).is_some_and(|last| days > last));
    past.fold(context, |left, value| left_of(left, value.index()))
}

/// The context without a value. Where that was all, "none" is left: the question stays answered.
pub(super) fn left_of(context: Choices, value: u8) -> Choices {
    let left = context.without(value);
    if left.is_empty() && !context.is_empty() {
        Field::Context.alone()
    } else {
        left
    }
}
