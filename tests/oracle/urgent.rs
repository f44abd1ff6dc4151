//! The table's "Urgent" rules, in its order.

use super::Rule;

pub(super) const RULES: &[Rule] = &[
    ("baby", |a| a.age("baby")),
    ("danger_unsure", |a| a.any("danger_signs", &["not_sure"])),
    ("past_spell", |a| a.ctx(&["past_spell"])),
    ("new_eye_signs", |a| {
        a.began_recently() && a.sym(&["drooping_eyelid", "vision_flashes"])
    }),
    ("possible_low_sugar", |a| {
        a.ctx(&["diabetes"]) && a.sym(&["palpitations_or_shaking", "weakness"])
    }),
    ("lithium", |a| a.ctx(&["lithium"])),
    ("progressive_weakness", |a| {
        a.sym(&["weakness_getting_worse"])
    }),
    ("weakness_and_wasting", |a| {
        a.sym(&["weakness"]) && a.sym(&["muscle_wasting"])
    }),
    ("sudden_weakness", |a| {
        a.sym(&["weakness"]) && a.began(&["under_1_day", "1_to_3_days"])
    }),
    ("speech_or_swallowing", |a| {
        a.sym(&["speech_changes", "swallowing_changes"])
    }),
    ("tongue_with_nerve_signs", |a| {
        a.place(&["tongue"]) && a.sym(&["weakness", "muscle_wasting"])
    }),
    ("breathless_lying_down", |a| {
        a.sym(&["breathless_lying_down"])
    }),
    ("double_vision", |a| a.sym(&["double_vision"])),
    ("blank_spells", |a| a.sym(&["blank_spells"])),
    ("jerks_with_mental_change", |a| {
        a.sym(&["memory_or_behaviour_change"]) && !a.began(&["over_3_months"])
    }),
    ("fever_and_headache", |a| {
        a.sym(&["fever"]) && a.sym(&["severe_headache"])
    }),
    ("fever_with_shaking", |a| {
        a.sym(&["fever"]) && a.sym(&["palpitations_or_shaking"])
    }),
    ("severe_headache_over_65", |a| {
        a.sym(&["severe_headache"]) && a.age("older_adult")
    }),
    ("medicine_reaction", |a| {
        a.ctx(&["new_medicine"]) && a.sym(&["palpitations_or_shaking", "fever", "stiffness"])
    }),
    ("stimulant_excess", |a| {
        a.life(&["high_caffeine", "nicotine_or_stimulants"])
            && a.sym(&["palpitations_or_shaking"])
            && a.sym(&["nausea_or_vomiting"])
    }),
    ("exercise_illness", |a| {
        let exercised = a.life(&["hard_exercise"]) || a.timing(&["after_exercise"]);
        let ill = a.sym(&["weakness", "nausea_or_vomiting", "severe_headache"]);
        (exercised && ill) || (a.timing(&["after_exercise"]) && a.sym(&["fever"]))
    }),
    ("dark_urine", |a| a.sym(&["dark_urine"])),
    ("low_calcium_signs", |a| {
        a.sym(&["mouth_tingling_or_hand_spasm"])
    }),
    ("bite_or_chemical", |a| {
        a.ctx(&["venomous_bite_or_sting", "chemical_fumes_or_pesticide"])
    }),
    ("recent_injury", |a| a.ctx(&["head_or_spine_injury"])),
    ("withdrawal", |a| {
        let signs = [
            "palpitations_or_shaking",
            "nausea_or_vomiting",
            "anxiety",
            "fever",
        ];
        a.ctx(&["stopped_heavy_drinking", "stopped_sedative_or_baclofen"])
            || (a.ctx(&["stopped_medicine"]) && a.sym(&signs))
    }),
    ("seizure_medicine_stopped", |a| {
        a.ctx(&["known_epilepsy"]) && a.ctx(&["stopped_medicine"])
    }),
    ("salt_loss", |a| {
        let signs = ["weakness", "palpitations_or_shaking", "cramps_or_pain"];
        a.ctx(&["vomiting_or_diarrhoea"]) && a.sym(&signs)
    }),
    ("kidney_and_heart_rhythm", |a| {
        a.ctx(&["kidney_or_liver_disease"]) && a.sym(&["palpitations_or_shaking"])
    }),
];
