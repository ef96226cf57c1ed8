"""Frameworks looked up by year and by code."""

from typing import Any

import pandas as pd

from cchc_metrics.services.office.criteria import Criteria

COLUMNS = [
    *("index_code", "framework_id", "node_code", "parent_code", "name", "level", "unit"),
    *("year_from", "year_to", "max_score", "groups"),
]


def criteria(*rows: tuple[Any, ...]) -> Criteria:
    frame = pd.DataFrame(list(rows), columns=COLUMNS)
    return Criteria(frame.astype({"year_from": "Int64", "year_to": "Int64", "max_score": "float64"}))


OLD = ("X", "old", "TOTAL", None, "Chỉ số", "", "", 2012, 2019, 100.0, "A:90")
NEW = ("X", "new", "TOTAL", None, "Chỉ số mới", "", "", 2020, None, 100.0, None)
ALWAYS = ("X", "ever", "TOTAL", None, "Chỉ số không rõ năm", "", "", None, 2011, 80.0, None)
PART = ("X", "old", "1", "TOTAL", "Phần", "", "", 2012, 2019, 20.0, None)


def test_a_row_is_that_of_the_framework_in_force() -> None:
    held = criteria(OLD, PART, NEW)
    assert held.row("X", 2015, "TOTAL")["groups"] == "A:90"
    assert held.row("X", 2021, "TOTAL")["name"] == "Chỉ số mới"
    assert (dict(held.row("X", 2021, "1")), dict(held.row("Y", 2015, "TOTAL"))) == ({}, {})


def test_an_index_is_called_as_its_newest_framework_calls_it() -> None:
    assert criteria(NEW, OLD).roots == {"X": "Chỉ số mới"}
    assert criteria(NEW, OLD).newest == {("X", "TOTAL"): "Chỉ số mới"}


def test_a_framework_without_a_first_year_names_the_index_and_no_criterion_that_another_names() -> None:
    held = criteria(ALWAYS, NEW, OLD)
    assert held.roots == {"X": "Chỉ số không rõ năm"}
    assert held.newest == {("X", "TOTAL"): "Chỉ số mới"}
    assert criteria(ALWAYS).newest == {("X", "TOTAL"): "Chỉ số không rõ năm"}


def test_a_tree_is_in_reading_order_and_empty_where_none_is_known() -> None:
    held = criteria(PART, OLD, NEW)
    assert [(node.code, node.depth) for node in held.tree("X", 2015)] == [("TOTAL", 0), ("1", 1)]
    assert held.tree("X", 2005) == ()
