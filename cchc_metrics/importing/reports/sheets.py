"""Where a sheet of a unit's report holds what: columns by the words of their headers, rows by code or by name.

People insert, delete, move, sort and rename. Nothing is found by its position.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache

from cchc_metrics.importing.normalise import compact
from cchc_metrics.importing.reports.cells import AskedMetric, is_filled, text_at
from cchc_metrics.labels import every
from cchc_metrics.model import CellKind, Grid

NIL, EVIDENCE = "KPS", "MC"
_FEWEST = 2


class Part(StrEnum):
    """A column of a task sheet."""

    CODE = "code"
    LABEL = "label"
    MEASURE = "measure"
    PREVIOUS = "previous"
    CUMULATIVE = "cumulative"
    INPUT = "input"
    NOTE = "note"


PARTS = tuple(Part)
# Headers whose end depends on the period begin so: «Kỳ trước (Quý III/2026)», «Số liệu luỹ kế 6 tháng».
_BEGINNINGS = (
    (Part.PREVIOUS, ("kytruoc", "cungky")),
    (Part.CUMULATIVE, ("luyke",)),
    (Part.INPUT, ("solieukynay", "solieuluyke")),
    (Part.NOTE, ("ghichu", "giaitrinh")),
)
_HERE = "(*)"


@dataclass(frozen=True, slots=True)
class AskedReport:
    """What a unit owes for a period: metrics by code, tasks by number, parts of the narrative by code -> name.

    Names are Vietnamese. titles: what the template of this report writes above its tables, in any language, compact ·
    sheets: task -> the name of its sheet, in the language of who asks · known_sheets: title or name of a sheet,
    compact, in any language -> task · spoken: a name, compact -> what it is called in other languages, compact · rows:
    code of each row of its lists -> the title that it has, empty where it is free.
    """

    unit_id: str
    form_code: str
    period_id: str
    metrics: Mapping[str, AskedMetric]
    tasks: Mapping[str, str]
    parts: Mapping[str, str]
    titles: frozenset[str] = frozenset()
    sheets: Mapping[str, str] = field(default_factory=dict)
    known_sheets: Mapping[str, str] = field(default_factory=dict)
    spoken: Mapping[str, frozenset[str]] = field(default_factory=dict)
    rows: Mapping[str, str] = field(default_factory=dict)

    def kind_of(self, code: str) -> str | None:
        """What an item of this code is: value, text, nil or evidence; None when the report has none such."""
        task, _, rest = code.partition(".")
        if code in self.metrics:
            return "value"
        if task not in self.tasks:
            return None
        if rest in self.parts:
            return "text"
        return "nil" if rest == NIL else "evidence" if _is_evidence(rest) else None

    def wordings(self, name: str) -> frozenset[str]:
        """What a name is called in any language, as names are compared."""
        bare = bare_name(name)
        return self.spoken.get(bare, frozenset()) | {bare}

    def task_of(self, code: str) -> str:
        """The task of an item; empty for the plan's."""
        task = self.metrics[code].task if code in self.metrics else code.partition(".")[0]
        return task if task in self.tasks else ""

    def required(self, task: str) -> tuple[str, ...]:
        """The figures that a task needs to be complete."""
        return tuple(
            code
            for code, metric in self.metrics.items()
            if metric.required and not metric.computed and self.task_of(code) == task
        )


@dataclass(frozen=True, slots=True)
class Layout:
    """One sheet: which column holds what, which rows are headers, what each row is.

    columns: of the rows that have no header of their own nearer · rows: row (from 0) -> code · by_name: rows whose
    code was found by the name beside it · doubled: parts that two columns claim, missing: parts that none does.
    """

    columns: Mapping[Part, int]
    headers: frozenset[int]
    rows: Mapping[int, str]
    by_name: frozenset[int]
    doubled: tuple[tuple[Part, tuple[int, ...]], ...] = ()

    @property
    def is_ours(self) -> bool:
        """Whether the sheet bears rows of the report."""
        return bool(self.rows)


def layout_of(sheet: Grid, asked: AskedReport) -> Layout:
    """Finds columns and rows of a sheet by their words."""
    heads = dict(_heads(sheet, asked))
    claims = {part: _claimed(heads.values(), part) for part in PARTS}
    doubled = [(part, places) for part, places in claims.items() if len(places) > 1]
    columns = {part: places[0] for part, places in claims.items() if places}
    code_at = _column_of_codes(sheet, asked, columns.get(Part.CODE))
    if code_at is not None:
        columns[Part.CODE] = code_at
    else:
        columns.pop(Part.CODE, None)
    label_at = columns.get(Part.LABEL)
    rows, by_name = _rows(sheet, asked, code_at, label_at, frozenset(heads))
    if label_at is None and code_at is not None:
        columns.setdefault(Part.LABEL, code_at + 1)
    return Layout(columns, frozenset(heads), rows, by_name, tuple(doubled))


@dataclass(frozen=True, slots=True)
class _Head:
    """A header row: the columns that bear the very words of a part, and those whose words only begin so."""

    exact: Mapping[Part, tuple[int, ...]]
    begun: Mapping[Part, tuple[int, ...]]


def _claimed(heads: Iterable[_Head], part: Part) -> tuple[int, ...]:
    """The columns that the headers of a sheet call by a part's words; those that only begin so count where none does.

    Of answers every column that is claimed: two headers that point to different columns leave open which holds them.
    """
    listed = list(heads)
    for claims in ([head.exact for head in listed], [head.begun for head in listed]):
        found = [head[part] for head in claims if part in head]
        if found:
            places = tuple(dict.fromkeys(place for one in found for place in one))
            return places if part is Part.INPUT else found[0]
    return ()


def _heads(sheet: Grid, asked: AskedReport) -> Iterator[tuple[int, _Head]]:
    """Rows that are headers: at least two cells bear words of ours, none a code."""
    for row in range(sheet.height):
        if any(asked.kind_of(text_at(sheet, row, place)) is not None for place in range(len(sheet.columns))):
            continue
        exact, begun = _claims(sheet, row)
        if len({*exact, *begun}) >= _FEWEST or Part.INPUT in exact:
            yield row, _Head(exact, begun)


def _claims(sheet: Grid, row: int) -> tuple[dict[Part, tuple[int, ...]], dict[Part, tuple[int, ...]]]:
    headed = _headers()
    exact: dict[Part, tuple[int, ...]] = {}
    begun: dict[Part, tuple[int, ...]] = {}
    for place, column in enumerate(sheet.columns):
        if column.kinds[row] != CellKind.TEXT:
            continue
        words = compact(text_at(sheet, row, place))
        part = headed.get(words)
        if part is not None:
            exact[part] = (*exact.get(part, ()), place)
            continue
        for beginning, starts in beginnings():
            if words.startswith(starts) and len(words) <= _LONGEST_HEADER:
                begun[beginning] = (*begun.get(beginning, ()), place)
    return exact, begun


@cache
def _headers() -> Mapping[str, Part]:
    """The words of headers, in any language."""
    found: dict[str, Part] = {}
    for said in every(lambda words: words.reporting):
        found |= {compact(words): part for words, part in zip(said.form_headers, PARTS, strict=True)}
        found |= {compact(said.form_evidence): Part.LABEL, compact(said.form_evidence_title): Part.INPUT}
        found |= {compact(said.form_link): Part.NOTE}
    return found


@cache
def beginnings() -> tuple[tuple[Part, tuple[str, ...]], ...]:
    """How headers begin whose end depends on the period, in any language."""
    found = dict(_BEGINNINGS)
    for said in every(lambda words: words.reporting)[1:]:
        depending = (
            (Part.PREVIOUS, said.form_period_before),
            (Part.PREVIOUS, said.form_same_period),
            (Part.CUMULATIVE, said.form_so_far),
            (Part.INPUT, said.form_cumulative),
        )
        for part, words in depending:
            start = compact(words.partition("{")[0])
            found[part] += (start,) if start else ()
    return tuple(found.items())


_LONGEST_HEADER = 60


def _column_of_codes(sheet: Grid, asked: AskedReport, headed: int | None) -> int | None:
    """The column with the most codes of the report; of two the one that the header names."""
    found = {
        place: sum(asked.kind_of(text_at(sheet, row, place)) is not None for row in range(sheet.height))
        for place in range(len(sheet.columns))
    }
    most = max(found.values(), default=0)
    if not most:
        return None
    return headed if headed is not None and found.get(headed) == most else max(found, key=lambda place: found[place])


def _rows(
    sheet: Grid, asked: AskedReport, code_at: int | None, label_at: int | None, heads: frozenset[int]
) -> tuple[dict[int, str], frozenset[int]]:
    """Row -> code: by the code in it, else by the name, where its sheet's task has one item of that name."""
    rows: dict[int, str] = {}
    if code_at is not None:
        for row in range(sheet.height):
            code = text_at(sheet, row, code_at)
            if row not in heads and code and asked.kind_of(code) is not None:
                rows[row] = code
    names = _names(asked, _task_of(sheet, asked, rows))
    places = [label_at] if label_at is not None else range(len(sheet.columns))
    by_name: set[int] = set()
    for row in range(sheet.height):
        if row in rows or row in heads or (code_at is not None and text_at(sheet, row, code_at)):
            continue
        codes = [found for place in places if (found := names.get(bare_name(text_at(sheet, row, place))))]
        if len(codes) == 1 and codes[0] not in rows.values():
            rows[row] = codes[0]
            by_name.add(row)
    return rows, frozenset(by_name)


def bare_name(words: str) -> str:
    """A name as it is compared: without the mark of a required item."""
    return compact(words.replace(_HERE, ""))


def _task_of(sheet: Grid, asked: AskedReport, rows: Mapping[int, str]) -> str:
    """The task of a sheet: by its codes, else by its title, else by its name."""
    tasks = [asked.task_of(code) for code in rows.values()]
    if tasks:
        return max(set(tasks), key=tasks.count)
    shown = [compact(text_at(sheet, row, place)) for row in range(min(3, sheet.height)) for place in range(3)]
    known = asked.known_sheets
    return next((known[words] for words in (*shown, compact(sheet.name)) if words in known), "")


def _names(asked: AskedReport, task: str) -> dict[str, str]:
    """Name -> code of the items of a task; names that two items bear are no names."""
    if not task:
        return {}
    mine = [(m.name, code) for code, m in asked.metrics.items() if asked.task_of(code) == task]
    mine += [(name, f"{task}.{part}") for part, name in asked.parts.items()]
    pairs = [(words, code) for name, code in mine for words in asked.wordings(name)]
    pairs += [(bare_name(nil), f"{task}.{NIL}") for nil in every(lambda words: words.reporting.form_nil)]
    names = [name for name, _ in pairs]
    return {name: code for name, code in pairs if name and names.count(name) == 1}


def _is_evidence(rest: str) -> bool:
    return rest.startswith(EVIDENCE) and rest.removeprefix(EVIDENCE).isdecimal()


def filled_places(sheet: Grid, row: int) -> list[int]:
    """The columns (from 0) of a row in which something stands."""
    return [place for place in range(len(sheet.columns)) if is_filled(sheet, row, place)]
