"""Time the statistics of a report on made-up answers of thousands of people.

Tens of thousands of answers are to be judged in a second. Reading the hand-ins is not in it.

Run: python -m bench.report [numbers of people ...]
"""

from __future__ import annotations

import random
import sys
import time
from pathlib import Path

from running_muscles.classroom.folder import Classroom
from running_muscles.classroom.report.objectives import learned
from running_muscles.classroom.report.questions import figures
from running_muscles.classroom.report.sat import Sat, answers
from running_muscles.classroom.source import quiz_source
from running_muscles.quiz.hand_in import HandIn
from running_muscles.quiz.questions import Multiple, Question, Single

ASSESSMENTS = Path(__file__).parents[1] / "assessments"
QUIZ = "03-core"
SIZES = (1000, 3000, 5000)


def value(question: Question, lot: random.Random) -> object:
    """Return an answer by lot; only what has options is answered."""
    if isinstance(question, Single):
        return lot.choice(question.options).id
    if isinstance(question, Multiple):
        return [option.id for option in question.options if lot.random() < 0.5]
    return None


def measure(size: int) -> str:
    """Return a row of the table."""
    source = quiz_source(Classroom.of(ASSESSMENTS).coursedir, QUIZ, QUIZ)
    assert source is not None
    lot = random.Random(size)
    hand_ins = {}
    for number in range(size):
        asked = source.asked(f"student-{number}")
        hand_ins[f"student-{number}"] = HandIn(
            asked, {slot: value(question, lot) for slot, question in asked.items()}
        )
    table = answers(source, hand_ins, {})
    begin = time.perf_counter()
    sat = Sat(source, (), table)
    figures(sat)
    learned([sat])
    took = time.perf_counter() - begin
    return f"{size:>8}{len(table):>10}{took:>10.2f}{len(table) / took:>14.0f}"


def main() -> None:
    """Print the table."""
    print(f"{'people':>8}{'answers':>10}{'seconds':>10}{'answers/s':>14}")
    for size in [int(word) for word in sys.argv[1:]] or SIZES:
        print(measure(size))


if __name__ == "__main__":
    main()
