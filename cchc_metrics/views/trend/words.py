"""The sentence a trend says: the latest result, where it stands, what may be told of its change."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import named, texts
from cchc_metrics.labels.format import listed
from cchc_metrics.metrics.ranking import RankSource
from cchc_metrics.model import scaled
from cchc_metrics.services.indices.noise import Swing, apart, swing
from cchc_metrics.services.indices.panel import PUBLISHED
from cchc_metrics.services.indices.series import Series
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.views.kit.known import rank_marked, value_marked
from cchc_metrics.views.kit.phrases import amount, difference, quartile_name, sentence, unit_of_difference

_SPOKEN = 2
_LONG_STRETCH = 3


class Hiding:
    """Where noise is not asked for: every difference is told."""

    def change(self, _found: Series, _entity: str, _years: tuple[str, str], _change: float) -> Swing | None:
        """The noise that may well make this change of an entity between two years alone; None where it does not."""
        return None

    def gap(self, _found: Series, _entity: str, _year: str, _gap: float, _of: int) -> bool:
        """Whether noise alone may well make this distance to the mean of so many provinces (0: a printed one)."""
        return False


class HiddenByNoise(Hiding):
    """Differences that the noise known at a desk may well make; only of published scores."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def change(self, found: Series, entity: str, years: tuple[str, str], change: float) -> Swing | None:
        """As above."""
        if found.score_kind != PUBLISHED:
            return None
        known = swing(self._desk, found.index_code, found.node_code, years, entity)
        return known if known is not None and known.hides(change) else None

    def gap(self, found: Series, entity: str, year: str, gap: float, of: int) -> bool:
        """As above."""
        if found.score_kind != PUBLISHED:
            return False
        known = apart(self._desk, found.index_code, found.node_code, year, entity, of=of)
        return known is not None and known.hides(gap)


NOTHING_HIDES = Hiding()


def standing_words(row: Any) -> str:
    """Group and rank of one result as a clause. row: a line of ``Series.history``."""
    t = texts().trend
    if pd.isna(row.rank):
        return t.not_ranked
    rank = rank_marked(fmt.rank_of(row.rank, row.n_ranked), row.known)
    if row.rank_source == RankSource.COMPUTED and not pd.isna(row.quartile):
        return t.group_and_rank.format(group=quartile_name(int(row.quartile)), rank=rank)
    return t.rank_published.format(rank=rank)


def finding(found: Series, unit: str, entities: Sequence[str], hiding: Hiding = NOTHING_HIDES) -> str:
    """One sentence for each of the first entities with results; a change across a break is never told."""
    rows = {entity: found.history[found.history["entity_id"] == entity] for entity in entities}
    present = [entity for entity in entities if not rows[entity].empty][:_SPOKEN]
    told: list[str] = []
    for entity in present:
        told.append(_of_one(rows[entity], found, unit, hiding, alone=len(present) == 1, before=told))
    return " ".join(told)


def _of_one(rows: pd.DataFrame, found: Series, unit: str, hiding: Hiding, *, alone: bool, before: Sequence[str]) -> str:
    t = texts().trend
    valued = rows[rows["value"].notna()]
    if valued.empty:
        ranked = rows[rows["rank"].notna()]
        last = _last(ranked if len(ranked) else rows)
        if pd.isna(last.rank):
            note = named(last.note) if isinstance(last.note, str) else texts().common.missing
            return sentence([t.no_figure.format(name=last.name, year=last.period_id, note=fmt.lower_first(note))])
        rank = rank_marked(fmt.rank_of(last.rank, last.n_ranked), last.known)
        return sentence([t.rank_only.format(name=last.name, year=last.period_id, rank=rank)])
    last = _last(valued)
    return sentence(
        [
            t.latest.format(
                name=last.name, value=value_marked(amount(last.value, unit), last.known), year=last.period_id
            ),
            standing_words(last),
            _against_mean(last, found, unit, hiding) if alone or last.rank_source != RankSource.COMPUTED else "",
            _change(last, valued, found, unit, hiding, told=before),
            _stretch(last, valued, found, unit, hiding) if alone else "",
        ]
    )


def _last(rows: pd.DataFrame) -> Any:
    return next(rows.iloc[[-1]].itertuples(index=False))


def _against_mean(last: Any, found: Series, unit: str, hiding: Hiding) -> str:
    """Above or below the mean of the provinces, or the published national mean, of the same year."""
    t = texts().trend
    computed = found.band.loc[found.band["period_id"] == last.period_id, "mean"]
    published = found.means.loc[found.means["period_id"] == last.period_id, "value"]
    known = computed if not computed.empty else published
    if known.empty:
        return ""
    name = t.mean_computed if not computed.empty else t.mean_published
    away, of = float(last.value) - float(known.iloc[0]), _counted(found, last.period_id) if len(computed) else 0
    words = _direction(away, t.above, t.below, t.level)
    if hiding.gap(found, last.entity_id, last.period_id, away, of):
        words = t.near
    return words.format(mean=name, apart=difference(away, unit))


def _counted(found: Series, year: str) -> int:
    """Over how many provinces the mean of a year was taken."""
    return int(found.band.loc[found.band["period_id"] == year, "n"].iloc[0])


def _change(last: Any, valued: pd.DataFrame, found: Series, unit: str, hiding: Hiding, *, told: Sequence[str]) -> str:
    """Against the year before, or why not; nothing when that year has no value. Noise told of already is not again."""
    t = texts().trend
    if not pd.isna(last.change):
        before = str(int(last.period_id) - 1)
        hides = hiding.change(found, last.entity_id, (before, last.period_id), float(last.change))
        if hides is not None:
            change, least = fmt.signed(last.change), difference(hides.least, unit)
            if any(f"±{least}" in sentence for sentence in told):
                return t.hidden_again.format(change=f"{change} {unit_of_difference(unit)}", before=before)
            return t.hidden.format(change=f"{change} {unit_of_difference(unit)}", before=before, least=least)
        words = _direction(last.change, t.risen, t.fallen, t.unchanged)
        return words.format(change=difference(last.change, unit), before=before)
    pair = found.breaks[(found.breaks["period_after"] == last.period_id) & found.breaks["broken"]]
    if pair.empty or pair["period_before"].iloc[0] not in set(valued["period_id"]):
        return ""
    return t.incomparable.format(before=pair["period_before"].iloc[0], reason=fmt.inside(pair["reason"].iloc[0]))


def _stretch(last: Any, valued: pd.DataFrame, found: Series, unit: str, hiding: Hiding) -> str:
    """Over the whole unbroken stretch that ends now, when it is longer than the last step."""
    t = texts().trend
    run = valued[valued["segment"] == last.segment]
    if len(run) < _LONG_STRETCH:
        return ""
    exact = scaled(run["value"])
    moved = float(run["value"].iloc[-1] - run["value"].iloc[0]) if exact.iloc[-1] != exact.iloc[0] else 0.0
    words = _direction(moved, t.stretch_risen, t.stretch_fallen, t.stretch_unchanged)
    if hiding.change(found, last.entity_id, (run["period_id"].iloc[0], last.period_id), moved) is not None:
        words = t.stretch_hidden
    return words.format(start=run["period_id"].iloc[0], change=difference(moved, unit))


def _direction(moved: float, up: str, down: str, level: str) -> str:
    return level if moved == 0 else up if moved > 0 else down


def parts_finding(found: Mapping[str, Series], entity: str, hiding: Hiding = NOTHING_HIDES) -> str:
    """How many criteria of one entity rose, fell, or cannot be compared, in the latest year of any of them."""
    t = texts().trend
    rows = [one.history[one.history["entity_id"] == entity] for one in found.values()]
    held = [row for row in rows if not row.empty]
    if not held:
        return ""
    year = max(str(row["period_id"].max()) for row in held)
    changes = [_change_in(row, year) for row in rows]
    hidden = [
        change is not None and hiding.change(one, entity, (str(int(year) - 1), year), change) is not None
        for one, change in zip(found.values(), changes, strict=True)
    ]
    changes = [0.0 if hide else change for hide, change in zip(hidden, changes, strict=True)]
    counts = (
        (t.parts_risen, sum(change is not None and change > 0 for change in changes)),
        (t.parts_fallen, sum(change is not None and change < 0 for change in changes)),
        (t.parts_hidden, sum(hidden)),
        (t.parts_unchanged, sum(change == 0 for change in changes) - sum(hidden)),
        (t.parts_broken, sum(change is None for change in changes)),
    )
    told = listed([words.format(count=count) for words, count in counts if count])
    return t.parts_counted.format(name=str(held[0]["name"].iloc[0]), year=year, counts=told)


def _change_in(rows: pd.DataFrame, year: str) -> float | None:
    change = rows.loc[rows["period_id"] == year, "change"]
    return None if change.empty or pd.isna(change.iloc[0]) else float(change.iloc[0])
