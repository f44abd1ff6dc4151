//! The answer that a quick question gets: what it says, and what to offer next.

use crate::{
    language::Ranked,
    model::{Assessment, Catalog, PieceId, SourceKey, Text, Topic, TopicEntry, keys},
    triage::holds,
};

use super::screen::Block;

/// A topic, or one common question within it, of the content of today.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'c> {
    /// The topic.
    pub entry: &'c TopicEntry,
    /// The question within the topic.
    pub answer: Option<&'c str>,
}

impl<'c> Subject<'c> {
    /// The general answer of a topic.
    pub fn of(catalog: &'c Catalog, topic: Topic) -> Option<Self> {
        let entry = catalog.topic(topic)?;
        Some(Self {
            entry,
            answer: None,
        })
    }

    /// The answer to a question within a topic; the general one where there is none of that id.
    pub fn within(catalog: &'c Catalog, topic: Topic, answer: Option<&str>) -> Option<Self> {
        let entry = catalog.topic(topic)?;
        let answer = answer.and_then(|id| entry.answer(id));
        Some(Self {
            entry,
            answer: answer.map(|answer| answer.id.as_str()),
        })
    }

    /// The answer that a message asks for: the one for whom it is about, where there is one, by what the
    /// message says of them.
    pub fn asked(catalog: &'c Catalog, asked: &Ranked, said: &Assessment) -> Option<Self> {
        let answers = &catalog.topic(asked.topic)?.answers;
        let theirs = answers
            .iter()
            .find(|answer| holds(&answer.whom, said, false));
        let answer = theirs.map(|answer| &answer.id).or(asked.answer.as_ref());
        Self::within(catalog, asked.topic, answer.map(PieceId::as_str))
    }

    /// The answer of that name, `topic` or `topic.answer`.
    pub fn named(catalog: &'c Catalog, name: &str) -> Option<Self> {
        let (topic, answer) = name
            .split_once('.')
            .map_or((name, None), |(topic, answer)| (topic, Some(answer)));
        Self::within(catalog, Topic::named(topic)?, answer)
    }

    /// Its name, for buttons and links.
    pub fn name(&self) -> String {
        let topic = self.entry.topic.name();
        match self.answer {
            Some(answer) => format!("{topic}.{answer}"),
            None => topic.to_owned(),
        }
    }

    /// Its title, as short as a button.
    pub fn title(&self) -> Text {
        Text::new(format!("{}.title", self.key()))
    }

    /// What it says first.
    pub fn short(&self) -> Text {
        Text::new(self.key())
    }

    /// What may stand in any chat: the title, the short answer, and that it is no diagnosis.
    pub fn article(&self) -> Vec<Block> {
        vec![
            Block::Heading(self.title()),
            Block::Para(self.short()),
            Block::Small(Text::new(keys::ARTICLE_FOOT)),
        ]
    }

    /// The short answer, the details and the sources, both folded away.
    pub fn blocks(&self, catalog: &Catalog) -> Vec<Block> {
        let mut blocks = vec![Block::Para(self.short())];
        let more = format!("{}.more", self.key());
        if catalog.words.has(&more) {
            let title = Text::new(keys::ANSWER_MORE);
            blocks.push(Block::Details(title, Text::new(more)));
        }
        let sources: Vec<_> = self.sources().iter().map(Text::cited).collect();
        if !sources.is_empty() {
            blocks.push(Block::Fold(Text::new(keys::ANSWER_SOURCES), sources));
        }
        blocks
    }

    /// The other questions within the topic.
    pub fn questions(&self) -> impl Iterator<Item = Self> + use<'c> {
        let (entry, shown) = (self.entry, self.answer);
        let answers = entry.answers.iter().map(|answer| answer.id.as_str());
        answers
            .filter(move |id| Some(*id) != shown)
            .map(move |id| Subject {
                entry,
                answer: Some(id),
            })
    }

    /// The topics to go on with.
    pub fn related(&self) -> &'c [Topic] {
        let own = self.within_entry().map(|answer| answer.related.as_slice());
        own.filter(|related| !related.is_empty())
            .unwrap_or(&self.entry.related)
    }

    fn sources(&self) -> &'c [SourceKey] {
        self.within_entry()
            .map_or(&self.entry.sources, |answer| &answer.sources)
    }

    fn within_entry(&self) -> Option<&'c crate::model::SubAnswer> {
        self.answer.and_then(|id| self.entry.answer(id))
    }

    fn key(&self) -> String {
        self.entry.topic.text_key(self.answer)
    }
}
