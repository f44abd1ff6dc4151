# What comes by itself: the list, one reminder, the clock, quiet hours. Follow-ups have a file of their own.

## A time and a day, as they stand within other texts

when-today = today at { $time }
when-tomorrow = tomorrow at { $time }
when-day = on { $weekday }, { $day } { $month }, at { $time }
when-year = on { $day } { $month } { $year }, at { $time }
when-date = { $weekday }, { $day } { $month }
when-date-year = { $day } { $month } { $year }
every-day = every day at { $time }
every-until = { $every } until { $last }
every-weekdays = on { $days } at { $time }
every-few-days = every { $number ->
        [one] day
       *[other] { $number } days
    } at { $time }
every-month = on day { $number } of each month at { $time }
every-workday = Monday to Friday at { $time }
every-weekend = Saturday and Sunday at { $time }
weekday-mon = Monday
weekday-tue = Tuesday
weekday-wed = Wednesday
weekday-thu = Thursday
weekday-fri = Friday
weekday-sat = Saturday
weekday-sun = Sunday
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

## The list

reminders-title = Your reminders
reminders-none = You have no reminders. You can write, for example: “Remind me tomorrow at 9 to call the doctor.”
reminders-how = To add one, write for example: “Remind me tomorrow at 9 to call the doctor.”
reminder-line = { $what }: { $days }. Next: { $next }.
reminder-line-once = { $what }: { $next }.
reminder-line-paused = { $what }: paused.
reminder-line-over = { $what }: it came { $came }.
reminders-paused = Everything is paused until { $until }.
reminders-away = Your reminders are off, because you had blocked me.
reminders-left-off = Some are still off, because you had blocked me.
reminder-follow-up-name = “How is the twitch?”
reminder-own-name = “{ $what }”
reminder-empty-name = a reminder
reminder-gone = This reminder is gone. Here is what you have.
reminder-full = You have { $number } reminders. Delete one first, then I can add another.
reminder-deleted = Deleted.
reminder-paused = Paused.
reminder-resumed = It is on again. Next: { $next }.
pause-set = Everything is paused until { $until }. What you set for one time before that comes then.
pause-ended = Your reminders are on again.
back-again = Good to see you again. Your reminders were off. Shall I turn them on again?
command-reminders = your reminders
button-reminders = Reminders
button-reminder-new = New reminder
button-pause = Pause
button-turn-on = Turn on
button-delete = Delete
button-pause-all = Pause everything for a week
button-resume-all = Turn everything on
button-stay-off = Leave them off
button-reminders-back = Back to the list
button-name = { $name }

## A reminder that comes

reminder-own = ⏰ { $what }
reminder-own-empty = ⏰ You asked me to remind you.
reminder-late = This one comes late. It was meant for { $due }.
reminder-several = A few things at once:
reminder-done = ✔ Done.
reminder-snoozed = All right: { $when }.
reminder-not-then = That time does not fit: it is too close, in your quiet hours, too late for this one, or that day has three nudges. Pick another one.
reminder-stopped = Stopped. It will not come again.
button-done-with = Done
    .names = done, its done, it is done, all done, done it, i did it, did it, i have done it, finished, taken, i took it, ok done, done thanks, done thank you
button-done-named = Done: { $name }
button-more-named = Later: { $name }
button-snooze-hour = In 1 hour
    .names = in an hour, in 1 hour, in one hour, an hour, one hour, 1 hour, later, snooze, not now, remind me in an hour, remind me in 1 hour, remind me later, remind me again in an hour, an hour later
button-snooze-evening = This evening
    .names = this evening, in the evening, evening, tonight, remind me this evening, remind me tonight
button-snooze-tomorrow = Tomorrow
    .names = tomorrow, remind me tomorrow, remind me again tomorrow, not today, tomorrow please
button-stop = Stop
    .names = stop, stop it, stop this, stop this one, stop that, stop reminding me, stop reminding me of this, never again, no more of this, dont remind me again, do not remind me again, enough

## The clock

zone-unset = I don’t know yet what time it is where you are, so this may come at the wrong hour.
zone-ask = What time is it where you are? Tap the time that your clock shows, or type it. You can also type your city, or send me your location with the paper clip: I keep the time zone only, not the place.
zone-ask-which = Which of these is it where you are?
zone-ask-city = It is { $time } where you are. Which of these cities has the same clock as you all year? Tap it, or type your city. Then I also know when your clocks change.
zone-set = It is { $time } where you are ({ $zone }). If that is not right, tap “My time”.
zone-set-offset = It is { $time } where you are. I don’t know when your clocks change: to tell me, tap “My time” and type your city.
zone-unknown = I don’t know that place. Try a bigger city near you, or the time that your clock shows.
zone-several = There is more than one such place. Which clock is yours?
zone-near = These are the clocks near your place. Which one is yours? Look at the time.
zone-worked-out = I worked out all your reminders again.
settings-zone = Your time: { $time } ({ $zone })
settings-no-zone = Your time: not set
button-zone = My time
button-zone-at = { $time }
button-zone-at-day = { $weekday } { $time }
button-zone-city = { $city }, { $time }
button-zone-earlier = Earlier
button-zone-later = Later
button-zone-none = None of these

## Quiet hours

quiet-ask-from = I send no reminders in your quiet hours. They come when that time is over. When shall I go quiet? Tap a time, or type it: “from 10:30 pm to 7 am”.
quiet-ask-to = And until when? Tap a time, or type it.
quiet-set = Done. I am quiet from { $from } to { $to }.
quiet-set-off = Done. You have no quiet hours. Reminders may come at any time.
settings-quiet = Quiet hours: { $from } to { $to }
settings-quiet-off = Quiet hours: off
settings-silent = Reminders come without a sound.
settings-sound = Reminders come with a sound.
settings-hour = I ask how you are at { $time }.
hour-ask = At what time of day shall I ask how you are? Tap a time, or type it: “half past six in the evening”.
hour-set = Done. I will ask at { $time }.
hour-set-quiet = { $time } is in your quiet hours. So I will ask when they are over, at { $end }.
hours-unclear = I didn’t get the time.
button-quiet = Quiet hours
button-quiet-off = No quiet hours
button-hour = Time of day
button-silent = Without sound
button-sound = With sound

## Setting one of the person's own

reminder-ask-what = What shall I remind you of? Type it. You can add the time too, for example: “call the doctor tomorrow at 9”.
reminder-ask-when = When shall I remind you? Tap, or type it: “tomorrow at 9”, “in 3 days”, “every weekday at 21:30”.
reminder-when-unclear = I didn’t get the time. Try “tomorrow at 9”, “in 3 days” or “every weekday at 21:30”.
reminder-too-often = One reminder comes once a day at most. For more, set one for each time. You can also name some days, like “Monday and Thursday at 9”. When shall I remind you?
reminder-too-seldom = I can’t do every few months or once a year. I can do it each month, like “on the 1st of every month”, or one time, like “on 5 May at 9”. When shall I remind you?
reminder-no-bounds = I can’t start or end it like that. Tell me how often it should come, like “every day at 9” or “every day at 9 until Friday”. You can stop it at any time: /reminders
reminder-which-day = I am not sure which day you mean. Write the month as a word, like “on 5 December at 9”. When shall I remind you?
reminder-past = That time is over. When shall I remind you?
reminder-too-far =
    That is too far ahead for me. If you do not write for { $days ->
        [one] 1 day
       *[other] { $days } days
    }, I erase all that I keep, and this reminder too. Please pick an earlier day. When shall I remind you?
reminder-in-quiet-hours = { $time } is in your quiet hours. Shall I still send it then?
reminder-read-back = I will remind you { $when }: “{ $what }”. Is that right?
reminder-read-back-plain = I will remind you { $when }. Is that right?
reminder-first = The first one comes { $next }.
reminder-set = Done. I will remind you { $when }.
button-no-words = Just remind me
button-soon-evening = In the evening
button-soon-tomorrow = Tomorrow morning
button-soon-week = In a week
button-reminder-yes = Yes, set it
button-reminder-change = Other time
button-at-that-time = Yes, at that time
button-after-quiet = No, after my quiet hours
button-edit-time = Change the time
button-edit-words = Change the words
