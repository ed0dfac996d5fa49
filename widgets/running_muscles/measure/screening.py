"""Health questions before a first test, and the rules for stopping.

The questions cover the same ground as the general page of common pre-exercise
questionnaires (known heart, blood-pressure, kidney or metabolic disease; signs and
symptoms; medication; bones and joints; pregnancy; advice already given), in our own
words. They are a pause for thought, not a medical examination: see Whitfield et al.
2017 for how many adults such questions send to a doctor.
"""

from __future__ import annotations

VERSION = "1"

QUESTIONS = (
    "Has a doctor ever told you that you have a heart problem or high blood pressure?",
    "Do you ever feel pain or pressure in your chest, at rest or when you move?",
    "In the past year, have you fainted, or lost your balance because you felt dizzy?",
    "Do you have another long-term illness, such as diabetes, kidney disease or asthma, "
    "that is not well under control?",
    "Do you take prescribed medicine for your heart, your blood pressure or your breathing?",
    "Do you have a bone, joint or muscle problem, or a recent operation, "
    "that exercise could make worse?",
    "Has anyone in health care told you to exercise only under supervision, "
    "or are you pregnant and not cleared for exercise?",
)

STOP_RULES = (
    "Pain or pressure in your chest, arm, neck or jaw",
    "Feeling faint, dizzy or sick",
    "Breathlessness that is unusual for you, or a racing or stumbling heartbeat",
    "Sharp or rising pain in a joint, a tendon, a muscle or your back",
    "Numbness or tingling",
)

OUTCOMES = ("clear", "cleared by a professional")
