//! Small daily nudges: whom each fits, when it may come, where it comes from.

use jiff::civil::{Time, Weekday};

use super::{
    assessment::Assessment,
    id::{PieceId, SourceKey},
    vocabulary::Field,
};

/// A habit that the bot can nudge a person to. Its words are `habit-<id>`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Habit {
    /// Its name.
    pub id: PieceId,
    /// The answers that bring it up, in each field the one that it fits best first.
    pub fits: Vec<(Field, u8)>,
    /// Answers with which it is not offered.
    pub not_for: Vec<(Field, u8)>,
    /// The days of the week on which it comes by default, from Monday.
    pub days: Vec<Weekday>,
    /// The times of the clock that are offered; the first is the default. Never empty, all within
    /// the window.
    pub times: Vec<Time>,
    /// The first time of the clock at which it makes sense …
    pub from: Time,
    /// … and the first at which it no longer does. It may lie past midnight.
    pub to: Time,
    /// Where it comes from.
    pub sources: Vec<SourceKey>,
    /// What fills its words, one a day in this order; the words are `idea-<id>`. Mostly none.
    pub ideas: Vec<PieceId>,
}

impl Habit {
    /// The key of its nudge; `.name`, `.why` and `.caution` stand under it.
    pub fn text_key(&self) -> String {
        format!("habit-{}", self.id)
    }

    /// The key of the idea of a day, counted from the day on which the habit began (from 0); none
    /// where it has no ideas.
    pub fn idea_key(&self, day: usize) -> Option<String> {
        let place = day.checked_rem(self.ideas.len())?;
        Some(format!("idea-{}", self.ideas.get(place)?))
    }

    /// Whether an answer speaks against it.
    pub fn is_ruled_out(&self, answers: &Assessment) -> bool {
        let given = |(field, value): &(Field, u8)| answers.get(*field).has(*value);
        self.not_for.iter().any(given)
    }

    /// How well it fits: the place among its fields' answers of the first that was given, and how
    /// many were. None where none was, or where an answer rules it out.
    pub(super) fn fit(&self, answers: &Assessment) -> Option<(usize, usize)> {
        let given = |(field, value): (Field, u8)| answers.get(field).has(value);
        if self.is_ruled_out(answers) {
            return None;
        }
        let place = |answer: (Field, u8)| {
            let of_field = self.fits.iter().filter(|other| other.0 == answer.0);
            of_field.take_while(|other| **other != answer).count()
        };
        let fitting = || self.fits.iter().copied().filter(|answer| given(*answer));
        Some((fitting().map(place).min()?, fitting().count()))
    }
}
