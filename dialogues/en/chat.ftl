# Hello, help, settings, privacy, and small talk.

welcome-title = Hello, I’m Twitchwise
welcome =
    Does a muscle twitch? Answer a few short questions, and I will tell you what may help and when to see a doctor.
    It takes about two minutes. You tap, or you type.
consent =
    I give information with sources. I am not a doctor, and this is not a diagnosis.
    I keep your answers for you, sealed, so that you can go on later. You can see or erase them at any time: /privacy
    Is it an emergency? Don’t wait for me. Tap the button.

home = What would you like to do?
help-title = What I can do
help = I ask a few questions about a twitch. Then I tell you what helps, what to watch for, and when to see a doctor. You can tap or type.
help-command = /{ $command }: { $what }

unfinished = You are in the middle of a check. Shall we go on?
unfinished-long = Welcome back. Your last check is not finished yet. Things may have changed since then. If you go on, I first ask again about danger signs and about when it began.
cancelled = Stopped. I threw away the answers of this check.
nothing-to-cancel = There is nothing to stop.

hint-text = I didn’t get that. I can check a twitch with you, step by step.
hint-unknown = I’m not sure what you mean. I can check a twitch with you, step by step: send /check. Or ask me about twitches in your own words: what causes them, what helps, and when to see a doctor.
understood = I understood:
understood-next = Is that right? Next I ask only what is missing, and always about danger signs. To start, send /check.
hint-command = I don’t know that command. To see what I can do, send /help.
hint-attachment = I can only read text and taps so far. Thank you for sending it, though.
hint-edited = I saw that you changed a message. To change an answer, please tap Back, or Change at the end.
toast-stale = That button is from an earlier step.
toast-unreadable = That button doesn’t work any more.
toast-kept = Nothing was erased.

trouble = Sorry, something went wrong on my side. Nothing of yours is lost. Please send that once more.
anew = Sorry, I could not read your last check any more. We have to start again. Please send /check.

group = I talk about health in private only. Tap here to open our own chat.

privacy-title = Your privacy
privacy =
    What I keep: your answers, your last result and your country, if you told me.
    Why: so that you can go on with a check, and so that a result stays in reach.
    Where: in the store of the people who run this bot. What you told me is sealed with a key. It is in no log.
    How long: until you erase it with /forget. To see all of it, send /export.
    Telegram carries our chat and keeps its own copy of it. To erase that, clear the chat in Telegram.
settings-title = Settings
settings-country = Country: { $country }. Emergency number: { $number }.
settings-no-country = Country: not set. I need it only to show the right emergency number.
export-caption = This is everything I keep about you.
forget-title = Erase everything?
forget = Your answers, your result and your settings will be gone at once. This can’t be undone.
forgotten = Done. I have erased everything that I kept about you.

button-agree = I understand, let’s start
button-check = Start a check
button-resume = Go on with the check
button-start-over = Start over
button-help = Help
button-settings = Settings
button-privacy = Privacy
button-export = Send me my data
button-forget = Erase my data
button-forget-yes = Yes, erase everything
button-forget-no = No, keep it
button-emergency = 🆘 Emergency
button-open-chat = Open our chat

command-check = Check a twitch, step by step
command-emergency = Emergency help and first aid
command-help = What I can do
command-settings = Your country, and more
command-privacy = What I keep, and why
command-export = Send me my data
command-forget = Erase my data
command-cancel = Stop what we are doing
command-start = Begin

bot-description =
    Does a muscle twitch? I ask a few short questions and tell you what may help, what to watch for and when to see a doctor. With sources. Information, not a diagnosis. In an emergency call your emergency number.
bot-short-description = A calm check for muscle twitches. Information, not a diagnosis.
