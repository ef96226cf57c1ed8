"""A figure on the base of 34 never stands alone where weights would change it."""

import pandas as pd

from cchc_metrics.views.kit.estimates import estimated


def row(**told: object) -> pd.Series:
    return pd.Series({"value": 43.5, "low": 42.25, "high": 44.75, "estimate": True} | told)


def test_an_estimate_bears_the_range_over_all_weightings() -> None:
    assert estimated(row(), "điểm") == "43,50 điểm (42,25 – 44,75 theo mọi cách cho trọng số)"
    assert estimated(row(), "%", 1) == "43,5% (42,3 – 44,8 theo mọi cách cho trọng số)"


def test_a_published_figure_and_one_that_no_weight_changes_stand_as_they_are() -> None:
    assert estimated(row(estimate=False), "điểm") == "43,50 điểm"
    assert estimated(row(low=43.5, high=43.5), "điểm") == "43,50 điểm"
    assert estimated(pd.Series({"value": 43.5}), "điểm") == "43,50 điểm"


def test_no_figure_has_no_range() -> None:
    assert estimated(row(value=float("nan")), "điểm") == "–"
