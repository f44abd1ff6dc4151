//! What reading needs to find words and patterns fast, made once when everything is taken in.

use crate::model::grammar::{Classes, Deletes, Grammar, NEEDED_CLASSES};

use super::{super::spelling, Builder};

/// Classes of that beginning hold words that mean the same when topics are ranked.
const ONE_TERM: &str = "same_";
/// Endings that make forms of a word, tried on the word and on the word without its last `e`.
const ENDINGS: [&str; 6] = ["", "s", "es", "ed", "ing", "e"];

impl Builder {
    /// Everything taken in, ready for reading.
    pub fn finish(mut self) -> Grammar {
        self.index_beginnings();
        self.index_spellings();
        for (name, class) in &self.grammar.vocabulary.class_names {
            if name.starts_with(ONE_TERM) {
                self.grammar.one_term.add(*class as usize);
            }
        }
        self.mark_needed();
        self.grammar
    }

    fn mark_needed(&mut self) {
        let vocabulary = &mut self.grammar.vocabulary;
        let needed = NEEDED_CLASSES.map(|name| vocabulary.class_names.get(name).copied());
        let bits = |classes: &Classes| {
            let has = |class: Option<u32>| class.is_some_and(|class| classes.has(class as usize));
            let bits = (0..).zip(needed).filter(|(_, class)| has(*class));
            bits.fold(0, |bits, (bit, _)| bits | 1_u32 << bit)
        };
        vocabulary.needed = vocabulary.classes.iter().map(bits).collect();
    }

    fn index_beginnings(&mut self) {
        let grammar = &mut self.grammar;
        let mut members: Vec<Vec<usize>> = vec![Vec::new(); grammar.vocabulary.class_names.len()];
        for (word, classes) in grammar.vocabulary.classes.iter().enumerate() {
            for (class, members) in members.iter_mut().enumerate() {
                if classes.has(class) {
                    members.push(word);
                }
            }
        }
        for (number, part) in (0_u32..).zip(&grammar.parts) {
            let Some(first) = part.elements.first() else {
                continue;
            };
            if first.number {
                grammar.begin_number.push(number);
            }
            let of_classes = members.iter().enumerate();
            let of_classes = of_classes.filter(|(class, _)| first.classes.has(*class));
            let of_classes = of_classes.flat_map(|(_, words)| words.iter().copied());
            let own = first.words.iter().map(|word| *word as usize);
            let mut words: Vec<usize> = of_classes.chain(own).collect();
            words.sort_unstable();
            words.dedup();
            for word in words {
                if let Some(parts) = grammar.begin.get_mut(word) {
                    parts.push(number);
                }
            }
        }
    }

    fn index_spellings(&mut self) {
        let vocabulary = &mut self.grammar.vocabulary;
        // Most words stand in several patterns.
        self.medical.sort_unstable();
        self.medical.dedup();
        let mut forms: Vec<String> = Vec::new();
        for word in &self.medical {
            forms.push(word.clone());
            let stem = self.stemmer.stem(word);
            let bare = word.strip_suffix('e').unwrap_or(word);
            for ending in ENDINGS {
                let form = format!("{bare}{ending}");
                if form != *word && self.stemmer.stem(&form) == stem {
                    forms.push(form);
                }
            }
        }
        forms.sort_unstable();
        forms.dedup();
        forms.truncate(Deletes::MOST);
        vocabulary.known.extend(forms.iter().cloned());
        vocabulary.targets = forms.into_iter().map(String::into_boxed_str).collect();
        vocabulary.deletes = spelling::deletes(&vocabulary.targets);
    }
}
