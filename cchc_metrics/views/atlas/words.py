"""What the map says in sentences: title, finding, hovers, legend."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from cchc_metrics.charts import theme
from cchc_metrics.charts.atlas import LegendLine, blend
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import named, texts
from cchc_metrics.labels.format import listed
from cchc_metrics.metrics.ranking import RankSource
from cchc_metrics.model import ValueState
from cchc_metrics.model.rows import records
from cchc_metrics.schema import TOTAL
from cchc_metrics.services.indices.country import AtlasRows
from cchc_metrics.services.indices.lineage import BEFORE
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.units import PERCENT
from cchc_metrics.views.kit.estimates import estimated, way_in_words
from cchc_metrics.views.kit.known import range_words, rank_marked, value_marked
from cchc_metrics.views.kit.phrases import amount, difference, quartile_name, sentence

GROUP, VALUE, CHANGE = "nhom", "diem", "thay-doi"
_NAMED = 4


def subject(found: AtlasRows) -> str:
    """``PAPI 2024``, with the part where it is not the total."""
    t = texts().atlas
    period = fmt.period(found.period_id)
    if found.node.code == TOTAL:
        return t.subject_total.format(index=found.index_code, period=period)
    return t.subject_part.format(index=found.index_code, period=period, node=found.node.label)


def group_name(row: Any) -> str:
    """The group of one province as it stands inside a sentence; empty without one."""
    if not pd.isna(row["quartile"]):
        return quartile_name(int(row["quartile"]))
    return texts().atlas.bounded_group.format(group=row["group"]) if row["group"] else ""


def headline(found: AtlasRows, row: Any | None, unit: str) -> str:
    """Where we stand, on which map."""
    t = texts().atlas
    if row is None or (pd.isna(row["value"]) and pd.isna(row["rank"])):
        return t.title_plain.format(subject=subject(found), base=base_name(found))
    told = [value_words(row, unit) if not pd.isna(row["value"]) else "", group_name(row)]
    told += [rank_words(row)]
    words = t.title_estimate if row["estimate"] else t.title
    return words.format(subject=subject(found), name=row["name"], told=", ".join(part for part in told if part))


def rank_words(row: Any) -> str:
    """The rank with its count, and who gave it; empty without one."""
    if pd.isna(row["rank"]):
        return ""
    t = texts().atlas
    words = t.rank_computed if row["rank_source"] == RankSource.COMPUTED else t.rank
    return words.format(rank=rank_marked(fmt.rank_of(row["rank"], row["n_ranked"]), row["known"]))


def value_words(row: Any, unit: str) -> str:
    """The value: an estimate with its range, a published one with the mark of how it is known."""
    return value_marked(estimated(row, unit), row["known"])


def base_name(found: AtlasRows) -> str:
    """ "63 tỉnh, thành phố" or "34 tỉnh, thành phố"."""
    return texts().atlas.base.format(count=found.base)


def finding(desk: Desk, found: AtlasRows, show: str, unit: str) -> str:
    """One thing the map shows, and who is not on it."""
    first = {GROUP: _groups_said, VALUE: _reach_said, CHANGE: _moves_said}[show](desk, found, unit)
    return " ".join(part for part in (first, _absent_said(found), _estimate_said(found)) if part)


def _groups_said(desk: Desk, found: AtlasRows, _unit: str) -> str:
    """How many stand in the first group, and the region that has most of them; regions of 34 are unconfirmed."""
    t = texts().atlas
    best = found.rows[found.rows["quartile"].eq(1).fillna(value=False).astype(bool)]
    if best.empty:
        counts = found.rows.loc[found.rows["group"] != "", "group"].value_counts()
        told = sentence([t.in_group.format(group=label, count=int(counts[label])) for label in sorted(counts.index)])
        return fmt.upper_first(told)
    if found.base != BEFORE:
        return sentence([t.best_group.format(count=len(best))])
    regions = pd.Series([desk.catalogue.entity(one).region for one in best["entity_id"]]).value_counts()
    top = str(regions.index[0])
    members = len([p for p in desk.catalogue.provinces(found.base) if p.region == top])
    return sentence(
        [t.best_group_region.format(count=len(best), region=named(top), here=int(regions.iloc[0]), members=members)]
    )


def _reach_said(_desk: Desk, found: AtlasRows, unit: str) -> str:
    rows = found.rows[found.rows["value"].notna()]
    if len(rows) <= 1:
        only = [texts().atlas.only.format(name=row["name"], value=estimated(row, unit)) for row in records(rows)]
        return "".join(only)
    high, low = rows.iloc[int(rows["value"].argmax())], rows.iloc[int(rows["value"].argmin())]
    return texts().atlas.reach.format(
        high=high["name"],
        high_value=estimated(high, unit),
        low=low["name"],
        low_value=estimated(low, unit),
        count=len(rows),
    )


def _moves_said(_desk: Desk, found: AtlasRows, unit: str) -> str:
    rows = found.rows[found.rows["change"].notna()]
    if rows.empty or found.previous_period is None:
        return ""
    told = rows[~rows["hidden"]]
    risen = told[told["change"] > 0].sort_values("change", kind="stable")
    words = texts().atlas.moves_none if risen.empty else texts().atlas.moves
    return words.format(
        period=fmt.period(found.previous_period),
        up=len(risen),
        down=int((told["change"] < 0).sum()),
        hidden=_hidden_said(int(rows["hidden"].sum())),
        name="" if risen.empty else risen["name"].iloc[-1],
        change="" if risen.empty else difference(risen["change"].iloc[-1], unit),
    )


def _hidden_said(count: int) -> str:
    return texts().atlas.moves_hidden.format(count=count) if count else ""


def _absent_said(found: AtlasRows) -> str:
    t = texts().atlas
    names = [str(name) for name in found.rows.loc[found.rows["value"].isna(), "name"]]
    if not names:
        return ""
    if len(names) > _NAMED:
        return t.absent_many.format(count=len(names), total=len(found.rows))
    return t.absent_few.format(names=listed(names))


def _estimate_said(found: AtlasRows) -> str:
    return texts().atlas.estimated.format(way=way_in_words(found.way)) if found.way is not None else ""


def hover(found: AtlasRows, row: Any, unit: str) -> str:
    """A province in one sentence."""
    t = texts().atlas
    if pd.isna(row["value"]) and pd.isna(row["rank"]):
        state = texts().common.exempt if row["state"] == ValueState.EXEMPT else t.nothing
        state = range_words(row["known"]) or state
        return t.hover.format(name=row["name"], subject=subject(found), told=state)
    told = [value_words(row, unit) if not pd.isna(row["value"]) else texts().common.missing]
    told += [group_name(row)]
    told += [rank_words(row)]
    told += [change_words(found, row, unit)]
    told += [texts().lineage.not_published.lower()] if row["estimate"] and not pd.isna(row["value"]) else []
    return t.hover.format(name=row["name"], subject=subject(found), told="; ".join(part for part in told if part))


def change_words(found: AtlasRows, row: Any, unit: str) -> str:
    """Against the period before, where it may be told."""
    t = texts().atlas
    if pd.isna(row["change"]) or found.previous_period is None:
        return ""
    words = t.level if row["change"] == 0 else t.risen if row["change"] > 0 else t.fallen
    if row["hidden"]:
        return t.moved_hidden.format(change=_signed(row["change"], unit), period=fmt.period(found.previous_period))
    return words.format(change=difference(row["change"], unit), period=fmt.period(found.previous_period))


def legend(found: AtlasRows, show: str, labels: Sequence[str], unit: str) -> tuple[LegendLine, ...]:
    """Each colour with its meaning and, for groups, how many; the hatching where it is used."""
    lines = {GROUP: _group_lines, VALUE: _value_lines, CHANGE: _change_lines}[show](found, labels, unit)
    column = "change" if show == CHANGE else "value"
    absent = int(found.rows[column].isna().sum())
    if not absent:
        return tuple(lines)
    t = texts().atlas
    words = t.legend_not_compared if show == CHANGE else t.legend_missing
    return (*lines, LegendLine(None, words.format(count=absent)))


def _group_lines(found: AtlasRows, labels: Sequence[str], _unit: str) -> list[LegendLine]:
    t = texts().atlas
    rows, common = found.rows, texts().common
    if rows["quartile"].notna().any():
        names = (common.quartile_1, common.quartile_2, common.quartile_3, common.quartile_4)
        counts = [int((rows["quartile"] == number).sum()) for number in (1, 2, 3, 4)]
        return [
            LegendLine(color, t.legend_count.format(name=name, count=count))
            for color, name, count in zip(theme.QUARTILES, names, counts, strict=True)
        ]
    below = int((rows["value"].notna() & (rows["group"] == "")).sum())
    counts = [int((rows["group"] == label).sum()) for label in labels]
    lines = [
        LegendLine(theme.QUARTILES[min(place, 3)], t.legend_bounded.format(group=label, count=count))
        for place, (label, count) in enumerate(zip(labels, counts, strict=True))
    ]
    return [*lines, LegendLine(theme.QUARTILES[3], t.legend_below.format(count=below))] if below else lines


def _value_lines(found: AtlasRows, _labels: Sequence[str], unit: str) -> list[LegendLine]:
    t, values = texts().atlas, found.rows["value"].dropna()
    if values.empty:
        return []
    high, low = float(values.max()), float(values.min())
    told = (
        (1.0, t.legend_high.format(value=amount(high, unit))),
        (0.5, t.legend_middle.format(value=amount((high + low) / 2, unit))),
        (0.0, t.legend_low.format(value=amount(low, unit))),
    )
    return [LegendLine(blend(share), words) for share, words in told]


def _change_lines(found: AtlasRows, _labels: Sequence[str], unit: str) -> list[LegendLine]:
    t, rows = texts().atlas, found.rows[found.rows["change"].notna()]
    if rows.empty:
        return [LegendLine(blend(0.0), t.legend_level)]
    high, low = (rows.iloc[int(end)] for end in (rows["change"].argmax(), rows["change"].argmin()))
    lines = []
    if high["change"] > 0:
        words = t.legend_up_hidden if high["hidden"] else t.legend_up
        lines.append(LegendLine(blend(1.0), words.format(change=_signed(float(high["change"]), unit))))
    lines.append(LegendLine(blend(0.0), t.legend_level))
    if low["change"] < 0:
        words = t.legend_down_hidden if low["hidden"] else t.legend_down
        lines.append(LegendLine(blend(1.0, falling=True), words.format(change=_signed(float(low["change"]), unit))))
    return lines


def _signed(change: float, unit: str) -> str:
    return f"{fmt.signed(change)}{' ' if unit != PERCENT else ''}{unit}"
