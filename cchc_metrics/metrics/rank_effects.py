"""A change in rank as our own effect and the effect of the others.

Formula: docs/methodology.md «Why a result moved» (change in rank = own effect + others' effect, where the own effect
holds the others at last year's scores), «Values» (the missing are not ranked). A change is after −
before: negative is better.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from cchc_metrics.metrics.exact import require_grain, scored, typed
from cchc_metrics.model import SCALE

PASSED_DTYPES = {"entity_id": "str", "value_before": "float64", "value_after": "float64", "tied": "bool"}


@dataclass(frozen=True, slots=True)
class RankEffects:
    """Why one entity's rank changed; ranks are standard competition ranks among those with a value that year.

    rank_delta = own_effect + others_effect = len(overtaken_by) − len(overtook) + field_effect, always.
    own_effect: the rank with our new score among the others' old ones, less the old rank. others_effect: the rest;
    field_effect is the part of it that comes from entities with a value in one of the years only (entered, left).
    overtook: entities ahead of us before and not after; overtaken_by: ahead after and not before; both only among
    those with a value in both years – entity_id, value_before, value_after, tied (level with us now, or before),
    best first. level_with: who shares our rank after.
    """

    rank_before: int
    n_before: int
    rank_after: int
    n_after: int
    own_effect: int
    others_effect: int
    field_effect: int
    overtook: pd.DataFrame
    overtaken_by: pd.DataFrame
    entered: tuple[str, ...]
    left: tuple[str, ...]
    level_with: tuple[str, ...]

    @property
    def rank_delta(self) -> int:
        return self.rank_after - self.rank_before


def rank_effects(before: pd.DataFrame, after: pd.DataFrame, entity_id: str) -> RankEffects | None:
    """The effects behind one entity's change in rank; None when it lacks a value in one of the years.

    before, after: one row per entity of one base – entity_id, value, state. Whether enough entities have a value to
    rank at all is the caller's question. Raises ValueError when an entity comes twice.
    """
    return effects_between(field_of(before), field_of(after), entity_id)


def effects_between(old: Mapping[str, int], new: Mapping[str, int], entity_id: str) -> RankEffects | None:
    """As ``rank_effects``, on the exact scores of both years: for whoever asks about many entities of one field."""
    if entity_id not in old or entity_id not in new:
        return None
    was, now = old[entity_id], new[entity_id]
    others_old = {code: value for code, value in old.items() if code != entity_id}
    rank_before, rank_after = _rank(was, old), _rank(now, new)
    alone = _rank(now, others_old)
    both = sorted(set(others_old) & set(new))
    entered, left = sorted(set(new) - set(old)), sorted(set(old) - set(new))
    return RankEffects(
        rank_before=rank_before,
        n_before=len(old),
        rank_after=rank_after,
        n_after=len(new),
        own_effect=alone - rank_before,
        others_effect=rank_after - alone,
        field_effect=sum(new[code] > now for code in entered) - sum(old[code] > was for code in left),
        overtook=_passed(
            {code: (old[code], new[code], new[code] == now) for code in both if old[code] > was and new[code] <= now}
        ),
        overtaken_by=_passed(
            {code: (old[code], new[code], old[code] == was) for code in both if old[code] <= was and new[code] > now}
        ),
        entered=tuple(entered),
        left=tuple(left),
        level_with=tuple(sorted(code for code, value in new.items() if value == now and code != entity_id)),
    )


def field_of(scores: pd.DataFrame) -> dict[str, int]:
    """Entity -> its exact score, only those with a value. Raises ValueError when an entity comes twice."""
    require_grain(scores, ("entity_id",))
    pairs = zip(scores["entity_id"], scored(scores), strict=True)
    return {str(code): int(value) for code, value in pairs if value is not pd.NA}


def _rank(value: int, field: Mapping[str, int]) -> int:
    return 1 + sum(other > value for other in field.values())


def _passed(found: Mapping[str, tuple[int, int, bool]]) -> pd.DataFrame:
    ordered = sorted(found.items(), key=lambda item: (-item[1][1], item[0]))
    rows = [(code, before / SCALE, after / SCALE, tied) for code, (before, after, tied) in ordered]
    return typed(pd.DataFrame(rows, columns=list(PASSED_DTYPES)), PASSED_DTYPES)
