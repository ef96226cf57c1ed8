"""Finding scores and taking them away as files, on the shipped facts."""

import csv
import io

import openpyxl
import pandas as pd
import pytest

from cchc_metrics.schema import SCORES, TOTAL
from cchc_metrics.services.indices.explore import Query, choices, find, find_part, reading_order, summary
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.views.explore.file import download
from cchc_metrics.views.explore.page import PAGE_SIZE, ExploreFilters, page
from cchc_metrics.views.kit.phrases import short_source
from cchc_metrics.workbooks import export

OURS = Query(indices=("PAPI",), periods=("2024",), entities=("P63-45",))
WITHHELD = Query(indices=("PAPI",), periods=("2024",), nodes=(TOTAL,), states=("missing",))


def test_no_filter_finds_every_score_once(shipped: Desk) -> None:
    found = find(shipped, Query())
    assert len(found) == shipped.office.store.count(SCORES)
    assert not found.duplicated(list(SCORES.grain_names)).any()


def test_scores_come_newest_first_and_the_total_before_its_parts(shipped: Desk) -> None:
    found = find(shipped, Query(indices=("PAPI",), entities=("P63-45",)))
    years = [int(period) for period in found["period_id"]]
    assert years == sorted(years, reverse=True)
    assert list(found["node_code"][:9]) == [TOTAL, *(f"D{number}" for number in range(1, 9))]


def test_provinces_come_in_vietnamese_order(shipped: Desk) -> None:
    names = list(find(shipped, Query(indices=("PAPI",), periods=("2024",), nodes=(TOTAL,)))["entity"])
    assert names.index("Đà Nẵng") > names.index("Cần Thơ")
    assert names.index("Gia Lai") > names.index("Đồng Tháp")


def test_a_percentage_that_the_source_printed_is_in_percent(shipped: Desk) -> None:
    found = find(shipped, Query(score_kinds=("published_pct",)))
    assert len(found) > 0
    assert set(found["unit"]) == {"%"}


def test_withheld_scores_have_no_value(shipped: Desk) -> None:
    found = find(shipped, WITHHELD)
    assert set(found["entity"]) == {"Tiền Giang", "Vĩnh Phúc"}
    assert found["value"].isna().all()


def test_criteria_are_counted_as_people_count_them() -> None:
    assert sorted(["D10", "S11", "D2", TOTAL, "1.10", "1.9"], key=reading_order) == [
        *(TOTAL, "1.9", "1.10", "D2", "D10", "S11")
    ]


def test_the_lists_follow_the_chosen_index(shipped: Desk) -> None:
    every, papi = choices(shipped), choices(shipped, ("PAPI",))
    assert list(every.indices) == list(papi.indices) == ["PAR INDEX", "SIPAS", "PAPI"]
    assert "D8" in papi.nodes
    assert "3" in every.nodes
    assert "3" not in papi.nodes
    assert next(iter(papi.nodes)) == TOTAL


def test_excel_is_typed_and_says_what_it_holds(shipped: Desk) -> None:
    file = download(shipped, OURS, "xlsx")
    book = openpyxl.load_workbook(io.BytesIO(file.data))
    table, about = book.worksheets
    header = [cell.value for cell in table[1]]
    rows = [dict(zip(header, (cell.value for cell in row), strict=True)) for row in table.iter_rows(min_row=2)]
    assert table.freeze_panes is not None
    assert len(rows) == file.rows == 37
    assert rows[0]["Điểm"] == pytest.approx(44.747268, abs=1e-9)
    said = " ".join(str(cell.value) for row in about.iter_rows() for cell in row if cell.value is not None)
    for text in ("Quảng Trị (cũ)", "2024", "papi.org.vn", f"lượt ghi số {shipped.office.version}"):
        assert text in said
    book.close()


def test_csv_opens_in_excel_and_leaves_withheld_cells_empty(shipped: Desk) -> None:
    file = download(shipped, WITHHELD, "csv")
    assert file.data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(file.data.decode("utf-8-sig"))))
    assert {row["Điểm"] for row in rows} == {""}
    assert {row["Trạng thái"] for row in rows} == {"Không có số liệu"}


def test_different_filters_have_different_file_marks() -> None:
    assert Query().mark != OURS.mark
    assert OURS.mark == Query(("PAPI",), ("2024",), (), ("P63-45",)).mark


def test_a_page_holds_at_most_fifty_rows_and_never_runs_past_the_end(shipped: Desk) -> None:
    view = page(shipped, ExploreFilters(Query(("PAPI",), ("2024",), (TOTAL,)), page=99))
    assert (view.page, view.pages, view.count) == (2, 2, 63)
    assert view.table is not None
    assert len(view.table.rows) == 63 - PAGE_SIZE


def test_what_all_rows_share_is_told_once_above_the_table(shipped: Desk) -> None:
    view = page(shipped, ExploreFilters(OURS))
    assert view.table is not None
    assert "Quảng Trị (cũ) · PAPI 2024 · Điểm công bố" in view.table.caption
    assert [column.header for column in view.table.columns][:2] == ["Nội dung", "Điểm"]
    assert not view.table.highlight


def test_our_rows_are_marked_among_others(shipped: Desk) -> None:
    view = page(shipped, ExploreFilters(Query(("PAPI",), ("2024",), (TOTAL,)), page=1))
    assert view.table is not None
    marked = [row.cells[0] for row in view.table.rows if row.id in view.table.highlight]
    assert marked == ["Quảng Bình (cũ)", "Quảng Trị (cũ)"]


def test_an_address_is_shown_by_its_host() -> None:
    assert short_source("https://www.baoquangtri.vn/tin-1.htm") == "baoquangtri.vn"
    assert short_source("CECODES, RTA và UNDP") == "CECODES, RTA và UNDP"
    assert short_source(None) == ""


@pytest.mark.parametrize("query", [Query(), Query(periods=("2024",), entities=("P63-45", "VN")), WITHHELD])
def test_a_page_is_a_part_of_the_whole_without_reading_it(shipped: Desk, query: Query) -> None:
    whole = find(shipped, query)
    for first in (0, 50, max(0, len(whole) - 30), len(whole) + 5):
        part = find_part(shipped, query, first, PAGE_SIZE)
        pd.testing.assert_frame_equal(
            part, whole.iloc[first : first + PAGE_SIZE].reset_index(drop=True), check_dtype=False
        )
    told = summary(shipped, query)
    assert told.count == len(whole)
    assert told.sources == whole["source"].value_counts().to_dict()
    assert told.differ == {n for n in ("entity_id", "index_code", "period_id", "score_kind") if len(set(whole[n])) > 1}


def test_a_large_workbook_says_how_far_it_is(shipped: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(export, "_LARGE", 50)
    monkeypatch.setattr(export, "_STEP", 60)
    told: list[tuple[int, int]] = []
    file = download(
        shipped, Query(indices=("PAPI",), periods=("2024",), nodes=(TOTAL, "D1")), "xlsx", lambda *at: told.append(at)
    )
    count = file.rows
    assert told == [(0, count), (60, count), (120, count), (count, count)]
