"""Page Nguồn gốc số liệu: one figure back to its file, sheet and cell, and every version it ever had."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from cchc_metrics.access import Deed, require
from cchc_metrics.charts.views import Column, ColumnKind, Row, TableView
from cchc_metrics.importing.problems import column_name
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.model import Entry, ValueState
from cchc_metrics.schema import SCORES, SOURCES
from cchc_metrics.services.desk import Desk
from cchc_metrics.services.phrases import amount, unit_of


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

    upload: the entry whose file holds the value in force, None when it was typed or there is none.
    """

    finding: str
    table: TableView | None
    upload: int | None
    file_name: str


def origin_view(desk: Desk, asked: OriginFilters) -> OriginView:
    """The versions of a score and the file behind the one in force. Raises UnknownNameError for an unknown name."""
    require(desk.actor, Deed.READ)
    where = {name: [getattr(asked, name)] for name in SCORES.grain_names}
    versions = desk.office.store.versions(SCORES, where)
    if versions.empty:
        return OriginView(_sentence(desk, asked, texts().origin.finding_none), None, None, "")
    told = [_Version(desk, asked, row) for row in versions.to_dict("records")]
    table = _table(told)
    if not told[0].in_force:
        return OriginView(_sentence(desk, asked, texts().origin.finding_closed), table, None, "")
    newest = told[0]
    finding = _sentence(desk, asked, texts().origin.finding, value=newest.value(), place=newest.place())
    has_file = bool(newest.upload.original_sha256)
    return OriginView(finding, table, newest.upload.seq if has_file else None, newest.upload.file_name)


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
    said = texts().origin
    columns = (
        Column(said.version),
        Column(said.value, ColumnKind.NUMBER),
        Column(said.rank, ColumnKind.NUMBER),
        Column(said.in_force),
        Column(said.known, wraps=True),
        Column(said.published_on),
        Column(said.file),
        Column(said.cell, wraps=True),
        Column(said.who),
        Column(said.source, wraps=True),
        Column(said.note, wraps=True),
    )
    lines = [version.cells() for version in told]
    filled = [place for place in range(len(columns)) if any(line[place] != fmt.MISSING for line in lines)]
    return TableView(
        caption=said.caption.format(count=fmt.integer(len(told))),
        columns=tuple(columns[place] for place in filled),
        rows=tuple(
            Row(str(version.seq), tuple(line[place] for place in filled))
            for version, line in zip(told, lines, strict=True)
        ),
    )


class _Version:
    """One version of the figure, with the entry that wrote it and the entry that brought its file."""

    def __init__(self, desk: Desk, asked: OriginFilters, row: dict[Any, Any]) -> None:
        store = desk.office.store
        self.row = row
        self.seq = int(row["seq_from"])
        self.entry: Entry = store.entry(self.seq)
        self.upload: Entry = store.entry(int(row["upload_seq"]))
        self.in_force = pd.isna(row["seq_to"])
        self.unit = unit_of(
            desk.catalogue.node(asked.index_code, asked.period_id, asked.node_code).unit, asked.score_kind
        )
        self.published = _published_on(desk, row["source"])

    def value(self) -> str:
        """The value as it is held, all its decimals; the state in words where there is none."""
        if self.row["state"] != ValueState.VALUE:
            return texts().explore.states[self.row["state"]]
        return amount(self.row["value"], self.unit, _decimals(self.row["value"]))

    def place(self) -> str:
        """File, sheet and cell, or that it was typed."""
        said = texts().origin
        if pd.isna(self.row["row_no"]):
            return said.typed
        return f"{self.upload.file_name}, {self._cell()}"

    def _cell(self) -> str:
        row = self.row
        if pd.isna(row["row_no"]):
            return fmt.MISSING
        cell = f"{column_name(int(row['col_no']))}{int(row['row_no'])}"
        return texts().origin.sheet_cell.format(sheet=int(row["sheet_no"]), cell=cell)

    def cells(self) -> tuple[str, ...]:
        """The line of the table."""
        said, row = texts().origin, self.row
        printed = "" if not _filled(row["printed"]) else f" ({said.printed.format(printed=row['printed'])})"
        return (
            str(self.seq),
            self.value() + printed,
            fmt.rank_of(row["published_rank"], row["rank_out_of"]),
            said.in_force if self.in_force else said.replaced.format(seq=int(row["seq_to"])),
            fmt.moment(self.entry.recorded_at),
            self.published,
            self.upload.file_name or said.typed,
            self._cell(),
            self.entry.actor.name,
            row["source"] if _filled(row["source"]) else fmt.MISSING,
            row["note"] if _filled(row["note"]) else fmt.MISSING,
        )


def _filled(text: Any) -> bool:
    return isinstance(text, str) and bool(text)


def _decimals(value: float) -> int:
    """As many decimals as the value has, two at least."""
    _, _, behind = fmt.plain(value).partition(",")
    return max(2, len(behind))


def _published_on(desk: Desk, source: Any) -> str:
    """The day the source was published, as the catalogue of sources says; an unknown day is said to be unknown."""
    if not _filled(source):
        return texts().origin.unknown_day
    known = desk.facts(SOURCES, {"source": [source]})["published_on"].dropna()
    return fmt.day(known.iloc[0]) if len(known) else texts().origin.unknown_day
