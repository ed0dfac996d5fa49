"""Keep a result that the browser's outbox sends: of a test, or of an exercise of the plan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import count
from typing import Any

from running_muscles.measure.fit import fitted
from running_muscles.measure.result import Result
from running_muscles.measure.store import Store


def keep_result(store: Store, body: Mapping[str, Any], rev: int) -> None:
    """Keep a result, or a later word on it; the same one may arrive many times.

    Raises
    ------
    ResultError
        If it cannot be right.
    StoreError
    """
    result = fitted(Result.from_mapping(body))
    kept = replace(result, trial=_trial(result, store.results(result.test, result.side)))
    store.record(kept, rev, deleted=bool(body.get("discarded")))


def _trial(result: Result, kept: Sequence[Result]) -> int:
    """Return which trial of its day and side a result is: the file decides, not the page.

    The same test may be open in two places, which both believe that theirs is the first. A trial
    that was discarded leaves its number free.
    """
    mine = next((each.trial for each in kept if each.id == result.id), None)
    if mine is not None:
        return mine
    day = result.local_time.date()
    taken = {each.trial for each in kept if each.local_time.date() == day}
    return next(number for number in count(1) if number not in taken)
