"""What a learner's results mean, sentence by sentence, each with its source."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from running_muscles.measure import norms
from running_muscles.measure.about import About
from running_muscles.measure.result import Result
from running_muscles.tables import Protocol, references

LONGEST = 3


def reading(results: Sequence[Result], protocol: Protocol, about: About) -> list[dict[str, Any]]:
    """Compare the latest results with the learner's own, left with right, then with studies.

    Parameters
    ----------
    results : sequence of Result
        In order of time, all of `protocol`'s test.
    """
    if not results or not protocol.scored:
        return []
    sides = protocol.sides or ("",)
    of_side = {side: [result for result in results if result.side == side] for side in sides}
    sentences = []
    for rows in of_side.values():
        if len(rows) >= 2:
            change = norms.change(protocol.test, rows[-2].value, rows[-1].value)
            words = _sided(rows[-1].side, change.sentence)
            sentences.append(_sentence("own", words, change.citation))
    if all(of_side.get(side) for side in ("left", "right")):
        gap = norms.asymmetry(protocol.test, of_side["left"][-1].value, of_side["right"][-1].value)
        sentences.append(_sentence("own", gap.sentence, gap.citation))
    for rows in of_side.values():
        if rows:
            sentences.extend(_compared(rows[-1], about))
    return sentences


def _compared(result: Result, about: About) -> list[dict[str, Any]]:
    found = norms.compare(
        result.test, result.value, side=result.side, sex=about.sex or None, age=about.age
    )
    return [
        _sentence("norm", _sided(result.side, one.sentence), one.citation)
        for one in found[:LONGEST]
    ]


def _sided(side: str, sentence: str) -> str:
    return f"{side.capitalize()}: {sentence}" if side else sentence


def _sentence(kind: str, text: str, citation: str) -> dict[str, Any]:
    source = references().get(citation)
    links = [] if source is None else [{"text": source.short, "url": source.url}]
    return {"kind": kind, "text": text, "links": links}
