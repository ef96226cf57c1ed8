"""The versions of one report: each entry that changed an item of it, and one version against another."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from cchc_metrics.access import Deed, require
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import named, texts
from cchc_metrics.labels.retelling import retold
from cchc_metrics.model import ReportPart, ValueState
from cchc_metrics.model.rows import rows_of
from cchc_metrics.schema import REPORT_PARTS, UNIT_REPORTS
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.reporting.acts import Report
from cchc_metrics.services.reporting.duties import Reporting, code_order
from cchc_metrics.views.kit.shapes import Column, Row, TableView

_PART_NAMES = {code: name for name, code in REPORT_PARTS.items()}


@dataclass(frozen=True, slots=True)
class Version:
    """A report as it stood after an entry of the journal. label: number, day, who, which file."""

    seq: int
    label: str


@dataclass(frozen=True, slots=True)
class ChangeFilters:
    """Two versions of one report, by the entries that made them."""

    report: Report
    older: int
    newer: int


def versions(desk: Desk, report: Report) -> tuple[Version, ...]:
    """The versions that this desk may know of, the oldest first."""
    require(desk.actor, Deed.READ_REPORTS)
    held, last = _held(desk, report), desk.last_entry()
    known = 0 if last is None else last.seq
    seqs = sorted({int(seq) for seq in pd.concat([held["seq_from"], held["seq_to"]]).dropna() if seq <= known})
    return tuple(Version(seq, _label(desk, number, seq)) for number, seq in enumerate(seqs, start=1))


def _label(desk: Desk, number: int, seq: int) -> str:
    entry = desk.office.store.entry(seq)
    t = texts().board
    words = t.version_label.format(number=number, seq=seq, day=fmt.day(entry.recorded_at), by=named(entry.actor.name))
    return f"{words} · {entry.file_name}" if entry.file_name else words


def version_table(desk: Desk, report: Report) -> TableView | None:
    """Every version of a report; None before the first."""
    t, rows = texts().board, []
    held = versions(desk, report)
    facts = _held(desk, report)
    for number, version in enumerate(held, start=1):
        entry = desk.office.store.entry(version.seq)
        cells = (
            t.version_no.format(number=number),
            fmt.moment(entry.recorded_at),
            named(entry.actor.name),
            entry.file_name or t.typed,
            fmt.integer(len(_at(facts, version.seq))),
            retold(entry.note),
        )
        rows.append(Row(str(version.seq), cells, notes={0: t.version_of.format(seq=version.seq)}))
    columns = (Column(t.version), Column(t.day), Column(t.by), Column(t.file, wraps=True))
    return (
        TableView(t.versions_caption, (*columns, Column(t.items), Column(t.note, wide=True)), tuple(rows))
        if rows
        else None
    )


def changes(desk: Desk, filters: ChangeFilters) -> TableView:
    """The items that differ between two versions, in the order of the catalogue; empty when none does."""
    require(desk.actor, Deed.READ_REPORTS)
    t, held = texts().board, _held(desk, filters.report)
    old, new = _at(held, filters.older), _at(held, filters.newer)
    names = {code: metric.name for code, metric in Reporting(desk).metrics.items()}
    rows = []
    for key in sorted(old.keys() | new.keys(), key=lambda one: (code_order(one[1]), one)):
        before, after = old.get(key), new.get(key)
        if before != after:
            part, code = key
            cells = (code, names.get(code, named(_PART_NAMES[part])), before or t.nothing, after or t.nothing)
            rows.append(Row(f"{part}-{code}", cells))
    columns = (Column(t.code), Column(t.metric, wide=True), Column(t.older, wide=True))
    caption = t.changes_caption if rows else t.changes_none
    return TableView(caption, (*columns, Column(t.newer, wide=True)), tuple(rows))


def _held(desk: Desk, report: Report) -> pd.DataFrame:
    return desk.versions(UNIT_REPORTS, report.where())


def _at(held: pd.DataFrame, seq: int) -> dict[tuple[str, str], str]:
    """(part, code) -> what stood there after an entry."""
    there = held[(held["seq_from"] <= seq) & (held["seq_to"].isna() | (held["seq_to"] > seq))]
    return {(row["part"], row["code"]): _content(row) for row in rows_of(there)}


def _content(row: Mapping[Any, Any]) -> str:
    t = texts().board
    if row["part"] == ReportPart.NIL:
        return t.nil_mark
    if row["value"] is not None:
        words = fmt.plain(float(row["value"]), 6)
    else:
        words = row["text"] or (t.value_exempt if row["state"] == ValueState.EXEMPT else t.value_missing)
    return "; ".join(part for part in (words, row["link"], row["note"]) if part)
