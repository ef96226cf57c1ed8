"""The Excel sheets that go with a report: its figures as the ministry's software asks them, and their sources."""

import itertools
from collections.abc import Sequence
from fractions import Fraction

import pandas as pd

from cchc_metrics.access import Deed, require
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.moment import mark_for
from cchc_metrics.services.reporting.consolidated import Consolidated, Figure
from cchc_metrics.services.reporting.documents.sources import file_words
from cchc_metrics.services.reporting.documents.tally import Tally
from cchc_metrics.services.reporting.duties import YES_NO
from cchc_metrics.views.compile.prose import value_in_words
from cchc_metrics.views.compile.report import Compiled
from cchc_metrics.views.compile.words import figure, number, period_in_title
from cchc_metrics.views.kit.table_file import TableFile, columns_of, workbook_of

_DECIMALS = 2


def software_sheet(desk: Desk, content: Compiled, *, mark: str = "") -> bytes:
    """«Số liệu để nhập phần mềm»: one row per metric – code, name, value, unit, units that reported of those owing.

    A number is a number and words are words; a value that is not there says why, and no cell is left blank.
    """
    require(desk.actor, Deed.DOWNLOAD)
    t, found = texts().documents, content.found
    names = ("code", "name", "value", "measure", "units", "owing")
    rows = [
        (
            one.metric.code,
            one.metric.name,
            software_value(found, one),
            one.metric.measure,
            len(one.units),
            len(one.owing),
        )
        for one in found.figures
    ]
    frame = pd.DataFrame(rows, columns=list(names)).astype({"value": "object", "units": "Int64", "owing": "Int64"})
    kinds = ("text", "text", "mixed", "text", "integer", "integer")
    file = TableFile(
        stem="so-lieu",
        title=t.software_title.format(period=fmt.period(found.window.period.id)),
        rows=frame,
        columns=columns_of(tuple(zip(names, t.software_head, kinds, itertools.repeat(_DECIMALS), strict=False))),
        sources=tuple(f"{found.name(s.unit_id)}: {s.file_name or t.typed}" for s in found.sources.values()),
        notes=tuple(str(words) for words in _notes(found, content.tally)),
        mark=mark_for(desk, mark),
    )
    return workbook_of(desk, file)


def software_value(found: Consolidated, one: Figure) -> float | int | str:
    """What is typed into the software for a metric: its number, its words, or why there is neither."""
    t = texts().weaving
    if one.metric.own_measure == YES_NO and one.value is not None:
        return figure(one.metric, one.value)
    if one.value is not None and one.metric.rule.across_units != "list":
        shown = number(one.metric, one.value)
        return t.no_number if shown is None else shown
    if one.by_unit:
        return "; ".join(_of_unit(found, one, unit, value) for unit, value in one.by_unit.items())
    if not one.owing:
        return t.nobody_number
    if one.missing:
        return t.no_number
    return t.nil_number if one.nil else t.exempt_number


def _of_unit(found: Consolidated, one: Figure, unit: str, value: Fraction) -> str:
    return texts().weaving.number_of_unit.format(unit=found.name(unit), value=value_in_words(one, value))


def _notes(found: Consolidated, counted: Tally) -> Sequence[str]:
    t = texts().documents
    names = ", ".join(found.name(unit) for unit in counted.missing)
    return [t.not_received.format(day=fmt.day(found.day), units=names)] if names else []


def sources_sheet(desk: Desk, content: Compiled, reason: str = "", *, mark: str = "") -> bytes:
    """The sources of a report as a sheet of its own, for the copy that shows no marks: one row per source.

    reason: why the copy was made although reports were not accepted, told among the notes.
    """
    require(desk.actor, Deed.DOWNLOAD)
    t, found = texts().weaving, content.found
    behind: dict[int, list[str]] = {}
    for one in found.figures:
        for source in (*one.sources, *(each for other in one.beside for each in other.sources)):
            behind.setdefault(source, []).append(one.metric.code)
    names = ("number", "unit", "period", "file", "metrics")
    rows = [
        (
            s.number,
            found.name(s.unit_id),
            fmt.period(s.period_id),
            file_words(s),
            ", ".join(dict.fromkeys(behind.get(s.number, []))),
        )
        for s in found.sources.values()
    ]
    frame = pd.DataFrame(rows, columns=list(names)).astype({"number": "Int64"})
    notes = [t.final_reason.format(reason=reason)] if reason else []
    file = TableFile(
        stem="nguon-so-lieu",
        title=t.sources_title.format(period=period_in_title(found.window.period.id)),
        rows=frame,
        columns=columns_of(tuple(zip(names, t.sources_head, ("integer", *["text"] * 4), strict=True))),
        notes=(*notes, *_notes(found, content.tally)),
        mark=mark_for(desk, mark),
    )
    return workbook_of(desk, file)
