"""What stands in the tables: whole, linked, and as the sources have it."""

from __future__ import annotations

import math
from collections.abc import Iterable

import pytest

from running_muscles import tables
from running_muscles.tables.read import read_records
from running_muscles.tables.schema import read_schemas


def test_every_table_and_every_link_is_sound() -> None:
    tables.check(tables.data_path())


def cited(rows: Iterable[object]) -> set[str]:
    found: set[str] = set()
    for row in rows:
        keys = getattr(row, "citations", None) or getattr(row, "source_key", ())
        found |= {keys} if isinstance(keys, str) else set(keys)
    return found


def test_every_citation_in_every_table_resolves() -> None:
    rows = [
        *tables.muscles().values(),
        *tables.exercises().values(),
        *tables.protocols().values(),
        *tables.claims().values(),
        *tables.norms(),
        *tables.reliability(),
        *tables.muscle_timing(),
        *tables.running_facts(),
    ]
    keys = cited(rows)
    assert len(keys) > 90
    assert keys <= set(tables.references())


def test_the_tests_of_the_norms_are_known() -> None:
    schema = read_schemas(tables.data_path())["norms"]
    allowed = set(next(column.enum for column in schema.columns if column.name == "test"))
    protocols = set(tables.protocols())
    assert protocols < allowed
    used = {row.test for row in (*tables.norms(), *tables.reliability())}
    # Related tests are allowed for a lesson to name; none is allowed without a number.
    assert allowed - protocols <= used


def test_a_claim_without_citation_is_one_that_nobody_tested() -> None:
    for claim in tables.claims().values():
        if not claim.citations:
            assert claim.verdict == "not tested", claim.claim


def test_a_dose_from_a_source_names_it() -> None:
    for exercise in tables.exercises().values():
        if exercise.dose_basis == "source":
            assert exercise.source_key, exercise.exercise
        assert exercise.sets_min <= exercise.sets_max, exercise.exercise
        assert exercise.amount_min <= exercise.amount_max, exercise.exercise


def test_ages_and_bursts_run_forward() -> None:
    for norm in tables.norms():
        if norm.age_min is not None and norm.age_max is not None:
            assert norm.age_min <= norm.age_max
    for burst in tables.muscle_timing():
        assert burst.on_percent < burst.off_percent


def value(test: str, statistic: str, key: str, **more: object) -> float:
    (found,) = [
        row.value
        for row in tables.norms()
        if (row.test, row.statistic, row.source_key) == (test, statistic, key)
        and all(getattr(row, name) == wanted for name, wanted in more.items())
    ]
    return found


@pytest.mark.parametrize(
    ("sex", "expected"),
    [("M", [62, 79, 110, 137, 157, 201]), ("F", [35, 48, 72, 95, 108, 142])],
)
def test_strand_percentiles(sex: str, expected: list[float]) -> None:
    read = [
        value("front_plank", f"p{percentile}", "strand2014", sex=sex)
        for percentile in (10, 20, 50, 70, 80, 90)
    ]
    assert read == expected


def test_other_numbers_from_their_sources() -> None:
    assert value("front_plank", "p25", "chase2014", sex="M") == 84
    assert value("single_leg_stance_eyes_closed", "mean", "springer2007", sex="F", age_min=40) == (
        13.5
    )
    assert value("push_up", "excellent (at least)", "csep2003", sex="F", age_min=60) == 17
    assert value("push_up", "fair (at least)", "csep2003", sex="F", age_min=15) == 12
    assert value("cooper_12min", "average (at least)", "topend_cooper", sex="M", age_min=50) == 1600


def error(test: str, statistic: str, key: str) -> float:
    (found,) = [
        row.value
        for row in tables.reliability()
        if (row.test, row.statistic, row.source_key) == (test, statistic, key)
    ]
    return found


@pytest.mark.parametrize(
    ("test", "base", "key"),
    [
        ("front_plank", "sem", "bohannon2018"),
        ("side_plank", "typical_error", "juanrecio2022"),
        ("biering_sorensen", "sem", "latimer1999"),
        ("single_leg_heel_raise", "sem", "ross2000"),
        ("modified_thomas", "sem", "peeler2008thomas"),
        ("ely", "sem", "peeler2008ely"),
        ("less_landing", "sem", "everard2020"),
    ],
)
def test_a_calculated_mdc95_follows_from_the_error_beside_it(
    test: str, base: str, key: str
) -> None:
    assert error(test, "mdc95", key) == pytest.approx(2.77 * error(test, base, key), abs=0.1)


def test_the_sem_of_the_front_plank_follows_from_sd_and_icc() -> None:
    sd = value("front_plank", "sd", "bohannon2018")
    icc = error("front_plank", "icc", "bohannon2018")
    assert error("front_plank", "sem", "bohannon2018") == pytest.approx(
        sd * math.sqrt(1 - icc), abs=0.1
    )


def test_facts_that_repeat_a_norm_repeat_it_exactly() -> None:
    facts = {row.fact: row.value for row in tables.running_facts()}
    pairs = {
        "cadence-elite-mean": value("cadence", "mean", "burns2019"),
        "cadence-elite-min": value("cadence", "min", "burns2019"),
        "cadence-elite-max": value("cadence", "max", "burns2019"),
        "pulse-mean": value("resting_hr", "mean", "quer2020"),
        "pulse-men-low": value("resting_hr", "p2.5", "quer2020", sex="M"),
        "pulse-men-high": value("resting_hr", "p97.5", "quer2020", sex="M"),
        "pulse-women-low": value("resting_hr", "p2.5", "quer2020", sex="F"),
        "pulse-women-high": value("resting_hr", "p97.5", "quer2020", sex="F"),
    }
    assert {name: facts[name] for name in pairs} == pairs


def test_calculated_facts_follow_from_their_parts() -> None:
    facts = {row.fact: row.value for row in tables.running_facts()}
    start, slope = facts["force-average-intercept"], facts["force-average-slope"]
    assert facts["force-average-3"] == pytest.approx(start + 3 * slope, abs=0.01)
    assert facts["force-average-7"] == pytest.approx(start + 7 * slope, abs=0.01)
    assert facts["heel-lifts-per-calf-10"] == facts["steps-per-mile-10"] / 2
    assert facts["heel-lifts-per-calf-8"] == facts["steps-per-mile-8"] / 2
    change = 100 * (facts["pose-oxygen-after"] / facts["pose-oxygen-before"] - 1)
    assert facts["pose-oxygen-change"] == pytest.approx(change, abs=0.05)


def test_line_numbers_are_those_of_an_editor() -> None:
    folder = tables.data_path()
    schema = read_schemas(folder)["lessons"]
    lines = (folder / "lessons.csv").read_text(encoding="utf-8").splitlines()
    for record in read_records(folder, schema):
        assert lines[record.line - 1].startswith(str(record.values["lesson"]))
