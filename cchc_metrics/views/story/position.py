"""The first two sentences: where the province stands, and how it moved."""

from collections.abc import Iterator

import pandas as pd

from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.metrics import trend
from cchc_metrics.metrics.exact import covers
from cchc_metrics.model import Drawn, Key, Picture, Slide, Strand, ValueState
from cchc_metrics.schema import TOTAL
from cchc_metrics.services.indices.lineage import pro_forma_series
from cchc_metrics.services.indices.panel import PUBLISHED
from cchc_metrics.services.indices.series import Series, series
from cchc_metrics.services.indices.sightings import NOT_TOLD, figure_known
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.views.kit.hues import hue
from cchc_metrics.views.kit.known import value_marked
from cchc_metrics.views.kit.phrases import amount, difference
from cchc_metrics.views.kit.result_card import moved
from cchc_metrics.views.kit.shapes import CardLink
from cchc_metrics.views.ranking.page import RankingFilters
from cchc_metrics.views.ranking.page import page as ranking
from cchc_metrics.views.story.subject import Subject, Told


def where(desk: Desk, about: Subject) -> Told:
    """Which place: the headline of the ranking, every province with a value as a dot."""
    t, asked, base = texts().story, about.asked, about.asked.base if about.way is not None else ""
    view = ranking(desk, RankingFilters(asked.index, asked.period, TOTAL, PUBLISHED, "", about.who, True, base))
    held = about.found.table[about.found.table["value"].notna()].sort_values("value", ascending=False, kind="stable")
    words = {"index": asked.index, "period": fmt.period(asked.period)}
    whole = covers(len(held), about.found.population, desk.office.settings.rank_coverage)
    picture = None
    if about.value is not None and len(held) > 1:
        own = held["entity_id"] == about.who
        values = [float(value) for value in held["value"]]
        picture = Picture(
            Drawn.DOTS,
            tuple(str(name) for name in held["name"]),
            (
                Strand(t.others, tuple(None if mine else v for v, mine in zip(values, own, strict=True))),
                Strand(about.name, tuple(v if mine else None for v, mine in zip(values, own, strict=True)), own=True),
            ),
            about.unit,
            hue(desk, asked.index),
        )
    rank = None if about.row is None else fmt.rank_of(about.row["rank"], about.row["n_ranked"])
    slide = Slide(
        title=view.title,
        lines=tuple(part for part in (view.finding,) if part),
        source=about.source(desk, note=view.source.note),
        picture=picture,
        caption=(t.where_caption if whole else t.where_few).format(**words),
        big=rank if rank and rank != fmt.MISSING else "",
    )
    query = {Key.INDEX: asked.index, Key.PERIOD: asked.period, Key.PROVINCE: about.who}
    return Told(slide, CardLink(t.trace, "xep-hang", query | ({Key.BASE: base} if base else {})))


def course(desk: Desk, about: Subject) -> Told:
    """How it moved: nothing that noise may make is called a rise or a fall, nothing is held against a broken year."""
    t, asked = texts().story, about.asked
    picture = _lines(desk, about)
    slide = Slide(
        title=_moved(desk, about),
        lines=tuple(_beside(desk, about)),
        source=about.source(desk),
        picture=picture,
        caption=t.course_caption.format(index=asked.index),
        big="" if about.value is None else amount(about.value, about.unit),
    )
    query = {Key.INDEX: asked.index, Key.PROVINCE: about.who}
    return Told(slide, CardLink(t.trace, "xu-huong", query))


def _moved(desk: Desk, about: Subject) -> str:
    t, row, found = texts().story, about.row, about.found
    known = figure_known(desk, about.asked.whole, about.who) if about.way is None else NOT_TOLD
    words = {"subject": about.words, "value": value_marked(amount(about.value, about.unit), known)}
    if row is None or about.value is None:
        return (t.withheld if row is None or pd.isna(row["rank"]) else t.nothing).format(**words)
    before = fmt.period(found.previous_period) if found.previous_period else ""
    if before and found.break_reason:
        return t.broken.format(before=before, **words)
    if not before or pd.isna(row["change"]):
        ranked = before and not pd.isna(row["places_gained"])
        return t.alone_ranked.format(before=before, **words) if ranked else t.alone.format(**words)
    change = float(row["change"])
    if about.quiet.score or about.quiet.unsure:
        sign = "+" if change > 0 else fmt.MINUS if change < 0 else ""
        return t.hidden.format(change=f"{sign}{difference(change, about.unit)}", before=before, **words)
    sentence = t.unchanged if change == 0 else t.risen if change > 0 else t.fallen
    return sentence.format(change=difference(change, about.unit), before=before, **words)


def _beside(desk: Desk, about: Subject) -> Iterator[str]:
    """The move in rank, and the middle of the country in the same year."""
    t, row, found = texts().story, about.row, about.found
    if row is not None and found.previous_period:
        quiet = about.quiet.rank or about.quiet.unsure
        words = moved(row, quiet=quiet)
        line = t.rank_line_quiet if quiet else t.rank_line
        if words:
            yield line.format(change=fmt.upper_first(words), before=fmt.period(found.previous_period))
        if found.break_reason:
            reason = fmt.inside(found.break_reason)
            yield t.broken_line.format(before=fmt.period(found.previous_period), reason=reason)
    held = found.table["value"].dropna()
    if about.value is not None and covers(len(held), found.population, desk.office.settings.rank_coverage):
        value = amount(float(held.median()), about.unit)
        yield t.median_line.format(period=fmt.period(found.period_id), value=value)


def _lines(desk: Desk, about: Subject) -> Picture | None:
    """The years up to the one told of; a stretch that may not be joined to the next is a line of its own."""
    t, asked = texts().story, about.asked
    if about.way is None:
        found = series(desk, asked.index, [about.who])
        history, band = found.history, _stretches(found)
    else:
        history = pro_forma_series(desk, asked.index, about.who, TOTAL, way=about.way).history
        band = pd.DataFrame({"period_id": [], "value": [], "segment": []})
    told = history[history["value"].notna() & (history["period_id"] <= asked.period)]
    middles = band[band["period_id"].isin(told["period_id"])]
    held = sorted(int(year) for year in told["period_id"])
    if len(held) < 2:
        return None
    years = [str(year) for year in range(held[0], held[-1] + 1)]
    strands = [Strand(t.median, _placed(part, years), dashed=True) for _, part in middles.groupby("segment", sort=True)]
    for _, part in told.groupby("segment", sort=True):
        strands.append(Strand(about.name, _placed(part, years), own=True, dashed=about.way is not None))
    return Picture(Drawn.LINES, tuple(years), tuple(strands), about.unit, hue(desk, asked.index))


def _stretches(found: Series) -> pd.DataFrame:
    """period_id, value, segment of the median; a stretch ends where years may not be compared."""
    points = found.band[["period_id", "median"]].rename(columns={"median": "value"})
    return trend.segments(points.assign(entity_id="VN", state=ValueState.VALUE.value), found.breaks)


def _placed(rows: pd.DataFrame, years: list[str]) -> tuple[float | None, ...]:
    held = {str(year): float(value) for year, value in zip(rows["period_id"], rows["value"], strict=True)}
    return tuple(held.get(year) for year in years)
