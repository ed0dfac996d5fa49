"""When a question comes back. FSRS decides, and stands behind this one name.

Days are the learner's own. The steps are ours: what was missed comes back the next day, what was
right after two days at the earliest, so that it comes later than what was missed, and nothing is
put off for more than a year. All between is FSRS with the weights that its authors ship.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from fsrs import Card, Rating, Scheduler

from running_muscles.measure.answer import MISSED, PARTLY, RIGHT, Answer

NEXT_DAY = timedelta(days=1)
AFTER_RIGHT = timedelta(days=2)
LONGEST_DAYS = 365
RATINGS = {RIGHT: Rating.Good, PARTLY: Rating.Hard, MISSED: Rating.Again}
# Without fuzz: the same answers give the same days, on every machine.
SCHEDULER = Scheduler(
    learning_steps=(NEXT_DAY,),
    relearning_steps=(NEXT_DAY,),
    maximum_interval=LONGEST_DAYS,
    enable_fuzzing=False,
)


def next_due(answers: Iterable[Answer], today: date) -> date | None:
    """Return the day on which a question is due.

    Parameters
    ----------
    answers : iterable of Answer
        All answers to this question. Those given after the answer was shown do not count.
    today : datetime.date
        The learner's day. What a clock ahead of it dated later counts as given today.

    Returns
    -------
    datetime.date or None
        None when no answer counts.
    """
    counted = sorted((one for one in answers if not one.shown), key=lambda one: (one.at, one.id))
    if not counted:
        return None
    days = [min(answer.day, today) for answer in counted]
    # Number and date are given, since the library would take both from the clock.
    card = Card(card_id=0, due=_midnight(days[0]))
    for answer, day in zip(counted, days, strict=True):
        card, _ = SCHEDULER.review_card(card, RATINGS[answer.verdict], _midnight(day))
    due = card.due.date()
    return max(due, days[-1] + AFTER_RIGHT) if counted[-1].verdict == RIGHT else due


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
