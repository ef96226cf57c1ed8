"""The annexes of the consolidated report: figures added up, by task and unit, contradictions, sources."""

from collections.abc import Sequence
from typing import Any

from cchc_metrics.documents import Sheet
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.labels.format import listed
from cchc_metrics.services.reporting.consolidated import Beside, Consolidated, Figure
from cchc_metrics.services.reporting.documents.sources import bracketed, file_words
from cchc_metrics.services.reporting.documents.woven import written
from cchc_metrics.services.reporting.levels import level
from cchc_metrics.views.compile.contradictions import Contradiction
from cchc_metrics.views.compile.marks import Copy
from cchc_metrics.views.compile.words import figure, period_in_title

# So many units are named in a cell; of more only the number is told.
_NAMED_UNITS = 3
Annex = dict[str, Any]


def annexes(found: Consolidated, faults: Sequence[Contradiction], copy: Copy, goes_with: str) -> list[Annex]:
    """The annexes in order: figures, and figures by task and unit. A working draft has three more: the units' own
    words, contradictions where there are any, sources. goes_with: the line that ties an annex to its report.
    """
    t, woven = texts().documents, texts().weaving
    marks = t.annex_figures_marks if copy is Copy.WORKING else ""
    made = [
        (t.annex_figures, f"{t.annex_figures_lead}{marks}", [_table("", _figures(found, copy))]),
        (t.annex_tasks, t.annex_tasks_lead, _by_task(found, copy)),
    ]
    if copy is Copy.WORKING:
        made.append((woven.annex_words, woven.annex_words_lead, [_table("", _words(found))]))
        if faults:
            made.append((t.annex_faults, t.annex_faults_lead, [_table("", _faults(found, faults))]))
        made.append((t.annex_sources, t.annex_sources_lead, [_table("", _sources(found))]))
    period = period_in_title(found.window.period.id)
    return [
        {
            # Templates of before write number and title in one line.
            "ten": t.annex_title.format(number=numeral, title=title),
            "so_phu_luc": woven.annex_number.format(number=numeral),
            "tieu_de": title.upper(),
            "kem_theo": goes_with,
            "loi_dan": lead.format(period=period),
            "bang": tables,
        }
        for numeral, (title, lead, tables) in zip(woven.numerals, made, strict=False)
    ]


def _words(found: Consolidated) -> Sheet:
    """The units' own words as they came, by task and part, each with its source."""
    t, parts = texts().weaving, texts().weaving.parts
    order = {task: place for place, task in enumerate(found.reporting.tasks)}
    place_of = {part: place for place, part in enumerate(parts)}
    told = sorted(written(found), key=lambda row: (order.get(row[1], len(order)), place_of.get(row[2], len(parts))))
    rows = [
        [task, parts.get(part, part), found.name(unit), " ".join(text.split()), bracketed([source])]
        for unit, task, part, text, source in told
    ]
    return Sheet(t.annex_words_head, rows, (1.1, 2, 2.6, 9, 0.9))


def _table(title: str, sheet: Sheet) -> dict[str, Any]:
    return {"ten": title, "bang": sheet}


def _figures(found: Consolidated, copy: Copy) -> Sheet:
    t = texts().documents
    beside = [fmt.period(other.period_id) for other in (found.figures[0].beside if found.figures else ())]
    head = (*t.annex_figures_head[:3], fmt.period(found.window.period.id), *beside, *t.annex_figures_head[3:])
    numbers = frozenset(range(3, 4 + len(beside)))
    widths = (0.8, 4.4, 1.3, *([1.7] * (1 + len(beside))), 2.2, 1.2, 4.2, 2.2)
    shown = len(head) if copy is Copy.WORKING else len(head) - 1  # the last column is that of the sources
    rows = [_figure_row(found, one)[:shown] for one in found.figures]
    return Sheet(head[:shown], rows, widths[:shown], numbers)


def _figure_row(found: Consolidated, one: Figure) -> list[str]:
    t, metric = texts().documents, one.metric
    sources = [(found.window.period.id, one.sources), *((other.period_id, other.sources) for other in one.beside)]
    return [
        metric.code,
        metric.name,
        metric.measure,
        figure(metric, one.value),
        *(_beside(one, other) for other in one.beside),
        bound_cell(found, one),
        f"{len(one.units)}/{len(one.owing)}",
        remarks(found, one),
        "; ".join(
            t.annex_figures_source.format(period=fmt.period(period), numbers=bracketed(numbers))
            for period, numbers in sources
            if numbers
        ),
    ]


def bound_cell(found: Consolidated, one: Figure) -> str:
    """The level of a metric in words, and whether it is missed."""
    words = level(one.metric, found.reporting.metrics)
    return texts().documents.bound_unmet.format(bound=words) if one.met is False else words


def _beside(one: Figure, other: Beside) -> str:
    text = figure(one.metric, other.value)
    return text if other.value is None or other.units == len(one.units) else f"{text} ({other.units})"


def remarks(found: Consolidated, one: Figure) -> str:
    """Who said nothing, who declared nil, who misses the bound; why there is no sum."""
    t = texts().documents
    if not one.owing:
        return t.nobody_owes
    named = (
        (t.remark_missing, one.missing),
        (t.remark_nil, one.nil),
        (t.remark_exempt, one.exempt),
        (t.remark_failing, one.failing),
    )
    parts = [words.format(units=_few(found, units)) for words, units in named if units]
    if one.units and one.value is None:
        parts.insert(0, t.remark_not_added)
    return "; ".join(parts)


def _few(found: Consolidated, units: Sequence[str]) -> str:
    if len(units) > _NAMED_UNITS:
        return texts().documents.so_many_units.format(count=len(units))
    return listed([found.reporting.units[unit].short_name for unit in units])


def _by_task(found: Consolidated, copy: Copy) -> list[dict[str, Any]]:
    t = texts().documents
    tables = []
    for task, name in found.reporting.tasks.items():
        mine = [one for one in found.figures if one.metric.task == task and one.owing]
        if mine:
            tables.append(_table(t.task_title.format(task=task, name=name), _task(found, mine, copy)))
    return tables


def _task(found: Consolidated, mine: Sequence[Figure], copy: Copy) -> Sheet:
    """One row per unit that owes any of the task's metrics, then the sum."""
    t = texts().documents
    head = (t.unit, *(f"{one.metric.code}. {one.metric.name} ({one.metric.measure})" for one in mine), t.source)
    owing = {unit for one in mine for unit in one.owing}
    units = [one.owed.unit_id for one in found.standings if one.owed.unit_id in owing]
    marks = [_Marks(one) for one in mine]
    refs = _unit_sources(found)
    rows = [[found.name(unit), *(mark.of(unit) for mark in marks), bracketed(refs.get(unit, ()))] for unit in units]
    whole = [t.sum, *(figure(one.metric, one.value) for one in mine), ""]
    widths = (3.0, *([1.6] * len(mine)), 1.1)
    shown = len(head) if copy is Copy.WORKING else len(head) - 1
    lines = [row[:shown] for row in (*rows, whole)]
    return Sheet(head[:shown], lines, widths[:shown], frozenset(range(1, len(mine) + 1)))


class _Marks:
    """A metric's cells in the table of its task: a value, or why there is none."""

    def __init__(self, one: Figure) -> None:
        self.one = one
        self.sets = {name: frozenset(getattr(one, name)) for name in ("owing", "nil", "exempt", "failing")}

    def of(self, unit: str) -> str:
        """The cell of a unit."""
        t = texts().documents
        if unit in self.one.by_unit:
            value = figure(self.one.metric, self.one.by_unit[unit])
            return t.cell_failing.format(value=value) if unit in self.sets["failing"] else value
        if unit in self.sets["nil"]:
            return t.cell_nil
        if unit in self.sets["exempt"]:
            return t.cell_exempt
        return fmt.MISSING if unit in self.sets["owing"] else ""


def _unit_sources(found: Consolidated) -> dict[str, list[int]]:
    refs: dict[str, list[int]] = {}
    for number, source in found.sources.items():
        if source.period_id == found.window.period.id:
            refs.setdefault(source.unit_id, []).append(number)
    return refs


def _faults(found: Consolidated, faults: Sequence[Contradiction]) -> Sheet:
    t, refs = texts().documents, _unit_sources(found)
    rows = [
        [
            found.name(one.unit_id),
            t.check_names.get(one.code, one.code),
            one.message,
            one.explained or (t.must_fix if one.hard else t.not_explained),
            bracketed(refs.get(one.unit_id, ())),
        ]
        for one in faults
    ]
    return Sheet(t.annex_faults_head, rows, (3, 1.3, 6, 3, 0.9))


def _sources(found: Consolidated) -> Sheet:
    rows = [
        [bracketed([number]), found.name(source.unit_id), fmt.period(source.period_id), file_words(source)]
        for number, source in found.sources.items()
    ]
    return Sheet(texts().documents.annex_sources_head, rows, (0.7, 3.4, 1.8, 6))
