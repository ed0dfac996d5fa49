"""From YAML to the questions that are answered row by row (`running_muscles.quiz.by_row`)."""

from __future__ import annotations

from typing import Any

from running_muscles.quiz.by_row import Gap, Label, Pair, Partner
from running_muscles.quiz.questions import Option


def match(raw: dict[str, Any]) -> dict[str, Any]:
    """Return rows and choices of a `Match`."""
    return {
        "rows": tuple(
            Pair(r["id"], r["text"].strip(), r["answer"], r["reason"].strip()) for r in raw["rows"]
        ),
        "choices": tuple(
            Partner(c["id"], c["text"].strip(), c.get("reason", "").strip()) for c in raw["choices"]
        ),
    }


def gaps(raw: dict[str, Any]) -> dict[str, Any]:
    """Return text and gaps of a `Gaps`."""
    return {
        "text": raw["text"].strip(),
        "gaps": tuple(
            Gap(
                g["id"],
                tuple(
                    Option(o["id"], o["text"].strip(), o.get("correct", False), o["reason"].strip())
                    for o in g["options"]
                ),
            )
            for g in raw["gaps"]
        ),
    }


def labels(raw: dict[str, Any]) -> dict[str, Any]:
    """Return view and labels of a `Labels`."""
    return {
        "view": raw["view"],
        "elsewhere": raw["elsewhere"].strip(),
        "labels": tuple(
            Label(one["id"], one["text"].strip(), tuple(one["regions"]), one["reason"].strip())
            for one in raw["labels"]
        ),
    }
