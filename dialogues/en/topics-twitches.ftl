# Quick questions: what twitches are, and the fears that come with them. The format is explained in topics-minerals.ftl.

topic-what_is_a_twitch =
    A twitch is a small flicker of a few muscle fibres. You can see or feel it under the skin, and it mostly does not hurt. Everybody has them at times.
    .title = What is a twitch?
    .more =
        Doctors call it a fasciculation. A cramp is different: the whole muscle tightens, often with pain. A sudden, brief jerk is called myoclonus: hiccups and the jerk on falling asleep are some.
        Eyes and legs are the most usual places.
topic-causes =
    The most common causes are tiredness, stress, caffeine and hard exercise. Too little water, too few salts, and some medicines can cause it too. Illness is a rare cause.
    .title = Causes
    .more =
        • alcohol, nicotine and other stimulants
        • long hours at a screen (eyelid)
        • too little magnesium, potassium, calcium or vitamin D
        • worry about health
        Less often: thyroid, kidney or nerve illness. Then there are mostly other signs, such as weakness.
        A check takes about two minutes and shows what fits you.
topic-how_long =
    Most twitches go by themselves in days to a few weeks. They may come and go in that time. If it is still there after two weeks, book a visit with a doctor.
    .title = How long it lasts
    .more =
        Some people have harmless twitches for months or years. A doctor should look once.
        Don’t wait if you get weak, a muscle gets thinner, or speech or swallowing gets harder.
topic-how_to_stop =
    Rest the muscle, stretch it gently, and rub it. Sleep 7 to 8 hours, have less caffeine, and try to worry less. Most twitches then go by themselves in days to a few weeks.
    .title = How to stop it
    .more =
        • Drink 6 to 8 cups a day.
        • A warm or cool cloth for some minutes.
        • Slow breathing or a short walk.
        • Eat fruit, greens, nuts and beans.
        There is no sure way to stop one at once. Watching it makes it stronger.
topic-how_to_stop-now =
    No trick is sure to stop a twitch at once. Change how you sit, stretch the muscle slowly, and rub it. Then breathe out slowly and turn to something else.
    .title = Stop it right now
    .more =
        For an eyelid: a warm, clean cloth on closed eyes. For a calf: pull the toes up to you.
topic-massage_and_compress =
    Both can help. Stretch the muscle slowly, rub it gently, and lay something warm or cool on it for some minutes. Use what feels better, and stop if it hurts.
    .title = Massage, heat, cold
    .more =
        After hard training you can use ice and heat in turns, and a snug wrap.
        Put a cloth in between, and don’t use heat or ice on numb skin. Don’t stretch or rub a part that was hurt. For an eyelid use a warm, clean cloth only.
topic-massage_and_compress-which =
    Use what feels better to you: it is not known that one is best. Warm is nice for a tight muscle or an eyelid. After hard training many use ice and heat in turns.
    .title = Heat or cold?
    .more =
        Warm, not hot. Ice only with a cloth in between, and for some minutes. Not on numb skin.
topic-myoclonus_types =
    Myoclonus is a sudden, brief jerk that you can’t control. Hiccups and the jerk on falling asleep are normal kinds. Other kinds need a doctor.
    .title = Kinds of jerks
    .more =
        • Action: when you move or want to move. It bothers people most.
        • Epileptic: part of epilepsy.
        • Essential: no known cause, at times in families.
        • Sleep: as you fall asleep.
        • Stimulus-sensitive: set off by light, sound or movement.
        • Secondary: from an illness or a medicine.
        In positive myoclonus muscles tighten, in negative myoclonus they let go.
        Jerks when you move, soon after waking, or with flicker: see a doctor. Blank spells: get medical advice today.
topic-benign_fasciculation =
    Benign fasciculation syndrome (BFS) means twitches and cramps that last long but are harmless. They come from nerves that are too lively. A doctor can tell after a check.
    .title = Benign twitches (BFS)
    .more =
        Strength stays normal. In two studies, 121 and 180 people, none got motor neurone disease (MND, ALS). Some were watched for up to 32 years.
        Sleep, less caffeine, less stress and less checking help.
        Go back if anything is new: weakness, a thinner muscle, trouble with speech or swallowing.
topic-benign_fasciculation-go_away =
    It can go, or come and go for months or years. My sources give no fixed time. It is harmless, and many people notice it less once they worry less.
    .title = Will it go away?
    .more =
        Sleep, less caffeine and less stress help. Tell the doctor if it bothers you.
topic-mnd_worry =
    A twitch alone, while you are strong, is very rarely MND (also called ALS). Studies watched 121 and 180 people with harmless twitches, and none got it. If you get weaker, or speech or swallowing gets harder, talk to a doctor today. If a muscle gets thinner, book a visit.
    .title = Is it MND or ALS?
    .more =
        MND is motor neurone disease. The 121 people were followed for 2 to 32 years.
        What points to nerve disease is weakness that gets worse, muscles that get thinner, or trouble with speech or swallowing.
        Many people with a twitch have this fear. Worry itself makes muscles twitch more. Rest from searching and testing helps.
topic-mnd_worry-signs =
    The signs are weakness that gets worse, muscles that get thinner, and trouble with speech or swallowing. A twitch alone, if you are strong, is very rarely MND. If you see one of these signs, go to a doctor, today if you get weaker.
    .title = What are the signs?
    .more =
        Weak means that you can’t do something: lift a cup, climb a stair, stand on your toes. Feeling tired or wobbly from worry is not the same.
        A muscle that is thinner but strong: book a visit.
        Sudden weakness, slurred speech, or hard to breathe: call your emergency number at once.
topic-mnd_worry-facts =
    One study watched 121 people with harmless twitches for 2 to 32 years, and none got MND. A later one of 180 people found none as well. So twitches with normal strength are a very weak reason for fear.
    .title = What studies show
    .more =
        The studies: Blexrud and others (1993), Filippakis and others (2018). Their people had been checked by doctors.
topic-mnd_worry-young =
    MND (ALS) is uncommon at any age. A twitch with normal strength very rarely means it, at 20 as at 50. My sources give no figure for your age.
    .title = At my age?
    .more =
        See a doctor once if it lasts over two weeks. Weakness that gets worse: get medical advice today.
topic-mnd_worry-test =
    A doctor looks at your muscles, your strength and your reflexes. Where needed, a nerve doctor does an EMG: a fine needle shows how the muscle works. If all is normal, that is very good news.
    .title = How is it ruled out?
    .more =
        Testing your own strength over and over does not help: it tires muscles and feeds worry.
topic-mnd_worry-cope =
    This fear is very common, and it is hard. Rest from searching and testing: both make it stronger. Talk to someone you trust, or tell your doctor about the fear itself.
    .title = I can’t stop worrying
    .more =
        Breathe slowly, move, and go back to what you enjoy. Health worry can be treated well.
        If you think of harming yourself, call your emergency number or a crisis line now.
