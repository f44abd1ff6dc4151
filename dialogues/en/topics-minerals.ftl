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
    It is not well known which form is best: citrate, oxide, glycinate or another. My sources don’t show that one works better for twitches. What counts for the limits is how much magnesium is in it.
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
topic-magnesium-how_long =
    That is not well known. My sources give no time for it. Most twitches go by themselves in days to a few weeks, so it is hard to say what helped.
    .title = How long until it works?
    .more =
        Don’t take more to make it work faster: too much gives loose stools.
        Is the twitch still there after two weeks? Then see a doctor. A blood test can show if you are low in salts, calcium or vitamin D.
