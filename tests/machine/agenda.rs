//! Anything that comes by itself: as this version keeps it, and as another may have.

use jiff::civil::{Date, Time};
use proptest::{
    collection::vec,
    option,
    prelude::*,
    sample::{select, subsequence},
};
use serde_json::{Value, json};
use twitchwise::{
    machine::{ClockChoice, FollowUpChoice, HabitChoice, HabitDays, OwnChoice, Remind, Soon},
    model::PieceId,
    schedule::{Day, Snooze},
    triage::Now,
};

use super::any::{any_answers, any_name, any_time};

/// Nudges that there are, and one that no content has any more.
const HABITS: [&str; 5] = [
    "drink_water",
    "wind_down",
    "screen_break",
    "breathing",
    "cold_bath",
];

/// What people type about reminders.
pub(crate) const WORDS: [&str; 40] = [
    "remind me tomorrow at 9 to call the doctor",
    "remind me",
    "remind me in 3 days",
    "remind me every weekday at 21:30 to stretch",
    "remind me every day for 2 weeks to take it",
    "remind me every hour",
    "remind me on 24 march 2020",
    "remind me in 900 days",
    "ask me again in 3 days",
    "every day until friday",
    "tomorrow at 9",
    "tomorrow",
    "in an hour",
    "in 5 days",
    "tonight",
    "21:30",
    "23:30",
    "9",
    "mondays and thursdays",
    "saturday and sunday",
    "my reminders",
    "pause everything",
    "stop",
    "done",
    "later",
    "snooze",
    "it is gone",
    "better",
    "same as before",
    "worse and weak",
    "gone but my leg is numb",
    "yes i have an appointment",
    "from 22 to 7",
    "no quiet hours",
    "Vienna",
    "Portland",
    "UTC+5:45",
    "it's 9:00",
    "Asia/Kathmandu",
    "help me remember to drink",
];

fn any_clock() -> impl Strategy<Value = Time> {
    prop_oneof![
        4 => (0_i8..24, select(vec![0_i8, 15, 30, 59])).prop_map(|(h, m)| Time::constant(h, m, 0, 0)),
        1 => select(vec![Time::midnight(), Time::MAX]),
    ]
}

fn any_date() -> impl Strategy<Value = Date> {
    let near = (-400_i32..400).prop_map(|days| {
        let begin = Date::constant(2025, 6, 15);
        begin.saturating_add(jiff::Span::new().days(days))
    });
    prop_oneof![8 => near, 1 => select(vec![Date::MIN, Date::MAX])]
}

fn any_day() -> impl Strategy<Value = &'static str> {
    select(vec!["mon", "tue", "wed", "thu", "fri", "sat", "sun"])
}

/// Any plan.
fn any_plan() -> BoxedStrategy<Value> {
    let when = prop_oneof![
        3 => (any_date(), any_clock()).prop_map(|(date, time)| {
            json!({ "once": { "at": date.to_datetime(time) } })
        }),
        2 => any_clock().prop_map(|time| json!({ "daily": { "time": time } })),
        2 => (vec(any_day(), 0..7), any_clock())
            .prop_map(|(days, time)| json!({ "weekly": { "days": days, "time": time } })),
        1 => (any_date(), 1_u16..500, any_clock()).prop_map(|(from, days, time)| {
            json!({ "every_days": { "from": from, "days": days, "time": time } })
        }),
        1 => (any::<u8>(), any_clock())
            .prop_map(|(day, time)| json!({ "monthly": { "day": day, "time": time } })),
    ];
    (when, option::of(any_date()), any::<bool>())
        .prop_map(
            |(when, until, keeps)| json!({ "when": when, "until": until, "keeps_quiet": keeps }),
        )
        .boxed()
}

/// What someone wants to be reminded of.
fn any_words() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => select(vec!["", "stretch", "call the doctor", "<b>&amp;</b> {$x}"]).prop_map(str::to_owned),
        1 => "[a-zé🙈 ]{0,40}",
        1 => Just("w".repeat(200)),
    ]
}

fn any_now() -> impl Strategy<Value = &'static str> {
    select(vec!["gone", "better", "same", "worse"])
}

/// Answers that are followed up.
pub(crate) fn any_followed() -> BoxedStrategy<Value> {
    let days = (any_date(), any_date(), any_date());
    (any_answers(), days, any::<bool>(), option::of(any_now()))
        .prop_map(|(answers, (checked, symptoms, last), worse, said)| {
            json!({
                "answers": answers, "checked": checked, "symptoms": symptoms, "last": last,
                "worse": worse, "said": said,
            })
        })
        .boxed()
}

/// What a follow-up that is being answered adds to its check.
pub(crate) fn any_following() -> BoxedStrategy<Value> {
    (any_followed(), any_now(), any_answers())
        .prop_map(|(followed, now, said)| json!({ "followed": followed, "now": now, "said": said }))
        .boxed()
}

fn any_about() -> BoxedStrategy<Value> {
    let helped = prop_oneof![
        select(vec!["not_asked", "told"]).prop_map(Value::from),
        any_time().prop_map(|at| json!({ "asked": at })),
    ];
    prop_oneof![
        2 => any_words().prop_map(|words| json!({ "own": { "words": words } })),
        2 => (select(HABITS.to_vec()), helped)
            .prop_map(|(habit, helped)| json!({ "habit": { "habit": habit, "helped": helped } })),
        2 => (0_u8..4, any_followed())
            .prop_map(|(asked, of)| json!({ "follow_up": { "asked": asked, "of": of } })),
    ]
    .boxed()
}

fn any_reminder() -> BoxedStrategy<Value> {
    let times = (
        option::weighted(0.8, any_time()),
        option::weighted(0.1, any_time()),
        any_time(),
        option::of(any_time()),
    );
    let flags = subsequence(vec!["put_off", "paused", "left_off"], 0..=1);
    (any_about(), any_plan(), times, flags)
        .prop_map(|(about, plan, (next, held, set_at, came_at), flags)| {
            let mut one = json!({
                "about": about, "plan": plan, "next": next, "held": held,
                "set_at": set_at, "came_at": came_at,
            });
            for flag in flags {
                one[flag] = json!(true);
            }
            one
        })
        .boxed()
}

/// Everything that comes by itself.
pub(crate) fn any_agenda() -> BoxedStrategy<Value> {
    let zones = select(vec![
        "UTC",
        "Europe/Vienna",
        "Asia/Kathmandu",
        "Pacific/Apia",
        "America/St_Johns",
        "+05:45",
    ]);
    let quiet = select(vec![
        ("22:00:00", "08:00:00"),
        ("00:00:00", "00:00:00"),
        ("09:00:00", "08:59:00"),
        ("13:00:00", "15:00:00"),
    ]);
    let many = prop_oneof![4 => vec(any_reminder(), 0..5), 1 => vec(any_reminder(), 20..52)];
    (
        option::of(zones),
        quiet,
        any_clock(),
        any::<bool>(),
        select(vec!["here", "here", "away", "back"]),
        option::weighted(0.2, any_time()),
        vec(any_time(), 0..4),
        many,
    )
        .prop_map(
            |(zone, (from, to), hour, silent, reach, paused_until, nudged, mut reminders)| {
                for (id, one) in (1_u32..).zip(&mut reminders) {
                    one["id"] = json!(id);
                }
                json!({
                    "zone": zone, "quiet": { "from": from, "to": to }, "hour": hour,
                    "silent": silent, "reach": reach, "paused_until": paused_until,
                    "nudged": nudged, "last_id": reminders.len(), "reminders": reminders,
                })
            },
        )
        .boxed()
}

/// What is being set up or answered.
pub(crate) fn any_doing() -> BoxedStrategy<Value> {
    let habit = (select(HABITS.to_vec()), vec(any_day(), 0..7), any_clock());
    let habit = (habit, option::weighted(0.2, 1_u32..6)).prop_map(|((habit, days, time), edits)| {
        json!({ "habit": habit, "days": days, "time": time, "edits": edits })
    });
    let own = (
        any_words(),
        option::of(any_plan()),
        option::weighted(0.2, 1_u32..6),
    );
    let own = own
        .prop_map(|(words, plan, edits)| json!({ "words": words, "plan": plan, "edits": edits }));
    let habit_stage = select(vec!["days", "time", "quiet", "full", "right"]);
    let own_stage = select(vec!["what", "when", "quiet", "right"]);
    let clock = select(vec![
        json!({ "zone": null }),
        json!({ "zone": 2 }),
        json!("city"),
        json!("quiet_from"),
        json!({ "quiet_to": 22 }),
        json!({ "quiet_until": "22:30:00" }),
        json!("hour"),
    ]);
    prop_oneof![
        1 => Just(json!("list")),
        3 => (own_stage, own).prop_map(|(stage, draft)| json!({ "own": { stage: draft } })),
        1 => Just(json!({ "follow_up": "when" })),
        1 => Just(json!({ "habit": "which" })),
        3 => (habit_stage, habit).prop_map(|(stage, draft)| json!({ "habit": { stage: draft } })),
        2 => clock.prop_map(|stage| json!({ "clock": stage })),
    ]
    .boxed()
}

/// Any button about what comes by itself.
pub(crate) fn any_remind() -> BoxedStrategy<Remind> {
    let one = prop_oneof![
        1 => select(vec![Remind::List, Remind::PauseAll, Remind::ResumeAll, Remind::StayOff]),
        3 => any_of_one(),
        2 => any_own().prop_map(Remind::Own),
        2 => any_follow_up().prop_map(Remind::FollowUp),
        3 => any_habit().prop_map(Remind::Habit),
        2 => any_of_clock().prop_map(Remind::Clock),
    ];
    (one, prop::bool::weighted(0.1))
        .prop_map(|(one, among)| {
            if among {
                Remind::Among(Box::new(one))
            } else {
                one
            }
        })
        .boxed()
}

fn any_id() -> impl Strategy<Value = u32> {
    prop_oneof![8 => 1_u32..6, 1 => any::<u32>()]
}

fn any_of_one() -> impl Strategy<Value = Remind> {
    prop_oneof![
        any_id().prop_map(Remind::Open),
        any_id().prop_map(Remind::Pause),
        any_id().prop_map(Remind::Resume),
        any_id().prop_map(Remind::Delete),
        any_id().prop_map(Remind::Done),
        any_id().prop_map(Remind::Later),
        any_id().prop_map(Remind::Stop),
        (any_id(), select(Snooze::ALL.to_vec())).prop_map(|(id, how)| Remind::Snooze(id, how)),
    ]
}

fn any_own() -> impl Strategy<Value = OwnChoice> {
    let soon = vec![Soon::Hour, Soon::Evening, Soon::Tomorrow, Soon::Week];
    prop_oneof![
        2 => select(vec![
            OwnChoice::New, OwnChoice::NoWords, OwnChoice::Yes, OwnChoice::Change,
            OwnChoice::AtThatTime, OwnChoice::AfterQuiet,
        ]),
        1 => any_id().prop_map(OwnChoice::OtherWords),
        1 => any_id().prop_map(OwnChoice::OtherTime),
        1 => select(soon).prop_map(OwnChoice::In),
    ]
}

fn any_follow_up() -> impl Strategy<Value = FollowUpChoice> {
    let now = select(vec![Now::Gone, Now::Better, Now::Same, Now::Worse]);
    prop_oneof![
        1 => any::<u8>().prop_map(FollowUpChoice::In),
        1 => select(vec![
            FollowUpChoice::Sooner, FollowUpChoice::Later, FollowUpChoice::Day,
            FollowUpChoice::No, FollowUpChoice::Tell,
        ]),
        2 => (any_id(), now).prop_map(|(id, now)| FollowUpChoice::Now(id, now)),
    ]
}

fn any_habit() -> impl Strategy<Value = HabitChoice> {
    let habit = prop_oneof![4 => select(HABITS.to_vec()).prop_map(str::to_owned), 1 => any_name()];
    prop_oneof![
        2 => select(vec![
            HabitChoice::Offer, HabitChoice::Yes, HabitChoice::OtherDays, HabitChoice::OtherTime,
            HabitChoice::Ticked, HabitChoice::AtThatTime,
        ]),
        2 => habit.prop_map(|habit| HabitChoice::Pick(PieceId::from(habit.as_str()))),
        1 => select(vec![HabitDays::Every, HabitDays::Work, HabitDays::Weekend])
            .prop_map(HabitChoice::On),
        1 => select(Day::WEEK.to_vec()).prop_map(HabitChoice::Toggle),
        1 => (0_i8..24, 0_i8..60)
            .prop_map(|(hour, minute)| HabitChoice::At(Time::constant(hour, minute, 0, 0))),
        1 => any_id().prop_map(HabitChoice::EditDays),
        1 => any_id().prop_map(HabitChoice::EditTime),
        1 => any_id().prop_map(HabitChoice::Keep),
        1 => any_id().prop_map(HabitChoice::Change),
    ]
}

fn any_of_clock() -> impl Strategy<Value = ClockChoice> {
    let zone = select(vec![
        "Europe/Vienna",
        "Pacific/Apia",
        "+05:45",
        "Nowhere/Else",
    ]);
    prop_oneof![
        2 => select(vec![
            ClockChoice::NoCity, ClockChoice::Quiet, ClockChoice::QuietOff, ClockChoice::Hour,
        ]),
        1 => option::of(any::<u8>()).prop_map(ClockChoice::Zone),
        1 => any::<i16>().prop_map(ClockChoice::Offset),
        1 => (-48_i16..57).prop_map(|quarters| ClockChoice::Offset(quarters * 15)),
        1 => zone.prop_map(|zone| ClockChoice::Named(zone.to_owned())),
        1 => (0_u8..24).prop_map(ClockChoice::QuietFrom),
        1 => (0_u8..24, 0_u8..24).prop_map(|(from, to)| ClockChoice::QuietTo(from, to)),
        1 => (0_u8..24).prop_map(ClockChoice::HourAt),
        1 => any::<bool>().prop_map(ClockChoice::Silent),
    ]
}
