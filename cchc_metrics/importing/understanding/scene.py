"""One sheet and what it may be held against: where its index, its period and its criterion come from."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from cchc_metrics.importing.entities import EntityBook
from cchc_metrics.importing.nodes import Framework, NodeBook
from cchc_metrics.importing.normalise import clean, key, title_words
from cchc_metrics.importing.understanding.bands import is_letterhead
from cchc_metrics.importing.understanding.bodies import is_name
from cchc_metrics.importing.understanding.view import View
from cchc_metrics.importing.understanding.words import Said, Vocabulary, periods_in
from cchc_metrics.model import FROM_FILE, FROM_SHEET, FROM_TITLE, Period
from cchc_metrics.schema import SCORES, TOTAL, Role

HEADERS: Mapping[Role, str] = {column.role: column.header for column in reversed(SCORES.template)}
INDEX, PERIOD, ENTITY = HEADERS[Role.INDEX], HEADERS[Role.PERIOD], HEADERS[Role.ENTITY_NAME]
ENTITY_CODE, NODE, NODE_CODE = HEADERS[Role.ENTITY_CODE], HEADERS[Role.NODE_NAME], HEADERS[Role.NODE_CODE]
KIND = HEADERS[Role.CHOICE]
REMARK = next(column.header for column in SCORES.template if column.store == "note")
_TITLE_ROWS = 30
# The heading of an office's paper has two texts side by side.
MOST_IN_TITLE = 3
_UNNAMED_SHEET = re.compile(r"(?:sheet|trang|trang tinh|data|du lieu|bang|bieu|table|tong hop|summary)? ?\d*")


@dataclass(slots=True)
class Scene:
    """A sheet with the books its names are looked up in."""

    view: View
    entities: EntityBook
    nodes: NodeBook
    file_name: str
    # What a person said of every table: template header -> text.
    said: Mapping[str, str] = field(default_factory=dict)
    _vocabularies: dict[tuple[str, str], Vocabulary] = field(default_factory=dict)
    _index_names: dict[str, frozenset[str]] = field(default_factory=dict)

    @property
    def sheet_name(self) -> str:
        return clean(self.view.grid.name)

    @property
    def file_stem(self) -> str:
        return clean(self.file_name.rpartition(".")[0] or self.file_name)

    def title(self, after: int, before: int, columns: range | None = None) -> tuple[str, ...]:
        """The texts of the rows between a table and what stands above it (0-based, ends not included).

        Those of its own columns, when there are any: a table beside it has a title of its own.
        """
        own = columns or range(self.view.width)
        above = range(max(after + 1, before - _TITLE_ROWS), before)
        rows = [row for row in above if not self._of_figures(row) and not self._heads_columns(row)]
        said = (self.view.text(row, column) for row in rows for column in self.view.places(row, own[0], own[-1]))
        lines = [words for text in said if (words := title_words(text))]
        return tuple(lines) if lines or columns is None else self.title(after, before)

    def _heads_columns(self, row: int) -> bool:
        """Whether a row holds so many texts that they are said of columns and not of the table."""
        return len(self.view.places(row, 0, self.view.width - 1)) >= MOST_IN_TITLE

    def _of_figures(self, row: int) -> bool:
        """Whether a row holds several numbers that are no years: it is no title."""
        return sum(self.view.plain_number(row, column) for column in range(self.view.width)) > 1

    def vocabulary(self, index_code: str, period: str = "") -> Vocabulary:
        """The criteria of an index in the year of a period; of every year when the period is open."""
        made = self._vocabularies.get((index_code, period))
        if made is None:
            framework = self._framework(index_code, period)
            made = Vocabulary(framework, self.nodes.indexes, is_name(self.entities))
            self._vocabularies[index_code, period] = made
        return made

    def _framework(self, index_code: str, period: str) -> Framework:
        found = self.nodes.framework(index_code, Period.parse(period).year) if period else None
        return found if found is not None else self.nodes.any_year(index_code)

    def indexes_in(self, texts: Iterable[str]) -> set[str]:
        """The indexes that some texts name, by their codes or the names of their totals."""
        found: set[str] = set()
        for text in texts:
            words = f" {key(text)} "
            found |= {code for code, names in self._names().items() if any(f" {name} " in words for name in names)}
        return found

    def index_of(self, texts: Iterable[str]) -> str:
        """The one index that some texts name; empty when they name none or several."""
        found = self.indexes_in(texts)
        return found.pop() if len(found) == 1 else ""

    def _names(self) -> Mapping[str, frozenset[str]]:
        if not self._index_names:
            for code in self.nodes.indexes:
                totals = {node.name for node in self.nodes.any_year(code).nodes if node.code == TOTAL}
                self._index_names[code] = frozenset(key(name) for name in (code, *totals) if key(name))
        return self._index_names

    def told_index(self, title: Sequence[str]) -> tuple[str, str]:
        """The index of a table that its surroundings name, and the constant that says where; empty: none does."""
        found = _first(self._told_by(title), self.indexes_in)
        given = self.said.get(INDEX, "")
        return found if found[0] or not given else (self.nodes.find_index(given)[0] or "", given)

    def told_period(self, title: Sequence[str]) -> tuple[str, str]:
        """The same for the period. A title and the file's name that say two years leave it open; then what a person
        said holds."""

        def read(texts: Sequence[str]) -> set[str]:
            return {one for text in texts for one in periods_in(text)}

        found = _first(self._told_by(title), read)
        if found[1] == FROM_TITLE and contradicts(found[0], read((self.file_stem,))):
            found = ("", "")
        given = self.said.get(PERIOD, "")
        said = periods_in(given)
        return found if found[0] or len(said) != 1 else (said[0], given)

    def _told_by(self, title: Sequence[str]) -> Mapping[str, Sequence[str]]:
        return {FROM_SHEET: (self.sheet_name,), FROM_TITLE: title, FROM_FILE: (self.file_stem,)}

    def told_criterion(self, vocabulary: Vocabulary, title: Sequence[str]) -> Mapping[str, str]:
        """What says the criterion of a table whose columns name none.

        The sheet's name or a title that names one; the total when the surroundings name the index and nothing else.
        """
        sheet = vocabulary.read(self.view.grid.name)
        if sheet.how in ("name", "code"):
            whole = vocabulary.framework.named(self.sheet_name)
            return {NODE: FROM_SHEET} if whole else criterion(sheet)
        lines = [vocabulary.read(line) for line in title if not is_letterhead(line)]
        if named := next((line for line in lines if line.how == "name"), None):
            return criterion(named)
        if any(line.how in ("index", "total") and "tong" in key(line.written).split() for line in lines):
            return {NODE_CODE: TOTAL}
        plain = not sheet.unknown or _UNNAMED_SHEET.fullmatch(key(self.sheet_name)) is not None
        if plain and not any(line.unknown or line.number is not None for line in lines):
            told = [sheet, *lines, vocabulary.read(self.file_stem)]
            if any(one.how in ("index", "total") or one.index for one in told):
                return {NODE_CODE: TOTAL}
        return {}

    def told_entity(self, title: Sequence[str]) -> str:
        """Where the one entity stands that the sheet's name, the titles or the file's name mean; empty: none does."""
        _, source = _first(
            self._told_by(title), lambda texts: {name for text in texts for name in self._named_in(text)}
        )
        return source

    def _named_in(self, text: str) -> list[str]:
        known = is_name(self.entities)
        words = [word for word in re.split(r"[\s,;:.()_–]+", text) if word]
        found, at = [], 0
        while at < len(words):
            sizes = [size for size in (5, 4, 3, 2) if at + size <= len(words)]
            size = next((size for size in sizes if known(" ".join(words[at : at + size]))), 0)
            if size:
                found.append(key(" ".join(words[at : at + size])))
            at += size or 1
        return found


def contradicts(period: str, others: Collection[str]) -> bool:
    """Whether another place names one period, and that one is not this."""
    return len(others) == 1 and period not in others


def _first(sources: Mapping[str, Sequence[str]], read: Callable[[Sequence[str]], set[str]]) -> tuple[str, str]:
    """What the first source that says anything says, and which it is; nothing when it says several things."""
    for source, lines in sources.items():
        if found := read(lines):
            return (found.pop(), source) if len(found) == 1 else ("", "")
    return "", ""


def criterion(said: Said) -> Mapping[str, str]:
    """What template headers say the criterion of an understood text."""
    if all(node.code == TOTAL for node in said.nodes):
        return {NODE_CODE: TOTAL}
    if said.how == "code":
        return {NODE_CODE: said.nodes[0].code}
    return {NODE: said.written}
