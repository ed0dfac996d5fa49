from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from running_muscles import tables
from running_muscles.measure.change import asymmetry, change

TESTS = st.sampled_from(sorted(tables.protocols()))
RESULTS = st.floats(0, 5000)


def test_a_plank_must_change_by_almost_a_minute() -> None:
    # Bohannon et al. 2018: SD 71.5 s, ICC .915 -> MDC95 57.7 s.
    within = change("front_plank", 60, 117.7)
    assert (within.difference, within.mdc95, within.beyond_noise) == (
        pytest.approx(57.7),
        57.7,
        False,
    )
    beyond = change("front_plank", 60, 117.8)
    assert beyond.beyond_noise is True
    assert beyond.citation == "bohannon2018"
    assert "57.7 s apart" in beyond.sentence


def test_results_are_shown_to_a_tenth() -> None:
    assert change("front_plank", 60.0412, 72.5).sentence.startswith(
        "From 60 to 72.5 s: a change of +12.5 s."
    )
    assert asymmetry("side_plank", 40.06, 50).sentence.startswith(
        "Left 40.1 s, right 50 s: a gap of 9.9 s, 20 % of the larger side."
    )


def test_a_fall_counts_as_a_rise_does() -> None:
    assert change("single_leg_heel_raise", 26, 20).beyond_noise is True
    assert change("single_leg_heel_raise", 25, 20).beyond_noise is False


def test_where_nobody_knows_the_noise_we_say_so() -> None:
    result = change("push_up", 10, 30)
    assert (result.mdc95, result.beyond_noise, result.citation) == (None, None, "")
    assert "We found no study" in result.sentence


def test_of_two_published_errors_the_larger_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    (row,) = [
        row for row in tables.reliability() if (row.test, row.statistic) == ("front_plank", "mdc95")
    ]
    errors = tuple(replace(row, value=value) for value in (10.0, 20.0, 15.0))
    other_unit = replace(row, value=99.0, unit="cm")
    monkeypatch.setattr(tables, "reliability", lambda: (*errors, other_unit))
    assert change("front_plank", 0, 18).mdc95 == 20


def test_sides_within_the_error_mean_nothing() -> None:
    # Juan-Recio et al. 2022: typical error 10.95 s -> MDC95 30.3 s.
    gap = asymmetry("side_plank", 40, 55)
    assert (gap.difference, gap.larger, gap.mdc95, gap.within_error) == (-15, "right", 30.3, True)
    assert gap.percent == pytest.approx(27.27, abs=0.01)
    assert "may be noise" in gap.sentence
    wide = asymmetry("side_plank", 90, 50)
    assert wide.within_error is False
    assert "another day" in wide.sentence


def test_equal_sides_have_no_gap() -> None:
    for value in (0, 12.5):
        gap = asymmetry("side_plank", value, value)
        assert (gap.difference, gap.percent, gap.larger) == (0, 0, "")
        assert "no gap" in gap.sentence


@given(TESTS, RESULTS, RESULTS)
def test_swapping_the_sides_swaps_the_sign_only(test: str, left: float, right: float) -> None:
    one, other = asymmetry(test, left, right), asymmetry(test, right, left)
    assert one.difference == -other.difference
    assert one.percent == other.percent
    assert one.within_error == other.within_error
    assert 0 <= one.percent <= 100
    swapped = {"left": "right", "right": "left", "": ""}
    assert one.larger == swapped[other.larger]


@given(TESTS, RESULTS, RESULTS)
def test_going_back_is_the_same_change(test: str, earlier: float, later: float) -> None:
    there, back = change(test, earlier, later), change(test, later, earlier)
    assert there.difference == -back.difference
    assert there.beyond_noise == back.beyond_noise
    assert (there.mdc95 is None) == (there.beyond_noise is None) == (there.citation == "")


@given(RESULTS, st.floats(0, 500), st.floats(0, 500))
def test_a_larger_change_is_never_more_noise(start: float, one: float, other: float) -> None:
    small, large = sorted((one, other))
    less, more = (change("front_plank", start, start + step) for step in (small, large))
    assert bool(less.beyond_noise) <= bool(more.beyond_noise)


@pytest.mark.parametrize("bad", [-1.0, float("nan"), float("inf")])
def test_nonsense_gets_a_sentence(bad: float) -> None:
    for call in (change, asymmetry):
        with pytest.raises(ValueError, match="number of zero or more"):
            call("front_plank", 10, bad)
        with pytest.raises(ValueError, match='There is no test "plank"'):
            call("plank", 10, 10)
