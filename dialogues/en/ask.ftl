# Quick questions, and what a description was understood as.

understood = I understood: { $items }. Is that right?
button-understood = Yes, go on
button-understood-agree = That’s right. I understand, let’s start
button-not-quite = Not quite: change it
button-not-quite-agree = Not quite. I understand, let’s change it
# Above the next question of the check, or its review.
understood-so-far = I understood: { $items }. If that is wrong, you can change it at the end.
hint-understood = I didn’t get that. Please tap a button, or type yes or no.

ask-anything =
    Ask me about twitches in your own words. For example: “How much coffee is too much?” or “Can stress do this?”
    Or tap a topic.
ask-questions = Tap a question. Or ask me in your own words.
answer-more = More about this
answer-sources = Sources
answer-helped = Did this answer your question?
answer-thanks = Thank you.
answer-sorry = Sorry about that. Ask me again in other words, or tap one of these.
button-helped-yes = Yes, it did
button-helped-no = No
article-foot = From Twitchwise: facts with sources. This is not a diagnosis.
button-more-in-chat = More from Twitchwise
button-share = Share this answer
button-topics = All topics
button-more-questions = More questions

# Not understood: three ways to say so, so that nobody meets the same wall twice.
unknown =
    I didn’t get that. I know about twitches: what sets them off, what helps, and when to see a doctor. Ask a short question, or tell me where it twitches and since when.
unknown-again = I still don’t follow, sorry. Please try other words, such as “calf twitching for a week”. Or tap a button.
unknown-once-more = That is beyond me, I’m afraid. These are the things that I do know.
# The second time on one question of the check.
unknown-in-check = I still don’t follow, sorry. My question is above: tap one of its answers, or say it in other words. Or did you mean one of these?

hint-emoji = I see an emoji, but I can’t read much into it. Please use a few words.
hint-thanks = That’s fine! I’m here when you need me.
hint-cross = I’m sorry. I’m a simple bot, and I don’t always get it. A button or a few plain words help me most.
hint-sticker = Nice sticker! But I can only read words and taps.
hint-voice = I can’t listen to voice messages. Please type it in a few words.
hint-photo = I can’t look at photos or videos. Please tell me in words what you see or feel.
hint-words-only = I can read only words and taps, sorry. Please type what you mean, or tap a button.
hint-location = Thank you, but I have no use for a place here. Please tell me in words.
