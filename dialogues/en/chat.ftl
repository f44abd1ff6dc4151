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

hint-command = I don’t know that command. To see what I can do, send /help.
hint-command-again = That is no command of mine either. Tap a button, or ask me in your own words.
# While consent is asked for.
hint-agree = Hello! To begin a check, tap the button or type “I agree”. Or ask me about twitches in your own words.
hint-not-agreed = That’s fine. I can still answer your questions about twitches. To begin a check later on, tap the button.
hint-agree-again = The check begins when you tap the button or type “I agree”. Quick questions are free to ask at any time.
hint-attachment = I can only read words and taps. Thank you for sending it, though.
hint-edited = I saw that you changed a message. To change an answer, please tap Back, or Change at the end.
toast-stale = That button is from an earlier step.
toast-unreadable = That button doesn’t work any more.
toast-kept = Nothing was erased.

trouble = Sorry, something went wrong on my side. Nothing of yours is lost. Please send that once more.
flooded = That was a lot at once. I did not read your last messages. Please wait a moment, then send /start. Is it an emergency? Send /emergency.
anew = Sorry, I could not read your last check any more. We have to start again. Please send /check.

# For the person who runs the bot, on /status.
status =
    Version { $version }, content { $content }, state: { $state }
    To be answered: { $inbox }
    To be sent: { $outbox }
    Set aside: { $aside }

group = I talk about health in private only. Tap here to open our own chat.

privacy-title = Your privacy
privacy =
    What I keep: your answers, your last result, your reminders, and your country and time zone, if you told me. A message of yours only until it is answered.
    Why: so that you can go on with a check, and so that a result stays in reach.
    Where: in the store of the people who run this bot. What you told me is sealed. The key to it lies in another place. Not sealed: your number in Telegram, when you last wrote, and when a reminder is due.
    How long: until you send /forget, or until you have not written for { $days ->
        [one] 1 day
       *[other] { $days } days
    }. Then I erase it. A backup may keep a sealed copy for longer.
    My log holds numbers only: how many, how fast, what failed. It never holds your words.
    To see all that I keep, send /export. To erase it, send /forget.
    Telegram can read this chat, and keeps its own copy. No chat with a bot is end-to-end encrypted. To erase that copy, clear the chat in Telegram.
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
command-ask = Ask a quick question
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
