"""The third and fourth sentence: which parts moved the whole, and which are behind what others reach."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from cchc_metrics.errors import UnknownNameError
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.metrics.decomposition import Line
from cchc_metrics.metrics.ranking import RankSource
from cchc_metrics.model import Drawn, Key, Picture, Slide, Strand
from cchc_metrics.services.indices.gaps import Gaps, against_all
from cchc_metrics.services.indices.standing_on_base import standing_on
from cchc_metrics.services.indices.why import why
from cchc_metrics.services.indices.why_facts import WhyQuestion
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.question import Question
from cchc_metrics.views.kit.apart import near_best
from cchc_metrics.views.kit.hues import hue
from cchc_metrics.views.kit.phrases import difference, unit_of_difference
from cchc_metrics.views.kit.shapes import CardLink
from cchc_metrics.views.story.subject import Subject, Told

# Bars of one picture; more cannot be read from the last row of a hall.
_MOST = 8


def moved(desk: Desk, about: Subject) -> Told:
    """The parts that rose and fell clearly; where years do not compare, where each part stands."""
    t, asked, found = texts().story, about.asked, about.found
    parts = _changes(desk, about)
    if parts.empty:
        return _standing(desk, about)
    before, clear = fmt.period(str(found.previous_period)), parts[~parts["hidden"] & (parts["delta"] != 0)]
    unit = unit_of_difference(_part_unit(desk, about))
    words = {"before": before}
    up, down = clear[clear["delta"] > 0], clear[clear["delta"] < 0]
    if len(up):
        words |= {"up": up.iloc[-1]["name"], "rise": f"{fmt.signed(up.iloc[-1]['delta'])} {unit}"}
    if len(down):
        words |= {"down": down.iloc[0]["name"], "fall": f"{fmt.signed(down.iloc[0]['delta'])} {unit}"}
    sentence = {
        (True, True): t.parts_both,
        (True, False): t.parts_up,
        (False, True): t.parts_down,
        (False, False): t.parts_quiet,
    }[bool(len(up)), bool(len(down))]
    shown = parts.iloc[::-1].head(_MOST)
    picture = _bars(desk, about, shown["name"], shown["delta"], quiet=shown["hidden"], unit=unit, signed=True)
    caption = t.parts_caption.format(before=before, period=fmt.period(asked.period))
    slide = Slide(sentence.format(**words), (), about.source(desk), picture, caption)
    query = {Key.INDEX: asked.index, Key.PROVINCE: about.who, Key.PERIOD: asked.period}
    return Told(slide, CardLink(t.trace, "bien-dong", query | {Key.FROM_YEAR: str(found.previous_period)}))


def _changes(desk: Desk, about: Subject) -> pd.DataFrame:
    """name, delta, hidden of the parts whose years compare, the largest fall first; none of estimates."""
    before = about.found.previous_period
    if about.way is not None or before is None:
        return pd.DataFrame()
    told = why(desk, WhyQuestion(about.asked.index, about.who, before, about.asked.period)).parts
    if told.empty:
        return told
    return told[(told["line"] == Line.PART) & told["delta"].notna()].sort_values("delta", kind="stable")


def _part_unit(desk: Desk, about: Subject) -> str:
    nodes = desk.catalogue.children(about.asked.index, about.asked.period)
    return nodes[0].unit if nodes else about.unit


def _standing(desk: Desk, about: Subject) -> Told:
    """Where each part stands: the share of provinces behind it."""
    t, asked = texts().story, about.asked
    query = {Key.INDEX: asked.index, Key.PERIOD: asked.period, Key.PROVINCE: about.who}
    trace = CardLink(t.trace, "xep-hang", query | ({Key.BASE: asked.base} if about.way is not None else {}))
    ranked = [(node.name, row) for node, row in _part_rows(desk, about) if not pd.isna(row["rank"])]
    if not ranked:
        slide = Slide(t.parts_none.format(subject=about.words), (t.parts_next,), about.source(desk))
        return Told(slide, trace)
    ranked.sort(key=lambda pair: (int(pair[1]["rank"]), pair[0]))
    (high, first), (low, last) = ranked[0], ranked[-1]
    ranks = [fmt.rank_of(row["rank"], row["n_ranked"]) for row in (first, last)]
    sentence = t.standing_one if first["rank"] == last["rank"] else t.standing
    title = sentence.format(
        subject=about.words, high=high, high_rank=ranks[0], low=low, low_rank=ranks[1], rank=ranks[0]
    )
    shares = [100.0 * (int(row["n_ranked"]) - int(row["rank"])) / max(int(row["n_ranked"]) - 1, 1) for _, row in ranked]
    how = {str(row["rank_source"]) for _, row in ranked}
    printed = t.standing_printed if how == {RankSource.PUBLISHED} else t.standing_both
    lines = [t.standing_line if how == {RankSource.COMPUTED} else printed]
    if about.found.previous_period and about.way is None:
        before = fmt.period(about.found.previous_period)
        lines.append(t.incomparable.format(before=before, period=fmt.period(asked.period)))
    quiet = [False] * min(len(ranked), _MOST)
    names = [name for name, _ in ranked[:_MOST]]
    picture = _bars(desk, about, names, shares[:_MOST], quiet=quiet, unit=t.standing_unit, decimals=0)
    return Told(Slide(title, tuple(lines), about.source(desk), picture, t.standing_caption), trace)


def _part_rows(desk: Desk, about: Subject) -> list[tuple[Any, pd.Series]]:
    """The direct parts with the province's row of each one's ranking."""
    asked, found = about.asked, []
    for node in desk.catalogue.children(asked.index, asked.period):
        try:
            held, _ = standing_on(desk, Question(asked.index, asked.period, node.code), base=asked.base, method="")
        except UnknownNameError:
            continue
        row = held.row(about.who)
        if row is not None:
            found.append((node, row))
    return found


def behind(desk: Desk, about: Subject, worth: str) -> Told:
    """The parts furthest behind the best province; where nobody can say who that is, those that lose most.

    worth: what is worth doing first, in a sentence; empty where nobody can say.
    """
    t, asked = texts().story, about.asked
    query = {Key.INDEX: asked.index, Key.PERIOD: asked.period, Key.PROVINCE: about.who}
    lines = tuple(line for line in (worth,) if line)
    if about.way is not None:
        return Told(_estimated_behind(desk, about, lines), CardLink(t.trace, "sap-xep-tinh", query))
    gaps = against_all(desk, asked.whole, about.who)
    trace = CardLink(t.trace, "khoang-cach", query)
    known = gaps.parts[gaps.parts["value"].notna()] if len(gaps.parts) else gaps.parts
    if known.empty:
        title = t.behind_unknown.format(subject=about.words)
        return Told(Slide(title, (t.parts_next, *lines), about.source(desk)), trace)
    if known["to_best"].isna().any():
        return Told(_lost(desk, about, gaps, lines), trace)
    rows = known.sort_values(["to_best", "node_code"], ascending=[False, True])
    leaders = [fmt.listed([desk.catalogue.name_of(one) for one in names]) for names in rows["best_entity_id"]]
    near = [near_best(desk, gaps, row) or row["to_best"] <= 0 for _, row in rows.iterrows()]
    table = rows.assign(best_name=leaders, near=near)
    return Told(_gap_slide(desk, about, table, lines, about.source(desk, gaps.sources)), trace)


def _gap_slide(desk: Desk, about: Subject, rows: pd.DataFrame, lines: Sequence[str], source: str) -> Slide:
    """rows: name, to_best, best_name, near (noise alone may make it); the widest gap first."""
    t, unit = texts().story, _part_unit(desk, about)
    ahead = rows[~rows["near"]]
    title = t.behind_none.format(subject=about.words)
    if len(ahead):
        first = ahead.iloc[0]
        gap = difference(first["to_best"], unit)
        title = t.behind.format(part=first["name"], gap=gap, best=first["best_name"])
    shown = rows[rows["to_best"] > 0].head(_MOST)
    names = [
        t.behind_part.format(part=part, best=best) for part, best in zip(shown["name"], shown["best_name"], strict=True)
    ]
    picture = _bars(desk, about, names, shown["to_best"], quiet=shown["near"], unit=unit_of_difference(unit))
    return Slide(title, tuple(lines), source, picture, t.behind_caption)


def _lost(desk: Desk, about: Subject, gaps: Gaps, lines: Sequence[str]) -> Slide:
    t, unit = texts().story, _part_unit(desk, about)
    rows = gaps.parts[gaps.parts["lost_points"].notna()].head(_MOST)
    if rows.empty:
        title = t.behind_unknown.format(subject=about.words)
        return Slide(title, (t.parts_next, *lines), about.source(desk))
    first = rows.iloc[0]
    title = t.lost.format(part=first["name"], lost=difference(first["lost_points"], unit))
    quiet = [False] * len(rows)
    picture = _bars(desk, about, rows["name"], rows["lost_points"], quiet=quiet, unit=unit_of_difference(unit))
    return Slide(title, (t.lost_line, *lines), about.source(desk, gaps.sources), picture, t.lost_caption)


def _estimated_behind(desk: Desk, about: Subject, lines: Sequence[str]) -> Slide:
    """Of estimates: against the highest estimate of each part; their noise is not known part by part."""
    asked, rows = about.asked, []
    for node in desk.catalogue.children(asked.index, asked.period):
        try:
            held, _ = standing_on(desk, Question(asked.index, asked.period, node.code), base=asked.base, method="")
        except UnknownNameError:
            continue
        own, told = held.row(about.who), held.table[held.table["value"].notna()]
        if own is not None and not pd.isna(own["value"]) and not pd.isna(own["rank"]):
            best = told.sort_values("value").iloc[-1]
            gap = float(best["value"]) - float(own["value"])
            rows.append({"name": node.name, "to_best": gap, "best_name": best["name"], "near": gap <= 0})
    if not rows:
        title = texts().story.behind_unknown.format(subject=about.words)
        return Slide(title, (texts().story.parts_next, *lines), about.source(desk))
    lines = (texts().story.behind_estimated, *lines)
    table = pd.DataFrame(rows).sort_values("to_best", ascending=False, kind="stable")
    return _gap_slide(desk, about, table, lines, about.source(desk))


def _bars(
    desk: Desk,
    about: Subject,
    names: Sequence[str] | pd.Series,
    values: Sequence[float] | pd.Series,
    *,
    quiet: Sequence[bool] | pd.Series,
    unit: str,
    signed: bool = False,
    decimals: int = 2,
) -> Picture | None:
    """A bar for each; those that noise may make in a strand of their own, told apart by name and colour."""
    t, told = texts().story, list(zip(map(float, values), map(bool, quiet), strict=True))
    if not told:
        return None
    parted = any(hides for _, hides in told)
    strands = [Strand(t.clear if parted else unit, tuple(None if hides else value for value, hides in told), own=True)]
    if parted:
        strands.append(Strand(t.quiet, tuple(value if hides else None for value, hides in told)))
    color = hue(desk, about.asked.index)
    return Picture(Drawn.BARS, tuple(map(str, names)), tuple(strands), unit, color, signed, decimals)
