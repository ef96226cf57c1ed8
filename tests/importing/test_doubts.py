"""A table that fits by chance is not taken: what speaks against how a sheet was understood is an error at its cells."""

from typing import Any

import pytest

from cchc_metrics.importing import interpret
from cchc_metrics.model import Severity, Snapshot
from cchc_metrics.schema import SCORES
from cchc_metrics.services.office.office import Office
from tests.builders import grid, workbook
from tests.importing.test_random_edits import Sheet, edited, valid

_D2, _D4, _D7 = (valid(True)[0][at] for at in (3, 5, 8))
_NONE: list[Any] = [None]
_PLACES = [row[1] for row in valid(True)[1:]]
# A sheet, and what is said of it.
DOUBTFUL: dict[str, Sheet] = {
    "ordinal_for_score": [["Tỉnh", 2023], *([name, at] for at, name in enumerate(_PLACES, 1))],
    "header_passed_over": edited(
        valid(True), [("insert row", 1, [*_NONE * 3, "Điểm", *_NONE * 3, _D2]), ("insert row", 1, _NONE)]
    ),
    "named_aside": edited(valid(False), [("header", 6, "Năm 2022"), ("insert row", 0, [*_NONE * 6, "Yên Bái"])]),
    "column_left": edited(valid(False), [("header", 2, "abc"), ("insert row", 1, [*_NONE * 3, 2023, None, "Hà Nội"])]),
    "entities_beside": edited(
        valid(False),
        [("header", 3, "Điểm"), ("insert row", 0, _NONE), ("insert column", 0, ["Hà Nội"]), ("swap columns", 0, 8)],
    ),
    "headers_contradict": edited(valid(True), [("insert row", 6, ["x", _D4, "Năm 2022", _D7, 2023, "Hạng", "x", _D4])]),
    "table_beside_doubtful": edited(
        valid(False),
        [
            (
                "insert column",
                2,
                [valid(True)[0][2], "85%", "abc", _D4, "Lai Châu", "không công bố", None, "Điện Biên"],
            ),
            (
                "insert row",
                2,
                [-1, "Bắc Kạn", "Năm 2022", "Hạng", " 8 ", valid(True)[0][6], "Điểm", "Tổng cộng", "Hà Nội"],
            ),
        ],
    ),
    "names_misfit": [
        ["Tỉnh", "Nội dung", "Điểm"],
        *([name, _D2 if at < 2 else at, 6.5] for at, name in enumerate(_PLACES)),
    ],
}


@pytest.fixture(scope="module")
def snapshot(shipped_office: Office) -> Snapshot:
    return shipped_office.store.snapshot()


def read(rows: Sheet, name: str, snapshot: Snapshot) -> tuple[set[str], list[Any]]:
    """The codes of the errors, and the facts taken."""
    width = max(map(len, rows))
    result = interpret(workbook(grid([[*r, *[None] * (width - len(r))] for r in rows], name)), SCORES, snapshot)
    errors = {finding.code for finding in result.findings if finding.severity is Severity.ERROR}
    return errors, list(result.facts.itertuples())


@pytest.mark.parametrize("code", DOUBTFUL)
def test_a_header_that_leaves_open_what_a_column_is_about_is_asked_for(code: str, snapshot: Snapshot) -> None:
    errors, facts = read(DOUBTFUL[code], "PAPI 2023", snapshot)
    assert code in errors, errors
    assert code in ("column_left", "headers_contradict") or not facts


def test_ranks_that_count_up_and_a_few_scores_that_do_are_read(snapshot: Snapshot) -> None:
    rows = valid(True)
    ranked = [["Tỉnh", rows[0][2], "Hạng"], *([row[1], 8 - at / 10, at] for at, row in enumerate(rows[1:], 1))]
    errors, facts = read(ranked, "PAPI 2023", snapshot)
    assert not errors and len(facts) == len(rows) - 1
    few = [["Tỉnh", *rows[0][2:4]], *([row[1], at, 7.5] for at, row in enumerate(rows[1:4], 1))]
    errors, facts = read(few, "PAPI 2023", snapshot)
    assert not errors and len(facts) == 6
