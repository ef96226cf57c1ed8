"""The chart of the page Xu hướng: from a series to lines, band, targets and break marks."""

from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from cchc_metrics.charts.trend import BreakMark, trend_lines
from cchc_metrics.charts.trend_marks import NoteMark
from cchc_metrics.labels import named, official, texts
from cchc_metrics.metrics import trend
from cchc_metrics.model import ValueState
from cchc_metrics.services.indices.series import Series
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.views.kit.hues import hue
from cchc_metrics.views.kit.known import value_mark, value_marked
from cchc_metrics.views.kit.phrases import amount
from cchc_metrics.views.trend.words import standing_words

NATION = "VN"
DECIMALS = 2
# From so many lines on each has a small picture of its own.
SMALL_FROM = 4
_LINE = ["entity_id", "name", "period_id", "value", "segment", "hover", "mark"]


def years_of(period_ids: pd.Series) -> str:
    """``2011–2024``, or the one year there is."""
    first, last = str(period_ids.min()), str(period_ids.max())
    return first if first == last else f"{first}–{last}"


def drawn_periods(found: Series) -> pd.Series:
    """Every period the chart or its table shows something of, in no order, some twice."""
    periods: pd.Series = pd.concat([found.history["period_id"], found.band["period_id"], found.means["period_id"]])
    return periods


def mean_name(means: pd.DataFrame) -> str:
    """What the publisher calls its national mean, as the note beside the figure gives it."""
    # As the shipped notes have it, whatever language is spoken.
    prefix = official().trend.named_by
    found = (
        str(note).removeprefix(prefix).partition(". ")[0]
        for note in means["note"].dropna()
        if str(note).startswith(prefix)
    )
    return next(map(named, found), texts().common.nation)


def figure_of(
    desk: Desk,
    found: Series,
    unit: str,
    entities: Sequence[str],
    own: str,
    *,
    title: str,
    footer: str,
    estimates: pd.DataFrame | None = None,
    notes: Sequence[NoteMark] = (),
) -> tuple[tuple[str, go.Figure], ...]:
    """One picture with the lines of the entities in their order, or a small one for each from the fourth entity on.

    Each with the name of the entity it tells of, empty for one of all; none when no value is known. own: the one drawn
    in red. estimates: further rows for the chart (its columns, with estimate), drawn dashed and in red.
    """
    if found.history["value"].notna().sum() == 0:
        return ()
    lines = [_line(found, entity, unit) for entity in entities]
    if found.band.empty and not found.means.empty:
        lines.append(_mean_line(found, unit))
    reds = {own}
    if estimates is not None:
        lines = [line.assign(estimate=False) for line in lines] + [estimates]
        reds |= set(estimates["entity_id"])
    frame = pd.concat([line for line in lines if not line.empty], ignore_index=True)
    known = set(frame.dropna(subset=["value"])["entity_id"])
    shown = (
        [entity for entity in entities if entity in known] if len(known.intersection(entities)) >= SMALL_FROM else [""]
    )
    return tuple(
        (
            desk.catalogue.name_of(focus) if focus else "",
            trend_lines(
                frame,
                hue=hue(desk, found.index_code),
                unit=unit,
                decimals=DECIMALS,
                home=frozenset(reds),
                breaks=marks_of(found),
                band=_band(found),
                targets=_targets(found, entities),
                title=f"{title}: {desk.catalogue.name_of(focus)}" if focus else title,
                footer=footer,
                focus=focus,
                notes=notes,
            ),
        )
        for focus in shown
    )


def marks_of(found: Series) -> tuple[BreakMark, ...]:
    """Breaks between years that the chart shows."""
    shown = drawn_periods(found)
    first, last = shown.min(), shown.max()
    broken = found.breaks[found.breaks["broken"]]
    inside = broken[(broken["period_before"] >= first) & (broken["period_after"] <= last)]
    return tuple(
        BreakMark(before, after, reason)
        for before, after, reason in inside[["period_before", "period_after", "reason"]].itertuples(index=False)
    )


def _line(found: Series, entity: str, unit: str) -> pd.DataFrame:
    rows = found.history[found.history["entity_id"] == entity]
    t = texts().trend
    results: Iterable[Any] = rows.itertuples(index=False)
    hovers = [
        t.hover.format(
            name=row.name,
            year=row.period_id,
            value=value_marked(amount(row.value, unit), row.known),
            standing=standing_words(row),
        )
        for row in results
    ]
    return rows.assign(hover=hovers, mark=rows["known"].map(value_mark))[_LINE]


def _mean_line(found: Series, unit: str) -> pd.DataFrame:
    """Published national means as a line of their own; it stops at breaks like every other."""
    name = mean_name(found.means)
    points = found.means[["period_id", "value"]].assign(entity_id=NATION, state=ValueState.VALUE.value)
    points = trend.segments(points, found.breaks)
    hovers = [
        texts().trend.hover_mean.format(name=name, year=period_id, value=amount(value, unit))
        for period_id, value in zip(points["period_id"], points["value"], strict=True)
    ]
    return points.assign(name=name, hover=hovers, mark="")[_LINE]


def _band(found: Series) -> pd.DataFrame | None:
    if found.band.empty:
        return None
    points = found.band[["period_id", "mean"]].rename(columns={"mean": "value"})
    stretches = trend.segments(points.assign(entity_id=NATION, state=ValueState.VALUE.value), found.breaks)
    named = found.band.rename(columns={"q25": "low", "q75": "high"})
    return named.merge(stretches[["period_id", "segment"]], on="period_id")


def _targets(found: Series, entities: Sequence[str]) -> pd.DataFrame | None:
    """Targets of the first entity that has some: two provinces' targets in one chart could not be told apart."""
    for entity in entities:
        own = found.targets[found.targets["entity_id"] == entity]
        if not own.empty:
            return own.sort_values("period_id")
    return None
