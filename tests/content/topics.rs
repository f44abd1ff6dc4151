//! Quick questions: what is broken in them is found, and each can be asked for and is answered.

use twitchwise::{
    content, language,
    machine::Subject,
    model::{Example, PieceId, Topic},
};

use super::{Broken, Copy, each_is_found};

const TOPICS: &str = "topics.toml";
const QUESTIONS: &str = "en/questions.toml";
const CAFFEINE: &str = "related = [\"sleep\", \"screens\", \"how_to_stop\"]";
const FOOD: &str = "en/topics-food.ftl";
const HABITS: &str = "en/topics-habits.ftl";

#[rustfmt::skip]
const QUICK_QUESTIONS: &[Broken] = &[
    (TOPICS, "id = \"caffeine\"", "id = \"cafeine\"", 0, "unknown topic `cafeine` (did you mean `caffeine`?)"),
    (TOPICS, "id = \"magnesium\"", "id = \"caffeine\"", 0, "topic `caffeine` twice"),
    (TOPICS, CAFFEINE, "related = [\"sleep\", \"screen\"]", 0, "unknown topic `screen` (did you mean `screens`?)"),
    (TOPICS, CAFFEINE, "related = [\"sleep\"]", -2, "1 related topics, 2 to 4 are shown"),
    (TOPICS, CAFFEINE, "related = [\"sleep\", \"caffeine\"]", -2, "related topic `caffeine`: it is shown already"),
    (TOPICS, "\"fda-caffeine\"", "\"fda-cafeine\"", 0, "unknown source `fda-cafeine` (did you mean `fda-caffeine`?)"),
    (TOPICS, "sources = [\"fda-caffeine\"]", "", -1, "`caffeine`, answer `decaf` has no source"),
    (TOPICS, "id = \"decaf\"", "id = \"cut_down\"", 0, "answer `cut_down` of `caffeine` twice"),
    (TOPICS, "id = \"decaf\"", "id = \"decaff\"", 0, "the text `topic-caffeine-decaff.title` is missing"),
    (FOOD, "topic-caffeine-decaf =", "topic-caffeine-dekaf =", 0, "nothing uses the text `topic-caffeine-dekaf` (did you mean"),
    (FOOD, ".title = Caffeine", ".title = Caffeine in all that you drink", 0, "25 at most"),
    (HABITS, "Is it one of yours? Ask your pharmacist.", "Is it one of yours? Ask. Do ask.", -1, "`topic-medicines-which` has 5 sentences, 2 to 4"),
    (QUESTIONS, "decaf = [", "dekaf = [", 1, "`caffeine` has no answer `dekaf` (did you mean `decaf`?)"),
    (QUESTIONS, "decaf = [", "decaf = []\nold = [", -60, "0 examples for `caffeine: decaf`, 6 at least"),
    (QUESTIONS, "  \"magnesium\",", "  \"Coffee!\",", 0, "the example “Coffee!” asks for `caffeine` and for `magnesium`"),
    (QUESTIONS, "  \"magnesium\",", "  \"?!\",", 0, "the example “?!” has no word"),
    (QUESTIONS, "  \"magnesium\",", "  \"low magnesium\",", 0, "the example “low magnesium” twice"),
];

#[test]
fn a_broken_quick_question_is_found_at_its_line() {
    each_is_found(QUICK_QUESTIONS);
}

#[test]
fn every_topic_is_there_and_short_enough() {
    let copy = Copy::new();
    let text = copy.read(TOPICS);
    let last = text.find("[[topic]]\nid = \"privacy\"").unwrap();
    copy.write(TOPICS, &text[..last]);
    copy.finds(TOPICS, 1, "the topic `privacy` is missing");

    let copy = Copy::new();
    let title = format!("title = \"{}\"", "A long title ".repeat(300));
    let text = copy.read("sources.toml");
    let from = text.find("key = \"fda-caffeine\"").unwrap();
    let old = text[from..].lines().nth(1).unwrap();
    copy.edit("sources.toml", old, &title);
    let line = 1 + copy.edit(
        TOPICS,
        "[[topic]]\nid = \"caffeine\"",
        "[[topic]]\nid = \"caffeine\"",
    );
    copy.finds(
        TOPICS,
        line,
        "`topic-caffeine` with details and sources has",
    );
}

#[test]
fn topics_answer_and_can_be_asked_for() {
    let catalog = content::embedded().unwrap();
    let topics: Vec<_> = catalog.topics.iter().map(|entry| entry.topic).collect();
    assert_eq!(topics, Topic::ALL);
    for entry in &catalog.topics {
        let ids = entry.answers.iter().map(|answer| Some(answer.id.as_str()));
        for id in ids.chain([None]) {
            let key = entry.topic.text_key(id);
            assert_ne!(catalog.words.plain(&key), "", "{key}");
            let asks = |example: &&Example| {
                example.topic == entry.topic && example.answer.as_ref().map(PieceId::as_str) == id
            };
            let count = catalog.questions.iter().filter(asks).count();
            assert!(count >= 6, "{key}: {count} examples");
        }
    }
}

#[test]
fn who_it_is_for_gets_their_own_answer() {
    let catalog = content::embedded().unwrap();
    let today = jiff::civil::date(2025, 6, 15);
    for (text, name) in [
        ("is a latte ok at 20 weeks pregnant", "caffeine.pregnancy"),
        (
            "i'm pregnant, how many cups of tea can i have",
            "caffeine.pregnancy",
        ),
        (
            "can i drink coffee while breastfeeding",
            "caffeine.pregnancy",
        ),
        ("how much caffeine for a 12 year old", "caffeine.children"),
        ("is red bull ok for my son", "caffeine.children"),
        (
            "can i take magnesium with doxycycline",
            "magnesium.with_medicines",
        ),
        ("magnesium for my 6 year old", "magnesium.children"),
        ("is magnesium safe on dialysis", "magnesium.kidneys"),
        (
            "how much magnesium with kidney failure",
            "magnesium.kidneys",
        ),
        ("magnesium rich foods for pregnancy", "magnesium.foods"),
        (
            "how much magnesium should i take while pregnant",
            "magnesium.pregnancy",
        ),
        ("how much caffeine is in a latte", "caffeine.amounts"),
    ] {
        let understood = language::understand(&catalog.lexicon, text, today);
        let first = understood.topics.first().unwrap();
        let subject = Subject::asked(&catalog, first, &understood.assessment).unwrap();
        assert_eq!(subject.name(), name, "{text}");
    }
}

/// How many of a hundred example questions at least are answered from their own topic, and with their own
/// answer.
const OWN_TOPIC: usize = 99;
const OWN_ANSWER: usize = 99;

#[test]
fn example_questions_reach_their_own_topic() {
    let catalog = content::embedded().unwrap();
    let today = jiff::civil::date(2025, 6, 15);
    let (mut topics, mut answers, mut elsewhere) = (0, 0, Vec::new());
    for example in &catalog.questions {
        let understood = language::understand(&catalog.lexicon, &example.text, today);
        let first = understood.topics.first();
        let topic = first.is_some_and(|first| first.topic == example.topic);
        let answer = topic && first.is_some_and(|first| first.answer == example.answer);
        topics += usize::from(topic);
        answers += usize::from(answer);
        if !topic {
            let got = first.map_or("nothing", |first| first.topic.name());
            let intent = understood.intent.name();
            let own = example.topic.name();
            elsewhere.push(format!("{own} -> {intent}: {got}: {}", example.text));
        }
    }
    let all = catalog.questions.len();
    #[expect(clippy::print_stdout, reason = "figures")]
    {
        println!("{all} examples: {topics} reach their topic, {answers} their answer");
    }
    let elsewhere = elsewhere.join("\n");
    assert!(
        topics * 100 >= all * OWN_TOPIC,
        "{topics} of {all}\n{elsewhere}"
    );
    assert!(
        answers * 100 >= all * OWN_ANSWER,
        "{answers} of {all}\n{elsewhere}"
    );
}
