"""Statistics against statsmodels' recorded figures, exact fractions, printed tables and the definitions themselves."""

from __future__ import annotations

from fractions import Fraction
from math import comb

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from otassist.evaluation.statistics import (
    cases_needed,
    clopper_pearson,
    cluster_bootstrap,
    holm,
    mcnemar,
    paired,
    sign_test,
    wilson,
)

DIFFERENCES = [0, 0, -1, -0.5, 0.25, 0, 1, -1, -1, 0.5, 0, -0.25]
STUDENTS = list("aabbbcddeffg")


def test_the_clustered_mean_is_that_of_statsmodels():
    """OLS on a constant, cov_type="cluster", use_t=True, statsmodels 0.15.0; bounds are its 90 % interval."""
    found = paired(DIFFERENCES, STUDENTS)
    assert (float(found.mean), float(found.se), found.clusters) == pytest.approx((-1 / 6, 0.13375944641845994, 7))
    assert (float(found.low), float(found.high)) == pytest.approx((-0.42658539, 0.09325205))
    assert float(found.worse) == pytest.approx(0.25920284 / 2)
    assert (found.cases, found.clusters) == (12, 7)


def test_the_clustered_error_is_its_definition_written_out():
    mean = Fraction(sum(map(Fraction, DIFFERENCES)), len(DIFFERENCES))
    sums = [
        sum(Fraction(value) - mean for value, name in zip(DIFFERENCES, STUDENTS, strict=True) if name == student)
        for student in dict.fromkeys(STUDENTS)
    ]
    variance = Fraction(7, 6) * sum(item * item for item in sums) / len(DIFFERENCES) ** 2
    assert float(paired(DIFFERENCES, STUDENTS).se) ** 2 == pytest.approx(float(variance))


@pytest.mark.parametrize(("df", "quantile"), [(1, 6.3138), (6, 1.9432), (10, 1.8125), (30, 1.6973), (120, 1.6577)])
def test_the_quantiles_of_t_are_those_of_the_printed_tables(df, quantile):
    """NIST/SEMATECH e-Handbook, table 1.3.6.7.2, one-sided .95."""
    values = np.linspace(-0.5, 0.5, df + 1)
    found = paired(values, range(df + 1))
    assert float((found.mean - found.low) / found.se) == pytest.approx(quantile, abs=5e-5)


def test_cases_of_one_student_are_not_counted_as_independent():
    values = [1, 1, 1, 0, 0, 0, -1, -1, -1]
    apart, together = paired(values, range(9)), paired(values, list("aaabbbccc"))
    assert together.se > apart.se
    assert together.clusters == 3


def test_runs_at_once_are_the_runs_one_by_one():
    chance = np.random.default_rng(1)
    runs = chance.normal(size=(5, 12))
    at_once = paired(runs, STUDENTS)
    alone = [paired(run, STUDENTS) for run in runs]
    for name in ("mean", "se", "low", "high", "worse"):
        assert getattr(at_once, name) == pytest.approx([float(getattr(item, name)) for item in alone])


@pytest.mark.parametrize(
    ("mean", "students", "is_no_worse", "is_worse"),
    [
        (0.0, 58, False, False),  # the rule of three: 59 students without a change exclude a share of .05
        (0.0, 59, True, False),
        (-1.0, 4, False, False),  # four downs of four: .5^4 > .05
        (-1.0, 5, False, True),
        (-1.0, 1, False, False),
        (0.0, 1, False, False),
        (1.0, 1, False, False),
    ],
)
def test_a_sample_without_spread_claims_no_more_than_its_size_allows(mean, students, is_no_worse, is_worse):
    found = paired([mean] * students, range(students))
    assert bool(found.low > -0.05) is is_no_worse
    assert bool(found.worse < 0.05) is bool(found.high < 0) is is_worse


@given(
    st.lists(st.tuples(st.floats(-1, 1), st.integers(0, 5)), min_size=2, max_size=30),
    st.floats(-0.5, 0.5),
)
def test_bounds_hold_the_mean_and_a_shift_moves_the_mean_alone(pairs, shift):
    values, students = zip(*pairs, strict=True)
    found, moved = paired(values, students), paired([value + shift for value in values], students)
    assert found.low <= found.mean <= found.high
    assert 0 <= found.worse <= 1
    assert float(moved.mean) == pytest.approx(float(found.mean) + shift)
    assert float(moved.se) == pytest.approx(float(found.se), abs=1e-9)


@given(st.lists(st.floats(-1, 1), min_size=2, max_size=30), st.randoms())
def test_order_and_names_of_students_do_not_matter(values, chance):
    order = list(range(len(values)))
    chance.shuffle(order)
    students = [place % 4 for place in range(len(values))]
    found = paired(values, students)
    again = paired([values[place] for place in order], [f"s{students[place]}" for place in order])
    assert (float(again.mean), float(again.se)) == pytest.approx((float(found.mean), float(found.se)), abs=1e-9)


@pytest.mark.parametrize(
    ("values", "students"), [([], []), ([0.1, 0.2], ["a"]), ([0.1, float("nan")], "ab"), ([float("inf")], "a")]
)
def test_what_cannot_be_averaged_is_refused(values, students):
    with pytest.raises(ValueError, match=r"differences do not fit|not finite"):
        paired(values, students)
    with pytest.raises(ValueError, match="do not fit"):
        cluster_bootstrap(values, students)


def test_the_bootstrap_agrees_with_t_on_a_middling_sample():
    chance = np.random.default_rng(4)
    students = np.repeat(np.arange(60), 2)
    values = (0.2 * chance.normal(size=60))[students] + 0.2 * chance.normal(size=120)
    bounds, drawn = paired(values, students.tolist()), cluster_bootstrap(values, students.tolist())
    assert (drawn.low, drawn.high) == pytest.approx((float(bounds.low), float(bounds.high)), abs=0.01)
    assert drawn == cluster_bootstrap(values, students.tolist())


@given(st.integers(0, 30), st.integers(0, 30))
def test_the_sign_test_counts_every_outcome(better, worse):
    n = better + worse
    tail = sum(Fraction(comb(n, count), 2**n) for count in range(min(better, worse) + 1))
    assert sign_test(better, worse) == pytest.approx(float(min(Fraction(1), 2 * tail)))


@pytest.mark.parametrize(
    ("better", "worse", "p"),
    [(3, 9, 0.14599609375), (0, 5, 0.0625), (7, 7, 1.0), (1, 10, 0.01171875), (0, 0, 1.0)],
)
def test_mcnemar_is_that_of_statsmodels(better, worse, p):
    base = [False] * better + [True] * worse + [True, False]
    new = [True] * better + [False] * worse + [True, False]
    assert mcnemar(base, new).p == pytest.approx(p)
    assert (mcnemar(base, new).better, mcnemar(base, new).worse) == (better, worse)


@pytest.mark.parametrize(
    ("good", "n", "score", "exact"),
    [
        (0, 130, (0.0, 0.02870156119443143), (0.0, 0.027977178415451703)),
        (1, 130, (0.0013591742355797097, 0.04228543986355278), (0.00019473340609833562, 0.04211273901466197)),
        (5, 40, (0.054595002509454024, 0.261121198388511), (0.04185962613861671, 0.26803291736172047)),
        (90, 90, (0.9590643744356734, 1.0), (0.9598410803842253, 1.0)),
        (0, 0, (0.0, 1.0), (0.0, 1.0)),
    ],
)
def test_intervals_of_rates_are_those_of_statsmodels(good, n, score, exact):
    found, sure = wilson(good, n), clopper_pearson(good, n)
    assert (found.low, found.high) == pytest.approx(score, abs=1e-12)
    assert (sure.low, sure.high) == pytest.approx(exact, abs=1e-12)


@given(st.integers(0, 60).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_exact_interval_leaves_half_the_error_on_either_side(counted):
    bad, n = counted
    bounds = clopper_pearson(bad, n)

    def at_least(rate: float) -> float:
        return sum(comb(n, count) * rate**count * (1 - rate) ** (n - count) for count in range(bad, n + 1))

    if bad > 0:
        assert at_least(bounds.low) == pytest.approx(0.025)
    if bad < n:
        assert 1 - at_least(bounds.high) + comb(n, bad) * bounds.high**bad * (1 - bounds.high) ** (
            n - bad
        ) == pytest.approx(0.025)


@pytest.mark.parametrize("counted", [(-1, 3), (4, 3), (0, -1)])
def test_a_rate_that_is_none_is_refused(counted):
    for interval in (wilson, clopper_pearson):
        with pytest.raises(ValueError, match="is no rate"):
            interval(*counted)
    with pytest.raises(ValueError, match="cannot be negative"):
        sign_test(-1, 2)


def test_holm_is_that_of_statsmodels():
    assert holm([0.01, 0.04, 0.03, 0.005, 0.5]) == pytest.approx([0.04, 0.09, 0.09, 0.025, 0.5])
    assert holm([[0.01, 0.04], [0.9, 0.8]]) == pytest.approx(np.array([[0.02, 0.04], [1.0, 1.0]]))


@given(st.lists(st.floats(0, 1), min_size=1, max_size=8))
def test_holm_lies_between_the_plain_and_the_bonferroni_value_and_keeps_the_order(values):
    adjusted = holm(values)
    assert (adjusted >= np.array(values) - 1e-15).all()
    assert (adjusted <= np.minimum(1, np.array(values) * len(values)) + 1e-15).all()
    assert (np.diff(adjusted[np.argsort(values, kind="stable")]) >= 0).all()


@pytest.mark.parametrize("values", [[-0.1], [1.1], [float("nan"), 0.5]])
def test_holm_refuses_what_is_no_probability(values):
    with pytest.raises(ValueError, match="outside 0 to 1"):
        holm(values)


@pytest.mark.parametrize(
    ("mean", "se", "needed"),
    [
        (0.0, 0.03, 290),  # 130 x ((1.645 + .842) x .03 / .05)^2
        (-0.04, 0.03, 453),  # worse is nearer than no worse
        (-0.025, 0.03, 1158),  # in the middle it takes most
        (0.1, 0.03, 131),  # more than there are, always
    ],
)
def test_the_number_of_cases_that_would_decide(mean, se, needed):
    assert cases_needed(mean, se, 130, 130, 0.05) == needed


@pytest.mark.parametrize(("mean", "needed"), [(0.0, 59), (-0.05, None), (-1.0, None), (0.02, 43)])
def test_without_any_spread_the_rule_of_three_says_how_many(mean, needed):
    assert cases_needed(mean, 0.0, 40, 40, 0.05) == needed


def test_that_many_cases_do_decide():
    """With the standard error shrunk accordingly, the bound clears the allowance in four samples of five."""
    needed = cases_needed(0.0, 0.03, 130, 130, 0.05)
    chance = np.random.default_rng(2)
    samples = chance.normal(0.0, 0.03 * 130**0.5, size=(2000, needed))
    assert 0.77 < float((paired(samples, range(needed)).low > -0.05).mean()) < 0.83
