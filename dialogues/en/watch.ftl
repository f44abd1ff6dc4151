# What to watch for: one line each, at most 120 characters: the change, then which help.

watch-sudden_signs = Face drops, weak arm, slurred speech, a fit, chest pain, hard to breathe: call the emergency number at once.
watch-baby = A fit, blue lips, limp, hard to wake, or jerks one after the other: call the emergency number at once.
watch-pregnancy = You get a bad headache, swell up, or your sight changes: call your maternity unit or emergency number now.
watch-injury = Bad headache, throwing up, or confused, weak or numb after a fall or blow: call the emergency number at once.
watch-bite_or_chemical = You start to feel ill after the bite, sting or fumes: call the emergency number at once.
watch-lithium = Throwing up, shaking, slurred speech or unsteady legs on lithium: call the emergency number at once.
watch-new_medicine = Fever with stiff muscles or a racing heart on a new medicine: call the emergency number at once.
watch-stopped = A fit, fever, being confused or seeing things after stopping: call the emergency number at once.
watch-spell_again = A spell like this again: call the emergency number at once.
watch-known_epilepsy = A fit over five minutes, or one right after another: call the emergency number at once.
watch-exercise_urine = Urine as dark as cola, most of all after hard exercise: go to A&E or the ER at once.
watch-diabetes = Shaky or weak: check your sugar and take sugar. Confused or can’t swallow: call the emergency number.
watch-wound = A stiff jaw, or hard to swallow, after the wound: call the emergency number at once.
watch-thyroid = Fever with a racing heart: call the emergency number at once.
watch-illness_confusion = You get confused or very sleepy: call the emergency number at once.
watch-low_calcium = A racing or odd heartbeat with the tingling or cramps: call the emergency number at once.
watch-fever_headache_stiff = Fever with a bad headache and a stiff neck: call the emergency number at once.
watch-weakness = A part of you gets weak: see a doctor today. It gets worse fast: call the emergency number.
watch-speech_or_swallowing = Speech or swallowing slowly gets harder: see a doctor today.
watch-eyelid = The eyelid droops: see a doctor today. The eye gets red, swells or shuts by itself: book a visit.
watch-muscle_wasting = A muscle gets thinner: book a visit. It is weak as well: see a doctor today.
watch-over_two_weeks = It is still there after two weeks: book a visit with a doctor.
watch-spreads = It gets worse, spreads to other places, or a part feels numb: book a visit with a doctor.
watch-constant = It goes on all day without a break: book a visit with a doctor.
watch-already_checked = Anything new since your last check: go back to the doctor.
watch-unwell = You lose weight, feel ill, or it keeps you from sleep or work: book a visit with a doctor.
