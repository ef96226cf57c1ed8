"""Questions about what is not read: rows and columns that look like data are read otherwise, or left out on purpose."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from cchc_metrics.importing.areas import area_of, column_number, runs_of
from cchc_metrics.labels import texts
from cchc_metrics.model import FileMapping, Finding, Question

LEFT_OUT = "left-out"
_CELL = re.compile(r"([A-Z]+)(\d+)")


def leaving_questions(findings: Iterable[Finding]) -> Iterator[Question]:
    """One question per finding that names rows or columns which nobody reads."""
    t = texts().intake
    for finding in findings:
        if finding.code == "rows_unread":
            areas = ",".join(f"{first}:{last}" for first, last in runs_of(_rows(finding)))
            yield _question(finding, areas, {areas: t.leave_rows.format(rows=areas.replace(":", "–"))})
        elif finding.code == "column_left":
            (column,) = set(_columns(finding))
            areas = f"{column}:{column}"
            yield _question(finding, areas, {areas: t.leave_column.format(column=column)})
        elif finding.code == "columns_same":
            columns = sorted(set(_columns(finding)), key=column_number)
            choices = {_all_but(columns, one): t.read_column.format(column=one) for one in columns}
            yield _question(finding, ",".join(columns), choices)


def _question(finding: Finding, written: str, choices: dict[str, str]) -> Question:
    return Question(LEFT_OUT, written, "", finding.message, choices, finding.sheet, finding.cell, finding.count)


def _all_but(columns: Sequence[str], kept: str) -> str:
    return ",".join(f"{one}:{one}" for one in columns if one != kept)


def _rows(finding: Finding) -> list[int]:
    return sorted({int(match[2]) for cell in finding.cells if (match := _CELL.fullmatch(cell))})


def _columns(finding: Finding) -> list[str]:
    return [match[1] for cell in finding.cells if (match := _CELL.fullmatch(cell))]


def leaving(mapping: FileMapping, question: Question, value: str) -> FileMapping:
    """The mapping that leaves out the areas of an answer; tables that name these columns read them no more."""
    areas = [area for text in value.split(",") if (area := area_of(question.sheet, text)) is not None]
    kept = [one for one in mapping.left_out if one not in areas]
    gone = {at for area in areas if area.rows is None and area.columns for at in range(*_bounds(area.columns))}
    tables = tuple(
        replace(table, across=tuple(one for one in table.across if one.column not in gone))
        if table.sheet == question.sheet
        else table
        for table in mapping.tables
    )
    return replace(mapping, left_out=(*kept, *areas), tables=tables)


def _bounds(columns: tuple[int, int]) -> tuple[int, int]:
    return columns[0], columns[1] + 1
