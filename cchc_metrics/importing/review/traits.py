"""What the frameworks say of the criteria that scores are about."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from cchc_metrics.importing.cells import Flags, Floats
from cchc_metrics.importing.normalise import compact
from cchc_metrics.model import SCALE

# Index, framework and code of a criterion.
NodeKey = tuple[str, str, str]
_NOT_PLAIN = ("trongso", "trungbinh", "binhquan")


@dataclass(frozen=True, slots=True)
class Traits:
    """One entry per distinct criterion.

    names: empty when unknown · maxima: NaN when unknown · parents: code, empty at the root · parts: how many children
    the framework gives it · adds_up: whether its score is the plain sum of theirs, as far as the framework lists them
    all · in_percent: its unit is %.
    """

    keys: tuple[NodeKey, ...]
    names: tuple[str, ...]
    maxima: Floats
    parents: tuple[str, ...]
    parts: Floats
    adds_up: Flags
    in_percent: Flags


def traits_of(nodes: pd.DataFrame, keys: Iterable[NodeKey]) -> Traits:
    """The traits of these criteria; one that no framework knows has none."""
    wanted = tuple(keys)
    columns = ("index_code", "framework_id", "node_code", "name", "max_score", "parent_code", "aggregation", "unit")
    rows = {row[:3]: row[3:] for row in zip(*(nodes[name] for name in columns), strict=True)}
    parts: dict[NodeKey, list[float]] = {}
    for (index_code, framework_id, _), (_, most, parent, *_) in rows.items():
        parts.setdefault((index_code, framework_id, _text(parent)), []).append(np.nan if pd.isna(most) else most)
    found = [rows.get(key, (None,) * 5) for key in wanted]
    return Traits(
        wanted,
        tuple(_text(name) for name, *_ in found),
        np.array([np.nan if pd.isna(most) else most for _, most, *_ in found], dtype=np.float64),
        tuple(_text(parent) for _, _, parent, *_ in found),
        np.array([len(parts.get(key, ())) for key in wanted], dtype=np.float64),
        np.array(
            [
                _adds_up(way, unit) and _complete(most, parts.get(key, []))
                for key, (_, most, _, way, unit) in zip(wanted, found, strict=True)
            ],
            dtype=np.bool_,
        ),
        np.array([_text(unit) == "%" for *_, unit in found], dtype=np.bool_),
    )


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


def _adds_up(way: object, unit: object) -> bool:
    """A criterion says «tổng …», or says nothing and is counted in points; a weighted sum or a mean is no plain sum."""
    words = compact(_text(way))
    if words:
        return "tong" in words and not any(other in words for other in _NOT_PLAIN)
    return compact(_text(unit)) == "diem"


def _complete(most: object, parts: list[float]) -> bool:
    """Whether the parts make up the maximum: a framework of which only some areas were found says nothing of sums."""
    return not isinstance(most, float) or np.isnan(most) or abs(sum(parts) - most) <= len(parts) / SCALE
