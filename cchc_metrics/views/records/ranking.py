"""Answers as plain records, for the command line and for programs: no frames, no formatting."""

from collections.abc import Hashable, Mapping
from math import isnan
from typing import Any

import pandas as pd

from cchc_metrics.errors import UnknownNameError
from cchc_metrics.labels import texts
from cchc_metrics.model import ScoreKind
from cchc_metrics.model.rows import number_of, rows_of
from cchc_metrics.schema import TOTAL
from cchc_metrics.services.indices.gaps import gaps
from cchc_metrics.services.indices.lineage import AFTER
from cchc_metrics.services.indices.noise import swing
from cchc_metrics.services.indices.panel import PUBLISHED
from cchc_metrics.services.indices.places import Quiet, quiet_moves
from cchc_metrics.services.indices.series import Series, series
from cchc_metrics.services.indices.sightings import NOT_TOLD, figure_known, how_known, known_of
from cchc_metrics.services.indices.standing import standing
from cchc_metrics.services.office.catalogue import Catalogue
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.question import Question
from cchc_metrics.views.records.lineage import pro_forma_rows

Record = dict[str, Any]
_RANKED = [
    *("entity_id", "name", "value", "rank", "n_ranked", "previous_rank", "break_reason"),
    *("within_noise", "known"),
]


def ranking(
    desk: Desk,
    index: str,
    period: str,
    node: str = TOTAL,
    *,
    base: str | None = None,
    score_kind: str = ScoreKind.PUBLISHED,
    method: str = "weighted",
    weight_set: str | None = None,
) -> list[Record]:
    """One record per ranked province in rank order: entity_id, name, value, rank, n_ranked, previous_rank,
    break_reason, within_noise, known.

    previous_rank: None where the two years' ranks may not be compared; break_reason: why their values may not, None
    where they may; within_noise: noise alone may well make the move from previous_rank, None where that is not
    known; known: "published", "derived" (value or rank worked out from what a source prints) or "conflict" (sources
    differ).

    On base "34" also estimate (true: not a published number), low, high, rank_best, rank_worst, method and weight_set;
    method, weight_set: how merged provinces are estimated for periods before the merger (``services.lineage``).
    A province without a value or without a rank is not listed. Raises UnknownNameError.
    """
    catalogue = desk.catalogue
    if base == AFTER:
        code = index_named(catalogue, index)
        rows = pro_forma_rows(desk, code, period, node, score_kind=score_kind, method=method, weight_set=weight_set)
        return records(rows)
    found = standing(desk, Question(index_named(catalogue, index), period, node, score_kind), base=base)
    ranked = found.table[found.table["rank"].notna()]
    ranked = ranked.assign(
        previous_rank=ranked["previous_rank"].where(ranked["places_gained"].notna()),
        break_reason=found.break_reason or None,
    )
    quiet = quiet_moves(desk, Question(found.index_code, period, node)) if score_kind == PUBLISHED else {}
    entities = [str(entity) for entity in ranked["entity_id"]]
    ranked = ranked.assign(
        within_noise=pd.Series([_told(quiet.get(entity)) for entity in entities], ranked.index, "object")
    )
    known = known_of(desk, found.index_code, period) if node == TOTAL and score_kind == PUBLISHED else {}
    ranked = ranked.assign(known=[how_known(known.get(entity, NOT_TOLD)) for entity in entities])
    return records(ranked[_RANKED])


def _told(quiet: Quiet | None) -> bool | None:
    return None if quiet is None or quiet.unsure else quiet.rank


def trend(desk: Desk, index: str, entity: str, node: str = TOTAL, *, score_kind: str = ScoreKind.PUBLISHED) -> Record:
    """The years of one entity, and the breaks between them. Raises UnknownNameError.

    Of each year also within_noise (noise alone may well make its change) and known, as in ``ranking``.
    """
    catalogue = desk.catalogue
    info = catalogue.entity_named(entity)
    found = series(desk, index_named(catalogue, index), [info.id], node, score_kind=score_kind)
    history = found.history[["period_id", "value", "state", "rank", "n_ranked", "change", "segment"]]
    history = history.assign(
        within_noise=[_is_noise(desk, found, row) for row in found.history.to_dict("records")],
        known=[how_known(known) for known in found.history["known"]],
    )
    broken = found.breaks[found.breaks["broken"]]
    return {
        "entity_id": info.id,
        "name": info.name,
        "index": found.index_code,
        "node": node,
        "values": records(history.rename(columns={"period_id": "period"})),
        "breaks": records(broken[["period_before", "period_after", "reason"]]),
        "targets": records(found.targets[["period_id", "value"]].rename(columns={"period_id": "period"})),
        "sources": list(found.sources),
    }


def _is_noise(desk: Desk, found: Series, row: Mapping[Hashable, Any]) -> bool:
    """Whether noise alone may well make the change since the year before."""
    period, change = str(row["period_id"]), float(row["change"])
    if found.score_kind != PUBLISHED or isnan(change):
        return False
    known = swing(desk, found.index_code, found.node_code, (str(int(period) - 1), period), str(row["entity_id"]))
    return known is not None and known.hides(change)


def shortfall(
    desk: Desk,
    index: str,
    period: str,
    entity: str,
    parent: str = TOTAL,
    *,
    score_kind: str = ScoreKind.PUBLISHED,
) -> Record:
    """Lost points and shortfalls of an entity by part; value: of the whole, and known: how it is. Raises
    UnknownNameError.
    """
    catalogue = desk.catalogue
    info = catalogue.entity_named(entity)
    found = gaps(desk, Question(index_named(catalogue, index), period, parent, score_kind), info.id)
    parts = found.parts.rename(columns={"node_code": "node"})
    return {
        "entity_id": info.id,
        "name": info.name,
        "index": found.index_code,
        "period": period,
        "value": number_of(found.whole["value"]),
        "known": how_known(figure_known(desk, found.question, info.id)),
        "peer_group": found.peer_group,
        "parts": records(parts),
        "total": records(found.total.to_frame().T)[0],
        "sources": list(found.sources),
    }


def index_named(catalogue: Catalogue, name: str) -> str:
    """The index people mean: letters only and case do not matter ("par index", "PARINDEX"; "PAR" too)."""
    wanted = _letters(name)
    for code in catalogue.indices():
        if wanted in (_letters(code), _letters(code).removesuffix("INDEX")):
            return code
    raise UnknownNameError(texts().services.unknown_index.format(index=name, names=", ".join(catalogue.indices())))


def _letters(name: str) -> str:
    return "".join(char for char in name.upper() if char.isalnum())


def records(frame: pd.DataFrame) -> list[Record]:
    """Rows as dicts that JSON can hold: missing is None, whole numbers are ints."""
    return [{name: _plain(value) for name, value in row.items()} for row in rows_of(frame)]


def _plain(value: Any) -> Any:
    return value.item() if hasattr(value, "item") else value
