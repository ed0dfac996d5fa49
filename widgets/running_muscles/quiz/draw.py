"""Draw the questions of a quiz from its bank: the same ones on every machine, for ever."""

from __future__ import annotations

import hashlib

from running_muscles.quiz.public import COURSE
from running_muscles.quiz.questions import Bank, Question, Text


def draw(bank: Bank) -> tuple[Question, ...]:
    """Return the drawn questions in the bank's order, the one free text last.

    A hash of course, quiz and question id takes the place of a random number, so that adding a
    question to the bank changes little. Question types and then objectives not met yet go first.

    Raises
    ------
    ValueError
        When the bank has no `draw`, or cannot meet it.
    """
    if bank.draw is None:
        raise ValueError(f"{bank.path.name} is a checkpoint: it has no `draw`")
    lots = sorted(bank.questions, key=lambda question: _lot(bank, question))
    written = [question for question in lots if isinstance(question, Text)][:1]
    others = [question for question in lots if not isinstance(question, Text)]
    if not written or len(others) < bank.draw - 1:
        raise ValueError(f"{bank.path.name} cannot fill a quiz of {bank.draw} questions")
    drawn: list[Question] = list(written)
    while len(drawn) < bank.draw:
        types = {question.type for question in drawn}
        objectives = {question.objective for question in drawn}
        best = min(
            (question for question in others if question not in drawn),
            key=lambda question: (question.type in types, question.objective in objectives),
        )
        drawn.append(best)
    place = {question.id: n for n, question in enumerate(bank.questions)}
    drawn.sort(key=lambda question: (isinstance(question, Text), place[question.id]))
    return tuple(drawn)


def _lot(bank: Bank, question: Question) -> str:
    return hashlib.sha256(f"{COURSE}/{bank.quiz}/{question.id}".encode()).hexdigest()
