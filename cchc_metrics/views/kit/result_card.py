"""A result as a card in the leaders' grammar: value, group, rank, places gained, target, distance, small trend."""

import pandas as pd

from cchc_metrics.charts import theme
from cchc_metrics.charts.sparkline import sparkline_svg
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import named, texts
from cchc_metrics.labels.format import listed
from cchc_metrics.model import Key
from cchc_metrics.services.indices.results import Result
from cchc_metrics.services.indices.series import lines_of
from cchc_metrics.services.indices.sightings import ranges_of
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.names import EntityInfo
from cchc_metrics.services.office.units import PERCENT
from cchc_metrics.views.kit.apart import near_best
from cchc_metrics.views.kit.hues import hue
from cchc_metrics.views.kit.known import marked_by_rank, marked_by_value, range_words, rank_marked, value_marked
from cchc_metrics.views.kit.links import origin_link
from cchc_metrics.views.kit.phrases import amount, difference
from cchc_metrics.views.kit.shapes import Badge, BadgeKind, CardLink, StatCard
from cchc_metrics.views.kit.target_words import target_badge, target_words

_QUARTILES = (BadgeKind.QUARTILE_1, BadgeKind.QUARTILE_2, BadgeKind.QUARTILE_3, BadgeKind.QUARTILE_4)


def card(desk: Desk, result: Result) -> StatCard:
    """The card of a result."""
    found, value = result.standing, result.value
    unit, limit = found.node.unit, found.node.max_score
    sparkline, alt = _trend(desk, result)
    facts, change = facts_of(result), _since(result)
    known = result.known
    shown = {"value": value_marked(amount(value, unit), known), "unit": ""}
    if value is None:
        rank = rank_marked(fmt.rank_of(result.rank, result.row["n_ranked"]), known)
        shown = {"value": rank, "unit": texts().overview.rank_unit}
    elif unit != PERCENT:
        shown = {"value": fmt.number(value), "unit": value_marked(unit, known)}
        shown["maximum"] = f"/{fmt.plain(limit, 2)}" if limit else ""
    return StatCard(
        hue=hue(desk, found.index_code),
        heading=texts().overview.heading.format(index=found.index_code, period=fmt.period(found.period_id)),
        entity=result.entity.name,
        facts=facts,
        badges=_badges(desk, result),
        sparkline=sparkline,
        sparkline_alt=alt,
        target=_target_line(desk, result),
        home=result.entity.id in desk.catalogue.ours(),
        links=_links(result),
        origin=_origin(result),
        fact_links={facts.index(change): _why(result)} if change else {},
        target_link=_course(result),
        **shown,
    )


def empty_card(desk: Desk, entity: EntityInfo, index_code: str) -> StatCard:
    """The card of an index on which nothing was published for this province."""
    t, ranges = texts().overview, ranges_of(desk, index_code, entity.id)
    told = [t.empty_range.format(period=fmt.period(p), range=range_words(one)) for p, one in ranges.items()]
    return StatCard(
        hue=hue(desk, index_code),
        heading=index_code,
        entity=entity.name,
        empty=told[0] if told else t.empty_card,
        home=entity.id in desk.catalogue.ours(),
        links=(CardLink(t.to_ranking, "xep-hang", {Key.INDEX: index_code}),),
    )


def facts_of(result: Result) -> tuple[str, ...]:
    """Ranks in the region and the country, then what changed since the period before, or why nobody can say."""
    t, row = texts().overview, result.row
    lines = [t.value_missing] if result.value is None else []
    lines += [_ranks(result)] if result.rank is not None and result.value is not None else []
    if row["rank_source"] == "computed":
        lines.append(texts().common.computed_rank)
    previous, change = result.standing.previous_period, _since(result)
    if change:
        lines.append(change)
    if previous and not change and pd.isna(row["previous_value"]):
        lines.append(t.no_previous.format(period=fmt.period(previous)))
    if previous and result.standing.break_reason and not pd.isna(row["previous_value"]):
        lines.append(t.no_change.format(period=fmt.period(previous), reason=result.standing.break_reason))
    ranged = [period for period in result.later if period in result.ranges]
    lines += [t.empty_range.format(period=p, range=range_words(result.ranges[p])) for p in map(str, ranged)]
    silent = tuple(period for period in result.later if period not in result.ranges)
    if silent:
        lines.append(t.later_missing.format(period=_years(silent)))
    return tuple(lines)


def _since(result: Result) -> str:
    """What changed since the period before; empty where nobody can say."""
    previous, quiet, t = result.standing.previous_period, result.quiet, texts().overview
    sides = (result.known_before, result.known)
    places = marked_by_rank(moved(result.row, quiet=quiet.rank or quiet.unsure), *sides)
    change = marked_by_value(_change(result), *sides)
    changes = " · ".join(words for words in (places, change) if words)
    if not previous or not changes:
        return ""
    if quiet.rank and not quiet.score and change:
        return t.since_rank_hidden.format(change=change, places=places, period=fmt.period(previous))
    words = t.since_hidden if quiet.rank or quiet.score else t.since
    return words.format(changes=changes, period=fmt.period(previous))


def _years(newest_first: tuple[str, ...]) -> str:
    first, last = fmt.period(newest_first[-1]), fmt.period(newest_first[0])
    if first == last:
        return first
    if int(newest_first[0]) - int(newest_first[-1]) >= len(newest_first):
        return listed([fmt.period(period) for period in reversed(newest_first)])
    return texts().overview.years.format(first=first, last=last)


def _ranks(result: Result) -> str:
    t = texts().common
    rank = rank_marked(fmt.rank_of(result.rank, result.row["n_ranked"]), result.known)
    nation = t.rank_in_nation.format(rank=rank)
    peers = result.peers
    if peers is None:
        return texts().overview.rank_first.format(rank=nation)
    if peers.rank is None:
        return texts().overview.rank_region_unknown.format(nation=nation)
    region = t.rank_in_region.format(rank=fmt.rank_of(peers.rank, peers.count), region=named(peers.group))
    return f"{texts().overview.rank_first.format(rank=region)} · {nation}"


def moved(row: pd.Series, *, quiet: bool) -> str:
    """ "tăng 12 bậc", "giảm 3 bậc", "giữ nguyên hạng"; empty where ranks do not compare.

    quiet: noise alone may well make the move: then only the two ranks, "hạng 26 → 14". row: of a standing's table.
    """
    t, places = texts().common, row["places_gained"]
    if pd.isna(places):
        return ""
    if quiet:
        return t.places_quiet.format(before=fmt.integer(row["previous_rank"]), after=fmt.integer(row["rank"]))
    if places == 0:
        return t.places_same
    return (t.places_up if places > 0 else t.places_down).format(places=abs(int(places)))


def _change(result: Result) -> str:
    change, unit = result.row["change"], result.standing.node.unit
    if pd.isna(change):
        return ""
    words = texts().services.percentage_points if unit == PERCENT else unit
    return texts().overview.change.format(change=fmt.signed(change), unit=words)


def _badges(desk: Desk, result: Result) -> tuple[Badge, ...]:
    """The group, whether the region is confirmed, and whether the year's targets were met."""
    t = texts().overview
    marks = []
    if result.quartile:
        marks.append(Badge(_QUARTILES[result.quartile - 1]))
    label = result.grouping.label(result.value)
    if label:
        marks.append(Badge(BadgeKind.NOTE, t.group_badge.format(group=label), _group_help(result, label)))
    if result.peers and result.peers.rank is not None and not result.peers.confirmed:
        marks.append(Badge(BadgeKind.UNCONFIRMED, help=t.unconfirmed_help))
    status = target_badge(desk, result)
    return tuple([*marks, status] if status else marks)


def _group_help(result: Result, label: str) -> str:
    t, bounds = texts().overview, result.grouping.bounds
    place = [name for name, _ in bounds].index(label)
    low = fmt.plain(bounds[place][1], 2)
    if place == 0:
        return t.group_help_top.format(low=low)
    return t.group_help_middle.format(low=low, high=fmt.plain(bounds[place - 1][1], 2))


def _target_line(desk: Desk, result: Result) -> str:
    """What is aimed at and how far it is; the distance to the leader beside it."""
    t = texts().overview
    target = target_words(desk, result)
    gap, unit = result.gaps.whole["to_best"], result.standing.node.unit
    if pd.isna(gap):
        return target
    words = t.near_best if near_best(desk, result.gaps, result.gaps.whole) else t.to_best
    away = words.format(gap=difference(gap, unit)) if gap > 0 else t.best_is_own
    return f"{target} · {away}"


def _origin(result: Result) -> CardLink | None:
    """Where the value leads; None where there is no value."""
    found = result.standing
    if result.value is None:
        return None
    return origin_link(result.entity.id, found.index_code, found.node.code, found.period_id, found.score_kind)


def _links(result: Result) -> tuple[CardLink, ...]:
    t, found = texts().overview, result.standing
    index = {Key.INDEX: found.index_code}
    year, own = {Key.PERIOD: found.period_id}, {Key.PROVINCE: result.entity.id}
    return (
        CardLink(t.to_ranking, "xep-hang", index | year | own),
        CardLink(t.to_trend, "xu-huong", index | own),
        CardLink(t.to_gap, "khoang-cach", index | year | own),
        CardLink(t.to_lost, "diem-chua-dat", index | year | own),
        CardLink(t.to_scenario, "kich-ban", index | year | own),
        CardLink(t.to_atlas, "ban-do", index | year),
    )


def _why(result: Result) -> CardLink:
    """From a change to what it is made of."""
    found = result.standing
    years = {Key.PERIOD: found.period_id} | ({Key.FROM_YEAR: found.previous_period} if found.previous_period else {})
    query = {Key.INDEX: found.index_code, Key.PROVINCE: result.entity.id} | years
    return CardLink(texts().overview.to_why, "bien-dong", query)


def _course(result: Result) -> CardLink:
    """From a target, or from its absence, to whether it is on course."""
    query = {Key.INDEX: result.standing.index_code, Key.PROVINCE: result.entity.id}
    return CardLink(texts().overview.to_course, "lo-trinh", query)


def _trend(desk: Desk, result: Result) -> tuple[str, str]:
    """The small trend and its words; nothing where fewer than two years are known."""
    found = result.standing
    line = lines_of(desk, found.index_code).get(result.entity.id, ())
    if len(line) < 2:
        return "", ""
    own = result.entity.id in desk.catalogue.ours()
    color = theme.HOME if own else hue(desk, found.index_code)
    drawn = sparkline_svg(
        {point.year: point.value for point in line}, {point.year: point.segment for point in line}, color
    )
    words = texts().overview.trend_alt.format(
        index=found.index_code,
        first=line[0].year,
        last=line[-1].year,
        low=amount(line[0].value, found.node.unit),
        high=amount(line[-1].value, found.node.unit),
    )
    return drawn, words
