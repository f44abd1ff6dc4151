# The outcome: the level, what to do, and the headings of its pages. `$version` and `$reviewed` are the content's.

level-self_care = 🟢 You can look after this at home
level-see_doctor = 🟡 Book a visit with a doctor
level-urgent = 🟠 Get medical advice today
do-self_care = Nothing in your answers needs a doctor now. Most twitches like this go away by themselves.
do-see_doctor = Please book a routine visit with your doctor. It is not an emergency.
do-urgent = Please speak to a doctor, an urgent care centre or a health advice line today. Don’t wait for tomorrow.

# `$items`: the main questions that were not answered.
missing = You left open: { $items }. If you can answer that, tap “Change my answers”. Then I can tell you more.
top-advice = What helps most
why-line = Why: { $reason }
# `$sources`: titles, separated by commas.
reason = { $reason } ({ $sources })
why-nothing = You named none of the signs that need a doctor. That is a good sign.

page-why = Why this result
page-first-aid = What to do
page-advice = Advice for you
page-watch = What to watch for
page-sources = Sources
page-doctor = For your visit
doctor-summary = Show this to the doctor:
doctor-questions = The doctor may ask
doctor-tests = The doctor may do
source = { $title }
source-with-url = { $title }: { $url }

follow-up = Check again in { $days ->
        [one] 1 day
       *[other] { $days } days
    }, or as soon as something changes. Send /check for that.
follow-up-appointment = In { $days } days, ask yourself: did I get a visit? Send /check if it is still there, or as soon as something changes.

foot = This is information, not a diagnosis. Text version { $version }, checked on { $reviewed }.

# In place of the facts about nerve disease, once they were told.
worry-again =
    You have the facts now, and reading them again rarely calms for long.
    If you get weaker, or speech or swallowing gets harder, get medical advice today. If a muscle gets thinner, book a visit.
    If the worry stays, talk to someone you trust, or tell your doctor. That is a good reason for a visit.

button-advice = All advice
button-all-first-aid = All first aid
button-first-aid = What to do for each sign
button-why-result = Why this result
button-sources = Sources
button-doctor = For your visit
button-worry = I fear a nerve disease
button-change-answers = Change my answers
button-mistake = That was a mistake
button-to-result = Back to the result
button-previous = ‹ Before
button-more = More ›
button-country = Show the number for my country
button-other-country = Another country
button-other-sign = Another sign
first-aid-list = Which of these do you see? I will show what to do until help comes.
type-country = You can type its name, too.
