"""Which rows of a table are data. What is left out is told, each sort of row once with its cells."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from cchc_metrics.importing.cells import Field, Flags, Ints, Words, as_words, read_field
from cchc_metrics.importing.entities import EntityBook
from cchc_metrics.importing.headers import needed
from cchc_metrics.importing.nodes import NodeBook
from cchc_metrics.importing.numbers import NOT_A_NUMBER, read_number
from cchc_metrics.importing.problems import Fault, Problems, info, warning
from cchc_metrics.importing.tables.heads import first_texts
from cchc_metrics.importing.tables.placing import value_header
from cchc_metrics.importing.tables.rows import RowSort, means_aggregate, means_mean_of, sort_of
from cchc_metrics.labels import texts
from cchc_metrics.model import CellKind, Grid
from cchc_metrics.schema import Kind, Role

_ROMAN = re.compile(r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})")
ENTITY = frozenset({Role.ENTITY_CODE, Role.ENTITY_NAME})
NODE = frozenset({Role.NODE_CODE, Role.NODE_NAME})


@dataclass(frozen=True, slots=True)
class RowJudge:
    """Judges the rows of one table by its fields. span: the columns (1-based) in which a row's first text is sought."""

    sheet: Grid
    span: tuple[int, int]
    kind: Kind
    entities: EntityBook
    nodes: NodeBook
    problems: Problems

    def headers(self, roles: frozenset[Role]) -> list[str]:
        """The template headers of some roles."""
        return [column.header for column in self.kind.template if column.role in roles]

    def only_notes(self, said: Mapping[str, Field], constants: Mapping[str, str], height: int) -> Flags:
        """Rows of a table of values that fill at most one of the required columns, and not the value's.

        Where constants leave two columns to fill, a row that names a subject asks for its value and is no note.
        """
        value = value_header(self.kind)
        if value is None or value not in said:
            return np.zeros(height, dtype=np.bool_)
        count = np.zeros(height, dtype=np.int64)
        for group in needed(self.kind):
            count += any_filled((said[header] for header in group if header in said), height)
        note: Flags = (count <= 1) & ~said[value].filled
        return note & ~self.named(said, height) if constants else note

    def named(self, said: Mapping[str, Field], height: int) -> Flags:
        """The rows whose entity, or else whose criterion, is known to anyone."""
        found = np.zeros(height, dtype=np.bool_)
        entities = [said[header] for header in self.headers(ENTITY) if header in said]
        for field in entities:
            found |= _where(as_words(field), self.entities.knows)
        if not entities:
            books = [self.nodes.any_year(index_code) for index_code in self.nodes.indexes]
            for header in self.headers(NODE):
                if header in said:
                    found |= _where(as_words(said[header]), lambda word: any(book.named(word) for book in books))
        return found

    def nobodys(self, said: Mapping[str, Field], rows: Ints, figures: Flags) -> Flags:
        """Rows that a person said to be about nobody, and groups with figures: a Roman number before a name that is
        nobody's, among rows with Arabic ones. Each is told by its name. figures: the rows that hold any."""
        found = np.zeros(len(rows), dtype=np.bool_)
        roman = figures & self._roman(said, rows)
        t = texts().intake
        for roles, refuses in ((ENTITY, self.entities.refuses), (NODE, self.nodes.refuses)):
            for header in self.headers(roles):
                if header not in said:
                    continue
                words = as_words(said[header])
                refused = _where(words, refuses)
                grouped = roman & ~_where(words, self.entities.knows) if roles == ENTITY else roman & False
                for flags, code, message in (
                    (refused, "row_nobody", t.row_nobody),
                    (grouped & (words.codes >= 0) & ~refused, "row_group", t.row_group),
                ):
                    for at in np.unique(words.codes[flags & (words.codes >= 0)]).tolist():
                        mine = flags & (words.codes == at)
                        self.ignore(info(code, message.format(name=words.words[at])), rows[mine] + 1)
                    found |= flags & (words.codes >= 0)
        return found

    def _roman(self, said: Mapping[str, Field], rows: Ints) -> Flags:
        """The rows that a column left of the names numbers I, II, III, where it numbers others 1, 2, 3."""
        names = [self._column(said[header]) for header in self.headers(ENTITY) if header in said]
        for column in range(min(names, default=1) - 1, self.span[0] - 1, -1):
            words = as_words(read_field(self.sheet.columns[column - 1], rows, column))
            roman = _where(words, lambda word: _ROMAN.fullmatch(word.strip(". )")) is not None)
            if roman.any() and _where(words, lambda word: word.strip(". )").isdecimal()).any():
                return roman
        return np.zeros(len(rows), dtype=np.bool_)

    def _column(self, field: Field) -> int:
        return field.column if isinstance(field.column, int) else int(field.column[0]) if len(field.column) else 1

    def aggregates(self, said: Mapping[str, Field], rows: Ints, valued: Flags) -> Flags:
        """Rows of totals and means: by their name, or by their first text where they name nothing."""
        books = [self.nodes.any_year(index_code) for index_code in self.nodes.indexes]

        def of_entity(word: str) -> bool:
            return (means_aggregate(word) or means_mean_of(word)) and not self.entities.knows(word)

        def of_node(word: str) -> bool:
            return means_aggregate(word) and not any(book.named(word) for book in books)

        found = np.zeros(len(rows), dtype=np.bool_)
        named = np.zeros(len(rows), dtype=np.bool_)
        for roles, known in ((ENTITY, of_entity), (NODE, of_node)):
            for header in self.headers(roles):
                if header in said:
                    found |= _where(said[header].texts, known)
                    named |= said[header].filled
        alone = np.flatnonzero(valued & ~named)
        if len(alone):
            first = first_texts(self.sheet, rows[alone] + 1, self.span)
            found[alone] |= np.array([means_aggregate(text) for text in first], dtype=np.bool_)
        return found

    def no_data(self, said: Mapping[str, Field], cells: Sequence[Field], rows: Ints, valued: Flags) -> Flags:
        """Rows without a value that name nobody, headings of sections, and notes and signatures that reach across."""
        lost = ~valued & ~self.named(said, len(rows))
        keys = [said[header] for header in self.headers(ENTITY | NODE) if header in said]
        known = np.zeros(len(rows), dtype=np.bool_)
        for header in self.headers(ENTITY):
            if header in said:
                known |= _where(as_words(said[header]), self.entities.knows)
        asked = np.flatnonzero(~lost & ~known & ~valued)
        sorts = [sort_of(text) for text in first_texts(self.sheet, rows[asked] + 1, self.span)]
        lost[asked] = [sort is RowSort.SECTION for sort in sorts]
        wordy = _only_words(cells, np.flatnonzero(valued & ~known))
        first = first_texts(self.sheet, rows[wordy] + 1, self.span)
        told = any_filled(keys, len(rows))
        notes = [not told[at] or sort_of(text) is RowSort.NOTE for at, text in zip(wordy, first, strict=True)]
        lost[wordy] |= np.array(notes, dtype=np.bool_)
        return lost

    def say(self, rows: Ints, aggregate: Flags, lost: Flags, told: Flags) -> None:
        """What the rows left out are. told: those that fill a column of the table, and so may be meant as data."""
        t = texts().findings
        self.ignore(info(RowSort.AGGREGATE, t.row_aggregate), rows[aggregate] + 1)
        places = np.flatnonzero(lost)
        sorts = [sort_of(text) for text in first_texts(self.sheet, rows[places] + 1, self.span)]
        sentences = {RowSort.SECTION: t.row_section, RowSort.NOTE: t.row_note, RowSort.AGGREGATE: t.row_aggregate}
        for sort, sentence in sentences.items():
            chosen = np.array([one is sort for one in sorts], dtype=np.bool_)
            self.ignore(info(sort, sentence), rows[places[chosen]] + 1)
        rest = places[np.array([one is None for one in sorts], dtype=np.bool_)]
        self.ignore(info("row_without_data", t.row_without_data), rows[rest[~told[rest]]] + 1)
        self.ignore(warning("row_is_note", t.row_is_note), rows[rest[told[rest]]] + 1)

    def ignore(self, fault: Fault, rows: Ints) -> None:
        """Tells rows (1-based) that are left out."""
        self.problems.of_cells(fault, self.sheet, rows, self.span[0])


def any_filled(fields: Iterable[Field], height: int) -> Flags:
    """The records of which some field is filled."""
    filled = np.zeros(height, dtype=np.bool_)
    for field in fields:
        filled |= field.filled
    return filled


def _only_words(cells: Sequence[Field], rows: Ints) -> Ints:
    """Of some rows those whose cells are all words: no number, no state, nothing but what nobody can count."""
    for field in cells:
        rows = rows[~field.filled[rows] | field.where(CellKind.TEXT)[rows]]
    for field in cells:
        codes = field.texts.codes[rows]
        spoken = {int(code): field.texts.words[code] for code in np.unique(codes[codes >= 0])}
        figures = [code for code, word in spoken.items() if read_number(word).fault != NOT_A_NUMBER]
        rows = rows[~np.isin(codes, figures)]
    return rows


def _where(words: Words, known: Callable[[str], bool]) -> Flags:
    found: Flags = words.take(np.array([known(word) for word in words.words], dtype=np.bool_), False)
    return found
