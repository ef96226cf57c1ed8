"""Sets of criteria as decisions number them."""

from typing import Any

from cchc_metrics.importing import Interpretation, interpret
from cchc_metrics.model import Severity
from cchc_metrics.schema import FRAMEWORKS
from tests.builders import snapshot, workbook

SNAPSHOT = snapshot()
HEAD = ["Bộ chỉ số", "Bộ tiêu chí", "Áp dụng từ năm", "Mã tiêu chí", "Tên tiêu chí", "Điểm tối đa"]


def read(*rows: tuple[Any, str, float]) -> Interpretation:
    body = [["DDCI", "Quyết định 1", 2024, code, name, most] for code, name, most in rows]
    return interpret(workbook([HEAD, *body]), FRAMEWORKS, SNAPSHOT)


def errors(result: Interpretation) -> set[tuple[str, str]]:
    return {(one.code, one.cell) for one in result.findings if one.severity is Severity.ERROR}


def test_numbers_say_what_belongs_to_what_where_no_column_does() -> None:
    result = read(
        ("TOTAL", "Tổng điểm", 100),
        ("1", "Chỉ đạo", 60),
        ("1.1", "Kế hoạch", 60),
        ("1.1.2", "Ban hành", 60),
        ("2.", "Thể chế", 40),
        ("2.3.1", "Rà soát", 40),
    )
    parents = dict(zip(result.facts["node_code"], result.facts["parent_code"].fillna(""), strict=True))
    assert parents == {"TOTAL": "", "1": "TOTAL", "1.1": "1", "1.1.2": "1.1", "2.": "TOTAL", "2.3.1": "2."}
    assert "parents_derived" in {one.code for one in result.findings}
    assert not errors(result)


def test_codes_that_lost_their_last_zero_are_told_in_frameworks_too() -> None:
    result = read(("TOTAL", "Tổng điểm", 100), (1, "Chỉ đạo", 100), (1.1, "Một", 50), (1.1, "Mười", 50))
    assert {("node_code_cut", "D4")} <= errors(result)
    told = next(one for one in result.findings if one.code == "node_code_cut")
    assert told.cells == ("D4", "D5") and "1.1, 1.10" in told.message
