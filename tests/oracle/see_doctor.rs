//! The table's "See a doctor" rules, in its order.

use super::{KEY_QUESTIONS, Rule};

pub(super) const RULES: &[Rule] = &[
    ("incomplete", |a| {
        KEY_QUESTIONS.iter().any(|question| a.is_missing(question))
    }),
    ("getting_worse", |a| a.worse),
    ("over_two_weeks", |a| {
        a.over_two_weeks() && !a.ctx(&["already_checked"]) && a.of("timing") != ["falling_asleep"]
    }),
    ("more_than_one_place", |a| {
        let after_exercise =
            a.of("timing") == ["after_exercise"] && a.duration(&["under_1_day", "1_to_3_days"]);
        (a.regions() >= 2 || a.place(&["whole_body"]))
            && a.of("timing") != ["falling_asleep"]
            && !after_exercise
            && !a.ctx(&["already_checked"])
    }),
    ("weak_or_stiff", |a| a.sym(&["weakness", "stiffness"])),
    ("muscle_wasting", |a| a.sym(&["muscle_wasting"])),
    ("tongue", |a| a.place(&["tongue"])),
    ("sensation_change", |a| a.sym(&["numbness_or_tingling"])),
    ("new_medicine", |a| a.ctx(&["new_medicine"])),
    ("stopped_medicine", |a| a.ctx(&["stopped_medicine"])),
    ("new_diagnosis", |a| a.ctx(&["new_diagnosis"])),
    ("dirty_wound", |a| a.ctx(&["dirty_wound"])),
    ("unwell", |a| {
        a.sym(&["fever", "severe_headache", "nausea_or_vomiting"])
    }),
    ("vision_flashes", |a| a.sym(&["vision_flashes"])),
    ("constant", |a| {
        a.any("frequency", &["constant"]) && !a.duration(&["under_1_day"])
    }),
    ("moving_and_resting", |a| {
        a.timing(&["at_rest"]) && a.timing(&["with_movement"])
    }),
    ("disrupts_life", |a| a.any("impact", &["severe"])),
    ("known_seizures", |a| a.ctx(&["known_epilepsy"])),
    ("known_neurological", |a| {
        a.ctx(&["known_neurological_condition"])
    }),
    ("kidney_or_liver", |a| a.ctx(&["kidney_or_liver_disease"])),
    ("jerks_on_waking", |a| a.timing(&["on_waking"])),
    ("triggered_by_light_or_sound", |a| {
        a.timing(&["startle_or_flashing_lights"])
    }),
    ("action_myoclonus", |a| {
        a.timing(&["with_movement"])
            && a.any("impact", &["some", "severe"])
            && !a.of("locations").is_empty()
            && a.of("locations") != ["eyelid"]
    }),
    ("half_face_or_eye_closing", |a| {
        a.sym(&["eye_closes_or_half_face_spasm"])
    }),
    ("drooping_eyelid", |a| a.sym(&["drooping_eyelid"])),
    ("red_or_swollen_eye", |a| a.sym(&["red_or_swollen_eye"])),
    ("balance_or_coordination", |a| {
        a.sym(&["balance_or_coordination"])
    }),
    ("memory_or_behaviour", |a| {
        a.sym(&["memory_or_behaviour_change"])
    }),
    ("weight_loss", |a| a.sym(&["weight_loss"])),
    ("palpitations", |a| a.sym(&["palpitations_or_shaking"])),
    ("salt_loss_mild", |a| a.ctx(&["vomiting_or_diarrhoea"])),
];
