"""The byte search over a sheet's XML, and the parser that takes over where it cannot place a cell."""

from collections.abc import Mapping
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_metrics.guarded.bounds import RefusedError
from cchc_metrics.model import CellKind
from cchc_metrics.workbooks.child import wire
from cchc_metrics.workbooks.child.looks import is_percent, is_year
from cchc_metrics.workbooks.child.package import Styles
from cchc_metrics.workbooks.child.scan import Scan, column_of, scan, walk

Found = set[tuple[int, int, int, str | None]]


def found(result: Scan) -> Found:
    marks = result.marks
    return set(zip(marks.row, marks.col, marks.kind, marks.text, strict=True))


def searched(xml: str, percents: Mapping[int, int] = MappingProxyType({})) -> Found:
    return found(scan([xml.encode()], percents))


def test_the_child_and_the_model_number_cell_kinds_alike() -> None:
    assert (wire.TEXT, wire.BOOLEAN, wire.DATE, wire.ERROR, wire.PERCENT) == (
        CellKind.TEXT,
        CellKind.BOOLEAN,
        CellKind.DATE,
        CellKind.ERROR,
        CellKind.PERCENT,
    )


def test_a_format_that_shows_the_year_alone_is_told_from_other_dates() -> None:
    assert all(map(is_year, ("yyyy", "YYYY", "yyyy;@", "[$-42A]yyyy", "yyy", ' yyyy "năm"')))
    assert not any(map(is_year, (None, "", "General", "dd/mm/yyyy", "mm/yyyy", "yy", "0", '"yyyy"')))


def test_error_cells_are_found_with_their_text() -> None:
    xml = '<c r="B2" s="3" t="e"><v>#DIV/0!</v></c><c r="AA3" t="e"><f>1/0</f><v>#N/A</v></c><c r="C2"><v>1</v></c>'
    assert searched(xml) == {(1, 1, CellKind.ERROR, "#DIV/0!"), (2, 26, CellKind.ERROR, "#N/A")}


def test_a_formula_without_a_result_is_an_error_that_shows_the_formula() -> None:
    xml = '<c r="A1"><f>SUM(B1:B9)&amp;""</f></c><c r="A2"><f>A1</f><v></v></c><c r="A3"><f t="shared" si="0"/><v/></c>'
    assert {(row, text) for row, _, _, text in searched(xml)} == {(0, '=SUM(B1:B9)&""'), (1, "=A1"), (2, "=")}


def test_a_formula_with_a_number_or_an_empty_text_as_result_is_none() -> None:
    assert not searched('<c r="A1"><f>1+1</f><v>2</v></c><c r="A2" t="str"><f>IF(1,"","")</f><v></v></c>')


def test_percent_cells_are_those_of_a_percent_style_and_not_rows_of_it() -> None:
    xml = '<row r="2" s="3"><c r="H2" s="3"><v>0.5</v></c><c r="I2" s="33"><v>1</v></c></row>'
    assert searched(xml, {3: wire.PERCENT}) == {(1, 7, CellKind.PERCENT, None)}


def test_percent_cells_are_found_whatever_the_order_of_attributes() -> None:
    assert searched('<c s="3" t="n" r="B4">', {3: wire.PERCENT}) == {(3, 1, CellKind.PERCENT, None)}
    assert searched("<x:c r='B4' s='3'>", {3: wire.PERCENT}) == {(3, 1, CellKind.PERCENT, None)}


def test_hidden_rows_are_found() -> None:
    result = scan([b'<row r="2" hidden="1"/><row r="3" hidden="0"/><row hidden="true" r="9"/>'], {})
    assert result.hidden_rows == [2, 9]


def test_a_cell_without_an_address_calls_for_the_parser() -> None:
    assert scan([b'<row><c t="e"><v>#REF!</v></c></row>'], {}).unplaced
    assert scan([b'<row><c s="1"><v>1</v></c></row>'], {1: wire.PERCENT}).unplaced
    assert scan([b'<row hidden="1"></row>'], {}).unplaced


def test_the_parser_counts_cells_and_rows_that_have_no_address() -> None:
    xml = b'<d><row/><row hidden="1"><c/><c t="e"><v>#REF!</v></c><c s="1"><f>A1</f></c></row></d>'
    result = walk([xml], {1: wire.PERCENT})
    assert result.hidden_rows == [2]
    assert found(result) == {
        (1, 1, CellKind.ERROR, "#REF!"),
        (1, 2, CellKind.PERCENT, None),
        (1, 2, CellKind.ERROR, "=A1"),
    }


CELLS = st.sampled_from(
    [
        '<c r="{}" s="1"><v>0.5</v></c>',
        '<c r="{}" t="s"><v>4</v></c>',
        '<c r="{}" t="e"><v>#N/A</v></c>',
        '<c r="{}" s="1" t="e"><f>A9</f><v>#REF!</v></c>',
        '<c r="{}"><f>A1+1</f><v/></c>',
        '<c r="{}"><f>A1+1</f><v>2</v></c>',
        '<c r="{}" t="str"><f>A1</f><v></v></c>',
        '<c r="{}" s="1" t="str"><f>A1</f></c>',
        '<c r="{}" s="2"/>',
        '<c r="{}" s="1"/>',
    ]
)


@given(st.lists(st.lists(CELLS, max_size=4), max_size=6))
def test_search_and_parser_find_the_same_cells(rows: list[list[str]]) -> None:
    lines = [
        f'<row r="{row}">' + "".join(cell.format("ABCD"[col] + str(row)) for col, cell in enumerate(cells)) + "</row>"
        for row, cells in enumerate(rows, 1)
    ]
    blocks = [line.encode() for line in lines]
    whole = ("<d>" + "".join(lines) + "</d>").encode()
    assert found(scan(blocks, {1: wire.PERCENT})) == found(walk([whole], {1: wire.PERCENT}))


def test_letters_of_a_column_are_counted_as_excel_does() -> None:
    assert [column_of(letters) for letters in (b"A", b"Z", b"AA", b"XFD")] == [0, 25, 26, 16383]


def test_a_percent_sign_in_quotes_or_escaped_is_no_percent_format() -> None:
    assert is_percent(10, None)
    assert is_percent(164, "0.0%;[Red]-0.0%")
    assert not is_percent(164, '0.0"%"')
    assert not is_percent(164, "0.0\\%")
    assert not is_percent(2, None)
    assert Styles() == Styles((), frozenset(), ())


@pytest.mark.parametrize("number", ["-1", "năm", "", "1.5"])
def test_a_shared_text_without_a_number_is_damage_where_it_is_looked_for(number: str) -> None:
    xml = f'<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>{number}</v></c>'.encode()
    with pytest.raises(RefusedError):
        scan([xml], {}, thorough=True)
    assert not scan([b'<c r="A1" t="s"><v>0</v></c><c t="s"/><c t="n"><v>-1</v></c>'], {}, thorough=True).marks.row
