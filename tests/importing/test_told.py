"""Findings that no other test of the reading names: one file each that is told so."""

import json
from typing import Any

import pytest

from cchc_metrics.importing import interpret, mapping_from_json
from cchc_metrics.importing.names import NOBODY
from cchc_metrics.model import Finding, Severity
from cchc_metrics.schema import ENTITIES, FRAMEWORKS, SCORES, Kind
from tests.builders import filled, grid, score, snapshot, workbook


def told(kind: Kind, *rows: dict[str, Any]) -> dict[str, Severity]:
    return {one.code: one.severity for one in interpret(filled(kind, rows), kind, snapshot()).findings}


def test_a_year_that_no_index_can_have_is_refused() -> None:
    assert told(SCORES, score(ky=1899))["period_out_of_range"] is Severity.ERROR


def test_a_minimum_above_its_maximum_is_refused() -> None:
    row = {"Bộ chỉ số": "PCI", "Bộ tiêu chí": "PCI 2020", "Mã tiêu chí": "TOTAL", "Tên tiêu chí": "Tổng điểm"}
    row |= {"Điểm tối thiểu": 20, "Điểm tối đa": 10, "Áp dụng từ năm": 2020}
    assert told(FRAMEWORKS, row)["minimum_above_maximum"] is Severity.ERROR


def test_a_base_that_never_was_is_refused() -> None:
    row = {"Mã hệ thống": "P61-01", "Loại đơn vị": "Tỉnh, thành phố", "Hệ": "61", "Tên": "Tỉnh Hà Tây"}
    assert told(ENTITIES, row | {"Tên hiển thị": "Hà Tây"})["era_unknown"] is Severity.ERROR


@pytest.mark.parametrize(("second", "code"), [(5.5, "columns_repeat"), (6.5, "columns_same")])
def test_two_columns_of_one_criterion_are_one_where_they_agree(second: float, code: str) -> None:
    rows = [["Địa bàn", "Trục 1", "Trục 1 (in lại)"], ["Hà Nội", 5.5, second], ["Quảng Trị (cũ)", 6.0, 6.0]]
    across = [{"column": column, "takes": "Điểm", "says": {"Mã tiêu chí": "D1"}} for column in "BC"]
    table = {"sheet": "2023", "header": [1, 1], "columns": {"Tên đơn vị": "A"}, "across": across}
    table |= {"constants": {"Bộ chỉ số": "PAPI", "Kỳ": "2023"}}
    mapping = mapping_from_json(json.dumps({"kind": "scores", "tables": [table]}))
    found = interpret(workbook(grid(rows, "2023")), SCORES, snapshot(), mapping=mapping).findings
    (one,) = [each for each in found if each.code.startswith("columns_")]
    assert isinstance(one, Finding) and one.code == code


def test_a_row_of_which_a_person_said_that_it_is_nobody_s_is_told_by_its_name() -> None:
    rows = [["Địa bàn", "Trục 1"], ["Hà Nội", 5.5], ["Khối cơ quan", 6.0], ["Quảng Trị (cũ)", 6.1]]
    table = {"sheet": "2023", "header": [1, 1], "columns": {"Tên đơn vị": "A"}}
    table |= {"across": [{"column": "B", "takes": "Điểm", "says": {"Mã tiêu chí": "D1"}}]}
    table |= {"constants": {"Bộ chỉ số": "PAPI", "Kỳ": "2023"}}
    answer = {"subject": "entity", "scope": "63", "written": "Khối cơ quan", "target": NOBODY}
    mapping = mapping_from_json(json.dumps({"kind": "scores", "tables": [table], "answers": [answer]}))
    read = interpret(workbook(grid(rows, "2023")), SCORES, snapshot(), mapping=mapping)
    (one,) = [each for each in read.findings if each.code == "row_nobody"]
    assert (one.severity, one.cell) == (Severity.INFO, "A3") and "Khối cơ quan" in one.message
    assert read.rows.accepted == 2
