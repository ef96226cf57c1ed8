"""Page Nguồn gốc số liệu: one figure back to its file, sheet and cell, and every version it ever had."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pandas as pd

from cchc_metrics.access import Deed, require
from cchc_metrics.importing.problems import column_name
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import named, texts
from cchc_metrics.model import Entry, ValueState
from cchc_metrics.schema import RELEASES, SCORES, SOURCES
from cchc_metrics.services.indices.remarks import remarks
from cchc_metrics.services.indices.sightings import NOT_TOLD, Known, figure_known
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.question import Question
from cchc_metrics.services.office.units import unit_of
from cchc_metrics.storage import original_removed
from cchc_metrics.views.kit.known import rank_marked, value_marked
from cchc_metrics.views.kit.phrases import amount
from cchc_metrics.views.kit.remarks import remarks_table
from cchc_metrics.views.kit.shapes import Column, ColumnKind, Row, TableView
from cchc_metrics.views.origin.readings import readings

_SOURCE = 5  # the column of the source among all columns


@dataclass(frozen=True, slots=True)
class OriginFilters:
    """Which figure: the grain of a score."""

    index_code: str
    period_id: str
    node_code: str
    entity_id: str
    score_kind: str


@dataclass(frozen=True, slots=True)
class OriginView:
    """Where the figure comes from. table: its versions, newest first, None when there never was one.

    upload: the entry whose file holds the value in force, None when it was typed, its file was removed or there is
    none. removed: who removed that file, when and why, else empty.
    remarks: what people noted on it or on its year, None without.
    """

    finding: str
    table: TableView | None
    upload: int | None
    file_name: str
    removed: str = ""
    readings: TableView | None = None
    remarks: TableView | None = None


def page(desk: Desk, asked: OriginFilters) -> OriginView:
    """The versions of a score and the file behind the one in force. Raises UnknownNameError for an unknown name.

    Under a clock the one in force is the one that the clock shows, and what was not yet known is left out.
    """
    require(desk.actor, Deed.READ_ALL)
    where = {name: [getattr(asked, name)] for name in SCORES.grain_names}
    told = _versions(desk, asked, where)
    if not told:
        return OriginView(_sentence(desk, asked, texts().origin.finding_none), None, None, "")
    table = _table(told)
    current = next((version for version in told if version.in_force), None)
    if current is None:
        return OriginView(_sentence(desk, asked, texts().origin.finding_closed), table, None, "")
    finding = _sentence(
        desk, asked, texts().origin.finding, value=value_marked(current.value(), current.known), place=current.place()
    )
    upload = current.upload
    removed = original_removed(desk.office.store.entries(), upload.seq)
    has_file = bool(upload.original_sha256) and not removed
    read = readings(desk, asked.index_code, asked.period_id, asked.node_code, asked.entity_id)
    noted = _remarks(desk, asked)
    return OriginView(finding, table, upload.seq if has_file else None, upload.file_name, removed, read, noted)


def _remarks(desk: Desk, asked: OriginFilters) -> TableView | None:
    held = remarks(desk, asked.index_code, asked.node_code, [asked.entity_id], asked.period_id)
    label = desk.catalogue.node(asked.index_code, asked.period_id, asked.node_code).label
    return remarks_table(desk, held, texts().remarks.caption.format(node=label)) if held else None


def _versions(desk: Desk, asked: OriginFilters, where: Mapping[str, list[str]]) -> list["_Version"]:
    """The versions that the desk's clock lets be seen, newest first."""
    newest = desk.last_entry()
    rows = desk.office.store.versions(SCORES, where).to_dict("records")
    known = [row for row in rows if newest is not None and row["seq_from"] <= newest.seq]
    shown = {int(seq) for seq in desk.facts(SCORES, where, provenance=True)["seq_from"]}
    told = [_Version(desk, asked, row, in_force=int(row["seq_from"]) in shown) for row in known]
    for later, earlier in pairwise(told):
        later.replaces = earlier
    return told


def _sentence(desk: Desk, asked: OriginFilters, template: str, **more: str) -> str:
    return template.format(
        entity=desk.catalogue.entity(asked.entity_id).name,
        criterion=desk.catalogue.node(asked.index_code, asked.period_id, asked.node_code).label,
        index=asked.index_code,
        period=fmt.period(asked.period_id),
        **more,
    )


def _table(told: list["_Version"]) -> TableView:
    """The versions, newest first; a column that no version fills is left out."""
    t = texts().origin
    columns = (
        Column(t.version),
        Column(t.value, ColumnKind.NUMBER),
        Column(t.rank, ColumnKind.NUMBER),
        Column(t.in_force, wraps=True),
        Column(t.replaces, wraps=True),
        Column(t.source, wraps=True),
        Column(t.published_on),
        Column(t.known, wraps=True),
        Column(t.who, wraps=True),
        Column(t.file, wraps=True),
        Column(t.note, wraps=True),
    )
    lines = [version.cells() for version in told]
    filled = [place for place in range(len(columns)) if any(line[place] != fmt.MISSING for line in lines)]
    return TableView(
        caption=t.caption.format(count=fmt.integer(len(told))),
        columns=tuple(columns[place] for place in filled),
        rows=tuple(
            Row(
                str(version.seq),
                tuple(line[place] for place in filled),
                outside={filled.index(_SOURCE): line[_SOURCE]} if _SOURCE in filled else {},
            )
            for version, line in zip(told, lines, strict=True)
        ),
    )


def newest(told: TableView) -> TableView:
    """The first line of the table of versions as a list, one row per column that says something."""
    t, first = texts().origin, told.rows[0]
    rows = [
        Row(
            f"{place}",
            (named(column.header), cell),
            outside={1: first.outside[place]} if place in first.outside else {},
        )
        for place, (column, cell) in enumerate(zip(told.columns, first.cells, strict=True))
        if cell != fmt.MISSING
    ]
    return TableView(t.held_now, (Column(t.field), Column(t.value, wraps=True)), tuple(rows))


class _Version:
    """One version of the figure, with the entry that wrote it and the entry that brought its file."""

    def __init__(self, desk: Desk, asked: OriginFilters, row: dict[Any, Any], *, in_force: bool) -> None:
        store = desk.office.store
        self.row = row
        self.seq = int(row["seq_from"])
        self.entry: Entry = store.entry(self.seq)
        self.upload: Entry = store.entry(int(row["upload_seq"]))
        self.in_force = in_force
        self.replaces: _Version | None = None
        self.unit = unit_of(
            desk.catalogue.node(asked.index_code, asked.period_id, asked.node_code).unit, asked.score_kind
        )
        self.published, self.corrects = _release(desk, asked, row["source"])
        self.known = _known(desk, asked) if in_force else NOT_TOLD

    def value(self) -> str:
        """The value as it is held, all its decimals; the state in words where there is none."""
        if self.row["state"] != ValueState.VALUE:
            return texts().explore.states[self.row["state"]]
        return amount(self.row["value"], self.unit, _decimals(self.row["value"]))

    def place(self) -> str:
        """File, sheet and cell, or that it was typed."""
        t = texts().origin
        if pd.isna(self.row["row_no"]):
            return t.typed
        return f"{self.upload.file_name}, {self._cell()}"

    def _cell(self) -> str:
        row = self.row
        if pd.isna(row["row_no"]):
            return fmt.MISSING
        cell = f"{column_name(int(row['col_no']))}{int(row['row_no'])}"
        return texts().origin.sheet_cell.format(sheet=int(row["sheet_no"]), cell=cell)

    def _replaced(self) -> str:
        """The value that stood before, and that it was corrected where the source says so."""
        t, before = texts().origin, self.replaces
        if before is None:
            return fmt.MISSING
        corrected = _filled(self.corrects) and self.corrects == before.row["source"]
        return (t.corrects if corrected else t.was).format(value=before.value(), seq=before.seq)

    def _force(self) -> str:
        if self.in_force:
            return texts().origin.in_force
        by = self.row["seq_to"]
        return fmt.MISSING if pd.isna(by) else texts().origin.replaced.format(seq=int(by))

    def cells(self) -> tuple[str, ...]:
        """The line of the table."""
        t, row = texts().origin, self.row
        told = _filled(row["printed"]) and not self.value().startswith(row["printed"])
        printed = f" ({t.printed.format(printed=row['printed'])})" if told else ""
        return (
            str(self.seq),
            value_marked(self.value(), self.known) + printed,
            rank_marked(fmt.rank_of(row["published_rank"], row["rank_out_of"]), self.known),
            self._force(),
            self._replaced(),
            named(row["source"]) if _filled(row["source"]) else fmt.MISSING,
            self.published,
            fmt.moment(self.entry.recorded_at),
            named(self.entry.actor.name),
            self.place(),
            named(row["note"]) if _filled(row["note"]) else fmt.MISSING,
        )


def _known(desk: Desk, asked: OriginFilters) -> Known:
    """How the figure in force is known."""
    question = Question(asked.index_code, asked.period_id, asked.node_code, asked.score_kind)
    return figure_known(desk, question, asked.entity_id)


def _filled(text: Any) -> bool:
    return isinstance(text, str) and bool(text)


def _decimals(value: float) -> int:
    """As many decimals as the value has, two at least."""
    _, _, behind = fmt.plain(value).partition(",")
    return max(2, len(behind))


def _release(desk: Desk, asked: OriginFilters, source: Any) -> tuple[str, Any]:
    """The day the source was published, else that of the index year, and the source it corrects.

    An unknown day is said to be unknown.
    """
    rows = desk.facts(SOURCES, {"source": [source]}).to_dict("records") if _filled(source) else []
    corrects = rows[0]["corrects"] if rows else None
    if rows and not pd.isna(rows[0]["published_on"]):
        return fmt.day(rows[0]["published_on"]), corrects
    released = desk.facts(RELEASES, {"index_code": [asked.index_code], "period_id": [asked.period_id]})["released_on"]
    return (fmt.day(released.iloc[0]) if released.notna().any() else texts().origin.unknown_day), corrects
