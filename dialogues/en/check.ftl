# The questions of the check. `$age` is the age group (baby, child, adult, older_adult or unknown).

progress = Question { $number } of { $total }
# `$items`: what is ticked on the pages of this question.
so-far = So far you chose: { $items }.
group-page = Question { $question } of { $questions }, page { $number } of { $total }

ask-danger_signs =
    Is any of these happening now, or did it happen in the last 7 days?

    Count only what came on suddenly.
why-danger_signs =
    These signs can need help at once. So I ask about them first.
    They are rare in people who only have a twitch. If none fits, tap “None of these”.
review-danger_signs = Danger signs
ask-one-sign = In the last 7 days, or now, did this come on?

ask-age_group = How old is the person with the twitch?
why-age_group = Some things are common at one age and rare at another. A baby needs to be seen sooner.
review-age_group = Age

ask-locations =
    { $age ->
        [baby] Where does the baby twitch?
        [child] Where does the child twitch?
       *[other] Where does it twitch?
    } Tap all that fit, then Done.
why-locations = One small spot, like an eyelid or a calf, is mostly harmless. Many places are worth a check by a doctor.
review-locations = Place

ask-duration = How long ago did it start?
why-duration = Most twitches go away in days to a few weeks. One that lasts longer should be looked at.
review-duration = Started

ask-frequency = How often does it come?
why-frequency = A twitch that never stops is worth a check by a doctor.
review-frequency = How often

ask-timing = When does it come? Tap all that fit, then Done.
why-timing = A jerk as you fall asleep is normal. A jerk when you move or wake up can mean other things.
review-timing = When

ask-symptoms =
    Is there anything else besides the twitch?

    • muscles that are weak, thin, stiff, sore or numb
    • a change in sight, eyes, speech, swallowing or breath
    • a change in balance or memory, blank spells, a bad headache
    • fever, feeling sick, dark urine, a pounding heart, shaking
    • very tired, losing weight, or a lot of worry
why-symptoms = What comes with a twitch tells more than the twitch itself. Most people have nothing else.
review-symptoms = Anything else

group-symptoms-muscles = Muscles: tap what fits.
group-symptoms-eyes = Eyes and face: tap what fits.
group-symptoms-speech = Mouth, throat and breath: tap what fits.
group-symptoms-head = Head and balance: tap what fits.
group-symptoms-unwell = Feeling ill: tap what fits.
group-symptoms-general = How you feel: tap what fits.

ask-symptoms_since =
    When did the newest of these start?

    If one of them got clearly worse, count from then.
why-symptoms_since = A change that is new or fast needs help sooner than one that has been there for a long time.
review-symptoms_since = These began

ask-pregnancy = Is the person pregnant, or did they give birth in the last 6 weeks?
why-pregnancy = A bad headache or a change in sight needs help at once while pregnant, and soon after birth.
review-pregnancy = Pregnancy

ask-context =
    Does any of this fit?

    • a change in medicines, drugs or alcohol, or you take lithium
    • lately an injury, a wound, a bite, fumes, or a bad stomach
    • a fit or faint in the past that was never checked
    • an illness that you live with, or nerve illness in the family
    • a doctor has checked this twitch
why-context = Medicines, injuries and some illnesses can set off a twitch. Some of them change what is safe to do.
review-context = Health

group-context-medicines = Medicines and alcohol: tap what fits.
group-context-events = What happened lately: tap what fits.
group-context-conditions = Health in general: tap what fits.

ask-impact =
    { $age ->
        [baby] How much does it bother the baby?
        [child] How much does it bother the child?
       *[other] How much does it bother you?
    }
why-impact = A twitch that stops sleep or work is worth help, even when it is harmless.
review-impact = How much it bothers

ask-lifestyle = Last one. Does any of this fit the last two weeks? Tap all that fit, then Done.
why-lifestyle = These are the most common causes of a twitch, and you can change them. My advice will fit what you tap.
review-lifestyle = Last two weeks

what-options-mean = What these mean
# `$label`: the option, `$meaning`: what it means.
meaning = { $label }. { $meaning }

review = Here is what you told me. Is it right?
list = { $items }
not-answered = not answered

hint-answer = I didn’t get that. Please tap a button, or type one of the answers.
hint-age = I didn’t get that. Please tap a button, or type the age, such as 34.
hint-duration = I didn’t get that. Please tap a button, or type how long, such as “3 days” or “2 weeks”.
hint-country = I don’t know that country. Please type it in another way, or tap it in the list.
hint-one-only = Please choose just one.
hint-noted = Noted: { $items }. Tap what else fits.
hint-review = Tap “See my result” if this is right. Or tap what you want to change.
question-changed = This question has changed since. Please answer it once more.

button-yes = Yes
button-no = No
button-none = None of these
button-none-here = Nothing here, go on
button-nothing-else = No, nothing else
button-something-else = Yes, let me choose
button-not-sure = Not sure
button-done = Done
button-next = Next
button-back = Back
button-why = Why do you ask?
button-to-question = Back to the question
button-result = See my result
button-change = Change: { $what }

toast-choose-one = Tap at least one, or “Not sure”.
toast-ticked = You ticked something. Untick it first, or tap Done.
