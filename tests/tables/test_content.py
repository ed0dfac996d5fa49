"""What stands in the tables: whole, linked, and as the sources have it."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from datetime import date

import pytest

from running_muscles import tables
from running_muscles.measure.groups import groups_of
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


FOUND = {"supported", "mixed", "contradicted", "corrected"}


def test_a_verdict_rests_on_studies_of_people() -> None:
    for claim in tables.claims().values():
        if claim.verdict in FOUND:
            assert claim.citations, claim.claim
            assert claim.study, claim.claim
            assert claim.people, claim.claim
            # A review or an opinion may not say how many; a study that was made does.
            told = claim.n is not None or set(claim.study) <= {"review", "opinion"}
            assert told or "not read" in claim.people or claim.verdict == "mixed", claim.claim
        else:
            assert (claim.study, claim.people, claim.n) == ((), "", None), claim.claim


def test_not_tested_means_searched_and_not_searched_says_so() -> None:
    for claim in tables.claims().values():
        assert bool(claim.searched_words) == bool(claim.searched_on), claim.claim
        if claim.searched_on:
            assert date.fromisoformat(claim.searched_on) <= date(2030, 1, 1)
        if claim.verdict == "not tested":
            assert len(claim.searched_words.split()) >= 3, claim.claim
            assert re.search(r"[Oo]ur search found", claim.evidence), claim.claim
        if claim.verdict == "not searched":
            assert not claim.searched_words, claim.claim
            assert "have not looked" in claim.evidence, claim.claim


def test_a_verdict_and_its_text_do_not_contradict_each_other() -> None:
    for claim in tables.claims().values():
        unread = re.search(r"did not read|not looked|cannot judge", claim.evidence)
        assert not (unread and claim.verdict != "not searched"), claim.claim
        if claim.verdict == "supported":
            assert not re.search(r"speaks? against|not shown|contradict", claim.evidence), (
                claim.claim
            )


def test_not_tested_does_not_tell_of_a_test_of_the_very_claim() -> None:
    for claim in tables.claims().values():
        if claim.verdict == "not tested":
            told = re.search(r"saw no (difference|weaker)|no (gap|change) between", claim.evidence)
            assert not told, claim.claim


def test_outcomes_are_named_as_they_were_measured() -> None:
    for claim in tables.claims().values():
        assert not re.search(r"\b(were|was|got|get) hurt\b", claim.evidence), claim.claim
        if "toresdahl2020" in claim.citations and "7.1" in claim.evidence:
            assert "could not finish" in claim.evidence, claim.claim
            assert "overuse injury" in claim.evidence, claim.claim


def shown() -> list[tables.Norm]:
    """Give the norms that a result of some test of the course is compared with."""
    kept = {
        (group.test, group.metric, group.sex, group.age_min, group.population, group.citation)
        for test in tables.protocols()
        for group in groups_of(test)
    }
    return [
        row
        for row in tables.norms()
        if (row.test, row.metric, row.sex, row.age_min, row.population, row.source_key) in kept
    ]


def test_most_norms_that_are_shown_were_read_in_the_paper() -> None:
    rows = shown()
    primary = sum(row.verified == "primary" for row in rows)
    assert len(rows) > 80
    assert primary >= 0.6 * len(rows), f"{primary} of {len(rows)}"


def test_the_size_of_a_whole_study_is_not_given_for_each_of_its_groups() -> None:
    sizes: dict[tuple[str, str, int], set[tuple[object, ...]]] = {}
    for row in tables.norms():
        if row.n:
            who = (row.sex, row.age_min, row.age_max)
            sizes.setdefault((row.source_key, row.metric, row.n), set()).add(who)
    # Janik measured fifty of each sex in each of four decades.
    found = {key for key, groups in sizes.items() if len(groups) > 1 and key[0] != "janik2021"}
    assert not found


def test_the_five_texts_are_all_judged() -> None:
    judged = tables.claims()
    for claim in (
        "core-sense-and-strain", "core-disc", "core-coordination", "core-career",
        "core-hip-mobility", "core-hip-knee-pain", "core-engaged", "hipflex-mobility-stride",
        "hams-stretch", "heart-health", "plan-session-kinds", "plan-connective",
        "plan-coordination", "form-weak-legs", "form-knee-tired",
    ):  # fmt: skip
        assert claim in judged


def test_the_drawing_and_the_timing_agree() -> None:
    """A muscle that the table of timing leaves off early in stance is not told to work there."""
    for name in {burst.muscle for burst in tables.muscle_timing() if burst.gait == "run"}:
        bursts = [b for b in tables.muscle_timing() if b.gait == "run" and b.muscle == name]
        early = any(burst.on_percent < 15 for burst in bursts)
        assert early or not tables.muscles()[name].early_stance, name


def test_muscles_of_the_sole_are_shown_on_the_sole() -> None:
    for name in ("flexor_hallucis_brevis", "abductor_hallucis", "flexor_digitorum_brevis"):
        assert set(tables.muscles()[name].regions) == {"foot-back-left", "foot-back-right"}


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
    assert value("vo2max_category", "p50", "kaminsky2015", sex="F", age_min=70) == 18.3
    assert value("vo2max_category", "sd", "loe2013", sex="M") == 8.4


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
        ("front_plank", "sem", "pronebridge_vsit"),
    ],
)
def test_a_calculated_mdc95_follows_from_the_error_beside_it(
    test: str, base: str, key: str
) -> None:
    assert error(test, "mdc95", key) == pytest.approx(2.77 * error(test, base, key), abs=0.1)


def test_the_sem_of_the_front_plank_follows_from_sd_and_icc() -> None:
    # Mean and SD of Bohannon 2018 pool two ages that differed, so they stand in no norm.
    mean, sd = 145.3, 71.5
    icc = error("front_plank", "icc", "bohannon2018")
    assert error("front_plank", "sem", "bohannon2018") == pytest.approx(
        sd * math.sqrt(1 - icc), abs=0.1
    )
    percent = error("front_plank", "mdc95_percent", "bohannon2018")
    assert percent == pytest.approx(
        100 * error("front_plank", "mdc95", "bohannon2018") / mean, abs=0.1
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
