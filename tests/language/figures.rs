//! How well a bank of messages is understood.

#![expect(clippy::print_stdout, reason = "the figures are what is wanted")]

use std::collections::BTreeMap;

use twitchwise::{
    language::{Intent, understand},
    model::{Catalog, Field},
};

use super::bank::{Bank, Message, choices};

#[derive(Default)]
pub(crate) struct Figures {
    /// By name: right, and of how many.
    shares: BTreeMap<&'static str, (f64, f64)>,
    found: f64,
    missed: f64,
    invented: f64,
    wrong: Vec<String>,
}

impl Figures {
    pub(crate) fn of(catalog: &Catalog, bank: &Bank) -> Self {
        let mut figures = Self::default();
        for message in &bank.message {
            figures.take(catalog, bank, message);
        }
        figures
    }

    fn take(&mut self, catalog: &Catalog, bank: &Bank, message: &Message) {
        let got = understand(&catalog.lexicon, &message.text, bank.today());
        let intent = got.intent.name();
        let right = message.intent.iter().any(|wanted| wanted == intent);
        self.count("intent", right);
        if !right {
            self.note(
                message,
                &format!("intent {intent}, not {:?}", message.intent),
            );
        }
        match message.kind.as_str() {
            "danger" => self.count("danger recall", got.intent == Intent::Emergency),
            "denied_danger" => self.count("denied in peace", got.intent != Intent::Emergency),
            "crisis" => self.count("crisis recall", got.intent == Intent::Crisis),
            "figurative_crisis" => {
                let calm = !matches!(got.intent, Intent::Crisis | Intent::Emergency);
                self.count("figures of speech in peace", calm);
            }
            _ => {}
        }
        if message.is_ordinary() {
            let calm = !matches!(got.intent, Intent::Crisis | Intent::Emergency);
            self.count("ordinary in peace", calm);
        }
        if matches!(got.intent, Intent::Crisis | Intent::Emergency) {
            let name = if right {
                "alarm without a doubt"
            } else {
                "false alarms in doubt"
            };
            self.count(name, right != got.unsure);
        }
        if got.intent == Intent::Unknown {
            self.count(
                "unknown precision",
                message.intent.iter().any(|i| i == "unknown"),
            );
        }
        if message.intent == ["unknown"] {
            self.count("unknown recall", got.intent == Intent::Unknown);
        }
        if let Some(first) = &message.first {
            let best = got.topics.first().map(|ranked| ranked.topic.name());
            let right = match best {
                None => first.is_empty(),
                Some(best) => first.iter().any(|wanted| wanted == best),
            };
            self.count("first topic", right);
            if message.kind == "question" {
                self.count("first topic of questions", right);
            }
            if !right {
                let score = got.topics.first().map(|ranked| ranked.score);
                self.note(message, &format!("topic {best:?} {score:?}, not {first:?}"));
            }
        }
        if let Some(slots) = &message.slots {
            for field in Field::ALL {
                let wanted = choices(slots, field);
                let got = got.assessment.get(field);
                let missed = wanted.minus(got);
                let invented = got.minus(wanted).minus(choices(&message.perhaps, field));
                self.found += count(wanted.and(got).len());
                self.missed += count(missed.len());
                self.invented += count(invented.len());
                for (what, values) in [("missed", missed), ("invented", invented)] {
                    let names: Vec<_> = values.names(field).collect();
                    if !names.is_empty() {
                        self.note(message, &format!("{what} {} {names:?}", field.name()));
                    }
                }
            }
        }
    }

    fn count(&mut self, name: &'static str, right: bool) {
        let (good, all) = self.shares.entry(name).or_default();
        *good += f64::from(u8::from(right));
        *all += 1.0;
    }

    fn note(&mut self, message: &Message, what: &str) {
        self.wrong
            .push(format!("[{}] {:?}: {what}", message.kind, message.text));
    }

    fn share(&self, name: &str) -> f64 {
        let precision = self.found / (self.found + self.invented).max(1.0);
        let recall = self.found / (self.found + self.missed).max(1.0);
        match name {
            "slot precision" => precision,
            "slot recall" => recall,
            "slot F1" => 2.0 * precision * recall / (precision + recall).max(f64::MIN_POSITIVE),
            name => self.shares.get(name).map_or(1.0, |(good, all)| good / all),
        }
    }

    pub(crate) fn print(&self, name: &str, wrong: bool) {
        let shares = self.shares.iter().map(|(name, (_, all))| (*name, *all));
        let slots = ["slot precision", "slot recall", "slot F1"].map(|name| (name, self.found));
        let slots = slots.into_iter().filter(|(_, found)| *found > 0.0);
        println!("-- {name}");
        for (what, all) in shares.chain(slots) {
            println!("{what:>28}: {:5.1} % of {all}", 100.0 * self.share(what));
        }
        if wrong {
            println!("{}", self.wrong.join("\n"));
        }
    }

    /// Fails where a figure is below its floor.
    pub(crate) fn at_least(&self, floors: &[(&str, f64)]) {
        let below: Vec<_> = floors
            .iter()
            .filter(|(name, floor)| self.share(name) < *floor)
            .collect();
        assert!(below.is_empty(), "below the floor: {below:?}");
    }
}

fn count(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap())
}
