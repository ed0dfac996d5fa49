"""What the gallery shows: each widget in a telling state, with made-up results."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from playwright.sync_api import Locator, Page

from browser.families import sample_store, state, traits
from browser.test_card import heel_raises
from browser.test_compare import state as compared
from browser.test_plan import DONE as PLAN
from browser.test_progress import STATE as PROGRESS
from browser.test_question import EMPTY
from browser.test_session import STATE as SESSION
from docs.design_page import design_page
from running_muscles.measure import answers
from running_muscles.measure.answer import Answer
from running_muscles.measure.store import Store
from running_muscles.quiz import bank
from running_muscles.quiz.public import public
from running_muscles.quiz.variants import filled, picked
from running_muscles.widgets.body.compare import Compare, PoseFallPull
from running_muscles.widgets.body.musclemap import MuscleMap
from running_muscles.widgets.lesson.cards import Exercises
from running_muscles.widgets.lesson.checkpoint import Checkpoint
from running_muscles.widgets.lesson.claims import ClaimCheck
from running_muscles.widgets.lesson.review import Review
from running_muscles.widgets.mechanism.widget import MECHANISMS, Mechanism
from running_muscles.widgets.own.coursemap import CourseMap
from running_muscles.widgets.own.language import Language

LESSON = "08-calves"
QUIZ = Path(__file__).parents[1] / f"assessments/source/{LESSON}/questions.json"
# The file lies elsewhere on each machine.
CHECKPOINTS = Path(__file__).parents[1] / "course/checkpoints"
# A question of each kind that is answered row by row.
BY_ROW = {
    "04-arm-swing": "arms-check-jobs",
    "05-quadriceps": "quads-check-two-joints",
    "01-not-just-legs": "team-check-chain-map",
}
# Open on any day, and just begun: the clock stands still.
EXAM = {
    "opens": "2020-01-01T09:00:00Z",
    "closes": "2120-01-01T12:00:00Z",
    "minutes": 60,
    "begun": "",
    "owner": "gallery",
    "problem": "",
}
PLACE = {"place": "running-muscles/results.sqlite3"}

Act = Callable[[Page, Locator], None]


class Item(NamedTuple):
    """One widget of the gallery, and what is done with it before the picture is taken."""

    title: str
    script: str
    state: dict[str, Any]
    acts: tuple[Act, ...] = ()


def press(name: str) -> Act:
    """Press a button."""
    return lambda _, widget: widget.get_by_role("button", name=name, exact=True).click()


def first_week(_: Page, widget: Locator) -> None:
    """Turn back to the first week, however many there are."""
    before = widget.get_by_role("button", name="Week before", exact=True)
    while before.is_enabled():
        before.click()


def choose(*places: int) -> Act:
    """Tick boxes or radio buttons by their places in the widget."""

    def act(_: Page, widget: Locator) -> None:
        for place in places:
            widget.locator("input:is([type=radio], [type=checkbox])").nth(place).check()

    return act


def fill(field: str, text: str) -> Act:
    """Type into a field."""
    return lambda _, widget: widget.locator(field).first.fill(text)


def select(choice: str) -> Act:
    """Choose from the widget's list."""

    def act(_: Page, widget: Locator) -> None:
        widget.get_by_role("combobox").select_option(label=choice)

    return act


def pick_first(_: Page, widget: Locator) -> None:
    """Choose the first place of the widget's list, whichever question is asked."""
    widget.get_by_role("combobox").select_option(index=1)


def wait(milliseconds: int) -> Act:
    """Let time pass, for every widget of the page."""
    return lambda page, _: page.clock.run_for(milliseconds)


def tap(times: int, every_ms: int) -> Act:
    """Press the big button over and over."""

    def act(page: Page, widget: Locator) -> None:
        for _ in range(times):
            widget.locator("button.rm-clock").click()
            page.clock.run_for(every_ms)

    return act


def start(_: Page, widget: Locator) -> None:
    """Press Start."""
    widget.locator(".rm-start").click()


# What an answered question of each type needs.
ANSWERED: dict[str, tuple[Act, ...]] = {
    "multiple": (choose(0, 1),),
    "numeric": (fill("input", "405"),),
    "order": (press("This order is right"),),
    "hotspot": (pick_first,),
    "text": (
        fill(
            "textarea",
            "Three raises are fewer than 5.7, so the gap may be noise.",
        ),
    ),
}


def due_again() -> dict[str, Any]:
    """Return a review with three questions due."""
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder) / "results.sqlite3")
        answers.add(
            store,
            [
                Answer(name, "03-core", name, "core-what", "missed", False, "check", "2026-01-05")
                for name in ("core-check-bag", "core-check-slump", "core-quick-bus")
            ],
        )
        return traits(Review(store).front)


def sheets() -> Iterator[tuple[str, str]]:
    """Yield the pages without a script: their names and their HTML."""
    yield "The design language", design_page()
    with tempfile.TemporaryDirectory() as folder:
        store = sample_store(Path(folder) / "results.sqlite3", results=True)
        for lesson in ("00-start-here", "01-not-just-legs", "02-glutes"):
            store.remember(f"checkpoint:{lesson}", {"right": ["a", "b"], "of": 2})
        yield "CourseMap", CourseMap(store).html
    yield "Exercises", Exercises(None, "single_leg_calf_raise", "front_plank").html


def items() -> Iterator[Item]:
    """Yield the widgets in the order of the page; those with a running clock come late."""
    yield Item("Screening", "screening", state("Screening", cleared=False))
    yield Item("Language", "language", traits(Language()))
    yield Item("Results: HeelRaiseCount", "count", heel_raises())
    yield Item("Ready: SidePlank", "hold", state("SidePlank", results=True))
    yield Item("Observe: JumpInPlace", "observe", state("JumpInPlace"), (start, choose(0, 5)))
    ran = (start, fill("input", "2400"), press("Work it out"))
    yield Item("Calculate: Cooper", "calculate", state("Cooper"), ran)
    marks = traits(MuscleMap(exercise="single_leg_calf_raise"))
    yield Item("Review", "review", due_again(), (press("Start"),))
    yield Item("MuscleMap", "musclemap", marks, (select("Soleus"),))
    for name in MECHANISMS:
        yield Item(f"Mechanism: {name}", "mechanism", traits(Mechanism(name)))
    yield Item("PoseFallPull", "compare", compared(PoseFallPull()), (press("Fall"),))
    feet = Compare("heel_landing", "midfoot_landing", "forefoot_landing")
    yield Item("Compare", "compare", compared(feet))
    yield from _questions()
    with tempfile.TemporaryDirectory() as folder:
        asked = ClaimCheck(LESSON, sample_store(Path(folder) / "results.sqlite3"))
        yield Item("ClaimCheck", "claims", traits(asked.front), (choose(1, 5),))
    yield Item("Progress", "progress", PROGRESS)
    again = {**PROGRESS, "mode": "checkpoint", "again": True, "done": PROGRESS["total"]}
    yield Item("Practice: another try", "progress", again)
    yield Item("ExamClock", "examclock", EXAM)
    yield Item("Log", "log", state("Log"))
    yield Item("ResultsFile", "results", {**state("ResultsFile"), **PLACE})
    yield Item("Plan", "plan", PLAN, (first_week,))
    yield Item("Ready: Session", "session", SESSION)
    led = (start, press("Skip this one"), wait(15_000))
    yield Item("Session", "session", SESSION, led)
    held = (start, wait(30_000), tap(1, 500))
    yield Item("Review: StanceEyesOpen", "hold", state("StanceEyesOpen"), held)
    yield Item("Hold: PlankHold", "hold", state("PlankHold"), (start,))
    yield Item("Runner: PullDrills", "runner", state("PullDrills"), (start, wait(300), tap(4, 500)))
    counted = (start, wait(5_500), tap(7, 2_000))
    yield Item("Count: PushUpCount", "count", state("PushUpCount"), counted)
    yield Item("Tap: RestingPulse", "tap", state("RestingPulse"), (start, tap(12, 1_000)))


def _questions() -> Iterator[Item]:
    """Yield a quiz question of each type; one with a single choice is that of a checkpoint."""
    shown = {"single"}
    for question in json.loads(QUIZ.read_text(encoding="utf-8"))["questions"]:
        kind = question["type"]
        if kind not in shown:
            shown.add(kind)
            numbers = picked(question.get("parameters", {}), seed="gallery")
            asked = {**question, "stem": filled(question["stem"], numbers)}
            given = {**EMPTY, "question": asked, "owner": question["id"]}
            yield Item(f"Quiz: {kind}", "question", given, ANSWERED[kind])
    for lesson, name in BY_ROW.items():
        asked = public(bank.load(CHECKPOINTS / f"{lesson}.yaml").question(name))
        given = {**EMPTY, "mode": "checkpoint", "question": asked}
        yield Item(f"Checkpoint: {asked['type']}", "question", given)
    given, _ = checked_question()
    yield Item("Checkpoint", "question", given, (choose(0), press("Check")))


def checked_question() -> tuple[dict[str, Any], dict[str, Any]]:
    """Return a checkpoint question's state, and what the kernel says to its first option."""
    with tempfile.TemporaryDirectory() as folder:
        checkpoint = Checkpoint(LESSON, sample_store(Path(folder) / "results.sqlite3"))
        fronts = (child for child in checkpoint.children if hasattr(child, "question"))
        front = next(each for each in fronts if each.question["type"] == "single")
        said: list[dict[str, Any]] = []
        front.send = said.append
        asked = front.question
        value = asked["options"][0]["id"]
        message = {"kind": "check", "id": "1", "question": asked["id"], "value": value}
        front._handle_custom_msg(message, [])
        return traits(front), said[0]
