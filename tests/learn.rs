//! What is learned from messages, and how it is written down.
#![expect(clippy::expect_used, reason = "a test that cannot go on fails")]

use std::path::Path;

use jiff::civil::date;
use twitchwise::{
    content,
    language::{Intent, Lesson, contradictions, feature, learn, understand},
    model::{Choices, Field, Lexicon, by_heart::ByHeart, sequence},
};

fn unlearned() -> Lexicon {
    let dialogues = Path::new(env!("CARGO_MANIFEST_DIR")).join("dialogues");
    content::unlearned(&dialogues).expect("the content that is shipped")
}

fn lesson(text: &str, intent: Intent) -> Lesson {
    Lesson {
        text: text.to_owned(),
        intent,
        signs: Choices::default(),
    }
}

/// Two words of which either means danger where the other is not: no sum of weights can tell that.
fn lessons() -> Vec<Lesson> {
    let danger = |text: &str, sign: &str| Lesson {
        signs: Choices::of(Field::DangerSigns.value_named(sign)),
        ..lesson(text, Intent::Emergency)
    };
    let some = [
        danger("zorbed", "seizure"),
        danger("grupped", "chest_pain"),
        lesson("zorbed zorbed grupped grupped", Intent::Unknown),
        lesson("hmm hmm hmm hmm", Intent::Unknown),
    ];
    some.iter().cloned().cycle().take(800).collect()
}

#[test]
fn the_same_messages_teach_the_same() {
    let lexicon = unlearned();
    assert!(lexicon.appraisal.is_empty());
    let learned = content::written(&learn(&lexicon, &lessons()));
    assert_eq!(learned, content::written(&learn(&lexicon, &lessons())));
}

#[test]
fn what_one_word_means_depends_on_another() {
    let mut lexicon = unlearned();
    lexicon.appraisal = learn(&lexicon, &lessons());
    lexicon.appraisal.by_heart = ByHeart::default();
    for lesson in lessons().iter().take(4) {
        let intent = understand(&lexicon, &lesson.text, date(2026, 11, 20)).intent;
        assert_eq!(
            intent == Intent::Emergency,
            lesson.intent == Intent::Emergency,
            "{}",
            lesson.text
        );
    }
}

/// The second opinion sees nothing but the words in their order.
#[test]
fn what_the_same_words_mean_depends_on_their_order() {
    let some = [
        lesson("zorbed hmm grupped", Intent::Emergency),
        lesson("grupped hmm zorbed", Intent::Unknown),
    ];
    let lessons: Vec<Lesson> = some.iter().cloned().cycle().take(800).collect();
    let learned = learn(&unlearned(), &lessons).sequence;
    let danger = |text: &str| {
        let words = text.split(' ').map(|word| feature(&format!("w:{word}")));
        learned.shares(&words.collect::<Vec<_>>(), feature(sequence::UNKNOWN))[0]
    };
    assert!(danger("^ zorbed hmm grupped $") > 0.9);
    assert!(danger("^ grupped hmm zorbed $") < 0.1);
    // Words that were never seen are one, and a message may have none.
    let unseen = [danger("^ snib $"), danger("^ wug $")];
    assert!((unseen[0] - unseen[1]).abs() < f32::EPSILON);
    let none = learned.shares(&[], feature(sequence::UNKNOWN));
    assert!((none.iter().sum::<f32>() - 1.0).abs() < 1e-5);
}

/// Of what is learned only that which is known by heart.
fn by_heart(lessons: &[Lesson]) -> Lexicon {
    let mut lexicon = unlearned();
    let by_heart = learn(&lexicon, lessons).by_heart;
    lexicon.appraisal.by_heart = by_heart;
    lexicon
}

#[test]
fn a_short_message_is_known_word_for_word() {
    let lexicon = by_heart(&[
        lesson("my tomatoes fainted again", Intent::Unknown),
        lesson("the zorbed one is back", Intent::Crisis),
    ]);
    let intent = |text: &str| understand(&lexicon, text, date(2026, 11, 20)).intent;
    assert_eq!(intent("My tomatoes fainted again!!"), Intent::Unknown);
    assert_eq!(intent("my brother fainted again"), Intent::Emergency);
    assert_eq!(intent("the zorbed one is back"), Intent::Crisis);
    // One word more, or a stop, is another message.
    assert_eq!(
        intent("my tomatoes fainted again and brother"),
        Intent::Emergency
    );
    assert_eq!(intent("the zorbed one. is back"), Intent::Unknown);
}

#[test]
fn what_is_said_to_be_two_things_is_not_known() {
    let said = [
        lesson("the zorbed one is back", Intent::Crisis),
        lesson("hmm", Intent::Unknown),
        lesson("The zorbed one is back.", Intent::Describe),
        lesson("hmm hmm", Intent::Crisis),
        lesson("HMM", Intent::Unknown),
    ];
    let known = by_heart(&said).appraisal.by_heart;
    assert_eq!(known.count(), 2);
    let named = contradictions(&unlearned(), &said);
    assert_eq!(named, [[&said[0], &said[2]]]);
}

#[test]
fn what_is_known_by_heart_is_read_whole_or_not_at_all() {
    let known = ByHeart::new([(8, 1), (16, 0), (24, 4)].into_iter());
    let read = |bytes: &[u8]| ByHeart::read(bytes.to_vec().into());
    let bytes = known.bytes();
    assert_eq!(read(bytes).as_ref(), Some(&known));
    assert_eq!(read(&bytes[1..]), None);
    let (first, others) = bytes.split_at(8);
    assert_eq!(read(&[others, first].concat()), None);
    let mut no_intent = bytes.to_vec();
    no_intent[0] |= 7;
    assert_eq!(read(&no_intent), None);
}

#[test]
fn a_long_message_is_not_learned_by_heart() {
    let long = lesson(&"zorbed ".repeat(9), Intent::Crisis);
    assert_eq!(by_heart(&[long]).appraisal.by_heart.count(), 0);
}

/// Every fiftieth: all of them would take minutes here.
#[test]
fn the_short_messages_that_were_learned_from_are_taken_for_what_they_are() {
    let dialogues = Path::new(env!("CARGO_MANIFEST_DIR")).join("dialogues");
    let lexicon = content::lexicon().expect("the content that is shipped");
    let lessons = content::lessons(&dialogues).expect("the messages to learn from");
    let short = lessons
        .iter()
        .filter(|lesson| lesson.text.split(' ').count() <= 8);
    let (mut all, mut otherwise) = (0, Vec::new());
    for lesson in short.step_by(50) {
        let got = understand(&lexicon, &lesson.text, date(2026, 11, 20)).intent;
        all += 1;
        if got != lesson.intent {
            otherwise.push((got, &lesson.text));
        }
    }
    // A question without a topic is unknown, and a few are said to be two things.
    assert!(otherwise.len() * 200 <= all, "of {all}: {otherwise:?}");
}

#[test]
fn the_hash_of_a_feature_is_the_same_for_good() {
    assert_eq!(feature("u:chest"), KNOWN);
    let learned = content::lexicon()
        .expect("the content that is shipped")
        .appraisal;
    let stands = [feature("rule:emergency"), feature("fl:stands")];
    assert!(learned.shares(&stands).intents[0] > learned.shares(&[]).intents[0]);
}

const KNOWN: u64 = 0xbe16_5d17_9883_8b34;
