"""Entities, breaks, windows and national targets: what a list that other facts lean on must not say.

Each check takes the draft facts of the file beside what the store holds and yields faults with the positions of the
facts, the value and the store column of the cell at fault.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from cchc_metrics.importing.cells import Flags, Ints
from cchc_metrics.importing.entities import SCORED_TYPES
from cchc_metrics.importing.nodes import NodeBook
from cchc_metrics.importing.normalise import canonical
from cchc_metrics.importing.periods import FIRST_YEAR, LAST_YEAR
from cchc_metrics.importing.problems import Fault, error, warning
from cchc_metrics.labels import texts
from cchc_metrics.labels.format import plain
from cchc_metrics.model import SCALE, Snapshot, scaled
from cchc_metrics.schema import ALL_NODES, CROSSWALK_RELATIONS

Faults = Iterator[tuple[Fault, Ints, str, str]]
_ERAS = ("", "63", "34")
_DAY = re.compile(r"(?P<day>\d{1,2})/(?P<month>\d{1,2})")
# What stands in place of a criterion that is new or dropped.
NOWHERE = "-"
_COMPARISONS = frozenset({">", ">=", "=", "<=", "<"})


def at(mask: Flags | pd.Series) -> Ints:
    """The positions at which a mask holds; missing counts as not."""
    return np.flatnonzero(pd.Series(mask).astype("boolean").fillna(False).to_numpy(dtype=np.bool_))


def spelled(texts_of: pd.Series) -> pd.Series:
    """A column of texts as plain Python texts, empty where missing."""
    return texts_of.astype("object").where(texts_of.notna(), "").map(str)


def each(words: pd.Series, wrong: Mapping[str, str], message: str, code: str, column: str) -> Faults:
    """One error per distinct wrong word; ``wrong`` says what fills ``{known}``."""
    for word, known in wrong.items():
        yield error(code, message.format(value=word, known=known)), at(words == word), word, column


def entity_faults(facts: pd.DataFrame, snapshot: Snapshot) -> Faults:
    """Ids spelled otherwise, identities that change, codes and names taken, eras unknown, dates in the wrong order."""
    t = texts().findings
    ids, stored = spelled(facts["entity_id"]), snapshot.entities
    known = {str(one).casefold(): str(one) for one in stored["entity_id"]}
    other = {word: known[word.casefold()] for word in ids.unique() if known.get(word.casefold(), word) != word}
    yield from each(ids, other, t.spelling_differs, "spelling_differs", "entity_id")
    eras = spelled(facts["era"])
    unknown = {word: "" for word in eras.unique() if word not in _ERAS}
    yield from each(eras, unknown, t.era_unknown, "era_unknown", "era")
    yield (
        error("dates_reversed", t.dates_reversed),
        at(pd.Series(_before(facts["valid_to"], facts["valid_from"]))),
        "",
        "valid_to",
    )
    yield error("successor_self", t.successor_self), at(facts["successor_id"] == facts["entity_id"]), "", "successor_id"
    yield from _identities(facts, stored)
    yield from _taken(facts, stored)


def _before(left: pd.Series, right: pd.Series) -> list[bool]:
    pairs = zip(left.tolist(), right.tolist(), strict=True)
    return [isinstance(one, date) and isinstance(two, date) and one < two for one, two in pairs]


def _identities(facts: pd.DataFrame, stored: pd.DataFrame) -> Faults:
    """What stored scores lean on: the type and the era of an id never change, its dates only with a warning."""
    t = texts().findings
    held = {row["entity_id"]: row for row in rows_of(stored)}
    for place, row in enumerate(rows_of(facts)):
        old = held.get(row["entity_id"])
        if old is None:
            continue
        here = np.array([place], dtype=np.int64)
        for column in ("entity_type", "era"):
            if row[column] != old[column]:
                message = t.entity_identity_changed.format(id=row["entity_id"], stored=old["display_name"])
                yield error("entity_identity_changed", message), here, str(row[column] or ""), column
        code, known = row["code"], old["code"]
        if code and known and code != known and code.zfill(2) == known.zfill(2):
            fault = error("spelling_differs", t.spelling_differs.format(value=code, known=known))
            yield fault, here, code, "code"
        for column in ("valid_from", "valid_to"):
            if str(row[column])[:10] != str(old[column])[:10]:
                message = t.validity_changed.format(name=old["display_name"])
                yield warning("validity_changed", message), here, str(row[column] or ""), column


def rows_of(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """A frame row by row, None for what is missing."""
    plain = frame.astype("object").where(frame.notna(), None)
    return [{str(name): value for name, value in row.items()} for row in plain.to_dict("records")]


def _taken(facts: pd.DataFrame, stored: pd.DataFrame) -> Faults:
    """Codes and names by which two entities of an era could no longer be told apart."""
    t = texts().findings
    others = [(-1, row) for row in rows_of(stored[~stored["entity_id"].isin(facts["entity_id"])])]
    holders: dict[tuple[bool, str, str], tuple[str, str]] = {}
    for place, row in [*others, *enumerate(rows_of(facts))]:
        if row["entity_type"] not in SCORED_TYPES:
            continue
        era, mine = str(row["era"] or ""), (row["entity_id"], row["display_name"])
        for column, word in _ways(row):
            coded = column == "code"
            holder = holders.setdefault((coded, era, word.zfill(2) if coded else canonical(word)), mine)
            if holder[0] != mine[0] and place >= 0:
                message = t.entity_code_taken if coded else t.entity_name_taken
                message = message.format(code=word, value=word, era=era, name=holder[1])
                fault = error("entity_code_taken" if coded else "entity_name_taken", message)
                yield fault, np.array([place], dtype=np.int64), word, column


def _ways(row: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The column and the text of everything by which a row may refer to an entity."""
    for column in ("code", "name", "display_name", "aliases"):
        for word in str(row[column] or "").split("|"):
            if word.strip():
                yield column, word.strip()


def break_faults(facts: pd.DataFrame, snapshot: Snapshot) -> Faults:
    """A break lies between two years in order, at a criterion that some framework of the index has."""
    t, nodes = texts().findings, NodeBook(snapshot.nodes)
    late = spelled(facts["period_after"]), spelled(facts["period_before"])
    wrong = (late[0] != "") & (late[1] != "") & (late[0] <= late[1])
    yield error("break_order", t.break_order), at(wrong), "", "period_after"
    for place, row in enumerate(rows_of(facts)):
        index_code, code = row["index_code"], row["node_code"]
        if code in (None, ALL_NODES) or index_code is None:
            continue
        here = np.array([place], dtype=np.int64)
        node = nodes.any_year(index_code).coded(code)
        if node is None:
            message = t.break_node_unknown.format(index=index_code, value=code)
            yield error("break_node_unknown", message), here, code, "node_code"
        elif node.code != code:
            message = t.spelling_differs.format(value=code, known=node.code)
            yield error("spelling_differs", message), here, code, "node_code"


def window_faults(facts: pd.DataFrame, _snapshot: Snapshot) -> Faults:
    """Days are written 15/12 and exist; years are in order."""
    t = texts().findings
    for column in ("start_day", "end_day"):
        days = spelled(facts[column])
        wrong = {day: "" for day in days.unique() if day and not _is_day(day)}
        yield from each(days, wrong, t.day_unknown, "day_unknown", column)
    yield error("years_reversed", t.years_reversed), at(facts["year_to"] < facts["year_from"]), "", "year_to"
    yield from years_out_of_range(facts)


def years_out_of_range(facts: pd.DataFrame) -> Faults:
    """Years of validity that no index year can be."""
    fault = error("year_out_of_range", texts().findings.year_out_of_range)
    for column in ("year_from", "year_to"):
        years = facts[column].astype("Int64")
        yield fault, at((years < FIRST_YEAR) | (years > LAST_YEAR)), "", column


def _is_day(text: str) -> bool:
    match = _DAY.fullmatch(text)
    try:
        # A leap year: 29/2 is a day of some year.
        return match is not None and bool(date(2024, int(match["month"]), int(match["day"])))
    except ValueError:
        return False


def policy_faults(facts: pd.DataFrame, _snapshot: Snapshot) -> Faults:
    """The relation of a national target is one that the screens can word."""
    words = spelled(facts["comparison"])
    wrong = {word: "" for word in words.unique() if word and word not in _COMPARISONS}
    yield from each(words, wrong, texts().findings.comparison_unknown, "comparison_unknown", "comparison")


def crosswalk_faults(facts: pd.DataFrame, snapshot: Snapshot) -> Faults:
    """Both frameworks and their criteria exist; shares lie in (0, 1] and, for a split, make up the whole."""
    t = texts().why
    yield from _unknown_frameworks(facts, snapshot)
    same = (spelled(facts["framework_before"]) == spelled(facts["framework_after"])) & facts["framework_after"].notna()
    yield error("frameworks_same", t.frameworks_same), at(same), "", "framework_after"
    for side in ("before", "after"):
        yield from _codes_outside(facts, snapshot, f"framework_{side}", f"node_{side}")
    shares = facts["share"].astype("Float64")
    yield error("share_out_of_range", t.share_out_of_range), at((shares <= 0) | (shares > 1)), "", "share"
    yield from _relations(facts)
    yield from _splits(facts)


def _unknown_frameworks(facts: pd.DataFrame, snapshot: Snapshot) -> Faults:
    pairs = snapshot.nodes[["index_code", "framework_id"]].drop_duplicates()
    known = {str(index): sorted(group["framework_id"]) for index, group in pairs.groupby("index_code")}
    for column in ("framework_before", "framework_after"):
        for place, row in enumerate(rows_of(facts)):
            names = known.get(str(row["index_code"]), [])
            if row["index_code"] and row[column] and row[column] not in names:
                message = texts().why.framework_unknown.format(
                    index=row["index_code"], value=row[column], known="; ".join(names)
                )
                yield error("framework_unknown", message), np.array([place], dtype=np.int64), row[column], column


def _codes_outside(facts: pd.DataFrame, snapshot: Snapshot, framework: str, node: str) -> Faults:
    """Codes that the framework of their side does not have; a framework nobody knows is told once, elsewhere."""
    keys = zip(*(snapshot.nodes[name] for name in ("index_code", "framework_id", "node_code")), strict=True)
    codes: dict[tuple[str, str], set[str]] = {}
    for index_code, name, code in keys:
        codes.setdefault((index_code, name), set()).add(code)
    for place, row in enumerate(rows_of(facts)):
        held = codes.get((str(row["index_code"]), str(row[framework])))
        if held is not None and row[node] and row[node] != NOWHERE and row[node] not in held:
            message = texts().why.node_not_in_framework.format(framework=row[framework], value=row[node])
            yield error("node_not_in_framework", message), np.array([place], dtype=np.int64), row[node], node


def _relations(facts: pd.DataFrame) -> Faults:
    """New has no old criterion, dropped no new one, everything else has both (a split may drop a share)."""
    t = texts().why
    labels = {code: label for label, code in CROSSWALK_RELATIONS.items()}
    before, after = spelled(facts["node_before"]), spelled(facts["node_after"])
    relation = spelled(facts["relation"])
    nowhere = before.eq(NOWHERE), after.eq(NOWHERE)
    yield error("nowhere_both", t.nowhere_both), at(nowhere[0] & nowhere[1]), "", "node_after"
    needs_old, needs_new = relation != "new", ~relation.isin(["dropped", "split"])
    wrong = (needs_old == nowhere[0]) | (needs_new & nowhere[1]) | (relation.eq("dropped") & ~nowhere[1])
    wrong &= (relation != "") & ~(nowhere[0] & nowhere[1])
    for code in relation[wrong].unique():
        message = t.nowhere_relation.format(relation=labels.get(code, code))
        yield error("nowhere_relation", message), at(wrong & relation.eq(code)), code, "relation"
    key = ["index_code", "framework_before", "framework_after", "node_after"]
    joined = facts.assign(old=~nowhere[0], new=nowhere[0] & ~nowhere[1])
    both = joined.groupby(key)["old"].transform("any") & joined["new"]
    for code in after[both.fillna(False).astype(bool)].unique():
        message = t.relation_needs.format(value=code)
        yield error("crosswalk_twice", message), at(both & after.eq(code)), code, "node_after"


def _splits(facts: pd.DataFrame) -> Faults:
    """Where an old criterion is split, its shares (blank: all of it) add up to the whole, to the rounding of each."""
    shares = scaled(facts["share"]).fillna(SCALE)
    key = ["index_code", "framework_before", "framework_after", "node_before"]
    for values, group in facts.assign(part=shares, place=np.arange(len(facts))).groupby(key):
        total = int(group["part"].sum())
        split = group["relation"].eq("split").any()
        apart = abs(total - SCALE) > len(group) if split else total > SCALE + len(group)
        if values[3] != NOWHERE and apart:
            message = texts().why.shares_differ.format(value=values[3], total=plain(total / SCALE))
            yield error("shares_differ", message), group["place"].to_numpy(dtype=np.int64), str(values[3]), "share"


def responsible_faults(facts: pd.DataFrame, snapshot: Snapshot) -> Faults:
    """The criterion is one that some framework of the index has, spelled as there; the first year is an index year."""
    t, nodes = texts().findings, NodeBook(snapshot.nodes)
    for place, row in enumerate(rows_of(facts)):
        index_code, code = row["index_code"], row["node_code"]
        if index_code is None or code is None:
            continue
        here = np.array([place], dtype=np.int64)
        node = nodes.any_year(index_code).coded(code)
        if node is None:
            message = texts().why.node_not_in_index.format(index=index_code, value=code)
            yield error("node_unknown", message), here, code, "node_code"
        elif node.code != code:
            message = t.spelling_differs.format(value=code, known=node.code)
            yield error("spelling_differs", message), here, code, "node_code"
    years = facts["year_from"].astype("Int64")
    yield (
        error("year_out_of_range", t.year_out_of_range),
        at((years < FIRST_YEAR) | (years > LAST_YEAR)),
        "",
        "year_from",
    )


REGISTER_CHECKS: Mapping[str, Callable[[pd.DataFrame, Snapshot], Faults]] = {
    "entities": entity_faults,
    "breaks": break_faults,
    "windows": window_faults,
    "policy-targets": policy_faults,
    "crosswalks": crosswalk_faults,
    "responsible-units": responsible_faults,
}
