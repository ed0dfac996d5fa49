"""Estimates of oxygen uptake against examples worked out by hand from the published equations."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from running_muscles.measure.equations import equation
from running_muscles.tables import protocols, references, running_facts

ROOT = Path(__file__).parents[2]
NODE = Path(shutil.which("node") or Path(sys.executable).with_name("node"))

# Test, inputs, and the estimate worked out by hand.
EXAMPLES = [
    # (2400 - 504.9) / 44.73
    ("cooper_12min", {"distance_m": 2400}, 42.368),
    # 132.853 - 0.0769 * 154.324 - 0.3877 * 40 + 6.315 - 3.2649 * 14.5 - 0.1565 * 130
    (
        "rockport_mile",
        {"weight_kg": 70, "age": 40, "male": 1, "minutes": 14.5, "pulse": 130},
        44.106,
    ),
    # 132.853 - 0.0769 * 132.277 - 0.3877 * 55 - 3.2649 * 16 - 0.1565 * 120
    (
        "rockport_mile",
        {"weight_kg": 60, "age": 55, "male": 0, "minutes": 16, "pulse": 120},
        30.339,
    ),
    # 100.5 + 8.344 - 0.1636 * 70 - 1.438 * 9 - 0.1928 * 150
    (
        "one_mile_jog",
        {"weight_kg": 70, "age": 22, "male": 1, "minutes": 9, "pulse": 150},
        55.53,
    ),
    # 100.5 - 0.1636 * 58 - 1.438 * 10.5 - 0.1928 * 160
    (
        "one_mile_jog",
        {"weight_kg": 58, "age": 25, "male": 0, "minutes": 10.5, "pulse": 160},
        45.0642,
    ),
]


@pytest.mark.parametrize(("test", "values", "expected"), EXAMPLES)
def test_worked_examples(test, values, expected):
    assert equation(test).estimate(values) == pytest.approx(expected, abs=0.002)


def test_every_calculation_of_the_course_has_an_equation_with_its_source():
    tests = [row.test for row in protocols().values() if row.family == "calculate"]
    assert len(tests) == 3
    for test in tests:
        one = equation(test)
        assert one.source_key in references()
        assert one.n > 0
        assert one.population


def test_ages_are_those_of_the_studies():
    for test in ("rockport_mile", "one_mile_jog"):
        one = equation(test)
        assert f"{one.ages[0]}-{one.ages[1]} y" in one.population
    assert equation("cooper_12min").ages is None


def test_errors_are_published_or_not_known():
    assert equation("rockport_mile").error == 5.0
    assert equation("one_mile_jog").error == 3.0
    assert equation("cooper_12min").error is None


@pytest.mark.parametrize("age", [29, 70])
def test_outside_the_ages_there_is_no_estimate(age):
    values = {"weight_kg": 70, "age": age, "male": 1, "minutes": 14, "pulse": 130}
    with pytest.raises(ValueError, match="aged 30 to 69"):
        equation("rockport_mile").estimate(values)


def test_a_missing_input_is_named():
    with pytest.raises(ValueError, match="distance_m"):
        equation("cooper_12min").estimate({})


def test_every_coefficient_comes_from_the_table():
    facts = {fact.fact: fact.value for fact in running_facts()}
    one = equation("rockport_mile")
    assert one.constant == facts["rockport-constant"]
    pounds = 70 / 0.45359237
    assert one.factors["weight_kg"] * 70 == pytest.approx(facts["rockport-weight"] * pounds)


def test_the_browser_works_out_the_same(tmp_path):
    """The front end has the same equation as data; it must come to the same tenth."""
    if not NODE.exists():
        pytest.fail("Node is not installed. Run `make setup-dev`.")
    asked = [
        {
            "equation": {
                "constant": equation(test).constant,
                "factors": dict(equation(test).factors),
                "ages": equation(test).ages,
            },
            "values": values,
        }
        for test, values, _ in EXAMPLES
    ]
    module = (ROOT / "widgets/js/lib/tests/equation.js").as_uri()
    script = (
        f'import {{ workOut }} from "{module}";'
        f"const asked = {json.dumps(asked)};"
        "console.log(JSON.stringify(asked.map(({equation, values}) =>"
        " workOut(equation, {medicine: false, values}))));"
    )
    run = subprocess.run(
        [NODE, "--input-type=module", "-e", script],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    shown = json.loads(run.stdout)
    assert [each["refused"] for each in shown] == [""] * len(EXAMPLES)
    assert [each["estimate"] for each in shown] == [
        pytest.approx(expected, abs=0.051) for _, _, expected in EXAMPLES
    ]


@pytest.mark.parametrize(
    ("male", "minutes", "pulse", "words"),
    [
        (1, 6.0, 150, "8 minutes or longer"),
        (1, 7.9, 150, "8 minutes or longer"),
        (0, 8.5, 150, "9 minutes or longer"),
        (1, 8.0, 195, "180 at most"),
        (0, 9.0, 181, "180 at most"),
    ],
)
def test_a_jog_that_the_study_did_not_allow_gives_no_estimate(male, minutes, pulse, words):
    values = {"weight_kg": 70, "age": 22, "male": male, "minutes": minutes, "pulse": pulse}
    with pytest.raises(ValueError, match=words):
        equation("one_mile_jog").estimate(values)


def test_the_limits_themselves_are_allowed():
    for male, minutes in ((1, 8.0), (0, 9.0)):
        values = {"weight_kg": 70, "age": 22, "male": male, "minutes": minutes, "pulse": 180}
        assert equation("one_mile_jog").estimate(values) > 0
    assert equation("one_mile_jog").n == 54
