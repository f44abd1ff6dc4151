# “How is the twitch now?”: offered with an outcome, asked when the day has come.

## The offer

follow-up-offer = Shall I ask you how it is going?
follow-up-offer-doctor = Shall I ask you how it is going, and if you got an appointment?
follow-up-set = I will ask you { $when } how it is going.
follow-up-declined = All right, I won’t ask. You can check again at any time: /check
follow-up-when = When shall I ask you how it is going? Tap, or type it, like “in 5 days”.
follow-up-no-day = I didn’t get the day. It can be 1 to 90 days from now, like “in 5 days”.
button-follow-up-yes = Yes, in { $days ->
        [one] 1 day
       *[other] { $days } days
    }
button-follow-up-in = In { $days ->
        [one] 1 day
       *[other] { $days } days
    }
button-follow-up-sooner = Sooner
button-follow-up-later = Later
button-follow-up-no = No, thanks
button-follow-up-day = Another day
button-follow-up-after-all = Ask me after all

## The question: what I know, then “How is it now?”

# `$ago` is follow-up-ago, `$place` one or two of follow-up-place, `$lasted` one of follow-up-lasted. Where something is
# not known, a shorter one is used.
follow-up-ask = { $ago }, { $age ->
        [baby] your baby’s
        [child] the
       *[other] your
    } { $place } had twitched for { $lasted }.
follow-up-ask-place = { $ago }, you told me about a twitch in { $age ->
        [baby] your baby’s
        [child] the
       *[other] your
    } { $place }.
follow-up-ask-plain = { $ago }, you told me about a twitch.
follow-up-ask-lasted = { $ago }, you told me about a twitch that had lasted { $lasted }.
# From the second time on: what was answered last, and when. `$how` is one of follow-up-told.
follow-up-ask-told = { $ago }, you told me that the twitch in { $age ->
        [baby] your baby’s
        [child] the
       *[other] your
    } { $place } was { $how }.
follow-up-ask-told-plain = { $ago }, you told me that the twitch was { $how }.
follow-up-told-gone = gone
follow-up-told-better = better
follow-up-told-same = the same as before
follow-up-told-worse = worse
follow-up-ask-urgent = I said that you should get medical advice that day. If you didn’t, please do it now.
follow-up-ask-doctor = I said that a doctor should have a look. Did you get an appointment? If not, please book one.
follow-up-how = How is it now?
    .names = it, its, the, my, is, has, got, getting, a, bit, little, lot, so, far, now, thanks, thank, you, feels, feeling, feel, seems, been, just, still, really, today, twitch, twitching, eyelid, eye, i, im, am, think, quite, definitely, slightly, somewhat, completely, yes, hi, hello, have, had, do, does, did, all, of, to, any, much, that, this, these, than, before, since, then, lately, week, days, every, at, moment, again, yet, ok, okay, well, sadly, unfortunately, luckily, left, right, both, lid, muscle, leg, calf, thigh, arm, hand, foot, finger, thumb, face, lip, shoulder, neck
# What stands between two things that are told at once: “better but weak”.
follow-up-between =
    .names = and, but, though, although, however, except, plus, also, only, so, because, while, with
follow-up-again = I asked you before and didn’t hear from you. That is fine. I won’t ask again unless you write to me.
follow-up-again-half = Some of my questions are still open. That is fine. I won’t ask again unless you write to me.
follow-up-booked = Good. Please go there.
    .names = yes i did, i did, i have, yes i have, yes i have one, i have one, i got one, got one, yes got one, booked, booked it, its booked, i booked one, i booked it, i have booked one, i have an appointment, i got an appointment, yes i got an appointment, yes i have an appointment, already been, i went, yes i went, yes booked
follow-up-not-booked = Then please book one. A doctor should have a look.
    .names = not yet, no not yet, not so far, i didnt, i did not, no i didnt, no i did not, i havent, i have not, no i havent, no i have not, not booked, not booked yet, no appointment, no appointment yet, nope not yet, i havent yet, i have not yet
follow-up-ago = { $days ->
        [0] Earlier today
        [1] Yesterday
        [7] A week ago
        [14] Two weeks ago
       *[other] { $days } days ago
    }
follow-up-two-places = { $first } and { $second }
follow-up-lasted-under_1_day = less than a day
follow-up-lasted-1_to_3_days = 1 to 3 days
follow-up-lasted-4_to_14_days = 4 days to 2 weeks
follow-up-lasted-2_to_4_weeks = 2 to 4 weeks
follow-up-lasted-1_to_3_months = 1 to 3 months
follow-up-lasted-over_3_months = over 3 months
follow-up-place-eyelid = eyelid
follow-up-place-face = face
follow-up-place-jaw_or_mouth = jaw or mouth
follow-up-place-tongue = tongue
follow-up-place-neck = neck
follow-up-place-shoulder = shoulder
follow-up-place-arm = arm
follow-up-place-hand = hand
follow-up-place-chest = chest
follow-up-place-abdomen = belly
follow-up-place-back = back
follow-up-place-hip_or_buttock = hip or buttock
follow-up-place-thigh = thigh
follow-up-place-calf = calf or shin
follow-up-place-foot = foot
follow-up-place-whole_body = whole body

button-now-gone = It is gone
    .names = it is gone, gone, all gone, gone away, went away, gone for good, no more twitching, no more, stopped, it stopped, it has stopped, no longer, not there any more, not there anymore, no twitch, no twitching, over, disappeared, vanished, back to normal, all clear, all good, cured, fixed, doesnt twitch any more, doesnt twitch anymore, does not twitch any more, does not twitch anymore, not any more, not anymore, isnt twitching any more, isnt twitching anymore, hasnt come back, has not come back, not come back, didnt come back, did not come back, havent had it, doesnt twitch, does not twitch, hasnt twitched, has not twitched, no longer twitches, no longer twitching, not twitching, not twitching any more, not twitching anymore, isnt twitching, no more twitches, no twitches
button-now-better = Better
    .names = better, much better, lots better, getting better, improving, improved, less, less often, fewer, weaker, calmer, not as bad, not so bad, not as often, nearly gone, almost gone, mostly gone, calmed down, settling, settling down, good, not gone but better, hardly there, barely there, twitching less, twitches less, less frequent, rarer, rarely, improvement, some improvement, eased, easing
button-now-same = The same
    .names = the same, same, same as before, about the same, no change, unchanged, not changed, no different, no better, not better, not any better, no worse, not worse, as before, still there, there, going on, twitches, no better no worse, still twitching, still twitches, still have it, no improvement, not improved, hasnt changed, has not changed, havent changed, didnt change, did not change, nothing changed, nothing has changed, no difference, no real change, comes and goes, come and go, coming and going, on and off, still comes and goes, back, back again, is back, came back, has come back, came back again, returned, continues, as ever, as always, keeps twitching, keeps coming back, wont stop, wont go away, doesnt stop, doesnt go away, not going away, not stopping
button-now-worse = Worse
    .names = worse, much worse, a lot worse, far worse, getting worse, more, more often, stronger, spreading, spread, has spread, bad, very bad, increased, increasing, worsening, worsened, more frequent, twitching more, twitches more, spreads
button-now-tell = Tell how it is now

## The answers

follow-up-new =
    Is anything new since you last told me, besides the twitch?

    • muscles that are weak, thin, stiff, sore or numb
    • a change in sight, eyes, speech, swallowing or breath
    • a change in balance or memory, blank spells, a bad headache
    • fever, feeling sick, dark urine, a pounding heart, shaking
    • very tired, losing weight, or a lot of worry
follow-up-known = You told me before: { $items }. Count only what came since, or came in a new place.

## What follows

follow-up-gone = I am glad. Then I will not ask again. If it comes back, send /check.
follow-up-gone-rest = I am glad that the twitch is gone. Then I will not ask again. What I told you about the rest still holds: if I said that you should see a doctor, please do. If the twitch comes back, send /check.
follow-up-gone-but = Good that the twitch is gone. Here is what the rest means today.
follow-up-better = That is good news. Most twitches go away by themselves. Keep up what helps.
follow-up-same = Thanks for telling me. Here is what that means today.
follow-up-worse = I am sorry to hear that. Here is what that means today.
follow-up-still = What I told you before still holds.
follow-up-added = What I told you before still holds. One thing is new: { $why }
follow-up-up = My advice has changed. { $why }
follow-up-down = My advice is milder now. { $why }
follow-up-why-time = This counts now: { $reason }
follow-up-why-new = You told me something new: { $items }.
follow-up-why-worse = It is getting worse.
follow-up-why-past = This is past, or was a while ago: { $reason }
follow-up-why-not-worse = It is not getting worse any more.
