"""Words of the course that no table explains: measuring, the stride, training."""

from __future__ import annotations

# Term -> what it means, in plain words and without numbers.
TERMS = {
    "Abduction": "Moving a leg or an arm out to the side, away from the middle of the body.",
    "Adduction": "Moving a leg or an arm back towards the middle of the body.",
    "Association": "Two things that are seen together. That alone does not show that one "
    "brings about the other.",
    "Cadence": "How many steps you take in a minute, both feet counted.",
    "Dose": "How much of an exercise you do: sets, repetitions or seconds.",
    "Early stance": "The part of a stride in which the foot lands and takes your weight.",
    "Early swing": "The part of a stride in which the leg lifts off and starts to come forward.",
    "Extension": "Opening a joint: straightening the knee, or taking the thigh back.",
    "Flexion": "Closing a joint: bending the knee, or lifting the thigh.",
    "Hold": "A test or exercise in which you keep one position as still as you can.",
    "Insertion": "The end of a muscle that moves the bone it pulls on.",
    "Isometric": "Said of a muscle that works without getting shorter or longer, as in a plank.",
    "Late stance": "The part of a stride in which the leg pushes off behind you.",
    "Late swing": "The part of a stride in which the leg reaches forward and slows down to land.",
    "Mean": "The average: all values added up and shared out evenly.",
    "Minimal detectable change (MDC)": "The smallest change between two results that stands out "
    "from the noise of a test. A smaller change may be chance.",
    "Noise": "Ups and downs in your results that have nothing to do with training, such as a bad "
    "night, a soft mat or a slow thumb.",
    "Norm": "What a certain group of people did in a test. It is not a goal and not a rule.",
    "Origin": "The end of a muscle that stays in place when it pulls.",
    "Percentile": "Your place in a group of a hundred people lined up by result. At the "
    "40th percentile, about 40 of them have a lower result.",
    "Posterior chain": "The muscles along the back of the body, from the calves up to the back.",
    "Protocol": "The recipe of a test: how it is done, when it ends, what counts.",
    "Reliability": "How well a test agrees with itself when nothing has changed.",
    "Repetition": "One full movement of an exercise.",
    "Set": "A row of repetitions, or one hold, before you rest.",
    "Stance": "The part of a stride in which the foot is on the ground.",
    "Standard deviation (SD)": "How far people in a group usually lie from the mean.",
    "Step": "From one foot's landing to the other foot's landing.",
    "Stride": "From one foot's landing to the next landing of the same foot: two steps.",
    "Swing": "The part of a stride in which the foot is in the air.",
}

# Terms that a lesson opens where it first uses them; the others are everyday words as well
# ("hold", "set", "step").
LINKED = (
    "Abduction",
    "Adduction",
    "Association",
    "Cadence",
    "Early stance",
    "Early swing",
    "Extension",
    "Flexion",
    "Isometric",
    "Late stance",
    "Late swing",
    "Minimal detectable change (MDC)",
    "Percentile",
    "Posterior chain",
    "Reliability",
    "Standard deviation (SD)",
    "Stride",
)
