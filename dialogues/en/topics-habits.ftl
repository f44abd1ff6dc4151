# Quick questions: sleep, stress, exercise, alcohol, nicotine, screens, medicines. The format is explained in
# topics-minerals.ftl.

## Sleep

topic-sleep =
    Being tired is one of the most common triggers of twitches. Adults need at least 7 hours of sleep, and 7 to 8 is best. Teens need 8 to 10.
    .title = Sleep
    .more =
        • Go to bed and get up at the same times.
        • Keep the room dark and cool.
        • No screens in the last hour.
        • No caffeine from early afternoon on.
        A jerk as you fall asleep is normal.
topic-sleep-cause =
    Yes. Lack of sleep is one of the most common causes of a twitch, also of an eyelid. Mostly it goes once you have slept well for some nights.
    .title = Does it cause twitching?
    .more =
        Short nights often come with stress and more coffee, and each adds to the other.
        Is the twitch still there after two weeks? See a doctor.
topic-sleep-how_much =
    Adults need at least 7 hours a night, and 7 to 8 is what I advise. Teens need 8 to 10. You have had enough if you feel fresh for most of the day.
    .title = How many hours?
topic-sleep-better =
    Go to bed and get up at the same times, also at weekends. Keep the room dark and cool, and put screens away an hour before. Have no caffeine from early afternoon on.
    .title = How to sleep better
    .more =
        • Hard training is better early in the day.
        • Breathe slowly, or write down what is on your mind.
        • Rest from checking the twitch.
        If you sleep badly for weeks, ask a doctor for help.
topic-sleep-twitch_at_night =
    Many people notice twitches most when they lie still. Sudden jerks as you fall asleep are normal too. Stretch gently, breathe slowly, and turn your mind to something else.
    .title = Twitching keeps me up
    .more =
        Caffeine, stress, late hard exercise and lost sleep make it worse.
        Must you move your legs to get rest? Ask a doctor about restless legs.
        If it keeps you from sleep for more than two weeks, see a doctor.

## Stress and worry

topic-stress =
    Stress is one of the main causes of twitches. Some people call them nervous tics. Slow breathing, a short walk or a talk with someone can help.
    .title = Stress
    .more =
        Stress may also run down magnesium, which muscles need. It costs sleep as well.
        Small things each day work best: breathe slowly, walk, meditate, write it down, talk.
        If it lasts, ask a doctor. That is a good reason to go.
topic-stress-cause =
    Yes. Stress is one of the main causes of a twitch, also of an eyelid. It makes nerves more lively and costs sleep. The twitch itself does no harm.
    .title = Does it cause twitching?
    .more =
        It can come while you are under stress, or when it eases. Watching the twitch adds stress, so let it be if you can.
        Still there after two weeks? See a doctor.
topic-stress-calm =
    Try this now: breathe in slowly, and breathe out even more slowly, for a few minutes. Then take a short walk. Writing down what is on your mind helps as well.
    .title = How to calm down
    .more =
        • Meditate for a few minutes.
        • Talk to someone you trust.
        • Do less of what can wait.
        • Sleep 7 to 8 hours, with less caffeine.
        Feel that you can’t go on, or think of harming yourself? Tell me, or call your emergency number at once.
topic-stress-help =
    Ask a doctor for help if stress lasts for weeks, or keeps you from sleep, work or what you enjoy. That is a good reason to go. Talking to someone is the first step.
    .title = When to get help
    .more =
        If you think of harming yourself, don’t wait: call your emergency number or a crisis line now, and tell someone near you.
topic-anxiety =
    Worry can cause twitches, and it makes you notice each one more. That is a circle, and it can be broken. A twitch alone, with normal strength, is very rarely a sign of something serious.
    .title = Worry and anxiety
    .more =
        Breathe slowly, move, and rest from checking and searching. Looking again and again makes it stronger.
        Talk to someone you trust, or tell your doctor. There is good help.
        If you think of harming yourself, call your emergency number or a crisis line now.
topic-anxiety-cause =
    Yes. Health worry itself causes twitching, and makes people notice it. Both get better when the worry does.
    .title = Does it cause twitching?
    .more =
        A racing heart, shaking and tingling can come with it. If that is new for you, have it checked once by a doctor.
        Chest pain or hard to breathe, all of a sudden: call your emergency number at once.
topic-anxiety-stop_checking =
    Looking and testing again and again makes twitches and worry stronger. Set one short time a day for it, then make that shorter. Fill the rest with something that takes your mind off it.
    .title = I can’t stop checking
    .more =
        Rest from searching the web as well: it mostly shows the rare and bad.
        If you can’t stop on your own, tell your doctor. Many people need help with this, and it works.

## Exercise

topic-exercise =
    A muscle that worked hard can twitch for a while, and that is normal. Rest it for 1 to 2 days, drink, and stretch gently. Urine as dark as cola after training is an emergency.
    .title = Exercise
    .more =
        Hard or long training strains muscle fibres and drains water and salts.
        • Massage, a snug wrap, ice and heat in turns can help.
        • Refill water, potassium and magnesium: bananas, potatoes, beans, nuts.
        • Then build up slowly.
        Regular moderate exercise is good for you: 150 minutes a week.
        Weak, sick or a bad headache after hard exercise? Get medical advice today.
topic-exercise-after =
    Hard training strains muscle fibres and drains water and salts. So muscles can twitch for a while after it. Rest, drink and gentle stretching help.
    .title = Why after exercise?
    .more =
        After a long, sweaty effort take salts as well as water. Go easier next time and build up slowly.
        Urine as dark as cola, or very weak and sore muscles: go to an emergency department (A&E or ER) now.
topic-exercise-keep_training =
    Rest the twitching muscle for 1 to 2 days, then start again gently. Light movement, like a walk, is fine if you feel well. Stop if it hurts or if you feel weak.
    .title = Can I still train?
    .more =
        Don’t train with a fever.
        Is a muscle weak, or does it get thinner? See a doctor before you train it hard.
        Urine as dark as cola: stop, and go to an emergency department (A&E or ER) now.
topic-exercise-recover =
    Cool down slowly, stretch gently, drink, and sleep well. Massage, a snug wrap, or ice and heat in turns can help too. Give the muscle 1 to 2 days of rest.
    .title = How to recover
    .more =
        Eat foods with potassium and magnesium: bananas, potatoes, beans, nuts.
        Lose no more than 2% of your weight in a workout: 1.4 kg at 70 kg, 3 lb at 150 lb. In long, sweaty efforts take salts as well as water.
topic-exercise-help =
    Yes. Regular, moderate exercise is good for muscles, sleep and stress: 150 minutes a week, such as brisk walks. Too hard or too long can set twitches off, so build up slowly.
    .title = Does exercise help?

## Alcohol, nicotine, screens

topic-alcohol =
    Alcohol can set off twitches, so less is better. But if you drink a lot every day, don’t stop at once: shaking, twitches and fits can follow. Get medical help to stop.
    .title = Alcohol
    .more =
        The limits differ:
        • UK: at most 14 units a week, spread out
        • US: at most 1 to 2 drinks a day
        In pregnancy none is safest.
topic-alcohol-how_much =
    In the UK the advice is at most 14 units a week, spread out. In the US it is at most 1 to 2 drinks a day. If they differ for you, go by the lower one.
    .title = How much is OK?
    .more =
        If it makes you twitch or sleep badly, less is right for you. In pregnancy none is safest.
        Do you drink a lot every day? Don’t stop at once. Ask a doctor for help.
topic-alcohol-stopping =
    If you drink a lot every day, don’t stop at once. Shaking, twitches and fits can follow. Get medical help: there is a safe way to stop.
    .title = Stopping suddenly
    .more =
        Have you stopped already, and you shake or twitch? Get medical advice today. Don’t stay alone, and don’t drive.
        A fit, fever, being confused or seeing things that aren’t there: call your emergency number at once.
topic-nicotine =
    Nicotine can set off twitches. So can energy products, cold and sinus pills, and other stimulants. Cut down bit by bit, and ask for help to stop smoking or vaping.
    .title = Nicotine, stimulants
    .more =
        Is it a stimulant from your doctor, such as one for ADHD? Never stop it without that doctor.
        If you shake and your heart pounds, have no more today. If you throw up as well, get medical advice today. Chest pain, a faint or a fit: call your emergency number at once.
topic-nicotine-quit =
    Ask a pharmacist or doctor for help to stop: with help it is easier. Cut down bit by bit if you can’t stop at once. My sources don’t say how long a twitch lasts after that.
    .title = How to stop smoking
    .more =
        If you feel shaky or tense after you stop, ask for help again. It is no reason to give up.
topic-nicotine-stimulants =
    Yes. Energy products, cold and sinus pills (decongestants), ADHD medicines and street drugs that wake you up can make muscles twitch. Read the label, and ask your pharmacist.
    .title = Stimulants and drugs
    .more =
        Never stop a prescribed stimulant on your own: ask the doctor who gave it to you.
        Taken a drug, and now very hot, stiff, confused, or with chest pain or a fit: call your emergency number at once.
topic-screens =
    Tired and dry eyes can make an eyelid twitch. Every 20 minutes look at something 20 feet (6 m) away for 20 seconds, and blink. A warm, clean cloth on closed eyes feels good.
    .title = Screens
    .more =
        No screens in the last hour before bed: sleep helps most.
        Do flicker or flashes bring on jerks of the body? Keep away from them, and see a doctor.
topic-screens-gaming =
    Long hours at a screen tire and dry the eyes, and an eyelid may twitch. Take the 20-20-20 break: every 20 minutes, 20 feet (6 m) away, 20 seconds. Sit well, and rest your hands too.
    .title = Gaming and work
    .more =
        Late nights and energy drinks add to it. Flicker and flashes that bring on jerks need a doctor.

## Medicines

topic-medicines =
    Some medicines can make muscles twitch. Don’t stop a prescribed one, and don’t change the dose, without advice. Ask your pharmacist or the doctor who gave it to you.
    .title = Medicines
    .more =
        Some of these can do it:
        • pills for depression (SSRIs)
        • stimulants for ADHD
        • lithium
        • asthma inhalers such as salbutamol (albuterol)
        • water pills (diuretics)
        • steroids
        • some pills for psychosis
        On lithium and you twitch? Get medical advice today.
        Fever with stiff muscles or a racing heart on a new medicine: call your emergency number at once.
topic-medicines-which =
    Lithium can, and some pills for depression (SSRIs), ADHD or psychosis. Water pills, steroids and asthma inhalers (such as salbutamol) can too. Is it one of yours? Ask your pharmacist.
    .title = Which can cause it?
    .more =
        There are others too. Look in the leaflet, and think of what was new or changed before the twitch began.
        Don’t stop a prescribed medicine without medical advice.
topic-medicines-stop =
    No, don’t stop a prescribed medicine on your own, and don’t change the dose. Stopping some of them fast can be dangerous. Ask your pharmacist or doctor today: often there is another choice.
    .title = Should I stop it?
    .more =
        Stopped one already? Don’t start again on your own: ask first. Was it for fits, for sleep or calm, or baclofen? Get medical advice today.
        A fit, fever with stiff muscles, or being confused: call your emergency number at once.
topic-medicines-antidepressants =
    Yes, some antidepressants (SSRIs) can cause twitches. Don’t stop them on your own. Ask the doctor who gave them to you, or your pharmacist.
    .title = Antidepressants
    .more =
        Is it new, or a higher dose, and you have a fever, stiff muscles, shaking or a racing heart? Get medical advice today. If two of these come together, or you get confused, call your emergency number at once: it may be too much serotonin.
        Twitches can also come when they are cut too fast.
topic-medicines-asthma_steroids =
    Yes. Inhalers such as salbutamol (albuterol) can make you shake and twitch. So can steroids. Keep your inhaler at hand, and ask your doctor or nurse about it.
    .title = Inhalers and steroids
    .more =
        Don’t stop either on your own.
        Hard to breathe: call your emergency number at once.
topic-medicines-lithium =
    Twitches on lithium can mean that there is too much of it in your blood. Ask a doctor or pharmacist today, before the next dose. Don’t just stop it on your own.
    .title = Lithium
    .more =
        You may need a blood test. Drink as you always do, and don’t change how much salt you eat.
        Vomiting, diarrhoea, shaking, slurred speech, unsteady legs, weak or confused: call your emergency number at once.
topic-medicines-statins =
    Statins are not among the medicines that my sources name for twitches. If your muscles hurt or twitch on one, ask your pharmacist or doctor. Don’t stop it on your own.
    .title = Statins
    .more =
        Urine as dark as cola, or muscles that are very sore or weak: go to an emergency department (A&E or ER) now.
