"""The tables of the page Khoảng cách: every part against every yardstick, and the whole against them."""

from dataclasses import dataclass
from math import isnan
from typing import Any

import pandas as pd

from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import named, texts
from cchc_metrics.labels.format import listed
from cchc_metrics.model import ScoreKind
from cchc_metrics.model.rows import records
from cchc_metrics.schema import TOTAL
from cchc_metrics.services.indices.gaps import Gaps, against_all
from cchc_metrics.services.indices.results import Reference, published_means
from cchc_metrics.services.indices.yardsticks import BEST, MEAN, TARGET, Yardstick, name_of, ordered
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.views.gap.words import DECIMALS, best_marked, whole_framework
from cchc_metrics.views.kit.apart import near_best, near_mean, near_printed
from cchc_metrics.views.kit.known import value_marked
from cchc_metrics.views.kit.links import origin_link
from cchc_metrics.views.kit.phrases import amount, difference
from cchc_metrics.views.kit.pins import part_pin
from cchc_metrics.views.kit.shapes import Column, ColumnKind, Row, TableView

# Below the ninth decimal, which is as far as scores are kept; and the least that two decimals can show.
_NOTHING, _LEAST = 5e-10, 0.005
# What each part lost: the column of the table of parts.
_LOST = 3


@dataclass(frozen=True, slots=True)
class _Shown:
    """Which groups of columns have anything to show."""

    sums: bool
    target: bool
    best: bool
    mean: bool


def parts_table(desk: Desk, found: Gaps, yardstick: Yardstick, caption: str, *, adds_up: bool) -> TableView:
    """One row per part by the chosen distance, the sums below; sums only where every part is known.

    adds_up: whether the parts are counted in points; percentages have no sum row. A level that is not known for any
    part has no columns; the note below says so.
    """
    t = texts().gap
    shown = _Shown(adds_up, *(bool(found.parts[one.level].notna().any()) for one in (TARGET, BEST, MEAN)))
    # Shares of the few known parts of a longer list would read as shares of all.
    parts = found.parts if whole_framework(found) else found.parts.assign(share_of_lost=float("nan"))
    rows = [_part_row(desk, found, row, shown) for row in records(ordered(parts, yardstick))]
    rows += [_sum_row(found, shown)] if adds_up else []
    absent = [(shown.best, t.unknown_best), (shown.mean, t.unknown_mean)]
    notes = [words.format(reference=name_of(MEAN, found)) for known, words in absent if not known]
    columns = _part_columns(shown)
    return TableView(caption, columns, tuple(rows), footnote=". ".join([*notes, t.rounding_note]), main=_LOST)


def _part_columns(shown: _Shown) -> tuple[Column, ...]:
    t, number = texts().gap, ColumnKind.NUMBER
    target = (Column(t.target_header, number), Column(t.gap_header, number)) if shown.target else ()
    best = Column(t.best_header, number), Column(t.best_where), Column(t.gap_header, number)
    mean = Column(t.mean_header, number), Column(t.gap_header, number)
    return (
        Column(t.part, wide=True),
        Column(t.score, number),
        Column(t.maximum, number),
        Column(t.lost_header if shown.sums else t.short_header, number),
        Column(t.share_header, number),
        *target,
        *(best if shown.best else ()),
        *(mean if shown.mean else ()),
    )


def _part_row(desk: Desk, found: Gaps, row: Any, shown: _Shown) -> Row:
    best = row["best_entity_id"] if not pd.isna(row["best"]) else ()
    value = texts().common.missing if pd.isna(row["value"]) else fmt.number(row["value"], DECIMALS)
    share = row["share_of_lost"]
    where = listed([desk.catalogue.name_of(entity) for entity in best]) or fmt.MISSING
    cells = (
        str(row["name"]),
        value,
        fmt.plain(row["max_score"], DECIMALS),
        fmt.number(row["lost_points"], DECIMALS),
        fmt.percent(None if pd.isna(share) else share * 100, 1),
        *((fmt.number(row["target"], DECIMALS), _gap(row["to_target"])) if shown.target else ()),
        *((fmt.number(row["best"], DECIMALS), where, _gap(row["to_best"])) if shown.best else ()),
        *((fmt.number(row["peer_mean"], DECIMALS), _gap(row["to_peer_mean"])) if shown.mean else ()),
    )
    node = str(row["node_code"])
    link = origin_link(found.entity_id, found.index_code, node, found.period_id, found.score_kind)
    return Row(node, cells, links={} if pd.isna(row["value"]) else {1: link}, pin=part_pin(found.index_code, node))


def _gap(gap: float) -> str:
    """A distance; a word where there is none left."""
    return texts().gap.met if not pd.isna(gap) and gap == 0 else fmt.number(gap, DECIMALS)


def _sum_row(found: Gaps, shown: _Shown) -> Row:
    total, lost = found.total, found.total["lost_points"]
    closes = whole_framework(found) and lost > 0
    cells = (
        texts().gap.sum_row,
        fmt.number(total["value"], DECIMALS),
        fmt.plain(_rounded(total["max_score"]), DECIMALS),
        fmt.number(lost, DECIMALS),
        fmt.percent(100.0, 0) if closes and not pd.isna(lost) else fmt.MISSING,
        *(("", fmt.number(_sum(found, TARGET), DECIMALS)) if shown.target else ()),
        *(("", "", fmt.number(_sum(found, BEST), DECIMALS)) if shown.best else ()),
        *(("", fmt.number(_sum(found, MEAN), DECIMALS)) if shown.mean else ()),
    )
    return Row("sum", cells, total=True)


def _rounded(value: float) -> float | None:
    return None if pd.isna(value) else round(float(value), 6)


def _sum(found: Gaps, yardstick: Yardstick) -> float | None:
    """The distances together; None while one of them is unknown."""
    known = found.parts[yardstick.gap]
    return None if known.isna().any() else float(known.sum())


@dataclass(frozen=True, slots=True)
class _Level:
    """A line of the table of levels: value is NaN where the level is not known; quiet: noise may make the distance;
    shown: the value in words where it bears a mark."""

    key: str
    name: str
    value: float
    remark: str = ""
    quiet: bool = False
    shown: str = ""


def whole_table(desk: Desk, found: Gaps, unit: str, score_kind: str) -> TableView:
    """The criterion itself against every level that is known, and why where one is not."""
    t, whole = texts().gap, found.whole
    best = "" if pd.isna(whole["best"]) else best_marked(desk, found, whole, amount(whole["best"], unit))
    levels = (
        _Level("max", t.row_max, whole["max_score"]),
        _Level("best", t.row_best, whole["best"], _best_remark(desk, found), near_best(desk, found, whole), best),
        *_means(desk, found, score_kind),
        _Level("target", t.row_target, whole["target"], _target_remark(whole)),
    )
    caption = t.whole_caption.format(
        name=desk.catalogue.name_of(found.entity_id),
        index=found.index_code,
        period=fmt.period(found.period_id),
        node=found.parent.label,
        value=value_marked(amount(whole["value"], unit), found.known),
    )
    columns = (
        Column(t.yardstick),
        Column(t.level, ColumnKind.NUMBER),
        Column(t.distance, ColumnKind.NUMBER),
        Column(t.remark, wide=True),
    )
    rows = tuple(_level_row(level, float(whole["value"]), unit) for level in levels)
    return TableView(caption, columns, rows, main=1)


def _level_row(level: _Level, value: float, unit: str) -> Row:
    name = fmt.upper_first(level.name)
    if isnan(level.value):
        return Row(level.key, (name, fmt.MISSING, fmt.MISSING, level.remark))
    distance = _distance(float(level.value) - value, unit, quiet=level.quiet)
    return Row(level.key, (name, level.shown or amount(level.value, unit), distance, level.remark))


def _distance(gap: float, unit: str, *, quiet: bool) -> str:
    """How far a level lies from the result, in words; what rounds to nothing, or may be noise, says so."""
    t = texts().gap
    if abs(gap) < _NOTHING:
        return t.met
    if abs(gap) < _LEAST:
        return t.hardly.format(least=difference(_LEAST, unit, short=True))
    if quiet:
        return t.near.format(gap=difference(gap, unit, short=True))
    return (t.short if gap > 0 else t.above).format(gap=difference(gap, unit, short=True))


def _best_remark(desk: Desk, found: Gaps) -> str:
    whole = found.whole
    if pd.isna(whole["best"]):
        return _too_few(whole["n_scored"], found.population)
    return listed([desk.catalogue.name_of(entity) for entity in whole["best_entity_id"]])


def _too_few(known: float, of: int) -> str:
    return texts().gap.too_few.format(count=0 if pd.isna(known) else int(known), of=of)


def _target_remark(whole: pd.Series) -> str:
    return texts().gap.no_target_remark if pd.isna(whole["target"]) else ""


def _means(desk: Desk, found: Gaps, score_kind: str) -> list[_Level]:
    """Means of the group and of the country: computed where enough provinces are known, published where printed."""
    printed: tuple[Reference, ...] = ()
    if found.parent.code == TOTAL and score_kind == ScoreKind.PUBLISHED:
        entity = desk.catalogue.entity(found.entity_id)
        printed = published_means(desk, found.index_code, found.period_id, entity)
    levels = [_computed_mean(desk, found)] if found.peer_group else []
    nation = against_all(desk, found.question, found.entity_id, peers="")
    if not printed or not pd.isna(nation.whole["peer_mean"]):
        levels.append(_computed_mean(desk, nation))
    return [*levels, *(_printed(desk, found, mean) for mean in printed)]


def _printed(desk: Desk, found: Gaps, mean: Reference) -> _Level:
    quiet = near_printed(desk, found, found.whole, mean.value)
    return _Level(mean.name, mean.name, mean.value, texts().gap.as_published, quiet)


def _computed_mean(desk: Desk, found: Gaps) -> _Level:
    t = texts().gap
    name = t.row_mean.format(group=named(found.peer_group)) if found.peer_group else t.row_nation
    known, mean = found.whole["n"], found.whole["peer_mean"]
    if pd.isna(mean):
        remark = _too_few(known, found.peer_count)
    else:
        remark = t.computed_over.format(count=int(known), of=found.peer_count)
    return _Level(name, name, mean, remark + _unconfirmed(desk, found), near_mean(desk, found, found.whole))


def _unconfirmed(desk: Desk, found: Gaps) -> str:
    """Said where the list of a group's members has not been confirmed."""
    return "" if group_confirmed(desk, found) else f"; {texts().gap.note_unconfirmed}"


def group_confirmed(desk: Desk, found: Gaps) -> bool:
    """Whether every member of the peer group is known to belong to it; the whole country always is."""
    if not found.peer_group:
        return True
    era = desk.catalogue.entity(found.entity_id).era
    return all(desk.catalogue.entity(e).region_confirmed for e in desk.catalogue.members(found.peer_group, era))
