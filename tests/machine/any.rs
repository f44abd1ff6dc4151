//! Any session and any event: of this content, of older content, of nobody's content.

use jiff::{SignedDuration, Timestamp};
use proptest::{
    collection::vec,
    option,
    prelude::*,
    sample::{select, subsequence},
};
use serde_json::{Value, json};
use twitchwise::{
    machine::{Attachment, Choice, Command, Event, Located, Origin, Page, Press, Session},
    model::{CountryCode, Field, Private},
    telegram::decode,
};

use super::agenda::{WORDS, any_agenda, any_doing, any_following, any_remind};

/// When the walks begin.
pub(crate) const BEGIN: i64 = 1_750_000_000;

/// What happens next on a walk.
#[derive(Debug, Clone)]
pub(crate) enum Move {
    /// Presses a button of the latest message that has some.
    Latest(usize),
    /// Presses a button of any message so far.
    Earlier(usize, usize),
    /// Presses a button that no message had, as of now or of another revision.
    Forged(Choice, i8),
    /// Presses a button with any data.
    Data(String),
    /// Types this.
    Text(String),
    /// Edits an earlier message to this.
    Edited(String),
    /// Anything else.
    Event(Event),
    /// Time passes.
    Pass(SignedDuration),
    /// The next that comes by itself does, if any.
    Wake,
}

pub(crate) fn any_move() -> impl Strategy<Value = Move> {
    prop_oneof![
        8 => any::<usize>().prop_map(Move::Latest),
        2 => (any::<usize>(), any::<usize>()).prop_map(|(m, b)| Move::Earlier(m, b)),
        3 => (any_choice(), prop_oneof![4 => Just(0_i8), 1 => any::<i8>()])
            .prop_map(|(choice, off)| Move::Forged(choice, off)),
        1 => any_data().prop_map(Move::Data),
        3 => any_text().prop_map(Move::Text),
        1 => any_text().prop_map(Move::Edited),
        3 => any_event().prop_map(Move::Event),
        1 => any_span().prop_map(Move::Pass),
        2 => Just(Move::Wake),
    ]
}

fn any_span() -> impl Strategy<Value = SignedDuration> {
    let hours = select(vec![1_i64, 23, 24, 25, 7 * 24, 90 * 24, 24 * 366 * 40]);
    prop_oneof![
        8 => hours.prop_map(SignedDuration::from_hours),
        // A clock that was set back.
        1 => Just(SignedDuration::from_hours(-24 * 400)),
    ]
}

/// What must be answered with help at once, in whatever state; `true`: a crisis.
pub(crate) fn any_danger() -> impl Strategy<Value = (bool, &'static str)> {
    select(vec![
        (false, "my face is drooping"),
        (false, "i cant breathe"),
        (false, "chest pain right now, what should i do?"),
        (false, "moms having a siezure"),
        (
            false,
            "slurred speech since this morning, and how much coffee is ok",
        ),
        (false, "is it als? half my body went numb suddenly"),
        (true, "i want to die"),
        (true, "my eyelid twitches and i want to kill myself"),
        (true, "im suicidal"),
    ])
}

pub(crate) fn any_event() -> impl Strategy<Value = Event> {
    let command = select(
        Command::MENU
            .iter()
            .map(|(command, _)| *command)
            .chain([Command::Unknown])
            .collect::<Vec<_>>(),
    );
    prop_oneof![
        4 => command.prop_map(Event::Command),
        1 => prop_oneof![
            Just(Attachment::Sticker), Just(Attachment::Voice), Just(Attachment::Photo),
            Just(Attachment::Other),
        ].prop_map(Event::Attachment),
        1 => (any::<f64>(), any::<f64>()).prop_map(|(latitude, longitude)| {
            Event::Located(Private::new(Located::new(latitude, longitude)))
        }),
        1 => Just(Event::Due),
        1 => select(vec!["does coffee cause this", "caffeine", "", "my face is drooping"])
            .prop_map(|words| Event::Ask(Private::new(words.to_owned()))),
        1 => (select(vec![Command::Start, Command::Help, Command::Unknown]), any_text()).prop_map(
            |(command, words)| Event::Commanded(command, Private::new(words)),
        ),
        1 => select(vec!["caffeine", "caffeine.how_much", "crisis", "nothing", ""])
            .prop_map(|name| Event::Linked(name.to_owned())),
        1 => any::<String>().prop_map(|words| Event::Inline(Private::new(words))),
        1 => Just(Event::Group),
        1 => Just(Event::Blocked),
        1 => Just(Event::Returned),
    ]
}

/// Words that the bot listens to, and any text at all.
fn any_text() -> impl Strategy<Value = String> {
    let known = [
        "yes",
        "no",
        "none",
        "not sure",
        "done",
        "back",
        "why",
        "start",
        "34",
        "18 months",
        "3 weeks",
        "since yesterday",
        "2-3 days",
        "99999999999999999999 years",
        "-1",
        "0",
        "eyelid",
        "eyelid and calf",
        "my calf, thigh and both hands",
        "coffee",
        "stress",
        "fever",
        "I can't breathe",
        "no slurred speech",
        "I want to die",
        "what if it is ALS",
        "does coffee make my eye twitch??",
        "how much magnesium can i take",
        "calf been jumping since tuesday, no pain, 5 red bulls a day",
        "asdf qwer",
        "🙈",
        "Austria",
        "🇦🇹",
        "",
        " ",
        "\u{0}",
        "\u{202e}abc",
        "ﬃ ½ ٣ ３ weeks",
        "İİİ days",
        "1e309 days",
        "NaN weeks",
        "inf days",
        "1.5 weeks",
        "..",
        "/",
        "/start@other",
        "<b>&amp;</b>",
        "{$x} -brand",
    ];
    let words = select(known.to_vec()).prop_map(str::to_owned);
    prop_oneof![
        5 => words.clone(),
        3 => select(WORDS.to_vec()).prop_map(str::to_owned),
        2 => any::<String>(),
        2 => vec(words, 1..6).prop_map(|words| words.join(" ")),
        1 => (any::<char>(), 0_usize..5000).prop_map(|(c, n)| c.to_string().repeat(n)),
    ]
}

/// Names of values, questions, parts, and of nothing.
pub(crate) fn any_name() -> impl Strategy<Value = String> {
    let values = Field::ALL
        .iter()
        .flat_map(|field| field.values().iter().copied());
    let fields = Field::ALL.iter().map(|field| field.name());
    let known: Vec<_> = values
        .chain(fields)
        .chain(["", "x", "pulse", "eye", "none"])
        .collect();
    prop_oneof![
        8 => select(known).prop_map(str::to_owned),
        1 => "[a-z_]{1,12}",
    ]
}

pub(crate) fn any_choice() -> impl Strategy<Value = Choice> {
    let plain = select(vec![
        Choice::Agree,
        Choice::Check,
        Choice::Resume,
        Choice::StartOver,
        Choice::Open,
        Choice::None,
        Choice::NotSure,
        Choice::Done,
        Choice::Back,
        Choice::Why,
        Choice::Question,
        Choice::SignYes,
        Choice::SignNo,
        Choice::SignUnsure,
        Choice::Finish,
        Choice::Mistake,
        Choice::ChangeAnswers,
        Choice::Emergency,
        Choice::FirstAidList,
        Choice::Understood,
        Choice::NotQuite,
        Choice::Help,
        Choice::Settings,
        Choice::Privacy,
        Choice::Export,
        Choice::Forget,
        Choice::ForgetYes,
        Choice::ForgetNo,
    ]);
    let page = select(vec![
        Page::Main,
        Page::Why,
        Page::FirstAid,
        Page::Advice,
        Page::Doctor,
        Page::Sources,
        Page::Worry,
    ]);
    let origin = select(vec![Origin::Emergency, Origin::Settings]);
    let code = prop_oneof![
        select(vec!["AT", "GB", "US", "at", "XX"]).prop_map(str::to_owned),
        "[A-Z]{0,3}",
    ];
    prop_oneof![
        4 => plain,
        2 => any_name().prop_map(Choice::Pick),
        2 => (any_name(), any::<bool>()).prop_map(|(name, on)| Choice::Toggle(name, on)),
        4 => any_remind().prop_map(Choice::Remind),
        1 => any_name().prop_map(Choice::Change),
        1 => any_name().prop_map(Choice::FirstAid),
        1 => any_name().prop_map(Choice::Answer),
        1 => any::<u8>().prop_map(Choice::Topics),
        1 => any_name().prop_map(Choice::Questions),
        1 => (any_name(), any::<bool>()).prop_map(|(name, yes)| Choice::Helped(name, yes)),
        1 => (page, any::<u8>()).prop_map(|(page, number)| Choice::Page(page, number)),
        1 => (origin.clone(), any::<u8>()).prop_map(|(from, page)| Choice::Countries(from, page)),
        1 => (origin, code)
            .prop_map(|(from, code)| Choice::Country(from, CountryCode::from(code.as_str()))),
    ]
}

/// Data of a button: nearly ours, and anything.
pub(crate) fn any_data() -> impl Strategy<Value = String> {
    prop_oneof![
        2 => "[0-9a-z]{1,7}:[a-z]{1,9}",
        3 => "[0-9a-zA-Z+-]{0,8}:[=+~!/@#-]?[a-z0-9_é]{0,24}",
        1 => any::<String>(),
    ]
}

/// Any choice as a press.
pub(crate) fn press(choice: Choice, revision: u32) -> Event {
    Event::Pressed(Press {
        choice: Some(choice),
        revision,
    })
}

/// Any data as a press.
pub(crate) fn press_data(data: &str) -> Event {
    Event::Pressed(decode(data))
}

/// A session as any version may have kept it: some fields missing, some unknown, ids that no
/// content has any more.
pub(crate) fn any_session() -> impl Strategy<Value = Session> {
    let kept = (
        prop_oneof![3 => 0_u32..50, 1 => Just(u32::MAX)],
        option::of(any_time()),
        option::of(select(vec!["AT", "XX", ""])),
        any_scene(),
        option::of(any_check()),
        option::of(any_result()),
        (
            option::of(select(vec!["emergency", "settings", "crisis"])),
            option::of(select(vec![
                "danger",
                "perhaps_danger",
                "crisis",
                "perhaps_crisis",
            ])),
        ),
        option::of(any_answers()),
        prop_oneof![3 => 0_u32..3, 1 => Just(u32::MAX)],
        any_time(),
        subsequence(vec!["revision", "scene", "worries_met", "heard_at"], 0..=2),
        option::weighted(0.7, any_agenda()),
    );
    let session = kept.prop_map(
        |(
            revision,
            agreed,
            country,
            scene,
            check,
            result,
            (asked, warned_of),
            understood,
            worries,
            heard,
            missing,
            agenda,
        )| {
            let mut session = json!({
                "revision": revision,
                "agreed_at": agreed,
                "country": country,
                "scene": scene,
                "check": check,
                "result": result,
                "asked_country": asked,
                "warned_of": warned_of,
                "understood": understood,
                "unrated": "caffeine",
                "worries_met": worries,
                "heard_at": heard,
                "a_field_of_another_version": { "x": 1 },
            });
            if let Some(agenda) = agenda {
                session["agenda"] = agenda;
            }
            for field in missing {
                session.as_object_mut().unwrap().remove(field);
            }
            serde_json::from_value(session).unwrap()
        },
    );
    prop_oneof![1 => Just(Session::default()), 3 => session.boxed()]
}

pub(crate) fn any_time() -> impl Strategy<Value = String> {
    let near = (-100_i64..100).prop_map(|days| BEGIN + days * 86_400);
    let far = select(vec![
        Timestamp::MIN.as_second(),
        0,
        Timestamp::MAX.as_second(),
    ]);
    prop_oneof![4 => near, 1 => far]
        .prop_map(|second| Timestamp::from_second(second).unwrap().to_string())
}

fn any_node() -> impl Strategy<Value = String> {
    let mut names: Vec<_> = Field::ALL.iter().map(|field| field.name()).collect();
    names.extend(["pulse", ""]);
    select(names).prop_map(str::to_owned)
}

fn any_scene() -> impl Strategy<Value = Value> {
    let plain = [
        "home",
        "welcome",
        "review",
        "outcome",
        "unfinished",
        "understood",
        "forget",
    ];
    let remind = any_doing().prop_map(|doing| json!({ "remind": doing }));
    let part = prop_oneof![
        3 => Just(json!("whole")),
        2 => select(vec!["muscles", "eyes", "general", "events", "conditions", "gone"])
            .prop_map(|group| json!({ "group": group })),
        2 => any_name().prop_map(|sign| json!({ "sign": sign })),
    ];
    let place = (any_node(), option::of(part)).prop_map(|(node, part)| match part {
        Some(part) => json!({ "question": { "node": node, "part": part } }),
        None => json!({ "question": { "node": node } }),
    });
    prop_oneof![3 => select(plain.to_vec()).prop_map(Value::from), 3 => place, 2 => remind]
}

pub(crate) fn any_answers() -> impl Strategy<Value = Value> {
    let field = |field: &Field| {
        let field = *field;
        let all = field.values().len();
        let most = prop_oneof![2 => Just(all.min(4)), 1 => Just(all)];
        let values = most.prop_flat_map(move |most| subsequence(field.values().to_vec(), 1..=most));
        let values = values.prop_map(move |values| {
            let alone = |value: &&str| matches!(*value, "none" | "not_sure");
            // With many values the long texts come: "none" then counts for nothing.
            let many: Vec<_> = values.iter().filter(|value| !alone(value)).collect();
            match (field.is_list(), values.iter().find(|value| alone(value))) {
                (true, Some(_)) if many.len() > 4 => json!(many),
                (true, Some(alone)) => json!([alone]),
                (true, None) => json!(values),
                (false, _) => json!(values[0]),
            }
        });
        option::of(values).prop_map(move |values| Some((field.name().to_owned(), values?)))
    };
    let fields: Vec<_> = Field::ALL.iter().map(field).collect();
    fields.prop_map(|fields| Value::Object(fields.into_iter().flatten().collect()))
}

fn any_check() -> impl Strategy<Value = Value> {
    (
        any_time(),
        option::of(any_answers()),
        option::of(any_answers()),
        vec(any_node(), 0..8),
        any::<bool>(),
        option::of(any_node()),
        option::weighted(0.3, any_following()),
    )
        .prop_map(
            |(started, answers, draft, done, unsure, changing, following)| {
                let mut check = json!({
                    "started_at": started, "done": done, "unsure": unsure, "changing": changing,
                });
                if let Some(following) = following {
                    check["following"] = following;
                }
                if let Some(answers) = answers {
                    check["answers"] = answers;
                }
                if let Some(draft) = draft {
                    check["draft"] = draft;
                }
                check
            },
        )
}

fn any_result() -> impl Strategy<Value = Value> {
    (any_time(), any_answers(), vec(any_node(), 0..8), 0_u32..50).prop_map(
        |(at, answers, done, revision)| {
            json!({
                "at": at, "answers": answers, "done": done, "revision": revision,
                "content": "of another time",
            })
        },
    )
}
