"""Cross-checks and the adding up of metrics."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_metrics.metrics.reporting.arithmetic import Added, Metric, across_units, derived, metric_of, over_periods
from cchc_metrics.metrics.reporting.expressions import (
    BadExpressionError,
    exact,
    read_bound,
    read_check,
    read_formula,
)

CODES = ["4.1", "4.2", "4.3", "4.4", "4.5", "4.6", "4.7", "7.1", "7.2", "10.1"]
FLOW = Metric("4.2", "flow", "sum", "sum")
OPENING = Metric("4.1", "stock", "sum", "opening")
LEVEL = Metric("4.6", "stock", "sum", "latest")
counts = st.integers(0, 10**12).map(Fraction)


def of(**values: float) -> dict[str, Fraction]:
    return {name.replace("m", "").replace("_", "."): exact(value) for name, value in values.items()}


def test_dossiers_taken_in_are_dossiers_dealt_with_or_pending() -> None:
    check = read_check("4.1 + 4.2 = 4.3 + 4.4 + 4.5 + 4.6 + 4.7", CODES)
    report = of(m4_1=5, m4_2=20, m4_3=10, m4_4=8, m4_5=1, m4_6=5, m4_7=1)
    assert check.of(report).holds is True
    wrong = check.of({**report, "4.7": Fraction(2)})
    assert (wrong.holds, wrong.left, wrong.right) == (False, 25, 26)


def test_a_metric_without_a_value_leaves_a_check_open() -> None:
    check = read_check("7.1 <= 7.2", CODES)
    outcome = check.of({"7.1": Fraction(3)})
    assert outcome.holds is None
    assert outcome.missing == ("7.2",)


def test_a_word_is_a_metric_only_when_the_catalogue_has_it() -> None:
    assert read_check("10.1 >= 10", CODES).codes == ("10.1",)
    assert read_check("10.1 >= 10", CODES).of({"10.1": Fraction(10)}).holds is True
    comparison, right = read_bound("= 4.5 + 4.7", CODES)
    assert (comparison, right.codes) == ("=", ("4.5", "4.7"))


def test_brackets_come_first_and_nothing_is_divided_by_zero() -> None:
    formula = read_formula("(4.3+4.4)/(4.3+4.4+4.5)", CODES)
    assert formula.value(of(m4_3=1, m4_4=1, m4_5=1)) == Fraction(2, 3)
    assert formula.value(of(m4_3=0, m4_4=0, m4_5=0)) is None


@pytest.mark.parametrize("text", ["", "4.1", "4.1 = ", "4.1 = 4.2 = 4.3", "4.1 + = 4.2", "(4.1 = 4.2", "4.1 = tổng"])
def test_a_text_that_is_no_check_is_refused(text: str) -> None:
    with pytest.raises(BadExpressionError):
        read_check(text, CODES)


@given(st.dictionaries(st.sampled_from(["A", "B", "C"]), counts, min_size=1))
def test_a_flow_adds_up_over_the_units_that_reported_it(values: dict[str, Fraction]) -> None:
    reported = {unit: {"4.2": value} for unit, value in values.items()} | {"D": {}}
    assert across_units(FLOW, reported) == Added(sum(values.values(), Fraction(0)), tuple(values))


@given(st.lists(st.tuples(counts, counts), min_size=1, max_size=5))
def test_a_ratio_is_worked_out_from_its_parts_and_never_averaged(parts: list[tuple[Fraction, Fraction]]) -> None:
    metric = metric_of("7.3", "ratio", "ratio 7.1/7.2", "ratio 7.1/7.2", CODES)
    reported = {str(at): {"7.1": one, "7.2": two} for at, (one, two) in enumerate(parts)}
    whole = sum(two for _, two in parts)
    added = across_units(metric, {**reported, "half": {"7.1": Fraction(7)}})
    assert added.units == tuple(reported)
    assert added.value == (None if not whole else Fraction(sum(one for one, _ in parts)) / whole * 100)


def test_a_province_wide_figure_of_two_units_is_not_added() -> None:
    metric = Metric("5.7", "flow", "latest", "sum")
    assert across_units(metric, {"A": {"5.7": Fraction(3)}}).value == 3
    assert across_units(metric, {"A": {"5.7": Fraction(3)}, "B": {"5.7": Fraction(4)}}) == Added(None, ("A", "B"))


@given(st.lists(counts, min_size=3, max_size=3))
def test_nothing_is_counted_twice_over_quarters_half_and_year(quarters: list[Fraction]) -> None:
    first, second, third = quarters
    half = over_periods(FLOW, [first, second])
    assert half is not None
    assert derived(FLOW, half, [first]) == second
    year = over_periods(FLOW, [half, third])
    assert year == sum(quarters)
    assert derived(FLOW, year, [half, third]) == 0


@given(st.lists(counts, min_size=1, max_size=4))
def test_an_opening_stock_is_the_first_and_a_level_the_last(values: list[Fraction]) -> None:
    assert over_periods(OPENING, values) == values[0]
    assert over_periods(LEVEL, values) == values[-1]
    assert derived(LEVEL, values[-1], values[:-1]) is None


def test_a_missing_quarter_leaves_the_sum_unknown() -> None:
    assert over_periods(FLOW, [Fraction(1), None]) is None
    assert derived(FLOW, Fraction(5), [None]) is None
