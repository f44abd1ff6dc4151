# Words of ../advice.toml: `advice-<id>` is the piece, `.short` the one thing to do, shown first.
# Plain text. At most 700 characters, `.short` at most 90. Write for a worried person on a phone.

## Everyday factors

advice-high_caffeine =
    Caffeine can set off twitches. Cut down over one to two weeks. If you stop at once, you may get headaches for 2 to 9 days.
    Safe for most adults: up to 400 mg a day, and 200 mg in one go. If you are pregnant or breastfeed: 200 mg a day. Children and teens: about 3 mg for each kg they weigh.
    • Mug of filter coffee 140 mg, instant 100, tea 75 (UK)
    • Cup of coffee (US) about 95 mg
    • Espresso 60 to 80 mg
    • Energy drink (250 ml, 8 oz) 80 mg
    • Can of cola 40 mg
    It is also in gum, gym powders, headache pills and dark chocolate (50 g: under 25 mg).
    Have your last one at least 6 hours before bed. After 5 hours half of it is still there.
    .short = Cut down on caffeine over one to two weeks, a bit each day.

advice-high_caffeine_with_shaking =
    A lot of caffeine can make you shake and your heart pound. Have no more of it today: no coffee, tea, cola or energy drinks.
    Check your headache pills, gum and gym powders too. They can have caffeine in them.
    When you feel well again, keep to less. Safe for most adults: up to 400 mg a day. If you are pregnant or breastfeed: 200 mg. A mug of filter coffee has 140 mg, a US cup about 95, a mug of tea 75.
    Do you throw up as well? Then get medical help today.
    .short = Have no more caffeine today: no coffee, tea, cola or energy drinks.

advice-poor_sleep =
    Being tired is one of the most common triggers. Adults need at least 7 hours of sleep; 7 to 8 is best. Teens need 8 to 10.
    • Go to bed and get up at the same times.
    • Keep the room dark and cool.
    • No screens in the last hour.
    • No caffeine from early afternoon on.
    .short = Aim for 7 to 8 hours of sleep, at the same times each night.

advice-stress =
    Stress is one of the main causes of twitches. It may also use up magnesium, which muscles need.
    Pick one small thing for each day:
    • breathe slowly for a few minutes
    • take a short walk
    • meditate
    • write down what is on your mind
    • talk to someone you trust
    If the stress lasts, ask a doctor for help. That is a good reason to go.
    .short = Take a short walk, or breathe slowly for a few minutes, each day.

advice-hard_exercise =
    Hard or long training strains muscle fibres and drains water and salts.
    • Rest the muscle for 1 to 2 days.
    • Stretch it gently, massage it, or wear a snug wrap.
    • Use ice and heat in turns.
    • Drink, and eat foods rich in potassium and magnesium: bananas, potatoes, beans, nuts.
    • Then build up slowly. About 150 minutes of moderate exercise a week is good for you.
    If your urine turns dark like cola after training, go to an emergency department (A&E or ER) now.
    .short = Rest the muscle for 1 to 2 days, then build up slowly.

advice-hard_exercise_today =
    No training until a doctor has said that it is safe. Rest, and keep cool.
    Drink water in small amounts, unless you were told to limit fluids. After a long, sweaty effort take some salts as well. Too much plain water can do harm.
    Say at the visit what you did, how long, and how hot it was.
    If your urine turns dark like cola, or you get very weak or confused, go to an emergency department (A&E or ER) now.
    .short = No training until a doctor has said that it is safe.

advice-low_fluids =
    Even a slight lack of water means less blood for your muscles, and upsets the salts they need.
    • Drink 6 to 8 cups a day, more in heat and when you train.
    • Your urine should be pale yellow.
    • In one workout, lose no more than 2% of your weight: 1.4 kg at 70 kg, 3 lb at 150 lb.
    • In long, sweaty efforts take salts as well. Too much plain water is dangerous too.
    Were you told to limit fluids, say for your heart or kidneys? Then keep to your limit, and ask your doctor before you drink more.
    .short = Drink 6 to 8 cups a day, or up to the limit your doctor gave you.

advice-nicotine_or_stimulants =
    Nicotine, energy products, cold and sinus pills (decongestants) and other stimulants can set off twitches.
    Cut down bit by bit. Ask a pharmacist or doctor for help to stop smoking or vaping. Read the label of cold and flu pills, and ask for one without a stimulant.
    If you feel shaky or your heart pounds, have no more of these today.
    Is it a stimulant that a doctor gave you, such as one for ADHD? Never stop it on your own. Ask the doctor who gave it to you.
    .short = Cut down on nicotine and energy drinks. Don’t stop a prescribed pill on your own.

advice-alcohol =
    Do you drink a lot every day? Then don’t stop at once. You could get the shakes, twitches and fits. A doctor can help you stop safely.
    If not, cut down bit by bit.
    • UK: at most 14 units a week, spread out.
    • US: at most 1 to 2 drinks a day.
    If the two differ for you, go by the lower one. These limits are for adults. In pregnancy, none is safest.
    .short = Drink less. If you drink heavily each day, get help first: don’t stop at once.

advice-screens =
    Tired or dry eyes can make an eyelid twitch.
    • Every 20 minutes, look at something 20 feet (6 m) away for 20 seconds.
    • Blink often.
    • Lay a warm, clean cloth on your closed eyes.
    • No screens in the hour before bed.
    Do flicker or flashes bring on jerks? Then keep away from them, and tell a doctor.
    .short = Every 20 minutes, look 20 feet (6 m) away for 20 seconds, and blink.

advice-poor_diet =
    Too little potassium, calcium, magnesium or vitamin D can make muscles twitch. Food first:
    • Magnesium: pumpkin seeds (156 mg in 28 g or 1 oz), almonds (80 mg), spinach, black beans
    • Potassium: lentils (731 mg a cup), a baked potato (610 mg), a banana (422 mg)
    • Calcium: milk, yoghurt, tofu, sardines, greens
    • Vitamin D: oily fish, fortified milk
    Take pills only after a blood test or advice. Kidney disease, or pills for blood pressure or the heart? Ask your doctor before you take in more potassium or magnesium.
    .short = Eat more fruit, greens, beans and nuts, and dairy or fortified foods.

advice-little_sun =
    Low vitamin D is common in northern winters. It can lower calcium, and then nerves fire too easily.
    • US: 600 IU (15 µg) a day, 800 IU (20 µg) over 70
    • UK: 400 IU (10 µg) a day in autumn and winter
    • Adults: no more than 4,000 IU (100 µg) a day without a doctor
    It is in oily fish, fortified milk and fortified orange juice. Ask for a blood test if yours was not checked within a year. For a child, ask a pharmacist or doctor for the dose.
    .short = Eat oily fish and fortified foods. Ask for a vitamin D blood test.

advice-food_trigger =
    Some people feel that a food sets off their twitch. One dietitian saw this after soy. There is little proof so far.
    • Keep a diary for two weeks: what you ate, and when it twitched.
    • Change one thing at a time.
    • See a doctor or dietitian before you cut out whole foods.
    .short = Keep a food and twitch diary for two weeks. Change one thing at a time.

## Recent changes and long-term conditions

advice-new_medicine =
    Some medicines can make muscles twitch. Among them:
    • some for depression (SSRIs), ADHD or psychosis
    • lithium, steroids and water pills (diuretics)
    • asthma inhalers such as salbutamol (albuterol)
    Don’t stop a prescribed medicine, and don’t change the dose, without advice. Ask your pharmacist or the doctor who gave it to you. Often there is another choice.
    Take a list to the visit: all pills, herbs and other drugs, and the day you began each.
    .short = Don’t stop a medicine on your own. Ask your pharmacist or doctor about it.

advice-new_medicine_today =
    Ask a doctor or pharmacist today, before you take the next dose. A new medicine or a higher dose may be the cause.
    Have the packets at hand. Name everything you take: pills, herbs and other drugs too.
    Don’t take anything else new until you have asked.
    If you get a high fever, stiff muscles or confused, call your emergency number at once.
    .short = Ask a doctor or pharmacist today, before you take the next dose.

advice-stopped_medicine =
    Twitches can come when a medicine is stopped or cut too fast.
    Don’t start it again, and don’t cut it more, without advice. Ask your pharmacist or the doctor who gave it to you. They can plan a slow, safe way.
    Note the day you stopped, and the dose you took before.
    .short = Don’t start or cut it on your own. Ask your pharmacist or doctor how.

advice-stopped_medicine_today =
    Ask a doctor or pharmacist today, before you take the next dose of any medicine. Stopping may be the cause.
    Don’t start again on your own. Say what you took, how much, and the day you stopped.
    Was it for fits (seizures)? Say so first. Don’t drive, bathe or swim alone until you have been told it is safe.
    If you get confused, feverish or have a fit, call your emergency number at once.
    .short = Ask a doctor or pharmacist today. Don’t start it again on your own.

advice-lithium =
    Twitches can mean that there is too much lithium in your blood. Ask a doctor or pharmacist today, before you take the next dose. You may need a blood test today.
    • Don’t stop lithium for good on your own.
    • Drink as you normally do. Don’t change how much salt you eat.
    • Ask before you take any other pill, even ibuprofen.
    If you get very shaky, unsteady, weak or confused, throw up, or your speech slurs, go to an emergency department (A&E or ER) now.
    .short = Ask today, before your next dose of lithium. You may need a blood test.

advice-stopped_sedative_or_baclofen =
    It can be dangerous to stop these fast: shaking, fits and confusion can follow. Get medical advice today, before you take the next dose.
    Don’t start again, and don’t cut down more, without advice. A doctor can plan a slow, safe way.
    Don’t stay alone, and don’t drive. Don’t drink alcohol on top.
    If you get confused, feverish, see things that aren’t there, or have a fit, call your emergency number at once.
    .short = Get advice today, before the next dose. Don’t stop these on your own.

advice-stopped_heavy_drinking =
    When someone who drinks a lot stops at once, shaking, twitches and fits can follow. Get medical help today. There are medicines that make it safe.
    • Don’t stay alone. Ask someone to be with you.
    • Don’t drive.
    • Sip water and eat a little.
    • Ask before you take any pill, old or new.
    Do you still drink? Then don’t stop at once. Let a doctor plan it with you.
    If you get confused, feverish, see things that aren’t there, or have a fit, call your emergency number at once.
    .short = Get help today so that you can stop safely. Don’t stay alone.

advice-diabetes =
    Low or high blood sugar can set off shaking and twitches. Check it now.
    If it is low, treat it at once, as you were taught. Check again after 15 minutes. If you feel shaky and can’t check, take some sugar.
    If it is high, follow your plan, or call your doctor.
    Diabetes can also harm nerves over the years. Tell them about the twitch at your next check.
    .short = Check your blood sugar now. If it is low, take sugar at once.

advice-past_spell =
    A spell like the one you had needs a check, even if you feel well now. Until a doctor says it is safe:
    • don’t drive
    • don’t bathe or swim alone (a shower is safer)
    • keep off ladders and away from machines
    Write down what happened. Ask anyone who saw it, and take them along if you can.
    If it happens again, call your emergency number at once.
    .short = Don’t drive, and don’t bathe or swim alone, until you have been checked.

advice-venomous_bite_or_sting =
    Get medical advice today, even if you feel well.
    • Keep the bitten part still. Take off rings and tight things.
    • Don’t cut it, suck it or tie it off.
    • Don’t try to catch the animal. A photo from far off is enough.
    • Note the time.
    If you feel ill, or the twitches spread, call your emergency number at once.
    .short = Keep the bitten part still, note the time, and get advice today.

advice-chemical_fumes_or_pesticide =
    Get medical advice today, even if you feel well.
    • Keep away from the fumes or the chemical. Stay in fresh air.
    • Was it on you? Take off those clothes. Wash your skin and hair well.
    • Keep the packet, or note the name.
    • Could it be a stove, heater or engine? Then it may be carbon monoxide. Everyone goes outside. No one goes back in.
    Does anyone feel ill? Call your emergency number at once.
    .short = Stay in fresh air, keep the packet, and get advice today.

advice-head_or_spine_injury =
    Get medical advice today.
    • Don’t stay alone for the first day or two.
    • Don’t drive, and do no sport, until you have been told it is safe.
    • No alcohol and no sleeping pills.
    • Don’t stretch or massage a neck or back that was hurt.
    If you get a bad headache, throw up, are hard to wake, confused, weak or numb, or see double, call your emergency number at once.
    .short = Rest, don’t stay alone, and don’t drive until you have been checked.

advice-dirty_wound =
    Clean the wound with running water and cover it. See a doctor or nurse about it soon: a dirty wound can need a tetanus shot.
    Look up when you had your last one, and take the date along.
    Is your jaw or neck stiff, or do muscles cramp hard? Go to an emergency department (A&E or ER) now.
    .short = Wash and cover the wound, and ask if you need a tetanus shot.

advice-vomiting_or_diarrhoea =
    When you throw up or have loose stools, you lose water and salts. Muscles need both.
    • Take small sips, often.
    • Use rehydration salts from a pharmacy. They are better than plain water alone.
    • Eat a little as soon as you can.
    • Were you told to limit fluids? Keep to your limit, and call your doctor today.
    Can’t keep anything down, or do you feel weak, or does your heart race? Get medical advice today.
    .short = Take small sips, often. Get rehydration salts from a pharmacy.

advice-kidney_or_liver_disease =
    Your kidneys and liver keep the salts in your blood right. Ask the doctor for a blood test, and say that you twitch.
    • Take no magnesium or potassium pills, and no salt substitutes, unless your doctor says so.
    • Keep to your fluid limit if you have one.
    • Ask before you take any new pill or herb.
    If you get confused or very sleepy, or your heart is out of rhythm, call your emergency number at once.
    .short = Ask for a blood test. No magnesium or potassium pills on your own.

advice-known_epilepsy =
    Some jerks can come from epilepsy. Tell the doctor or nurse who looks after it.
    • Take your medicine just as agreed. If you have missed doses, ask for advice today.
    • Get enough sleep.
    • Keep away from flicker if it sets off jerks.
    • Film the jerks if you can.
    Do you blank out, or was there a fit? Don’t drive, and don’t bathe or swim alone, until you have been told it is safe.
    .short = Take your medicine just as agreed. Tell the doctor who treats your fits.

advice-known_neurological_condition =
    Twitches and jerks can be part of an illness of the nerves or brain. Tell the team that looks after you, also when it is not new.
    Say what has changed: when, where and how often. A short film on your phone helps.
    Take your medicines as agreed. Don’t change them on your own.
    .short = Tell the team that looks after you what has changed.

advice-new_diagnosis =
    Some illnesses, and some of the medicines for them, can make muscles twitch. Ask the doctor who found it: can it come from this?
    Take along the name of the illness, the date, and a list of all you take. Go on with your treatment in the meantime.
    .short = Ask the doctor who found your illness if the twitch can come from it.

advice-thyroid_disease =
    Too much thyroid hormone makes muscles shake. Ask for your level at the next visit.
    Take your thyroid pills as agreed. Don’t change the dose on your own. Magnesium pills can keep them from working. Ask a pharmacist how many hours to leave between the two.
    If you get a fever and your heart races, call your emergency number at once.
    .short = Ask for your thyroid level at the next visit.

advice-already_checked =
    It is good that a doctor has looked at it and found nothing serious. You don’t need to have it checked over and over.
    Go back if anything is new: weakness, a muscle that gets thinner, trouble with speech or swallowing. Go back too if it gets worse.
    .short = No need to check again, unless something is new or it gets worse.

advice-already_checked_before =
    It is good that a doctor has looked at it before. One of your answers needs a look now all the same. That does not mean that the doctor missed something.
    Say who checked it, when, and which tests were done. Take the results along if you have them. Say what is new or has changed since.
    .short = Say who checked it and when, and take the results along.

advice-family_history =
    Most twitches have nothing to do with an illness in the family.
    Find out which illness it was, and who had it. Tell the doctor at your next visit.
    .short = Tell the doctor at your next visit which illness it was.

## Accompanying symptoms

advice-breathless_lying_down =
    Until you are seen, sleep propped up on pillows, or in a chair.
    No alcohol and no sleeping pills: they can slow your breathing. Don’t stay alone at night.
    If you can’t get your breath sitting up, or can’t say a full sentence, call your emergency number at once.
    .short = Sleep propped up, and don’t stay alone at night, until you are seen.

advice-swallowing_changes =
    Until you are seen:
    • sit up straight to eat and drink, and stay up for a while after
    • take small bites and small sips, and take your time
    • choose soft, moist food
    • don’t eat alone
    If you choke, can’t swallow your spit, or find it hard to breathe, call your emergency number at once.
    .short = Sit up straight, take small bites and sips, and don’t eat alone.

advice-blank_spells =
    Get medical advice today. Until a doctor says it is safe:
    • don’t drive or ride a bike
    • don’t bathe or swim alone (a shower is safer)
    • keep off ladders and away from hot stoves and machines
    Ask someone who has seen a spell what happened and how long it took. A short film helps the doctor a lot.
    If you have a fit, or a spell does not end, someone should call your emergency number at once.
    .short = Don’t drive, and don’t bathe or swim alone, until you have been checked.

advice-weakness_getting_worse =
    Get medical advice today. Don’t wait to see if it passes.
    • Have someone with you, and don’t drive.
    • Take care on stairs.
    • Note what you could still do yesterday and can’t do now.
    If it spreads fast, or it gets hard to breathe, speak or swallow, call your emergency number at once.
    .short = Get medical advice today, have someone with you, and don’t drive.

advice-dark_urine =
    Get medical advice today: you need a urine and a blood test.
    • No training and no heavy work.
    • Drink water, unless you were told to limit fluids.
    • Ask before you take any pill for pain.
    Do your muscles hurt, swell or feel weak, or do you pass very little urine? Go to an emergency department (A&E or ER) now.
    .short = Stop all hard effort and get a urine and blood test today.

advice-mouth_tingling_or_hand_spasm =
    This can come from too little calcium in the blood. Get medical advice today, and ask for a blood test.
    Don’t try to fix it with pills on your own.
    If you have a fit, your heart races, or your throat feels tight, call your emergency number at once.
    .short = Ask for a blood test for calcium and other salts today.

advice-memory_or_behaviour_change =
    Ask someone close what they have seen, and since when. Take them along to the visit.
    Until then don’t drive, and let someone help you with your medicines.
    If the change comes on fast, or there is a fever, a bad headache, or you are very drowsy, someone should call your emergency number at once.
    .short = Take someone close along to the visit, and don’t drive until then.

advice-palpitations_or_shaking =
    Sit down and breathe slowly.
    • Have no more coffee, energy drinks or nicotine today.
    • Have you got diabetes? Check your sugar now.
    • Count your pulse for a minute and note it, if you can.
    • Did a doctor give you a stimulant? Don’t stop it on your own. Ask that doctor.
    If your chest hurts, you faint, or you can’t get your breath, call your emergency number at once.
    .short = Sit down, breathe slowly, and have no more caffeine or nicotine today.

advice-double_vision =
    Get medical advice today. Don’t drive, and keep off ladders and away from machines, while you see double.
    Close one eye, then the other. Is it still double with one eye closed? Tell the doctor.
    If it came on suddenly, or with a bad headache, a droopy lid, weakness or slurred speech, call your emergency number now.
    .short = Don’t drive while you see double. Get medical advice today.

advice-severe_headache =
    Rest in a dark, quiet room, and sip water. Note when the headache began. Keep to the dose on the packet if you take something for it.
    If it is sudden and the worst ever, or you have a stiff neck, fever with a rash, get confused, drowsy, weak or see double, call your emergency number at once.
    If you are pregnant or gave birth within 6 weeks, call your maternity unit now.
    .short = Rest in a dark, quiet room. If it is the worst ever, call for help.

advice-fever =
    Rest, drink often, and wear light clothes. Take your temperature and note it.
    Don’t train hard while you have a fever.
    If you also have a bad headache, a stiff neck, a rash, or get confused or hard to wake, call your emergency number at once.
    Did you start a new medicine? Ask a doctor today.
    .short = Rest, drink often, and note your temperature.

advice-speech_changes =
    Get medical advice today. Note since when, and if it gets worse when you are tired or talk a lot.
    Record your voice on your phone for the doctor. Let someone else make calls for you if that is easier.
    If your speech suddenly slurs, or your face droops or an arm is weak, call your emergency number at once, also if it passes.
    .short = Note since when, and record your voice for the doctor.

advice-drooping_eyelid =
    Take a photo in the morning and one in the evening. That shows the doctor if the lid droops more when you are tired.
    Don’t drive if the lid covers your sight.
    If it came on suddenly, or you have a bad headache, see double, or find it hard to swallow or breathe, call your emergency number now.
    .short = Take a photo of the lid in the morning and one in the evening.

advice-vision_flashes =
    Note what you see, in which eye, and how long it lasts. Cover one eye, then the other, to find out.
    Don’t drive while it lasts.
    If you lose sight, even in part or for a short time, or it comes with a bad headache, call your emergency number at once.
    If you are pregnant or gave birth within 6 weeks, call your maternity unit now.
    .short = Note which eye it is and how long it lasts. Don’t drive meanwhile.

advice-balance_or_coordination =
    Until you are seen, make sure that you don’t fall.
    • Hold the rail on stairs. Put a light on at night.
    • Keep off ladders and away from machines.
    • Don’t drive or ride a bike.
    • No alcohol.
    If it came on suddenly, or with a bad headache, weakness or slurred speech, call your emergency number now.
    .short = Hold the rail, keep off ladders, and don’t drive until you are seen.

advice-weakness =
    Until you are seen, go easy on the weak muscle. Don’t lift heavy things or climb ladders. Hold the rail on stairs.
    Note what you can’t do now that you could do before, and since when. The doctor will ask.
    If weakness comes on suddenly, or it spreads fast, call your emergency number now.
    .short = Go easy on the weak muscle, and note what it can no longer do.

advice-muscle_wasting =
    Note which muscle got thinner, and since when. Take a photo of both sides, so that the doctor can compare.
    Go on with light daily use, but don’t train the muscle hard until it has been looked at.
    If it also gets weak, get medical advice today.
    .short = Take a photo of both sides for the doctor, and don’t train it hard.

advice-numbness_or_tingling =
    Skin that is numb does not warn you. Take care with hot water, stoves, hot packs and ice. Check numb feet for sores.
    Note where you feel it, when it began, and what brings it on.
    If one side suddenly goes numb, or you are numb between the legs, or can’t hold or pass urine, call your emergency number now.
    .short = Take care with heat and cold on numb skin, and note where it is.

advice-nausea_or_vomiting =
    Take small sips, often. Rehydration salts from a pharmacy are better than plain water alone. Eat bland food, a little at a time.
    Do you take medicines each day and can’t keep them down? Ask a doctor or pharmacist today.
    Can’t keep any drink down? Get medical advice today. If you are told to limit fluids, keep to your limit.
    .short = Take small sips, often. Rehydration salts from a pharmacy help.

advice-red_or_swollen_eye =
    Don’t rub the eye. Wash your hands before you touch it. Leave out contact lenses and eye make-up until it has been looked at.
    A clean cloth, warm or cool, can feel good.
    If the eye hurts badly, light hurts, or you see less, get medical advice today.
    .short = Don’t rub the eye, and leave out contact lenses and make-up.

advice-eye_closes_or_half_face_spasm =
    Don’t drive, ride a bike or use machines while the eye can shut by itself.
    Bright light and being tired can make it worse. Sunglasses and rest may help.
    Film it on your phone for the doctor. There is good treatment: tiny shots into the muscle (botulinum toxin) can calm it.
    .short = Don’t drive while the eye can shut by itself. Film it for the doctor.

advice-stiffness =
    Keep the stiff part warm, and move it gently through the day. Don’t force it.
    Note when it is stiff: in the morning, after rest, or all day.
    If you also have a fever with a bad headache, or your jaw locks, call your emergency number at once.
    .short = Keep warm, and move the stiff part gently through the day.

advice-anxiety =
    Worry itself can set off twitches, and it makes you notice each one.
    The facts: twitching alone, with normal strength, is very rarely motor neurone disease (MND or ALS). Doctors followed 121 people with harmless twitches for 2 to 32 years. None of them got it (Blexrud, 1993). What points to it is weakness that gets worse, thinner muscles, or trouble with speech or swallowing.
    Read this once. Don’t test yourself or search again and again: that keeps the worry going. If fear fills your days, talk to a doctor. Help is there.
    .short = Worry feeds twitches. Read the facts once, then do something you like.

advice-anxiety_until_seen =
    It is easy to fear the worst while you wait. Some of your answers need a look, and there can be many reasons for them. A doctor can find out. You can’t do that by searching or testing yourself: it only feeds the worry, and worry feeds twitches.
    Write your questions down, and take them along. Tell someone how you feel. If fear fills your days, say so at the visit. Help is there.
    .short = Write your questions down for the visit, and tell someone how you feel.

advice-cramps_or_pain =
    In a cramp, stretch the muscle slowly and hold. Then massage it. A warm or cool compress can ease it.
    Magnesium pills are unlikely to help cramps in older adults. For others there is little proof. Don’t take them with kidney disease unless a doctor says so.
    If the pain is strong and your urine turns dark like cola, go to an emergency department (A&E or ER) now.
    .short = Stretch the muscle slowly, then massage it. Warm or cool can ease it.

advice-weight_loss =
    Weigh yourself once a week and write it down. Tell the doctor how much you lost, and since when, and if you tried to.
    Eat small meals often, even if you are not hungry. If it is hard to chew or swallow, get medical advice today.
    .short = Write down your weight once a week, and show it to the doctor.

advice-fatigue =
    Tired muscles twitch more. Rest, sleep at regular times, and eat and drink enough.
    If you are still this tired after four weeks, ask for a check-up with blood tests (blood count, thyroid).
    .short = Rest, sleep at regular times, and eat and drink enough.

## Age, pregnancy, place, timing, time, disturbance

advice-baby =
    Get medical advice for your baby today.
    • Film the twitch or jerk. That helps the doctor more than anything.
    • Note when it comes: on waking, on falling asleep, one jerk or many in a row.
    • Lay your baby down in a safe place. Don’t hold the limbs down.
    • Give no medicine without asking.
    Call your emergency number at once for many jerks in a row, a fever, or a baby who keeps vomiting, is stiff or very floppy, stares or won’t wake.
    .short = Film the jerks for the doctor, and stay with your baby.

advice-pregnant =
    Twitches are common in pregnancy, and most are harmless. Rest, drink enough, and stretch gently.
    • Caffeine: no more than 200 mg a day. That is two mugs of instant coffee.
    • Take no supplement without asking your midwife or doctor. That goes for magnesium too.
    A bad headache, a change in your sight, or swelling: call your maternity unit now.
    .short = Keep caffeine under 200 mg a day, and ask before any supplement.

advice-pregnant_today =
    Say first that you are pregnant, and how many weeks. It changes what is done.
    Take no new medicine or supplement before you have asked. Don’t stop a prescribed one on your own.
    A bad headache, a change in your sight, or swelling: call your maternity unit now, or go to an emergency department (A&E or ER).
    .short = Say first that you are pregnant, and ask before you take any pill.

advice-recently_gave_birth =
    Short nights and stress can make muscles twitch. Let others help, and rest when the baby does.
    If you breastfeed: no more than 200 mg of caffeine a day, and ask before you take a medicine or supplement.
    A bad headache, a change in your sight, or swelling can still come in the first 6 weeks. If it does, call your maternity unit now, or go to an emergency department (A&E or ER).
    .short = Let others help, and rest when the baby does.

advice-eyelid =
    Close your eyes and lay a warm, clean cloth on the lids for a few minutes. Rest your eyes often, and blink. Don’t rub them.
    Lack of sleep, stress, caffeine and long hours at a screen are common triggers.
    .short = Lay a warm cloth on your closed eyes for a few minutes, and rest them.

advice-falling_asleep =
    Sudden jerks as you fall asleep are normal. They are called hypnic jerks, and almost everyone has them.
    They come more with caffeine, stress, late hard exercise and lost sleep. So go to bed at the same time, and keep the evening calm.
    Do you jerk while you are wide awake too? Tell a doctor.
    Must you move your legs at night to get rest? Ask a doctor about restless legs. Low iron can be a cause.
    .short = Jerks as you fall asleep are normal. Keep the evening calm.

advice-after_exercise =
    A muscle that worked hard can twitch for a while.
    • Cool down slowly, then stretch gently.
    • Drink. After a long, sweaty effort take salts as well. Plain water in excess can do harm.
    • Use ice and heat in turns, or massage it.
    • Go easier next time, then build up slowly.
    If your urine turns dark like cola, go to an emergency department (A&E or ER) now.
    .short = Cool down slowly, stretch gently, and drink after you train.

advice-startle_or_flashing_lights =
    Some people jerk when there is flicker, a bright light or a loud sound. Keep away from what sets it off: flashing lights, some games and films, a screen in a dark room.
    Note each time what came just before, and show it to the doctor.
    Do you blank out, or is there a fit? Get help at once.
    .short = Keep away from flicker and flashing lights.

advice-on_waking =
    Sudden jerks in the first hour after waking need a check. Being tired can bring them on, so keep to the same hours.
    Leave hot drinks, knives and razors until you are fully awake. Film the jerks if you can, and note how often they come.
    If you ever blank out, don’t drive, and get medical advice today.
    .short = Keep to the same sleep hours, and note each jerk for the doctor.

advice-with_movement =
    Does moving bring on the twitch or jerk? While it does, take care with hot drinks, knives and ladders. Sit down for tasks that need a calm hand, and rest in between.
    If it makes it hard to control a car or bike, don’t drive or ride.
    .short = Sit down for tasks that need a calm hand, and take breaks.

advice-at_rest =
    You notice a twitch most when you sit or lie still. Watching it makes it worse.
    Change how you sit, stretch gently, and turn to something else for a while.
    .short = Change how you sit, stretch gently, and turn to something else.

advice-impact_severe =
    You don’t have to put up with this. Say at the visit what it keeps you from: work, sleep, or what you enjoy. Give examples.
    There are treatments. Which one fits depends on the cause. If it wears you down, tell someone close, and tell the doctor too.
    .short = Tell the doctor what the twitch keeps you from. There are treatments.

advice-under_1_day =
    It has only just begun. Most twitches go by themselves within days to a few weeks, and need no treatment. Give it time.
    .short = Give it time: most twitches go by themselves.

advice-1_to_3_days =
    A few days is not long for a twitch. Most go by themselves within days to a few weeks, and need no treatment. Give it time.
    .short = Give it time: most twitches go by themselves in days to weeks.

advice-4_to_14_days =
    A twitch can last a week or two and still go by itself. As a rule it needs no treatment. If it lasts more than two weeks, book an appointment.
    .short = Give it a little more time. After two weeks, book an appointment.

advice-2_to_4_weeks =
    A twitch can go by itself after a few weeks. Past two weeks it is worth a look.
    Until then keep a short diary: when it comes, where, how long it lasts, and what you did, ate, drank and slept.
    .short = Keep a short twitch diary until your appointment.

advice-1_to_3_months =
    A twitch that lasts this long is worth a visit to a doctor. That does not mean that it is serious.
    Until then keep a short diary: when it comes, where, how long it lasts, and anything else you notice. Take it along.
    .short = Keep a short twitch diary, and take it to your appointment.

advice-over_3_months =
    Some people have twitches and cramps for a long time because their nerves are too lively. Doctors call it benign fasciculation syndrome. Only a check can tell.
    For the visit, note when it began, where it is, how often, and what has changed since.
    .short = Note when it began and what has changed, and take it to the doctor.

## What always holds

advice-rest =
    Rest the muscle and yourself. Take breaks from the task that brings the twitch on. Get enough sleep.
    .short = Rest the muscle, and take breaks.

advice-stretch_and_massage =
    Stretch the muscle slowly, hold for a little, and let go. Then rub it gently. Stop if it hurts.
    Don’t stretch or rub a part that was hurt. For an eyelid or a baby, a light touch is enough.
    .short = Stretch and massage the muscle gently. Stop if it hurts.

advice-compress =
    Lay something warm (not hot) on the muscle, or something cool in a cloth, for some minutes. Use what feels better.
    Test it on your wrist first. Don’t use it on numb skin.
    .short = Try a warm or cool compress, with a cloth in between.

advice-try_not_to_worry =
    Worry can make a twitch worse, and makes you notice it more. Breathe in slowly, and out more slowly, for a few minutes. Then do something that takes your mind off it.
    Were you told to see a doctor? Do that, and let it rest until then.
    .short = Breathe slowly for a few minutes, and try not to worry.
