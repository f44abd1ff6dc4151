# Why: one short sentence a rule, telling the person which of their answers led here.

## Emergency

rule-danger_sign = You told me of a danger sign, and it needs help right away, even if it has passed.
rule-possible_meningitis = You have a fever, you feel stiff and your head hurts a lot, which can mean meningitis.
rule-fever_with_confusion = You have a fever, and your memory or the way you act has changed.
rule-illness_with_confusion = Your memory or the way you act has just changed, and you are not well or have trained hard.
rule-possible_serotonin_syndrome = You have a new medicine or drug, or a higher dose. Your signs may mean that it does you real harm.
rule-possible_rhabdomyolysis = Your urine is very dark, and with what else you told us, your muscles may be badly hurt.
rule-possible_preeclampsia = You are pregnant or just had a baby, and you have a bad headache or a change in your sight.
rule-lithium_toxicity = You take lithium, and you have signs that there may be too much of it in your blood.
rule-poisoning_signs = You had a bite, a sting or contact with chemicals or fumes, and now you feel ill.
rule-possible_tetanus = You had a dirty wound, and now you have a sign that can mean tetanus.
rule-injury_with_nerve_signs = You hurt your head, neck or back, and you have signs that your brain or nerves may be hurt too.
rule-dangerous_withdrawal = You stopped or cut down drink, a drug or a medicine, and your signs can be very serious.
rule-sudden_nerve_signs = Your speech, balance, sight, eyelid or strength changed in the last day.
rule-fast_weakness = You are getting weaker, and it has come on fast.
rule-breathing_or_swallowing_muscles = Your muscles are weak or your eyelid droops, and it is hard to swallow or to breathe lying flat.
rule-eye_signs_with_headache = You have a very bad headache, and you see double or your eyelid droops.
rule-low_calcium_with_heart_signs = Your mouth tingles or your hands cramp up, and your heart pounds or you shake.
rule-thyroid_storm = You have a thyroid problem and a fever, and your heart pounds or you shake.
rule-baby_unwell = A baby who twitches and also has one of the signs you chose must be seen right away.
rule-baby_clusters = Your baby twitches often, and it comes on waking or on falling asleep.

## Urgent

rule-baby = A twitch in a child under 2 needs a check today.
rule-danger_unsure = You were not sure if one of the danger signs is there.
rule-past_spell = You once had a sudden spell, and no doctor has looked into it yet.
rule-new_eye_signs = Your eyelid droops, or you see flashes or see less clearly, and that is new.
rule-possible_low_sugar = You have diabetes, and you feel shaky or weak, so your sugar may be low.
rule-lithium = You take lithium, and a twitch can mean that your dose needs a check.
rule-progressive_weakness = You feel weak, and it is getting worse.
rule-weakness_and_wasting = A muscle is weak, and muscle is getting thin.
rule-sudden_weakness = You have felt weak for three days or less.
rule-speech_or_swallowing = Your speech or the way you swallow has changed.
rule-tongue_with_nerve_signs = Your tongue twitches, and muscle is weak or getting thin.
rule-breathless_lying_down = You get short of breath when you lie flat.
rule-double_vision = You see double.
rule-blank_spells = You have spells where you go blank.
rule-jerks_with_mental_change = Your memory or the way you act has changed, and you twitch too.
rule-fever_and_headache = You have a fever and a very bad headache.
rule-fever_with_shaking = You have a fever, and you shake or your heart pounds.
rule-severe_headache_over_65 = You have a very bad headache, and you are 65 or over.
rule-medicine_reaction = You have a new medicine or drug, or a higher dose. You have a sign that it may not suit you.
rule-stimulant_excess = You take caffeine, nicotine or a drug like them, and you feel sick and shake or your heart pounds.
rule-exercise_illness = You feel weak or ill as well, and exercise may be behind it.
rule-dark_urine = Your urine is as dark as cola or black tea.
rule-low_calcium_signs = Your mouth tingles or your hands cramp up, which can mean low calcium.
rule-bite_or_chemical = You had a bite, a sting or contact with chemicals or fumes.
rule-recent_injury = You hurt your head, neck or back in the last four weeks.
rule-withdrawal = You stopped or cut down drink, a drug or a medicine, and your body may be missing it.
rule-seizure_medicine_stopped = You have epilepsy, and you have stopped or cut down a medicine.
rule-salt_loss = You have been throwing up or had loose stools, and you may have lost too much salt and fluid.
rule-kidney_and_heart_rhythm = You have a kidney or liver problem, and you shake or your heart pounds.

## See a doctor

rule-incomplete = At least one main question has no answer yet, so we play it safe.
rule-getting_worse = You said that the twitch is worse than before.
rule-over_two_weeks = Your twitch has gone on for more than two weeks.
    .now = It is now over two weeks, so a doctor should have a look.
rule-more_than_one_place = You have a twitch in more than one part of your body.
    .now = It has gone on for days in more than one part of your body, so a doctor should have a look.
rule-weak_or_stiff = You feel weak or stiff.
rule-muscle_wasting = A muscle is getting thin.
rule-tongue = Your tongue twitches.
rule-sensation_change = You feel numb, or you have pins and needles.
rule-new_medicine = You have a new medicine or drug, or a higher dose, and some can make muscles twitch.
rule-stopped_medicine = You stopped or cut down a medicine in the last four weeks.
rule-new_diagnosis = A doctor found a new illness not long ago.
rule-dirty_wound = You had a dirty wound in the last four weeks.
rule-unwell = You have a fever or a very bad headache, or you feel sick or throw up.
rule-vision_flashes = You see flashes, or your sight has changed.
rule-constant = Your twitch is there all the time.
    .now = It has been there all the time for more than a day, so a doctor should have a look.
rule-moving_and_resting = It twitches both when you rest and when you move.
rule-disrupts_life = Your twitch stops you from work, sleep or the things you enjoy.
rule-known_seizures = You have epilepsy.
rule-known_neurological = You have a condition of the brain or nerves.
rule-kidney_or_liver = You have a kidney or liver problem, and that can cause jerks.
rule-jerks_on_waking = You get sudden jerks in the first hour after you wake up.
rule-triggered_by_light_or_sound = A sudden noise, a touch or a flashing light sets it off.
rule-action_myoclonus = Moving sets it off, and it gets in your way.
rule-half_face_or_eye_closing = Your eye is pulled shut, or half your face pulls tight.
rule-drooping_eyelid = Your eyelid droops.
rule-red_or_swollen_eye = Your eye is red or swollen.
rule-balance_or_coordination = Your balance is off, or you feel clumsy.
rule-memory_or_behaviour = Your memory or the way you act has changed.
rule-weight_loss = You have lost weight.
rule-palpitations = Your heart pounds, or you shake.
rule-salt_loss_mild = You have been throwing up or had loose stools.
