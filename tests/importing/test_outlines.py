"""Sets of criteria as decisions number them."""

from typing import Any

import pytest

from cchc_metrics.importing import Interpretation, interpret
from cchc_metrics.importing.tables import detect_kind
from cchc_metrics.model import FileMapping, Severity, Snapshot
from cchc_metrics.schema import FRAMEWORKS
from cchc_metrics.services.office.office import Office
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


TITLE: list[list[Any]] = [
    ["BỘ NỘI VỤ", None, None],
    ["BẢNG 1. CHỈ SỐ CẢI CÁCH HÀNH CHÍNH CẤP TỈNH", None, None],
    ["(Kèm theo Quyết định số 999/QĐ-BNV ngày 05 tháng 12 năm 2024 của Bộ trưởng Bộ Nội vụ)", None, None],
    [None, None, None],
    ["STT", "Lĩnh vực/Tiêu chí/Tiêu chí thành phần", "Điểm tối đa"],
]
ROMAN: list[list[Any]] = [
    ["I", "CHỈ ĐẠO, ĐIỀU HÀNH", 10],
    ["1", "Kế hoạch", 6],
    ["1.1", "Ban hành kế hoạch", "2"],
    [None, "Trước 31/12: 2", None],
    [None, "Sau 31/12: 1", None],
    ["1.2", "Hoàn thành", 4],
    ["2", "Kiểm tra", 4],
    ["II", "THỂ CHẾ", 90],
    ["1", "Văn bản", 90],
    [None, "TỔNG ĐIỂM", 100],
    [None, "Ghi chú: điểm được làm tròn", None],
]
DOTTED: list[list[Any]] = [[1, "Chỉ đạo", 10], ["1.1", "Kế hoạch", 6], ["1.2", "Kiểm tra", 4], [2, "Thể chế", "89,5"]]


def printed(snapshot: Snapshot, body: list[list[Any]], title: list[list[Any]] = TITLE, said: str = "2026") -> Any:
    constants = {"Áp dụng từ năm": said} if said else {}
    given = FileMapping(FRAMEWORKS.name, (), constants=constants)
    return interpret(workbook([*title, *body]), FRAMEWORKS, snapshot, mapping=given)


def told(result: Interpretation, column: str) -> dict[str, Any]:
    return dict(zip(result.facts["node_code"], result.facts[column].astype("object"), strict=True))


@pytest.fixture(scope="module")
def known(shipped_office: Office) -> Snapshot:
    return shipped_office.store.snapshot()


def test_a_printed_set_with_roman_areas_is_read_with_its_parents_levels_and_root(known: Snapshot) -> None:
    book = workbook([*TITLE, *ROMAN])
    assert detect_kind(book, known) is FRAMEWORKS
    result = printed(known, ROMAN)
    assert not errors(result)
    assert told(result, "parent_code") | {"TOTAL": ""} == {
        **{"I": "TOTAL", "I.1": "I", "I.1.1": "I.1", "I.1.2": "I.1", "I.2": "I", "II": "TOTAL", "II.1": "II"},
        "TOTAL": "",
    }
    assert told(result, "level")["I.1.1"] == "Tiêu chí thành phần" and told(result, "max_score")["I.1.1"] == 2
    assert told(result, "method")["I.1.1"] == "Trước 31/12: 2; Sau 31/12: 1;"
    assert told(result, "max_score")["TOTAL"] == 100
    fact = result.facts.iloc[0]
    assert (fact["index_code"], fact["framework_id"]) == ("PAR INDEX", "999/QĐ-BNV (2024)")
    assert fact["legal_basis"] == "Quyết định số 999/QĐ-BNV ngày 05/12/2024" and fact["year_from"] == 2026
    codes = {one.code: one.cells for one in result.findings}
    assert codes["lines_of_points"] == ("B9", "B10") and codes["row_note"] == ("B16",)


def test_a_printed_set_without_a_total_gets_its_root_from_its_areas(known: Snapshot) -> None:
    result = printed(known, DOTTED)
    assert not errors(result) and "root_derived" in {one.code for one in result.findings}
    assert told(result, "max_score")["TOTAL"] == 99.5 and told(result, "parent_code")["1.2"] == "1"


def test_the_first_year_of_a_printed_set_is_asked_for(known: Snapshot) -> None:
    result = printed(known, DOTTED, said="")
    assert {code for code, _ in errors(result)} == {"framework_year_open"}
    question = next(one for one in result.questions if one.written == "Áp dụng từ năm")
    assert next(iter(question.choices)) == "2024"


def test_a_printed_set_whose_title_names_neither_index_nor_decision_asks_for_them(known: Snapshot) -> None:
    result = printed(known, DOTTED, [["Bảng tiêu chí", None, None], TITLE[-1]])
    assert {code for code, _ in errors(result)} == {"framework_index_unknown", "framework_name_unknown"}
    assert any(one.written == "Bộ chỉ số" for one in result.questions)


def test_a_printed_code_that_lost_its_zero_is_told_beside_its_text(known: Snapshot) -> None:
    body = [["1", "Chỉ đạo", 10], ["1.1", "Một", 5], [1.1, "Mười", 5], ["1.2", "Hai", None]]
    assert ("node_code_cut", "A8") in errors(printed(known, body))


def test_a_sheet_of_scores_given_under_criteria_is_no_set_of_criteria(known: Snapshot) -> None:
    head = [*TITLE[:-1], [*TITLE[-1], "Điểm tự chấm"]]
    rows = [*([*row, None] for row in head[:-1]), head[-1], *([*row, 1.5] for row in DOTTED)]
    assert detect_kind(workbook(rows), known) is not FRAMEWORKS
