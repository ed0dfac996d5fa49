"""A result that nobody can mistake, and a look through everything that leaves a machine."""

from __future__ import annotations

import json
import os
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from running_muscles.cli import page
from running_muscles.measure import about
from running_muscles.measure.profile import profile
from running_muscles.measure.result import Result
from running_muscles.measure.store import HOME_VARIABLE, Store
from running_muscles.tables import protocols
from running_muscles.widgets.body.musclemap import MuscleMap
from running_muscles.widgets.own.log import Log
from running_muscles.widgets.own.profile import Profile
from running_muscles.widgets.own.results_file import ResultsFile
from running_muscles.widgets.plan import Plan

COURSE = Path(__file__).parents[2] / "course"
# Those that show results, each in its own way: the map, tests and figures, pulses, the profile.
LESSONS = ("00-start-here", "03-core", "10-heart", "12-your-plan")
NOTE = "only-my-diary-knows"
# The value of 7431.7 s, its date, the note, and the age, in each form that something could show.
MARKS = (NOTE, "7431.7", "123:51.7", "2019-02-03", "03 Feb 2019", "results.sqlite3")


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A learner's home with a marked result of every test, and a plan."""
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))
    store = Store()
    for protocol in protocols().values():
        for side in protocol.sides or ("",):
            value = min(7431.7, protocol.max_value or 7431.7)
            name = f"{protocol.test}{side}"
            at = "2019-02-03T10:00:00Z"
            store.record(Result(name, protocol.test, value, protocol.unit, at, side, note=NOTE))
    store.record(Result("r2", "front_plank", 7431.7, "s", "2019-02-04T10:00:00Z", note=NOTE))
    about.save(store, about.About(83, "F"))
    store.owner()
    return store


def marks_in(text: str) -> list[str]:
    return [mark for mark in MARKS if mark in text]


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_page_for_anybody_holds_nothing_of_whoever_writes_it(home, tmp_path, lesson):
    written = page.write(lesson, tmp_path / "page.html")
    assert marks_in(written.read_text(encoding="utf-8")) == []


def test_a_page_holds_results_when_they_are_asked_for_by_name(home, tmp_path):
    written = page.write("03", tmp_path / "page.html", own_results=True)
    assert "123:51.7" in written.read_text(encoding="utf-8")


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_lesson_that_was_run_and_saved_holds_no_result(home, lesson):
    notebook = nbformat.read(COURSE / f"{lesson}.ipynb", as_version=4)
    where = {"metadata": {"path": str(COURSE)}}
    NotebookClient(notebook, store_widget_state=False, resources=where).execute(env=os.environ)
    assert marks_in(nbformat.writes(notebook)) == []


STEP = ("05-quadriceps", "quads-guess-brake")


def test_no_still_picture_holds_a_result(home):
    import running_muscles
    from running_muscles.widgets.panel import Panel

    doors = [getattr(running_muscles, name) for name in running_muscles.__all__]
    panels = [door for door in doors if isinstance(door, type) and issubclass(door, Panel)]
    assert {Log, ResultsFile, Plan} < set(panels)
    asks = {"ClaimCheck": ("03-core",), **dict.fromkeys(("Predict", "Check"), STEP)}
    stills = {
        door.__name__: door(*asks.get(door.__name__, ()))._repr_mimebundle_() for door in panels
    }
    found = profile(home.results(), about.load(home))
    stills["MuscleMap"] = MuscleMap(profile=found)._repr_mimebundle_()
    assert MuscleMap()._repr_mimebundle_()["text/html"] == stills["MuscleMap"]["text/html"]
    assert {name: marks_in(json.dumps(still)) for name, still in stills.items()} == {
        name: [] for name in stills
    }


def test_the_live_profile_knows_what_its_still_picture_does_not_say(home):
    """The marks of these tests can be found where they are."""
    assert "123:51.7" in repr(Profile())
    assert marks_in(json.dumps(Log().front.rows)) != []
