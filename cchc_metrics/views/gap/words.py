"""The sentences of the page Khoảng cách: what is lost where, and whether the sum closes."""

from dataclasses import replace
from typing import Any

import pandas as pd

from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.labels.format import listed
from cchc_metrics.model.rows import records
from cchc_metrics.services.indices.gaps import Gaps
from cchc_metrics.services.indices.sightings import figure_known
from cchc_metrics.services.indices.yardsticks import BEST, MAXIMUM, MEAN, TARGET, Yardstick, name_of, ordered
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.units import PERCENT, PERCENT_KIND
from cchc_metrics.views.kit.apart import near
from cchc_metrics.views.kit.known import marked_by_value, value_marked
from cchc_metrics.views.kit.phrases import amount, difference, sentence, unit_of_difference

DECIMALS = 2
_NAMED = 3
_LOWEST = 2
# Sources print sub-scores with six decimals: sums of a few of them agree with the printed whole to the fifth.
_ROUNDING = 0.00005
# What two decimals print as nothing.
_LEAST = 0.005


def finding(desk: Desk, found: Gaps, yardstick: Yardstick, unit: str) -> str:
    """What the distances to this yardstick say, in one sentence. unit: of the parts, or of the whole without parts."""
    valued = found.parts[found.parts["value"].notna()]
    if valued.empty:
        return _of_whole(found, yardstick, unit)
    # Percentages of parts do not add up: what they lack is told part by part.
    lost = yardstick is MAXIMUM and unit != PERCENT
    told = _lost(found, valued, unit) if lost else _behind(desk, found, valued, yardstick, unit)
    # Whether the criterion itself meets its target is asked first, whatever its parts are held against.
    return " ".join(words for words in (_whole_target(found), told) if words)


def _whole_target(found: Gaps) -> str:
    """How far the criterion itself is from its target; empty without one. Its unit may differ from its parts'."""
    t, row, unit = texts().gap, found.whole, found.parent.unit
    if pd.isna(row["to_target"]):
        return ""
    words = t.whole_target_short if row["to_target"] > 0 else t.whole_target_met
    gap = difference(row["to_target"], unit)
    return sentence([words.format(node=found.parent.label, target=amount(row["target"], unit), gap=gap)])


def _of_whole(found: Gaps, yardstick: Yardstick, unit: str) -> str:
    t, row = texts().gap, found.whole
    value, gap = value_marked(amount(row["value"], unit), found.known), row[yardstick.gap]
    reference = name_of(yardstick, found)
    if pd.isna(gap):
        return sentence([t.whole_value_only.format(value=value, reference=reference)])
    words = t.whole_only if gap > 0 else t.whole_met
    return sentence([words.format(value=value, gap=difference(gap, unit), reference=reference)])


def _lost(found: Gaps, valued: pd.DataFrame, unit: str) -> str:
    t = texts().gap
    known = ordered(valued[valued["lost_points"] > 0], MAXIMUM)
    leading = known.head(_NAMED)
    parts = [f"{row['name']} ({fmt.number(row['lost_points'], DECIMALS)})" for row in records(leading)]
    share = leading["share_of_lost"].sum(min_count=len(leading))
    told_share = len(known) > _NAMED and not pd.isna(share)
    return sentence(
        [
            _lost_in_all(found, len(valued), unit),
            t.lost_most.format(parts=listed(parts)) if parts else "",
            t.lost_share.format(share=fmt.percent(share * 100, 0)) if told_share else "",
        ]
    )


def _lost_in_all(found: Gaps, valued: int, unit: str) -> str:
    """Of all parts together where all are known; else of how many it is told."""
    t, total = texts().gap, found.total
    if pd.isna(total["lost_points"]):
        return t.known_parts_only.format(count=valued)
    words = t.lost if whole_framework(found) else t.lost_known
    maximum = f"{_plain(total['max_score'])} {unit}"
    return words.format(count=valued, lost=fmt.number(total["lost_points"], DECIMALS), max=maximum)


def _behind(desk: Desk, found: Gaps, valued: pd.DataFrame, yardstick: Yardstick, unit: str) -> str:
    t, reference = texts().gap, name_of(yardstick, found)
    known = ordered(valued[valued[yardstick.gap].notna()], yardstick)
    if known.empty:
        words = {BEST.code: t.unknown_best, MEAN.code: t.unknown_mean, TARGET.code: t.unknown_target}
        return sentence([words[yardstick.code].format(reference=reference)])
    quiet = pd.Series([near(desk, found, row, yardstick) for row in records(known)], known.index, dtype=bool)
    behind = known[(known[yardstick.gap] > 0) & ~quiet]
    alike = t.alike.format(count=int(quiet.sum())) if quiet.any() else ""
    if behind.empty:
        none = t.none_behind_target if yardstick is TARGET else t.none_clearly if alike else t.none_behind
        return sentence([none.format(reference=reference, of=len(known)), alike])
    first = behind.iloc[0]
    gap = difference(first[yardstick.gap], unit)
    if yardstick is BEST:
        where = listed([desk.catalogue.name_of(entity) for entity in first["best_entity_id"]])
        best = fmt.number(first["best"], DECIMALS)
        widest = t.widest_best.format(part=first["name"], gap=gap, where=where, best=best)
    else:
        widest = t.widest.format(part=first["name"], gap=gap)
    template = t.behind_target if yardstick is TARGET else t.behind
    told = template.format(reference=reference, count=len(behind), of=len(known))
    if yardstick is BEST:
        return sentence([_lowest(behind), fmt.lower_first(told), alike, widest])
    return sentence([told, alike, widest])


def _lowest(behind: pd.DataFrame) -> str:
    """Where the province stands lowest among the others: that differs from one to the next, while nearly all lose most
    points in the same parts."""
    t = texts().gap
    ranked = behind[behind["rank"].notna()].sort_values(["rank", "to_best"], ascending=False).head(_LOWEST)
    named = [
        t.lowest_item.format(part=row["name"], rank=fmt.rank_of(int(row["rank"]), int(row["n_scored"])))
        for row in records(ranked)
        if int(row["rank"]) > 1
    ]
    return t.lowest.format(parts=listed(named)) if named else ""


def hover(desk: Desk, found: Gaps, row: Any, yardstick: Yardstick, unit: str) -> str:
    """One part in a full sentence. row: a line of ``Gaps.parts``."""
    t, reference = texts().gap, name_of(yardstick, found)
    if pd.isna(row["value"]):
        return sentence([t.hover_missing.format(part=row["name"])])
    value = _known(found, row, amount(row["value"], unit))
    clauses = [t.hover.format(part=row["name"], value=value)]
    gap = row[yardstick.gap]
    if not pd.isna(gap):
        words = t.hover_short if gap > 0 else t.hover_met
        if near(desk, found, row, yardstick):
            words = t.hover_near
        clauses.append(words.format(gap=difference(gap, unit), reference=reference))
    if not pd.isna(row["best"]):
        where = listed([desk.catalogue.name_of(entity) for entity in row["best_entity_id"]])
        best = best_marked(desk, found, row, amount(row["best"], unit))
        clauses.append(t.hover_best.format(where=where, best=best))
    return sentence(clauses)


def _known(found: Gaps, row: Any, words: str) -> str:
    """A value with its mark: of parts no source beside their own is written down."""
    return value_marked(words, found.known) if row["node_code"] == found.parent.code else words


def best_marked(desk: Desk, found: Gaps, row: Any, words: str) -> str:
    """The best value of a criterion, with the marks of how it is known of those who have it."""
    asked = replace(found.question, node=str(row["node_code"]))
    known = (figure_known(desk, asked, str(one)) for one in row["best_entity_id"])
    return marked_by_value(words, *known)


def without_target(found: Gaps) -> str:
    """Which parts have no target, where others have one."""
    names = [str(name) for name in found.parts.loc[found.parts["target"].isna(), "name"]]
    if not names or len(names) == len(found.parts):
        return ""
    return texts().gap.without_target.format(count=len(names), parts=listed(names))


def check_line(found: Gaps, unit: str, score_kind: str) -> str:
    """Whether Σ lost points of the parts is max − total of the whole, said with its numbers; or why it cannot be."""
    t, total, whole = texts().gap, found.total, found.whole
    obstacle = _obstacle(found, score_kind)
    if obstacle:
        return obstacle
    words = {
        "count": str(int(total["counted"])),
        "lost": fmt.number(total["lost_points"], DECIMALS),
        "node": found.parent.label,
        "max": _plain(whole["max_score"]),
        "value": value_marked(fmt.number(whole["value"], DECIMALS), found.known),
        "whole": fmt.number(whole["lost_points"], DECIMALS),
    }
    if int(total["exempt"]) > 0:
        counted = {"max": _plain(total["max_score"]), "value": fmt.number(total["value"], DECIMALS)}
        return t.check_exempt.format(exempt=int(total["exempt"]), **(words | counted))
    if pd.isna(whole["lost_points"]):
        return t.check_no_total.format(**words)
    return _against_whole(found, words, unit)


def _obstacle(found: Gaps, score_kind: str) -> str:
    """Why the parts cannot be added up; empty when they can."""
    t = texts().gap
    if score_kind == PERCENT_KIND:
        return t.check_percent
    if found.missing_parts:
        return t.check_missing.format(parts=listed([node.name for node in found.missing_parts]))
    unknown = found.parts.loc[found.parts["max_score"].isna(), "name"]
    return t.check_no_max.format(parts=listed(list(unknown))) if len(unknown) else ""


def _against_whole(found: Gaps, words: dict[str, str], unit: str) -> str:
    t = texts().gap
    if not whole_framework(found):
        return _part_of_framework(found, words)
    apart = abs(float(found.total["lost_points"]) - float(found.whole["lost_points"]))
    if apart <= _ROUNDING:
        return t.check_closed.format(**words)
    told = difference(apart, unit) if apart >= _LEAST else f"{texts().common.hardly} {unit_of_difference(unit)}"
    return t.check_apart.format(apart=told, **words)


def _part_of_framework(found: Gaps, words: dict[str, str]) -> str:
    t, total, whole = texts().gap, found.total, found.whole
    if float(total["max_score"]) > float(whole["max_score"]):
        return t.check_not_additive.format(**words)
    rest = float(whole["lost_points"]) - float(total["lost_points"])
    return t.check_known.format(known=_plain(total["max_score"]), rest=fmt.number(rest, DECIMALS), **words)


def whole_framework(found: Gaps) -> bool:
    """Whether the known parts make up the whole: their maxima add up to its maximum."""
    parts, whole = found.total["max_score"], found.whole["max_score"]
    return not pd.isna(parts) and not pd.isna(whole) and abs(float(parts) - float(whole)) <= _ROUNDING


def _plain(maximum: float) -> str:
    """A maximum without trailing zeros."""
    return fmt.plain(float(maximum), DECIMALS)
