# Quick questions: caffeine, fluids, food. The format is explained in topics-minerals.ftl.

## Caffeine

topic-caffeine =
    Caffeine can make muscles twitch. For most adults up to 400 mg a day, and 200 mg in one go, is seen as safe. If you have more than that, or you twitch, cut down bit by bit over one to two weeks.
    .title = Caffeine
    .more =
        • Mug of filter coffee 140 mg, instant coffee 100, tea 75 (UK)
        • Cup of coffee (US) about 95 mg
        • Energy drink (250 ml, 8 oz) 80 mg
        • Can of cola 40 mg
        If you are pregnant or breastfeed: up to 200 mg a day. Children and teens: about 3 mg for each kg they weigh.
        If you stop at once, you may get headaches for 2 to 9 days. Have your last one at least 6 hours before bed.
        A lot of caffeine, and you shake and throw up? Get medical advice today.
topic-caffeine-how_much =
    For most adults more than 400 mg a day, or more than 200 mg in one go, is too much. If you are pregnant or breastfeed, the limit is 200 mg a day. For children and teens it is about 3 mg for each kg they weigh.
    .title = How much is too much?
    .more =
        400 mg is about:
        • 4 mugs of instant coffee (100 mg each)
        • less than 3 mugs of filter coffee (140 mg each)
        • 4 US cups of coffee (about 95 mg each)
        • 5 mugs of tea (75 mg each)
        • 5 small energy drinks (250 ml, 80 mg each)
        • 10 cans of cola (40 mg each)
        Add up all you have in a day. If you twitch or feel shaky on less, then less is right for you.
        Too much, and you shake, your heart pounds and you throw up? Get medical advice today. Chest pain, a faint or a fit: call your emergency number at once.
topic-caffeine-amounts =
    A mug of filter coffee has about 140 mg of caffeine, instant coffee 100, and tea 75. A small energy drink (250 ml, 8 oz) has 80 mg and a can of cola 40 mg. A US cup of coffee has about 95 mg.
    .title = How much is in it?
    .more =
        • Espresso: 60 to 80 mg
        • Dark chocolate (50 g): under 25 mg
        The figures for mugs are from the UK. Cups differ in size and strength, so take them as a guide.
        Large cans of energy drink have more: 500 ml has twice as much as 250 ml.
        It is also in gum, gym (pre-workout) powders and headache pills. Read the label.
topic-caffeine-cause =
    Yes, it can. Caffeine is one of the common triggers of twitches, also of an eyelid. Try less of it and see if the twitch goes.
    .title = Does it cause twitching?
    .more =
        It makes nerves and muscles more lively. It also costs sleep, and being tired sets off twitches too.
        Cut down over one to two weeks. If the twitch lasts more than two weeks, see a doctor.
topic-caffeine-cut_down =
    Cut down over one to two weeks, a bit each day. If you stop at once, you may get headaches for 2 to 9 days. Leave out the late cups first: caffeine should stop at least 6 hours before bed.
    .title = How to cut down
    .more =
        • Count for one day what you have: coffee, tea, cola, energy drinks.
        • Leave out one cup every day or two, or make it smaller or weaker.
        • Swap some for water, fruit tea or decaf.
        • Look for caffeine in gum, gym powders and headache pills.
        • No caffeine from early afternoon on.
        The headaches pass. Don’t treat them with pills that have caffeine in them.
topic-caffeine-how_long =
    Half of the caffeine is still there after about 5 hours. So have your last one at least 6 hours before bed. Without it, headaches can last 2 to 9 days, and then they pass.
    .title = How long it stays
    .more =
        An example: a mug of filter coffee (140 mg) at 4 in the afternoon leaves about 70 mg at 9 in the evening.
        It differs from person to person. If you sleep badly, have none from early afternoon on.
        How soon a twitch goes after that is not well known. Most go in days to a few weeks.
topic-caffeine-pregnancy =
    Keep to 200 mg a day or less while you are pregnant or breastfeed. That is about one mug of filter coffee and not quite one mug of tea. The limit counts all drinks and chocolate of the day.
    .title = In pregnancy
    .more =
        • Mug of filter coffee 140 mg, instant 100 mg, tea 75 mg (UK)
        • Cup of coffee (US) about 95 mg
        • Energy drink (250 ml, 8 oz) 80 mg
        • Can of cola 40 mg
        • Dark chocolate (50 g) under 25 mg
        Twitches in pregnancy are common and mostly harmless. A bad headache, a change in your sight, or swelling: call your maternity unit now.
topic-caffeine-decaf =
    Decaf is a good swap if you want to cut down. It has far less caffeine, but not none: a cup of decaf coffee (240 ml, 8 oz) mostly has 2 to 15 mg.
    .title = Is decaf OK?
    .more =
        If you now drink several strong cups a day, swap them for decaf one by one, over one to two weeks. Then you are less likely to get a headache.
        Decaf tea and cola without caffeine are fine as well. Fruit tea and water have none.
topic-caffeine-children =
    For children and teens about 3 mg a day for each kg they weigh is seen as safe. For a child of 30 kg (66 lb) that is about 90 mg. One small energy drink (250 ml) has 80 mg already.
    .title = Children and teens
    .more =
        • Can of cola 40 mg
        • Mug of tea 75 mg
        • Energy drink (250 ml, 8 oz) 80 mg, a large can (500 ml) twice that
        A child who shakes, throws up or has a pounding heart after a lot of caffeine: get medical advice today. A fit, a faint or chest pain: call your emergency number at once.

## Fluids

topic-hydration =
    Yes, too little water can make muscles twitch and cramp. Drink 6 to 8 cups a day, and more in heat and when you train. Your urine should be pale yellow.
    .title = Water and fluids
    .more =
        Even a slight lack of water means less blood for your muscles and upsets the salts.
        In a workout lose no more than 2% of your weight: 1.4 kg at 70 kg, 3 lb at 150 lb.
        Too much plain water is dangerous too. In long, sweaty efforts take salts as well.
        Told to limit fluids for heart or kidneys? Keep to your limit.
topic-hydration-how_much =
    Drink 6 to 8 cups or glasses a day. You need more in heat and when you train. If you were told to limit fluids, keep to that limit.
    .title = How much to drink?
    .more =
        Water, milk, tea and coffee all count, but watch the caffeine.
        The best sign is urine that is pale yellow. Weigh yourself before and after a hard workout: lose no more than 2% (1.4 kg at 70 kg, 3 lb at 150 lb).
topic-hydration-cause =
    Yes, it can. Even a slight lack of water lowers the blood flow in muscles and upsets their salts. Drink in small amounts over the day and see if the twitch goes.
    .title = Does it cause twitching?
    .more =
        Heat, sweat, vomiting and diarrhoea take the most. Then you need salts as well as water.
        Weak, shaky or crampy after vomiting or diarrhoea? Get medical advice today.
topic-hydration-signs =
    Dark yellow urine is the simplest sign that you need to drink more. Pale yellow is good. Thirst and passing little urine point the same way.
    .title = Am I dehydrated?
    .more =
        Brown urine like cola is not just thirst: get medical advice today. After hard exercise, or with sore, weak muscles: go to an emergency department (A&E or ER) now.
        Very sleepy or confused: call your emergency number at once.
topic-hydration-too_much =
    Yes. A lot of plain water in a short time thins the salts in your blood, and that is dangerous. In sport, drink when you are thirsty, and not more than you sweat out. In long, sweaty efforts take salts as well.
    .title = Too much water?
    .more =
        Heart or kidney disease? Ask your doctor how much is right for you.
        Confused, very sleepy, a fit or a bad headache after a lot of water: call your emergency number at once.

## Food

topic-diet =
    Too little potassium, calcium, magnesium or vitamin D can make muscles twitch. Eat a mix of fruit, greens, nuts, beans, and dairy or fortified foods. Food first, pills after a blood test or advice.
    .title = Food
    .more =
        • Magnesium: pumpkin seeds (156 mg in 28 g, 1 oz), almonds (80 mg), spinach, black beans
        • Potassium: lentils (731 mg a cup), a baked potato (610 mg), a banana (422 mg)
        • Calcium: milk, yoghurt, tofu, sardines, greens
        • Vitamin D: oily fish, fortified milk
        Kidney disease, or pills for blood pressure or the heart? Ask your doctor before you eat more potassium or magnesium.
topic-diet-eat =
    Eat nuts, seeds, beans, potatoes, bananas, greens, yoghurt and oily fish. They have what muscles need: salts such as magnesium and potassium, and vitamin D. But no single food stops a twitch.
    .title = What to eat
    .more =
        With kidney disease, or pills for blood pressure or the heart, ask your doctor first: some of these have a lot of potassium.
topic-diet-avoid =
    Cut down on caffeine and alcohol first: both are known triggers. There is no other food that most people need to avoid. See a doctor or dietitian before you cut out whole foods.
    .title = What to avoid
    .more =
        Caffeine: for most adults up to 400 mg a day is seen as safe.
        If you drink a lot of alcohol every day, don’t stop at once. Get medical help to stop.
topic-food_sensitivity =
    It is possible, but the proof is thin. One dietitian saw a client twitch after soy. Keep a diary for two weeks, and change one thing at a time.
    .title = Food triggers
    .more =
        Note what you eat and when it twitches. Caffeine, alcohol, tiredness and stress are far more common triggers, so note these too.
        See a doctor or dietitian before you cut out whole foods.
        Swelling of the face or throat, or hard to breathe after food: call your emergency number at once.
