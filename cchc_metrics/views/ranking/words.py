"""The sentences of a ranking: what it says of our province, of its neighbours, of what is not known."""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import named, texts
from cchc_metrics.labels.format import listed
from cchc_metrics.metrics.lineage import Method
from cchc_metrics.model import ScoreKind
from cchc_metrics.model.rows import records
from cchc_metrics.schema import SCORE_KINDS, TOTAL
from cchc_metrics.services.indices.selection import Selection
from cchc_metrics.services.indices.sightings import NOT_TOLD
from cchc_metrics.services.office.units import PERCENT
from cchc_metrics.views.kit.estimates import estimated, span, way_in_words
from cchc_metrics.views.kit.known import marked as marked_figure
from cchc_metrics.views.kit.known import marked_by_rank, marked_by_value, of_rank, range_words, value_marked
from cchc_metrics.views.kit.phrases import amount, difference, quartile_name
from cchc_metrics.views.kit.result_card import moved
from cchc_metrics.views.ranking.question import RankingQuestion

_COMPUTED = "computed"
ESTIMATE_MARK = "*"


def subject(asked: RankingQuestion) -> str:
    """ "PAPI 2024", "PAPI 2024, D8. Quản trị điện tử", with the kind of score where it is not the published one."""
    t, found = texts().ranking, asked.found
    words = {"index": found.index_code, "period": fmt.period(found.period_id)}
    about = t.subject.format(**words)
    if found.node.code != TOTAL:
        about = t.subject_part.format(node=found.node.name, **words)
    if asked.way is not None:
        about = t.subject_estimate.format(subject=about)
    if found.score_kind == ScoreKind.PUBLISHED:
        return about
    kinds = {code: named(label) for label, code in SCORE_KINDS.items()}
    return t.subject_kind.format(subject=about, kind=fmt.lower_first(kinds[found.score_kind]))


def headline(asked: RankingQuestion) -> str:
    """The finding as the page's title: group first, then the rank with its maker, then places gained."""
    t, row = texts().ranking, asked.row
    if row is None or not is_known(asked):
        ranged = range_words(asked.known.get(asked.focus.id, NOT_TOLD))
        if ranged:
            return t.headline.format(subject=subject(asked), name=asked.focus.name, parts=ranged)
        return t.nothing_of_us.format(subject=subject(asked), name=asked.focus.name)
    group = group_words(asked, row)
    parts = [f"{t.belongs} {group}".strip()] if group else []
    if pd.isna(row["rank"]):
        value = value_marked(estimated(row, asked.unit), asked.known_of(row))
        parts.append(t.has_value.format(value=value))
        parts.append(t.withheld)
    else:
        parts.append(", ".join(part for part in (rank_words(asked, row), _since(asked, row)) if part))
    return t.headline.format(subject=subject(asked), name=asked.focus.name, parts="; ".join(parts))


def is_known(asked: RankingQuestion) -> bool:
    """Whether the province has a value or a rank in this ranking."""
    row = asked.row
    return row is not None and not (pd.isna(row["value"]) and pd.isna(row["rank"]))


def group_words(asked: RankingQuestion, row: Any | Any) -> str:
    """ "nhóm cao nhất" of a quartile, "nhóm B" of a framework with bounds; empty where there are no groups."""
    if asked.grouping.by_quartile and not pd.isna(row["quartile"]):
        return quartile_name(int(row["quartile"]))
    label = "" if pd.isna(row["value"]) else asked.grouping.label(float(row["value"]))
    return texts().ranking.group_named.format(group=label) if label else ""


def rank_words(asked: RankingQuestion, row: Any | Any) -> str:
    """The rank out of how many, and who ranked; a rank that no source prints is called derived."""
    t, known = texts().ranking, asked.known_of(row)
    words = t.rank_computed if row["rank_source"] == _COMPUTED else t.rank_published
    words = t.rank_derived if known.rank_how else words
    return words.format(rank=marked_figure(fmt.rank_of(row["rank"], row["n_ranked"]), "", of_rank(known)))


def _since(asked: RankingQuestion, row: Any) -> str:
    quiet, before = asked.quiet_of(row), asked.found.previous_period
    words = marked_by_rank(moved(row, quiet=quiet.rank or quiet.unsure), asked.known_of(row), asked.known_before)
    said = texts().ranking.since_hidden if quiet.rank else texts().ranking.since
    return said.format(change=words, period=fmt.period(before)) if words and before else ""


def finding(asked: RankingQuestion, picked: Selection) -> str:
    """What else a reader asks at once: the group, the leader, the target, and what is not known."""
    return " ".join(sentence for sentence in _sentences(asked, picked) if sentence)


def _sentences(asked: RankingQuestion, picked: Selection) -> Iterator[str]:
    t, found = texts().ranking, asked.found
    yield from _estimated(asked)
    if not is_known(asked) and asked.told_in:
        yield t.last_told.format(name=asked.focus.name, period=fmt.period(asked.told_in[0]))
    if picked.incomplete:
        ranked = picked.rows["rank"].notna().any()
        sentence = t.incomplete if ranked else t.incomplete_unranked
        yield sentence.format(count=picked.known, population=found.population)
    yield _among_peers(asked)
    yield _against_best(asked)
    yield _against_target(asked)
    if asked.row is not None and found.break_reason and found.previous_period:
        reason = found.break_reason.rstrip(".")
        yield t.break_before.format(period=fmt.period(found.previous_period), reason=fmt.lower_first(reason))
    if not picked.incomplete and len(picked.absent):
        names = listed([str(name) for name in picked.absent["name"]])
        yield t.without_value.format(count=len(picked.absent), names=names)


def _estimated(asked: RankingQuestion) -> Iterator[str]:
    """That and how a ranking is estimated, and the ranks the province may have where the way is a band."""
    if asked.way is None:
        return
    yield texts().atlas.estimated.format(way=way_in_words(asked.way))
    row = asked.row
    if row is not None and bool(row["estimate"]) and not pd.isna(row["value"]) and row["low"] != row["high"]:
        yield texts().lineage.finding_span.format(name=asked.focus.name, span=span(row["low"], row["high"], 2))
    if row is not None and asked.way.method is Method.BAND and not pd.isna(row["rank_best"]):
        yield texts().lineage.finding_bounds.format(best=int(row["rank_best"]), worst=int(row["rank_worst"]))


def marked(asked: RankingQuestion, row: Any | Any) -> str:
    """The province's name, with the mark of an estimate behind it."""
    estimate = asked.way is not None and bool(row["estimate"]) and not pd.isna(row["value"])
    return f"{row['name']}{ESTIMATE_MARK}" if estimate else str(row["name"])


def _among_peers(asked: RankingQuestion) -> str:
    t, peers = texts().ranking, asked.peers
    if peers is None:
        return ""
    if peers.rank is None:
        return t.peers_withheld.format(group=named(peers.group)) if asked.group else ""
    words = t.in_peers.format(group=named(peers.group), rank=fmt.rank_of(peers.rank, peers.count))
    return words if peers.confirmed else f"{words} {t.unconfirmed}"


def _against_best(asked: RankingQuestion) -> str:
    """The leader of the country, where it is known who leads."""
    t, table = texts().ranking, asked.found.table
    first = table[(table["rank"] == 1) & table["value"].notna()]
    if first.empty:
        return ""
    known = [asked.known_of(row) for row in records(first)]
    best = marked_by_value(amount(first["value"].iloc[0], asked.unit), *known)
    words = {"name": listed(list(first["name"])), "value": best}
    own = None if asked.row is None or pd.isna(asked.row["value"]) else float(asked.row["value"])
    if own is None:
        return t.best_only.format(**words)
    if asked.focus.id in set(first["entity_id"]):
        return t.we_are_best
    gap = round(float(first["value"].iloc[0]) - own, 9)
    near = asked.least is not None and asked.least.hides(gap)
    return (t.best_near if near else t.best).format(gap=difference(gap, asked.unit), **words)


def _against_target(asked: RankingQuestion) -> str:
    t = texts().ranking
    parts = []
    if asked.target is not None:
        wanted = amount(asked.target, asked.unit)
        own = None if asked.row is None or pd.isna(asked.row["value"]) else float(asked.row["value"])
        if own is None:
            parts.append(t.target_only.format(target=wanted))
        elif own >= asked.target:
            parts.append(t.target_met.format(target=wanted))
        else:
            left = difference(round(asked.target - own, 9), asked.unit)
            parts.append(t.target.format(target=wanted, left=left))
    if asked.target_rank is not None:
        parts.append(_target_rank(asked, asked.target_rank))
    return " ".join(parts)


def _target_rank(asked: RankingQuestion, wanted: int) -> str:
    t = texts().ranking
    if asked.row is None or pd.isna(asked.row["rank"]):
        return t.target_rank.format(rank=wanted)
    left = int(asked.row["rank"]) - wanted
    return (t.target_rank_left if left > 0 else t.target_rank_met).format(rank=wanted, places=left)


def caption(asked: RankingQuestion) -> str:
    """What the picture shows: criterion, index, period, unit and scale, group."""
    t, found = texts().ranking, asked.found
    scale = t.scale.format(unit=asked.unit)
    if asked.unit != PERCENT and found.node.max_score is not None:
        scale = t.scale_max.format(unit=asked.unit, max=fmt.plain(found.node.max_score, 2))
    words = t.caption.format(
        node=found.node.label, index=found.index_code, period=fmt.period(found.period_id), scale=scale
    )
    if asked.way is not None:
        words = t.caption_estimate.format(caption=words)
    return t.caption_group.format(caption=words, group=named(asked.group)) if asked.group else words


def hovers(asked: RankingQuestion, rows: pd.DataFrame) -> list[str]:
    """One sentence per row: value, group, rank, rank in the chosen group, rank before."""
    return [_hover(asked, row) for row in records(rows)]


def _hover(asked: RankingQuestion, row: Any) -> str:
    t, before = texts().ranking, asked.found.previous_period
    value = texts().common.missing if pd.isna(row["value"]) else estimated(row, asked.unit)
    value = value if pd.isna(row["value"]) else value_marked(value, asked.known_of(row))
    if marked(asked, row) != row["name"]:
        value = f"{texts().common.estimate} {value}"
    parts = [t.hover.format(name=row["name"], value=value), group_words(asked, row)]
    if not pd.isna(row["rank"]):
        parts.append(rank_words(asked, row))
    if asked.group and not pd.isna(row["peer_rank"]):
        rank = fmt.rank_of(row["peer_rank"], row["peer_count"])
        parts.append(t.hover_peers.format(rank=rank, group=named(asked.group)))
    if before and not pd.isna(row["places_gained"]):
        parts.append(t.hover_previous.format(period=fmt.period(before), rank=fmt.integer(row["previous_rank"])))
    return ", ".join(part for part in parts if part) + "."
