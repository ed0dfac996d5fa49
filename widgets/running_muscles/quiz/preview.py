"""What a student sees of a quiz, as plain text, with the key beside it for the instructor."""

from __future__ import annotations

from collections.abc import Iterable

from running_muscles.quiz import public
from running_muscles.quiz.by_row import asked as asked_of
from running_muscles.quiz.draw import drawn, seed
from running_muscles.quiz.questions import Bank, Question
from running_muscles.quiz.scoring import score
from running_muscles.quiz.variants import as_asked


def shown(banks: Iterable[Bank], name: str, edition: str, student: str) -> str:
    """Return a question, or a student's draw of a whole quiz.

    Parameters
    ----------
    banks
        The banks of a class.
    name
        The id of a question or of a quiz.
    edition, student
        They decide the draw and the numbers.

    Raises
    ------
    KeyError
        When nothing has that name.
    """
    banks = list(banks)
    for bank in banks:
        if bank.quiz == name:
            slots = public.document(bank, edition)["slots"]
            asked = drawn(slots, edition, bank.quiz, student)
            parts = [f"{bank.title}, as {student} gets it in edition {edition}"]
            for number, (slot, question_id) in enumerate(asked.items(), 1):
                question = _asked(bank, question_id, edition, student)
                parts.append(f"{number}. [{slot}, {question.points:g}] {_text(question)}")
            return "\n\n".join(parts)
    for bank in banks:
        if name in [question.id for question in bank.questions]:
            return _text(_asked(bank, name, edition, student))
    raise KeyError(name)


def _asked(bank: Bank, question_id: str, edition: str, student: str) -> Question:
    question = bank.question(question_id)
    return as_asked(question, seed(edition, bank.quiz, student, question_id))


def _text(question: Question) -> str:
    lines = [f"{question.id} ({question.type})", asked_of(question)]
    for part in score(question, None).parts:
        mark = "+" if part.correct else "-"
        reason = f": {part.reason}" if part.reason else ""
        lines.append(f"  {mark} {part.text}{reason}")
    return "\n".join(lines)
