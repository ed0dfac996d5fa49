"""What a learner's results say: every word of it comes from a catalogue."""

from __future__ import annotations

import ast
import base64
import re
from pathlib import Path
from typing import Any

import pytest

import running_muscles
from browser.families import ASSESSMENTS, RUNNERS, sample_store, traits
from running_muscles import tables
from running_muscles.measure import norms, screening
from running_muscles.measure.about import About
from running_muscles.measure.profile import profile
from running_muscles.measure.result import Result
from running_muscles.measure.store import Store
from running_muscles.measure.training import sets_text
from running_muscles.translation import spoken
from running_muscles.widgets.chart import history_output
from running_muscles.widgets.history import result_text
from running_muscles.widgets.own.coursemap import CourseMap, CourseRecord, _document
from running_muscles.widgets.own.profile_figure import profile_figure
from running_muscles.widgets.own.profile_page import profile_page, profile_text
from running_muscles.widgets.tests.criteria import CRITERIA
from translation import pseudo
from translation.made_up import heard, texts, unsaid
from widgets.listening import arrive, listen

PACKAGE = Path(running_muscles.__file__).parent
# What no learner sees, by the name that it stands under in a state.
NEVER_SHOWN = frozenset(
    # Ids, which a script compares or files a thing under.
    {"id", "test", "kind", "of", "tag", "value", "unit", "side", "sides", "leads_to", "drawing"}
    | {"runner", "outcome", "owner", "chosen", "lasts", "version", "sex", "url"}
    # Stamps and days of the machine; where the results file lies.
    | {"at", "today", "place"}
    # The learner's own words, and what the file keeps of what was seen.
    | {"note", "seen", *(one["id"] for each in CRITERIA.values() for one in each)}
    # How plotly draws.
    | {"x", "type", "mode", "color", "symbol", "paper_bgcolor", "plot_bgcolor", "bgcolor"}
    | {"gridcolor", "orientation", "xanchor", "yanchor", "categoryorder", "autorange"}
    | {"rangemode", "hovermode", "textposition", "hoverinfo", "hovertemplate", "separators"}
    | {"range", "ticklabelmode", "output_type", "dtickrange"}
)
RATINGS = {
    test: {one["id"]: one["levels"][0]["value"] for one in each} for test, each in CRITERIA.items()
}


@pytest.fixture(autouse=True)
def speaks(monkeypatch):
    """A learner of the made-up language."""
    monkeypatch.setattr(spoken, "_chosen", [pseudo.LANGUAGE])
    monkeypatch.setattr(spoken, "_catalogue", pseudo.catalogue)


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    """A learner who has taken every test on three days, on each side that it has."""
    store = sample_store(tmp_path_factory.mktemp("full") / "results.sqlite3")
    for day in (10, 11, 20):
        for row in tables.protocols().values():
            for side in row.sides or ("",):
                store.record(_result(row, side, day))
    store.record(Result("set", "exercise:side_plank", 2, "sets", "2026-11-20T10:00:00+00:00"))
    return store


def _result(row: Any, side: str, day: int) -> Result:
    at = f"2026-11-{day}T09:00:00+00:00"
    value = {"s": 30.5, "m": 2400, "level": len(RATINGS.get(row.test, ()))}.get(row.unit, 21)
    details = {"ratings": RATINGS[row.test], "seen": ["Kept"]} if row.test in RATINGS else {}
    name = f"{row.test}-{side}-{day}"
    scale = 1 + day / 100 + (side == "left") / 10
    value = value if row.unit == "level" else round(value * scale)
    return Result(name, row.test, value, row.unit, at, side, details=details)


def bare(state: Any) -> list[tuple[str, str]]:
    return sorted(
        {(name, rest) for name, each in texts(state, NEVER_SHOWN) if (rest := unsaid(each))}
    )


@pytest.mark.parametrize("name", [*ASSESSMENTS, *RUNNERS, "Log", "ResultsFile", "Screening"])
def test_a_widget_says_nothing_outside_of_the_catalogue(name, store, tmp_path, monkeypatch):
    for kept in (store, sample_store(tmp_path / "empty.sqlite3", cleared=False)):
        panel = getattr(running_muscles, name)(kept)
        assert bare(traits(panel.front)) == []
        assert bare([panel._still(), panel._asleep(), repr(panel._picture())]) == []


@pytest.mark.parametrize("about", [About(), About(24, "F"), About(70, "M"), About(12, "M")])
def test_what_a_result_means_is_said_in_whole_sentences(about):
    for row in tables.protocols().values():
        for value in (0, 5, 21.5, 40, 61, 100, 180, 2400):
            for side in row.sides or ("",):
                found = norms.compare(
                    row.test, value, side=side, sex=about.sex or None, age=about.age
                )
                for one in found:
                    said = [one.main, one.who_sentence, *one.more, one.percentile_text]
                    said += [one.spread.meaning] if one.spread else []
                    assert [rest for each in said if (rest := unsaid(each))] == []
        for before, now in ((20, 20), (20, 21), (20, 60)):
            assert unsaid(norms.change(row.test, before, now).sentence) == ""
            assert unsaid(norms.asymmetry(row.test, before, now).sentence) == ""


def test_a_profile_and_a_course_map_say_nothing_outside_of_the_catalogue(store, tmp_path):
    fresh = Store(tmp_path / "none.sqlite3")
    for about in (About(), About(24, "F"), About(70, "M")):
        for kept in (store, fresh):
            found = profile(kept.results(), about)
            said = [profile_page(found), *profile_text(found).split("\n"), profile_figure(found)]
            assert bare(said) == []
    for kept in (store, fresh):
        for each in (CourseMap(kept), CourseRecord(kept)):
            assert bare([each.html]) == []


def test_the_record_to_print_is_in_the_language_that_is_spoken(store):
    from datetime import date

    from running_muscles.measure import progress

    page = _document(progress.load(store), date(2026, 11, 28))
    assert '<html lang="de">' in page
    assert [rest for each in heard(page) if (rest := unsaid(each))] == []


def test_charts_say_nothing_outside_of_the_catalogue(store):
    for row in tables.protocols().values():
        results = store.results(row.test)
        assert bare(list(history_output(results, row))) == []
        assert bare(list(history_output(results[:2], row))) == []
    for result in store.results():
        assert unsaid(result_text(result)) == ""


def test_trained_sets_are_words():
    for sets in (1, 3):
        for unit in ("s", "reps"):
            for each_side in (True, False):
                assert unsaid(sets_text(sets, 12, unit, each_side=each_side)) == ""


def test_answers_to_requests_are_words(store, tmp_path):
    panel = listen(running_muscles.ResultsFile(sample_store(tmp_path / "a.sqlite3", results=True)))
    files = {}
    for form in ("csv", "json", "answers"):
        files[form] = arrive(panel, "export", {"format": form})
        assert unsaid(files[form]["sentence"]) == ""
    content = base64.b64encode(files["csv"]["text"].encode()).decode()
    for _ in range(2):
        answer = arrive(panel, "upload", {"name": "kept.csv", "base64": content})
        assert unsaid(answer["sentence"]) == ""
    # What is taken away is data, and the same in every language.
    assert "«" not in files["csv"]["text"] + files["json"]["text"]
    assert unsaid(arrive(panel, "erase", {})["sentence"]) == ""


def test_what_was_seen_is_kept_in_english_and_said_in_the_language(tmp_path):
    store = sample_store(tmp_path / "results.sqlite3")
    panel = listen(running_muscles.PaperGrip(store))
    body = {
        "id": "grip",
        "test": "paper_grip",
        "value": 1,
        "unit": "level",
        "side": "left",
        "recorded_at": "2026-11-20T09:00:00+00:00",
        "details": {"ratings": {"card": "held"}, "seen": ["«The card under your big toe»: «Held»"]},
    }
    assert arrive(panel, "result", body)["kind"] == "stored"
    (kept,) = store.results()
    assert kept.details["seen"] == ["The card under your big toe: Held"]
    assert result_text(kept) == "«The card under your big toe»: «Held»"


def test_the_words_of_safety_are_said(store):
    panel = running_muscles.Screening(store)
    assert all(rule.startswith("«") for rule in screening.stop_rules())
    assert "«Stop at once if you notice»" in panel._still()


# Whoever calls these functions with what cannot be sees an error; a learner never does.
PROGRAMMERS = {
    "measure/change.py": "_unit_and_error",
    "measure/norms.py": "_check",
    "measure/groups.py": "groups_of",
    "measure/percentiles.py": "interpolate",
    "measure/equations.py": "estimate",
    "translation/spoken.py": "speak",
    "widgets/own/files.py": "export",
}
# A limit is a row of a table, and a text of safety is never half in one language.
PROGRAMMERS["measure/limits.py"] = "leave_out_sentence"
NO_WORDS = re.compile(
    # The results file speaks SQL; the rest are ids, patterns and units as files write them.
    r"\s*(SELECT|INSERT|UPDATE|DELETE|CREATE|PRAGMA)\b|.*\(at least\||.* per minute$"
    r"|(normal approximation|mean only|at least|clear\w* (for|by) .*|middle right|const \w+=)$"
)
ROOMS = (
    *sorted((PACKAGE / "translation").glob("*.py")),
    *sorted((PACKAGE / "measure").glob("*.py")),
    *sorted((PACKAGE / "widgets").glob("*.py")),
    *sorted((PACKAGE / "widgets" / "tests").glob("*.py")),
    *sorted((PACKAGE / "widgets" / "own").glob("*.py")),
    PACKAGE / "tables" / "sheet.py",
    PACKAGE / "tables" / "typed_number.py",
)


@pytest.mark.parametrize("path", ROOMS, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_sentence_is_written_in_english_alone(path):
    """Every text of two words stands inside of `_`, in a log or a docstring: refusals as well."""
    programmers = PROGRAMMERS.get(path.relative_to(PACKAGE).as_posix())
    found = _literals(ast.parse(path.read_text(encoding="utf-8")), programmers)
    tags = re.compile(r"<[^>]*>?|[^<]*>")
    two_words = re.compile(r"[A-Za-z]{2,} [a-z]{2,}")
    bare = [each for each in found if two_words.search(tags.sub(" ", each))]
    assert [each for each in bare if not NO_WORDS.match(each)] == []


def _literals(node: ast.AST, programmers: str | None) -> list[str]:
    """Return the texts of a module that no catalogue is asked for."""
    called = getattr(node, "func", None)
    if getattr(called, "id", "") in ("_", "N_", "ngettext"):
        return []
    whose = getattr(called, "value", None)
    if "LOG" in (getattr(whose, "id", ""), getattr(whose, "attr", "")):
        return []  # for whoever looks after the machine
    if isinstance(node, ast.FunctionDef) and node.name == programmers:
        return []
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return []  # a docstring
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    return [text for child in ast.iter_child_nodes(node) for text in _literals(child, programmers)]
