//! A follow-up being answered: danger signs, anything new, then what it leads to and what has
//! changed. It is a check that asks only what may have changed, so that everything a question can
//! do is the same there.

use std::cmp::Ordering;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{
    model::{Assessment, Choices, Field, Level, Text, keys},
    triage::{Cause, Change, FollowUp, Followed, Now, Reply, follow_up},
};

use super::{
    super::{answer, home, outcome, pages, screen::Block, session::Check, turn::Turn},
    offer,
    reminder::{About, Reminder},
};

/// What a follow-up is about, while it is answered.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Following {
    /// The answers up to now.
    pub followed: Followed,
    /// How the twitch is.
    pub now: Now,
    /// What was told to be new together with how it is, until that question is answered.
    #[serde(default)]
    pub said: Assessment,
    /// The check that was under way and goes on afterwards.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub waits: Option<Box<Check>>,
}

impl Following {
    /// Whether that question is asked, as far as it was answered: what may have changed. Since when the
    /// symptoms are there is known. Where nothing is left pregnancy makes no difference.
    pub(in super::super) fn asks(&self, field: Field, answers: &Assessment) -> bool {
        let known = || self.followed.answers.answered(field);
        let news = || answers.get(Field::Symptoms).minus(Field::Symptoms.alone());
        let is_left = || self.now != Now::Gone || !news().is_empty();
        matches!(field, Field::DangerSigns | Field::Symptoms)
            || field == Field::Pregnancy && !known() && is_left()
    }
}

/// The day, by the person's clock.
pub(in super::super) fn today(turn: &Turn<'_>) -> Date {
    turn.session.agenda.zone().local(turn.now).date()
}

/// How many days ago that day was.
pub(super) fn days_since(turn: &Turn<'_>, day: Date) -> i64 {
    day.duration_until(today(turn)).as_hours() / 24
}

/// "How is it now?" was answered: asks what else has to be known.
pub(super) fn begin(turn: &mut Turn<'_>, one: &Reminder, now: Now, said: &Assessment) {
    let About::FollowUp { of, .. } = &one.about else {
        return super::list(turn);
    };
    let waits = turn
        .session
        .check
        .take()
        .and_then(|check| match check.following {
            Some(following) => following.waits,
            None => Some(Box::new(check)),
        });
    let mut check = Check::new(turn.now);
    for field in [Field::AgeGroup, Field::Locations, Field::Pregnancy] {
        check.answers.set(field, of.answers.get(field));
    }
    let new = said.get(Field::Symptoms).minus(Field::Symptoms.alone());
    check.following = Some(Box::new(Following {
        followed: (**of).clone(),
        now,
        said: alone(Field::Symptoms, new),
        waits,
    }));
    turn.session.check = Some(check);
    // The question stays where it came, among other reminders perhaps.
    turn.pressed = false;
    answer::go_on(turn);
}

fn alone(field: Field, choices: Choices) -> Assessment {
    let mut said = Assessment::default();
    said.set(field, choices);
    said
}

/// Whether the last answers led to more than self-care: then there is a rest beside the twitch.
fn holds_more(turn: &Turn<'_>, of: &Followed) -> bool {
    of.outcome(turn.catalog, of.last).level > Level::SelfCare
}

/// A danger sign was told instead: it is not asked again.
pub(in super::super) fn broken_off(turn: &mut Turn<'_>) {
    let all = turn.session.agenda.reminders.iter_mut();
    for one in all.filter(|one| matches!(one.about, About::FollowUp { .. })) {
        one.next = None;
    }
}

/// Everything was asked: what it leads to, and what has changed.
pub(in super::super) fn assess(turn: &mut Turn<'_>) {
    let day = today(turn);
    let Some(check) = turn.session.check.take() else {
        return home::show(turn);
    };
    let Some(following) = check.following else {
        return home::show(turn);
    };
    turn.session.check = following.waits.map(|check| *check);
    offer::begin_anew(turn);
    let mut before = following.followed;
    let pregnancy = check.answers.get(Field::Pregnancy);
    if !pregnancy.is_empty() {
        before.answers.set(Field::Pregnancy, pregnancy);
    }
    let news = check.answers.get(Field::Symptoms);
    let reply = Reply {
        danger_signs: check.answers.get(Field::DangerSigns),
        new_symptoms: news.minus(Field::Symptoms.alone()),
        now: following.now,
    };
    let Some(answered) = follow_up(turn.catalog, &before, reply, day) else {
        let key = if holds_more(turn, &before) {
            keys::FOLLOW_UP_GONE_REST
        } else {
            keys::FOLLOW_UP_GONE
        };
        return home::show_with(turn, key);
    };
    let changed = changed(turn, &answered, reply);
    let done = turn.catalog.nodes.iter().map(|node| node.id.clone());
    outcome::record(turn, &answered.followed.on(day), done.collect());
    if let Some(result) = &mut turn.session.result {
        result.followed = Some(Box::new(answered.followed));
    }
    pages::show_changed(turn, changed);
}

fn changed(turn: &Turn<'_>, answered: &FollowUp<'_>, reply: Reply) -> Vec<Block> {
    let heard = match reply.now {
        Now::Gone => keys::FOLLOW_UP_GONE_BUT,
        Now::Better => keys::FOLLOW_UP_BETTER,
        Now::Same => keys::FOLLOW_UP_SAME,
        Now::Worse => keys::FOLLOW_UP_WORSE,
    };
    let change = &answered.change;
    let added = !change.new.is_empty();
    let text = match (change.level, why(turn, change, reply.new_symptoms)) {
        (Ordering::Greater, Some(why)) => Text::new(keys::FOLLOW_UP_UP).with("why", why),
        (Ordering::Less, Some(why)) => Text::new(keys::FOLLOW_UP_DOWN).with("why", why),
        (Ordering::Equal, Some(why)) if added => Text::new(keys::FOLLOW_UP_ADDED).with("why", why),
        _ => Text::new(keys::FOLLOW_UP_STILL),
    };
    vec![Block::Para(Text::new(heard)), Block::Para(text)]
}

/// The main reason, in one sentence.
fn why(turn: &Turn<'_>, change: &Change<'_>, news: Choices) -> Option<Text> {
    let why = change.why?;
    let reason = format!("rule-{}", why.rule.id);
    let now = format!("{reason}.now");
    let came = change.new.iter().any(|rule| rule.id == why.rule.id);
    let with_reason = |key| Text::new(key).with("reason", Text::new(reason.clone()));
    Some(match why.cause {
        Cause::Time if came && !turn.catalog.words.plain(&now).is_empty() => Text::new(now),
        Cause::Time | Cause::Signs if came => with_reason(keys::FOLLOW_UP_WHY_TIME),
        Cause::New if came => {
            let named = news.names(Field::Symptoms);
            let items: Vec<_> = named
                .map(|name| Text::option(Field::Symptoms, name).with("age", "unknown"))
                .collect();
            Text::new(keys::FOLLOW_UP_WHY_NEW).with("items", items)
        }
        Cause::Worse if came => Text::new(keys::FOLLOW_UP_WHY_WORSE),
        Cause::Worse => Text::new(keys::FOLLOW_UP_WHY_NOT_WORSE),
        Cause::Time | Cause::New | Cause::Signs => with_reason(keys::FOLLOW_UP_WHY_PAST),
    })
}
