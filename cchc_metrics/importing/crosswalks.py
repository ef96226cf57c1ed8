"""Findings of a crosswalk between two frameworks: what it must not say, and what it may not mean."""

from collections.abc import Callable, Mapping

import numpy as np
import pandas as pd

from cchc_metrics.importing.problems import error, warning
from cchc_metrics.importing.registers import Faults, at, spelled
from cchc_metrics.labels import texts
from cchc_metrics.labels.format import plain
from cchc_metrics.model import SCALE, Snapshot, scaled
from cchc_metrics.model.rows import rows_of
from cchc_metrics.schema import CROSSWALK_RELATIONS

# What stands in place of a criterion that is new or dropped.
NOWHERE = "-"


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
    yield from _other_maxima(facts, snapshot)


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


def _other_maxima(facts: pd.DataFrame, snapshot: Snapshot) -> Faults:
    """«Giữ nguyên» between two different maxima: as likely a wrong word as a wrong pair."""
    nodes = snapshot.nodes
    keys = zip(*(nodes[name] for name in ("index_code", "framework_id", "node_code")), strict=True)
    maxima = dict(zip(keys, nodes["max_score"], strict=True))
    for place, row in enumerate(rows_of(facts)):
        if row["relation"] != "same":
            continue
        sides = [(row["index_code"], row[f"framework_{side}"], row[f"node_{side}"]) for side in ("before", "after")]
        before, after = (maxima.get(side, pd.NA) for side in sides)
        if not (pd.isna(before) or pd.isna(after)) and round(before * SCALE) != round(after * SCALE):
            message = texts().why.maxima_differ.format(
                value=row["node_before"], before=plain(float(before)), after=plain(float(after))
            )
            yield warning("maxima_differ", message), np.array([place], dtype=np.int64), row["relation"], "relation"


CROSSWALK_CHECKS: Mapping[str, Callable[[pd.DataFrame, Snapshot], Faults]] = {"crosswalks": crosswalk_faults}
