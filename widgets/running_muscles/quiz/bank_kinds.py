"""Of each kind of question: what stands in YAML about it alone, as its class takes it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from running_muscles.quiz import bank_rows, variants
from running_muscles.quiz.by_row import Gaps, Labels, Match
from running_muscles.quiz.questions import (
    Criterion,
    Family,
    Hotspot,
    Item,
    Mistake,
    Multiple,
    Numeric,
    Option,
    Order,
    Question,
    Region,
    Single,
    Text,
)


def _options(raw: dict[str, Any]) -> dict[str, Any]:
    return {
        "options": tuple(
            Option(
                o["id"],
                o["text"].strip(),
                o.get("correct", False),
                o["reason"].strip(),
                float(o["credit"]) if "credit" in o else None,
            )
            for o in raw["options"]
        )
    }


def _numeric(raw: dict[str, Any]) -> dict[str, Any]:
    answer, mistakes = raw["answer"], raw.get("mistakes", [])
    units = raw.get("units") or {answer["unit"]: 1}
    family = _family(raw)
    first = {each.name: each.values[0] for each in family.parameters} if family else {}

    def number(value: Any) -> float:
        return float(value) if not family else variants.work_out(str(value), first)

    return {
        "value": number(answer["value"]),
        "tolerance": float(answer["tolerance"]),
        "unit": answer["unit"],
        "units": tuple((unit, float(factor)) for unit, factor in units.items()),
        "reason": raw["reason"].strip(),
        "mistakes": tuple(
            Mistake(number(m["value"]), float(m["tolerance"]), m["reason"].strip())
            for m in mistakes
        ),
        "family": family,
    }


def _family(raw: dict[str, Any]) -> Family | None:
    numbers = [raw["answer"]["value"], *(m["value"] for m in raw.get("mistakes", []))]
    if "parameters" not in raw:
        if any(isinstance(number, str) for number in numbers):
            raise variants.ExpressionError(
                "An expression stands where there are no `parameters`. Write a number."
            )
        return None
    return Family(
        tuple(variants.parameter(name, one) for name, one in raw["parameters"].items()),
        str(numbers[0]),
        tuple(str(number) for number in numbers[1:]),
    )


def _order(raw: dict[str, Any]) -> dict[str, Any]:
    return {
        "items": tuple(Item(i["id"], i["text"].strip(), i["reason"].strip()) for i in raw["items"]),
        "any_order": tuple(tuple(group) for group in raw.get("any_order", ())),
    }


def _hotspot(raw: dict[str, Any]) -> dict[str, Any]:
    return {
        "view": raw["view"],
        "elsewhere": raw["elsewhere"].strip(),
        "regions": tuple(
            Region(r["id"], r.get("correct", False), r["reason"].strip()) for r in raw["regions"]
        ),
    }


def _text(raw: dict[str, Any]) -> dict[str, Any]:
    return {
        "max_words": raw["max_words"],
        "model_answer": raw["model_answer"].strip(),
        "rubric": tuple(
            Criterion(float(c["points"]), c["criterion"].strip()) for c in raw["rubric"]
        ),
    }


KINDS: dict[str, tuple[Callable[..., Question], Callable[[dict[str, Any]], dict[str, Any]]]] = {
    "single": (Single, _options),
    "multiple": (Multiple, _options),
    "numeric": (Numeric, _numeric),
    "order": (Order, _order),
    "hotspot": (Hotspot, _hotspot),
    "text": (Text, _text),
    "match": (Match, bank_rows.match),
    "gaps": (Gaps, bank_rows.gaps),
    "labels": (Labels, bank_rows.labels),
}
