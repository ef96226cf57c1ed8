"""Notes of people on a year or on a figure, such as «một cửa mới từ 2022»: facts of the journal, never breaks."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from cchc_metrics.access import Deed, require
from cchc_metrics.errors import CchcError, UnknownNameError
from cchc_metrics.importing import empty_facts
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import official, texts
from cchc_metrics.model import Entry
from cchc_metrics.schema import FIGURE_NOTES
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.question import Question, where
from cchc_metrics.services.storing import storing

# In the place of an entity: the note is of the year, whoever is looked at.
EVERYBODY = "*"
LONGEST = 300


@dataclass(frozen=True, slots=True)
class Remark:
    """A note. entity: whose figure it is on, ``EVERYBODY`` for the year itself · number: tells notes of one place
    apart · seq, by: the entry of the journal that wrote it, and who."""

    asked: Question
    entity: str
    number: str
    text: str
    by: str
    seq: int


def remarks(desk: Desk, index: str, node: str, entities: Sequence[str], period: str = "") -> tuple[Remark, ...]:
    """The notes on a criterion's figures of these entities and on its years, the earliest year first.

    Empty for those who may not read what the office writes. period: of one year alone.
    """
    require(desk.actor, Deed.READ)
    which = where(index_code=index, node_code=node, entity_id=[*entities, EVERYBODY])
    found = desk.facts(FIGURE_NOTES, {**which, **({"period_id": [period]} if period else {})}, provenance=True)
    rows = found.sort_values(["period_id", "entity_id", "note_no"], kind="stable").to_dict("records")
    return tuple(
        Remark(
            Question(index, str(row["period_id"]), node),
            str(row["entity_id"]),
            str(row["note_no"]),
            str(row["text"]),
            "" if pd.isna(row["by_name"]) else str(row["by_name"]),
            int(row["seq_from"]),
        )
        for row in rows
    )


def write(desk: Desk, asked: Question, entity: str, text: str, by: str) -> Entry | None:
    """Keep a note; None where the very same one is kept already.

    Raises CchcError without a text, for one that is too long, without a name; UnknownNameError for what is not there.
    """
    require(desk.actor, Deed.EDIT)
    said, words = texts().remarks, " ".join(text.split())
    if not words or len(words) > LONGEST:
        raise CchcError(said.bad_text.format(most=LONGEST))
    if not by.strip():
        raise CchcError(said.by_missing)
    if asked.period not in desk.catalogue.periods(asked.index):
        raise UnknownNameError(said.no_year.format(index=asked.index, period=asked.period))
    desk.catalogue.node(asked.index, asked.period, asked.node)
    if entity != EVERYBODY:
        desk.catalogue.entity(entity)
    held = remarks(desk, asked.index, asked.node, [entity], asked.period)
    if any(one.text == words and one.entity == entity for one in held):
        return None
    number = 1 + max((int(one.number) for one in held if one.entity == entity and one.number.isdecimal()), default=0)
    row = {
        "index_code": asked.index,
        "node_code": asked.node,
        "entity_id": entity,
        "period_id": asked.period,
        "note_no": str(number),
        "text": words,
        "by_name": by.strip(),
    }
    columns = [*FIGURE_NOTES.grain_names, *FIGURE_NOTES.value_names]
    facts = pd.DataFrame([row], columns=columns).astype(empty_facts(FIGURE_NOTES)[columns].dtypes.to_dict())
    note = official().remarks.written.format(index=asked.index, period=fmt.period(asked.period), text=words)
    return storing.edit(desk.office, desk.actor, FIGURE_NOTES, facts, note)


def withdraw(desk: Desk, remark: Remark) -> Entry | None:
    """Take a note out of force; history keeps it. None where it is gone already."""
    require(desk.actor, Deed.EDIT)
    asked = remark.asked
    which = where(
        index_code=asked.index,
        node_code=asked.node,
        entity_id=remark.entity,
        period_id=asked.period,
        note_no=remark.number,
    )
    held = desk.facts(FIGURE_NOTES, which, provenance=True)
    if held.empty:
        return None
    note = official().remarks.withdrawn.format(index=asked.index, period=fmt.period(asked.period), text=remark.text)
    return storing.remove(desk.office, desk.actor, FIGURE_NOTES, held, note)
