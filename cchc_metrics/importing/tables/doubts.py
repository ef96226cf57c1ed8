"""What speaks against how a sheet was understood: then nothing of the table is taken, and the person is asked.

A table that fits by chance is worse than none: its numbers would stand under another criterion or another province.
Held against a table that nobody described; who draws a mapping says what the columns are.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from cchc_metrics.importing.cells import Ints
from cchc_metrics.importing.entities import EntityBook
from cchc_metrics.importing.headers import find_header
from cchc_metrics.importing.intake import Intake
from cchc_metrics.importing.nodes import NodeBook
from cchc_metrics.importing.normalise import key
from cchc_metrics.importing.problems import Fault, Problems, column_name, error
from cchc_metrics.importing.tables.placing import Placed
from cchc_metrics.importing.understanding.bodies import is_name
from cchc_metrics.importing.understanding.scene import ENTITY, ENTITY_CODE, NODE, NODE_CODE
from cchc_metrics.importing.understanding.view import View
from cchc_metrics.importing.understanding.words import SCORE, Vocabulary, is_aggregate, period_in
from cchc_metrics.labels import texts
from cchc_metrics.model import AcrossColumn, Grid

# So many rows that count up are no chance.
_FEWEST_COUNTED = 4
_MOSTLY = 0.75
_SKIPPED = 5
# A row that names so many criteria or entities over columns of numbers is a header.
_FEWEST_NAMED = 2
_MISNAMED = frozenset({"entity_unknown", "entity_code_unknown", "node_unknown", "period_unknown"})
_MISPLACED = frozenset({"one_of_empty", "rows_disagree"})


@dataclass(frozen=True, slots=True)
class Doubts:
    """A sheet with its tables placed, as they were understood. read: the filled rows (1-based) below the headers."""

    sheet: Grid
    placed: Sequence[Placed]
    read: Ints
    entities: EntityBook
    nodes: NodeBook
    problems: Problems
    view: View

    def all(self) -> list[bool]:
        """Which tables are doubtful; why is told as errors at the cells that say so.

        What stands over or under a doubtful table in its columns cannot be sure either.
        """
        found = [self._about(one) for one in self.placed]
        for at, one in enumerate(self.placed):
            near = [
                other for other, doubtful in zip(self.placed, found, strict=True) if doubtful and _overlap(one, other)
            ]
            if near and not found[at]:
                row, other = max(one.table.header[1], 1), max(near[0].table.header[1], 1)
                message = texts().intake.beside_doubtful.format(row=row, other=other)
                self._say(error("table_beside_doubtful", message), row, [one.span[0]])
        return [
            doubtful or any(other and _overlap(one, self.placed[at]) for at, other in enumerate(found))
            for one, doubtful in zip(self.placed, found, strict=True)
        ]

    def _about(self, one: Placed) -> bool:
        """Whether a table is doubtful by itself."""
        rows = self.read[one.has_rows(self.read)]
        found = [self._counting(one, rows), self._headed_above(one, rows), self._named_aside(one)]
        found.append(self._of_others(one))
        return any(found) or self._contradicted(one, rows)

    def _say(self, fault: Fault, row: int, columns: Sequence[int], value: str = "") -> None:
        rows = np.full(len(columns), row, dtype=np.int64)
        self.problems.of_cells(fault, self.sheet, rows, np.array(columns, dtype=np.int64), value)

    def _counting(self, one: Placed, rows: Ints) -> bool:
        """Columns of scores that only count the rows, whatever stands above them."""
        columns = [across.column for across in one.table.across if across.takes == SCORE]
        columns += [one.table.columns[SCORE]] if SCORE in one.table.columns else []
        counted = [column for column in columns if self._counts(column, rows)]
        for column in counted:
            message = texts().intake.ordinal_for_score.format(column=column_name(column))
            self._say(error("ordinal_for_score", message), max(one.table.header[1], 1), [column])
        return bool(counted)

    def _counts(self, column: int, rows: Ints) -> bool:
        numbers = self.sheet.columns[column - 1].numbers[rows - 1]
        numbers = numbers[~np.isnan(numbers)]
        if len(numbers) < _FEWEST_COUNTED or (numbers != np.round(numbers)).any() or numbers.min() > 1:
            return False
        if numbers.max() > len(numbers) + _SKIPPED:
            return False
        return bool(np.mean(np.diff(numbers) == 1) >= _MOSTLY)

    def _headed_above(self, one: Placed, rows: Ints) -> bool:
        """A row above the header that names criteria or entities over columns of numbers: a header that was passed
        over, of the table or of what was taken for its header."""
        above = max((other.last_row for other in self.placed if other.last_row < one.table.header[0]), default=0)
        heads = {row for other in self.placed for row in range(other.table.header[0], other.table.header[1] + 1)}
        if above + 1 >= one.table.header[0]:
            return False
        figures = [column for column in range(self.view.width) if self._holds_figures(column, rows)]
        for row in (at for at in range(above + 1, one.table.header[0]) if at not in heads):
            named = [column + 1 for column in figures if self._names(self.view.text(row - 1, column))]
            if len(named) >= _FEWEST_NAMED:
                self._say(error("header_passed_over", texts().intake.header_passed_over.format(row=row)), row, named)
                return True
        return False

    def _holds_figures(self, column: int, rows: Ints) -> bool:
        return bool(self.view.figures(column)[rows - 1].any())

    def _names(self, text: str) -> bool:
        """Whether a text names a criterion or an entity, and nothing more."""
        if not any(letter.isalpha() for letter in text):
            return False
        known = is_name(self.entities)
        return known(text) or any(
            Vocabulary(self.nodes.any_year(index), self.nodes.indexes, known).read(text).how in ("name", "code")
            for index in self.nodes.indexes
        )

    def _named_aside(self, one: Placed) -> bool:
        """Columns whose entity or criterion stands alone in a row of the header, apart from the row of the others."""
        first, last = one.table.header
        if last <= first or not one.table.across:
            return False
        main = max(range(first, last + 1), key=lambda row: len(self._filled(row)))
        lone = {cells[0]: row for row in range(first, last + 1) if row != main and len(cells := self._filled(row)) == 1}
        merged = {left for _, left, _, right in self.sheet.merges if right > left}
        aside = [
            across
            for across in one.table.across
            if (row := lone.get(across.column)) and across.column not in merged and self._says_here(across, row, main)
        ]
        if len(aside) == len(one.table.across):
            return False
        for across in aside:
            row = lone[across.column]
            message = texts().intake.named_aside.format(column=column_name(across.column), row=row, main=main)
            self._say(error("named_aside", message), row, [across.column])
        return bool(aside)

    def _filled(self, row: int) -> list[int]:
        return [column + 1 for column in self.view.places(row - 1, 0, self.view.width - 1)]

    def _says_here(self, across: AcrossColumn, row: int, main: int) -> bool:
        """Whether what a column is about stands in one row above it, and not in the main one."""
        here, there = (key(self.view.text(at - 1, across.column - 1)) for at in (row, main))
        subjects = [key(text) for header, text in across.says.items() if header in (ENTITY, NODE, NODE_CODE)]
        return any(subject in here and subject not in there for subject in subjects)

    def _of_others(self, one: Placed) -> bool:
        """Columns of numbers headed by entities that a table does not read as theirs: one where its surroundings give
        it to one entity, two where its rows name them."""
        if any(ENTITY in across.says for across in one.table.across):
            return False
        known, last = is_name(self.entities), max(one.table.header[1], 1)
        below = self.read[self.read > one.table.header[1]]
        named = [
            column + 1
            for column in range(self.view.width)
            if known(self.view.text(last - 1, column)) and self._holds_figures(column, below)
        ]
        fewest = 1 if {ENTITY, ENTITY_CODE} & one.table.constants.keys() else 2
        if len(named) >= fewest:
            names = "; ".join(self.view.text(last - 1, column - 1) for column in named)
            self._say(error("entities_beside", texts().intake.entities_beside.format(names=names)), last, named)
        return len(named) >= fewest

    def _contradicted(self, one: Placed, rows: Ints) -> bool:
        """A table that explains fewer than half of its columns of numbers, of which another table of the same rows'
        names says that they are of other criteria."""
        if not one.table.across or len(self.placed) < 2:
            return False
        figures = [column for column in range(self.view.width) if self._holds_figures(column, rows)]
        if 2 * len(one.table.across) >= len(figures):
            return False
        mine = _subjects(one)
        for other in self.placed:
            theirs = _subjects(other)
            apart = [column for column in mine if column in theirs and theirs[column] != mine[column]]
            if other is not one and apart and _beside(one, other):
                row = max(one.table.header[1], 1)
                message = texts().intake.headers_contradict.format(row=row, other=max(other.table.header[1], 1))
                self._say(error("headers_contradict", message), row, apart)
                return True
        return False


def _subjects(one: Placed) -> dict[int, frozenset[str]]:
    """Column -> what it is said to be about."""
    said = {
        across.column: frozenset(
            key(text) for header, text in across.says.items() if header in (ENTITY, NODE, NODE_CODE)
        )
        for across in one.table.across
        if across.takes == SCORE
    }
    return {column: subject for column, subject in said.items() if subject}


def _overlap(one: Placed, other: Placed) -> bool:
    """Whether two tables have a column in common."""
    return one.span[0] <= other.span[1] and other.span[0] <= one.span[1]


def _beside(one: Placed, other: Placed) -> bool:
    """Whether two tables share the columns that name their rows."""
    keys = (set(table.columns.values()) for table in (one.table, other.table))
    return bool(set.intersection(*keys))


def refuse_misfits(intakes: Sequence[Intake], problems: Problems) -> None:
    """Tables of which most rows have something else where a name was looked for – a number, a name of another sort,
    nothing – or say twice what differs: the few that fit may do so by chance."""
    for intake in intakes:
        records = intake.records
        if find_header(records.sheet, intake.kind) is not None:
            continue
        rows = np.unique(records.rows)
        lost = problems.rows_of(records.sheet.number, partial(_misfits, intake))
        lost = rows[np.isin(rows, lost)]
        if len(lost) < len(rows) < 2 * len(lost):
            column = np.array([1], dtype=np.int64)
            problems.of_cells(error("names_misfit", texts().intake.names_misfit), records.sheet, rows[:1], column)
            problems.reject(records.sheet, rows)


def _misfits(intake: Intake, code: str, value: str) -> bool:
    if code not in _MISNAMED:
        return code in _MISPLACED
    books = [intake.nodes.any_year(index_code) for index_code in intake.nodes.indexes]
    named = intake.entities.knows(value) or any(book.named(value) for book in books)
    return named or is_aggregate(value) or bool(period_in(value)) or not any(letter.isalpha() for letter in value)
