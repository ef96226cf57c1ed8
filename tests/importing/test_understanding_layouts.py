"""What does not change how a sheet is understood, and by what the next file of a layout is known."""

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from cchc_metrics.importing.entities import EntityBook
from cchc_metrics.importing.nodes import NodeBook
from cchc_metrics.importing.understanding import fingerprint, understand_sheet
from cchc_metrics.model import Grid, TableMap, Workbook
from cchc_metrics.schema import SCORES
from tests.builders import grid, snapshot, workbook

SNAPSHOT = snapshot()
BOOKS = EntityBook(SNAPSHOT.entities), NodeBook(SNAPSHOT.nodes)
PLACES = ("Hà Nội", "Quảng Bình", "Quảng Trị", "Huế")
NAMES = ("Tham gia của người dân ở cấp cơ sở", "Thủ tục hành chính công", "Tổng điểm")

Rows = list[list[Any]]


def criteria_across(shift: float = 0.0) -> Rows:
    return [["TT", "Tỉnh", *NAMES], *([at, one, 5.5 + shift, 6.5, 7.5] for at, one in enumerate(PLACES, start=1))]


def years_across(*years: int) -> Rows:
    return [["TT", "Tỉnh", *years], *([at, one, *[5.5] * len(years)] for at, one in enumerate(PLACES, start=1))]


def places_across() -> Rows:
    return [["TT", "Nội dung", *PLACES], [1, NAMES[0], 1.5, 2.5, 3.5, 4.5], [2, NAMES[1], 1.5, 2.5, 3.5, 4.5]]


TABLES = (criteria_across(), years_across(2021, 2022), places_across())


def understood(rows: Rows, sheet: str = "PAPI") -> tuple[TableMap, ...]:
    return understand_sheet(grid(rows, sheet), SCORES, *BOOKS, "so-lieu.xlsx")


def moved(table: TableMap, down: int, right: int) -> TableMap:
    """The map of the same table further down and to the right."""
    return replace(
        table,
        header=(table.header[0] + down, table.header[1] + down),
        columns={header: column + right for header, column in table.columns.items()},
        across=tuple(replace(one, column=one.column + right) for one in table.across),
        last_row=None if table.last_row is None else table.last_row + down,
    )


@given(st.sampled_from(TABLES), st.integers(0, 12), st.integers(0, 6))
def test_a_table_that_stands_elsewhere_is_understood_alike(rows: Rows, down: int, right: int) -> None:
    shifted = [[] for _ in range(down)] + [[None] * right + row for row in rows]
    assert understood(shifted) == tuple(moved(one, down, right) for one in understood(rows))
    assert understood(rows)


NOISE = st.text(st.sampled_from("bcghlmnx ,.-"), max_size=30)


@given(st.sampled_from(TABLES), st.lists(st.lists(NOISE, max_size=6), max_size=5))
def test_rows_above_a_table_do_not_change_its_columns(rows: Rows, noise: list[list[str]]) -> None:
    (clean,) = understood(rows)
    (table,) = understood([*noise, [], *rows])
    assert (table.columns, table.across) == (clean.columns, clean.across)
    assert table.header == (clean.header[0] + len(noise) + 1, clean.header[1] + len(noise) + 1)


CELLS = st.one_of(
    st.none(),
    st.sampled_from(("Huế", "Tỉnh", "D1", "PAPI 2023", "Điểm", "Hạng", "Tổng", "2023", "TT", "I", *NAMES)),
    st.integers(-5, 2030),
    st.floats(0, 100),
)


@given(st.lists(st.lists(CELLS, max_size=7), max_size=9))
def test_no_sheet_is_too_strange_and_no_map_leaves_it(rows: Rows) -> None:
    sheet = grid(rows, "PAPI 2023")
    for table in understand_sheet(sheet, SCORES, *BOOKS, "x.xlsx"):
        assert 1 <= table.header[0] <= table.header[1] < sheet.height
        places = [*table.columns.values(), *(one.column for one in table.across)]
        assert len(places) == len(set(places))
        assert all(1 <= place <= len(sheet.columns) for place in places)
        assert table.last_row is None or table.header[1] < table.last_row <= sheet.height


def book(*sheets: Grid | Rows, name: str = "papi-2023.xlsx") -> Workbook:
    return workbook(*sheets, file_name=name)


def by_years(first: int, count: int, shift: float = 0.0) -> Workbook:
    sheets = (grid([[f"Năm {first + at}"], [], *criteria_across(shift)], str(first + at)) for at in range(count))
    return book(*sheets, name=f"papi-{first}.xlsx")


def test_next_years_file_with_other_numbers_titles_and_sheet_names_has_the_same_fingerprint() -> None:
    assert fingerprint(by_years(2022, 2)) == fingerprint(by_years(2023, 2, shift=1.0))


def test_a_run_of_years_counts_as_one_sheet() -> None:
    assert fingerprint(by_years(2018, 5)) == fingerprint(by_years(2022, 2))


def test_rows_above_and_below_a_header_are_no_part_of_the_layout() -> None:
    table = criteria_across()
    longer = [["KẾT QUẢ NĂM 2024"], [], [], *table, [5, "Hà Tĩnh", 1.5, 2.5, 3.5]]
    assert fingerprint(book(longer)) == fingerprint(book(table))


def test_years_in_a_header_are_masked() -> None:
    assert fingerprint(book(years_across(2021, 2022))) == fingerprint(book(years_across(2022, 2023)))


@given(st.integers(0, 4), st.integers(1, 3))
def test_a_moved_or_renamed_column_makes_another_layout(at: int, by: int) -> None:
    table = criteria_across()
    moved_right = [[*row[:at], *[None] * by, *row[at:]] for row in table]
    renamed = [[*table[0][:at], f"{table[0][at]} khác", *table[0][at + 1 :]], *table[1:]]
    marks = {fingerprint(book(rows)) for rows in (table, moved_right, renamed)}
    assert len(marks) == 3


def test_another_sheet_makes_another_layout_and_a_hidden_one_does_not() -> None:
    table = criteria_across()
    plain, more = book(grid(table, "A")), book(grid(table, "A"), grid(places_across(), "B"))
    hidden = book(grid(table, "A"), grid(places_across(), "B", hidden=True))
    assert fingerprint(plain) == fingerprint(hidden) != fingerprint(more)


def test_an_empty_workbook_has_a_fingerprint() -> None:
    assert len(fingerprint(book([]))) == 64
