"""Every self-assessment: its protocol, its reasons, its messages, its static picture."""

from __future__ import annotations

import pytest

import running_muscles
from running_muscles.measure.store import Store
from running_muscles.tables import protocols
from running_muscles.widgets.panel import STATIC
from running_muscles.widgets.tests.assessment import SelfAssessment
from running_muscles.widgets.tests.calculate import Cooper, Rockport
from running_muscles.widgets.tests.count import HeelRaiseCount
from running_muscles.widgets.tests.criteria import CRITERIA
from running_muscles.widgets.tests.observe import Observe, PaperGrip, SingleLegSquatQuality
from widgets.listening import arrive, listen


def doors():
    every = (getattr(running_muscles, name) for name in dir(running_muscles))
    return sorted(
        (each for each in every if isinstance(each, type) and issubclass(each, SelfAssessment)),
        key=lambda each: each.__name__,
    )


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "results.sqlite3")


def message(row, **changes):
    side = row.sides[0] if row.sides else ""
    return {
        "id": "r1",
        "test": row.test,
        "side": side,
        "value": 1,
        "unit": row.unit,
        "recorded_at": "2026-11-21T10:00:00.000Z",
        **changes,
    }


def test_every_protocol_has_exactly_one_widget():
    assert sorted(each.test for each in doors()) == sorted(protocols())


@pytest.mark.parametrize("assessment", doors(), ids=lambda each: each.__name__)
def test_a_result_is_kept_once_and_shown(assessment, store):
    panel = listen(assessment(store))
    body = message(panel.protocol)
    for _ in range(2):
        assert arrive(panel, "result", body)["kind"] == "stored"
    assert len(store.results()) == 1
    assert len(panel.front.history["recent"]) == 1
    assert panel.front.problem == ""


@pytest.mark.parametrize("assessment", doors(), ids=lambda each: each.__name__)
def test_the_script_exists_and_fits_the_family(assessment, store):
    panel = assessment(store)
    assert assessment.script == panel.protocol.family
    assert (STATIC / f"{assessment.script}.js").exists()
    assert (STATIC / f"{assessment.script}.css").exists()
    html = panel._repr_mimebundle_()["text/html"]
    assert panel.protocol.name in html


@pytest.mark.parametrize("assessment", doors(), ids=lambda each: each.__name__)
def test_reasons_are_distinct_and_pain_can_be_said(assessment):
    values = [value for value, _ in assessment.reasons]
    assert len(values) == len(set(values))
    if protocols()[assessment.test].family in ("hold", "count") and values:
        assert values[-1] == "pain"


def test_heel_raises_follow_the_protocols_beat():
    row = protocols()["single_leg_heel_raise"]
    beat = HeelRaiseCount.options["beat"]
    assert f"{beat['beats_per_minute']} beats a minute" in " ".join(row.steps)
    raises = beat["beats_per_minute"] // beat["beats_per_rep"]
    assert f"{raises} raises a minute" in " ".join(row.steps)
    assert "two times in a row" in row.stop_criteria[0]
    assert beat["missed_in_a_row"] == 2


@pytest.mark.parametrize(
    "assessment", [each for each in doors() if issubclass(each, Observe)], ids=lambda e: e.__name__
)
def test_an_observation_has_no_norm_no_chart_and_no_best(assessment, store):
    panel = listen(assessment(store))
    for day in (20, 21):
        at = f"2026-11-{day}T10:00:00.000Z"
        details = {"ratings": {}, "seen": ["Your hip: Fair", "Your trunk: Good"]}
        body = message(panel.protocol, id=f"r{day}", recorded_at=at, details=details)
        arrive(panel, "result", body)
    assert panel.front.reading == []
    assert panel.front.card == {}
    assert panel.front.history["best"] == []
    assert panel.front.history["latest"][0]["text"] == "Your hip: Fair; Your trunk: Good"


@pytest.mark.parametrize(
    "assessment", [each for each in doors() if issubclass(each, Observe)], ids=lambda e: e.__name__
)
def test_criteria_are_sound(assessment):
    names = [criterion["id"] for criterion in CRITERIA[assessment.test]]
    assert len(names) == len(set(names))
    for criterion in CRITERIA[assessment.test]:
        values = [level["value"] for level in criterion["levels"]]
        assert len(values) == len(set(values)) >= 2
        assert len(criterion["drawn"]) == 2


def test_squat_quality_has_five_criteria_of_three_levels():
    assert [len(each["levels"]) for each in CRITERIA[SingleLegSquatQuality.test]] == [3] * 5
    assert [len(each["levels"]) for each in CRITERIA[PaperGrip.test]] == [2]


def test_a_calculation_carries_its_people_and_its_error(store):
    options = Rockport(store).front.protocol["options"]
    assert (options["ages"], options["n"], options["error"]) == ([30, 69], 343, 5.0)
    assert options["source"]["text"].startswith("Kline")
    assert options["source"]["url"].startswith("https://")
    assert Cooper(store).front.protocol["options"]["ages"] is None
