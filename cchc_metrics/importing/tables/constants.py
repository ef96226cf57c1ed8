"""What holds for a whole table: written in the mapping, or found in the name of the sheet, of the file, or the title.

Nothing is guessed: where a text names no period or several, the person is asked.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from cchc_metrics.importing.entities import EntityBook
from cchc_metrics.importing.nodes import Framework, NodeBook
from cchc_metrics.importing.normalise import clean, key
from cchc_metrics.importing.periods import PeriodFault, read_period
from cchc_metrics.importing.problems import Fault, error
from cchc_metrics.importing.tables.heads import title_texts
from cchc_metrics.importing.tables.placing import Placed
from cchc_metrics.importing.understanding.printed import INDEX, LEGAL, decision_of
from cchc_metrics.labels import texts
from cchc_metrics.model import FROM_FILE, FROM_SHEET, FROM_TITLE, AcrossColumn, Grid, Period, TableMap
from cchc_metrics.schema import FRAMEWORKS, TOTAL, Kind, Role

_NO = AcrossColumn(0, "")
SOURCES = (FROM_SHEET, FROM_FILE, FROM_TITLE)
_LONGEST_PERIOD = 7  # words: «báo cáo sáu tháng đầu năm 2025»
_MOST_WORDS = 40
# A day is when a paper was signed, not the period that it is about.
_DAY = re.compile(r"\b(?:ngay )?\d{1,2} (?:thang )?\d{1,2} (?:nam )?\d{4}\b|(?<!\d )\bthang \d{1,2} (?:nam )?\d{4}\b")
_GLUED = re.compile(r"(?<=[a-z])(?=\d{4}(?!\d))|(?<=(?<!\d)\d{4})(?=[a-z])")
_ENDING = re.compile(r"\.(?:xlsx|xlsm|xlsb|xls|ods|csv|txt)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sources:
    """The texts in which a constant may be looked for. titles: the nearest to the header first."""

    sheet: str
    file: str
    titles: tuple[str, ...]

    def of(self, name: str) -> tuple[str, ...]:
        """The texts behind ``@sheet``, ``@file`` or ``@title``."""
        return {FROM_SHEET: (self.sheet,), FROM_FILE: (self.file,), FROM_TITLE: self.titles}[name]


def sources_of(placed: Placed, others: Iterable[Placed], sheet: Grid, file_name: str) -> Sources:
    """Where the constants of a table may be found."""
    titles = title_texts(sheet, placed, others)
    return Sources(clean(sheet.name), _ENDING.sub("", clean(file_name)), titles)


def resolve(
    constants: Mapping[str, str], kind: Kind, sources: Sources, entities: EntityBook, nodes: NodeBook
) -> tuple[dict[str, str], list[tuple[Fault, str]]]:
    """Template header -> the text that holds for the whole table; and what could not be found, with the constant."""
    roles = {column.header: column.role for column in kind.template}
    found: dict[str, str] = {}
    faults: list[tuple[Fault, str]] = []
    for header, written in constants.items():
        named = sources.of(written) if written in SOURCES else (clean(written),)
        values = (
            _printed(header, named, nodes)
            if kind.name == FRAMEWORKS.name and written in SOURCES
            else _values(roles[header], named, written not in SOURCES, entities, nodes)
        )
        if len(values) == 1:
            found[header] = values[0]
        else:
            faults.append((_unresolved(header, written, named, values), written))
    return found, faults


def with_constants(table: TableMap, given: Mapping[str, str], kind: Kind) -> TableMap:
    """The table with what a person said of every table, where nothing of its own says it."""
    own = {*table.columns, *table.constants}
    said = {
        header: text
        for header, text in given.items()
        if header in kind.headers and header not in own and not all(header in one.says for one in table.across or [_NO])
    }
    return replace(table, constants={**table.constants, **said}) if said else table


def told_by_title(header: str, kind: Kind, sources: Sources, nodes: NodeBook) -> tuple[str, ...]:
    """The periods or indexes that the rows above a table name."""
    role = next(column.role for column in kind.template if column.header == header)
    if role is Role.PERIOD:
        return _distinct(value for text in sources.titles for value in periods_in(text))
    return _distinct(value for text in sources.titles for value in indexes_in(text, nodes))


def _unresolved(header: str, written: str, named: tuple[str, ...], values: tuple[str, ...]) -> Fault:
    t = texts().findings
    words = {FROM_SHEET: t.constant_of_sheet, FROM_FILE: t.constant_of_file, FROM_TITLE: t.constant_of_title}
    place = words.get(written, t.constant_of_mapping)
    where = place.format(text=" · ".join(named)[:200] or t.constant_nothing)
    if values:
        message = t.constant_several.format(header=header, place=where, values="; ".join(values))
        return error("constant_several", message)
    return error("constant_unresolved", t.constant_unresolved.format(header=header, place=where))


def _values(
    role: Role, named: tuple[str, ...], literal: bool, entities: EntityBook, nodes: NodeBook
) -> tuple[str, ...]:
    """What the texts say for a field; one value settles it."""
    match role:
        case Role.PERIOD:
            return _distinct(value for text in named for value in periods_in(text))
        case Role.INDEX:
            return _distinct(value for text in named for value in indexes_in(text, nodes))
        case Role.ENTITY_CODE | Role.ENTITY_NAME:
            return _first_part(named, entities.knows)
        case Role.NODE_CODE | Role.NODE_NAME:
            books = _books(nodes)
            return _first_part(named, lambda part: any(book.named(part) for book in books))
    text = named[0] if named else ""
    return (text,) if text or literal else ()


def _printed(header: str, named: tuple[str, ...], nodes: NodeBook) -> tuple[str, ...]:
    """What the texts above a printed set of criteria say: its index, its decision, how that is cited."""
    if header == INDEX:
        return _distinct(value for text in named for value in indexes_in(text, nodes))
    part = 1 if header == LEGAL else 0
    return _distinct(said for text in named if (said := decision_of(text)[part]))[:1]


def _distinct(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


def _first_part(named: tuple[str, ...], known: Callable[[str], bool]) -> tuple[str, ...]:
    """The longest part of the first text that resolves."""
    for text in named:
        for part in _parts(text):
            if known(part):
                return (part,)
    return ()


def _parts(text: str) -> Iterator[str]:
    """The text, then its runs of words, the longest first; marks around a part are no part of it."""
    yield text
    words = text.replace("_", " ").split()[:_MOST_WORDS]
    for length in range(len(words), 0, -1):
        for at in range(len(words) - length + 1):
            part = " ".join(words[at : at + length]).strip(" .,:;()[]–—-")
            if part and not part.isdecimal():
                yield part


def indexes_in(text: str, nodes: NodeBook) -> tuple[str, ...]:
    """The indexes that a text names: as a whole, by their codes, or by the name of their total."""
    whole, _ = nodes.find_index(text)
    if whole is not None:
        return (whole,)
    spaced = _spaced(text)
    found = list(nodes.indexes_in(spaced))
    words = f" {key(spaced)} "
    for index_code in nodes.indexes:
        totals = {node.name for node in nodes.any_year(index_code).nodes if node.code == TOTAL and node.name}
        if any(f" {key(name)} " in words for name in totals):
            found.append(index_code)
    return _distinct(found)


def _spaced(text: str) -> str:
    """«PCI2010» -> «pci 2010»."""
    return _GLUED.sub(" ", key(text))


def periods_in(text: str) -> tuple[str, ...]:
    """The periods that a text names, as ids; a day, a month, and a form that no report has are none.

    «PCI_2010.xls» -> 2010 · «Biểu 2: Quý I năm 2025» -> 2025-Q1 · «2021–2025» -> both.
    """
    whole = read_period(clean(text))
    if isinstance(whole, Period):
        return (whole.id,)
    words = _DAY.sub(" | ", _spaced(text)).split()[: 4 * _MOST_WORDS]
    found: list[str] = []
    at = 0
    while at < len(words):
        length, period = _longest_period(words, at)
        if isinstance(period, Period):
            found.append(period.id)
        elif period is PeriodFault.NO_SUCH_FORM:
            return ()
        at += length
    return _distinct(found)


def _longest_period(words: list[str], at: int) -> tuple[int, Period | PeriodFault | None]:
    """How many words the longest period from here has, and what it is."""
    for length in range(min(_LONGEST_PERIOD, len(words) - at), 0, -1):
        last = words[at + length - 1]
        if not last[:1].isdecimal() and last not in ("fy", "q1", "q3", "6m"):
            continue
        period = read_period(" ".join(words[at : at + length]))
        if period is not PeriodFault.UNKNOWN and period is not PeriodFault.OUT_OF_RANGE:
            return length, period
    return 1, None


def one_period(text: str) -> str:
    """The one period that a header names, else the text as it stands."""
    found = periods_in(text)
    return found[0] if len(found) == 1 else text


def takes_subject(role: Role, text: str, entities: EntityBook, nodes: NodeBook) -> bool:
    """Whether a literal constant names whom or what every row is about, which the next file may not be about."""
    if role in (Role.ENTITY_CODE, Role.ENTITY_NAME):
        return entities.knows(text)
    if role in (Role.NODE_CODE, Role.NODE_NAME):
        return not any((node := book.coded(text)) is not None and node.code == TOTAL for book in _books(nodes))
    return False


def _books(nodes: NodeBook) -> list[Framework]:
    return [nodes.any_year(index_code) for index_code in nodes.indexes]
