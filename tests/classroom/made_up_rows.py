"""Answers to questions that are answered row by row, and what they have earned; by the YAML alone.

Like `made_up_class`, it asks the package nothing.
"""

from fractions import Fraction
from random import Random
from typing import Any

Row = dict[str, Any]  # id, right: set of ids, wrong: id -> reason, reason
OTHER_LINE = "This belongs to another line."


def rows(question: dict[str, Any]) -> list[Row]:
    """The rows of a question with what is right there and what is told of the rest."""
    if question["type"] == "match":
        told = {one["id"]: one.get("reason", OTHER_LINE) for one in question["choices"]}
        return [_row(row, {row["answer"]}, told) for row in question["rows"]]
    if question["type"] == "gaps":
        found = []
        for gap in question["gaps"]:
            right = [one for one in gap["options"] if one.get("correct")]
            told = {one["id"]: one["reason"] for one in gap["options"]}
            found.append(_row(gap | {"reason": right[0]["reason"]}, {right[0]["id"]}, told))
        return found
    places = {place for label in question["labels"] for place in label["regions"]}
    told = dict.fromkeys([*sorted(places), "spine"], question["elsewhere"])
    return [_row(label, set(label["regions"]), told) for label in question["labels"]]


def _row(row: dict[str, Any], right: set[str], told: dict[str, str]) -> Row:
    wrong = {name: reason for name, reason in told.items() if name not in right}
    return {"id": row["id"], "right": right, "wrong": wrong, "reason": row["reason"]}


def answer(question: dict[str, Any], way: str, random: Random) -> dict[str, str]:
    """All right, all wrong, or one row right and some left open."""
    found = {}
    for number, row in enumerate(rows(question)):
        if way == "right" or (way == "partial" and number == 0):
            found[row["id"]] = random.choice(sorted(row["right"]))
        elif way == "wrong" or random.random() < 0.5:
            found[row["id"]] = random.choice(sorted(row["wrong"]))
    return found


def share(question: dict[str, Any], value: dict[str, str]) -> Fraction:
    """Each row is worth the same."""
    every = rows(question)
    return Fraction(sum(value.get(row["id"]) in row["right"] for row in every), len(every))


def reasons(question: dict[str, Any], value: dict[str, str] | None) -> set[str]:
    """The reason of every row, and of each wrong choice."""
    told = set()
    for row in rows(question):
        told.add(row["reason"])
        chosen = (value or {}).get(row["id"])
        if chosen is not None and chosen not in row["right"]:
            told.add(row["wrong"][chosen])
    return told


def all_reasons(question: dict[str, Any]) -> set[str]:
    """Everything that the bank could tell."""
    return {text for row in rows(question) for text in (row["reason"], *row["wrong"].values())}
