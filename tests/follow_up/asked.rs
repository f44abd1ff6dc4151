//! What a follow-up says when it comes: what is known, and how often it asks.

use jiff::{SignedDuration, Timestamp};
use twitchwise::{
    machine::{
        Choice, Effect, Event, Finished, FollowUpChoice, Plain, Press, Remind, Session, step, write,
    },
    model::Private,
    schedule::Snooze,
};

use crate::{
    notes::{CATALOG, Names, adult},
    space::assessment,
};

/// A Monday, an hour before follow-ups come.
const NINE: Timestamp = Timestamp::constant(1_770_022_800, 0);

struct Person {
    session: Session,
    now: Timestamp,
}

impl Person {
    /// Someone who has just finished a check with these answers.
    fn checked(answers: Names) -> Self {
        let result = Finished {
            at: NINE,
            answers: assessment(&adult(answers)),
            done: Vec::new(),
            revision: 1,
            content: CATALOG.version.clone(),
            followed: None,
            left_alone: false,
        };
        let session = Session {
            agreed_at: Some(NINE),
            heard_at: NINE,
            result: Some(result),
            ..Session::default()
        };
        let now = NINE;
        Self { session, now }
    }

    fn happens(&mut self, event: &Event) -> String {
        let step = step(&CATALOG, self.session.clone(), event, self.now);
        self.session = step.session;
        let mut said = Plain::default();
        for effect in &step.effects {
            if let Effect::Say(screen) | Effect::Edit(screen) | Effect::Remind(screen, _) = effect {
                write(&screen.blocks, &CATALOG.words, &mut said);
                said.0.push('\n');
            }
        }
        said.0
    }

    fn presses(&mut self, choice: Remind) -> String {
        let press = Press {
            choice: Some(Choice::Remind(choice)),
            revision: self.session.revision,
        };
        self.happens(&Event::Pressed(press))
    }

    fn asks_in(&mut self, days: u8) {
        self.presses(Remind::FollowUp(FollowUpChoice::In(days)));
    }

    /// Waits for what comes next, and reads it.
    fn waits(&mut self) -> String {
        self.now = self.session.agenda.next().expect("something comes");
        self.happens(&Event::Due)
    }
}

#[test]
fn it_names_what_it_knows() {
    let table: [(Names, u8, &str); 9] = [
        (
            &[],
            7,
            "A week ago, your eyelid had twitched for 1 to 3 days.\n\nHow is it now?",
        ),
        (
            &[("duration", "4_to_14_days")],
            1,
            "Yesterday, your eyelid had twitched for 4 days to 2 weeks.",
        ),
        (
            &[("locations", "calf")],
            14,
            "Two weeks ago, your eyelid and calf or shin had twitched for",
        ),
        (
            &[("locations", "calf"), ("locations", "arm")],
            3,
            "3 days ago, you told me about a twitch that had lasted 1 to 3 days.",
        ),
        (
            &[("locations", "whole_body")],
            3,
            "3 days ago, you told me about a twitch that had lasted 1 to 3 days.",
        ),
        (
            &[("age_group", "baby")],
            1,
            "Yesterday, your baby’s eyelid had twitched for",
        ),
        (
            &[("age_group", "child")],
            2,
            "2 days ago, the eyelid had twitched for",
        ),
        (
            &[("symptoms", "stiffness")],
            14,
            "I said that a doctor should have a look. Did you get an appointment?",
        ),
        (
            &[("symptoms", "blank_spells")],
            1,
            "I said that you should get medical advice that day.",
        ),
    ];
    for (answers, days, says) in table {
        let mut person = Person::checked(answers);
        person.asks_in(days);
        let said = person.waits();
        assert!(said.contains(says), "{says}\n{said}");
        assert!(!said.contains("I asked you before"), "{said}");
    }
}

#[test]
fn without_an_answer_it_comes_once_more_and_then_rests() {
    let mut person = Person::checked(&[]);
    person.asks_in(7);
    person.waits();
    let first = person.now;
    assert!(person.waits().contains("I asked you before"));
    assert_eq!(
        person.now.duration_since(first),
        SignedDuration::from_hours(24)
    );
    assert_eq!(person.session.agenda.next(), None);
}

#[test]
fn put_off_it_is_not_ignored() {
    let mut person = Person::checked(&[]);
    person.asks_in(7);
    person.waits();
    let id = person.session.agenda.last_id;
    person.presses(Remind::Snooze(id, Snooze::OneHour));
    assert!(!person.waits().contains("I asked you before"));
    assert!(person.waits().contains("I asked you before"));
}

#[test]
fn it_is_answered_in_words() {
    let answers = [
        ("Gone", true),
        ("it’s gone, thanks", true),
        ("all gone!!", true),
        ("a lot better", true),
        ("it is much better now", true),
        ("about the same", true),
        ("no better", true),
        ("getting worse", true),
        ("it's got worse. my hand feels stiff", true),
        ("is coffee worse?", false),
        ("what is the same", false),
    ];
    for (words, is_answer) in answers {
        let mut person = Person::checked(&[]);
        person.asks_in(7);
        person.waits();
        person.happens(&Event::Text(Private::new(words.to_owned())));
        let check = person.session.check.as_ref();
        let answered = check.is_some_and(|check| check.following.is_some());
        assert_eq!(answered, is_answer, "{words}");
    }
}
