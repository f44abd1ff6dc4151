# The general texts of an emergency, and the crisis message. `$number` is the ambulance number of the person's country,
# `$country` its name; the `-unknown` texts stand in while the country is not known.

emergency-title = This needs help now
emergency-call-known = Call { $number } now (ambulance, { $country }).
emergency-call-unknown = Call your local emergency number now. 112 or 911 work in many countries.
emergency-transport = If you can’t get an ambulance, have someone take you to an emergency department (A&E or ER). Do not drive yourself.
emergency-pick-country = Which country are you in? Then I can show you the right number.
emergency-help-intro = If one of these came on suddenly, call now, even if it has passed:
emergency-help-signs =
    • one side of the face or body weak or numb
    • slurred speech, confused, or sudden loss of sight
    • a fit, a faint, or hard to wake
    • hard to breathe or to swallow
    • chest pain
    • a sudden headache, worse than ever before
    • fever with a stiff neck, a rash, or pain from light
    • a bad blow to the head, neck or back
    • poison, or too much of a medicine or drug
    • a locked jaw
    • numb between the legs, or no control of bladder or bowels
# In place of the message for a danger sign where something else may have been meant. The signs follow, then the
# number to call.
emergency-unsure = I may have misread this, but I’d rather say it once too often. If one of these came on suddenly, now or in the last 7 days, call for help at once:
# At the end where something else may have been meant than danger or a crisis.
misread = If I misread you, I’m sorry. Just go on.
# To a bare “yes” or “no”, or to what is not understood, after such a message or that of a crisis. The number to
# call follows.
warned = If you need help now, please don’t wait:
# The same after the message of a crisis. A line to talk to follows.
warned-crisis = You don’t have to go through this alone. Please talk to someone now.

crisis-message = I’m really sorry that you feel this way. You are not alone, and help is there right now.
# In its place where something else may have been meant.
crisis-unsure = I may have misread this, but I’d rather say it once too often. If you are thinking of ending your life, or of hurting yourself, I’m really sorry. You are not alone, and help is there right now.
crisis-do =
    • Tell someone near you. Ask them to stay with you.
    • Move away from anything you could hurt yourself with.
    • If it is about someone else: stay with them, and call together.
crisis-title = Help is there right now
# `$line`: the number of the country's crisis line.
crisis-line-known = Talk to a crisis line: call { $line } ({ $country }). They listen, and you can say anything.
crisis-line-finder = Talk to a crisis line. Find the one of your country: findahelpline.com
crisis-line-unknown = Talk to a crisis line. US or Canada: call or text 988. UK or Ireland: call 116 123. Other countries: findahelpline.com
crisis-call-known = Are you in danger now? Have you hurt yourself or taken something? Call { $number } ({ $country }) at once.
crisis-call-unknown = Are you in danger now? Have you hurt yourself or taken something? Call your emergency number at once. 112 or 911 work in many countries.

