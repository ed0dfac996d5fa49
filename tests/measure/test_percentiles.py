from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from running_muscles.measure.percentiles import (
    NORMAL_RANGE,
    WIDEST_STEP,
    approximate,
    interpolate,
    ordinal,
)

# Strand et al. 2014, front plank, men.
STRAND = [(10.0, 62.0), (20.0, 79.0), (50.0, 110.0), (70.0, 137.0), (80.0, 157.0), (90.0, 201.0)]
RESULTS = st.floats(min_value=0, max_value=10_000)


@pytest.mark.parametrize(("percentile", "value"), STRAND)
def test_a_published_value_is_its_percentile(percentile: float, value: float) -> None:
    place = interpolate(value, STRAND)
    assert place.percentile == percentile
    assert place.text == f"at the {percentile:g}th"


@pytest.mark.parametrize(
    ("value", "percentile", "text"),
    [
        (123.5, 60, "between the 50th and 70th"),
        (94.5, 35, "between the 20th and 50th"),
        (61.9, None, "below the 10th"),
        (201.1, None, "above the 90th"),
    ],
)
def test_between_and_beyond(value: float, percentile: float | None, text: str) -> None:
    place = interpolate(value, STRAND)
    assert place.percentile == percentile
    assert place.text == text


def test_a_wide_step_is_not_bridged() -> None:
    model = [(2.5, 16.2), (50.0, 37.5)]
    assert WIDEST_STEP < 50 - 2.5
    place = interpolate(25, model)
    assert place.percentile is None
    assert place.in_100 is None
    assert place.text == "between the 2.5th and 50th"


def test_no_point_is_an_error() -> None:
    with pytest.raises(ValueError, match="at least one"):
        interpolate(1, [])


@st.composite
def published(draw: st.DrawFn) -> list[tuple[float, float]]:
    percentiles = draw(
        st.lists(st.integers(1, 99), min_size=1, max_size=8, unique=True).map(sorted)
    )
    values = draw(
        st.lists(st.integers(0, 500), min_size=len(percentiles), max_size=len(percentiles)).map(
            sorted
        )
    )
    return [(float(p), float(v)) for p, v in zip(percentiles, values, strict=True)]


@given(published(), RESULTS)
def test_never_beyond_the_published_range(points: list[tuple[float, float]], value: float) -> None:
    place = interpolate(value, points)
    if place.percentile is not None:
        assert points[0][0] <= place.percentile <= points[-1][0]
        assert points[0][1] <= value <= points[-1][1]


def least(points: list[tuple[float, float]], value: float) -> float:
    """A lower bound of the place that also orders places without a percentile."""
    place = interpolate(value, points)
    if place.percentile is not None:
        return place.percentile
    return max((percentile for percentile, bound in points if bound < value), default=-1)


@given(published(), RESULTS, RESULTS)
def test_more_is_never_placed_lower(
    points: list[tuple[float, float]], one: float, other: float
) -> None:
    low, high = sorted((one, other))
    assert least(points, low) <= least(points, high)


@given(RESULTS, RESULTS, st.floats(1, 200), st.floats(1, 200))
def test_the_approximation_rises_and_stays_in_its_range(
    one: float, other: float, mean: float, sd: float
) -> None:
    low, high = (approximate(value, mean, sd) for value in sorted((one, other)))
    if low.percentile is not None and high.percentile is not None:
        assert low.percentile <= high.percentile
        assert low.in_100 is not None
        assert low.in_100 % 5 == 0
    for place in (low, high):
        if place.percentile is not None:
            assert NORMAL_RANGE[0] <= place.percentile <= NORMAL_RANGE[1]


@given(st.floats(-1.5, 1.5), st.floats(0, 200), st.floats(1, 100))
def test_the_approximation_is_symmetric(z: float, mean: float, sd: float) -> None:
    above, below = approximate(mean + z * sd, mean, sd), approximate(mean - z * sd, mean, sd)
    assert above.percentile is not None
    assert below.percentile is not None
    assert above.percentile + below.percentile == pytest.approx(100)


def test_the_approximation_at_mean_and_one_sd() -> None:
    # Bohannon et al. 2018: mean 145.3 s, SD 71.5 s.
    assert approximate(145.3, 145.3, 71.5).percentile == pytest.approx(50)
    assert approximate(216.8, 145.3, 71.5).percentile == pytest.approx(84.13, abs=0.01)
    assert approximate(216.8, 145.3, 71.5).text == "near the 85th"
    assert approximate(400, 145.3, 71.5).text == "above the 95th"
    assert approximate(1, 145.3, 71.5).text == "below the 5th"


@pytest.mark.parametrize(
    ("number", "word"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (11, "11th"), (13, "13th"), (22, "22nd"), (2.5, "2.5th")],
)
def test_ordinals(number: float, word: str) -> None:
    assert ordinal(number) == word
