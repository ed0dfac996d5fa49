"""Interactive figures of the lessons: ``rm.figures.noise()`` and the others.

Every number comes from ``data/``. A figure shows itself, then a caption: what to try, what to
see, where the numbers come from, and the same in a table for those who cannot see or move it.
"""

from running_muscles.widgets.figures.energy import arm_swing_cost, drivers_by_speed
from running_muscles.widgets.figures.heart import resting_hr
from running_muscles.widgets.figures.load import longest_run_spike
from running_muscles.widgets.figures.noise import noise
from running_muscles.widgets.figures.planks import plank_references
from running_muscles.widgets.figures.speed import cadence_step_length, force_by_speed
from running_muscles.widgets.figures.steps import heel_lifts_per_mile
from running_muscles.widgets.figures.stride import muscle_timing

__all__ = [
    "arm_swing_cost",
    "cadence_step_length",
    "drivers_by_speed",
    "force_by_speed",
    "heel_lifts_per_mile",
    "longest_run_spike",
    "muscle_timing",
    "noise",
    "plank_references",
    "resting_hr",
]
