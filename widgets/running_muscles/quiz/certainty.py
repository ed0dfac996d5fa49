"""How sure a learner was: a mark beside the answer that is kept as data and changes no points."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from running_muscles.quiz.scoring import NO_ANSWER, PARTLY, RIGHT, TO_MARK, WRONG

SURE, FAIRLY, GUESS = "sure", "fairly", "guess"
LEVELS = (SURE, FAIRLY, GUESS)

_TOLD = {
    (SURE, RIGHT): "You were sure, and you were right.",
    (SURE, PARTLY): "You were sure, and part of it is right. Look at the rest once more.",
    (SURE, WRONG): "You were sure, and it is not right. This one is worth another look.",
    (FAIRLY, RIGHT): "You were fairly sure, and you were right.",
    (FAIRLY, PARTLY): "You were fairly sure, and part of it is right.",
    (FAIRLY, WRONG): "You were fairly sure, and it is not right.",
    (GUESS, RIGHT): "You guessed, and it is right. Read why, and you will know it next time.",
    (GUESS, PARTLY): "You guessed, and part of it is right. Read why.",
    (GUESS, WRONG): "You guessed, and it is not right. Read why.",
}


def level(entry: Any) -> str:
    """Return how sure a learner was, by an entry of ``responses.json``; "" where it says none.

    The entry comes from a learner's machine: whatever else stands there is no mark.
    """
    found = entry.get("certainty") if isinstance(entry, Mapping) else None
    return found if isinstance(found, str) and found in LEVELS else ""


def told(mark: str, verdict: str) -> str:
    """Return the sentence of the feedback; "" without a mark or a verdict."""
    return "" if verdict in (NO_ANSWER, TO_MARK) else _TOLD.get((mark, verdict), "")
