"""Banks made up for a test: single-choice questions, and whatever else it needs."""

from __future__ import annotations

from pathlib import Path

from running_muscles.quiz.questions import Bank, Option, Question, Single, Slot


def single(
    name: str,
    right: str,
    wrong: list[str],
    *,
    place: int = 0,
    stem: str = "Which one?",
    slot: str = "s",
) -> Single:
    """Make a question whose right option stands at a place."""
    texts = [(text, False) for text in wrong]
    texts.insert(place, (right, True))
    return Single(
        id=name,
        objective="o",
        level="recall",
        points=1,
        stem=stem,
        sources=(),
        line=7,
        slot=slot,
        options=tuple(Option(f"o{n}", text, key, "r") for n, (text, key) in enumerate(texts)),
    )


def bank(*questions: Question, quiz: str = "90-sample", slots: tuple[Slot, ...] = ()) -> Bank:
    """Make a bank; without slots it is a checkpoint."""
    return Bank(quiz, "Sample", quiz, slots, questions, Path(f"{quiz}.yaml"))


def slot(name: str, points: float = 1, objective: str = "o", level: str = "recall") -> Slot:
    """Make a slot."""
    return Slot(name, objective, level, points, 1)
