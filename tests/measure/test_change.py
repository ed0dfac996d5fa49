from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from running_muscles import tables
from running_muscles.measure.change import asymmetry, change
from running_muscles.measure.noise import noise

TESTS = st.sampled_from(sorted(tables.protocols()))
RESULTS = st.floats(0, 5000)


def test_the_noise_of_a_plank_grows_with_the_plank() -> None:
    # Bohannon et al. 2018: MDC95 57.7 s at a mean of 145.3 s, which is 39.7 %.
    short, long = change("front_plank", 30, 80), change("front_plank", 200, 250)
    assert (short.beyond_noise, long.beyond_noise) == (True, False)
    assert short.mdc95 == pytest.approx(0.397 * 55)
    assert long.mdc95 == pytest.approx(0.397 * 225)
    assert short.citation == "bohannon2018"
    assert "21.8 s apart, 39.7 % of their mean" in short.sentence
    assert "worked this out" in short.sentence


def test_limits_of_agreement_go_before_our_own_sum() -> None:
    # Hebert-Losier et al. 2017, n = 32: -6.2 to 6.5 on the right. Ross 2000, n = 17: 5.7, ours.
    found = change("single_leg_heel_raise", 20, 26)
    assert (found.mdc95, found.beyond_noise) == (6.4, False)
    assert found.citation == "hebertlosier2017"
    assert "This comes from" in found.sentence
    assert asymmetry("single_leg_heel_raise", 20, 27).within_error is False


def test_results_are_shown_to_a_tenth() -> None:
    assert change("front_plank", 60.0412, 72.5).sentence.startswith(
        "From 60 to 72.5 s: a change of +12.5 s."
    )
    assert asymmetry("side_plank", 40.06, 50).sentence.startswith(
        "Left 40.1 s, right 50 s: a gap of 9.9 s, 20 % of the larger side."
    )


def test_a_fall_counts_as_a_rise_does() -> None:
    assert change("single_leg_heel_raise", 27, 20).beyond_noise is True
    assert change("single_leg_heel_raise", 26, 20).beyond_noise is False


def test_where_nobody_knows_the_noise_we_say_so() -> None:
    result = change("push_up", 10, 30)
    assert (result.mdc95, result.beyond_noise, result.citation) == (None, None, "")
    assert "We found no study" in result.sentence


def row(**differs: object) -> tables.Reliability:
    made = tables.Reliability(
        test="push_up",
        metric="count",
        unit="reps",
        population="people",
        n=20,
        statistic="mdc95",
        value=5.0,
        how="as the paper gives it",
        source_key="ross2000",
        verified="primary",
    )
    return replace(made, **differs)  # type: ignore[arg-type]


OURS = {"verified": "calculated"}


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([row(value=4.0), row(value=9.0, n=200, **OURS)], 4.0),
        ([row(value=4.0, n=60), row(value=9.0)], 4.0),
        ([row(value=4.0), row(value=9.0)], 9.0),
        ([row(value=4.0, **OURS), row(statistic="mdc95_percent", value=10, unit="%", **OURS)], 3.0),
        ([row(value=4.0), row(statistic="mdc95_percent", value=10, unit="%", **OURS)], 4.0),
        ([row(statistic="loa_low", value=-3.0), row(statistic="loa_high", value=4.0)], 3.5),
        ([row(statistic="loa_low", value=-3.0), row(value=9.0, **OURS)], 9.0),
        ([row(value=99.0, unit="cm")], None),
        ([row(statistic="sem")], None),
    ],
)
def test_one_rule_chooses_among_several(
    monkeypatch: pytest.MonkeyPatch, rows: list[tables.Reliability], expected: float | None
) -> None:
    monkeypatch.setattr(tables, "reliability", lambda: tuple(rows))
    assert change("push_up", 25, 35).mdc95 == expected


@pytest.mark.parametrize("first", [10.0, 60.0, 300.0])
@pytest.mark.parametrize("test", ["front_plank", "side_plank", "single_leg_heel_raise"])
def test_the_band_ends_where_the_noise_does(test: str, first: float) -> None:
    found = noise(test, tables.protocols()[test].unit)
    assert found is not None
    for end in found.band(first):
        assert abs(end - first) == pytest.approx(found.at(first, end))


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
