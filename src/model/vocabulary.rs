//! The closed vocabulary of an assessment: its fields and the values each may hold.
//!
//! The names are those of the published assessment format; scripts and `dialogues/` use the same.

use super::assessment::Choices;

/// One value of a field, known to the compiler.
pub trait Value: Copy + Sized + 'static {
    /// The field that holds it (for [`Band`] the duration; `symptoms_since` shares the bands).
    const FIELD: Field;
    /// Its position among the values of its field, 0 to 31.
    fn index(self) -> u8;
}

macro_rules! vocabulary {
    ($( $(#[$doc:meta])* $Enum:ident of $Field:ident { $($Variant:ident = $name:literal),+ $(,)? } )+) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
            #[expect(missing_docs, reason = "each value is explained by the assessment format")]
            pub enum $Enum { $($Variant),+ }

            impl $Enum {
                /// Every value, in the order of the format.
                pub const ALL: &'static [Self] = &[$(Self::$Variant),+];
                /// The names, in the order of the format.
                pub const NAMES: &'static [&'static str] = &[$($name),+];
            }

            impl Value for $Enum {
                const FIELD: Field = Field::$Field;
                fn index(self) -> u8 { self as u8 }
            }
        )+
    };
}

vocabulary! {
    /// How old the person with the twitch is.
    AgeGroup of AgeGroup { Baby = "baby", Child = "child", Adult = "adult", OlderAdult = "older_adult" }
    /// Whether the person is pregnant or gave birth within 6 weeks.
    Pregnancy of Pregnancy { No = "no", Pregnant = "pregnant", RecentlyGaveBirth = "recently_gave_birth" }
    /// Signs that came suddenly, now or within the last 7 days.
    DangerSign of DangerSigns {
        OneSided = "one_sided_weakness_numbness_or_face_droop",
        SlurredSpeech = "slurred_speech",
        SuddenVisionLoss = "sudden_vision_loss",
        Seizure = "seizure",
        FaintedOrHardToWake = "fainted_or_hard_to_wake",
        Confusion = "confusion_or_hallucinations",
        TroubleBreathing = "trouble_breathing",
        TroubleSwallowing = "trouble_swallowing",
        ChestPain = "chest_pain",
        ThunderclapHeadache = "thunderclap_headache",
        Meningitis = "fever_with_stiff_neck_rash_or_light_pain",
        SeriousInjury = "serious_head_or_spine_injury",
        Poisoning = "poisoning_or_overdose",
        LockedJaw = "locked_jaw",
        CaudaEquina = "numb_saddle_or_bladder_or_bowel_loss",
        NotSure = "not_sure",
        None = "none",
    }
    /// Where it twitches.
    Location of Locations {
        Eyelid = "eyelid", Face = "face", JawOrMouth = "jaw_or_mouth", Tongue = "tongue",
        Neck = "neck", Shoulder = "shoulder", Arm = "arm", Hand = "hand",
        Chest = "chest", Abdomen = "abdomen", Back = "back",
        HipOrButtock = "hip_or_buttock", Thigh = "thigh", Calf = "calf", Foot = "foot",
        WholeBody = "whole_body",
    }
    /// A span of time since something began.
    Band of Duration {
        Under1Day = "under_1_day", Days1To3 = "1_to_3_days", Days4To14 = "4_to_14_days",
        Weeks2To4 = "2_to_4_weeks", Months1To3 = "1_to_3_months", Over3Months = "over_3_months",
    }
    /// How often it twitches.
    Frequency of Frequency { NowAndThen = "now_and_then", ManyTimesADay = "many_times_a_day", Constant = "constant" }
    /// When it twitches.
    Timing of Timing {
        AtRest = "at_rest", WithMovement = "with_movement", FallingAsleep = "falling_asleep",
        OnWaking = "on_waking", StartleOrFlashingLights = "startle_or_flashing_lights",
        AfterExercise = "after_exercise", AnyTime = "any_time",
    }
    /// What came on besides the twitch, gradually or with it.
    Symptom of Symptoms {
        Weakness = "weakness", WeaknessGettingWorse = "weakness_getting_worse",
        MuscleWasting = "muscle_wasting", NumbnessOrTingling = "numbness_or_tingling",
        Stiffness = "stiffness", CrampsOrPain = "cramps_or_pain",
        SpeechChanges = "speech_changes", SwallowingChanges = "swallowing_changes",
        BreathlessLyingDown = "breathless_lying_down",
        BalanceOrCoordination = "balance_or_coordination", BlankSpells = "blank_spells",
        Fever = "fever", SevereHeadache = "severe_headache",
        NauseaOrVomiting = "nausea_or_vomiting", DarkUrine = "dark_urine",
        DoubleVision = "double_vision", VisionFlashes = "vision_flashes",
        DroopingEyelid = "drooping_eyelid", RedOrSwollenEye = "red_or_swollen_eye",
        EyeCloses = "eye_closes_or_half_face_spasm",
        MouthTingling = "mouth_tingling_or_hand_spasm",
        MemoryOrBehaviourChange = "memory_or_behaviour_change",
        PalpitationsOrShaking = "palpitations_or_shaking", Fatigue = "fatigue",
        WeightLoss = "weight_loss", Anxiety = "anxiety", None = "none",
    }
    /// Recent changes and long-term conditions.
    Context of Context {
        NewMedicine = "new_medicine", StoppedMedicine = "stopped_medicine",
        StoppedSedative = "stopped_sedative_or_baclofen",
        StoppedHeavyDrinking = "stopped_heavy_drinking", NewDiagnosis = "new_diagnosis",
        HeadOrSpineInjury = "head_or_spine_injury", BiteOrSting = "venomous_bite_or_sting",
        Chemical = "chemical_fumes_or_pesticide", DirtyWound = "dirty_wound",
        PastSpell = "past_spell", VomitingOrDiarrhoea = "vomiting_or_diarrhoea",
        Lithium = "lithium", KidneyOrLiver = "kidney_or_liver_disease", Diabetes = "diabetes",
        Thyroid = "thyroid_disease", KnownEpilepsy = "known_epilepsy",
        KnownNeurological = "known_neurological_condition", FamilyHistory = "family_history",
        AlreadyChecked = "already_checked", None = "none",
    }
    /// How much it disturbs.
    Impact of Impact { None = "none", Some = "some", Severe = "severe" }
    /// Habits of the last two weeks that can set twitches off.
    Lifestyle of Lifestyle {
        HighCaffeine = "high_caffeine", PoorSleep = "poor_sleep", Stress = "stress",
        HardExercise = "hard_exercise", LowFluids = "low_fluids", Alcohol = "alcohol",
        PoorDiet = "poor_diet", Screens = "screens",
        NicotineOrStimulants = "nicotine_or_stimulants", LittleSun = "little_sun",
        FoodTrigger = "food_trigger", None = "none",
    }
}

/// A field of the assessment, in the order of the format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(
    missing_docs,
    reason = "each field is explained by the assessment format"
)]
pub enum Field {
    AgeGroup,
    Pregnancy,
    DangerSigns,
    Locations,
    Duration,
    Frequency,
    Timing,
    Symptoms,
    SymptomsSince,
    Context,
    Impact,
    Lifestyle,
}

impl Field {
    /// Every field, in the order of the format.
    pub const ALL: [Self; 12] = [
        Self::AgeGroup,
        Self::Pregnancy,
        Self::DangerSigns,
        Self::Locations,
        Self::Duration,
        Self::Frequency,
        Self::Timing,
        Self::Symptoms,
        Self::SymptomsSince,
        Self::Context,
        Self::Impact,
        Self::Lifestyle,
    ];

    /// The five key questions: an assessment without one of them is not complete.
    pub const KEY: [Self; 5] = [
        Self::AgeGroup,
        Self::DangerSigns,
        Self::Duration,
        Self::Symptoms,
        Self::Context,
    ];

    /// The name in the format.
    pub const fn name(self) -> &'static str {
        match self {
            Self::AgeGroup => "age_group",
            Self::Pregnancy => "pregnancy",
            Self::DangerSigns => "danger_signs",
            Self::Locations => "locations",
            Self::Duration => "duration",
            Self::Frequency => "frequency",
            Self::Timing => "timing",
            Self::Symptoms => "symptoms",
            Self::SymptomsSince => "symptoms_since",
            Self::Context => "context",
            Self::Impact => "impact",
            Self::Lifestyle => "lifestyle",
        }
    }

    /// The field of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.name() == name)
    }

    /// The names of its values; a value's index is its position here.
    pub const fn values(self) -> &'static [&'static str] {
        match self {
            Self::AgeGroup => AgeGroup::NAMES,
            Self::Pregnancy => Pregnancy::NAMES,
            Self::DangerSigns => DangerSign::NAMES,
            Self::Locations => Location::NAMES,
            Self::Duration | Self::SymptomsSince => Band::NAMES,
            Self::Frequency => Frequency::NAMES,
            Self::Timing => Timing::NAMES,
            Self::Symptoms => Symptom::NAMES,
            Self::Context => Context::NAMES,
            Self::Impact => Impact::NAMES,
            Self::Lifestyle => Lifestyle::NAMES,
        }
    }

    /// The index of the value of that name.
    pub fn value_named(self, name: &str) -> Option<u8> {
        let at = self.values().iter().position(|value| *value == name)?;
        u8::try_from(at).ok()
    }

    /// Whether it holds several values.
    pub const fn is_list(self) -> bool {
        matches!(
            self,
            Self::DangerSigns
                | Self::Locations
                | Self::Timing
                | Self::Symptoms
                | Self::Context
                | Self::Lifestyle
        )
    }

    /// Whether it is one of the five key questions.
    pub fn is_key(self) -> bool {
        Self::KEY.contains(&self)
    }

    /// The values that tolerate no other beside them (`none`, `not_sure`).
    pub const fn alone(self) -> Choices {
        match self {
            Self::DangerSigns => {
                Choices::one(DangerSign::NotSure as u8).with(DangerSign::None as u8)
            }
            Self::Symptoms => Choices::one(Symptom::None as u8),
            Self::Context => Choices::one(Context::None as u8),
            Self::Lifestyle => Choices::one(Lifestyle::None as u8),
            Self::AgeGroup
            | Self::Pregnancy
            | Self::Locations
            | Self::Duration
            | Self::Frequency
            | Self::Timing
            | Self::SymptomsSince
            | Self::Impact => Choices::EMPTY,
        }
    }

    /// Whether the value of that index tolerates no other beside it.
    pub const fn stands_alone(self, index: u8) -> bool {
        self.alone().has(index)
    }
}
