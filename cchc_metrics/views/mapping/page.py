"""What the step «Cách đọc tệp» shows: what was understood, on the person's own cells, and what there is to choose."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cchc_metrics.importing.headers import is_ordinal
from cchc_metrics.importing.normalise import compact
from cchc_metrics.importing.problems import column_name
from cchc_metrics.importing.tables.placing import Placed, place, unsaid, used_columns
from cchc_metrics.importing.tables.rows import RowSort, sort_of
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.model import FileMapping, ImportPlan, Severity, TableMap
from cchc_metrics.schema import KINDS, Kind
from cchc_metrics.services.intake.cells import FileCells, SheetCells
from cchc_metrics.services.intake.mapping import ColumnRole, number_headers, on_sheet, role_of
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.views.mapping.words import place_words, said_words

SHOWN_ROWS, SHOWN_COLUMNS = 12, 20
_ABOVE, _AROUND_END = 4, 2
_LONGEST_CHIP, _MOST_DOUBTS, _MOST_NAMED = 44, 3, 4
# Findings that say that the reading itself lacks something, and those that ask for a look at it.
_UNREAD = ("constant_", "mapping_", "wide_", "columns_missing", "table_not_found", "layout_not_")
_LOOK = frozenset({"sheet_without_criteria", "sheet_without_table", "header_repeated", "layout_remembered"})


@dataclass(frozen=True, slots=True)
class GridRow:
    """One row of the small grid. css: "title", "head", "body", "out" (read, no data), "gap"; cells: text and css."""

    number: str
    css: str
    cells: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ColumnView:
    """One column. words: over it · told: what it is taken for · css: "subject", "value", "unread", "doubt", "other"."""

    number: int
    letter: str
    words: str
    told: str
    css: str
    role: ColumnRole


@dataclass(frozen=True, slots=True)
class SheetView:
    """One sheet as its chosen table is read. tables: place in the mapping -> words; missing: what nothing says yet."""

    name: str
    height: int
    tables: Mapping[int, str]
    columns: tuple[ColumnView, ...]
    rows: tuple[GridRow, ...]
    missing: tuple[str, ...]
    more_columns: int


@dataclass(frozen=True, slots=True)
class StepView:
    """The step. summary: what was understood, in a line · open: something needs a look · doubts: what, in sentences."""

    summary: str
    open: bool
    doubts: tuple[str, ...]


def needs_look(plan: ImportPlan, cells: FileCells, *, told: bool) -> bool:
    """Whether the reading lacks something, so that the step stands open.

    told: a person said how the file is to be read; then a column of numbers that is not read is left out on purpose.
    """
    if plan.mapping is None or not plan.mapping.tables:
        return True
    known = told or any(finding.code == "layout_remembered" for finding in plan.findings)
    if not known and unread_numbers(plan.mapping, cells):
        return True
    return any(
        (finding.severity is not Severity.INFO and finding.code in _LOOK)
        or (finding.severity is Severity.ERROR and finding.code.startswith(_UNREAD))
        for finding in plan.findings
    )


def unread_numbers(mapping: FileMapping, cells: FileCells) -> Mapping[int, str]:
    """The columns of numbers with a heading, beside those of a table, that no table of any sheet reads: their words."""
    used = {column for table in mapping.tables for column in used_columns(table)}
    found: dict[int, str] = {}
    for table in mapping.tables:
        if (sheet := cells.sheet(table.sheet)) is not None:
            for column in set(range(1, sheet.width + 1)) - used - set(found):
                words = sheet.words(table.header, column)
                if words and not is_ordinal(words) and sheet.holds_numbers(column, table.header[1]):
                    found[column] = words
    return dict(sorted(found.items()))


def own_headers(mapping: FileMapping | None, cells: FileCells) -> bool:
    """Whether every table bears the headers of our template: nothing about such a file is worth remembering."""
    tables = mapping.tables if mapping is not None else ()
    return bool(tables) and all(_own(table, cells.sheet(table.sheet)) for table in tables)


def _own(table: TableMap, sheet: SheetCells | None) -> bool:
    if sheet is None or table.across or table.constants:
        return False
    return all(compact(sheet.words(table.header, at)) == compact(header) for header, at in table.columns.items())


def step_view(mapping: FileMapping, cells: FileCells, plan: ImportPlan, *, told: bool) -> StepView:
    """The step for a plan. told: a person said how the file is to be read."""
    open_ = needs_look(plan, cells, told=told)
    return StepView(_summary(mapping, KINDS[plan.kind]), open_, _doubts(mapping, cells, plan) if open_ else ())


def _doubts(mapping: FileMapping, cells: FileCells, plan: ImportPlan) -> tuple[str, ...]:
    """What is to be looked at, each thing once whatever the number of sheets."""
    first: dict[tuple[str, str], str] = {}
    if unread := unread_numbers(mapping, cells):
        named = [f"{column_name(column)} («{words}»)" for column, words in unread.items()]
        more = ", …" if len(named) > _MOST_NAMED else ""
        first["column_unread", ""] = texts().mapping.numbers_unread.format(
            columns=", ".join(named[:_MOST_NAMED]) + more
        )
    for finding in plan.findings:
        if finding.severity is not Severity.INFO and finding.code.startswith(_UNREAD):
            first.setdefault((finding.code, finding.value), finding.message)
    return tuple(first.values())[:_MOST_DOUBTS]


def sheet_names(mapping: FileMapping, cells: FileCells) -> dict[str, str]:
    """Each sheet with what becomes of it: hidden, left out on purpose, not read yet."""
    t = texts().mapping
    words = {}
    for sheet in cells.sheets:
        parts = [t.sheet_hidden] if sheet.grid.hidden else []
        if sheet.name in mapping.skipped:
            parts.append(t.sheet_skipped)
        elif not on_sheet(mapping, sheet.name):
            parts.append(t.sheet_unread)
        words[sheet.name] = f"{sheet.name} ({', '.join(parts)})" if parts else sheet.name
    return words


def _summary(mapping: FileMapping, kind: Kind) -> str:
    """«trang Trục 1 đến Trục 8 (8 trang); dòng tiêu đề 5–6; Tên đơn vị ở cột B; 8 cột Điểm; Kỳ lấy từ tên trang»."""
    t = texts().mapping
    if not mapping.tables:
        return t.nothing_understood
    names = list(dict.fromkeys(table.sheet for table in mapping.tables))
    parts = [t.sheet_one.format(name=names[0])]
    if len(names) > 1:
        parts = [t.sheet_many.format(first=names[0], last=names[-1], count=fmt.integer(len(names)))]
    parts += [t.tables_many.format(count=len(mapping.tables))] if len(mapping.tables) > len(names) else []
    heads = list(dict.fromkeys(table.header for table in mapping.tables))
    parts += [t.header_rows.format(rows=_rows_words(*heads[0]))] if len(heads) == 1 else [t.header_rows_differ]
    parts += _columns_summary(mapping.tables, kind)
    return t.understood.format(what="; ".join([*parts, *_constants_summary(mapping.tables)]))


def _rows_words(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last}"


def _columns_summary(tables: Sequence[TableMap], kind: Kind) -> list[str]:
    t = texts().mapping
    found = []
    for header in kind.headers:
        places = {table.columns[header] for table in tables if header in table.columns}
        if len(places) == 1:
            found.append(t.column_at.format(header=header, letter=column_name(places.pop())))
    for takes in number_headers(kind):
        if count := len({one.column for table in tables for one in table.across if one.takes == takes}):
            found.append(t.value_columns.format(count=count, header=takes))
    return found


def _constants_summary(tables: Sequence[TableMap]) -> list[str]:
    t, found = texts().mapping, []
    for header in dict.fromkeys(header for table in tables for header in table.constants):
        said = {table.constants[header] for table in tables if header in table.constants}
        if len(said) == 1:
            found.append(t.constant_is.format(header=header, value=place_words().get(text := said.pop(), text)))
    return found


def sheet_view(desk: Desk, mapping: FileMapping, cells: FileCells, name: str, at: int | None) -> SheetView:
    """One sheet with the table ``at`` this place of the mapping; None: the sheet is not read."""
    sheet = next(sheet for sheet in cells.sheets if sheet.name == name)
    kind = KINDS[mapping.kind]
    places = on_sheet(mapping, name)
    placed = place([mapping.tables[one] for one in places], sheet.grid)
    ends = dict(zip(places, placed, strict=True))
    mine = ends.get(at) if at is not None else None
    others = [one for one in placed if one is not mine]
    columns = tuple(
        _column(desk, sheet, number, mine=mine, others=others, kind=kind) for number in range(1, sheet.width + 1)
    )
    titles = {one: _table_words(number, ends[one]) for number, one in enumerate(places, start=1)}
    missing = tuple(" / ".join(group) for group in unsaid(mine.table, kind)) if mine is not None else ()
    rows = _rows(sheet, mine, others, columns[:SHOWN_COLUMNS])
    return SheetView(name, sheet.height, titles, columns, rows, missing, max(0, sheet.width - SHOWN_COLUMNS))


def _table_words(number: int, placed: Placed) -> str:
    first, last = placed.span
    return texts().mapping.table_option.format(
        number=number, columns=f"{column_name(first)}–{column_name(last)}", row=placed.table.header[0]
    )


def _column(
    desk: Desk, sheet: SheetCells, number: int, *, mine: Placed | None, others: Sequence[Placed], kind: Kind
) -> ColumnView:
    t = texts().mapping
    letter = column_name(number)
    if mine is None:
        return ColumnView(number, letter, "", "", "unread", ColumnRole())
    words = sheet.words(mine.table.header, number)
    role = role_of(mine.table, number)
    if not role.takes:
        taken = any(number in used_columns(other.table) for other in others)
        told, css = (t.of_other_table, "other") if taken else (t.not_read, "unread")
        if not taken and words and not is_ordinal(words) and sheet.holds_numbers(number, mine.table.header[1]):
            told, css = t.numbers_not_read, "doubt"
        return ColumnView(number, letter, words, told, css, role)
    value = role.across or role.takes in number_headers(kind)
    said = " · ".join(said_words(desk, mine.table, kind, header, text) for header, text in role.says.items())
    told = f"{role.takes}: {said}" if said else role.takes
    return ColumnView(number, letter, words, told, "value" if value else "subject", role)


def chip(told: str) -> str:
    """What a column is taken for, short enough to stand above it."""
    return told if len(told) <= _LONGEST_CHIP else told[: _LONGEST_CHIP - 1].rstrip() + "…"


def _rows(
    sheet: SheetCells, mine: Placed | None, others: Sequence[Placed], columns: Sequence[ColumnView]
) -> tuple[GridRow, ...]:
    """The first rows about the header, and the rows about the end of the table."""
    first = max(1, mine.table.header[0] - _ABOVE - 1) if mine is not None else 1
    window = list(range(first, min(first + SHOWN_ROWS, sheet.grid.height + 1)))
    rows = [_row(sheet, row, mine, others, columns) for row in window]
    end = mine.last_row if mine is not None else 0
    tail = [row for row in range(end - 1, end + _AROUND_END + 1) if window and window[-1] < row <= sheet.grid.height]
    if tail:
        gap = [GridRow("…", "gap", tuple(("", "") for _ in columns))] if tail[0] > window[-1] + 1 else []
        rows += [*gap, *(_row(sheet, row, mine, others, columns) for row in tail)]
    return tuple(rows)


def _row(
    sheet: SheetCells, row: int, mine: Placed | None, others: Sequence[Placed], columns: Sequence[ColumnView]
) -> GridRow:
    text = {column.number: sheet.shown(row, column.number) for column in columns}
    css = _row_css(row, mine, next((words for words in text.values() if words and not _numeric(words)), ""))
    cells = []
    for column in columns:
        inside = any(_covers(other, row, column.number) for other in others)
        look = "other" if inside else "unread" if column.css in ("unread", "doubt", "other") and css == "body" else ""
        cells.append((text[column.number], look))
    return GridRow(str(row), css, tuple(cells))


def _numeric(text: str) -> bool:
    return text.replace(",", "").replace(".", "").isdecimal()


def _row_css(row: int, mine: Placed | None, first_text: str) -> str:
    if mine is None or row < mine.table.header[0]:
        return "title"
    if row <= mine.table.header[1]:
        return "head"
    ignored = row > mine.last_row or sort_of(first_text) in (RowSort.AGGREGATE, RowSort.NOTE)
    return "out" if ignored else "body"


def _covers(placed: Placed, row: int, column: int) -> bool:
    return placed.table.header[0] <= row <= placed.last_row and placed.span[0] <= column <= placed.span[1]
