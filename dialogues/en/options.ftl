# Labels of the answers: `opt-<field>-<value>` is the button (at most 38 characters, clear on its own), `.long` one line
# that explains it (at most 110), `.names` what people type for it: lower-case, comma separated, each only once in a
# field. For ages, numbers are read too. The values are those of the assessment schema.

## Age

opt-age_group-baby = Baby: under 2 years
    .long = From birth until the second birthday.
    .names = baby, a baby, my baby, infant, toddler, newborn, under 2, under two, under 2 years, less than 2, almost 2, nearly 2, not yet 2
opt-age_group-child = Child: 2 to 15 years
    .long = From the second birthday to the end of age 15.
    .names = child, a child, my child, kid, a kid, my kid
opt-age_group-adult = Adult: 16 to 64 years
    .long = From the 16th birthday to the end of age 64.
    .names = adult, an adult, grown up, grown-up, over 16, middle aged, middle-aged
opt-age_group-older_adult = Older adult: 65 or over
    .long = From the 65th birthday on.
    .names = older adult, an older adult, over 65, senior, elderly, pensioner

## Pregnancy

opt-pregnancy-no = No, neither
    .long = Not pregnant, and no birth in the last 6 weeks.
    .names = no, nope, none, neither, not pregnant, no baby, never, i'm a man, im a man, male, not applicable, n/a
opt-pregnancy-pregnant = Pregnant
    .long = Pregnant now, or it may be so.
    .names = pregnant, yes, pregnancy, expecting, i'm pregnant, im pregnant, am pregnant, with child, carrying, preggers, expecting a baby, trimester
opt-pregnancy-recently_gave_birth = Gave birth within 6 weeks
    .long = You gave birth in the last 6 weeks.
    .names = gave birth, just gave birth, recently gave birth, had a baby, had my baby, just had a baby, new baby, newborn, postpartum, postnatal, after birth, new mum, new mom, delivered, c-section, caesarean

## Danger signs: came suddenly, now or within the last 7 days, also if it has passed

opt-danger_signs-one_sided_weakness_numbness_or_face_droop = Droopy face, or one side weak or numb
    .long = Suddenly in the last 7 days, even if it has passed: face droops, or one arm, leg or side is weak or numb.
    .names = face droop, face drooping, droopy face, face dropped, my face is drooping, mouth droops, lopsided face, face fell on one side, crooked smile, one side weak, one side numb, weak on one side, numb on one side, one-sided weakness, one sided weakness, half my body numb, half my body, left side weak, right side weak, left side numb, right side numb, left arm numb, right arm numb, can't lift my arm, cant lift my arm, cannot lift my arm, arm went dead, sudden weakness, sudden numbness, paralysed, paralyzed, stroke, tia, mini stroke, mini-stroke
opt-danger_signs-slurred_speech = Slurred or mixed-up speech
    .long = Suddenly in the last 7 days, even if it has passed: speech is slurred, mixed up or gone.
    .names = slurred speech, slurring, slurred, slurring words, words are slurred, garbled, garbled speech, can't speak, cant speak, cannot speak, can't talk, cant talk, cannot talk, can't find words, lost my speech, talking funny, mixed up words, speech gone
opt-danger_signs-sudden_vision_loss = Sudden loss of sight
    .long = Suddenly in the last 7 days, even if it has passed: you can’t see, in one or both eyes.
    .names = vision loss, loss of vision, lost vision, lost my vision, lost sight, lost my sight, loss of sight, sudden vision loss, blind, went blind, gone blind, can't see, cant see, cannot see, vision went black, sight went, curtain over my eye
opt-danger_signs-seizure = Fit or seizure
    .long = In the last 7 days: a fit, with jerking or stiff limbs, or not aware of things around.
    .names = seizure, seizures, seize, seizing, fit, fits, fitting, a fit, had a fit, convulsion, convulsions, convulsing, epileptic fit, grand mal, tonic clonic, tonic-clonic
opt-danger_signs-fainted_or_hard_to_wake = Fainted, or hard to wake
    .long = In the last 7 days: passed out, even for a short time, or was very drowsy and hard to wake.
    .names = fainted, faint, fainting, passed out, pass out, blacked out, blackout, black out, collapsed, collapse, unconscious, knocked out, lost consciousness, hard to wake, won't wake, wont wake, won't wake up, wont wake up, can't wake, cant wake, unresponsive, not responding, very drowsy, floppy, gone limp, went limp
opt-danger_signs-confusion_or_hallucinations = Suddenly confused or seeing things
    .long = Suddenly in the last 7 days: confused, not sure where you are, or seeing things that aren’t there.
    .names = confused, confusion, suddenly confused, delirious, delirium, disoriented, disorientated, hallucinating, hallucinations, hallucination, seeing things, hearing voices, hearing things, not making sense, doesn't know where he is, doesn't know where she is, out of it, psychosis
opt-danger_signs-trouble_breathing = Trouble breathing
    .long = Suddenly in the last 7 days. Or so bad now that you can’t get your breath, or say a full line.
    .names = trouble breathing, breathing trouble, can't breathe, cant breathe, cannot breathe, can't breath, cant breath, hard to breathe, difficulty breathing, struggling to breathe, short of breath, shortness of breath, breathless, out of breath, gasping, blue lips, suffocating, wheezing
opt-danger_signs-trouble_swallowing = Can't swallow, or sudden trouble
    .long = Suddenly in the last 7 days, or so bad now that you can’t swallow your own spit.
    .names = trouble swallowing, can't swallow, cant swallow, cannot swallow, unable to swallow, can't swallow spit, drooling, choking, throat closing, throat is closing, sudden trouble swallowing
opt-danger_signs-chest_pain = Chest pain
    .long = In the last 7 days, even if it has passed: sudden pain, tightness or a heavy weight in the chest.
    .names = chest pain, pain in chest, pain in my chest, chest hurts, chest tightness, tight chest, chest pressure, pressure in my chest, heavy chest, heart pain, heart attack, angina
opt-danger_signs-thunderclap_headache = Sudden, worst-ever headache
    .long = In the last 7 days: a headache that came on within moments and is the worst of your life.
    .names = thunderclap, thunderclap headache, sudden headache, worst headache, worst headache ever, worst headache of my life, headache came on suddenly, exploding headache, sudden severe headache
opt-danger_signs-fever_with_stiff_neck_rash_or_light_pain = Fever + stiff neck, rash or light pain
    .long = In the last 7 days: a fever with a stiff neck, a new rash, or pain when you look at light.
    .names = meningitis, stiff neck and fever, fever and stiff neck, fever with stiff neck, fever with rash, rash and fever, rash with fever, fever and rash, fever and light hurts, spots that don't fade, purple spots, sepsis
opt-danger_signs-serious_head_or_spine_injury = Bad blow to head, neck or back
    .long = In the last 7 days: a hard hit, fall or crash that hurt the head, neck or back.
    .names = head injury, bad head injury, hit my head, hit his head, hit her head, banged my head, bang on the head, blow to the head, concussion, spine injury, spinal injury, broken neck, broken back, neck injury, back injury, car crash, car accident, bad fall, fell down the stairs, cracked skull
opt-danger_signs-poisoning_or_overdose = Poisoning, overdose or bad gas
    .long = In the last 7 days: too much of a medicine or drug, or poison, toxic gas or fumes.
    .names = poisoning, poisoned, poison, overdose, overdosed, od, od'd, took too many, too many pills, too many tablets, took too much, swallowed bleach, swallowed something poisonous, drank bleach, carbon monoxide, co alarm, gas leak
opt-danger_signs-locked_jaw = Locked jaw
    .long = In the last 7 days: the jaw is clamped, and you can’t open it well.
    .names = locked jaw, lockjaw, lock jaw, jaw locked, jaw is locked, can't open mouth, can't open my mouth, cant open my mouth, cannot open my mouth, jaw clamped, jaw stuck, jaw won't open, tetanus
opt-danger_signs-numb_saddle_or_bladder_or_bowel_loss = Numb crotch, or bladder or bowel loss
    .long = Suddenly in the last 7 days: numb between the legs, can’t pee, or can’t hold pee or poo.
    .names = saddle, numb saddle, saddle numbness, numb between legs, numb between my legs, numb groin, numb crotch, numb bottom, numb bum, numb genitals, numb down there, can't pee, cant pee, cannot pee, can't urinate, can't wee, lost bladder control, lost bowel control, bladder loss, bowel loss, wet myself, peed myself, pooed myself, incontinent, incontinence, can't hold my pee, cauda equina
opt-danger_signs-not_sure = Not sure
    .long = You can’t say for certain. We will go through the signs one by one.
    .names = not sure, unsure, i'm not sure, im not sure, don't know, dont know, do not know, i don't know, i dont know, dunno, idk, no idea, maybe, perhaps, possibly, hard to say, can't say, uncertain
opt-danger_signs-none = None of these
    .long = None of these came on suddenly, now or in the last 7 days.
    .names = none, none of these, none of them, none of the above, no, nope, nah, nothing, not any, nil, neither, all fine, i'm fine, im fine, no danger signs

## Where it twitches

opt-locations-eyelid = Eyelid
    .long = The upper or lower lid, or right around the eye.
    .names = eyelid, eyelids, eye, eyes, lid, lids, upper lid, lower lid, upper eyelid, lower eyelid, under my eye, under eye, left eye, right eye, eyelash, corner of my eye, bottom lid, bottom eyelid, top lid, top eyelid
opt-locations-face = Face
    .long = Anywhere on the face but the eyelid, mouth or jaw.
    .names = face, facial, cheek, cheeks, nose, nostril, forehead, temple, temples, brow, brows, eyebrow, eyebrows, cheekbone, ear, ears, scalp, half my face
opt-locations-jaw_or_mouth = Jaw or mouth
    .long = The jaw, the lips, the chin or the corner of the mouth.
    .names = jaw, jaws, mouth, lip, lips, upper lip, lower lip, chin, jawline, corner of my mouth, teeth, chewing muscle, bottom lip, top lip
opt-locations-tongue = Tongue
    .long = The tongue itself.
    .names = tongue, tongues, tip of my tongue
opt-locations-neck = Neck or throat
    .long = The front, side or back of the neck.
    .names = neck, throat, nape, back of my neck, side of my neck
opt-locations-shoulder = Shoulder
    .long = The shoulder, or the muscle between neck and shoulder.
    .names = shoulder, shoulders, shoulder blade, shoulder blades, trap, traps, deltoid, delts, collarbone, armpit
opt-locations-arm = Arm
    .long = Anywhere from below the shoulder to the wrist.
    .names = arm, arms, upper arm, upper arms, forearm, forearms, lower arm, elbow, elbows, bicep, biceps, tricep, triceps, back of my arm
opt-locations-hand = Hand or fingers
    .long = The wrist, hand, fingers or thumb.
    .names = hand, hands, finger, fingers, thumb, thumbs, wrist, wrists, palm, palms, knuckle, pinky, pinkie, little finger, index finger, back of my hand, back of the hand
opt-locations-chest = Chest or ribs
    .long = The muscles of the chest or between the ribs.
    .names = chest, rib, ribs, ribcage, rib cage, breast, breasts, boob, pec, pecs, breastbone, sternum
opt-locations-abdomen = Belly
    .long = The stomach area, front or side, or the diaphragm.
    .names = belly, abdomen, abdominal, stomach, tummy, abs, gut, side of my belly, flank, diaphragm, midriff, waist
opt-locations-back = Upper or lower back
    .long = The upper, middle or lower back.
    .names = back, upper back, lower back, middle of my back, spine, small of my back
opt-locations-hip_or_buttock = Hip or buttock
    .long = The hip, the groin or the buttocks.
    .names = hip, hips, buttock, buttocks, bum, butt, glute, glutes, backside, groin, pelvis, my bottom
opt-locations-thigh = Thigh or knee
    .long = The upper leg, front or back, down to the knee.
    .names = thigh, thighs, upper leg, upper legs, knee, knees, quad, quads, quadriceps, hamstring, hamstrings, inner thigh, back of my thigh, back of my leg, back of my knee, behind my knee
opt-locations-calf = Calf or shin
    .long = The leg below the knee: calf or shin.
    .names = calf, calves, calfs, calve, lower leg, lower legs, leg, legs, shin, shins
opt-locations-foot = Foot or toes
    .long = The ankle, foot, sole or toes.
    .names = foot, feet, toe, toes, big toe, ankle, ankles, heel, heels, sole, soles, arch of my foot, bottom of my foot
opt-locations-whole_body = All over the body
    .long = In many places of the body, at the same time or in turns.
    .names = whole body, all over, all over my body, everywhere, entire body, full body, whole-body, body wide, body-wide, all of me, my whole body, different places, random places, many places, it moves around, head to toe

## How long, since it began

opt-duration-under_1_day = Less than a day
    .long = It began within the last 24 hours.
    .names = less than a day, under a day, under 1 day, today, just started, just now, just began, this morning, since this morning, this afternoon, this evening, tonight, last night, an hour, one hour, a few hours, few hours, hours, some hours, minutes, a few minutes, half a day
opt-duration-1_to_3_days = 1 to 3 days
    .long = It began one, two or three days ago.
    .names = 1 to 3 days, 1-3 days, yesterday, since yesterday, a day, one day, 1 day, two days, 2 days, three days, 3 days, couple of days, a couple of days, couple days, a few days, few days, the day before yesterday
opt-duration-4_to_14_days = 4 days to 2 weeks
    .long = It began 4 to 14 days ago.
    .names = 4 days to 2 weeks, 4 to 14 days, 4-14 days, four days, 4 days, five days, 5 days, six days, 6 days, seven days, 7 days, a week, one week, 1 week, about a week, last week, since last week, over a week, more than a week, several days, ten days, 10 days, two weeks, 2 weeks, 14 days, couple of weeks, a couple of weeks, couple weeks, a fortnight, fortnight
opt-duration-2_to_4_weeks = Over 2 weeks, up to 4 weeks
    .long = It began 15 to 28 days ago.
    .names = 2 to 4 weeks, 2-4 weeks, over two weeks, over 2 weeks, more than two weeks, more than 2 weeks, three weeks, 3 weeks, four weeks, 4 weeks, a few weeks, few weeks, several weeks, nearly a month, almost a month, under a month, 20 days, 21 days
opt-duration-1_to_3_months = 1 to 3 months
    .long = It began 29 to 90 days ago.
    .names = 1 to 3 months, 1-3 months, a month, one month, 1 month, 30 days, last month, about a month, over a month, more than a month, five weeks, 5 weeks, six weeks, 6 weeks, eight weeks, 8 weeks, two months, 2 months, couple of months, a couple of months, couple months, three months, 3 months
opt-duration-over_3_months = Over 3 months
    .long = It began more than 90 days ago.
    .names = over 3 months, over three months, more than 3 months, more than three months, four months, 4 months, five months, 5 months, six months, 6 months, half a year, several months, many months, a few months, few months, a year, one year, 1 year, over a year, two years, 2 years, a few years, years, for years, many years, ages, for ages, long time, a long time, all my life, since childhood, always

## How often

opt-frequency-now_and_then = Now and then
    .long = It comes and goes, at most a few times a day.
    .names = now and then, now and again, sometimes, occasionally, occasional, rarely, seldom, once in a while, once a day, twice a day, a few times a day, a few times, a few times a week, not often, on and off, off and on, comes and goes, from time to time, every so often, once or twice, not very often, not that often
opt-frequency-many_times_a_day = Many times a day
    .long = It comes again and again through the day, with breaks.
    .names = many times a day, many times, several times a day, lots of times, often, very often, a lot, frequently, frequent, every hour, hourly, every few minutes, every minute, dozens of times, hundreds of times, again and again, over and over, repeatedly
opt-frequency-constant = All the time, it hardly stops
    .long = It goes on and on, with hardly a break.
    .names = constant, constantly, all the time, nonstop, non-stop, non stop, never stops, doesn't stop, doesnt stop, won't stop, wont stop, hardly stops, always, continuous, continuously, 24/7, without a break, permanent, permanently

## When it happens

opt-timing-at_rest = At rest
    .long = When you sit or lie still.
    .names = at rest, resting, rest, sitting, sitting still, lying down, lying still, lying, laying down, relaxing, relaxed, when still, on the sofa, on the couch, at my desk, in bed, at bedtime, lying awake
opt-timing-with_movement =
    { $age ->
        [baby] When moving
        [child] When moving
       *[other] When I move
    }
    .long = Moving, or being about to move, brings it on.
    .names = with movement, moving, movement, when i move, when moving, walking, when i walk, writing, reaching, holding something, lifting, using it, when i use it, on movement
opt-timing-falling_asleep =
    { $age ->
        [baby] When falling asleep
        [child] When falling asleep
       *[other] When I fall asleep
    }
    .long =
        { $age ->
            [baby] Jerks, one or many in a row, as the baby falls asleep.
            [child] A sudden jerk or two, just as the child drifts off. Not twitches while awake.
           *[other] A sudden jerk or two, just as you drift off. Not twitches while you lie awake.
        }
    .names = falling asleep, fall asleep, when i fall asleep, drifting off, dozing off, nodding off, going to sleep, as i go to sleep, hypnic jerk, hypnic jerks, sleep start, sleep starts
opt-timing-on_waking =
    { $age ->
        [baby] In the hour after waking up
        [child] In the hour after waking up
       *[other] In the hour after I wake up
    }
    .long =
        { $age ->
            [baby] Jerks, one or many in a row, in the first hour after the baby wakes up.
           *[other] Sudden jerks in the first hour after waking. Not just a small flutter.
        }
    .names = on waking, waking, waking up, when i wake, when i wake up, after waking, first thing, after getting up, getting up
opt-timing-startle_or_flashing_lights = A sudden noise or flashing light
    .long = A sudden sound, a touch, flashes or flicker set it off every time, or this is new.
    .names = startle, startled, when startled, loud noise, loud noises, sudden noise, noise, noises, sound, sounds, flashing lights, flashing light, flashing, flicker, flickering, strobe, strobe lights, bright light, lights, light, video games, touch, when touched
opt-timing-after_exercise = After exercise
    .long = In the hours after sport, training or hard work.
    .names = after exercise, exercise, after exercising, after training, training, after a workout, workout, working out, after the gym, gym, after running, after a run, running, after sport, after sports, sport, after hard work, after football
opt-timing-any_time = At any time
    .long = No clear pattern: it comes when it likes.
    .names = any time, anytime, at any time, no pattern, random, randomly, at random, whenever, all times, day and night, no idea when, it varies, varies

## Accompanying symptoms: anything else that came on gradually or with the twitch

opt-symptoms-weakness = A muscle is weak
    .long = It is harder than it was to lift, grip, climb stairs or walk. Not just tired.
    .names = weakness, weak, muscle weakness, weak muscle, weak muscles, weak arm, weak leg, weak legs, weak hand, weak grip, losing grip, dropping things, drop things, foot drop, tripping, can't grip, lost strength, loss of strength, less strength
opt-symptoms-weakness_getting_worse = Weakness that gets worse
    .long = A weak muscle gets weaker, or weakness spreads, over hours, days or weeks.
    .names = weakness getting worse, getting weaker, weaker and weaker, weaker, weakness is worse, weakness spreading, spreading weakness, worsening weakness, more and more weak, progressive weakness, increasingly weak
opt-symptoms-muscle_wasting = A muscle got thinner
    .long = A muscle looks smaller or hollow, or thinner than on the other side.
    .names = muscle wasting, wasting, muscle loss, muscle got thinner, thinner muscle, thinner, thin arm, thin leg, shrinking muscle, shrunken, shrinking, muscle shrinking, atrophy, hollow, dent, losing muscle, smaller muscle
opt-symptoms-numbness_or_tingling = Numbness or tingling
    .long = Skin feels numb, or you have pins and needles, that came on bit by bit. Not round the mouth.
    .names = numbness, numb, tingling, tingly, tingle, pins and needles, pins & needles, prickling, burning feeling, lost feeling, loss of feeling, no feeling, loss of sensation, gone to sleep
opt-symptoms-stiffness = Stiff muscles
    .long = Muscles or joints feel tight and are hard to move.
    .names = stiffness, stiff, stiff muscles, stiff muscle, tight, tightness, tight muscles, rigid, rigidity, tense muscles
opt-symptoms-cramps_or_pain = Cramps or muscle pain
    .long = A muscle hurts, or tightens into a painful knot.
    .names = cramps, cramp, cramping, charley horse, charlie horse, muscle pain, pain, painful, ache, aches, aching, achy, soreness, sore muscles, spasm, spasms, muscle spasm, muscle spasms, knot, it hurts, muscle hurts, muscles hurt, sore muscle
opt-symptoms-speech_changes = Speech changed bit by bit
    .long = Speech got slurred, nasal, hoarse or hard to follow over time, not suddenly.
    .names = speech changes, speech change, change in speech, speech, speech problems, speech changed, speech got worse, slowly slurring, nasal voice, voice changed, voice change, hoarse, hoarse voice, harder to speak, hard to speak, people can't understand me
opt-symptoms-swallowing_changes = Swallowing got harder bit by bit
    .long = Food or drink goes down badly, or you cough and choke on it more and more.
    .names = swallowing changes, swallowing, swallow, swallowing problems, hard to swallow, harder to swallow, difficulty swallowing, food sticks, food gets stuck, cough when i eat, coughing when eating, choke on food, choking on food, dysphagia
opt-symptoms-breathless_lying_down = Breathless when lying flat
    .long = You get short of breath lying flat, and need pillows or a chair to sleep.
    .names = breathless lying down, breathless lying flat, breathless when lying, short of breath lying down, can't breathe lying down, cant breathe lying down, can't lie flat, cant lie flat, need pillows to breathe, wake up breathless, orthopnea, orthopnoea
opt-symptoms-balance_or_coordination = Unsteady or clumsy
    .long = You sway, stumble, miss what you reach for, or feel that things spin.
    .names = balance, balance problems, off balance, loss of balance, unsteady, clumsy, clumsiness, coordination, uncoordinated, wobbly, stumbling, stumble, falling over, falls, dizzy, dizziness, vertigo, spinning, room spins, ataxia, staggering
opt-symptoms-blank_spells = Blank spells
    .long = For moments you stare, can’t answer, or don’t know later what happened.
    .names = blank spells, blank spell, blanking out, blank out, going blank, zoning out, zone out, spacing out, space out, absence, absences, staring spells, staring, stares, losing time, lost time, missing moments, lose awareness, switched off
opt-symptoms-fever = Fever
    .long = 38 °C (100.4 °F) or more, or hot with chills.
    .names = fever, feverish, high temperature, temperature, temp, running a temperature, hot and cold, chills, shivering, shivers, flu, pyrexia
opt-symptoms-severe_headache = Bad headache
    .long = A strong headache that came on gradually. A mild, everyday headache does not count.
    .names = severe headache, bad headache, headache, headaches, terrible headache, strong headache, pounding headache, splitting headache, migraine, migraines, head hurts, sore head
opt-symptoms-nausea_or_vomiting =
    { $age ->
        [baby] Keeps throwing up
       *[other] Feeling sick or throwing up
    }
    .long =
        { $age ->
            [baby] Your baby throws up again and again. A little milk that comes back up does not count.
           *[other] You feel sick to your stomach, or you throw up.
        }
    .names = nausea, nauseous, nauseated, sick to my stomach, feeling sick, feel sick, queasy, vomiting, vomit, vomited, throwing up, throw up, threw up, being sick, been sick, puking, puke, barfing, keeps vomiting
opt-symptoms-dark_urine = Dark urine, like cola
    .long = Urine the colour of cola or black tea. Not just deep yellow.
    .names = dark urine, dark pee, dark wee, brown urine, brown pee, brown wee, red urine, red pee, pee like cola, urine like cola, cola urine, coke coloured pee, coke colored pee, tea coloured urine, tea colored urine, black urine, blood in urine, bloody pee
opt-symptoms-double_vision = Double vision
    .long = You see two of one thing.
    .names = double vision, seeing double, see double, seeing two, two of everything, diplopia
opt-symptoms-vision_flashes = Flashes, or sight changes
    .long = You see flashes, zigzags or new spots, or your sight has become blurred.
    .names = vision flashes, flashes, flashes of light, flashes in my eyes, zigzags, zigzag, zig zag, zig-zag, floaters, stars, seeing stars, blurred vision, blurry vision, blurry, blurred, aura, vision changes, sight changes, seeing spots, spots before my eyes, new spots
opt-symptoms-drooping_eyelid = Drooping eyelid
    .long = An upper lid hangs lower than it did, all day or when you are tired.
    .names = drooping eyelid, droopy eyelid, droopy lid, drooping lid, droopy eye, drooping eye, eyelid droops, eyelid hangs, lid hangs, ptosis, eye won't open, eye half shut, eye half closed, lazy eyelid
opt-symptoms-red_or_swollen_eye = Red, swollen or sore eye
    .long = The eye or the lid is red, swollen or sore, or pus comes out.
    .names = red eye, red eyes, eye is red, swollen eye, swollen eyes, swollen eyelid, puffy eye, puffy eyes, sore eye, sore eyes, eye discharge, pus, pink eye, pinkeye, conjunctivitis, stye, bloodshot
opt-symptoms-eye_closes_or_half_face_spasm = Eye shuts, or half the face pulls
    .long = The eye shuts by itself each time, or one side of the face pulls or twitches as one.
    .names = eye closes, eye closes by itself, eye shuts, eye shuts by itself, eye closing, eyes close, eyes shut, eye squeezes shut, eye clamps shut, can't keep eye open, half face spasm, half my face twitches, face spasm, facial spasm, side of my face pulls, one side of my face twitches, hemifacial spasm, hemifacial, blepharospasm
opt-symptoms-mouth_tingling_or_hand_spasm = Tingling mouth or hand cramps
    .long = Tingling round the mouth or lips, or hands or feet that curl up in a spasm.
    .names = mouth tingling, tingling mouth, tingling round mouth, tingling around my mouth, tingling lips, lips tingle, lips tingling, numb lips, numb mouth, hand spasm, hand spasms, hand cramp, hand cramps, hands cramp, hands curl, claw hand, claw hands, fingers curl, fingers lock, tetany, carpopedal spasm
opt-symptoms-memory_or_behaviour_change = Memory or behaviour changed
    .long = You forget more, think less clearly, or act unlike yourself. It came on bit by bit.
    .names = memory, memory loss, memory problems, forgetful, forgetting, forgetting things, behaviour change, behavior change, behaviour, behavior, personality change, personality, acting strange, acting differently, not myself, not himself, not herself, brain fog, foggy, muddled, can't think straight, agitated, agitation
opt-symptoms-palpitations_or_shaking = Pounding heart or shaking
    .long = Your heart races, pounds or skips, or you tremble.
    .names = palpitations, palpitation, heart racing, racing heart, heart pounding, pounding heart, heart races, fast heart, fast heartbeat, fast pulse, heart flutters, heart fluttering, skipped beats, heart skips, irregular heartbeat, shaking, shaky, shakes, the shakes, tremor, tremors, trembling, tremble, jitters, jittery
opt-symptoms-fatigue = Very tired
    .long = Tired or worn out, most days.
    .names = fatigue, fatigued, tired, tiredness, very tired, exhausted, exhaustion, worn out, no energy, low energy, drained, knackered, shattered, run down, run-down, wiped out, burnt out, sleepy
opt-symptoms-weight_loss = Losing weight without trying
    .long = You lost weight and don’t know why.
    .names = weight loss, lost weight, losing weight, loss of weight, clothes are loose, got thin, dropped weight, shedding pounds
opt-symptoms-anxiety = Worry or anxiety
    .long = You worry a lot, also about what the twitch could mean.
    .names = anxiety, anxious, worry, worried, worrying, scared, afraid, fear, frightened, panic, panic attack, panic attacks, panicking, nervous, nerves, on edge, health anxiety, worried about als, worried about mnd, terrified, freaking out
opt-symptoms-none = None of these
    .long = Nothing else besides the twitch.
    .names = none, none of these, none of them, none of the above, nothing, nothing else, no, nope, nah, no other symptoms, no symptoms, just the twitch, only the twitch, just twitching, only twitching, otherwise fine, i'm fine, im fine

## Since the newest of these symptoms began, or one got clearly worse

opt-symptoms_since-under_1_day = Less than a day
    .long = The newest symptom began, or got clearly worse, within the last 24 hours.
    .names = less than a day, under a day, under 1 day, today, just started, just now, just began, this morning, since this morning, this afternoon, this evening, tonight, last night, an hour, one hour, a few hours, few hours, hours, some hours, minutes, a few minutes, half a day
opt-symptoms_since-1_to_3_days = 1 to 3 days
    .long = The newest symptom began, or got clearly worse, one to three days ago.
    .names = 1 to 3 days, 1-3 days, yesterday, since yesterday, a day, one day, 1 day, two days, 2 days, three days, 3 days, couple of days, a couple of days, couple days, a few days, few days, the day before yesterday
opt-symptoms_since-4_to_14_days = 4 days to 2 weeks
    .long = The newest symptom began, or got clearly worse, 4 to 14 days ago.
    .names = 4 days to 2 weeks, 4 to 14 days, 4-14 days, four days, 4 days, five days, 5 days, six days, 6 days, seven days, 7 days, a week, one week, 1 week, about a week, last week, since last week, over a week, more than a week, several days, ten days, 10 days, two weeks, 2 weeks, 14 days, couple of weeks, a couple of weeks, couple weeks, a fortnight, fortnight
opt-symptoms_since-2_to_4_weeks = Over 2 weeks, up to 4 weeks
    .long = The newest symptom began, or got clearly worse, 15 to 28 days ago.
    .names = 2 to 4 weeks, 2-4 weeks, over two weeks, over 2 weeks, more than two weeks, more than 2 weeks, three weeks, 3 weeks, four weeks, 4 weeks, a few weeks, few weeks, several weeks, nearly a month, almost a month, under a month, 20 days, 21 days
opt-symptoms_since-1_to_3_months = 1 to 3 months
    .long = The newest symptom began, or got clearly worse, 29 to 90 days ago.
    .names = 1 to 3 months, 1-3 months, a month, one month, 1 month, 30 days, last month, about a month, over a month, more than a month, five weeks, 5 weeks, six weeks, 6 weeks, eight weeks, 8 weeks, two months, 2 months, couple of months, a couple of months, couple months, three months, 3 months
opt-symptoms_since-over_3_months = Over 3 months
    .long = The newest symptom began more than 90 days ago, and has not got clearly worse since.
    .names = over 3 months, over three months, more than 3 months, more than three months, four months, 4 months, five months, 5 months, six months, 6 months, half a year, several months, many months, a few months, few months, a year, one year, 1 year, over a year, two years, 2 years, a few years, years, for years, many years, ages, for ages, long time, a long time, all my life, since childhood, always

## Recent changes and long-term conditions

opt-context-new_medicine = New medicine, higher dose or drug
    .long = In the last 8 weeks: a new medicine, a higher dose, a herbal remedy or a street drug.
    .names = new medicine, new medication, new meds, new med, new drug, new drugs, new pill, new pills, new tablet, new tablets, higher dose, dose raised, dose increased, dose went up, started medicine, started medication, started a medicine, started taking, started antidepressants, new antidepressant, new inhaler, herbal, herbal remedy, st john's wort, street drug, street drugs, cocaine, mdma, ecstasy, meth, amphetamine, amphetamines, new ssri, new steroids, taking herbs
opt-context-stopped_medicine = Stopped or cut a medicine
    .long = In the last 4 weeks: stopped a medicine, missed doses, or took a lower dose.
    .names = stopped medicine, stopped medication, stopped a medicine, stopped my medicine, stopped my meds, stopped meds, stopped taking, stopped my pills, stopped tablets, stopped antidepressants, came off medicine, came off my meds, coming off, quit medicine, quit my meds, lower dose, dose lowered, cut my dose, missed doses, missed my pills, ran out of medicine, ran out of meds, tapering, withdrawal
opt-context-stopped_sedative_or_baclofen = Stopped sleeping pills or baclofen
    .long = In the last 4 weeks: stopped or cut sleeping or calming pills (such as diazepam) or baclofen.
    .names = stopped sedative, stopped sedatives, stopped sleeping pills, stopped sleeping tablets, came off sleeping pills, stopped benzos, benzo withdrawal, stopped valium, stopped xanax, stopped ativan, stopped klonopin, stopped diazepam, stopped lorazepam, stopped clonazepam, stopped alprazolam, stopped zopiclone, stopped ambien, stopped baclofen, stopped tranquillisers, stopped tranquilizers, stopped pregabalin, stopped gabapentin, came off benzos, came off baclofen, ran out of baclofen, baclofen pump empty, baclofen withdrawal
opt-context-stopped_heavy_drinking = Stopped or cut heavy drinking
    .long = In the last 4 weeks: stopped or cut alcohol, after drinking heavily most days.
    .names = stopped drinking, stopped heavy drinking, quit drinking, quit alcohol, stopped alcohol, gave up alcohol, gave up drinking, cut down drinking, cut down alcohol, cold turkey, alcohol withdrawal, detox, dts, delirium tremens, newly sober, sober now, got sober
opt-context-new_diagnosis = A new illness was found
    .long = In the last few weeks a doctor found an illness that you did not know of.
    .names = new diagnosis, newly diagnosed, just diagnosed, recently diagnosed, new illness, new disease, new condition, found an illness
opt-context-head_or_spine_injury = Hurt head, neck or back
    .long = In the last 4 weeks: a knock, fall or crash that hurt the head, neck or back.
    .names = head injury, hit my head, banged my head, bumped my head, knock on the head, concussion, spine injury, spinal injury, neck injury, back injury, hurt my head, hurt my neck, hurt my back, whiplash, car accident, fell on my head, fell on my back, fell down stairs, car crash
opt-context-venomous_bite_or_sting = Snake, spider or scorpion bite
    .long = In the last 3 days: a venomous bite or sting. A mosquito, bee or wasp sting does not count.
    .names = snake, snake bite, snakebite, bitten by a snake, spider, spider bite, black widow, redback, scorpion, scorpion sting, jellyfish, jellyfish sting, venom, venomous bite, venomous sting, adder, rattlesnake, bitten by a spider, stung by a scorpion, stung by a jellyfish
opt-context-chemical_fumes_or_pesticide = Chemicals, fumes or pesticide
    .long = In the last 2 weeks: breathed in, touched or swallowed toxic chemicals, fumes, gas or pesticide.
    .names = chemical, chemicals, fumes, fume, pesticide, pesticides, insecticide, bug spray, weed killer, weedkiller, herbicide, sprayed crops, crop spray, solvent, solvents, paint thinner, carbon monoxide, gas leak, mercury, nerve gas, organophosphate, smoke from a fire, lead paint, lead poisoning, nerve agent
opt-context-dirty_wound = Dirty or deep wound
    .long = In the last 4 weeks: a deep or dirty cut, burn or bite, from soil, rust, a nail or an animal.
    .names = dirty wound, wound, deep wound, deep cut, dirty cut, stepped on a nail, rusty nail, puncture, puncture wound, animal bite, dog bite, cat bite, burn, garden cut, infected cut, infected wound
opt-context-past_spell = A past fit or faint, never checked
    .long = Over 7 days or years ago, never checked: sudden fit, faint, stroke-like spell, lost sight, worst headache.
    .names = past spell, past fit, past seizure, old seizure, had a seizure before, had a fit before, fainted before, fainted once, passed out before, passed out once, blacked out before, past faint, past stroke, past stroke-like spell, mini stroke before, tia before, lost sight once, lost my sight once
opt-context-vomiting_or_diarrhoea = Vomiting or diarrhoea lately
    .long = In the last few days you threw up, or had loose stools, more than once.
    .names = vomiting, vomit, throwing up, been sick, diarrhoea, diarrhea, diarrhoea and vomiting, the runs, loose stools, loose stool, stomach bug, tummy bug, stomach flu, gastro, gastroenteritis, norovirus, food poisoning, d and v, d&v
opt-context-lithium = I take lithium
    .long = You take lithium now, in any form or dose.
    .names = lithium, take lithium, on lithium, i take lithium, lithium carbonate, priadel, camcolit, lithobid, eskalith
opt-context-kidney_or_liver_disease = Kidney or liver disease
    .long = A doctor has told you that your kidneys or liver don’t work well.
    .names = kidney, kidneys, kidney disease, kidney failure, kidney problems, ckd, dialysis, renal, liver, liver disease, liver failure, liver problems, cirrhosis, hepatitis, fatty liver
opt-context-diabetes = Diabetes
    .long = Type 1, type 2 or another kind, with or without insulin.
    .names = diabetes, diabetic, type 1 diabetes, type 2 diabetes, type 1, type 2, type one, type two, t1d, t2d, insulin, sugar disease, high blood sugar, gestational diabetes
opt-context-thyroid_disease = Thyroid disease
    .long = The thyroid gland works too much or too little, or was taken out.
    .names = thyroid, thyroid disease, thyroid problems, overactive thyroid, underactive thyroid, hyperthyroid, hypothyroid, hyperthyroidism, hypothyroidism, graves, graves disease, graves' disease, hashimoto, hashimotos, hashimoto's, thyroid removed, levothyroxine, parathyroid
opt-context-known_epilepsy = Epilepsy
    .long = A doctor has told you that you have epilepsy, at any time.
    .names = epilepsy, epileptic, known epilepsy, i have epilepsy, have epilepsy, seizure disorder
opt-context-known_neurological_condition = Another nerve or brain illness
    .long = Such as MS, Parkinson’s or nerve damage. Or an old stroke that a doctor has looked at.
    .names = neurological condition, neurological disease, neurological, nerve disease, brain disease, nerve damage, neuropathy, multiple sclerosis, ms, parkinson, parkinsons, parkinson's, dystonia, motor neurone disease, motor neuron disease, mnd, als, dementia, alzheimers, alzheimer's, huntingtons, huntington's, myasthenia, myasthenia gravis, ataxia, tourette, tourettes, tourette's, old stroke, cerebral palsy, spinal cord disease
opt-context-family_history = Nerve illness in my family
    .long = A close relative has or had twitches, jerks or an illness of the nerves or muscles.
    .names = family history, family, in my family, runs in the family, in the family, hereditary, genetic, inherited, my mother had it, my father had it, my mum had it, my mom had it, my dad had it, relative, relatives
opt-context-already_checked = Doctor checked this twitch: all fine
    .long = A doctor looked at this twitch and found nothing bad. No test is left to do. Nothing is new since then.
    .names = already checked, checked already, doctor checked it, doctor said it's fine, doctor says it's fine, given the all clear, all clear, doctor found nothing, checked and fine
opt-context-none = None of these
    .long = No recent change and no condition from this list.
    .names = none, none of these, none of them, none of the above, nothing, nothing new, no, nope, nah, no changes, no conditions, no illness, no medicines, no medication, healthy, i'm healthy, im healthy

## How much it disturbs

opt-impact-none = Not at all
    .long = You notice it, but it does not get in the way.
    .names = not at all, none, no, nope, not really, doesn't bother me, doesnt bother me, it doesn't bother me, no bother, barely, hardly, not much, no problem, fine
opt-impact-some = Somewhat
    .long = It is annoying, or in the way at times.
    .names = some, somewhat, a bit, a little, little, slightly, bit annoying, annoying, it's annoying, irritating, sometimes, moderate, moderately, so so, so-so, medium, yes
opt-impact-severe = A lot
    .long = It stops you from work, sleep or enjoying life.
    .names = a lot, lots, severe, severely, very much, very, badly, really bad, unbearable, terrible, awful, can't sleep, cant sleep, can't work, cant work, stops me working, stops me sleeping, keeps me awake, ruining my life, can't cope, cant cope, extremely

## Lifestyle of the last two weeks

opt-lifestyle-high_caffeine = Lots of coffee, tea or energy drinks
    .long = Over 400 mg of caffeine a day (4 mugs of instant coffee). In pregnancy, over 200 mg (2 mugs).
    .names = caffeine, high caffeine, too much caffeine, lots of caffeine, coffee, coffees, lots of coffee, too much coffee, tea, lots of tea, espresso, espressos, latte, energy drink, energy drinks, red bull, monster, cola, coke, pepsi, diet coke, pre-workout, preworkout, caffeine pills
opt-lifestyle-poor_sleep = Too little sleep
    .long = Less than 7 hours of sleep a night.
    .names = poor sleep, bad sleep, little sleep, too little sleep, lack of sleep, not enough sleep, not sleeping, no sleep, sleep, sleeping badly, can't sleep, cant sleep, insomnia, sleepless, sleep deprived, up all night, late nights, night shift, night shifts, jet lag, tired
opt-lifestyle-stress = Stress
    .long = More strain than usual: work, exams, money, family or grief.
    .names = stress, stressed, stressful, stressed out, pressure, under pressure, exams, exam, deadlines, deadline, work stress, burnout, burn out, overworked, grief, divorce, break-up, breakup, tension, tense
opt-lifestyle-hard_exercise = Hard or long exercise
    .long = Training or physical work that is harder or longer than you are used to.
    .names = hard exercise, exercise, exercising, training, hard training, gym, workout, workouts, working out, weights, weight lifting, weightlifting, lifting, running, marathon, cycling, football, soccer, sport, sports, crossfit, hiit, hard work, heavy lifting, physical work, overtraining
opt-lifestyle-low_fluids = Drinking too little
    .long = Fewer than 6 cups of fluid a day, or a lot of sweat without drinking more.
    .names = low fluids, dehydrated, dehydration, not drinking enough, not enough water, drinking too little, too little water, little water, don't drink much, dont drink much, thirsty, thirst, sweating, sweating a lot, heat, sauna
opt-lifestyle-alcohol = Alcohol, over the advised limit
    .long = Over 14 UK units a week (6 pints of beer or 10 small glasses of wine), or most days.
    .names = alcohol, drinking, drink most days, drinking most days, drink a lot, drinking a lot, too much alcohol, beer, beers, wine, spirits, vodka, whisky, whiskey, booze, boozing, binge, binge drinking, hangover, hungover
opt-lifestyle-poor_diet = Poor diet, or skipped meals
    .long = Few fruits, vegetables, nuts, beans or dairy foods, or a strict diet.
    .names = poor diet, bad diet, diet, dieting, junk food, fast food, not eating well, eating badly, skipping meals, skipped meals, fasting, keto, crash diet, no vegetables, few vegetables, not much fruit, ready meals, takeaways, takeout
opt-lifestyle-screens = Many hours at screens
    .long = Long hours at a computer, phone, tablet or game, or tired, dry eyes.
    .names = screens, screen, screen time, too much screen time, computer, computers, laptop, phone, tablet, ipad, tv, gaming, video games, monitors, eye strain, eyestrain, dry eyes, zoom calls
opt-lifestyle-nicotine_or_stimulants = Nicotine or other stimulants
    .long = You smoke, vape or use gum or pouches, or take cold and sinus pills, ADHD pills or the like.
    .names = nicotine, smoking, smoke, smoker, cigarettes, cigarette, cigs, fags, tobacco, cigars, vape, vapes, vaping, snus, pouches, zyn, nicotine gum, stimulant, stimulants, adderall, ritalin, vyvanse, decongestant, decongestants, sudafed, pseudoephedrine, cocaine, speed, meth
opt-lifestyle-little_sun = Little sun, or low vitamin D
    .long = You stay in or cover your skin most days, or it is winter. No extra vitamin D.
    .names = little sun, no sun, not much sun, lack of sun, sun, sunlight, no sunlight, always indoors, indoors, inside all day, never outside, winter, vitamin d, low vitamin d, vit d, vitamin d deficiency
opt-lifestyle-food_trigger = A food seems to set it off
    .long = It comes after a certain food, such as soy.
    .names = food trigger, certain food, certain foods, food, food sensitivity, food intolerance, intolerance, after eating, when i eat, soy, soya, gluten, msg, sweetener, aspartame, dairy triggers it, allergy
opt-lifestyle-none = None of these
    .long = Nothing from this list in the last two weeks.
    .names = none, none of these, none of them, none of the above, nothing, no, nope, nah, nothing special, not any, healthy lifestyle
