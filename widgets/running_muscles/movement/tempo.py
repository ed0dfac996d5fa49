"""How long a movement takes, as the drawn person does it."""

from __future__ import annotations

from running_muscles.movement.poses import movement

# The short rest of the person where a movement begins (START in js/lib/figure/motion.js).
START = 0.3
STILL = 1.0


def loop_seconds(name: str) -> float:
    """Return the seconds after which the drawn person begins again, from the times of its poses.

    Parameters
    ----------
    name : str
        Id of an exercise or of a self-assessment.

    Raises
    ------
    ValueError
        If there is no such movement.
    """
    drawn = movement(name)
    length = float(drawn["times"][-1])
    if len(drawn["frames"]) == 1:
        return STILL
    if drawn["loop"] == "back":
        return 2 * length + float(drawn["rest"]) + START
    corner = float(drawn["times"][drawn["keys"][1]])
    return (length + corner) * (2 if drawn.get("mirrored") else 1)


def seconds_per_repetition(name: str) -> float:
    """Return the seconds of one repetition; a mirrored loop holds one of each side."""
    return loop_seconds(name) / (2 if movement(name).get("mirrored") else 1)
