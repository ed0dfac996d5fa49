"""Whether an answer tells anything, or only repeats what was shown a moment ago."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from running_muscles.measure.answer import REVIEW, RIGHT, Answer

# After so many tries a checkpoint shows the answer, and a quick check has told most of it.
TRIES_BEFORE_THE_ANSWER = 2


def was_shown(before: Iterable[Answer], day: date) -> bool:
    """Return whether the answer to a question was seen on a day.

    A sitting is a learner's day: a page that is run again, or another copy of it, does not make
    somebody forget.

    Parameters
    ----------
    before : iterable of Answer
        Earlier answers to this question.
    day : datetime.date
        The learner's day.
    """
    given = [answer for answer in before if answer.day == day]
    seen = any(one.shown or one.verdict == RIGHT or one.asked_in == REVIEW for one in given)
    return seen or len(given) >= TRIES_BEFORE_THE_ANSWER
