"""The sentences of the page Phân tích biến động: deterministic, each figure a link to its row."""

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

import pandas as pd

from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.labels.format import listed
from cchc_metrics.metrics.decomposition import Line
from cchc_metrics.schema import TOTAL
from cchc_metrics.services.indices.why import Case, Why
from cchc_metrics.services.indices.why_ranks import YearRank
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.views.kit.known import rank_marked, value_marked
from cchc_metrics.views.kit.phrases import amount, difference, unit_of_difference
from cchc_metrics.views.kit.sentences import Part, Piece, Sentence, closed, compose, enumerated, joined, origin, ranked

DECIMALS = 2
_NAMED = 3
# The least change that two decimals can show.
_LEAST = 0.005


def value_sentence(desk: Desk, found: Why) -> Sentence:
    """What happened to the value and where it came from, in one sentence."""
    return closed(_value_clauses(desk, found))


def _value_clauses(desk: Desk, found: Why) -> list[Part]:
    t = texts().why
    words: dict[str, Part] = {
        "subject": subject(desk, found),
        "before": fmt.period(found.before),
        "after": fmt.period(found.after),
        "v0": _own(found, found.before, value_marked(amount(found.value_before, found.unit, DECIMALS), found.known[0])),
        "v1": _own(found, found.after, value_marked(amount(found.value_after, found.unit, DECIMALS), found.known[1])),
    }
    simple = {
        Case.FRAMEWORK: t.framework,
        Case.NO_BEFORE: t.no_before,
        Case.NO_AFTER: t.no_after,
        Case.FIRST: t.first,
        Case.RANK_ONLY: t.rank_only,
        Case.NOTHING: t.nothing,
    }
    if found.case in simple:
        return [compose(simple[found.case], **words)]
    if found.case is Case.BROKEN:
        return [_broken(found, words)]
    if found.case is Case.CROSSWALK:
        return [_across(found, words)]
    return [_moved(found, words), *_from_where(found)]


def subject(desk: Desk, found: Why) -> str:
    """ "PAPI của Quảng Trị (cũ)"; a part by its name first."""
    t, name = texts().why, desk.catalogue.name_of(found.entity_id)
    if found.node.code == TOTAL:
        return t.subject.format(index=found.index_code, name=name)
    return t.subject_part.format(node=found.node.name, index=found.index_code, name=name)


def _own(found: Why, period: str, text: str, node: str | None = None) -> Piece:
    code = found.node.code if node is None else node
    return origin(text, found.index_code, period, code, found.entity_id, score_kind=found.score_kind)


def _moved(found: Why, words: Mapping[str, Part]) -> Sentence:
    t, delta = texts().why, found.delta or 0.0
    if found.hidden and found.swing is not None:
        least = Piece(difference(found.swing.least, found.unit, DECIMALS), "phuong-phap")
        return compose(t.hidden, delta=_own(found, found.after, _signed(delta, found.unit)), least=least, **words)
    told = t.risen if delta > 0 else t.fallen if delta < 0 else t.unchanged
    return compose(told, delta=_own(found, found.after, difference(delta, found.unit, DECIMALS)), **words)


def _from_where(found: Why) -> list[Part]:
    """Clauses on the parts: those that rose, those that fell, what cannot be compared, what is left."""
    t = texts().why
    if found.case is Case.WHOLE_ONLY:
        return [t.parts_percent if found.part_unit == "%" else t.parts_unknown]
    table = found.parts
    clauses = _ups_and_downs(found, table[table["line"] == Line.PART])
    clauses += _otherwise_made(found, table)
    remeasured, rest = _line(table, Line.REMEASURED), _line(table, Line.REST)
    if remeasured is not None:
        names = listed([str(name) for name in table.loc[table["broken"], "name"]])
        change = _own(found, found.after, _signed(remeasured, found.part_unit))
        clauses.append(compose(t.remeasured, change=change, parts=names))
    if rest is not None and abs(rest) >= _LEAST:
        clauses.append(compose(t.rest, change=_own(found, found.after, _signed(rest, found.part_unit))))
    return clauses


def _otherwise_made(found: Why, table: pd.DataFrame) -> list[Part]:
    """Parts that only one of the years has, one by one; those that weigh otherwise together: nobody's doing."""
    t, clauses = texts().why, list[Part]()
    for line, words in ((Line.NEW, t.made_new), (Line.DROPPED, t.made_dropped)):
        for row in table[(table["line"] == line) & table["delta"].notna()].to_dict("records"):
            year = found.after if line is Line.NEW else found.before
            change = _own(found, year, _signed(float(row["delta"]), found.part_unit), str(row["node_code"]))
            clauses.append(compose(words, part=str(row["name"]), change=change))
    rows = table[(table["line"] == Line.REWEIGHTED) & table["delta"].notna()]
    if len(rows):
        change = _own(found, found.after, _signed(round(float(rows["delta"].sum()), 9), found.part_unit))
        clauses.append(compose(t.made_reweighted, parts=listed([str(name) for name in rows["name"]]), change=change))
    return clauses


def _made_across(found: Why) -> list[Part]:
    """The same across a break, where nothing adds up: scores instead of contributions."""
    t, table, clauses = texts().why, found.parts, list[Part]()
    if table.empty:
        return []
    ends = ((Line.NEW, t.broken_new, "value_after"), (Line.DROPPED, t.broken_dropped, "value_before"))
    for line, words, end in ends:
        for row in table[(table["line"] == line) & table[end].notna()].to_dict("records"):
            year = found.after if line is Line.NEW else found.before
            value = _own(found, year, amount(row[end], found.part_unit, DECIMALS), str(row["node_code"]))
            clauses.append(compose(words, part=str(row["name"]), value=value, before=fmt.period(found.before)))
    rows = table[table["line"] == Line.REWEIGHTED]
    if len(rows):
        clauses.append(t.broken_reweighted.format(parts=listed([str(name) for name in rows["name"]])))
    return clauses


def _ups_and_downs(found: Why, parts: pd.DataFrame) -> list[Part]:
    t = texts().why
    hidden = parts["hidden"] & (parts["delta"].abs() >= _LEAST)
    parts = parts[~parts["hidden"]]
    ups = parts[parts["delta"] >= _LEAST].sort_values(["delta", "node_code"], ascending=[False, True])
    downs = parts[parts["delta"] <= -_LEAST].sort_values(["delta", "node_code"])
    rising = t.risen_most if len(ups) > _NAMED else t.risen_at
    # What made the change is told first: a fall is explained by what fell.
    told = [(rising, ups), (t.fallen_at, downs)]
    ordered = told if found.delta is None or found.delta >= 0 else told[::-1]
    clauses: list[Part] = [
        compose(words, parts=enumerated([_part(found, row) for row in rows.head(_NAMED).to_dict("records")]))
        for words, rows in ordered
        if len(rows)
    ]
    if hidden.any():
        alone = t.hidden_all if hidden.sum() > 1 else t.hidden_one
        clauses.append((t.hidden_parts if clauses else alone).format(count=int(hidden.sum())))
    return clauses


def _part(found: Why, row: Mapping[Hashable, Any]) -> Sentence:
    change = _own(found, found.after, fmt.signed(row["delta"], DECIMALS), str(row["node_code"]))
    return compose(texts().why.part_change, part=str(row["name"]), change=change)


def _line(table: pd.DataFrame, line: Line) -> float | None:
    rows = table.loc[table["line"] == line, "delta"].dropna()
    return float(rows.iloc[0]) if len(rows) else None


def _signed(change: float, unit: str) -> str:
    return f"{fmt.signed(change, DECIMALS)} {unit_of_difference(unit)}"


def _broken(found: Why, words: Mapping[str, Part]) -> Sentence:
    t = texts().why
    table = found.parts
    parts = _ups_and_downs(found, table[table["line"] == Line.PART]) if len(table) else []
    reason, made = fmt.inside(found.reason), _made_across(found)
    more: Part = compose("; {made}", made=joined(made, "; ")) if made else ""
    if not parts:
        return compose(t.broken_none, reason=reason, made=more, **words)
    return compose(t.broken, reason=reason, parts=joined(parts, ", "), made=more, **words)


def _across(found: Why, words: Mapping[str, Part]) -> Sentence:
    table = found.effects
    whole = table[table["line"] == Line.WHOLE].iloc[0]
    effects = {"like": "like_for_like", "weight": "reweighting", "added": "added", "dropped": "dropped"}
    told = {name: _own(found, found.after, fmt.signed(whole[column], DECIMALS)) for name, column in effects.items()}
    rest = _own(found, found.after, fmt.signed(_line(table, Line.REST), DECIMALS))
    delta = _own(found, found.after, _signed(float(found.delta or 0.0), found.unit))
    return compose(texts().why.crosswalk, delta=delta, rest=rest, **told, **words)


def rank_sentence(desk: Desk, found: Why) -> Sentence:
    """What happened to the rank, through us and through the others; empty where there is no year before."""
    t = texts().why
    before, after = found.rank_before, found.rank_after
    if found.case in (Case.FIRST, Case.BROKEN):
        return ()
    if before.rank is None or after.rank is None:
        return _one_year(found)
    if before.published != after.published:
        return ()
    return closed([*_rank_moved(found, before, after), *_through_whom(desk, found, t.ranks_not_taken_apart)])


def _one_year(found: Why) -> Sentence:
    t = texts().why
    known = [(year, r) for year, r in ((found.before, found.rank_before), (found.after, found.rank_after)) if r.rank]
    if not known:
        return () if found.case is Case.NOTHING else closed([t.rank_unknown])
    year, rank = known[0]
    return closed([compose(t.rank_one_year, year=fmt.period(year), rank=_rank(found, year, rank))])


def _rank(found: Why, period: str, rank: YearRank) -> Piece:
    text = rank_marked(fmt.rank_of(rank.rank, rank.n), found.known[period == found.after])
    return ranked(text, found.index_code, period, found.node.code, found.entity_id)


def _rank_moved(found: Why, before: YearRank, after: YearRank) -> list[Part]:
    t = texts().why
    moved = (after.rank or 0) - (before.rank or 0)
    words = t.rank_same if moved == 0 else t.rank_up if moved < 0 else t.rank_down
    if moved and (found.quiet.rank or found.quiet.unsure):
        words = t.rank_quiet if found.quiet.rank else t.rank_unsure
    return [
        compose(
            words,
            by=t.by_publisher if after.published else t.by_system,
            places=_place(found, abs(moved)),
            r0=_rank(found, found.before, before),
            r1=_rank(found, found.after, after),
            before=fmt.period(found.before),
            after=fmt.period(found.after),
        )
    ]


def _through_whom(desk: Desk, found: Why, unknown: str) -> list[Part]:
    t, ranks = texts().why, found.ranks
    if ranks is None:
        return [unknown]
    if found.quiet.rank:
        shares = {"own": ranks.own_effect, "others": ranks.others_effect}
        gained = {name: fmt.signed(-places, 0) if places else "0" for name, places in shares.items()}
        clauses: list[Part] = [t.effects_quiet.format(**gained)]
    else:
        own = _effect(found, ranks.own_effect, (t.own_better, t.own_worse, t.own_none))
        others = _effect(found, ranks.others_effect, (t.others_better, t.others_worse, t.others_none))
        clauses = [joined([own, others], ", ")]
    overtook, overtaken = _place(found, len(ranks.overtook)), _place(found, len(ranks.overtaken_by))
    passed = len(ranks.overtook) or len(ranks.overtaken_by)
    told_passed = compose(t.passed, overtook=overtook, overtaken=overtaken) if passed else t.passed_none
    clauses.append(told_passed)
    if ranks.level_with:
        names = _names(desk, ranks.level_with)
        clauses.append(t.level_with.format(after=fmt.period(found.after), names=names))
    field = [(t.entered, ranks.entered), (t.left, ranks.left)]
    told = [words.format(names=_names(desk, codes)) for words, codes in field if codes]
    return [*clauses, ", ".join(told)]


def _effect(found: Why, places: int, words: tuple[str, str, str]) -> Sentence:
    better, worse, none = words
    if places == 0:
        return compose(none)
    return compose(better if places < 0 else worse, places=_place(found, abs(places)))


def _place(found: Why, count: int) -> Piece:
    """A count of places or provinces: the ranking of the later year is where it can be seen."""
    return ranked(str(count), found.index_code, found.after, found.node.code, found.entity_id)


def _names(desk: Desk, codes: Sequence[str]) -> str:
    return listed(sorted((desk.catalogue.name_of(code) for code in codes), key=fmt.sort_key))
