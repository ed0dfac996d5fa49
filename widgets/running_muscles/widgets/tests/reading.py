"""What a learner's results mean, sentence by sentence, each with its source."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from running_muscles.measure import norms
from running_muscles.measure.about import About
from running_muscles.measure.result import Result
from running_muscles.tables import Protocol, references
from running_muscles.translation.spoken import N_
from running_muscles.widgets.speaking import _
from running_muscles.widgets.tests.sides import headed

NO_GROUP = N_(
    "We know no published group of people like you for this test. Go by your own results."
)


def reading(results: Sequence[Result], protocol: Protocol, about: About) -> list[dict[str, Any]]:
    """Compare the latest results with the learner's own, left with right, then with one group.

    Each item has a ``kind`` (``own``, ``sides`` or ``norm``), one sentence as ``text`` with its
    ``links``, and ``more``: sentences of the same form that a page may fold.

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
            words = headed(rows[-1].side, change.sentence)
            sentences.append(_item("own", words, change.citation))
    if all(of_side.get(side) for side in ("left", "right")):
        gap = norms.asymmetry(protocol.test, of_side["left"][-1].value, of_side["right"][-1].value)
        sentences.append(_item("sides", gap.sentence, gap.citation))
    for rows in of_side.values():
        if rows:
            sentences.extend(_compared(rows[-1], about))
    return sentences


def _compared(result: Result, about: About) -> list[dict[str, Any]]:
    """Hold a result against one group, the others folded; say so where no group fits."""
    found = norms.compare(
        result.test, result.value, side=result.side, sex=about.sex or None, age=about.age
    )
    if not found:
        return []
    if found[0].includes_learner is False:
        folded = [_whole(one) for one in found]
        return [_item("norm", headed(result.side, _(NO_GROUP)), "", folded)]
    first, *others = found
    text = headed(result.side, f"{first.main} {first.who_sentence}")
    folded = [_sentence(words, "") for words in first.more]
    folded += [_whole(one) for one in others]
    return [_item("norm", text, first.citation, folded)]


def _whole(one: norms.Reading) -> dict[str, Any]:
    return _sentence(one.sentence, one.citation)


def _item(
    kind: str, text: str, citation: str, more: Sequence[dict[str, Any]] = ()
) -> dict[str, Any]:
    return {"kind": kind, **_sentence(text, citation), "more": list(more)}


def _sentence(text: str, citation: str) -> dict[str, Any]:
    source = references().get(citation)
    links = [] if source is None else [{"text": source.short, "url": source.url}]
    return {"text": text, "links": links}
