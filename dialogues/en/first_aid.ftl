# First aid. Each message at most 450 characters; the first line says what to do first.

## Danger signs

first-aid-fainted_or_hard_to_wake =
    Check if the person is breathing.
    • Breathing: roll them onto their side. Tilt the head back a little.
    • Not breathing, or only gasping: start CPR. The person on the phone will tell you how.
    • Give nothing to eat or drink.
    • Awake again: lie down, stay with someone, do not drive.
first-aid-trouble_breathing =
    Sit up straight and lean forward a little. Do not lie down.
    • Open tight clothes.
    • If you have a reliever inhaler or an adrenaline pen, use it as you were taught.
    • Let someone stay with you. Unlock the door.
    • Do not drive yourself.
first-aid-seizure =
    In the fit: put nothing in the mouth. Do not hold the person down.
    • Move hard things away. Put something soft under the head.
    • Note the time it began.
    When it stops: roll them onto their side and stay there.
    • Not breathing: start CPR. The person on the phone will help.
    • After a fit: no driving. Do not bathe or swim alone.
first-aid-serious_head_or_spine_injury =
    Do not move, unless you are in danger where you are.
    • Keep head, neck and back still. Let someone hold the head steady.
    • Leave a helmet on.
    • Press a clean cloth on a wound that bleeds a lot.
    • Nothing to eat or drink.
    • Not breathing: start CPR. The person on the phone will tell you how.
first-aid-poisoning_or_overdose =
    Fumes or gas: everyone get out into fresh air first.
    • Do not make the person throw up.
    • Wash it off the skin and eyes with lots of water.
    • Keep the packet. Say what it was, how much and when.
    • Eat and drink nothing, unless you are told to.
    • Sleepy: lay them on their side.
    If it was to harm yourself, please say so. You will be helped.
first-aid-one_sided_weakness_numbness_or_face_droop =
    Call now, even if it has passed.
    • Note the time it began.
    • Do not eat or drink. Take no aspirin or other medicine.
    • Sit or lie down, with your head raised a little.
    • Let someone stay with you. Unlock the door.
    • Do not drive.
first-aid-slurred_speech =
    Call now, even if your speech is clear again.
    • If it is hard to talk, let someone else call.
    • Note the time it began.
    • Do not eat or drink. Take no aspirin or other medicine.
    • Let someone stay with you. Do not drive.
first-aid-chest_pain =
    Sit down and rest. Do not walk around.
    • Open tight clothes.
    • If you have a heart spray of your own, use it as you were taught.
    • Take aspirin only if the emergency service tells you to.
    • Let someone stay with you. Unlock the door.
    • Do not drive yourself.
first-aid-trouble_swallowing =
    Nothing by mouth: no food, no drink, no pills.
    • Sit up. Let spit run out if you can’t swallow it.
    • Something stuck? Keep coughing. If you can’t cough, let someone give you up to five firm blows between the shoulder blades.
    • If it gets hard to breathe, tell the emergency service at once.
first-aid-confusion_or_hallucinations =
    Stay with the person. Speak calmly and keep them safe.
    • If they have diabetes, are awake and can swallow: give sugar, juice or sweets.
    • If not, give nothing to eat or drink.
    • Do not let them drive or go out alone.
    • Take all their medicine packets along.
first-aid-thunderclap_headache =
    Call now, even if the pain eases.
    • Note the time it began.
    • Lie still in a quiet, dim room.
    • Do not eat or drink. Take no aspirin or other painkiller until a doctor has seen you.
    • Let someone stay with you. Do not drive.
first-aid-fever_with_stiff_neck_rash_or_light_pain =
    Do not wait for a rash to show.
    • Tell them about the fever, and the stiff neck, rash or pain from light.
    • Press a clear glass on any spots. If they do not fade, say so.
    • Rest in a dim room. Let someone stay with you.
    • Hard to wake: lay the person on their side.
first-aid-sudden_vision_loss =
    Call now, even if your sight is back.
    • Note the time it began, and which eye.
    • Sit down. Do not walk about alone. Do not drive.
    • Do not press or rub the eye.
    • Do not eat or drink until a doctor has seen you.
first-aid-locked_jaw =
    Do not eat or drink. You could choke.
    • Do not force the mouth open.
    • Stay in a calm, quiet, dim room with someone.
    • Say if you had a wound, a bite or a burn, and when you had your last tetanus shot.
    • Take the packet of any new medicine along.
first-aid-numb_saddle_or_bladder_or_bowel_loss =
    Go to an emergency department (A&E or ER) now, day or night. Do not wait for a booked visit.
    • Say where you feel numb, or that you have lost control of your bladder or bowels.
    • Do not drive yourself. Call if no one can take you.
    • Do not eat or drink on the way.

## Emergency rules

first-aid-poisoning_signs_chemical =
    Get everyone out into fresh air. Leave the doors open. Do not go back in.
    • Take off clothes that were splashed.
    • Rinse skin and eyes with lots of water for 20 minutes.
    • Do not make anyone throw up.
    • Say what it was. Take the label or a photo along.
    • Others feel ill too? It may be carbon monoxide. Say so.
first-aid-poisoning_signs_bite =
    Stay as still as you can, above all the part that was bitten or stung.
    • Take off rings, watch and tight clothes near it.
    • Do not cut, suck, tie off or cool it.
    • Do not try to catch the animal. Note what it looked like.
    • If you have an adrenaline pen and your breathing or face swells, use it.
first-aid-breathing_or_swallowing_muscles =
    Sit up straight. Do not lie flat.
    • Nothing to eat, drink or take by mouth if it is hard to swallow.
    • Let someone stay with you. Do not drive.
    • If breathing gets harder, call again and say so.
    • Take a list of your medicines along.
first-aid-injury_with_nerve_signs =
    Keep still. Do not turn or bend your head, neck or back.
    • Let someone hold your head steady.
    • Do not eat or drink. Do not drive.
    • Say how and when you were hurt, and if you take blood thinners.
    • If you get sleepy or throw up, tell them at once.
first-aid-sudden_nerve_signs =
    Call now, even if it eases.
    • Note the time it began.
    • Sit or lie down. Do not get up or walk alone.
    • Do not eat or drink. Take no aspirin.
    • Do not drive.
first-aid-possible_meningitis =
    Get help now. Do not wait for a rash.
    • Say that you have a fever, a bad headache and a stiff body.
    • Press a clear glass on any spots. If they do not fade, say so.
    • Rest in a dim room. Let someone stay with you.
first-aid-fever_with_confusion =
    Stay with the person. Do not let them drive or go out.
    • Say: fever and confused. Ask if it could be sepsis.
    • Sleepy: give nothing by mouth and lay them on their side.
    • Look for a rash, and say so if you see one.
    • Take a list of their medicines along.
first-aid-illness_with_confusion =
    Stay with the person. Do not let them drive.
    • Diabetes: check the blood sugar. If it is low or you can’t check, and they are awake and can swallow, give sugar.
    • Too hot after exercise: move to the shade and cool them with water.
    • Say which illness they have. Take their medicine packets along.
first-aid-possible_preeclampsia =
    Call your maternity unit or the emergency number now.
    • Say how many weeks pregnant you are, or when you gave birth.
    • Say that your head hurts badly or your sight has changed.
    • Lie on your left side while you wait. Do not stay alone.
    • Do not drive. Take your pregnancy notes along.
first-aid-baby_unwell =
    Stay with your baby. Check the breathing and the colour of the lips.
    • Not breathing: start CPR. The person on the phone will tell you how.
    • In a fit: lay the baby on the side. Do not hold the baby down.
    • Do not force milk or water.
    • Film it only if your baby is safe.
first-aid-baby_clusters =
    Have your baby seen now, even if all seems well in between.
    • Film the jerks, but only if your baby is safe.
    • Note how many there are and when, such as after waking.
    • Do not hold the baby down.
    • Blue, limp or hard to wake: call the emergency number at once.
first-aid-possible_tetanus =
    Do not eat or drink if the jaw or throat is stiff. You could choke.
    • Stay in a calm, quiet, dim room with someone.
    • Cover the wound with a clean cloth.
    • Say when you got the wound and when you had your last tetanus shot.
first-aid-dangerous_withdrawal =
    Do not go through this alone. Let someone stay with you.
    • Say what you stopped, how much you used, and when you last had it.
    • Do not stop anything else. Ask before you take the next dose.
    • Take the packet along.
    • In a fit: lay the person on the side. Put nothing in the mouth.
    • Do not drive.
first-aid-possible_serotonin_syndrome =
    Do not take the next dose of the new medicine until a doctor or nurse has told you what to do.
    • Rest in a cool place. Take off warm clothes.
    • Take all packets along. Include herbal pills and street drugs.
    • Let someone stay with you. Do not drive.
first-aid-lithium_toxicity =
    Do not take the next dose of lithium until a doctor has told you what to do.
    • Say when you took the last one, and how much.
    • Say if you have thrown up or had loose stools.
    • Take the packets of all your medicines along.
    • Let someone stay with you. Do not drive.
first-aid-possible_rhabdomyolysis =
    Stop all exercise. Go to an emergency department (A&E or ER) now. This can harm the kidneys.
    • Say that your urine is dark like cola.
    • Sip water, unless you were told to limit fluids.
    • Take no painkillers until a doctor has seen you.
    • New medicine? Do not take the next dose until a doctor has told you. Take the packet.
first-aid-thyroid_storm =
    Go now. Do not wait for the fever to pass.
    • Say that you have a thyroid illness, a fever and a racing heart.
    • Rest in a cool room. Take off warm clothes. Sip water.
    • Take your thyroid pills along. Ask before the next dose.
    • Let someone stay with you. Do not drive.
first-aid-low_calcium_with_heart_signs =
    Sit down and rest. Do not drive.
    • Say that your mouth tingles or your hands cramp, and that your heart races or you shake.
    • Ask for your calcium and your heart to be checked.
    • Take no extra pills before that.
    • Take a list of your medicines along.
first-aid-eye_signs_with_headache =
    Call or go now, even if the pain eases.
    • Note the time it began.
    • Do not drive. If you see two of things, cover one eye.
    • Say if one pupil looks bigger.
    • Do not eat or drink until a doctor has seen you.
first-aid-fast_weakness =
    Go now. Do not wait to see if it passes.
    • Note when it began and where it has spread.
    • Hard to breathe or swallow? Say so at once. Take nothing by mouth.
    • Do not use stairs alone. Do not drive.
    • Let someone stay with you.

## Urgent rules

first-aid-possible_low_sugar =
    Check your blood sugar now.
    • Low, or you can’t check: take sugar now. Juice, a sweet drink (not diet), sweets or glucose tablets.
    • Check again in 15 minutes. Still low: take sugar again.
    • Do not drive.
    • Hard to wake, or can’t swallow: give nothing by mouth and call the emergency number at once.
first-aid-bite =
    Keep the part that was bitten or stung still.
    • Take off rings, watch and tight clothes near it.
    • Do not cut, suck or tie it off.
    • Note the time, and what the animal looked like.
    • Feel ill, or it is hard to breathe: call the emergency number at once.
first-aid-chemical =
    Go into fresh air. Do not go back until it is safe.
    • Take off splashed clothes. Rinse skin and eyes with lots of water.
    • Keep the label, or take a photo of it.
    • Do not make yourself throw up.
    • If you or others there feel ill, get everyone out and call the emergency number at once.
first-aid-recent_injury =
    Rest. Do no sport and lift nothing heavy until you have been checked.
    • Stay with someone for now. Do not drive.
    • Call the emergency number at once if you get a bad headache, throw up, get sleepy or confused, or feel weak or numb.
first-aid-seizure_medicine_stopped =
    Ask today, before you take the next dose. Do not take extra to catch up.
    • Do not drive. Do not bathe or swim alone.
    • Tell someone near you what to do in a fit: lay you on your side and time it.
    • A fit that lasts over five minutes, or a second one: call the emergency number at once.
first-aid-withdrawal =
    Get medical help today. Ask before you take or skip the next dose.
    • Do not stop all at once. That can be dangerous after heavy drinking or calming pills.
    • Have the packet at hand. Do not stay alone.
    • A fit, fever, being confused or seeing things: call the emergency number at once.
first-aid-lithium =
    Ask before you take the next dose, today. You may need a blood test.
    • Do not just stop it by yourself.
    • Drink as you always do. Do not cut out salt.
    • Throwing up, loose stools, shaking, slurred speech or unsteady legs: call the emergency number at once.
first-aid-medicine_reaction =
    Ask before you take the next dose, today. Call a doctor, a pharmacist or an advice line.
    • Do not just stop it by yourself.
    • Have the packet at hand.
    • If it gets worse, or you get confused or stiff with fever, call the emergency number at once.
first-aid-new_medicine =
    About the new medicine: ask before you take the next dose, today.
    • Do not just stop it by yourself.
    • Take the packet along, also of herbal pills.
first-aid-blank_spells =
    Until a doctor says it is safe:
    • Do not drive or ride a bike.
    • Do not bathe or swim alone.
    • Do not climb ladders.
    Ask someone to note or film a spell, if that is safe. If you pass out or have a fit, call the emergency number.
first-aid-past_spell =
    Until a doctor says it is safe:
    • Do not drive or ride a bike.
    • Do not bathe or swim alone.
    • Do not climb ladders.
    Write down what happened, when, and who saw it. If it comes back, call the emergency number at once.
first-aid-exercise_illness =
    Stop all exercise. Rest in a cool place.
    • Sip water or a sports drink, unless you were told to limit fluids.
    • Look at the colour of your urine.
    • Dark like cola, or you get confused or can’t cool down: call the emergency number at once.
first-aid-dark_urine =
    Do not exercise until you have been checked.
    • Have your urine and blood tested today.
    • Sip water, unless you were told to limit fluids.
    • Sore, weak muscles as well: go to an emergency department (A&E or ER) at once.
first-aid-salt_loss =
    Take small sips often. A rehydration drink from the pharmacy is best.
    • Were you told to limit fluids? Then ask first.
    • Rest. Get up slowly.
    • If you faint, get confused or your heart beats oddly, call the emergency number at once.
first-aid-stimulant_excess =
    No more caffeine, nicotine or energy products today.
    • Rest and sip water.
    • Is it a medicine from your doctor? Ask before you take the next dose, today.
    • Chest pain, a faint, a fit or being confused: call the emergency number at once.
first-aid-baby =
    Have your baby checked today.
    • Film the twitch, but only if your baby is safe.
    • Note when it comes and how often.
    • A fit, blue lips, limp or hard to wake: call the emergency number at once.
