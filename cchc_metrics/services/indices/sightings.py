"""How the figures of a year are known: printed in a source, derived, contradicted by another source, or as a range."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from typing import Any

import pandas as pd

from cchc_metrics.access import Deed, require
from cchc_metrics.model import ScoreKind
from cchc_metrics.model.rows import number_of, records, text_of
from cchc_metrics.schema import SCORES, SIGHTINGS, TOTAL
from cchc_metrics.services.office.desk import Desk, once, once_for_all
from cchc_metrics.services.office.question import Question, where

PUBLISHED, DERIVED, CONFLICT, RANGE = "published", "derived", "conflict", "range"


@dataclass(frozen=True, slots=True)
class Rival:
    """A figure that another source gives. value, rank: what differs from the figure in force, else None. how: why it
    may be otherwise, in the words that were written down."""

    value: float | None
    rank: int | None
    source: str
    how: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """How the figure in force of one province is known.

    value_how, rank_how: how it was derived, "" where a source prints it. first, last: the range of a rank of which no
    more is known; None where there is none. rivals: what other sources say instead.
    """

    value_how: str = ""
    rank_how: str = ""
    first: int | None = None
    last: int | None = None
    rivals: tuple[Rival, ...] = ()


NOT_TOLD = Known()


def how_known(known: Known) -> str:
    """The weakest that is to be said of a figure in force: "conflict", "derived" or "published"."""
    if known.rivals:
        return CONFLICT
    return DERIVED if known.value_how or known.rank_how else PUBLISHED


@once
def known_of(desk: Desk, index_code: str, period_id: str) -> Mapping[str, Known]:
    """Entity -> how its total of that year is known; entities of which no source was written down are left out."""
    require(desk.actor, Deed.READ)
    read = desk.facts(SIGHTINGS, where(index_code=index_code, period_id=period_id, part=TOTAL))
    if read.empty:
        return {}
    told = read["entity_id"].unique().tolist()
    which = where(
        index_code=index_code, period_id=period_id, node_code=TOTAL, score_kind=ScoreKind.PUBLISHED, entity_id=told
    )
    scores = {str(row["entity_id"]): row for row in records(desk.facts(SCORES, which))}
    rows: dict[str, list[dict[str, Any]]] = {}
    for row in records(read):
        rows.setdefault(str(row["entity_id"]), []).append(row)
    return {entity: _known(own, scores.get(entity, {})) for entity, own in sorted(rows.items())}


def figure_known(desk: Desk, asked: Question, entity_id: str) -> Known:
    """How one figure is known. Readings are of published totals: of anything else nothing is written down."""
    if asked.node != TOTAL or asked.score_kind != PUBLISHED:
        return NOT_TOLD
    return known_of(desk, asked.index, asked.period).get(entity_id, NOT_TOLD)


def with_known(
    desk: Desk, rows: pd.DataFrame, index_code: str, node_code: str, score_kind: str = PUBLISHED
) -> pd.DataFrame:
    """The rows (entity_id, period_id) with known: how each figure is known."""
    if node_code != TOTAL or score_kind != PUBLISHED:
        known = [NOT_TOLD] * len(rows)
    else:
        years = rows["period_id"].tolist()
        of_year = {year: known_of(desk, index_code, str(year)) for year in set(years)}
        told = zip(rows["entity_id"].tolist(), years, strict=True)
        known = [of_year[year].get(str(who), NOT_TOLD) for who, year in told]
    return rows.assign(known=pd.Series(known, index=rows.index, dtype="object"))


def ranges_of(desk: Desk, index_code: str, entity_id: str) -> Mapping[str, Known]:
    """Period -> the range of a rank of which no more is known, of one entity; newest first."""
    periods = _ranged(desk, index_code).get(entity_id, ())
    known = {period: figure_known(desk, Question(index_code, period), entity_id) for period in periods}
    return {period: one for period, one in known.items() if one.first is not None}


@once_for_all
def _ranged(desk: Desk, index_code: str) -> Mapping[str, Sequence[str]]:
    """Entity -> the periods of which a range was written down, newest first."""
    read = desk.facts(SIGHTINGS, where(index_code=index_code, part=TOTAL, standing=RANGE))
    found: dict[str, set[str]] = {}
    for entity, period in zip(read["entity_id"].tolist(), read["period_id"].tolist(), strict=True):
        found.setdefault(str(entity), set()).add(str(period))
    return {entity: sorted(periods, reverse=True) for entity, periods in found.items()}


def _known(told: Sequence[Mapping[Any, Any]], score: Mapping[Any, Any]) -> Known:
    value, rank = number_of(score.get("value")), number_of(score.get("published_rank"))
    ranged = next((row for row in told if row["standing"] == RANGE), None)
    unknown = ranged is not None and value is None and rank is None
    return Known(
        value_how=_derivation(told, "value", value),
        rank_how=_derivation(told, "rank", rank),
        first=int(ranged["rank"]) if unknown and ranged is not None else None,
        last=int(ranged["rank_to"]) if unknown and ranged is not None else None,
        rivals=tuple(rival for row in told if (rival := _rival(row, value, rank)) is not None),
    )


def _derivation(told: Sequence[Mapping[Any, Any]], column: str, own: float | None) -> str:
    """How the figure in force was derived; "" where a source prints it, or where no source was written down."""
    if own is None:
        return ""
    same = [row for row in told if number_of(row[column]) is not None and _same(number_of(row[column]), own)]
    if any(row["standing"] == PUBLISHED for row in same):
        return ""
    return next(
        (str(row["derivation"]) for row in same if row["standing"] == DERIVED and text_of(row["derivation"])), ""
    )


def _rival(row: Mapping[Any, Any], value: float | None, rank: float | None) -> Rival | None:
    """What a reading says otherwise than the figures in force; nothing where they are not known."""
    said_value, said_rank = number_of(row["value"]), number_of(row["rank"])
    if row["standing"] == RANGE:
        return None
    other_value = said_value is not None and value is not None and not _same(said_value, value)
    other_rank = said_rank is not None and rank is not None and said_rank != rank
    flagged = row["standing"] == CONFLICT
    if not (other_value or other_rank or flagged):
        return None
    how = tuple(part for part in (text_of(row["derivation"]), text_of(row["note"])) if part)
    return Rival(
        said_value if other_value or (flagged and said_value is not None) else None,
        int(said_rank) if said_rank is not None and (other_rank or flagged) else None,
        text_of(row["source"]),
        how,
    )


def _same(said: float | None, own: float) -> bool:
    """Whether a printed figure is ours, rounded or cut as it was printed."""
    if said is None:
        return False
    printed = Decimal(repr(said))
    places = Decimal(1).scaleb(int(printed.as_tuple().exponent))
    return printed in {Decimal(repr(own)).quantize(places, rounding=way) for way in (ROUND_HALF_UP, ROUND_DOWN)}
