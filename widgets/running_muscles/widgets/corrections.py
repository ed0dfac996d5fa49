"""Correct a result, or delete it, wherever it is shown."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from running_muscles.measure.result import Result
from running_muscles.measure.store import Store
from running_muscles.tables import protocols
from running_muscles.translation.written import number
from running_muscles.widgets.message import RefusedError
from running_muscles.widgets.speaking import _

# Counted things have no parts.
WHOLE = frozenset({"reps", "bpm", "steps/min", "m", "sets"})
EARLIER = "earlier"  # in a result's details: what it was before it was corrected


def keep_edit(store: Store, body: Mapping[str, Any], rev: int) -> None:
    """Keep what the learner changed: effort, note, and the value, whose old one stays in details.

    Raises
    ------
    RefusedError
        If the result is gone or the value cannot be right.
    StoreError
    """
    known = {result.id: result for result in store.results()}
    result = known.get(body["result"])
    if result is None:
        raise RefusedError(_("This result was deleted, so the change was not kept."))
    changed = replace(result, effort=body["effort"], note=body["note"])
    value = body.get("value", result.value)
    if value != result.value:
        changed = replace(changed, value=_sound(value, result), details=_with_old(result))
    store.record(changed, rev)


def keep_deleted(store: Store, body: Mapping[str, Any], __: int) -> None:
    """Delete a result, or bring it back.

    Raises
    ------
    RefusedError
        If the results file does not know it.
    StoreError
    """
    if not store.set_deleted(body["result"], bool(body["deleted"])):
        raise RefusedError(_("This result is not in your results file any more."))


def _sound(value: Any, result: Result) -> float:
    protocol = protocols().get(result.test)
    most = protocol.max_value if protocol and protocol.max_value is not None else math.inf
    counted = isinstance(value, int | float) and not isinstance(value, bool)
    if not counted or not math.isfinite(value) or not 0 <= value <= most:
        said = (
            _("A result is a number of 0 or more and at most {most}, so the change was not kept.")
            if math.isfinite(most)
            else _("A result is a number of 0 or more, so the change was not kept.")
        )
        raise RefusedError(said.format(most=number(most)))
    if result.unit in WHOLE and value != int(value):
        raise RefusedError(_("This is counted in whole numbers, so the change was not kept."))
    return float(value)


def _with_old(result: Result) -> dict[str, Any]:
    before = result.details.get(EARLIER, [])
    old = [*(before if isinstance(before, list) else []), result.value]
    # An estimate that was made from the old value says nothing about the new one.
    kept = {name: each for name, each in result.details.items() if name != "estimate"}
    return {**kept, EARLIER: old}
