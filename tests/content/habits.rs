//! Nudges and places: what is broken in them is found, and places lead to their zones.

use twitchwise::content;

use super::{Broken, each_is_found};

const HABITS: &str = "habits.toml";
const WORDS: &str = "en/habits.ftl";
const CITIES: &str = "cities.toml";
const WATER: &str = "fits = { lifestyle = [\"low_fluids\", \"hard_exercise\"] }";
const NOT_WATER: &str = "not_for = { context = [\"kidney_or_liver_disease\"] }";
const TIMES: &str = "times = [\"11:00\", \"15:00\", \"17:00\"]";

#[rustfmt::skip]
const NUDGES: &[Broken] = &[
    (HABITS, "id = \"drink_water\"", "id = \"breathing\"", 57, "habit `breathing` twice"),
    (HABITS, WATER, "fits = { lifestyle = [\"low_fluid\"] }", 0, "did you mean `low_fluids`?"),
    (HABITS, WATER, "fits = { life = [\"low_fluids\"] }", 0, "`life`"),
    (HABITS, WATER, "fits = {}", 0, "no answer brings the habit up"),
    (HABITS, NOT_WATER, "not_for = { lifestyle = [\"low_fluids\"] }", -1, "an answer both fits and rules out"),
    (HABITS, "days = \"all\"", "days = \"al\"", 0, "did you mean `all`?"),
    (HABITS, "days = \"all\"", "days = []", 0, "it never comes"),
    (HABITS, "\"mon\", \"tue\"", "\"mon\", \"mon\"", 0, "`mon` twice"),
    (HABITS, "\"mon\", \"tue\"", "\"mon\", \"tues\"", 0, "did you mean `tue`?"),
    (HABITS, TIMES, "times = []", 0, "no time is offered"),
    (HABITS, TIMES, "times = [\"9:00\"]", 0, "`9:00` is no time such as `09:30`"),
    (HABITS, TIMES, "times = [\"21:00\"]", 0, "`21:00` is outside the window"),
    (HABITS, TIMES, "times = [\"11:00\", \"11:00\"]", 0, "`11:00` twice"),
    (HABITS, "window = [\"08:00\", \"20:00\"]", "window = [\"08:00\", \"08:00\"]", 0, "the window begins where it ends"),
    (HABITS, "\"nhs-hydration\"", "\"nhs-hydratoin\"", 0, "unknown source `nhs-hydratoin` (did you mean `nhs-hydration`?)"),
    (HABITS, "\"pumpkin_seeds\", \"chia\"", "\"chia\", \"chia\"", 0, "idea `chia` twice"),
    (WORDS, "habit-drink_water =", "habit-drink-water =", 0, "nothing uses the text"),
    (WORDS, "Food idea for today: { $idea }", "Food idea for today", 0, "does not show its `$idea`"),
    (WORDS, ".name = Drink water", ".name = Drink a glass of water every few hours", 0, "30 at most"),
    (WORDS, "idea-chia =", "idea-chai =", 0, "nothing uses the text `idea-chai` (did you mean"),
];

#[rustfmt::skip]
const PLACES: &[Broken] = &[
    (CITIES, "  \"in\", \"near\"", "  \"In\", \"near\"", 0, "`In` is compared as `in`: write that"),
    (CITIES, "AT = [\"Europe/Vienna\"]", "AT = [\"Europe/Viena\"]", 0, "did you mean `Europe/Vienna`?"),
    (CITIES, "AT = [\"Europe/Vienna\"]", "AT = []", 0, "an empty list of zones"),
    (CITIES, "name = \"Europe/Vienna\"", "name = \"Europe/Wien\"", 0, "unknown time zone `Europe/Wien`"),
    (CITIES, "name = \"Asia/Kolkata\"", "name = \"Asia/Calcutta\"", 0, "`Asia/Calcutta` is now `Asia/Kolkata`"),
    (CITIES, "\"Guanajuato\"", "\"Oaxaca\"", 0, "“Oaxaca” twice in `America/Mexico_City`"),
];

#[test]
fn a_broken_nudge_is_found_at_its_line() {
    each_is_found(NUDGES);
}

#[test]
fn a_broken_place_is_found_at_its_line() {
    each_is_found(PLACES);
}

#[test]
fn a_place_leads_to_its_zones() {
    let catalog = content::embedded().unwrap();
    let of = |typed: &str| {
        let zones = catalog.zones_of_place(typed);
        zones
            .iter()
            .map(|zone| zone.as_str().to_owned())
            .collect::<Vec<_>>()
    };
    for (typed, zone) in [
        ("Kathmandu", "Asia/Kathmandu"),
        ("new york", "America/New_York"),
        ("NEW YORK CITY", "America/New_York"),
        ("sao paulo", "America/Sao_Paulo"),
        ("I live in Berlin", "Europe/Berlin"),
        ("near Lisbon", "Europe/Lisbon"),
        ("vienna", "Europe/Vienna"),
        ("Viennna", "Europe/Vienna"),
        ("nepal", "Asia/Kathmandu"),
        ("austria", "Europe/Vienna"),
        ("austin, tx", "America/Chicago"),
        ("portland maine", "America/New_York"),
        ("europe/vienna", "Europe/Vienna"),
        ("America/New York", "America/New_York"),
        ("london ontario", "America/Toronto"),
    ] {
        assert_eq!(of(typed), [zone], "{typed}");
    }
    assert_eq!(of("london"), ["Europe/London", "America/Toronto"]);
    assert!(of("portland").len() > 1, "{:?}", of("portland"));
    assert!(of("australia").len() > 3);
    for nowhere in [
        "",
        "banana",
        "my calf twitches",
        "?",
        "in",
        "qwertzuiop",
        "9 am",
        "half past nine pm",
        "in us",
    ] {
        assert!(of(nowhere).is_empty(), "{nowhere}: {:?}", of(nowhere));
    }
    assert!(of(&"berlin ".repeat(2_000)).is_empty());
}
