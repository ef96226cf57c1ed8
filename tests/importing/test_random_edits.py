"""Valid sheets edited at random: reading never fails, and whatever is taken is what the edited sheet says there."""

from collections.abc import Callable, Sequence
from itertools import zip_longest
from typing import Any

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cchc_metrics.importing import interpret
from cchc_metrics.importing.normalise import key
from cchc_metrics.model import Severity, Snapshot
from cchc_metrics.schema import SCORES
from cchc_metrics.services.office.office import Office
from tests.builders import grid, workbook
from tests.services.intake.office_files.builders import nodes, number_of, papi, some
from tests.services.intake.office_files.national import PAPI

NAMES = {key(name): entity for entity, name in some(12)}
HEADS = {key(name): code for code, name, _ in nodes(PAPI)}
# What a person may type into a cell, and the score that it can only mean; None: no score.
TYPED: dict[Any, float | None] = {
    7.25: 7.25,
    0: 0.0,
    "7,25": 7.25,
    "6.5": 6.5,
    " 8 ": 8.0,
    "9,5/10": 9.5,
    "N/A": None,
    "không công bố": None,
    "x": None,
    "1.234": 1.234,
    "85%": None,
    "abc": None,
    None: None,
    2023: None,
    12.5: 12.5,
    -1: -1.0,
    **{name: None for _, name in some(12)},
    **{name: None for _, name, _ in nodes(PAPI)},
    "Tổng cộng": None,
    "Trung bình": None,
    "Điểm": None,
    "Hạng": None,
    "Năm 2022": None,
    "Mục tiêu": None,
}
Sheet = list[list[Any]]
CELLS = st.sampled_from(list(TYPED))
PLACES = st.tuples(st.integers(0, 11), st.integers(0, 10))
EDITS = st.lists(
    st.one_of(
        st.tuples(st.just("cell"), PLACES, CELLS),
        st.tuples(st.just("header"), st.integers(0, 9), CELLS),
        st.tuples(st.just("swap rows"), st.integers(0, 9), st.integers(0, 9)),
        st.tuples(st.just("swap columns"), st.integers(0, 9), st.integers(0, 9)),
        st.tuples(st.just("insert row"), st.integers(0, 9), st.lists(CELLS, max_size=10)),
        st.tuples(st.just("insert column"), st.integers(0, 9), st.lists(CELLS, max_size=10)),
        st.tuples(st.just("delete row"), st.integers(0, 9)),
        st.tuples(st.just("delete column"), st.integers(0, 9)),
    ),
    min_size=1,
    max_size=5,
)
SHEET_NAMES = st.sampled_from(
    ["PAPI 2023", "PAPI 2023", "PAPI 2022", "Sheet1", "PAPI", "2023", "PAPI 2022-2023", "SIPAS 2023"]
)


@pytest.fixture(scope="module")
def snapshot(shipped_office: Office) -> Snapshot:
    return shipped_office.store.snapshot()


def valid(tall: bool) -> Sheet:
    """Provinces down and dimensions across, or the other way round."""
    places, heads = some(7), nodes(PAPI)
    rows: Sheet = [["TT", "Tỉnh", *(name for _, name, _ in heads)]]
    rows += [
        [at, name, *(number_of(papi(entity, code)) for code, _, _ in heads)]
        for at, (entity, name) in enumerate(places, 1)
    ]
    if tall:
        return rows
    turned = [list(row) for row in zip(*(row[1:] for row in rows), strict=True)]
    return [["TT", *row] if not at else [at, *row] for at, row in enumerate(turned)]


def edited(rows: Sheet, edits: Sequence[tuple[Any, ...]]) -> Sheet:
    """The rows with every edit made that still has a place to be made at."""
    rows = [list(row) for row in rows]
    for what, *how in edits:
        _EDITS[what](rows, *how)
    return rows


def _cell(rows: Sheet, place: tuple[int, int], value: Any) -> None:
    if place[0] < len(rows) and place[1] < len(rows[place[0]]):
        rows[place[0]][place[1]] = value


def _swap(line: list[Any], one: int, other: int) -> None:
    if max(one, other) < len(line):
        line[one], line[other] = line[other], line[one]


def _insert_column(rows: Sheet, at: int, values: list[Any]) -> None:
    for row, value in zip_longest(rows, values[: len(rows)]):
        row.insert(at, value)


def _delete_column(rows: Sheet, at: int) -> None:
    for row in rows:
        del row[at : at + 1]


_EDITS: dict[str, Callable[..., object]] = {
    "cell": _cell,
    "header": lambda rows, at, value: _cell(rows, (0, at), value),
    "swap rows": _swap,
    "swap columns": lambda rows, one, other: [_swap(row, one, other) for row in rows],
    "insert row": lambda rows, at, values: rows.insert(at, list(values)),
    "insert column": _insert_column,
    "delete row": lambda rows, at: rows.__delitem__(slice(at, at + 1)),
    "delete column": _delete_column,
}


def at(rows: Sheet, row: int, column: int) -> Any:
    return rows[row - 1][column - 1] if column <= len(rows[row - 1]) else None


def richest(lines: Sequence[Sequence[Any]], known: dict[str, str]) -> tuple[int, int]:
    """How many of some names the line with most of them holds, and which it is (from 1)."""
    counts = [len({key(one) for one in line if isinstance(one, str)} & known.keys()) for line in lines]
    return (max(counts), counts.index(max(counts)) + 1) if counts else (0, 1)


def about(rows: Sheet, fact: Any) -> tuple[str | None, str | None]:
    """Whom and what a cell is about, for somebody who looks for the line of provinces and that of criteria."""
    row, column = int(fact.row_no), int(fact.col_no)
    width = max(len(line) for line in rows)
    columns = [[at(rows, one, place) for one in range(1, len(rows) + 1)] for place in range(1, width + 1)]
    (down, name_column), (across, name_row) = richest(columns, NAMES), richest(rows, NAMES)
    if down >= across:
        name, head = at(rows, row, name_column), at(rows, richest(rows, HEADS)[1], column)
    else:
        name, head = at(rows, name_row, column), at(rows, row, richest(columns, HEADS)[1])
    return NAMES.get(key(str(name))), HEADS.get(key(str(head)))


@settings(max_examples=150)
@given(tall=st.booleans(), edits=EDITS, name=SHEET_NAMES)
@example(True, [("insert row", 2, ["abc", "abc", "Công khai, minh bạch trong việc ra quyết định"])], "PAPI 2023")
def test_what_is_taken_of_an_edited_sheet_stands_there_under_its_province_and_criterion(
    snapshot: Snapshot, tall: bool, edits: list[tuple[Any, ...]], name: str
) -> None:
    rows = edited(valid(tall), edits)
    width = max((len(row) for row in rows), default=0)
    book = workbook(grid([[*row, *[None] * (width - len(row))] for row in rows], name))
    result = interpret(book, SCORES, snapshot)
    assert result.rows.read == result.rows.accepted + result.rows.rejected + result.rows.ignored
    if any(finding.severity is Severity.ERROR for finding in result.findings):
        # Of such a file nothing is stored; what its sound rows may hold is asked of the sheets that once went wrong.
        return
    _stand_there(result.facts, rows, name)


def _stand_there(facts: Any, rows: Sheet, name: str) -> None:
    for fact in facts.itertuples():
        row, column = int(fact.row_no), int(fact.col_no)
        written = at(rows, row, column)
        value = TYPED.get(written, written)
        said = [name, *(str(one) for line in rows for one in line)]
        assert fact.index_code == "PAPI" and any(str(fact.period_id) in text for text in said)
        assert about(rows, fact) == (fact.entity_id, fact.node_code), (rows, fact)
        if fact.state == "value":
            assert value is not None and fact.value == pytest.approx(value, abs=1e-9), (rows, fact)
        else:
            assert np.isnan(fact.value) and isinstance(written, str)
    assert not facts.duplicated(["entity_id", "node_code", "period_id", "score_kind"]).any()


_D7, _D4, _D3, _D2 = (nodes(PAPI)[at][1] for at in (6, 3, 2, 1))
# Sheets of which something was taken wrongly once, though an error stood beside it.
ONCE_WRONG: list[tuple[bool, list[tuple[Any, ...]], str]] = [
    (
        True,
        [("insert row", 4, [_D7, "Hòa Bình"]), ("insert column", 0, [2023, " 8 ", "Sơn La", "Hà Giang", "6.5"])],
        "PAPI",
    ),
    (True, [("insert row", 6, ["Cao Bằng", _D4, "Năm 2022", _D7, 2023, "Hạng", "Lào Cai", _D4])], "PAPI 2023"),
    (False, [("insert row", 1, ["85%", "Hòa Bình", "Mục tiêu", "1.234", _D7, "Cao Bằng", "abc"])], "PAPI 2022"),
    (False, [("insert row", 2, [_D3, "Hòa Bình", "Điểm", "1.234", _D7])], "PAPI 2022"),
    (False, [("header", 8, 2023), ("insert column", 6, ["Hạng", 7.25, "Hà Nội", "85%", "Lào Cai"])], "PAPI 2022-2023"),
    (False, [("insert row", 2, [_D3, "Hòa Bình", "x", 2023]), ("insert column", 1, [_D4, "Sơn La", "x"])], "2023"),
    (True, [("insert row", 2, ["Lào Cai", 7.25, _D4, "Lai Châu"]), ("cell", (1, 0), "Sơn La")], "2023"),
]


@pytest.mark.parametrize(("tall", "edits", "name"), ONCE_WRONG)
def test_sound_rows_of_a_refused_sheet_stand_there_too(
    snapshot: Snapshot, tall: bool, edits: list[tuple[Any, ...]], name: str
) -> None:
    rows = edited(valid(tall), edits)
    width = max(len(row) for row in rows)
    result = interpret(workbook(grid([[*row, *[None] * (width - len(row))] for row in rows], name)), SCORES, snapshot)
    _stand_there(result.facts, rows, name)
