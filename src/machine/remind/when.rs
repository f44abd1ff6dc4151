//! A time and a plan as a person reads them.

use jiff::{
    Timestamp,
    civil::{Date, Time},
};

use crate::{
    model::{Text, keys},
    schedule::{Day, Plan, When},
};

use super::super::turn::Turn;

/// `09:05`.
pub(super) fn clock(time: Time) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// "tomorrow at 09:05", by the person's clock.
pub(super) fn at(turn: &Turn<'_>, at: Timestamp) -> Text {
    let zone = turn.session.agenda.zone();
    let (there, today) = (zone.local(at), zone.local(turn.now).date());
    on(there.date(), there.time(), today)
}

/// "on Monday, 3 August, at 09:05", seen from `today`.
pub(super) fn on(day: Date, time: Time, today: Date) -> Text {
    let text = if day == today {
        Text::new(keys::WHEN_TODAY)
    } else if today.tomorrow().is_ok_and(|tomorrow| day == tomorrow) {
        Text::new(keys::WHEN_TOMORROW)
    } else {
        let text = if day.year() == today.year() {
            Text::new(keys::WHEN_DAY).with("weekday", weekday(Day::of(day)))
        } else {
            Text::new(keys::WHEN_YEAR).with("year", day.year().to_string())
        };
        text.with("day", i64::from(day.day()))
            .with("month", Text::new(format!("month-{}", day.month())))
    };
    text.with("time", clock(time))
}

/// "Monday".
pub(super) fn weekday(day: Day) -> Text {
    Text::new(match day {
        Day::Mon => keys::WEEKDAY_MON,
        Day::Tue => keys::WEEKDAY_TUE,
        Day::Wed => keys::WEEKDAY_WED,
        Day::Thu => keys::WEEKDAY_THU,
        Day::Fri => keys::WEEKDAY_FRI,
        Day::Sat => keys::WEEKDAY_SAT,
        Day::Sun => keys::WEEKDAY_SUN,
    })
}

/// "every day at 09:05".
pub(super) fn plan(turn: &Turn<'_>, plan: &Plan) -> Text {
    let text = match &plan.when {
        When::Once { at } => {
            let today = turn.session.agenda.zone().local(turn.now).date();
            return on(at.date(), at.time(), today);
        }
        When::Daily { .. } => Text::new(keys::EVERY_DAY),
        When::Weekly { days, .. } if days.len() == 7 => Text::new(keys::EVERY_DAY),
        When::Weekly { days, .. } if days.iter().eq(&Day::WORKDAYS) => {
            Text::new(keys::EVERY_WORKDAY)
        }
        When::Weekly { days, .. } if days.iter().eq(&[Day::Sat, Day::Sun]) => {
            Text::new(keys::EVERY_WEEKEND)
        }
        When::Weekly { days, .. } => {
            let days: Vec<_> = days.iter().map(|day| weekday(*day)).collect();
            Text::new(keys::EVERY_WEEKDAYS).with("days", days)
        }
        When::EveryDays { days, .. } => {
            Text::new(keys::EVERY_FEW_DAYS).with("number", i64::from(days.get()))
        }
        When::Monthly { day, .. } => Text::new(keys::EVERY_MONTH).with("number", i64::from(*day)),
    };
    let text = text.with("time", clock(plan.time()));
    let Some(last) = plan.until else {
        return text;
    };
    let today = turn.session.agenda.zone().local(turn.now).date();
    Text::new(keys::EVERY_UNTIL)
        .with("every", text)
        .with("last", date(last, today))
}

/// "Monday, 3 August", seen from `today`.
fn date(day: Date, today: Date) -> Text {
    let text = if day.year() == today.year() {
        Text::new(keys::WHEN_DATE).with("weekday", weekday(Day::of(day)))
    } else {
        Text::new(keys::WHEN_DATE_YEAR).with("year", day.year().to_string())
    };
    text.with("day", i64::from(day.day()))
        .with("month", Text::new(format!("month-{}", day.month())))
}
