# Quick questions: magnesium, potassium, calcium, vitamin D, salts, supplements. `topic-<id>` is the answer that is shown
# first (two to four sentences, at most 600 characters), `.title` the button (at most 25), `.more` what is folded away
# (at most 1,600). `topic-<id>-<answer>` is the answer to one common question. Never a personal dose.

## Magnesium

topic-magnesium =
    Too little magnesium can make muscles twitch. Most people can get enough from food. If you are not low in it, there is little proof that more will help.
    .title = Magnesium
    .more =
        Daily need of adults, from food and drink:
        • US: men 400 to 420 mg, women 310 to 320 mg, in pregnancy 350 to 360 mg
        • UK: men 300 mg, women 270 mg
        Countries differ here, and both are fine.
        Good foods: pumpkin seeds, chia, almonds, cashews, spinach, black beans, dark chocolate, avocado.
        Most from pills: 350 mg (US), 250 mg (EU), 400 mg (UK). Too much gives loose stools.
        Kidney disease? Take none without a doctor. It also keeps some medicines from working.
topic-magnesium-help =
    It may help if you are low in magnesium: too little can make muscles twitch. If you get enough, there is little proof that more helps. For cramps in older adults it most likely does not help.
    .title = Does it help?
    .more =
        A review of studies on cramps (Cochrane, 2020) found that magnesium is unlikely to help older adults. For other people, and for twitches, the proof is thin.
        Not sure if you are low? Try food first: nuts, seeds, beans, greens. A doctor can test your blood.
        Sleep, less stress and less caffeine are worth trying too. They are among the most common triggers.
topic-magnesium-how_much =
    Adults need about 300 to 420 mg a day, mostly from food. From pills the limits differ: 350 mg a day in the US, 250 mg in the EU, and up to 400 mg is unlikely to harm in the UK. With kidney disease, take none without a doctor.
    .title = How much a day?
    .more =
        Daily need, from food and drink:
        • US: men 400 to 420 mg, women 310 to 320 mg, in pregnancy 350 to 360 mg
        • UK: men 300 mg, women 270 mg
        The limits count only what comes from pills and powders, not from food. If in doubt, go by the lowest one: 250 mg.
        I can’t name a dose for you. A pharmacist or doctor can, as they know your other medicines.
        Not for you without a doctor: kidney disease, pregnancy, children.
        More than the limit gives loose stools.
topic-magnesium-foods =
    Seeds, nuts, beans, greens and dark chocolate are rich in magnesium. A small handful of pumpkin seeds (28 g, 1 oz) has 156 mg. That is more than a third of what most adults need in a day.
    .title = Which foods?
    .more =
        In 28 g (1 oz):
        • pumpkin seeds 156 mg
        • chia seeds 111 mg
        • almonds 80 mg
        • cashews 74 mg
        • dark chocolate about 64 mg
        In half a cup:
        • boiled spinach 78 mg
        • black beans 60 mg
        Avocado has some too. Dark chocolate also has caffeine: under 25 mg in 50 g.
        With kidney disease, ask your doctor before you eat a lot more of these.
topic-magnesium-form =
    Small studies found that the body takes up citrate, lactate, aspartate and chloride better than oxide. My sources don’t show that one form works better for twitches. What counts for the limits is how much magnesium is in it.
    .title = Which form?
    .more =
        Look on the label for the amount of magnesium itself. Keep to the limit for pills: 350 mg a day (US), 250 mg (EU), 400 mg (UK).
        Any form can give loose stools if you take too much.
        Food first: it has no such limit for healthy people. Ask a pharmacist which pill goes with your other medicines. With kidney disease, take none without a doctor.
topic-magnesium-side_effects =
    Too much magnesium from pills gives loose stools (diarrhoea). In kidney disease it can build up and do harm, so take none without a doctor. It also keeps some medicines from working.
    .title = Side effects
    .more =
        Limits for pills and powders: 350 mg a day (US), 250 mg (EU), 400 mg (UK). Food does not count.
        Loose stools cost you water and salts, and that can make you twitch more. Stop the pills if this happens, unless a doctor gave them to you: then ask first.
        Did someone take far too much, or feel very weak or sleepy after it? Call your emergency number at once.
topic-magnesium-with_medicines =
    Magnesium keeps some pills from working: some antibiotics, thyroid pills, and pills for weak bones. Take them hours apart. Ask your pharmacist how many hours for yours.
    .title = With my medicines
    .more =
        Other medicines can lower your magnesium: pills for acid reflux, and water pills (diuretics). Ask the doctor if a blood test makes sense.
        Don’t stop or change a prescribed medicine on your own.
        With kidney disease, take no magnesium without a doctor.
topic-magnesium-pregnancy =
    Take no magnesium pills in pregnancy unless your midwife or doctor says so. In the US the need is 350 to 360 mg a day in pregnancy, and food can cover much of it. Nuts, seeds, beans and spinach are good choices.
    .title = In pregnancy
    .more =
        In the UK the need of women is given as 270 mg a day.
        Twitches are common in pregnancy and mostly harmless. Tell your midwife at the next visit.
        A bad headache, a change in your sight, or swelling: call your maternity unit now.
topic-magnesium-kidneys =
    No. With kidney disease, don’t take magnesium without your doctor. Weak kidneys can’t clear it well, so it can build up and do harm.
    .title = With kidney disease
    .more =
        That goes for pills, powders and drinks with added magnesium. Some pills for heartburn or constipation have magnesium in them: ask the pharmacist.
        Ask your doctor for a blood test, and say that you twitch. Weak kidneys can upset the salts, and that can cause it.
        Kidney disease and your heart races or you shake? Get medical advice today. If you get confused or very sleepy, call your emergency number at once.
topic-magnesium-children =
    Give a child no magnesium pills unless a doctor says so. Most children can get enough from food. From pills, the US limit is 65 mg a day at 1 to 3 years, 110 mg at 4 to 8, and 350 mg from 9 on.
    .title = For a child
    .more =
        Need a day from food and drink (US): 80 mg at 1 to 3 years, 130 mg at 4 to 8, 240 mg at 9 to 13.
        A baby under 1 year should get it from milk and food alone.
        Too much gives loose stools. With kidney disease it can do harm.
        Did a child swallow many pills? Call your emergency number or poison line at once.
topic-magnesium-how_long =
    That is not well known. My sources give no time for it. Most twitches go by themselves in days to a few weeks, so it is hard to say what helped.
    .title = How long until it works?
    .more =
        Don’t take more to make it work faster: too much gives loose stools.
        Is the twitch still there after two weeks? Then see a doctor. A blood test can show if you are low in salts, calcium or vitamin D.

## Potassium

topic-potassium =
    Too little potassium can make muscles twitch, and so can too much. Most people get enough from fruit, vegetables and beans. Take no potassium pills without advice: too much or too little can upset the heart.
    .title = Potassium
    .more =
        Daily need of adults:
        • US: men 3,400 mg, women 2,600 mg
        • UK: 3,500 mg
        Countries differ here. Food covers it.
        Kidney disease, or pills for blood pressure or the heart? Ask your doctor before you take in more.
        Weak, with a racing or odd heartbeat? Get medical advice today. A faint or chest pain: call your emergency number at once.
topic-potassium-how_much =
    In the US men need about 3,400 mg a day and women 2,600 mg. In the UK it is 3,500 mg for adults. That is from food: no potassium pills without advice. With kidney disease, or pills for the heart or blood pressure, take none without a doctor, not even as a salt substitute.
    .title = How much a day?
    .more =
        Not for you without a doctor, not even as a salt substitute:
        • kidney disease
        • blood pressure or heart pills of the kinds called ACE inhibitors, ARBs, or spironolactone
        Too much can upset the heart. I can’t name a dose for you.
topic-potassium-foods =
    You find it in lentils, beans, bananas, spinach and avocado. Potatoes have a lot too. A cup of lentils has 731 mg, a baked potato 610 mg, a banana 422 mg.
    .title = Which foods?
    .more =
        Adults need 2,600 to 3,500 mg a day, so mix several.
        Kidney disease, or pills for blood pressure or the heart? Ask your doctor before you eat a lot more of these.
topic-potassium-supplements =
    Take no potassium pills unless a doctor tells you to. Too much can upset the heart rhythm. That holds most of all with kidney disease and with some pills for blood pressure or the heart.
    .title = Potassium pills
    .more =
        The pills to look out for: ACE inhibitors, ARBs and spironolactone. Ask your pharmacist if yours is one.
        Many salt substitutes are potassium. Read the label.
        Think you are low? Ask for a blood test first, and eat potatoes, beans and bananas if you may.
topic-potassium-low_signs =
    Low potassium can make muscles weak, crampy and twitchy, and it can upset the heart. It comes mostly from throwing up, loose stools or water pills. Only a blood test can tell.
    .title = Signs of low potassium
    .more =
        Were you ill with vomiting or diarrhoea, and now feel weak, crampy or shaky? Get medical advice today.
        A faint, chest pain or a very odd heartbeat: call your emergency number at once.
        If you just twitch and feel well, low potassium is not very likely.

## Calcium

topic-calcium =
    Too little calcium in the blood makes nerves fire too easily, and muscles twitch. Adults need about 1,000 mg a day in the US and 700 mg in the UK. Tingling round the mouth or hand spasms: get medical advice today.
    .title = Calcium
    .more =
        US: 1,000 mg a day, and 1,200 mg for women over 50 and everyone over 70. UK: 700 mg.
        Limit: 2,500 mg a day, over 50 it is 2,000 mg.
        Good foods: milk, yoghurt, tofu, sardines, greens.
        Low vitamin D can lower calcium. A blood test can show both.
topic-calcium-how_much =
    In the US adults need 1,000 mg a day, and 1,200 mg over 70 or as a woman over 50. In the UK it is 700 mg. Have no more than 2,500 mg a day, or 2,000 mg if you are over 50. With kidney disease or other pills, ask a doctor or pharmacist before you take any.
    .title = How much a day?
    .more =
        The countries differ, and food can cover both.
        Take pills only after a blood test or advice. I can’t name a dose for you.
topic-calcium-foods =
    Milk, yoghurt, tofu, sardines and greens are good sources of calcium. Vitamin D helps as well: low vitamin D can lower your calcium. Food first, pills only after a blood test or advice.
    .title = Which foods?
topic-calcium-low_signs =
    Tingling round the mouth, and cramps that bend your hand, are typical of low calcium. If you have these, get medical advice today. A twitch alone is mostly something else.
    .title = Signs of low calcium
    .more =
        Ask for a blood test for calcium and other salts. Don’t try to fix it with pills on your own.
        A racing heart, a fit or a tight throat with it: call your emergency number at once.

## Vitamin D

topic-vitamin_d =
    Low vitamin D can lower your calcium, and then nerves fire too easily. It is common in northern winters. Ask for a blood test if yours was not checked within a year.
    .title = Vitamin D
    .more =
        Daily need:
        • US: 600 IU (15 µg), over 70 it is 800 IU (20 µg)
        • UK: 400 IU (10 µg) in autumn and winter
        No more than 4,000 IU (100 µg) a day without a doctor.
        It is in oily fish, fortified milk and fortified orange juice.
topic-vitamin_d-how_much =
    In the US adults need 600 IU (15 µg) a day, and 800 IU (20 µg) over 70. In the UK the advice is 400 IU (10 µg) a day in autumn and winter. Have no more than 4,000 IU (100 µg) a day without a doctor.
    .title = How much a day?
    .more =
        The countries differ. Both figures are far below the limit.
        I can’t name a dose for you. Is your level low? Then the doctor decides how much and for how long. For a child, ask a pharmacist or doctor. In pregnancy ask your midwife.
topic-vitamin_d-foods =
    It is in oily fish, and in milk or orange juice that is fortified. Your skin makes it in the sun, but in the north the winter sun is too weak. That is why many people are low.
    .title = Food and sun
    .more =
        The UK advises 400 IU (10 µg) a day in autumn and winter. Don’t burn in the sun to get more.
topic-vitamin_d-test =
    Yes, a blood test can show your vitamin D. Ask for one if you twitch, see little sun and were not checked within a year. Calcium can be tested from the same blood.
    .title = Blood test

## Salts and supplements

topic-electrolytes =
    Electrolytes are the salts in your blood: sodium, potassium, calcium, magnesium. Too little or too much of them can make muscles twitch or cramp. Most people get enough from food and drink.
    .title = Salts (electrolytes)
    .more =
        You lose them with heavy sweat, vomiting, diarrhoea and some water pills. After a long, sweaty effort take salts as well as water. When ill, rehydration salts from a pharmacy are best.
        Kidney or heart disease? Ask your doctor before you take salts.
        Weak, crampy or shaky after vomiting or diarrhoea? Get medical advice today. A faint, or confused: call your emergency number at once.
topic-electrolytes-drinks =
    On a normal day water is enough. After a long, sweaty effort a drink with salts helps, and when you have vomiting or diarrhoea, rehydration salts from a pharmacy are best. Too much plain water can do harm.
    .title = Do I need drinks?
    .more =
        Check the label: some sports drinks and most energy drinks have caffeine or a lot of sugar.
        Kidney or heart disease, high blood pressure, or told to limit fluids? Ask your doctor first.
topic-supplements =
    Food first. Pills make sense after a blood test or advice, not just in case. Too much of some of them does harm.
    .title = Supplements
    .more =
        The most from pills in a day:
        • magnesium: 350 mg (US), 250 mg (EU), 400 mg (UK)
        • vitamin D: 4,000 IU (100 µg), unless a doctor says so
        • potassium: none without advice
        Calcium from all sources: 2,500 mg, over 50 it is 2,000 mg.
        Ask first if you have kidney disease, are pregnant, or take other pills. Pre-workout powders can have a lot of caffeine.
topic-supplements-which =
    No pill is known to stop twitches in people who lack nothing. If a blood test shows that you are low in magnesium, potassium, calcium or vitamin D, treating that can help. So test first.
    .title = Which one helps?
    .more =
        Magnesium is the one most people try. The proof is thin. For cramps in older adults it is unlikely to help.
        A varied diet gives most people what they need: fruit, greens, nuts, beans, and dairy or fortified foods.
topic-supplements-safety =
    They can harm if you take too much, or with the wrong medicine. With kidney disease take no magnesium or potassium without a doctor. Ask a pharmacist before you mix pills.
    .title = Are they safe?
    .more =
        Magnesium keeps some antibiotics, thyroid pills and bone pills from working. They must be hours apart.
        In pregnancy take no supplement without your midwife or doctor.
        Took far too much? Call your emergency number or a poison line now. Keep the packet.
