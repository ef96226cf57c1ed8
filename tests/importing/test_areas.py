"""Areas as Excel writes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_metrics.importing.areas import area_of, area_text, without
from cchc_metrics.model import CellKind, LeftOut
from tests.builders import grid, workbook


@pytest.mark.parametrize("text", ["C:C", "41:63", "B3:D6", "B3", "$B$3:$D$6", "AA:AC"])
def test_an_area_is_written_as_it_was_read(text: str) -> None:
    found = area_of("2023", text)
    assert found is not None and area_text(found) == text.replace("$", "")


@pytest.mark.parametrize("text", ["", "C", "7", "C3:D", "D:C", "6:3", "C:3", "XFE:XFE", "ab!c", "1:9999999"])
def test_what_is_no_area_is_refused(text: str) -> None:
    assert area_of("2023", text) is None


def test_cells_left_out_are_empty_and_others_stay() -> None:
    book = workbook(grid([["a", "b"], [1, 2], [3, 4]], "2023"))
    (sheet,) = without(book, [LeftOut("2023", (2, 2), None), LeftOut("Khác", None, (1, 1))]).sheets
    assert [column.kinds.tolist() for column in sheet.columns] == [[CellKind.TEXT, 0, 1], [CellKind.TEXT, 0, 1]]
    assert book.sheets[0].columns[0].kinds.tolist() == [2, 1, 1]


@given(st.integers(1, 99), st.integers(0, 9), st.integers(1, 300), st.integers(0, 9))
def test_any_area_comes_back_from_its_text(row: int, rows: int, column: int, columns: int) -> None:
    area = LeftOut("a", (row, row + rows), (column, column + columns))
    assert area_of("a", area_text(area)) == area
