"""The class: one named submission per way in which a hand-in can go right or wrong.

Each entry changes a freshly fetched copy of the quiz 90-sample. `marks` are worked out by hand
from the bank, question by question, in the order of the quiz; None waits for a person.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

QUIZ = "90-sample"
QUESTIONS = ("pick-red", "tick-even", "give-seconds", "sort-planets", "point-calf", "write-how")
# The slot that each of them fills, which is the graded cell.
SLOTS = dict(
    zip(QUESTIONS, ("colour", "parity", "length", "sorting", "place", "words"), strict=True)
)
AT = "2026-11-21T10:00:00.000Z"

GOOD: dict[str, Any] = {
    "pick-red": "blood",
    "tick-even": ["four", "two"],
    "give-seconds": {"number": 60, "unit": "min"},
    "sort-planets": ["mercury", "venus", "earth", "mars"],
    "point-calf": "calves-soleus-left",
    "write-how": "Fields, mostly.",
}
FULL = (1, 2, 2, 3, 1, None)
NOTHING = (0, 0, 0, 0, 0, 0)


@dataclass(frozen=True)
class Submission:
    change: Callable[[Path], None]
    marks: tuple[float | None, ...] | None  # None: no mark at all, since nothing can be read
    # Words of the sentence that the instructor's log and the learner's page must both hold.
    sentence: str = ""


def document(answers: dict[str, Any], **changes: Any) -> dict[str, Any]:
    responses = {name: {"value": value, "at": AT} for name, value in answers.items()}
    return {"format": 1, "quiz": QUIZ, "responses": responses} | changes


def saved(answers: dict[str, Any], **changes: Any) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        text = json.dumps(document(answers, **changes))
        (folder / "responses.json").write_text(text, encoding="utf-8")

    return change


def written(data: bytes) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        (folder / "responses.json").write_bytes(data)

    return change


def with_one_bad(name: str, value: str) -> Callable[[Path], None]:
    """All good answers, but one whose value is this piece of JSON."""

    def change(folder: Path) -> None:
        text = json.dumps(document(GOOD | {name: "HERE"})).replace('"HERE"', value)
        (folder / "responses.json").write_text(text, encoding="utf-8")

    return change


CUT_SHORT = json.dumps(document(GOOD)).encode()[:-40]
HOSTILE_TEXT = (
    "</pre></section><script>alert(1)</script> <img src=x onerror=alert(2)> $\\alpha$ # Title\n\n"
    "[link](javascript:alert(3)) `code` **bold** ### BEGIN SOLUTION {{ resources }} {% raw %}"
)

ANSWERS = {
    "good": Submission(saved(GOOD), FULL),
    "partial": Submission(
        saved(
            {
                "pick-red": "rust",
                "tick-even": ["two"],  # 1 of 2 right ones, nothing wrong
                "give-seconds": {"number": 60, "unit": "s"},
                "sort-planets": ["venus", "mercury", "earth", "mars"],  # 5 of 6 pairs: 2/3
                "point-calf": "head",
            }
        ),
        (0, 1, 0, 2, 0, 0),
    ),
    "wrong": Submission(
        saved(
            {
                "pick-red": "milk",
                "tick-even": ["three", "five"],
                "give-seconds": {"number": -1e300, "unit": "min"},
                "sort-planets": ["mars", "earth", "venus", "mercury"],
                "point-calf": "calves-soleus-right",
                "write-how": "It does not.",
            }
        ),
        (0, 0, 0, 0, 0, None),
    ),
    "ticks-all": Submission(
        saved(GOOD | {"tick-even": ["two", "three", "four", "five"]}), (1, 0, 2, 3, 1, None)
    ),
    "unanswered": Submission(saved({}), NOTHING),
    "cleared": Submission(
        saved({"pick-red": None, "tick-even": [], "sort-planets": [], "write-how": "  \n "}),
        NOTHING,
    ),
    "no-file": Submission(lambda folder: None, None, "There is no responses.json"),
    "empty-file": Submission(written(b"\n"), None, "responses.json is empty"),
    "cut-short": Submission(written(CUT_SHORT), None, "damaged or cut short"),
    "latin-1": Submission(written('{"format": "ä"}'.encode("latin-1")), None, "not UTF-8"),
    "huge": Submission(written(b" " * 300_000), None, "larger than 256 kB"),
    "deep": Submission(written(b"[" * 100_000), None, "responses.json is"),
    "a-list": Submission(written(b"[]"), None, "a format that this course does not know"),
    "new-format": Submission(saved(GOOD, format=2), None, "a format that this course"),
    "other-quiz": Submission(
        saved(GOOD, quiz="07-<b>hamstrings"), None, "belongs to the quiz '07-"
    ),
    "wrong-types": Submission(
        saved(
            {
                "pick-red": ["blood"],
                "tick-even": "two",
                "give-seconds": 3600,
                "sort-planets": ["mercury", "venus", "earth"],
                "point-calf": {"region": "calves-soleus-left"},
                "write-how": ["Fields"],
            }
        ),
        NOTHING,
        "The answer to question 3 ('give-seconds') is not a number with a unit",
    ),
    "true-and-false": Submission(
        saved(GOOD | {"pick-red": True, "give-seconds": {"number": True, "unit": "s"}}),
        (0, 2, 0, 3, 1, None),
        "The answer to question 1 ('pick-red') is not an option",
    ),
    "foreign-option": Submission(
        saved(GOOD | {"pick-red": "<i>ruby</i>", "tick-even": ["two", "two", "four"]}),
        (0, 0, 2, 3, 1, None),
        "The answer to question 2 ('tick-even') names an option twice",
    ),
    "not-a-number": Submission(
        with_one_bad("give-seconds", '{"number": NaN, "unit": "s"}'),
        (1, 2, 0, 3, 1, None),
        "The answer to question 3 ('give-seconds') is not a finite number",
    ),
    "endless-number": Submission(
        with_one_bad("give-seconds", '{"number": ' + "9" * 9_000 + ', "unit": "s"}'),
        (1, 2, 0, 3, 1, None),
        "is not a finite number",
    ),
    "extra-question": Submission(
        saved(GOOD | {"write-score": 100}), FULL, "answers 'write-score', which this student"
    ),
    "essay": Submission(saved(GOOD | {"write-how": "word " * 3_000}), FULL),
    "hostile-text": Submission(saved(GOOD | {"write-how": HOSTILE_TEXT}), FULL),
    "half-character": Submission(
        with_one_bad("write-how", '"fields \\ud800 \\u0000 \\u202e end"'), FULL
    ),
}
