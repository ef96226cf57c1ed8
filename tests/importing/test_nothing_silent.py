"""Nothing of a file is left unread in silence: every cell that holds something is stored, left out, or told.

Tables in every shape, with rows and columns put in, taken out and said twice, marks in the place of numbers, tables cut
in two: whatever becomes of them, each filled cell is accounted for.
"""

import os
import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cchc_metrics.importing import Interpretation, interpret
from cchc_metrics.importing.areas import column_number
from cchc_metrics.importing.normalise import key
from cchc_metrics.importing.numbers import read_number
from cchc_metrics.importing.tables.placing import used_columns
from cchc_metrics.model import Severity
from cchc_metrics.schema import FRAMEWORKS, KINDS, SCORES, STANDARD_ERRORS, TARGETS, UNIT_REPORTS, Kind
from tests.builders import grid, snapshot, workbook

SNAPSHOT = snapshot()
# How many examples are drawn; a long run asks for more (CCHC_DRAWS=20000).
DRAWS = int(os.environ.get("CCHC_DRAWS", "0"))
PLACES = ["Hà Nội", "Quảng Bình", "Quảng Trị", "Huế", "Khánh Hòa", "Đắk Lắk"]
HEADS = ["D1", "D5", "Tổng điểm"]
Sheet = list[list[Any]]
# These say that no row of their table was taken.
OF_TABLES = frozenset(
    {
        *("header_repeated", "ordinal_for_score", "header_passed_over", "named_aside", "entities_beside"),
        *("headers_contradict", "table_beside_doubtful", "names_misfit"),
    }
)
_CELL = re.compile(r"([A-Z]+)(\d+)")

MARKS = st.sampled_from(
    [
        *(
            "N/A",
            "NA",
            "-",
            "…",
            "*",
            "x",
            "không công bố",
            "được miễn",
            "đang phúc tra",
            "12a",
            "",
            "5,1*",
            "~5",
            "#N/A",
        ),
        *("5,2 (1)", "41,2–43,1", "5,1 ± 0,2", "85%", "1.234", "1/63", "5,5/10", "0,85"),
    ]
)
TEXTS = st.sampled_from(
    [
        *("Ghi chú", "TỔNG SỐ", "Trung bình", "Nguồn: papi.org.vn", "I", "Miền Trung", "Tỉnh", "Điểm", "2022", "abc"),
        *("Sơ bộ 2024", "Năm 2023", "D1", "Xếp hạng", "Dân số", "Quảng Trj", "Người lập biểu", "Hạng", "TT", "Đơn vị"),
        *("Mục tiêu", "Tăng/giảm", "1", "1.1", "II", "Quảng Trị", "Hà Nội (1)", "Cận dưới", "Tổng điểm", "Trang 2"),
    ]
)
CELLS = st.one_of(st.none(), st.floats(0, 10).map(lambda one: round(one, 2)), st.integers(0, 70), MARKS, TEXTS)
EDITS = st.lists(
    st.one_of(
        st.tuples(st.just("cell"), st.integers(0, 12), st.integers(0, 6), CELLS),
        st.tuples(st.just("row"), st.integers(0, 12), st.lists(CELLS, min_size=1, max_size=6)),
        st.tuples(st.just("column"), st.integers(0, 6), st.lists(CELLS, min_size=1, max_size=10)),
        st.tuples(st.just("header again"), st.integers(1, 12)),
        st.tuples(st.just("column again"), st.integers(0, 5)),
        st.tuples(st.just("cut"), st.integers(2, 8), st.integers(1, 4)),
        st.tuples(st.just("delete row"), st.integers(0, 9)),
        st.tuples(st.just("delete column"), st.integers(0, 6)),
        st.tuples(st.just("move row"), st.integers(0, 9), st.integers(0, 12)),
        st.tuples(st.just("move column"), st.integers(0, 6), st.integers(0, 7)),
        st.tuples(st.just("down"), st.integers(1, 4), st.integers(0, 3)),
    ),
    max_size=5,
)


def down() -> Sheet:
    return [["TT", "Tỉnh", *HEADS], *([at, name, 5.5 + at / 10, 6.1, 14 + at / 5] for at, name in enumerate(PLACES, 1))]


def across() -> Sheet:
    turned = [list(row) for row in zip(*(row[1:] for row in down()), strict=True)]
    turned[0][0] = "Tiêu chí"
    return turned


def years() -> Sheet:
    return [["Tỉnh", "2022", "2023"], *([name, 40 + at, 41.5 + at] for at, name in enumerate(PLACES))]


def long() -> Sheet:
    rows = [["PAPI", 2023, name, "D1", 5.5] for name in PLACES]
    return [["Bộ chỉ số", "Kỳ", "Tên đơn vị", "Mã tiêu chí", "Điểm"], *rows]


def measures() -> Sheet:
    head = [["TT", "Tỉnh", "D1", None, "D5", None], [None, None, "Điểm", "Hạng", "Điểm", "Hạng"]]
    return head + [[at, name, 5.5 + at / 10, 7 - at, 6.1, at] for at, name in enumerate(PLACES, 1)]


def own() -> Sheet:
    title: Sheet = [["BẢNG ĐIỂM PAPI NĂM 2023 CỦA TỈNH QUẢNG TRỊ"], ["Tiêu chí", "Điểm tối đa", "Điểm"]]
    return title + [[head, 10, 5.5 + at] for at, head in enumerate(HEADS)]


def beside() -> Sheet:
    rows: Sheet = [["Tỉnh", "D1", None, "Tỉnh", "D5"]]
    return rows + [
        [one, 5.5 + at / 10, None, two, 6.1 + at / 10]
        for at, (one, two) in enumerate(zip(PLACES, reversed(PLACES), strict=True))
    ]


def by_year() -> Sheet:
    return [["PAPI CỦA TỈNH QUẢNG TRỊ"], ["Năm", *HEADS], *([2019 + at, 5.5, 6.1, 14.2] for at in range(5))]


def plan() -> Sheet:
    head = ["Bộ chỉ số", "Kỳ", "Tên đơn vị", "Mã tiêu chí", "Mục tiêu", "Ghi chú"]
    return [head, *(["PAPI", 2024, name, "D1", words, None] for name, words in zip(PLACES, TARGETS_SAID, strict=True))]


def decision() -> Sheet:
    rows: Sheet = [
        ["CHỈ SỐ PAPI"],
        ["Kèm theo Quyết định số 12/QĐ-UBND ngày 05/01/2024"],
        ["STT", "Tiêu chí", "Điểm tối đa"],
    ]
    body: Sheet = [
        ["I", "Một", 60],
        ["1", "Kế hoạch", 60],
        [None, "Đủ: 60", None],
        ["II", "Hai", 40],
        ["1", "Khác", 40],
    ]
    return [*rows, *body, [None, "TỔNG ĐIỂM", 100], ["Ghi chú: thử"]]


TARGETS_SAID = ["≥ 6", "Top 3", "nhóm cao nhất", "tăng 2 bậc so với 2023", "trên 5,5", 6.5]


def errors_beside() -> Sheet:
    rows: Sheet = [
        ["CHỈ SỐ PAPI NĂM 2023"],
        ["Tỉnh", "Tổng điểm", "Sai số chuẩn", "Cận dưới 95%", "Cận trên 95%"],
    ]
    return rows + [[name, 12.5 + at / 10, 0.35, 12.1, 13.9] for at, name in enumerate(PLACES)]


def listed(kind: Kind) -> Sheet:
    """Five rows of a kind's own template, each cell as its example has it, texts and codes told apart by row."""
    rows: Sheet = [list(kind.headers)]
    for at in range(1, 6):
        rows.append([_example(column.example, at) for column in kind.template])
    return rows


def _example(text: str, at: int) -> str | None:
    return f"{text} {at}" if text.isalpha() and at > 1 else text or None


SHAPES: dict[str, tuple[Callable[[], Sheet], Kind]] = {
    **{one.__name__: (one, SCORES) for one in (down, across, years, long, measures, own, beside, by_year)},
    "plan": (plan, TARGETS),
    "decision": (decision, FRAMEWORKS),
    "errors beside": (errors_beside, STANDARD_ERRORS),
    "errors beside scores": (errors_beside, SCORES),
    **{f"list of {name}": (partial(listed, kind), kind) for name, kind in KINDS.items() if kind is not UNIT_REPORTS},
}


def edited(rows: Sheet, edits: Sequence[tuple[Any, ...]]) -> Sheet:
    """The rows with every edit made that still has a place to be made at."""
    rows = [list(row) for row in rows]
    for what, *how in edits:
        _EDITS[what](rows, *how)
    return rows


def _cell(rows: Sheet, row: int, column: int, value: Any) -> None:
    if row < len(rows) and column < len(rows[row]):
        rows[row][column] = value


def _column(rows: Sheet, at: int, values: list[Any]) -> None:
    for row, value in zip(rows, values, strict=False):
        row.insert(min(at, len(row)), value)


def _move_row(rows: Sheet, source: int, target: int) -> None:
    if source < len(rows):
        rows.insert(target, rows.pop(source))


def _move_column(rows: Sheet, source: int, target: int) -> None:
    for row in rows:
        row.extend([None] * (source + 1 - len(row)))
        row.insert(target, row.pop(source))


def _down(rows: Sheet, height: int, width: int) -> None:
    for row in rows:
        row[:0] = [None] * width
    rows[:0] = [[] for _ in range(height)]


_EDITS: dict[str, Callable[..., object]] = {
    "cell": _cell,
    "row": lambda rows, at, values: rows.insert(min(at, len(rows)), list(values)),
    "column": _column,
    "header again": lambda rows, at: rows.insert(min(at, len(rows)), list(rows[0]) if rows else []),
    "column again": lambda rows, at: [row.append(row[at] if at < len(row) else None) for row in rows],
    "cut": lambda rows, at, count: rows.__setitem__(slice(at, at), [[] for _ in range(count)]),
    "delete row": lambda rows, at: rows.__delitem__(slice(at, at + 1)),
    "delete column": lambda rows, at: [row.__delitem__(slice(at, at + 1)) for row in rows],
    "move row": _move_row,
    "move column": _move_column,
    "down": _down,
}


def filled(rows: Sheet) -> set[tuple[int, int]]:
    return {
        (at, column)
        for at, row in enumerate(rows, 1)
        for column, cell in enumerate(row, 1)
        if cell is not None and str(cell).strip()
    }


def told(result: Interpretation, cells: set[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The cells of which some finding speaks: its own, those of its row or of its column, or all of the sheet."""
    for finding in result.findings:
        whole = finding.severity is Severity.ERROR or finding.code.startswith("sheet_")
        if finding.code in OF_TABLES or (not finding.cells and whole):
            yield from cells
        places = [(int(match[2]), column_number(match[1])) for one in finding.cells if (match := _CELL.fullmatch(one))]
        rows, columns = {row for row, _ in places}, {column for _, column in places}
        if finding.code.startswith(("column", "numbers_unread")):
            yield from ((row, column) for row, column in cells if column in columns)
        elif finding.code.startswith("row") or finding.severity is Severity.ERROR:
            yield from ((row, column) for row, column in cells if row in rows)
        yield from places


def read(result: Interpretation, cells: set[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The cells of the headers and of the rows that became facts, in the columns that a table reads."""
    stored = set(result.facts["row_no"])
    for table in result.mapping.tables:
        columns = set(used_columns(table))
        rows = stored | set(range(table.header[0], table.header[1] + 1))
        yield from ((row, column) for row, column in cells if row in rows and column in columns)


def silent(rows: Sheet, name: str, kind: Kind = SCORES) -> tuple[set[tuple[int, int]], Interpretation]:
    width = max((len(row) for row in rows), default=0)
    book = workbook(grid([[*row, *[None] * (width - len(row))] for row in rows], name))
    result = interpret(book, kind, SNAPSHOT)
    cells = filled(rows)
    return cells - set(told(result, cells)) - set(read(result, cells)), result


@settings(max_examples=DRAWS or 70)
@given(st.sampled_from(list(SHAPES)), EDITS, st.sampled_from(["PAPI 2023", "2023", "PAPI", "Sheet1"]))
@example("down", [("cut", 3, 2), ("cell", 4, 2, "đang phúc tra")], "PAPI 2023")
@example("down", [("row", 1, [None, "TỔNG SỐ", 5, 6, 7])], "PAPI 2023")
@example("years", [("cell", 0, 2, "Sơ bộ 2024")], "PAPI")
def test_every_cell_that_holds_something_is_stored_left_out_or_told(
    shape: str, edits: list[tuple[Any, ...]], name: str
) -> None:
    made, kind = SHAPES[shape]
    rows = edited(made(), edits)
    left, result = silent(rows, name, kind)
    assert not left, (sorted(left), rows, [(one.code, one.cells) for one in result.findings], result.mapping)


@settings(max_examples=DRAWS or 40)
@given(st.sampled_from(["down", "across", "years", "long"]), EDITS)
@example("long", [("cell", 0, 0, None), ("column", 0, [None]), ("column", 0, [None, None])])
def test_what_is_accepted_without_a_word_leaves_no_number_beside_a_name(
    shape: str, edits: list[tuple[Any, ...]]
) -> None:
    """Where nothing but information is told, every number that stands in a row with a province was stored."""
    rows = edited(SHAPES[shape][0](), edits)
    _, result = silent(rows, "PAPI 2023")
    if any(one.severity is not Severity.INFO for one in result.findings) or not len(result.facts):
        return
    kept = set(zip(result.facts["row_no"], result.facts["col_no"], strict=True))
    used = {column for table in result.mapping.tables for column in used_columns(table)}
    # What stands under «TT» is a number of the row, whatever it is.
    ordinal = [one.cell for one in result.findings if one.code == "column_ordinal"]
    used |= {column_number(match[1]) for cell in ordinal if (match := _CELL.fullmatch(cell))}
    for at, row in enumerate(rows, 1):
        if any(cell in PLACES for cell in row if isinstance(cell, str)):
            figures = {(at, column) for column, cell in enumerate(row, 1) if isinstance(cell, float)}
            assert all(place in kept or place[1] in used for place in figures), (rows, figures - kept)


SCORED = [name for name, (_, kind) in SHAPES.items() if kind is SCORES and not name.startswith("list")]
NAMES = {str(row["entity_id"]): row for row in SNAPSHOT.entities.to_dict("records")}
NODES = {str(row["node_code"]): str(row["name"]) for row in SNAPSHOT.nodes.to_dict("records")}


def said_of(rows: Sheet, row: int, column: int) -> str:
    """All that may be said of a cell: its row, what stands above it in its column, and the rows of few texts."""
    above = [line[column - 1] for line in rows[: row - 1] if column <= len(line)]
    titles = [cell for line in rows for cell in line if len([one for one in line if one is not None]) < 3]
    merged = [cell for line in rows[: row - 1] for cell in line[: column - 1]]
    return " | ".join(key(str(one)) for one in (*rows[row - 1], *above, *titles, *merged) if one is not None)


@settings(max_examples=DRAWS or 50)
@given(st.sampled_from(SCORED), EDITS, st.sampled_from(["PAPI 2023", "2023", "PAPI", "Sheet1"]))
def test_a_stored_score_is_the_number_of_its_cell_and_what_it_is_about_stands_by_it(
    shape: str, edits: list[tuple[Any, ...]], name: str
) -> None:
    rows = edited(SHAPES[shape][0](), edits)
    _, result = silent(rows, name)
    if any(one.severity is Severity.ERROR for one in result.findings):
        return
    for fact in result.facts.itertuples():
        row, column = int(fact.row_no), int(fact.col_no)
        written = rows[row - 1][column - 1]
        if fact.state == "value":
            number = float(written) if isinstance(written, int | float) else read_number(str(written)).value
            assert fact.value == pytest.approx(number, abs=1e-9), (rows, fact)
        said = f" {said_of(rows, row, column)} {key(name)} "
        entity = NAMES[str(fact.entity_id)]
        known = [entity["name"], entity["display_name"], *str(entity["aliases"]).split("|")]
        assert any(f" {key(str(one))} " in said for one in known), (rows, fact)
        assert str(fact.period_id) in said, (rows, fact)
        if fact.node_code != "TOTAL":
            assert f" {key(str(fact.node_code))} " in said or key(NODES[str(fact.node_code)]) in said, (rows, fact)


# These are said of a whole file or a whole sheet: no cell of it is at fault more than another.
OF_WHOLE = frozenset(
    {
        *("table_not_found", "no_rows", "columns_missing", "mapping_field_missing", "wide_period_unknown"),
        *("wide_index_unknown", "constant_unresolved", "constant_several", "names_misfit", "kind_not_recognised"),
        *("framework_index_unknown", "framework_name_unknown", "framework_year_open"),
    }
)


@settings(max_examples=DRAWS or 50)
@given(st.sampled_from(list(SHAPES)), EDITS)
def test_a_refused_file_names_its_cells(shape: str, edits: list[tuple[Any, ...]]) -> None:
    made, kind = SHAPES[shape]
    rows = edited(made(), edits)
    _, result = silent(rows, "PAPI 2023", kind)
    for finding in result.findings:
        if finding.severity is Severity.ERROR and finding.code not in OF_WHOLE:
            assert finding.cells and finding.sheet, (finding, rows)
