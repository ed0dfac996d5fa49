"""A quiz of the bank, or one student's draw of it, as questions that another system can hold."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

from running_muscles.classroom.interchange.carried import Bundle, Lost
from running_muscles.quiz import public
from running_muscles.quiz.draw import drawn, seed
from running_muscles.quiz.questions import Bank, Numeric, Question
from running_muscles.quiz.variants import as_asked, members

# More would drown the other questions of a slot in one that is asked in many numbers.
MOST_VARIANTS = 12


def whole(bank: Bank) -> Bundle:
    """Return every question of a bank; one with parameters as up to `MOST_VARIANTS` questions."""
    questions: list[Question] = []
    lost: list[Lost] = []
    for question in bank.questions:
        if isinstance(question, Numeric) and question.family:
            made = variants(question)
            questions += made
            lost.append(
                Lost(
                    question.id,
                    f"its parameters; it is written as {len(made)} questions with numbers",
                    "no other system reads our expressions",
                )
            )
        else:
            questions.append(question)
    return Bundle(bank.quiz, bank.title, tuple(questions), tuple(lost))


def variants(question: Numeric) -> list[Question]:
    """Return the members of a family as questions of their own, with ids of their own."""
    return [
        replace(member, id=f"{question.id}-n{number}")
        for number, (_, member) in enumerate(islice(members(question), MOST_VARIANTS), 1)
    ]


def of_student(bank: Bank, edition: str, student: str) -> Bundle:
    """Return what one student is asked, with the student's own numbers."""
    slots = public.document(bank, edition)["slots"]
    asked = [
        as_asked(bank.question(name), seed(edition, bank.quiz, student, name))
        for name in drawn(slots, edition, bank.quiz, student).values()
    ]
    return Bundle(bank.quiz, bank.title, tuple(asked))
