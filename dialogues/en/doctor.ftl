# The doctor's visit: five questions, then what the doctor may do. Short enough for a list.

doctor-question-first_noticed = When did you first notice the twitch?
doctor-question-how_long = How long does it last each time?
doctor-question-same_place = Is it always in the same place?
doctor-question-how_often = How often does it come?
doctor-question-other_symptoms = Have you noticed anything else, such as weakness or numb skin?

doctor-test-causes = Ask about stress, sleep, caffeine and your medicines.
doctor-test-examination = Look at the muscle at rest. Check your strength and reflexes.
doctor-test-blood_and_urine = Test your blood and urine: salts, calcium, magnesium, vitamin D. Also the thyroid and the kidneys.
doctor-test-emg = Sometimes: test how the muscle works, with a fine needle (EMG).
doctor-test-nerve_conduction = Sometimes: test how fast your nerves send signals.
doctor-test-eeg = For sudden jerks: record the brain’s signals, with pads on the head (EEG).
doctor-test-imaging = Where needed: take a scan of the head or spine (CT or MRI).
doctor-test-next_steps = Ask you back in a few weeks, or send you to a nerve doctor (neurologist).
