"""Sheets as offices send them, and how each is understood: the whole table map, exactly."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest

from cchc_metrics.importing.entities import EntityBook
from cchc_metrics.importing.nodes import NodeBook
from cchc_metrics.importing.understanding import names_entities, understand_sheet
from cchc_metrics.model import AcrossColumn, TableMap
from cchc_metrics.schema import SCORES, TARGETS, TOTAL, Kind
from tests.builders import NODES, grid, node, snapshot

PARTICIPATION, PROCEDURES = "Tham gia của người dân ở cấp cơ sở", "Thủ tục hành chính công"
REFORM, APPARATUS = "Cải cách thủ tục hành chính", "Cải cách tổ chức bộ máy hành chính"
PLACES = ("Hà Nội", "Quảng Bình", "Quảng Trị", "Huế")
INDEX, PERIOD, NAME, CODE = "Bộ chỉ số", "Kỳ", "Tên đơn vị", "Mã đơn vị"
NODE, NODE_CODE, KIND = "Tên tiêu chí", "Mã tiêu chí", "Loại điểm"
SCORE, RANK, MOST = "Điểm", "Hạng", "Điểm tối đa"

Rows = Sequence[Sequence[Any]]
Merges = tuple[tuple[int, int, int, int], ...]


def rows_of(*values: Any) -> list[list[Any]]:
    """One row per province: an ordinal, its name and these values."""
    return [[at, name, *values] for at, name in enumerate(PLACES, start=1)]


def understood(
    rows: Rows,
    sheet: str = "Sheet1",
    file: str = "so-lieu.xlsx",
    *,
    merges: Merges = (),
    kind: Kind = SCORES,
    nodes: Sequence[Mapping[str, Any]] = NODES,
) -> tuple[TableMap, ...]:
    known = snapshot(nodes=nodes)
    page = replace(grid(rows, sheet), merges=merges)
    return understand_sheet(page, kind, EntityBook(known.entities), NodeBook(known.nodes), file)


def across(first: int, *says: Mapping[str, str] | tuple[str, Mapping[str, str]]) -> tuple[AcrossColumn, ...]:
    """Columns side by side from a first one; a pair names what the column takes when that is not the score."""
    pairs = [one if isinstance(one, tuple) else (SCORE, one) for one in says]
    return tuple(AcrossColumn(first + at, takes, dict(said)) for at, (takes, said) in enumerate(pairs))


FROM_SHEET = {INDEX: "@sheet", PERIOD: "@sheet"}
TWO = ({NODE: PARTICIPATION}, {NODE: PROCEDURES})
HEAD = ["TT", "Tỉnh", PARTICIPATION, PROCEDURES]


def test_provinces_down_and_criteria_across() -> None:
    table = TableMap("PAPI 2023", (1, 1), {NAME: 2}, across(3, *TWO), FROM_SHEET)
    assert understood([HEAD, *rows_of(5.1, 6.2)], "PAPI 2023") == (table,)
    # An empty row, or one that names a region, ends no table.
    one, two, *others = rows_of(5.1, 6.2)
    for between in ([], [None, "Đồng bằng sông Hồng"]):
        assert understood([HEAD, one, two, between, *others], "PAPI 2023") == (table,)


def test_the_emblem_titles_column_numbers_and_signatures_are_no_part_of_the_table() -> None:
    sheet = [
        ["UBND TỈNH QUẢNG TRỊ", None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
        ["SỞ NỘI VỤ", None, None, "Độc lập - Tự do - Hạnh phúc"],
        ["KẾT QUẢ CHỈ SỐ PAPI NĂM 2023"],
        ["(Kèm theo Công văn số 12/SNV ngày 05 tháng 4 năm 2024)"],
        ["STT", "Tỉnh, thành phố", "D1", "D5", "Tổng điểm"],
        ["(1)", "(2)", "(3)", "(4)", "(5)=(3)+(4)"],
        *rows_of(5.1, 6.2, 11.3),
        [],
        [None, None, None, "Quảng Trị, ngày 5 tháng 4 năm 2024"],
    ]
    columns = across(3, {NODE_CODE: "D1"}, {NODE_CODE: "D5"}, {NODE_CODE: TOTAL})
    table = TableMap("Sheet1", (5, 6), {NAME: 2}, columns, {INDEX: "@title", PERIOD: "@title"}, 10)
    assert understood(sheet) == (table,)


def test_a_table_may_begin_anywhere_and_agreeing_codes_are_taken() -> None:
    body = [[1, "01", "Hà Nội", 5.1, 6.2], [2, "44", "Quảng Bình", 5.2, 6.3], [3, "45", "Quảng Trị", 5.3, 6.4]]
    shifted = [[]] * 8 + [[None] * 3 + row for row in [["TT", "Mã", "Tỉnh", "D1", "D5"], *body]]
    columns = across(7, {NODE_CODE: "D1"}, {NODE_CODE: "D5"})
    assert understood(shifted, "PAPI 2023") == (TableMap("PAPI 2023", (9, 9), {NAME: 6, CODE: 5}, columns, FROM_SHEET),)


def test_a_publishers_own_numbers_are_no_codes() -> None:
    (table,) = understood([["PCI ID", *HEAD[1:]], *rows_of(5.1, 6.2)], "PAPI 2023")
    assert table.columns == {NAME: 2}


@pytest.mark.parametrize("merges", [(), ((1, 1, 3, 1), (1, 2, 3, 2), (1, 3, 1, 6), (2, 3, 2, 4), (2, 5, 2, 6))])
def test_headers_of_three_rows_are_read_with_and_without_merges(merges: Merges) -> None:
    kinds = ["Điểm tự chấm", "Điểm thẩm định"]
    head = [
        ["TT", "Tỉnh", "PAR INDEX", None, None, None],
        [None, None, REFORM, None, APPARATUS, None],
        [None, None, *kinds, *kinds],
    ]
    says = [{NODE: criterion, KIND: kind} for criterion in (REFORM, APPARATUS) for kind in kinds]
    table = TableMap("2022", (1, 3), {NAME: 2}, across(3, *says), {INDEX: "PAR INDEX", PERIOD: "@sheet"})
    assert understood([*head, *rows_of(1, 2, 3, 4)], "2022", merges=merges) == (table,)


def test_an_english_row_and_two_languages_in_one_cell_say_one_thing() -> None:
    nodes = [{**one, "name_en": "Participation" if one["node_code"] == "D1" else None} for one in NODES]
    two_rows = [HEAD, ["No", "Province", "Participation", "Public procedures"], *rows_of(5.1, 6.2)]
    one_cell = [["TT\nNo", "Tỉnh\nProvince", f"{PARTICIPATION}\nParticipation", PROCEDURES], *rows_of(5.1, 6.2)]
    for sheet, last in ((two_rows, 2), (one_cell, 1)):
        table = TableMap("PAPI 2023", (1, last), {NAME: 2}, across(3, *TWO), FROM_SHEET)
        assert understood(sheet, "PAPI 2023", nodes=nodes) == (table,)


def test_years_across_with_scores_and_ranks() -> None:
    head = [["TT", "Tỉnh", "2022", None, 2023, None], [None, None, SCORE, RANK, SCORE, RANK]]
    says = [(takes, {PERIOD: year}) for year in ("2022", "2023") for takes in (SCORE, RANK)]
    table = TableMap("PAPI", (1, 2), {NAME: 2}, across(3, *says), {NODE_CODE: TOTAL, INDEX: "@sheet"})
    assert understood([*head, *rows_of(15.1, 3, 16.2, 4)], "PAPI") == (table,)


def test_the_criterion_of_years_across_comes_from_the_sheet_or_the_title() -> None:
    years = [["TT", "Tỉnh", 2021, 2022], *rows_of(5.1, 6.2)]
    says = across(3, {PERIOD: "2021"}, {PERIOD: "2022"})
    by_sheet = TableMap(PROCEDURES, (1, 1), {NAME: 2}, says, {NODE: "@sheet", INDEX: "@file"})
    assert understood(years, PROCEDURES, "PAPI.xlsx") == (by_sheet,)
    by_title = TableMap("PAPI", (2, 2), {NAME: 2}, says, {NODE: PROCEDURES, INDEX: "@sheet"})
    assert understood([[PROCEDURES], *years], "PAPI") == (by_title,)


def test_a_title_that_is_not_understood_leaves_the_criterion_open() -> None:
    (table,) = understood([["Bảng điểm nội dung Quản trị rừng"], ["TT", "Tỉnh", 2021], *rows_of(5.1)], "PAPI")
    assert table.constants == {INDEX: "@sheet"}


def test_criteria_down_and_provinces_across_in_pairs() -> None:
    sheet = [
        ["TT", "Nội dung", MOST, "Huế", None, "Quảng Trị", None],
        [None, None, None, SCORE, RANK, SCORE, RANK],
        ["I", "Phần thứ nhất"],
        [1, PARTICIPATION, 10, 5.1, 1, 5.2, 2],
        [2, PROCEDURES, 10, 6.1, 2, 6.2, 1],
    ]
    says = [(takes, {NAME: place}) for place in ("Huế", "Quảng Trị") for takes in (SCORE, RANK)]
    table = TableMap("PAPI 2023", (1, 2), {NODE: 2, MOST: 3}, across(4, *says), FROM_SHEET)
    assert understood(sheet, "PAPI 2023") == (table,)


def test_years_down_and_provinces_across() -> None:
    sheet = [["Chỉ số PAPI qua các năm"], ["Năm", *PLACES], [2021, 1.5, 2.5, 3.5, 4.5], [2022, 1.5, 2.5, 3.5, 4.5]]
    says = [{NAME: place} for place in PLACES]
    table = TableMap("Sheet1", (2, 2), {PERIOD: 1}, across(2, *says), {INDEX: "@title", NODE_CODE: TOTAL})
    assert understood(sheet) == (table,)


def test_a_provinces_own_scoring_table() -> None:
    sheet = [
        ["TỰ CHẤM ĐIỂM CHỈ SỐ CCHC NĂM 2022 CỦA TỈNH QUẢNG TRỊ"],
        ["STT", "Lĩnh vực, tiêu chí", MOST, "Điểm tự chấm", "Điểm thẩm định", "Chênh lệch"],
        [1, REFORM, 13, 12, 11, -1],
        ["1.1", "Kiểm soát quy định", 3, 3, 2, -1],
        [2, APPARATUS, 10.5, 10, 9, -1],
    ]
    constants = {INDEX: "@file", PERIOD: "@title", NAME: "@title"}
    says = ({KIND: "Điểm tự chấm"}, {KIND: "Điểm thẩm định"})
    table = TableMap("Sheet1", (2, 2), {NODE: 2, MOST: 3}, across(4, *says), constants)
    assert understood(sheet, file="PAR INDEX.xlsx") == (table,)


def test_several_indexes_across() -> None:
    sheet = [["Tỉnh", "PAR INDEX", None, "PAPI", None], [None, SCORE, RANK, SCORE, RANK], ["Huế", 85.5, 1, 15.5, 2]]
    sheet += [["Quảng Trị", 84.5, 3, 14.5, 4]]
    says = [(takes, {NODE_CODE: TOTAL, INDEX: index}) for index in ("PAR INDEX", "PAPI") for takes in (SCORE, RANK)]
    assert understood(sheet, "2023") == (TableMap("2023", (1, 2), {NAME: 1}, across(2, *says), {PERIOD: "@sheet"}),)


def test_stacked_tables_each_with_its_title() -> None:
    block = [HEAD, *rows_of(5.1, 6.2)]
    sheet = [["Năm 2022"], *block, [], ["Năm 2023"], *block]
    constants = {INDEX: "@sheet", PERIOD: "@title"}
    assert understood(sheet, "PAPI") == (
        TableMap("PAPI", (2, 2), {NAME: 2}, across(3, *TWO), constants, 6),
        TableMap("PAPI", (9, 9), {NAME: 2}, across(3, *TWO), constants),
    )


def test_tables_side_by_side_each_with_its_title() -> None:
    left = [["Năm 2022"], HEAD, *rows_of(5.1, 6.2)]
    right = [["Năm 2023"], HEAD, *rows_of(7.1, 8.2)]
    sheet = [[*(one + [None] * 5)[:5], *two] for one, two in zip(left, right, strict=True)]
    constants = {INDEX: "@sheet", PERIOD: "@title"}
    assert understood(sheet, "PAPI") == (
        TableMap("PAPI", (2, 2), {NAME: 2}, across(3, *TWO), constants),
        TableMap("PAPI", (2, 2), {NAME: 7}, across(8, *TWO), constants),
    )


def test_a_summary_sorted_by_each_criterion_is_a_table_per_criterion() -> None:
    sheet = [
        ["Thứ tự", "Tỉnh", PARTICIPATION, None, PROCEDURES, None, "PAPI 2023", None, "Xếp hạng"],
        [1, "Huế", 5.9, "Hà Nội", 6.9, "Quảng Trị", 12.9, "Quảng Trị", 1],
        [2, "Hà Nội", 5.8, "Quảng Trị", 6.8, "Huế", 12.8, "Huế", 2],
        [3, "Quảng Trị", 5.7, "Huế", 6.7, "Hà Nội", 12.7, "Hà Nội", 3],
        [],
        ["Thứ tự", "Tỉnh", PARTICIPATION, None, PROCEDURES, None, "PAPI 2023", None, "Xếp hạng"],
        [None, "Huế", 5.9, None, 6.7, None, 12.8, None, 2],
    ]
    constants = {INDEX: "@file", PERIOD: "@file"}
    total = ({NODE_CODE: TOTAL}, (RANK, {NODE_CODE: TOTAL}))
    assert understood(sheet, "Tong hop", "PAPI_2023.xlsx") == (
        TableMap("Tong hop", (1, 1), {NAME: 2}, across(3, {NODE: PARTICIPATION}), constants, 4),
        TableMap("Tong hop", (1, 1), {NAME: 4}, across(5, {NODE: PROCEDURES}), constants, 4),
        TableMap(
            "Tong hop",
            (1, 1),
            {NAME: 6},
            (*across(7, total[0]), *across(9, total[1])),
            constants,
            4,
        ),
    )


def test_a_long_table_with_unfamiliar_headers() -> None:
    sheet = [["STT", "Địa bàn", "Đợt khảo sát", "Trục", "Điểm trung bình", "Nguồn"]]
    sheet += [[at, "Huế", 2022, name, 5.5, "UNDP"] for at, name in enumerate((PARTICIPATION, PROCEDURES), start=1)]
    columns = {NAME: 2, PERIOD: 3, NODE: 4, SCORE: 5, "Nguồn": 6}
    assert understood(sheet, "PAPI") == (TableMap("PAPI", (1, 1), columns, (), {INDEX: "@sheet"}),)


def components(*names: str) -> list[dict[str, Any]]:
    made = [node("PCI", "PCI 2010", TOTAL, "Chỉ số năng lực cạnh tranh cấp tỉnh", year_from=2010)]
    return made + [node("PCI", "PCI 2010", f"CP{at}", name, year_from=2010) for at, name in enumerate(names, start=1)]


PCI = components("Chi phí gia nhập thị trường", "Tiếp cận đất đai và sự ổn định trong sử dụng đất")


def component_sheet(number: int, machine: str) -> list[list[Any]]:
    head = ["Mã PCI", "Tỉnh", f"Chỉ số thành phần {number}", "Số ngày đăng ký"]
    rows = [[at, name, 6.5, 15] for at, name in enumerate(PLACES, start=1)]
    return [head, [], [None, "pci_id", machine, "c1"], *rows, [], [None, "Huế", 6.5, 15], [None, "Median", 6.5, 15]]


@pytest.mark.parametrize(
    ("sheet", "machine"), [("Tiep can dat dai", "sub2_land"), ("Sheet2", "Chỉ số 2_tiếp cận đất đai")]
)
def test_a_component_is_known_by_its_number_and_a_name_that_agrees(sheet: str, machine: str) -> None:
    table = TableMap(sheet, (1, 3), {NAME: 2}, across(3, {NODE: PCI[2]["name"]}), {INDEX: "@file", PERIOD: "@file"})
    assert understood(component_sheet(2, machine), sheet, "PCI_2010.xls", nodes=[*NODES, *PCI]) == (table,)


@pytest.mark.parametrize(("number", "sheet"), [(1, "Tiep can dat dai"), (2, "Sheet2"), (11, "Co so ha tang")])
def test_a_number_whose_name_is_another_or_none_is_no_criterion(number: int, sheet: str) -> None:
    assert understood(component_sheet(number, "x_y"), sheet, "PCI_2010.xls", nodes=[*NODES, *PCI]) == ()


def test_a_machines_name_that_looks_like_a_code_is_no_criterion() -> None:
    sheet = [["Tỉnh", "Số cuộc thanh tra", "Số giờ"], [None, "d1", "d5"], ["Huế", 1.5, 2.5], ["Hà Nội", 1.5, 2.5]]
    assert understood(sheet, "PAPI 2023") == ()


def test_an_index_is_told_by_its_criteria_when_nothing_names_it() -> None:
    (table,) = understood([HEAD, *rows_of(5.1, 6.2)], "2023")
    assert table.constants == {INDEX: "PAPI", PERIOD: "@sheet"}
    assert understood([["TT", "Tỉnh", "Tổng điểm", "Xếp hạng"], *rows_of(5.1, 6.2)], "2023") == ()


def test_targets_ratios_and_last_years_columns_are_not_read_as_scores() -> None:
    head = ["TT", "Tỉnh", "Mục tiêu 2023", "Điểm 2023", "2023/2022", "Điểm năm trước", "Tăng/giảm hạng", "Trung bình"]
    (table,) = understood([head, *rows_of(9.5, 8.5, 1.5, 8.1, 1, 7.5)], "PAPI", "2023.xlsx")
    assert table.across == across(4, {})


def test_the_sum_under_the_name_of_an_area_is_not_guessed() -> None:
    head = [["TT", "Tỉnh", PARTICIPATION, None, PROCEDURES], [None, None, "Tổng", "Nội dung lạ", None]]
    (table,) = understood([*head, *rows_of(5.1, 6.2, 7.3)], "PAPI 2023")
    assert table.across == across(5, {NODE: PROCEDURES})


def test_counted_columns_are_no_criteria() -> None:
    head = [["TT", "Tỉnh", "Quý", None], [None, None, 3, 4]]
    assert understood([*head, *rows_of(5.1, 6.2)], "PAR INDEX 2022") == ()


def test_a_misspelt_first_or_last_province_and_the_sums_below_stay_in_the_table() -> None:
    """What is a sum is told when the rows are read; a table that ended above it would lose what follows."""
    typos = [["Hà Nôij", 5.5, 6.5], *([name, 5.5, 6.5] for name in PLACES), ["Cà Mou", 5.5, 6.5]]
    (table,) = understood([HEAD[1:], *typos, ["Trung bình", 5.5, 6.5]], "PAPI 2023")
    assert (table.header, table.last_row) == ((1, 1), None)


def test_maxima_below_the_header_are_rows_that_the_reader_tells() -> None:
    (table,) = understood([HEAD, [None, "Điểm tối đa", 10, 10], *rows_of(5.1, 6.2)], "PAPI 2023")
    assert table.header == (1, 1)


def test_the_region_beside_a_province_and_a_second_spelling_are_not_whom_a_row_is_about() -> None:
    rows = [[name, name.upper(), 5.5, 6.5] for name in PLACES]
    (table,) = understood([["Tỉnh", "Tên đầy đủ", PARTICIPATION, PROCEDURES], *rows], "PAPI 2023")
    assert table.columns == {NAME: 1}


def test_a_budget_of_provinces_is_no_table_of_scores_but_names_entities() -> None:
    head = [["TT", "Tỉnh", "Bổ sung từ NSTW", None], [None, None, "Tổng số\nTotal", "Có mục tiêu"]]
    sheet = [["DỰ TOÁN NGÂN SÁCH NĂM 2011"], *head, *rows_of(500, 300)]
    entities = EntityBook(snapshot().entities)
    assert understood(sheet) == ()
    assert names_entities(grid(sheet), entities)
    assert not names_entities(grid([["Họ tên", "Tuổi"], ["Huế", 5]]), entities)
    assert not names_entities(grid([["Chỉ tiêu", "Số"], ["Thu nội địa", 5], ["Thu dầu thô", 6]]), entities)


def test_an_empty_sheet_is_no_table() -> None:
    assert understood([]) == ()
    assert understood([[], []]) == ()


def test_another_kind_is_read_under_its_own_headers_of_two_rows() -> None:
    sheet = [
        ["GIAO MỤC TIÊU PAPI NĂM 2023"],
        ["STT", "Đơn vị", "Tiêu chí", "Giao", None],
        ["No", None, None, "Mục tiêu", "Căn cứ"],
        ["(1)", "(2)", "(3)", "(4)", "(5)"],
        [1, "Huế", PROCEDURES, 8.5, "QĐ 1"],
    ]
    columns = {NAME: 2, NODE: 3, "Mục tiêu": 4, "Căn cứ pháp lý": 5}
    table = TableMap("Sheet1", (2, 4), columns, (), {INDEX: "@title", PERIOD: "@title"})
    assert understood(sheet, kind=TARGETS) == (table,)
    assert understood([HEAD, *rows_of(5.1, 6.2)], "PAPI 2023", kind=TARGETS) == ()


@pytest.mark.parametrize("group", ["Mục tiêu năm 2024", "Thay đổi so với năm 2022", "Xếp loại theo vùng"])
def test_criteria_under_a_group_that_makes_other_numbers_of_them_are_not_scores(group: str) -> None:
    head = [["TT", "Tỉnh", "Năm 2023", None, group, None], [None, None, *HEAD[2:], *HEAD[2:]]]
    (table,) = understood([*head, *rows_of(5.1, 6.2, 7.3, 8.4)], "PAPI")
    says = [{**one, PERIOD: "2023"} for one in TWO]
    assert table.across == across(3, *says)


@pytest.mark.parametrize("mark", ["(thay đổi so với 2022)", "(mục tiêu)", "- change", "\n(target)"])
def test_a_criterion_with_a_mark_that_it_is_another_number_is_not_its_score(mark: str) -> None:
    assert understood([["TT", "Tỉnh", f"{PARTICIPATION} {mark}"], *rows_of(0.4)], "PAPI 2023") == ()


def test_a_year_within_a_translation_is_no_period() -> None:
    head = ["TT", "Tỉnh", f"{PARTICIPATION}\nParticipation (2016-17: Involvement)", PROCEDURES]
    table = TableMap("PAPI 2023", (1, 1), {NAME: 2}, across(3, *TWO), FROM_SHEET)
    assert understood([head, *rows_of(5.1, 6.2)], "PAPI 2023") == (table,)


def test_a_title_in_the_middle_of_the_sheet_is_no_group_of_columns() -> None:
    sheet = [[None, None, "TỔNG HỢP XẾP LOẠI CÁC ĐỊA PHƯƠNG"], HEAD, *rows_of(5.1, 6.2)]
    (table,) = understood(sheet, "PAPI 2023")
    assert (table.columns, table.across, table.constants) == ({NAME: 2}, across(3, *TWO), FROM_SHEET)


def test_a_period_that_only_some_columns_say_is_said_by_all() -> None:
    (table,) = understood([["TT", "Tỉnh", "D1", "Tổng điểm 2022"], *rows_of(5.1, 6.2)], "PAPI 2023")
    assert table.across == across(3, {NODE_CODE: "D1", PERIOD: "2023"}, {NODE_CODE: TOTAL, PERIOD: "2022"})
