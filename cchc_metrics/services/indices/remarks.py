"""Notes of people on a day, a year or a figure, such as «một cửa mới từ 2022»: facts of the journal, never breaks."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pandas as pd

from cchc_metrics.access import Deed, require
from cchc_metrics.errors import CchcError, UnknownNameError
from cchc_metrics.importing import empty_facts
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import official, texts
from cchc_metrics.model import Entry
from cchc_metrics.schema import FIGURE_NOTES
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.moment import today
from cchc_metrics.services.office.question import Question, where
from cchc_metrics.services.storing import storing

# In the place of an entity: the note is of the year or the day, whoever is looked at.
EVERYBODY = "*"
LONGEST = 300


@dataclass(frozen=True, slots=True)
class Remark:
    """A note. entity: whose figure it is on, ``EVERYBODY`` for the time itself · number: tells notes of one place
    apart · seq, by: the entry of the journal that wrote it, and who · day: when it happened, None for a whole year ·
    until: the entry that wrote it otherwise or withdrew it, None in force."""

    asked: Question
    entity: str
    number: str
    text: str
    by: str
    seq: int
    day: date | None = None
    until: int | None = None


def remarks(desk: Desk, index: str, node: str, entities: Sequence[str], period: str = "") -> tuple[Remark, ...]:
    """The notes on a criterion's figures of these entities and on its years and days, the earliest first.

    Empty for those who may not read what the office writes. period: of one year alone.
    """
    require(desk.actor, Deed.READ)
    which = where(index_code=index, node_code=node, entity_id=[*entities, EVERYBODY])
    found = desk.facts(FIGURE_NOTES, {**which, **({"period_id": [period]} if period else {})}, provenance=True)
    return _read(found)


def past_remarks(desk: Desk, index: str, node: str, entities: Sequence[str]) -> tuple[Remark, ...]:
    """What notes on the same said before they were written otherwise or withdrawn, in the order of ``remarks``."""
    require(desk.actor, Deed.READ)
    found = desk.versions(FIGURE_NOTES, where(index_code=index, node_code=node, entity_id=[*entities, EVERYBODY]))
    return _read(found[found["seq_to"].notna()])


def _read(found: pd.DataFrame) -> tuple[Remark, ...]:
    rows = found.sort_values(["period_id", "noted_on", "entity_id", "note_no", "seq_from"], na_position="first")
    return tuple(map(_remark, rows.to_dict("records")))


def _remark(row: Any) -> Remark:
    ended, on = row.get("seq_to"), row["noted_on"]
    return Remark(
        Question(str(row["index_code"]), str(row["period_id"]), str(row["node_code"])),
        str(row["entity_id"]),
        str(row["note_no"]),
        str(row["text"]),
        "" if pd.isna(row["by_name"]) else str(row["by_name"]),
        int(row["seq_from"]),
        None if pd.isna(on) else pd.Timestamp(on).date(),
        None if ended is None or pd.isna(ended) else int(ended),
    )


def write(desk: Desk, asked: Question, entity: str, text: str, by: str, *, day: date | None = None) -> Entry | None:
    """Keep a note; None where the very same one is kept already. day: when it happened; then its year counts.

    Raises CchcError without a text, for one that is too long, without a name, for a day that is to come or before the
    first year with figures; UnknownNameError for what is not there.
    """
    require(desk.actor, Deed.EDIT)
    asked = _checked(desk, asked, entity, (text, by), day)
    words = " ".join(text.split())
    held = remarks(desk, asked.index, asked.node, [entity], asked.period)
    if any((one.text, one.entity, one.day) == (words, entity, day) for one in held):
        return None
    taken = desk.versions(FIGURE_NOTES, _place(asked, entity))["note_no"]
    number = 1 + max((int(one) for one in taken if str(one).isdecimal()), default=0)
    said = official().remarks.written
    return _keep(desk, Remark(asked, entity, str(number), words, by.strip(), 0, day), said)


def rewrite(desk: Desk, remark: Remark, text: str, by: str, day: date | None) -> Entry | None:
    """Write a note otherwise; history keeps how it was. None where nothing changes. Raises as ``write`` does.

    One that moves to another year is withdrawn there and written here, by an entry each.
    """
    require(desk.actor, Deed.EDIT)
    asked = _checked(desk, remark.asked, remark.entity, (text, by), day)
    words = " ".join(text.split())
    if (words, day) == (remark.text, remark.day):
        return None
    if asked.period == remark.asked.period:
        changed = replace(remark, text=words, by=by.strip(), day=day)
        return _keep(desk, changed, official().remarks.rewritten)
    written = write(desk, asked, remark.entity, words, by, day=day)
    return withdraw(desk, remark) if written is None else (withdraw(desk, remark), written)[1]


def withdraw(desk: Desk, remark: Remark) -> Entry | None:
    """Take a note out of force; history keeps it. None where it is gone already."""
    require(desk.actor, Deed.EDIT)
    held = desk.facts(
        FIGURE_NOTES, {**_place(remark.asked, remark.entity), "note_no": [remark.number]}, provenance=True
    )
    if held.empty:
        return None
    note = official().remarks.withdrawn.format(index=remark.asked.index, when=when(remark), text=remark.text)
    return storing.remove(desk.office, desk.actor, FIGURE_NOTES, held, note)


def when(remark: Remark) -> str:
    """The day or the year of a note, as screens write it."""
    return fmt.day(remark.day) if remark.day else fmt.period(remark.asked.period)


def _place(asked: Question, entity: str) -> dict[str, list[object]]:
    found = where(index_code=asked.index, node_code=asked.node, entity_id=entity, period_id=asked.period)
    return {name: list(values) for name, values in found.items()}


def _checked(desk: Desk, asked: Question, entity: str, typed: tuple[str, str], day: date | None) -> Question:
    """The place of the note, in the year of its day where it has one. Raises as ``write`` does."""
    t, words, by = texts().remarks, " ".join(typed[0].split()), typed[1]
    if not words or len(words) > LONGEST:
        raise CchcError(t.bad_text.format(most=LONGEST))
    if not by.strip():
        raise CchcError(t.by_missing)
    held = desk.catalogue.periods(asked.index)
    if day is not None:
        first = min((period[:4] for period in held), default="")
        if day > today(desk):
            raise CchcError(t.day_to_come.format(day=fmt.day(day)))
        if not first or str(day.year) < first:
            raise CchcError(t.day_too_early.format(index=asked.index, first=first, day=fmt.day(day)))
        asked = replace(asked, period=str(day.year))
    elif asked.period not in held:
        raise UnknownNameError(t.no_year.format(index=asked.index, period=asked.period))
    newest = desk.catalogue.newest_by_node(asked.index).get(asked.node, asked.period)
    desk.catalogue.node(asked.index, asked.period if asked.period in held else newest, asked.node)
    if entity != EVERYBODY:
        desk.catalogue.entity(entity)
    return asked


def _keep(desk: Desk, remark: Remark, words: str) -> Entry | None:
    row = {
        "index_code": remark.asked.index,
        "node_code": remark.asked.node,
        "entity_id": remark.entity,
        "period_id": remark.asked.period,
        "note_no": remark.number,
        "text": remark.text,
        "by_name": remark.by,
        "noted_on": None if remark.day is None else pd.Timestamp(remark.day),
    }
    columns = [*FIGURE_NOTES.grain_names, *FIGURE_NOTES.value_names]
    facts = pd.DataFrame([row], columns=columns).astype(empty_facts(FIGURE_NOTES)[columns].dtypes.to_dict())
    note = words.format(index=remark.asked.index, when=when(remark), text=remark.text)
    return storing.edit(desk.office, desk.actor, FIGURE_NOTES, facts, note)
