"""Statistics against what published packages print, and against exact arithmetic.

Read and quoted, with all digits they give:

- pingouin, documentation of `cronbach_alpha`, data `cronbach_wide_missing` (rows without a gap)
  and `cronbach_alpha`;
- statpsych, documentation and source of `ci.cronbach`; cocron, tests of `cronbach.alpha.CI`;
- mirt, documentation of `LSAT6`, what `itemstats` prints (data: Thissen 1982).
"""

from __future__ import annotations

import math
from fractions import Fraction
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from running_muscles.analysis.chance import (
    binomial_tail,
    f_quantile,
    incomplete_beta,
    normal_quantile,
    normal_tail,
)
from running_muscles.analysis.items import correlation, facility, proportion, rest_shares
from running_muscles.analysis.reliability import cronbach_alpha, feldt_interval, reliability
from running_muscles.analysis.siblings import compare

WIDE = """
11111111111 11111111010 11101101100 11111000100 11110010000 11111000000 01011000010 11100000000
10010000000
""".split()  # noqa: SIM905
QUIZ = np.array([[float(mark) for mark in row] for row in WIDE])
# How many of a thousand people have each pattern of five marks, 00000 first.
LSAT6 = """
3 6 2 11 1 1 3 4 1 8 0 16 0 3 2 15 10 29 14 81 3 28 15 80 16 56 21 173 11 61 28 298
""".split()  # noqa: SIM905
LAW = np.repeat(
    np.array(list(product((0.0, 1.0), repeat=5))), [int(count) for count in LSAT6], axis=0
)


def test_alpha_is_what_pingouin_prints():
    found = reliability(QUIZ)
    assert found.alpha == pytest.approx(0.8016949152542373, abs=1e-9)
    assert (found.people, found.slots) == (9, 11)


@pytest.mark.parametrize(
    ("alpha", "people", "slots", "level", "printed"),
    [
        (0.5917188485995826, 15, 10, 0.95, (0.195, 0.840)),  # pingouin
        # The rows without a gap; pingouin counts all twelve of its table as people.
        (0.8016949152542373, 12, 11, 0.95, (0.581, 0.933)),
        (0.790, 41, 26, 0.90, (0.705, 0.862)),  # cocron, an example of Feldt and others 1987
    ],
)
def test_the_interval_of_alpha_is_what_packages_print(alpha, people, slots, level, printed):
    low, high = feldt_interval(alpha, people, slots, level)
    assert (round(low, 3), round(high, 3)) == printed


def test_a_quantile_of_f_is_what_statpsych_prints():
    # Feldt 1965, with as many degrees of freedom below as `ci.cronbach` takes.
    low, high = (1 - 0.15 * f_quantile(share, 88, 89 * 6) for share in (0.975, 0.025))
    assert (round(low, 7), round(high, 7)) == (0.7971254, 0.8931436)


def test_item_statistics_are_what_mirt_prints():
    assert round(cronbach_alpha(LAW), 3) == 0.295
    rest = rest_shares(LAW, np.ones(5))
    columns = range(5)
    assert [round(facility(LAW[:, n]).value, 3) for n in columns] == [
        0.924, 0.709, 0.553, 0.763, 0.870,
    ]  # fmt: skip
    assert [round(correlation(LAW[:, n], rest[:, n]).value, 3) for n in columns] == [
        0.113, 0.153, 0.173, 0.144, 0.122,
    ]  # fmt: skip


@pytest.mark.parametrize("above", [2, 4, 10, 60])
@pytest.mark.parametrize("below", [2, 6, 20, 300])
@pytest.mark.parametrize("share", [0.005, 0.025, 0.5, 0.975, 0.999])
def test_a_quantile_of_f_has_its_share_below_it_in_exact_arithmetic(above, below, share):
    quantile = Fraction(f_quantile(share, above, below))
    x = above * quantile / (above * quantile + below)
    a, b = above // 2, below // 2
    n = a + b - 1
    exact = sum(math.comb(n, j) * x**j * (1 - x) ** (n - j) for j in range(a, n + 1))
    assert float(exact) == pytest.approx(share, abs=1e-12)


@given(st.integers(1, 60), st.integers(0, 60), st.integers(1, 99))
def test_a_binomial_tail_is_the_sum_of_its_terms(tries, hits, percent):
    share = Fraction(percent, 100)
    exact = sum(
        math.comb(tries, k) * share**k * (1 - share) ** (tries - k) for k in range(hits, tries + 1)
    )
    assert binomial_tail(hits, tries, percent / 100) == pytest.approx(float(exact), abs=1e-12)


@given(st.floats(0.5, 400), st.floats(0.5, 400), st.floats(0.001, 0.999), st.floats(0.001, 0.999))
def test_the_beta_function_rises_and_mirrors(a, b, x, y):
    low, high = sorted((x, y))
    assert incomplete_beta(a, b, low) <= incomplete_beta(a, b, high) + 1e-12
    assert incomplete_beta(a, b, x) + incomplete_beta(b, a, 1 - x) == pytest.approx(1, abs=1e-9)


def test_ends_of_the_beta_function():
    assert [incomplete_beta(2, 3, x) for x in (-1, 0, 1, 2)] == [0, 0, 1, 1]
    assert binomial_tail(0, 5, 0.2) == 1
    assert binomial_tail(6, 5, 0.2) == 0


def test_the_normal_tail_is_that_of_its_quantile():
    for share in (0.5, 0.9, 0.975, 0.9999):
        assert normal_tail(normal_quantile(share)) == pytest.approx(1 - share, rel=1e-9)


def test_a_question_is_held_against_the_share_of_ones_own_other_points():
    points = np.array([[1.0, 2.0, np.nan], [0.0, 1.0, 3.0], [1.0, np.nan, np.nan]])
    rest = rest_shares(points, np.array([1.0, 2.0, 3.0]))
    assert rest[0].tolist() == [1.0, 1.0, 1.0]
    assert rest[1].tolist() == [4 / 5, 3 / 4, 1 / 3]
    assert np.isnan(rest[2, 0])
    assert rest[2, 1] == 1


@given(st.integers(1, 400), st.data())
def test_wilson_solves_its_own_equation(people, data):
    hits = data.draw(st.integers(0, people))
    found = proportion(hits / people, people)
    z = normal_quantile(0.975)
    for end in (found.low, found.high):
        assert (hits / people - end) ** 2 == pytest.approx(
            z * z * end * (1 - end) / people, abs=1e-9
        )
    assert 0 <= found.low <= found.value <= found.high <= 1


def test_where_there_is_nothing_to_tell_none_is_said():
    same = np.ones((5, 3))
    assert cronbach_alpha(same) is None
    assert reliability(same) is None
    assert cronbach_alpha(np.ones((1, 3))) is None
    assert cronbach_alpha(np.ones((3, 1))) is None
    assert facility(np.array([])) is None
    assert correlation(np.ones(9), np.arange(9.0)) is None
    assert correlation(np.array([1.0, 0, 1]), np.array([1.0, 0, 1])) is None
    assert correlation(np.array([1.0, 0, 1, np.nan]), np.arange(4.0)) is None
    assert compare(np.ones(4), np.arange(4.0), np.array([1, 1, 2, 2])) == {}
    assert compare(np.arange(4.0), np.arange(4.0), np.array([1, 1, 1, 1])) == {}


def test_a_perfect_correlation_has_an_end():
    found = correlation(np.arange(9.0), 2 * np.arange(9.0))
    assert found.value == pytest.approx(1)
    assert found.low <= 1 <= found.high + 1e-9


def test_groups_are_compared_as_a_regression_with_dummies_does_it():
    lot = np.random.default_rng(5)
    rest = lot.random(90)
    group = lot.integers(0, 3, 90)
    shares = 0.5 * rest + 0.2 * (group == 1) + lot.normal(0, 0.1, 90)
    found = compare(shares, rest, group)
    design = np.column_stack([*((group == name) for name in range(3)), rest]).astype(float)
    answer, left, *_ = np.linalg.lstsq(design, shares, rcond=None)
    variance = left[0] / (90 - 4) * np.linalg.inv(design.T @ design)
    for name in range(3):
        others = np.array([np.sum(group == other) for other in range(3)], dtype=float)
        others[name] = 0
        contrast = np.append(-others / others.sum(), 0.0)
        contrast[name] = 1
        assert found[name].difference == pytest.approx(contrast @ answer, abs=1e-9)
        z = abs(contrast @ answer) / math.sqrt(contrast @ variance @ contrast)
        assert found[name].chance == pytest.approx(2 * normal_tail(z), rel=1e-6, abs=1e-12)
