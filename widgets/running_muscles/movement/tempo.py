"""How long one repetition of a movement takes, as the drawn person does it."""

from __future__ import annotations

from running_muscles.movement.poses import movement

# The short rest of the person where a movement begins (START in js/lib/figure/motion.js).
START = 0.3


def seconds_per_repetition(name: str) -> float:
    """Return the seconds of one repetition, from the times of the key poses.

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
    length: float = drawn["times"][-1]
    if len(drawn["frames"]) == 1:
        return 1.0
    if drawn["loop"] == "back":
        return 2 * length + float(drawn["rest"]) + START
    # The way round the corner; a loop that is mirrored holds a repetition of each side.
    return length + float(drawn["times"][drawn["keys"][1]])
