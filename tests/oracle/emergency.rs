//! The table's "Emergency" rules, in its order.

use super::Rule;

pub(super) const RULES: &[Rule] = &[
    ("danger_sign", |a| {
        a.of("danger_signs")
            .iter()
            .any(|sign| !matches!(*sign, "none" | "not_sure"))
    }),
    ("possible_meningitis", |a| {
        a.sym(&["fever"]) && a.sym(&["severe_headache"]) && a.sym(&["stiffness"])
    }),
    ("fever_with_confusion", |a| {
        a.sym(&["fever"]) && a.sym(&["memory_or_behaviour_change"])
    }),
    ("illness_with_confusion", |a| {
        a.sym(&["memory_or_behaviour_change"])
            && a.began_recently()
            && (a.ctx(&[
                "kidney_or_liver_disease",
                "diabetes",
                "vomiting_or_diarrhoea",
            ]) || a.life(&["hard_exercise"]))
    }),
    ("possible_serotonin_syndrome", |a| {
        let hot = a.sym(&["fever"]) && a.sym(&["palpitations_or_shaking", "stiffness"]);
        let shaking = a.sym(&["palpitations_or_shaking"])
            && a.sym(&["stiffness", "memory_or_behaviour_change"]);
        a.ctx(&["new_medicine"]) && (hot || shaking)
    }),
    ("possible_rhabdomyolysis", |a| {
        a.sym(&["dark_urine"])
            && (a.life(&["hard_exercise"])
                || a.timing(&["after_exercise"])
                || a.ctx(&["new_medicine"])
                || a.sym(&["weakness", "weakness_getting_worse", "cramps_or_pain"]))
    }),
    ("possible_preeclampsia", |a| {
        a.any("pregnancy", &["pregnant", "recently_gave_birth"])
            && a.sym(&["severe_headache", "double_vision", "vision_flashes"])
    }),
    ("lithium_toxicity", |a| {
        let signs = [
            "balance_or_coordination",
            "speech_changes",
            "palpitations_or_shaking",
            "memory_or_behaviour_change",
            "nausea_or_vomiting",
            "weakness",
            "weakness_getting_worse",
            "double_vision",
            "fever",
        ];
        a.ctx(&["lithium"]) && (a.ctx(&["vomiting_or_diarrhoea"]) || a.sym(&signs))
    }),
    ("poisoning_signs", |a| {
        let harmless = ["none", "fatigue", "anxiety", "weight_loss"];
        a.ctx(&["venomous_bite_or_sting", "chemical_fumes_or_pesticide"])
            && a.of("symptoms")
                .iter()
                .any(|symptom| !harmless.contains(symptom))
    }),
    ("possible_tetanus", |a| {
        a.ctx(&["dirty_wound"])
            && (a.sym(&["stiffness", "swallowing_changes", "cramps_or_pain"])
                || a.place(&["jaw_or_mouth"]))
    }),
    ("injury_with_nerve_signs", |a| {
        let signs = [
            "weakness",
            "weakness_getting_worse",
            "numbness_or_tingling",
            "severe_headache",
            "nausea_or_vomiting",
            "memory_or_behaviour_change",
            "balance_or_coordination",
            "double_vision",
            "speech_changes",
            "vision_flashes",
            "blank_spells",
            "drooping_eyelid",
            "swallowing_changes",
        ];
        a.ctx(&["head_or_spine_injury"]) && a.sym(&signs)
    }),
    ("dangerous_withdrawal", |a| {
        let stopped = [
            "stopped_heavy_drinking",
            "stopped_sedative_or_baclofen",
            "stopped_medicine",
        ];
        let hot = a.sym(&["fever"]) && a.sym(&["stiffness", "palpitations_or_shaking"]);
        a.ctx(&stopped) && (a.sym(&["memory_or_behaviour_change"]) || hot)
    }),
    ("sudden_nerve_signs", |a| {
        let signs = [
            "speech_changes",
            "balance_or_coordination",
            "double_vision",
            "drooping_eyelid",
            "weakness_getting_worse",
        ];
        a.began(&["under_1_day"]) && a.sym(&signs)
    }),
    ("fast_weakness", |a| {
        let numb = a.began_within_four_weeks() && a.sym(&["numbness_or_tingling"]);
        a.sym(&["weakness_getting_worse"]) && (a.began_recently() || numb)
    }),
    ("breathing_or_swallowing_muscles", |a| {
        a.sym(&["weakness_getting_worse", "drooping_eyelid"])
            && a.sym(&["swallowing_changes", "breathless_lying_down"])
    }),
    ("eye_signs_with_headache", |a| {
        a.sym(&["severe_headache"]) && a.sym(&["drooping_eyelid", "double_vision"])
    }),
    ("low_calcium_with_heart_signs", |a| {
        let background = [
            "kidney_or_liver_disease",
            "thyroid_disease",
            "new_diagnosis",
            "vomiting_or_diarrhoea",
        ];
        a.sym(&["mouth_tingling_or_hand_spasm"])
            && a.sym(&["palpitations_or_shaking"])
            && a.ctx(&background)
    }),
    ("thyroid_storm", |a| {
        a.ctx(&["thyroid_disease"]) && a.sym(&["fever"]) && a.sym(&["palpitations_or_shaking"])
    }),
    ("baby_unwell", |a| {
        let signs = [
            "fever",
            "nausea_or_vomiting",
            "memory_or_behaviour_change",
            "stiffness",
            "blank_spells",
        ];
        a.age("baby") && a.sym(&signs)
    }),
    ("baby_clusters", |a| {
        a.age("baby")
            && a.timing(&["on_waking", "falling_asleep"])
            && a.any("frequency", &["many_times_a_day", "constant"])
    }),
];
