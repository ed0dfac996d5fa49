"""A class of twenty that nobody has met: their answers, and the marks that these have earned.

Nothing here asks the package: the key is read from the YAML of the bank, by id, and the marks
are worked out with fractions.
"""

import csv
import hashlib
import math
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from itertools import combinations
from pathlib import Path
from random import Random
from typing import Any

import yaml

from classroom import made_up_rows

REPOSITORY = Path(__file__).parents[2]
ASSESSMENTS = REPOSITORY / "assessments"
EDITION = "open"  # of the worked example
QUIZZES = sorted(path.parent.name for path in (ASSESSMENTS / "source").glob("*/questions.json"))

# How each of the twenty answers.
WAYS = ["right"] * 3 + ["wrong"] * 3 + ["partial"] * 4 + ["missing"] + ["mixed"] * 9
ROWED = ("match", "gaps", "labels")
STUDENTS = {f"student-{number:02}": way for number, way in enumerate(WAYS, 1)}

with (REPOSITORY / "data" / "body_regions.csv").open(encoding="utf-8") as file:
    REGIONS = {row["region"]: row for row in csv.DictReader(file)}


@dataclass(frozen=True)
class Paper:
    """What one student hands in for one quiz, and what a person gives for the written answer."""

    answers: dict[str, Any]
    by_hand: Fraction


@cache
def _bank(quiz: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Slots in their order, and questions with what their slot says of them."""
    bank = yaml.safe_load((ASSESSMENTS / "bank" / f"{quiz}.yaml").read_text(encoding="utf-8"))
    slots = {slot["id"]: slot for slot in bank["slots"]}
    return slots, {q["id"]: slots[q["slot"]] | q for q in bank["questions"]}


@cache
def asked(quiz: str, student: str) -> list[dict[str, Any]]:
    """The questions that a student gets, in their order, with the student's own numbers.

    The draw is worked out here once more: in each slot the question with the highest hash.
    """
    slots, questions = _bank(quiz)
    drawn = []
    for slot in slots:
        filling = [name for name, question in questions.items() if question["slot"] == slot]
        lots = {
            name: hashlib.sha256("\n".join([EDITION, quiz, student, slot, name]).encode())
            for name in filling
        }
        drawn.append(questions[max(filling, key=lambda name: lots[name].hexdigest())])
    return [_own_numbers(quiz, student, question) for question in drawn]


def _own_numbers(quiz: str, student: str, question: dict[str, Any]) -> dict[str, Any]:
    """Fill in the parameters of a question; `eval` is good enough for a bank of our own."""
    if "parameters" not in question:
        return question
    lot = Random("\n".join([EDITION, quiz, student, question["id"]]))
    values: dict[str, float] = {}
    for name in sorted(question["parameters"]):
        raw = question["parameters"][name]
        choices = raw.get("values") or [
            raw["from"] + n * raw["step"]
            for n in range(int((raw["to"] - raw["from"]) / raw["step"] + 1e-9) + 1)
        ]
        values[name] = choices[int(lot.random() * len(choices))]
    functions = {"round": round, "floor": math.floor, "ceil": math.ceil, "sqrt": math.sqrt}

    def number(expression: Any) -> float:
        return float(eval(str(expression), {"__builtins__": {}}, functions | values))

    answer = question["answer"] | {"value": number(question["answer"]["value"])}
    shown = values | {"answer": answer["value"]}

    def filled(text: str) -> str:
        for name, value in shown.items():
            text = text.replace(f"{{{name}}}", f"{float(value):.10g}")
        return text

    mistakes = [
        mistake | {"value": number(mistake["value"]), "reason": filled(mistake["reason"])}
        for mistake in question.get("mistakes", [])
    ]
    return question | {"answer": answer, "mistakes": mistakes, "reason": filled(question["reason"])}


def paper(quiz: str, student: str) -> Paper:
    """The same answers on every machine: the seed is the quiz and the student."""
    random = Random(f"{quiz}/{student}")
    answers: dict[str, Any] = {}
    by_hand = Fraction(0)
    for question in asked(quiz, student):
        way = STUDENTS[student]
        if way == "mixed":
            way = random.choice(["right", "wrong", "partial", "missing"])
        if way != "missing":
            answers[question["id"]] = _ANSWERS[question["type"]](question, way, random)
        if question["type"] == "text" and way != "missing":
            by_hand = Fraction(random.randint(0, int(2 * question["points"])), 2)
    return Paper(answers, by_hand)


def _ids(parts: list[dict[str, Any]], correct: bool) -> list[str]:
    return [part["id"] for part in parts if part.get("correct", False) is correct]


def _single(question: dict[str, Any], way: str, random: Random) -> str:
    options = question["options"]
    if way == "partial":
        return str(random.choice(options)["id"])
    return random.choice(_ids(options, way == "right"))


def _multiple(question: dict[str, Any], way: str, random: Random) -> list[str]:
    right, wrong = (_ids(question["options"], correct) for correct in (True, False))
    chosen = {
        "right": right,
        "wrong": random.sample(wrong, random.randint(1, len(wrong))),
        "partial": random.sample(right, random.randint(1, len(right)))
        + random.sample(wrong, random.randint(0, 1)),
    }[way]
    return random.sample(chosen, len(chosen))


def _numeric(question: dict[str, Any], way: str, random: Random) -> dict[str, Any]:
    answer = question["answer"]
    value, tolerance = _exact(answer["value"]), _exact(answer["tolerance"])
    units = question.get("units") or {answer["unit"]: 1}
    unit = random.choice(list(units))
    if way == "wrong":
        far = [value + 2 * tolerance + 1, -value - 2 * tolerance - 1]
        mistakes = [_exact(mistake["value"]) for mistake in question.get("mistakes", [])]
        number = random.choice([*far, *mistakes, *mistakes])
        return {"number": float(number), "unit": answer["unit"]}
    if way == "partial" or not tolerance:  # on the very edge of what counts
        edge = value + random.choice([-1, 1]) * tolerance
        return {"number": float(edge), "unit": answer["unit"]}
    number = (value + random.choice([-1, 0, 1]) * tolerance / 2) / _exact(units[unit])
    return {"number": float(number), "unit": unit}


def _order(question: dict[str, Any], way: str, random: Random) -> list[str]:
    ids = [item["id"] for item in question["items"]]
    if way == "wrong":
        return ids[::-1]
    if way == "partial":
        place = random.randrange(len(ids) - 1)
        ids[place : place + 2] = ids[place : place + 2][::-1]
    return ids


def _hotspot(question: dict[str, Any], way: str, random: Random) -> str:
    right, named = (_ids(question["regions"], correct) for correct in (True, False))
    here = [name for name, row in REGIONS.items() if row["view"] == question["view"]]
    elsewhere = sorted(set(here) - set(right) - set(named))
    choices = {"right": [right], "wrong": [named or elsewhere, elsewhere], "partial": [right, here]}
    return random.choice(random.choice(choices[way]))


def _text(question: dict[str, Any], way: str, random: Random) -> str:
    # Without the bank's own marks, which a page shows letter by letter in a written answer.
    said = question["rubric"][0]["criterion"].replace("*", "")
    return f"My answer is {way}: {said} & <i>{random.random()}</i>"


_ANSWERS: dict[str, Callable[[dict[str, Any], str, Random], Any]] = {
    "single": _single,
    "multiple": _multiple,
    "numeric": _numeric,
    "order": _order,
    "hotspot": _hotspot,
    "text": _text,
    **dict.fromkeys(ROWED, made_up_rows.answer),
}


def _exact(number: float) -> Fraction:
    """0.1 as one tenth, not as the binary number next to it."""
    return Fraction(str(number))


def mark(question: dict[str, Any], value: Any) -> float:
    """The points that an answer has earned; a written one is not for us to mark."""
    share = Fraction(0) if value is None else _SHARES[question["type"]](question, value)
    return float(round(_exact(question["points"]) * share, 2))


def _one_right(parts: list[dict[str, Any]], value: str) -> Fraction:
    return Fraction(value in _ids(parts, True))


def _credited(options: list[dict[str, Any]], chosen: list[str]) -> Fraction:
    """What a bank gives by its own measure; nothing where it has none."""
    shares = (_exact(one.get("credit", 0)) for one in options if one["id"] in chosen)
    return max(Fraction(0), sum(shares, Fraction(0)))


def _ticked(question: dict[str, Any], value: list[str]) -> Fraction:
    if any("credit" in option for option in question["options"]):
        return _credited(question["options"], value)
    right, wrong = (set(_ids(question["options"], correct)) for correct in (True, False))
    hits, misses = len(right & set(value)), len(wrong & set(value))
    return max(Fraction(0), Fraction(hits, len(right)) - Fraction(misses, len(wrong)))


def is_near(question: dict[str, Any], value: dict[str, Any], wanted: dict[str, Any]) -> bool:
    """Whether a number lies within the tolerance of an answer or a known mistake."""
    units = question.get("units") or {question["answer"]["unit"]: 1}
    given = _exact(value["number"]) * _exact(units[value["unit"]])
    return abs(given - _exact(wanted["value"])) <= _exact(wanted["tolerance"])


def _sorted(question: dict[str, Any], value: list[str]) -> Fraction:
    right = [item["id"] for item in question["items"]]
    free = [set(group) for group in question.get("any_order", [])]
    pairs = [
        pair for pair in combinations(right, 2) if not any(set(pair) <= group for group in free)
    ]
    swapped = sum(value.index(first) > value.index(second) for first, second in pairs)
    return max(Fraction(0), 1 - Fraction(2 * swapped, len(pairs)))


_SHARES: dict[str, Callable[[dict[str, Any], Any], Fraction]] = {
    "single": lambda question, value: (
        _credited(question["options"], [value]) or _one_right(question["options"], value)
    ),
    "multiple": _ticked,
    "numeric": lambda question, value: Fraction(is_near(question, value, question["answer"])),
    "order": _sorted,
    "hotspot": lambda question, value: _one_right(question["regions"], value),
    **dict.fromkeys(ROWED, made_up_rows.share),
}


def reasons(question: dict[str, Any], value: Any) -> set[str]:
    """The reasons that a page must tell: of what was chosen, and of what is right. No others."""
    kind = question["type"]
    if kind in ROWED:
        return made_up_rows.reasons(question, value)
    if kind in ("single", "multiple"):
        chosen = {value} if isinstance(value, str) else set(value or ())
        options = question["options"]
        return {o["reason"] for o in options if o.get("correct") or o["id"] in chosen}
    if kind == "order":
        return {item["reason"] for item in question["items"]}
    if kind == "hotspot":
        regions = question["regions"]
        told = {r["reason"] for r in regions if r.get("correct") or r["id"] == value}
        named = value is None or value in {region["id"] for region in regions}
        return told if named else told | {question["elsewhere"]}
    if kind == "numeric":
        told = {question["reason"]}
        if value is not None and not is_near(question, value, question["answer"]):
            met = [m for m in question.get("mistakes", []) if is_near(question, value, m)]
            told |= {mistake["reason"] for mistake in met[:1]}
        return told
    return set()


def all_reasons(question: dict[str, Any]) -> set[str]:
    """Everything that the bank could tell about a question."""
    if question["type"] in ROWED:
        return made_up_rows.all_reasons(question)
    parts = [
        part
        for name in ("options", "items", "regions", "mistakes")
        for part in question.get(name, [])
    ]
    own = {question[name] for name in ("reason", "elsewhere") if name in question}
    return own | {part["reason"] for part in parts}
