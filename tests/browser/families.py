"""Real widgets for the plain page: their state as Python makes it, and how to get a first entry."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

import running_muscles
from browser.conftest import plain
from running_muscles.measure import screening
from running_muscles.measure.result import Result
from running_muscles.measure.store import Store
from running_muscles.plan.wishes import Wishes

# Public name -> its script.
ASSESSMENTS = {
    "PlankHold": "hold",
    "SidePlank": "hold",
    "SingleLegBridgeHold": "hold",
    "StanceEyesOpen": "hold",
    "StanceEyesClosed": "hold",
    "TimerWarmUp": "hold",
    "PushUpCount": "count",
    "SingleLegSquatCount": "count",
    "HamstringBridgeCount": "count",
    "HeelRaiseCount": "count",
    "RestingPulse": "tap",
    "PulseRecovery": "tap",
    "Cadence": "tap",
    "SingleLegSquatQuality": "observe",
    "ModifiedThomas": "observe",
    "PaperGrip": "observe",
    "JumpInPlace": "observe",
    "Cooper": "calculate",
    "Rockport": "calculate",
    "OneMileJog": "calculate",
}
RUNNERS = {"WarmUpRunner": "runner", "PullDrills": "runner"}
OTHERS = {
    "Log": "log",
    "ResultsFile": "results",
    "Screening": "screening",
    "Session": "session",
}
WIDGETS = {**ASSESSMENTS, **RUNNERS, **OTHERS}
# One widget for each script.
FAMILIES = ("PlankHold", "HeelRaiseCount", "RestingPulse", "PaperGrip", "Cooper", "WarmUpRunner")

# A plan, and a day of it that has a session.
PLAN = {
    "rev": 1,
    "wishes": Wishes(date(2026, 11, 23), weeks=4).as_mapping(),
    "standings": [],
    "age": None,
}
MORE: dict[str, dict[str, Any]] = {"Session": {"day": "2026-11-23"}}

SAMPLES = (
    ("one", "front_plank", "", 61.2, "s"),
    ("two", "side_plank", "left", 40.1, "s"),
    ("three", "single_leg_heel_raise", "right", 24, "reps"),
)


def sample_store(path: Path, *, cleared: bool = True, results: bool = False) -> Store:
    """Make a results file, by default of someone whose health questions are clear."""
    store = Store(path)
    if cleared:
        store.remember("screening", {"outcome": "clear", "version": screening.VERSION, "at": 0})
    for day, (name, test, side, value, unit) in enumerate(SAMPLES if results else ()):
        at = f"2026-11-{10 + day}T09:00:00+00:00"
        store.record(Result(name, test, value, unit, at, side, note="after a run", effort=6))
    return store


@cache
def state(name: str, *, cleared: bool = True, results: bool | None = None) -> dict[str, Any]:
    """Return the state that a widget sends to the browser when it is shown.

    Results are there for the log and its like, unless told otherwise.
    """
    filled = name in OTHERS if results is None else results
    with tempfile.TemporaryDirectory() as folder:
        store = sample_store(Path(folder) / "results.sqlite3", cleared=cleared, results=filled)
        store.remember("plan", PLAN)
        return traits(getattr(running_muscles, name)(store, **MORE.get(name, {})).front)


def traits(front: Any) -> dict[str, Any]:
    """Return what a widget's front sends to the browser."""
    own = [trait for trait in front.trait_names(sync=True) if not trait.startswith("_")]
    kept = {trait: getattr(front, trait) for trait in own if trait not in ("layout", "comm")}
    return dict(plain({key: value for key, value in kept.items() if _is_plain(value)}))


def _is_plain(value: Any) -> bool:
    return isinstance(value, str | int | list | dict)


def still_clock(page: Page) -> Page:
    """Stop time: from here it moves only with `page.clock.run_for`."""
    # In seconds, and far enough ahead that a busy machine does not get there first.
    page.clock.pause_at(page.evaluate("Date.now()") / 1000 + 60)
    return page


def start(page: Page) -> None:
    page.locator(".rm-start").click()


def tap(page: Page, times: int, every_ms: int) -> None:
    """Press the big button, then let time pass, over and over; stop when it is gone."""
    for _ in range(times):
        if page.locator("button.rm-clock").count() == 0:
            return
        page.locator("button.rm-clock").click()
        page.clock.run_for(every_ms)


def _hold(page: Page) -> None:
    start(page)
    page.clock.run_for(25_000)
    page.locator(".rm-clock").click()


def _count(page: Page) -> None:
    start(page)
    page.clock.run_for(5_500)
    tap(page, 3, 2_000)
    page.get_by_role("button", name="Finish").click()


def _tap(page: Page) -> None:
    start(page)
    tap(page, 40, 1_000)


def _observe(page: Page) -> None:
    start(page)
    page.get_by_label("Held").check()
    page.get_by_role("button", name="Save what I saw").click()


def _calculate(page: Page) -> None:
    start(page)
    page.get_by_label("Distance in 12 minutes").fill("2400")
    page.get_by_role("button", name="Work it out").click()
    page.get_by_role("button", name="Keep this result").click()


def _run(page: Page) -> None:
    start(page)
    steps: int = page.evaluate("window.model.get('steps').length")
    for _ in range(steps):
        page.get_by_role("button", name="Next").click()


# What brings a family to its first entry in the outbox, and that entry's kind.
FIRST_ENTRY: dict[str, tuple[Callable[[Page], None], str]] = {
    "PlankHold": (_hold, "result"),
    "HeelRaiseCount": (_count, "result"),
    "RestingPulse": (_tap, "result"),
    "PaperGrip": (_observe, "result"),
    "Cooper": (_calculate, "result"),
    "WarmUpRunner": (_run, "done"),
    "Log": (lambda page: page.get_by_role("button", name="Delete").first.click(), "delete"),
}
