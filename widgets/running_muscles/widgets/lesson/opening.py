"""The movement that stands for a lesson: on the course map, and at the lesson's head."""

from __future__ import annotations

# Lesson -> an exercise or a self-assessment whose picture tells what the lesson is about.
FIGURES = {
    "00-start-here": "reaction_warm_up",
    "01-not-just-legs": "cadence",
    "02-glutes": "single_leg_bridge_hold",
    "03-core": "front_plank",
    "04-arm-swing": "seated_arm_swing",
    "05-quadriceps": "squat",
    "06-hip-flexors": "standing_march",
    "07-hamstrings": "hamstring_bridge",
    "08-calves": "single_leg_calf_raise",
    "09-big-toe": "single_leg_balance",
    "10-heart": "easy_run",
    "11-running-form": "pull_standing_band",
    "12-your-plan": "weighted_deadlift",
}
