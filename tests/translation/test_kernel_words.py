"""What the kernel side says, in a language that has every sentence: nothing of it is missed."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest

import running_muscles as rm
from browser.families import sample_store, traits
from browser.test_question import ALL
from running_muscles import tables
from running_muscles.measure.store import Store
from running_muscles.plan.export import as_csv, as_ics
from running_muscles.plan.page import as_page
from running_muscles.plan.parts import Plan
from running_muscles.plan.standing import OwnResult, Standing
from running_muscles.plan.weeks import make_plan
from running_muscles.plan.wishes import Wishes
from running_muscles.quiz.questions import Item, Order
from running_muscles.review import queue
from running_muscles.translation import spoken
from running_muscles.widgets import figures
from running_muscles.widgets.asleep import picture
from running_muscles.widgets.body.comparisons import ALL as COMPARED
from running_muscles.widgets.figures.figure import Figure
from running_muscles.widgets.lesson.checked import checked
from running_muscles.widgets.lesson.claims import ClaimCheck
from running_muscles.widgets.lesson.steps import Predict
from running_muscles.widgets.mechanism.widget import MECHANISMS
from running_muscles.widgets.plan import view as plan_view
from running_muscles.widgets.questions.clock import ExamClock
from running_muscles.widgets.questions.progress import ProgressFront
from translation import pseudo

MONDAY = date(2026, 11, 23)
LESSONS = list(tables.lessons())
# Keys of ids and of data that nobody reads, each with its reason.
IDS = frozenset(
    {
        "exercise", "muscle", "movement", "loop", "value", "id", "kind", "tone",
        "unit", "side", "date", "chosen", "saying", "mode", "type", "owner", "today",  # ids, days
        "url", "sources", "links",  # sources
        "regions", "region", "skeleton", "bones", "poses", "samples", "notice", "d",
        "tag", "slots",
        # drawn
        "equipment", "wishes", "files", "runs",  # things and answers that the script names
        "outcome", "version", "screening", "stop_rules",  # said elsewhere, and tested there
        "html", "lesson", "objective", "stem", "options", "question", "questions",  # of a bank
    }
)  # fmt: skip
# Of a lit muscle.
TONES = frozenset({"main", "helper"})
# Keys of plotly's own that hold no words.
PLOTLY = frozenset(
    {
        "type", "mode", "color", "symbol", "dash", "yref", "xref", "xanchor", "yanchor", "layer",
        "fillcolor", "bgcolor", "activebgcolor", "bordercolor", "tickcolor", "direction", "align",
        "textposition", "method", "paper_bgcolor", "plot_bgcolor", "hovermode", "gridcolor",
        "ticks", "rangemode", "orientation", "barmode", "categoryorder", "hoverinfo", "shape",
        "shapes", "marker.color", "marker.symbol", "marker",
    }
)  # fmt: skip


@pytest.fixture(autouse=True)
def speaks(monkeypatch):
    """A learner of the made-up language."""
    monkeypatch.setattr(spoken, "_chosen", [pseudo.LANGUAGE])
    monkeypatch.setattr(spoken, "_catalogue", pseudo.catalogue)


def in_state(state: Any, exempt: frozenset[str] = IDS) -> set[str]:
    """Return what a state says outside the catalogue."""
    return {
        f"{place}: {part}"
        for place, text in pseudo.strings(state, exempt)
        for part in pseudo.missed(text, pseudo.content() | TONES)
    }


def in_page(html: str) -> set[str]:
    """Return what a page says outside the catalogue, in no element that is marked as English."""
    page = pseudo.read(html)
    assert set(page.roots) <= {pseudo.LANGUAGE}
    return {part for text in page.said for part in pseudo.missed(text)}


def weak(store: Store) -> Store:
    """Let a learner's results call for something."""
    for day, (test, value) in enumerate((("front_plank", 10), ("single_leg_squat_count", 3))):
        for side in tables.protocols()[test].sides or ("",):
            at = f"2026-11-{10 + day}T10:00:00+00:00"
            number = value if side != "right" else 4 * value
            unit = tables.protocols()[test].unit
            store.record(rm_result(f"{test}{side}", test, number, unit, at, side))
    return store


def rm_result(*values: Any) -> Any:
    from running_muscles.measure.result import Result

    return Result(*values)


def made(**wishes: Any) -> Plan:
    tests = (
        OwnResult("front_plank", 10.0, 1, line=30.0),
        OwnResult("side_plank", 10.0, 1, "left", left=10.0, right=30.5, side="left", line=20.0),
    )
    known = (Standing("core", tuple(_with_why(tests)), tested=True),)
    return make_plan(Wishes(MONDAY, **wishes), known, age=70)


def _with_why(tests: tuple[OwnResult, ...]) -> list[OwnResult]:
    from dataclasses import replace

    return [replace(each, why="It is low.") for each in tests]


PLANS = {
    "plain": {"weeks": 8, "goals": ("hills",) if "hills" in tables.plan_rules() else ()},
    "hard days": {"runs": ("hard",) * 7},
    "busy": {"runs": ("easy", "hard", "easy", "", "hard", "easy", "easy"), "minutes": 180},
    "little time": {"minutes": 20, "runs": ("hard", "", "hard", "easy", "", "hard", "easy")},
    "sore": {"pain": ("knee",) if "knee" in tables.plan_rules() else (), "minutes": 120},
}


@pytest.mark.parametrize("wishes", PLANS.values(), ids=list(PLANS))
def test_a_plan(wishes):
    plan = made(**wishes)
    rules = frozenset({"content"})  # the table's own words
    view = plan_view.view(plan)
    view["notes"] = [note for note in view["notes"] if note["spoken"]]
    assert in_state(view, IDS | rules) == set()
    assert in_page(as_page(plan)) == set()
    assert in_state(plan_view.choices(), frozenset({"value", "equipment"})) == set()


def test_a_plans_calendar_speaks_and_its_table_stays_data():
    plan = made(weeks=4)
    calendar = as_ics(plan, datetime(2026, 11, 20, tzinfo=UTC), gone=[date(2026, 11, 22)])
    assert "SUMMARY:«Strength" in calendar
    assert "«" not in as_csv(plan)


def test_what_is_kept_beside_a_plan_is_english(tmp_path):
    store = weak(sample_store(tmp_path / "results.sqlite3"))
    widget = rm.Plan(store)
    widget._keep_wishes(Wishes(MONDAY).as_mapping(), 5)
    kept = json.dumps(store.setting("plan"), ensure_ascii=False)
    assert "we start you at level 1" in kept
    assert "«" not in kept
    widget.refresh()
    assert any("«" in each["text"] for each in widget.front.plan["focus"])


def test_a_session_of_the_plan(tmp_path):
    store = sample_store(tmp_path / "results.sqlite3")
    rm.Plan(store)._keep_wishes(Wishes(MONDAY, weeks=4).as_mapping(), 5)
    for day in ("2026-11-01", "2026-11-23", "2027-11-01"):
        widget = rm.Session(store, day=day)
        assert in_state(traits(widget.front), IDS | {"how", "care", "about"}) == set()
        assert in_page(picture(widget._still())) == set()


def test_reviews_and_their_days():
    due = queue.Due("03-core", "one", date(2027, 2, 1), 1)
    days = (MONDAY, date(2027, 1, 31), date(2027, 1, 28))
    said = [queue.sentence(0, [due], day) for day in days]
    assert in_state([*said, queue.sentence(3, [], MONDAY), queue.sentence(0, [], MONDAY)]) == set()


def test_widgets_of_a_lesson(tmp_path):
    store = sample_store(tmp_path / "results.sqlite3", results=True)
    for widget in (rm.Review(store), Predict("05-quadriceps", "quads-guess-brake", store)):
        assert in_state(traits(widget.front)) == set()
        assert in_page(picture(widget._still())) == set()
    checkpoint = rm.Checkpoint("03-core", store)
    assert in_state([traits(each) for each in checkpoint._fronts.values()]) == set()
    for shown in (checkpoint, rm.Practice("03-core")):
        assert in_page(picture(shown._asleep())) == set()


@pytest.mark.parametrize("lesson", LESSONS)
def test_claims_cards_and_sources(lesson, tmp_path):
    widget = ClaimCheck(lesson, Store(tmp_path / "results.sqlite3"))
    assert in_state(traits(widget.front)) == set()
    assert in_page(picture(widget._still())) == set()
    assert in_page(rm.References(lesson).html) == set()
    if any(row.lesson == lesson for row in tables.exercises().values()):
        assert in_page(rm.Exercises(lesson).html) == set()


def test_the_glossary():
    assert in_page(rm.Glossary().html) == set()


def test_what_is_said_beside_the_words_of_a_bank():
    items = tuple(Item(name, f"Line {name}.", "A reason.") for name in "abc")
    order = Order(
        id="one",
        objective="o",
        level="recall",
        points=1,
        sources=(),
        line=1,
        stem="Order them.",
        items=items,
        any_order=(("a", "b"),),
    )
    told = checked(order, ["c", "a", "b"], 2)
    assert in_state(told["note"]) == set()
    assert told["note"] != ""


def test_a_quiz_that_cannot_be_asked(tmp_path):
    quiz = rm.Quiz(tmp_path)
    assert in_state(quiz.ask("a").sentence.replace("questions.json", "")) == set()
    assert in_page(ExamClock(print, minutes=45.0)._asleep()) == set()
    for mode in ("quiz", "checkpoint"):
        stems = [{"number": 1, "stem": "What is it?"}]
        front = ProgressFront(mode=mode, done=1, total=2, unanswered=stems)
        assert in_state(front.sentence()) == set()
        assert in_page(front._repr_mimebundle_()["text/html"]) == set()


@pytest.mark.parametrize("question", ALL, ids=lambda each: each["type"])
def test_a_question_that_sleeps(question):
    from running_muscles.widgets.questions import still

    assert in_page(still.html(question)) == set()


BODIES: dict[str, Callable[[], Any]] = {
    "map": rm.MuscleMap,
    "group": lambda: rm.MuscleMap(group="glutes"),
    "exercise": lambda: rm.MuscleMap(exercise="front_plank"),
    "hidden": lambda: rm.MuscleMap(group="heart"),
    "figure": lambda: rm.MovementFigure("front_plank"),
    "leg": rm.RunningLeg,
    "toes": lambda: rm.RunningLeg(["flexor_hallucis_longus"]),
    "pose": rm.PoseFallPull,
    **{one.movements[0]: lambda one=one: rm.Compare(*one.movements) for one in COMPARED},
    **{name: lambda name=name: rm.Mechanism(name) for name in MECHANISMS},
}


@pytest.mark.parametrize("widget", BODIES.values(), ids=list(BODIES))
def test_drawings(widget):
    shown = widget()
    assert in_state(traits(shown)) == set()
    assert in_page(shown._repr_mimebundle_()["text/html"]) == set()


def test_a_map_of_ones_own_results(tmp_path):
    from running_muscles.measure.profile import profile

    store = weak(sample_store(tmp_path / "results.sqlite3"))
    shown = rm.MuscleMap(profile=profile(store.results()))
    assert in_state(traits(shown)) == set()
    assert in_page(shown._still()) == set()


def own(store: Store, name: str) -> Figure:
    takes = ("resting_hr", "plank_references")
    figure: Figure = getattr(figures, name)(store) if name in takes else getattr(figures, name)()
    return figure


@pytest.mark.parametrize("name", figures.__all__)
def test_figures(name, tmp_path):
    figure = own(sample_store(tmp_path / "results.sqlite3", results=True), name)
    assert in_state(figure.plot, PLOTLY) == set()
    assert in_page(figure.html) == set()
