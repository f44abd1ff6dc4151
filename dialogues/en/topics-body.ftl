# Quick questions: where and how it twitches, and who twitches. The format is explained in topics-minerals.ftl.

## Where

topic-eyelid =
    A twitching eyelid is very common and mostly harmless. It goes by itself in days to a few weeks. Less caffeine, more sleep, less stress and rest for the eyes help most.
    .title = Eyelid
    .more =
        Lay a warm, clean cloth on your closed eyes for a few minutes. Blink often, and don’t rub.
        See a doctor if it lasts more than two weeks, if the eye shuts by itself, if half the face joins in, or if the eye is red or swollen.
        A lid that newly droops: get medical advice today. If it came suddenly, or with a bad headache or double sight: call your emergency number at once.
topic-eyelid-causes =
    The usual causes are lack of sleep, stress, caffeine, and tired or dry eyes from screens. Often several come together. It is very rarely a sign of illness.
    .title = Why does it twitch?
    .more =
        Try one week with more sleep, less coffee and more breaks from the screen. An eye that is dry, red or sore should be looked at.
topic-eyelid-stop =
    Close your eyes and lay a warm, clean cloth on them for a few minutes. Then rest, blink often, and cut down on caffeine. Sleep 7 to 8 hours.
    .title = How to stop it
    .more =
        At a screen: every 20 minutes look 20 feet (6 m) away for 20 seconds. Don’t rub the eye.
        No trick stops it at once for sure. If it bothers you after two weeks, see a doctor.
topic-eyelid-how_long =
    Mostly days to a few weeks, on and off. Then it goes by itself. If it is still there after two weeks, book a visit with a doctor.
    .title = How long does it last?
    .more =
        Being on and off is normal. It may come back when you are tired or under stress.
        Go sooner if the eye shuts by itself, half the face joins in, or the lid droops.
topic-eyelid-serious =
    Alone it is mostly harmless. See a doctor if the eye shuts by itself, half your face joins in, the eye is red or swollen, or it lasts over two weeks. A face that droops is an emergency.
    .title = Is it serious?
    .more =
        Call your emergency number at once if one side of the face drops, an arm is weak, speech is slurred, or sight is lost, all of a sudden.
        A lid that newly droops: get medical advice today. With a bad headache or double sight: call at once.
topic-eyelid-superstition =
    A twitching left or right eye tells nothing about luck or money. It is a tired or lively little muscle. More sleep, less caffeine and less stress help most.
    .title = Left or right eye
    .more =
        Many countries have sayings about it. The causes are the same on both sides: lack of sleep, stress, caffeine, tired eyes.
topic-face =
    A small twitch in the face, such as the lip, cheek or chin, is mostly harmless. Tiredness, stress and caffeine are the usual triggers. See a doctor if half the face joins in or the eye shuts by itself.
    .title = Face
    .more =
        See a doctor, too, if it lasts over two weeks, or if the tongue twitches.
        A face that droops, a weak arm or slurred speech, all of a sudden: call your emergency number at once.
        Doctors can treat a lasting face spasm, for example with botulinum toxin.
topic-face-half_face =
    Spasms on half of the face, or an eye that shuts by itself, should be seen by a doctor. It is mostly not dangerous, and it can be treated. A sudden droop is different: that is an emergency.
    .title = Half the face
    .more =
        One side drops, an arm is weak or speech is slurred: call your emergency number at once, even if it passes.
topic-face-tongue =
    A twitching tongue should be looked at by a doctor, so book a visit. If it also gets weak or thin, get medical advice today. The same goes if speech or swallowing gets harder.
    .title = Tongue
    .more =
        Sudden slurred speech, or you can’t swallow or breathe: call your emergency number at once.
topic-hands =
    A twitching thumb, finger or hand is common and mostly harmless. Long work with the hands, tiredness, stress and caffeine are usual triggers. Rest the hand and stretch it gently.
    .title = Hands and arms
    .more =
        See a doctor if it lasts over two weeks, or a hand or arm is weak, numb or gets thinner.
        Shaking of the whole hand is not the same as a twitch. With diabetes, check your sugar now.
        A hand that cramps and bends, with tingling round the mouth: get medical advice today.
        Sudden weakness of one arm: call your emergency number at once.
topic-hands-tremor =
    A twitch is a flicker in one spot. A tremor is a steady shaking of the hand. Caffeine, stress, a low blood sugar, some medicines and the thyroid can make hands shake, so tell a doctor.
    .title = Shaking hands
    .more =
        With diabetes, check your sugar now. If it is low or you can’t check, take sugar.
        Shaking after you stopped drinking or a calming pill: get medical advice today.
        With fever, or confused: call your emergency number at once.
topic-legs =
    Twitches in the calf or thigh are very common and mostly harmless. Exercise, tiredness and caffeine can set them off. Rest, stretch gently and drink enough.
    .title = Legs and feet
    .more =
        See a doctor if it lasts over two weeks, or the leg is weak, numb or gets thinner.
        A leg that gets weak fast, or numb between the legs, or no control of bladder or bowels: call your emergency number at once.
topic-legs-night =
    Calves and thighs often twitch when you lie still, and you notice it more then. Stretch before bed, drink enough, and have less caffeine late. If you must move your legs to get rest, it may be restless legs.
    .title = At night
    .more =
        Sudden jerks as you fall asleep are normal. Painful tight muscles are cramps.
        If it keeps you from sleep for over two weeks, see a doctor. Ask if iron should be tested.
topic-legs-calf =
    Calves are one of the most usual places for twitches. They often flicker after sport or a long walk. As long as the leg is strong and feels normal, it is mostly harmless.
    .title = Calf twitching
    .more =
        See a doctor if it lasts over two weeks, or the leg is weak or thinner.
topic-whole_body =
    Twitches that move around the body are often harmless: stress, tiredness, caffeine. But more than one place is worth a visit to a doctor. Weakness, thin muscles, or trouble with speech or swallowing need help sooner.
    .title = All over the body
    .more =
        Right after hard exercise, or only as you fall asleep, twitches in many places are normal.
        The doctor may test your blood: salts, calcium, thyroid, kidneys.
        Shaking with fever, or after a new medicine: get medical advice today. Both at once, or a fit: call your emergency number at once.
topic-whole_body-random =
    Yes, twitches that hop from place to place are common in people who are well. Worry, lost sleep and caffeine make them more. Have a doctor look once, and then try to let them be.
    .title = Random places
    .more =
        Two studies looked at people with harmless twitches: one at 121, one at 180. None of them got MND (ALS).

## Cramps, jerks, hiccups

topic-cramps =
    A cramp is a whole muscle that suddenly tightens, often with pain. Stretch it slowly and rub it. Most cramps pass by themselves.
    .title = Cramps
    .more =
        Warm or cool compresses can help. Drink enough, and take salts as well after a long, sweaty effort.
        Magnesium is unlikely to help cramps in older adults. For others the proof is thin.
        See a doctor if cramps come often, or with weakness. Hand cramps with tingling round the mouth: get medical advice today.
        Dark urine with sore muscles: go to an emergency department (A&E or ER) now.
topic-cramps-stop =
    Stretch the muscle slowly and hold it. For the calf, pull your toes up to you, or stand on the leg. Then rub it gently.
    .title = Stop a cramp now
    .more =
        Something warm or cool feels good after that. Stop if stretching hurts a lot.
topic-cramps-night =
    Leg cramps at night are common. Stretch your calves before bed, and drink enough over the day. When one comes, pull your toes up to you and rub the muscle.
    .title = Cramps at night
    .more =
        Magnesium is unlikely to help older adults with this.
        Some medicines, such as water pills, can play a part: ask your pharmacist. If cramps often wake you, see a doctor.
topic-cramps-difference =
    A twitch is a small flicker in a muscle and mostly painless. A cramp is a whole muscle that tightens and often hurts. A jerk is sudden and brief, and moves the limb.
    .title = Twitch or cramp?
topic-hypnic_jerks =
    Sudden jerks as you fall asleep are normal. Almost everyone has them. They need no treatment.
    .title = Jerks at bedtime
    .more =
        They come more with caffeine, stress, late hard exercise and lost sleep. So keep the evening calm, and go to bed at the same time.
        Jerks while you are wide awake, or soon after waking up, are different: see a doctor. If you blank out, get medical advice today.
topic-hypnic_jerks-stop =
    Have no caffeine from early afternoon on, train earlier in the day, and keep the last hour calm. Go to bed at the same time. That makes the jerks fewer; a few are normal.
    .title = How to have fewer
topic-restless_legs =
    With restless legs you must move your legs to get rest, mostly in the evening and at night. Ask a doctor about it. Low iron can be a cause, and a blood test shows it.
    .title = Restless legs
    .more =
        Some people also have jerks as they fall asleep. Don’t take iron pills without a test.
        Have less caffeine late in the day: it costs sleep. If it keeps you awake, say so at the visit.
topic-hiccups =
    Hiccups are a kind of twitch, of the muscle that you breathe with. Everybody has them, and they pass by themselves. No trick is well proven.
    .title = Hiccups
    .more =
        If they go on for days, or keep you from eating or sleep, see a doctor.
        With chest pain, hard to breathe, or sudden weakness or numb skin: call your emergency number at once.
topic-hiccups-stop =
    Most hiccups stop by themselves in minutes. Slow breaths and small sips of water are harmless to try. My sources don’t show that any trick works for sure.
    .title = How to stop them
    .more =
        If they go on for days, see a doctor.

## Who

topic-pregnancy =
    Twitches are common in pregnancy and mostly harmless. Rest, drink enough, and keep to 200 mg of caffeine a day or less. Take no supplement without your midwife or doctor.
    .title = Pregnancy
    .more =
        A bad headache, a change in your sight, or swelling: call your maternity unit now. That also holds in the first 6 weeks after the birth.
        A fit: call the emergency number at once.
        Tell your midwife about the twitch at the next visit.
topic-pregnancy-danger =
    Call your maternity unit or the emergency number now for a bad headache, a change in your sight, or swelling. These can be signs of pre-eclampsia. A fit or sudden weakness: call your emergency number at once.
    .title = Danger signs
    .more =
        That also holds in the first 6 weeks after the birth. A twitch alone is not a danger sign.
topic-pregnancy-safe =
    Rest, gentle stretching, massage and a warm or cool cloth are safe. Eat well and drink enough. Ask your midwife or doctor before any pill, also magnesium.
    .title = What is safe to do?
    .more =
        Caffeine: up to 200 mg a day. A mug of filter coffee has 140 mg, instant 100, a mug of tea 75. Alcohol: none is safest.
topic-children =
    A small twitch in a child who is well is mostly harmless. Tiredness, worry, screens and energy drinks can set it off. A baby under 2 who twitches should be seen by a doctor today.
    .title = Children and babies
    .more =
        See a doctor if it lasts over two weeks, or the child blanks out, is weak, or has jerks soon after waking up.
        Children and teens: about 3 mg of caffeine for each kg they weigh. Teens need 8 to 10 hours of sleep.
        A fit, hard to wake, or fever with a stiff neck, a rash or pain from light: call the emergency number at once.
topic-children-baby =
    Have a baby under 2 who twitches or jerks checked today. Jerks again and again on waking or falling asleep: go to an emergency department (A&E or ER) now. Film it if your baby is safe.
    .title = Baby twitching
    .more =
        Call the emergency number at once for a fit, blue lips, limp, stiff, blank or hard to wake. Also for fever, throwing up, or a change in how your baby behaves.
topic-children-worry =
    Get help at once for a fit, a child who is hard to wake, or sudden weakness. See a doctor today if the child blanks out or gets weaker. Book a visit if a twitch lasts over two weeks.
    .title = When to worry
    .more =
        Under 2 years: today in any case.
        Fever with a stiff neck, a rash or pain from light: call the emergency number at once.
topic-children-tics =
    Blinking, twitching the nose or a shrug, again and again, are often tics. My sources call those from stress nervous tics. They are mostly harmless, so stay calm and don’t tell the child off.
    .title = Is it a tic?
    .more =
        See a doctor if it lasts, spreads, hurts, or bothers the child. If the child blanks out with it, get medical advice today.
topic-older_adults =
    Twitches are common at every age and mostly harmless. Over 65, medicines and salts play a bigger part, so ask a pharmacist to look at your pills. See a doctor if it lasts over two weeks.
    .title = Older adults
    .more =
        Adults over 70 need 800 IU (20 µg) of vitamin D a day (US). Magnesium is unlikely to help cramps in older adults.
        A new, very bad headache over 65: get medical advice today. Sudden weakness, a droopy face, slurred speech or confused: call your emergency number at once.
