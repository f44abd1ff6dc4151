# Small daily nudges: their names, why, what to mind, and what comes. What they are chosen by is in habits.toml.

## Habits: `.name` on buttons and lists, `.why` when it is offered. The message is the nudge itself.

habit-drink_water = 💧 Time for a glass of water.
    .name = Drink water
    .why = Even a slight lack of water upsets the salts your muscles need. 6 to 8 cups a day is a good aim, more in heat.
    .caution = Were you told to limit fluids, say for your heart or kidneys? Then keep to your limit and don’t use this one.

habit-last_coffee = ☕ Last coffee, tea or cola for today. From now on, pick one without caffeine.
    .name = Last coffee
    .why = After about 5 hours half of the caffeine is still in you. Stop at least 6 hours before bed.
    .caution = Do you drink a lot of it? Cut down over one to two weeks. If you stop at once, you may get headaches.

habit-wind_down = 🌙 Time to wind down. Dim the light, put the screens away, do something calm.
    .name = Wind down for bed
    .why = Being tired is one of the most common triggers. No screens in the last hour, and a dark, cool room, help you sleep.
    .caution = Pick a time about one hour before you go to bed.

habit-screen_break = 👀 Eye break. Look at something 20 feet (6 m) away for 20 seconds, and blink a few times.
    .name = Screen break
    .why = Tired or dry eyes can make an eyelid twitch. Look far away every 20 minutes. I nudge you once, so that you think of it.
    .caution = Do flicker or flashes bring on jerks? Then keep away from them, and tell a doctor.

habit-stretch = 🤸 Time to stretch, slowly and gently. It should not hurt.
    .name = Gentle stretch
    .why = A gentle stretch or a massage can calm a tired or cramping muscle.
    .caution = Leave out a muscle that is hurt, weak or swollen.

habit-magnesium_food = 🥜 Food idea for today: { $idea }
    .name = Food rich in magnesium
    .why = Too little magnesium can make muscles twitch. Food comes first, pills only after advice. Adults need about 310 to 420 mg a day (US) or 270 to 300 mg (UK).
    .caution = Do you have a kidney disease, or an allergy to nuts or seeds? Then ask your doctor or leave this one out.

habit-breathing =
    🌬️ Two minutes for you.
    Sit down. Breathe in slowly. Breathe out slowly. Go on like that until two minutes are over.
    .name = Two calm minutes
    .why = Stress is one of the main causes of twitches. Slow breathing helps you calm down.
    .caution = You need no more than a chair.

## The food idea of the day (`$idea`). Amounts of magnesium from nih-magnesium; 28 g is 1 oz.

idea-pumpkin_seeds = a small handful of pumpkin seeds, 28 g (1 oz). It has 156 mg of magnesium.
idea-chia = chia seeds in your yoghurt, 28 g (1 oz). They have 111 mg of magnesium.
idea-almonds = a small handful of almonds, 28 g (1 oz). It has 80 mg of magnesium.
idea-spinach = half a cup of cooked spinach with your meal. It has 78 mg of magnesium.
idea-cashews = a small handful of cashews, 28 g (1 oz). It has 74 mg of magnesium.
idea-black_beans = half a cup of black beans, in a wrap or a soup. They have 60 mg of magnesium.
idea-dark_chocolate = a piece of dark chocolate, 28 g (1 oz). It has about 64 mg of magnesium, and a little caffeine. Better not late in the day.
idea-seeds_and_oats = half a handful of pumpkin seeds, 14 g (half an oz), on your breakfast oats. The seeds have 78 mg of magnesium.
idea-bean_salad = a salad with half a cup of black beans and a few pumpkin seeds, 14 g (half an oz). That makes 138 mg of magnesium.
idea-nut_mix = a mix of almonds and cashews, 14 g (half an oz) of each. It has 77 mg of magnesium.
idea-spinach_and_beans = rice with half a cup of cooked spinach and half a cup of black beans. They have 138 mg of magnesium.
idea-avocado = an avocado on bread. It has some magnesium. With a few pumpkin seeds, 14 g (half an oz), you get 78 mg more.
idea-chia_pudding = chia seeds in milk, left in the fridge overnight. 28 g (1 oz) of seeds have 111 mg of magnesium.
idea-spinach_omelette = eggs with half a cup of cooked spinach. The spinach has 78 mg of magnesium.


## Choosing one

habits-title = Small daily nudges
habits-offer = Small things may help with what you told me. Pick one. I nudge you at the time you like, three times a day at most.
habits-any = Pick what may help you. I nudge you at the time you like, three times a day at most.
habit-fits = { $name }: { $why }
habit-read-back = I nudge you { $when }. The first one comes { $next }. Shall I set it?
habit-set = Done. { $name }: { $when }. The first one comes { $next }.
habit-too-many = That would be more than three nudges on one day. Pick other days, or stop another one first.
habit-ask-days = On which days? Tap them, or type it: “Monday to Friday”.
habit-ask-time = At what time? Tap one, or type it: “half past nine”, “21:30”.
habit-unclear = I didn’t get that.
habit-now-quiet = { $what } is in your quiet hours now, so it will not come. You can change its time: /reminders
button-habits = Small daily nudges
button-habit-days = Other days
button-every-day = Every day
button-workdays = Monday to Friday
button-weekend = On the weekend

## After a week

habit-helped = You have had “{ $name }” for a week. Has it helped?
habit-kept = Good to hear. I will keep it going.
habit-not-helped = Thanks for telling me. Shall we change it, or stop it?
button-helped-keep = Yes, keep it
button-helped-change = Change it
button-helped-stop = Stop it
