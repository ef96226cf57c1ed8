"""What of a sheet no table reads, told: what looks like data as an error, a question or a warning, the rest by name.

A file is accepted when all that looks like data was read or left out by a person; so nothing here is information that
names an entity beside a number, or numbers under or beside the columns of a table.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from cchc_metrics.importing.areas import rows_text, runs_of
from cchc_metrics.importing.cells import Flags, Ints
from cchc_metrics.importing.entities import EntityBook
from cchc_metrics.importing.headers import is_ordinal
from cchc_metrics.importing.nodes import NodeBook
from cchc_metrics.importing.normalise import key
from cchc_metrics.importing.problems import Fault, Problems, column_name, error, info, warning
from cchc_metrics.importing.tables.heads import cell_text, first_texts, header_texts
from cchc_metrics.importing.tables.likenesses import is_code, means_error, means_period, meant_header
from cchc_metrics.importing.tables.placing import Placed, used_columns
from cchc_metrics.importing.tables.rows import RowSort, means_aggregate, sort_of
from cchc_metrics.importing.understanding.bodies import is_name
from cchc_metrics.importing.understanding.naming import BASES
from cchc_metrics.importing.understanding.scene import ENTITY, ENTITY_CODE, MOST_IN_TITLE, PERIOD
from cchc_metrics.importing.understanding.view import View
from cchc_metrics.importing.understanding.words import Vocabulary, is_about_another, period_in
from cchc_metrics.labels import texts
from cchc_metrics.model import Grid
from cchc_metrics.schema import SCORES, STANDARD_ERRORS, Kind

# So many columns that no table reads are named one by one; more are one finding.
_MOST_COLUMNS = 5


@dataclass(frozen=True, slots=True)
class Unread:
    """A sheet with its tables placed. read: the filled rows (1-based) below the first header · bodies: those of each
    table · by_person: somebody said where the tables end · periods: those that its tables are about."""

    sheet: Grid
    placed: Sequence[Placed]
    read: Ints
    bodies: Sequence[Ints]
    entities: EntityBook
    nodes: NodeBook
    problems: Problems
    by_person: bool
    view: View
    periods: frozenset[str] = frozenset()
    kind: Kind = SCORES

    # Rows

    def say_rows(self) -> None:
        """Rows that no table reaches: sums and notes by their name, what looks like data as errors, the rest."""
        t = texts().findings
        outside = self.read[~np.isin(self.read, np.concatenate(self.bodies))]
        firsts = first_texts(self.sheet, outside, (1, len(self.sheet.columns)))
        sorts = [sort_of(text) for text in firsts]
        figures = np.array([self._has_figures(int(row)) for row in outside], dtype=np.bool_)
        named = np.array([self._names_entity(int(row)) for row in outside], dtype=np.bool_)
        for sort, message in ((RowSort.AGGREGATE, t.row_aggregate), (RowSort.NOTE, t.row_note)):
            chosen = np.array([one is sort for one in sorts], dtype=np.bool_)
            chosen &= ~named | ~figures if sort is RowSort.AGGREGATE else ~figures
            self._of_rows(info(sort, message), outside[chosen])
            outside, figures, named = outside[~chosen], figures[~chosen], named[~chosen]
            sorts = [one for one, left in zip(sorts, ~chosen, strict=True) if left]
        for first, last in runs_of(outside.tolist()):
            run = outside[(outside >= first) & (outside <= last)]
            self._say_run(run, figures[np.isin(outside, run)])

    def _say_run(self, run: Ints, figures: Flags) -> None:
        t = texts().intake
        shown = rows_text(run.tolist())
        if not figures.any():
            self._of_rows(info("rows_outside", texts().findings.rows_outside.format(rows=shown)), run)
        elif self._looks_up(run):
            self._of_rows(warning("rows_repeat_table", t.rows_repeat_table.format(rows=shown)), run)
        elif self.by_person and all(self._below_end(int(row)) for row in run):
            self._of_rows(warning("rows_below_end", t.rows_below_end.format(rows=shown)), run)
        else:
            self._of_rows(error("rows_unread", t.rows_unread.format(rows=shown)), run)

    def _of_rows(self, fault: Fault, rows: Ints) -> None:
        self.problems.of_cells(fault, self.sheet, rows, 1)

    def _has_figures(self, row: int) -> bool:
        return any(self.view.plain_number(row - 1, column) for column in range(self.view.width))

    def _names_entity(self, row: int) -> bool:
        known = is_name(self.entities)
        return any(known(self.view.text(row - 1, column)) for column in self.view.places(row - 1, 0, self.view.width))

    def _looks_up(self, run: Ints) -> bool:
        """Whether rows begin with a header of the tables again and name nobody that the tables do not."""
        heads = [
            {
                text
                for column in range(1, self.view.width + 1)
                for text in header_texts(self.sheet, one.table.header, column)
            }
            for one in self.placed
        ]
        words = {
            cell_text(self.sheet, int(run[0]), column + 1)
            for column in self.view.places(int(run[0]) - 1, 0, self.view.width)
        }
        if not words or not any(words <= head for head in heads):
            return False
        return self._named_in(run[1:]) <= self._named_in(np.concatenate(self.bodies))

    def _named_in(self, rows: Iterable[int]) -> set[str]:
        known = is_name(self.entities)
        found = (self.view.text(int(row) - 1, column) for row in rows for column in range(self.view.width))
        return {key(text) for text in found if text and known(text)}

    def _below_end(self, row: int) -> bool:
        """Whether a row lies below a table whose last row somebody named."""
        return any(one.table.last_row is not None and row > one.table.last_row for one in self.placed)

    # Columns

    def say_columns(self) -> None:
        """Columns that no table reads: ordinals and texts by their header, numbers as a warning, an error where the
        header speaks of what the table holds."""
        covered = self._covered()
        said = {header for one in self.placed for header in one.table.columns}
        plain: list[tuple[int, int, str]] = []
        figures: list[tuple[int, int, str]] = []
        t = texts().findings
        # Whether the rows of the kind have periods, and neither a column nor a person says them.
        of_rows = PERIOD in self.kind.headers and PERIOD not in said and not self.by_person
        for column in range(1, len(self.sheet.columns) + 1):
            rows = self._rows_left(column, covered[:, column - 1])
            if not len(rows):
                continue
            row, text = self._heading(column)
            if not self.by_person and (like := meant_header(text, self.kind, said)):
                self._of_header(
                    error("column_meant", texts().intake.column_meant.format(header=like)), row, column, text
                )
            elif (text and is_ordinal(text)) or (not text and self._counts(column, rows - 1)):
                shown = text or column_name(column)
                self._of_header(info("column_ordinal", t.column_ordinal.format(header=shown)), row, column, text)
            elif (means_period(text) and of_rows) or (self._holds_figures(column, rows - 1) and not is_code(text)):
                figures.append((row, column, text))
            elif text:
                plain.append((row, column, text))
            else:
                message = t.column_without_header.format(column=column_name(column))
                self._of_header(info("column_without_header", message), row, column)
        self._say_plain(plain)
        self._say_figures(figures)

    def say_other_names(self) -> None:
        """Beside codes alone, a column that names others: other authorities number the provinces otherwise."""
        known = is_name(self.entities)
        for one, body in zip(self.placed, self.bodies, strict=True):
            code = one.table.columns.get(ENTITY_CODE)
            if code is None or ENTITY in one.table.columns:
                continue
            for column in (at for at in range(1, self.view.width + 1) if at not in used_columns(one.table)):
                pairs = {
                    int(row): (self.view.text(int(row) - 1, code - 1), self.view.text(int(row) - 1, column - 1))
                    for row in body
                }
                apart = [row for row, (number, name) in pairs.items() if known(name) and self._disagree(number, name)]
                if apart:
                    number, name = pairs[apart[0]]
                    message = texts().intake.code_names_other.format(code=number, name=name)
                    rows = np.repeat(np.array(apart, dtype=np.int64), 2)
                    places = np.tile(np.array([code, column], dtype=np.int64), len(apart))
                    self.problems.of_cells(warning("code_names_other", message), self.sheet, rows, places, number)

    def _disagree(self, code: str, name: str) -> bool:
        faults = [self.entities.find(code, name, period)[1] for period in BASES]
        return all(fault is not None and fault.code == "entity_disagrees" for fault in faults)

    def _say_plain(self, headed: Sequence[tuple[int, int, str]]) -> None:
        t = texts().findings
        if len(headed) <= _MOST_COLUMNS:
            for row, column, text in headed:
                self._of_header(info("column_unread", t.column_unread.format(header=text)), row, column, text)
            return
        message = t.columns_unread.format(count=len(headed), columns=_names(headed))
        self._of_headers(info("column_unread", message), headed)

    def _say_figures(self, headed: Sequence[tuple[int, int, str]]) -> None:
        """Numbers beside a table: of what it holds, they must be read or left out (but scores beside their errors)."""
        t = texts().intake
        asked = [one for one in headed if self._speaks_of_table(one[2]) and self.kind.name != STANDARD_ERRORS.name]
        for row, column, text in asked:
            message = t.column_left.format(column=column_name(column), header=text)
            # Who wrote how the file is read left it out; a reason is asked for all the same.
            fault = warning if self.by_person else error
            self._of_header(fault("column_left", message), row, column, text)
        others = [one for one in headed if one not in asked]
        if len(others) <= _MOST_COLUMNS:
            for row, column, text in others:
                shown = t.errors_beside if means_error(text) else t.column_figures_headed if text else t.column_figures
                message = shown.format(column=column_name(column), header=text)
                self._of_header(warning("numbers_unread", message), row, column, text)
        else:
            message = t.columns_figures.format(count=len(others), columns=_names(others))
            self._of_headers(warning("numbers_unread", message), others)

    def _speaks_of_table(self, text: str) -> bool:
        """Whether a header names a criterion, periods or, where no row does, an entity; no target, change or sum."""
        if means_period(text):
            return True
        if not text or is_about_another(text) or means_aggregate(text.rsplit(" – ", maxsplit=1)[-1]):
            return False
        if is_name(self.entities)(text.rsplit(" – ", maxsplit=1)[-1]):
            return any(not {ENTITY, ENTITY_CODE} & one.table.columns.keys() for one in self.placed)
        for index_code in self.nodes.indexes:
            said = Vocabulary(self.nodes.any_year(index_code), self.nodes.indexes, self.entities.knows).read(text)
            if (said.nodes and not said.unknown) or said.period:
                return True
        return False

    def _of_header(self, fault: Fault, row: int, column: int, text: str = "") -> None:
        self.problems.of_cells(fault, self.sheet, np.array([max(row, 1)], dtype=np.int64), column, text)

    def _of_headers(self, fault: Fault, headed: Sequence[tuple[int, int, str]]) -> None:
        rows, columns = (np.array([one[at] for one in headed], dtype=np.int64) for at in (0, 1))
        self.problems.of_cells(fault, self.sheet, np.maximum(rows, 1), columns)

    def _heading(self, column: int) -> tuple[int, str]:
        """The words over a column that no table reads, and the last row of the header that holds them."""
        for one in self.placed:
            if said := header_texts(self.sheet, one.table.header, column):
                return one.table.header[1], " – ".join(said)
        return self.placed[0].table.header[1], ""

    def _covered(self) -> Flags:
        """Which cells a table reads: its header rows and its body, in its own columns."""
        covered = np.zeros((self.view.height, self.view.width), dtype=np.bool_)
        for one, body in zip(self.placed, self.bodies, strict=True):
            columns = np.unique([at - 1 for at in used_columns(one.table) if 1 <= at <= self.view.width]).astype(
                np.int64
            )
            first, last = one.table.header
            rows = np.concatenate([np.arange(first, last + 1, dtype=np.int64), body]) - 1
            covered[np.ix_(rows, columns)] = True
        return covered

    def _rows_left(self, column: int, covered: Flags) -> Ints:
        """The filled rows (1-based) of the headers and bodies in which no table reads a column."""
        within, heads = np.zeros(self.view.height, dtype=np.bool_), [row for one in self.placed for row in one.heads]
        within[np.concatenate([*self.bodies, np.array(heads, dtype=np.int64)]) - 1] = True
        return np.asarray(np.flatnonzero(within & self.view.filled[column - 1] & ~covered) + 1, dtype=np.int64)

    def _holds_figures(self, column: int, rows: Ints) -> bool:
        """Whether a number that is no year stands in some rows (0-based), or one beside something else in most."""
        inside = rows[np.isin(rows + 1, np.concatenate(self.bodies))]
        spoken = self.view.spoken_figures(column - 1)[inside]
        return bool(self.view.figures(column - 1)[inside].any() or 2 * spoken.sum() > len(inside))

    def _counts(self, column: int, rows: Ints) -> bool:
        """Whether a column without a header only counts the rows: 1, 2, 3 …"""
        cells = self.sheet.columns[column - 1]
        numbers = cells.numbers[rows]
        return bool(len(rows) > 1 and numbers[0] == 1 and (np.diff(numbers) == 1).all())

    # What stands above

    def say_titles(self) -> None:
        """Rows above the first table: its title; one that names an entity beside a number is none, and no header."""
        first = min(one.table.header[0] for one in self.placed)
        rows = np.flatnonzero(self.view.row_filled[: first - 1]) + 1
        heads = [] if self.by_person else [row for one in self.placed for row in one.heads]
        known = [row for row in (*rows.tolist(), *heads) if self._has_figures(row) and self._names_entity(row)]
        if known:
            self._of_rows(
                error("rows_unread", texts().intake.rows_unread.format(rows=rows_text(known))), np.array(known)
            )
        titles = rows[~np.isin(rows, known)]
        self._say_years_above(titles)
        if len(titles):
            self._of_rows(info("rows_title", texts().intake.rows_title.format(rows=rows_text(titles.tolist()))), titles)

    def _say_years_above(self, titles: Ints) -> None:
        """Years in a row of many texts above a table are said of their columns, not of the table."""
        for row in titles.tolist():
            places = self.view.places(row - 1, 0, self.view.width - 1)
            if len(places) < MOST_IN_TITLE:
                continue
            for column in places:
                year = period_in(self.view.text(row - 1, column))
                if year and self.periods and year not in self.periods:
                    message = texts().intake.year_above_column.format(
                        columns=column_name(column + 1), year=year, period=", ".join(sorted(self.periods))
                    )
                    here = np.array([row], dtype=np.int64)
                    self.problems.of_cells(warning("year_above_column", message), self.sheet, here, column + 1, year)


def _names(headed: Sequence[tuple[int, int, str]]) -> str:
    return ", ".join(column_name(column) for _, column, _ in headed[:_MOST_COLUMNS])
