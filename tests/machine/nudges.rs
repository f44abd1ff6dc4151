//! Small daily nudges on random walks: however they are planned, put off, paused and moved to another
//! clock, no more than three of them come on one day, and what was put off comes when it was said.

use jiff::{SignedDuration, Timestamp};
use proptest::{collection::vec, prelude::*, sample::select};
use serde_json::{Value, json};
use twitchwise::{
    machine::{About, Choice, ClockChoice, Event, Remind, Reminder, Session},
    schedule::{Snooze, Zone, next_due},
};

use super::{BEGIN, config, phone, phone::Phone, press};

/// What happens next.
#[derive(Debug, Clone)]
enum Next {
    /// The next that is due comes, so many minutes late.
    Due(i64),
    Pass(i64),
    Choose(Remind),
}

const ZONES: [&str; 5] = [
    "UTC",
    "Pacific/Kiritimati",
    "Pacific/Pago_Pago",
    "Europe/Vienna",
    "Asia/Kathmandu",
];
const HABITS: [&str; 7] = [
    "drink_water",
    "last_coffee",
    "wind_down",
    "screen_break",
    "stretch",
    "magnesium_food",
    "breathing",
];

fn any_next(with_clocks: bool) -> impl Strategy<Value = Next> {
    let id = 1_u32..=HABITS.len() as u32;
    let how = select(Snooze::ALL.to_vec());
    let zone = select(ZONES.to_vec()).prop_map(|zone| ClockChoice::Named(zone.to_owned()));
    let clocks = u32::from(with_clocks);
    prop_oneof![
        8 => prop_oneof![3 => Just(0), 1 => 0_i64..400].prop_map(Next::Due),
        1 => (0_i64..3_000).prop_map(Next::Pass),
        6 => (id.clone(), how).prop_map(|(id, how)| Next::Choose(Remind::Snooze(id, how))),
        clocks => zone.prop_map(|zone| Next::Choose(Remind::Clock(zone))),
        clocks => id.clone().prop_map(|id| Next::Choose(Remind::Pause(id))),
        clocks => id.clone().prop_map(|id| Next::Choose(Remind::Resume(id))),
        clocks => select(vec![Remind::PauseAll, Remind::ResumeAll]).prop_map(Next::Choose),
    ]
}

/// Nudges on any days, more than could be set by hand.
fn any_nudges() -> impl Strategy<Value = Vec<(Vec<&'static str>, i64)>> {
    let days =
        proptest::sample::subsequence(vec!["mon", "tue", "wed", "thu", "fri", "sat", "sun"], 1..=7);
    vec((days, 8 * 2..22 * 2_i64), 1..=HABITS.len())
}

fn session(nudges: &[(Vec<&str>, i64)]) -> Session {
    let begin = Timestamp::from_second(BEGIN).unwrap();
    let one = |(n, (days, half)): (usize, &(Vec<&str>, i64))| -> Value {
        let time = format!("{:02}:{:02}:00", half / 2, half % 2 * 30);
        json!({
            "id": n + 1,
            "about": { "habit": { "habit": HABITS[n] } },
            "plan": { "when": { "weekly": { "days": days, "time": time } }, "keeps_quiet": true },
            "set_at": begin,
            "next": begin,
        })
    };
    let all: Vec<_> = nudges.iter().enumerate().map(one).collect();
    let mut session: Session = serde_json::from_value(json!({
        "agreed_at": begin,
        "agenda": { "zone": "UTC", "last_id": 7, "reminders": all },
    }))
    .unwrap();
    // Where they stand by their plans.
    let quiet = session.agenda.quiet;
    for one in &mut session.agenda.reminders {
        one.next = next_due(&one.plan, &Zone::UTC, quiet, begin);
    }
    session
}

/// Every nudge that came, and when.
type Came = Vec<(Timestamp, u32)>;

/// Lets the next come, and gives which did.
fn due(phone: &mut Phone<'_>, late: i64, came: &mut Came) -> Result<(), String> {
    let Some(next) = phone.session.agenda.next() else {
        return Ok(());
    };
    phone.now = phone.now.max(next + SignedDuration::from_mins(late));
    phone.happens(&Event::Due)?;
    let now = phone.now;
    let nudge = |one: &&Reminder| matches!(one.about, About::Habit { .. });
    let all = phone.session.agenda.reminders.iter().filter(nudge);
    let before = came.len();
    came.extend(
        all.filter(|one| one.came_at == Some(now))
            .map(|one| (now, one.id)),
    );
    if came.len() == before {
        return Ok(());
    }
    let zone = phone.session.agenda.zone();
    let today = |at: Timestamp| zone.local(at).date() == zone.local(now).date();
    let mut ids: Vec<_> = came
        .iter()
        .filter(|(at, _)| today(*at))
        .map(|(_, id)| *id)
        .collect();
    ids.sort_unstable();
    ids.dedup();
    if ids.len() > 3 {
        return Err(format!("{} nudges on the day of {now}: {ids:?}", ids.len()));
    }
    Ok(())
}

fn act(phone: &mut Phone<'_>, next: &Next, came: &mut Came) -> Result<(), String> {
    match next {
        Next::Due(late) => due(phone, *late, came),
        Next::Pass(minutes) => {
            phone.now += SignedDuration::from_mins(*minutes);
            Ok(())
        }
        Next::Choose(choice) => {
            let choice = press(Choice::Remind(choice.clone()), phone.session.revision);
            phone.happens(&choice).map(drop)
        }
    }
}

proptest! {
    #![proptest_config(config(100))]

    #[test]
    fn no_more_than_three_come_on_one_day(
        nudges in any_nudges(),
        moves in vec(any_next(true), 1..60),
    ) {
        let mut phone = phone(session(&nudges));
        let mut came = Came::new();
        for (n, next) in moves.iter().enumerate() {
            let done = act(&mut phone, next, &mut came);
            prop_assert!(done.is_ok(), "move {}, {next:?}: {done:?}", n + 1);
        }
    }

    #[test]
    fn what_was_put_off_comes_when_it_was_said(
        nudges in any_nudges(),
        moves in vec(any_next(false), 1..40),
    ) {
        let mut phone = phone(session(&nudges));
        let mut came = Came::new();
        let mut said: Vec<(Timestamp, u32)> = Vec::new();
        for next in &moves {
            let on_time = match next {
                // Late it may make no sense any more.
                Next::Due(_) => &Next::Due(0),
                Next::Pass(_) => continue,
                Next::Choose(_) => next,
            };
            let before = came.len();
            act(&mut phone, on_time, &mut came).unwrap();
            if let Next::Choose(Remind::Snooze(id, _)) = on_time {
                let one = phone.session.agenda.get(*id);
                said.retain(|(_, known)| known != id);
                if let Some(to) = one.filter(|one| one.put_off).and_then(|one| one.next) {
                    said.push((to, *id));
                }
            }
            let now = phone.now;
            for (at, id) in said.iter().filter(|(at, _)| *at <= now) {
                prop_assert!(came[before..].contains(&(*at, *id)), "{id} did not come at {at}");
            }
            said.retain(|(at, _)| *at > now);
        }
    }
}
