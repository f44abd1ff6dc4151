# Quick questions: illnesses, the doctor, emergencies, the bot itself. The format is explained in topics-minerals.ftl.

## Illnesses

topic-multiple_sclerosis =
    A twitch alone is very rarely a sign of multiple sclerosis (MS). MS can cause jerks, but mostly with other signs: numb skin, weakness, double sight, poor balance. If you have one of these, see a doctor.
    .title = Multiple sclerosis
    .more =
        Double sight: get medical advice today. If it came on suddenly, call your emergency number at once.
        You have MS and twitch? Tell your team at the next visit, sooner if it is new or gets worse.
topic-parkinsons =
    A twitch is not the same as the shaking in Parkinson’s. That is a steady tremor, mostly of a hand at rest. A twitch alone very rarely points to it.
    .title = Parkinson’s
    .more =
        See a doctor if a hand shakes at rest, if you are stiff or slow, or if your balance is poor.
        You have Parkinson’s, and there are new jerks? Tell your team. Don’t change your medicines on your own.
topic-epilepsy =
    A small twitch in one spot is very rarely epilepsy. Jerks in the first hour after waking, or with flicker, and blank spells can be. See a doctor about those.
    .title = Epilepsy
    .more =
        Blank spells, or a spell in the past that was never checked: get medical advice today. Until then don’t drive, and don’t bathe or swim alone.
        Known epilepsy: take your medicine as agreed. If you missed or stopped it, get advice today.
        A fit: call your emergency number at once.
topic-epilepsy-fit =
    Call the emergency number. Don’t hold the person down, put nothing in the mouth, and put something soft under the head. Note the time, and roll them onto their side when it stops.
    .title = What to do in a fit
    .more =
        Move hard things away. Stay until they are fully awake. Not breathing after it: start CPR. The person on the phone will help.
topic-nerve_problems =
    A nerve that is pressed or irritated can make a muscle twitch. Then there is often numb skin, tingling, pain or weakness too. See a doctor about these.
    .title = Nerve problems
    .more =
        Diabetes can harm nerves over the years: mention the twitch at your next check.
        Weakness that gets worse: get medical advice today. If it gets worse fast, or you are numb between the legs, or have no control of bladder or bowels: call your emergency number at once.
topic-nerve_problems-pinched =
    It can. A pressed nerve in the neck or back may make muscles in an arm or leg twitch. Numb skin, tingling, pain or weakness point to it, so see a doctor.
    .title = Pinched nerve
    .more =
        After a fall or blow to the head, neck or back: get medical advice today. Weak or numb after it: call your emergency number at once.
topic-thyroid =
    Too much thyroid hormone makes muscles shake. Ask for your level at the next visit: it is a simple blood test. Shaking, a racing heart and losing weight point to it.
    .title = Thyroid
    .more =
        Take your thyroid pills as agreed. Magnesium pills can keep them from working: they must be hours apart.
        A fever with a racing heart, if you have a thyroid illness: call your emergency number at once.

## The doctor

topic-when_to_see_doctor =
    Book a visit if it lasts over two weeks, is in more than one place, or a part is weak, stiff or numb. Get medical advice today if you get weaker, or speech or swallowing gets harder. Sudden signs are an emergency.
    .title = When to see a doctor
    .more =
        Book a visit, too: a muscle gets thinner, it began with a new medicine, you feel ill or lose weight, it never stops, or it keeps you from sleep or work.
        Today: weakness that gets worse, double sight, blank spells, a lid that newly droops, dark urine, lithium, a baby.
        Call at once: face droop, one-sided weakness, slurred speech, a fit, a faint, chest pain, hard to breathe, the worst headache ever.
        A check takes about two minutes and tells you what fits.
topic-when_to_see_doctor-today =
    See a doctor today if you get weaker, if it slowly gets hard to speak or swallow, or if you see double or blank out. Today, too: you take lithium, have dark urine, or it is a baby. Did it come on suddenly? Then call your emergency number.
    .title = What can’t wait?
    .more =
        Also today: tingling round the mouth with hand cramps, a bad headache with fever, shaking after you stopped drinking or a calming pill, a bite, fumes or a blow to the head.
topic-when_to_see_doctor-how_long =
    Two weeks is a good rule: if it is still there then, book a visit. Go sooner if there is weakness, numb skin, or it is in more places. Most twitches are gone before that.
    .title = How long to wait?
    .more =
        Already checked by a doctor? Then go back only if something is new or it gets worse.
topic-when_to_see_doctor-which =
    Start with your family doctor (GP). They can send you on to a nerve doctor (neurologist) or an eye doctor. If you think it is a medicine, you can ask a pharmacist.
    .title = Which doctor?
topic-when_to_see_doctor-harmless =
    It is mostly harmless if it is one small spot, comes and goes, and you feel well and strong. Then give it up to two weeks. Rest, sleep and less caffeine help.
    .title = Is it harmless?
    .more =
        Not sure? Take the check. It asks about all the signs that count.
topic-emergency_signs =
    Call your emergency number at once if one of these came on suddenly, even if it has passed: a droopy face, one weak or numb side, slurred speech, loss of sight, a fit, or a faint. Also chest pain, or hard to breathe or swallow.
    .title = Emergency signs
    .more =
        Call at once, too, for:
        • confused, or seeing things that aren’t there
        • a sudden headache, worse than ever before
        • fever with a stiff neck, a rash, or pain from light
        • a bad blow to the head, neck or back
        • poison, or too much of a medicine or drug
        • a locked jaw
        • numb between the legs, or no control of bladder or bowels
        Go to an emergency department (A&E or ER) now for urine as dark as cola after hard exercise.
        112 or 911 work in many countries. Don’t drive yourself.
topic-emergency_signs-stroke =
    Call your emergency number at once, even if it passes. Look for a face that drops on one side, an arm or leg that is weak or numb, and slurred speech. Note the time it began, and eat or drink nothing.
    .title = Is it a stroke?
    .more =
        Take no aspirin or other medicine. Sit or lie down, let someone stay with you, and don’t drive.
        A twitch alone is not a sign of a stroke.
topic-emergency_signs-number =
    112 or 911 work in many countries. In the UK it is 999, in the US 911, in Australia 000. Set your country in the settings, and I will show you the right number.
    .title = Which number?
topic-doctor_visit =
    The doctor asks when it began, how long it lasts, if it is always in one place, how often it comes, and what else you noticed. Then they look at your muscles, strength and reflexes. You may have a blood test.
    .title = The doctor’s visit
    .more =
        They may look for stress or a medicine as the cause. Then they ask you back in a few weeks, or send you to a nerve doctor (neurologist).
        Take along: a short diary, a list of all you take, and a film of the twitch.
        The check can make a summary for you to show.
topic-doctor_visit-prepare =
    Write down when it began, where it is, how often it comes, and what else you noticed. Take a list of all medicines, with the day you began each. A short film of the twitch helps a lot.
    .title = How to prepare
    .more =
        Note your caffeine, sleep and stress of the last two weeks. Say what worries you most.
topic-tests =
    First comes a look at the muscle, your strength and your reflexes. Then often a blood test: salts, calcium, magnesium, vitamin D, thyroid, kidneys. Other tests are only done where needed.
    .title = Tests
    .more =
        • EMG: a fine needle shows how the muscle works
        • Nerve conduction: how fast nerves send signals
        • EEG: the brain’s signals, with pads on the head, for sudden jerks
        • Scans (CT, MRI or PET): of the head or spine
        Most people with a twitch need none of these four.
topic-tests-emg =
    In an EMG a fine needle in the muscle shows how it works. It is often done with a test of how fast your nerves send signals. A doctor asks for it if there is weakness or other signs.
    .title = EMG
    .more =
        My sources don’t say how much it hurts or how long you wait for it. Ask when you book, and say which medicines you take.
topic-tests-blood =
    A blood test can show the salts, calcium, magnesium, vitamin D, thyroid and kidneys. If something is low or high, treating it can help. Your doctor chooses what to test.
    .title = Blood test
    .more =
        Tired for over four weeks? Ask for a blood count and the thyroid as well. Restless legs? Ask for iron.
topic-treatments =
    Most twitches need no treatment. Rest, sleep, less caffeine and less stress are enough. If there is a cause, such as low salts, a medicine or the thyroid, that is treated.
    .title = Treatments
    .more =
        If jerks or spasms last, a doctor can help:
        • botulinum toxin for face spasms
        • clonazepam or pills used for epilepsy
        Does flicker set off your jerks? Keep away from it.
        Never take pills that were meant for someone else.
topic-treatments-medicine =
    There is no pill that you can buy to stop a common twitch. For strong jerks or spasms a doctor may prescribe clonazepam or a medicine for epilepsy. They are not for a common twitch.
    .title = Is there a pill?
    .more =
        Never stop these at once: that can be dangerous. Magnesium has little proof if you lack none.
topic-treatments-botox =
    Yes, for lasting spasms of the face or eyelid. A doctor injects botulinum toxin, which relaxes the muscle for a time. A common eyelid twitch does not need it.
    .title = Botox

## The bot

topic-about_bot =
    I’m Twitchwise, a bot that helps with muscle twitches. I ask a few questions, tell you what helps and when to see a doctor, and answer quick questions. I give information with sources. I am not a doctor, and this is not a diagnosis.
    .title = About me
    .more =
        A check takes about two minutes. Fixed rules decide, so the same answers always give the same result. Every claim names its source.
        I can’t see you, read photos or call for help. In an emergency call your emergency number.
topic-privacy =
    I keep your answers, your last result, your reminders and your country, sealed with a key. You can see all of it with /export and erase it with /forget. What you said is in no log.
    .title = Privacy
    .more =
        Why I keep it: so that you can go on with a check, and so that a result stays in reach. It is kept until you erase it, or until you have not written for a long time. /privacy tells how long.
        A message of yours is kept, sealed, only until it is answered. Not sealed are your number in Telegram, and when you last wrote.
        It is in the store of the people who run this bot. Telegram carries our chat and keeps its own copy: to erase that, clear the chat in Telegram.
        More: /privacy
