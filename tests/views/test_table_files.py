"""What a page saves as Excel can be read by whoever opens it: each column under a name of its own, in its own unit."""

from io import BytesIO

import openpyxl
import pytest

from cchc_metrics.services.indices.explore import Query
from cchc_metrics.services.indices.lost import LostFilters
from cchc_metrics.services.indices.why_facts import WhyQuestion
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.views.explore import file as explore_file
from cchc_metrics.views.lost import page as lost
from cchc_metrics.views.why import page as why

LOOKS = (lost.PARTS, lost.UNITS, lost.KINDS, lost.WAY, lost.PEERS, lost.GROUPS)


def headers(data: bytes) -> list[object]:
    """The first row of the first sheet."""
    return [cell.value for cell in openpyxl.load_workbook(BytesIO(data)).worksheets[0][1]]


@pytest.mark.parametrize("look", LOOKS)
def test_no_two_columns_of_a_saved_table_share_a_header(shipped: Desk, look: str) -> None:
    filters = LostFilters("PAPI", "2024", "P63-45", peers=("P63-44", "P63-42"), peer_name="Bắc Trung Bộ")
    found = headers(lost.file_of(shipped, lost.LostQuestion(look, filters)))
    assert len(found) == len(set(found)), found
    parts = headers(why.file_of(shipped, WhyQuestion("PAPI", "P63-45", "2023", "2024")))
    assert len(parts) == len(set(parts)), parts


def test_shares_are_typed_as_percentages(shipped: Desk) -> None:
    data = lost.file_of(shipped, lost.LostQuestion(lost.PARTS, LostFilters("PAPI", "2024", "P63-45")))
    sheet = openpyxl.load_workbook(BytesIO(data)).worksheets[0]
    column = headers(data).index("Cộng dồn")
    last = sheet.cell(sheet.max_row, column + 1)
    assert (last.number_format, last.value) == ("0.0%", pytest.approx(1.0))


def test_an_exported_score_stands_beside_the_maximum_that_its_framework_names(shipped: Desk) -> None:
    query = Query(indices=("PAPI",), periods=("2024",), entities=("P63-45",))
    data = explore_file.file_of(shipped, query, "xlsx")
    sheet = openpyxl.load_workbook(BytesIO(data)).worksheets[0]
    named = headers(data)
    rows = [dict(zip(named, (cell.value for cell in row), strict=True)) for row in sheet.iter_rows(min_row=2)]
    most = {row["Mã tiêu chí"]: row["Điểm tối đa"] for row in rows}
    assert (most["TOTAL"], most["D1"], most["S11"]) == (80, 10, 2.5)


def test_a_percentage_that_a_source_printed_has_no_maximum_in_points(shipped: Desk) -> None:
    found = explore_file.find(shipped, Query(score_kinds=("published_pct",)))
    assert len(found)
    assert found["max_score"].isna().all()
