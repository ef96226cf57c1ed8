"""Facts of a file against the facts in force: what would be added, changed, left as it is, and what is missing."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from cchc_metrics.importing.cells import Flags
from cchc_metrics.importing.matching import comparable, key_numbers, partners, same_values, value_columns
from cchc_metrics.model import ChangeCounts
from cchc_metrics.schema import Kind

PLACE = ("sheet_no", "row_no", "col_no")


@dataclass(frozen=True, slots=True)
class Diff:
    """What a file would do to the store.

    changes: one row per fact that is new or differs – op («add», «change»), the kind's grain and value columns,
    upload_seq (null: the import's own), sheet_no, row_no, col_no; in the order of the file · previous: the stored rows
    that a change closes, in the order of the changes · missing: stored rows in the file's scope that it lacks.
    """

    changes: pd.DataFrame
    previous: pd.DataFrame
    missing: pd.DataFrame
    counts: ChangeCounts


def scope_of(kind: Kind, facts: pd.DataFrame) -> dict[str, list[object]]:
    """Column -> distinct values of the file, to fetch what is stored in its scope; empty: the whole table."""
    return {name: facts[name].dropna().unique().tolist() for name in kind.scope}


def diff(kind: Kind, facts: pd.DataFrame, stored: pd.DataFrame) -> Diff:
    """Compares facts (one row per grain) with the stored facts in force (same columns, and seq_from).

    All value columns are compared, decimals as exact integers; where a fact came from is not a difference. Stored
    facts count as missing only where the file has the same combination of scope values. Neither frame is changed.
    """
    partner = partners(kind, facts, stored)
    known = partner >= 0
    differs = np.zeros(len(facts), dtype=np.bool_)
    both = np.flatnonzero(known)
    differs[both] = ~same_values(kind, facts.iloc[both], stored.iloc[partner[both]])
    absent = _in_scope(kind, facts, stored)
    absent[partner[both]] = False
    return Diff(
        _changes(kind, facts, ~known, differs),
        stored.iloc[partner[differs]].reset_index(drop=True),
        stored[absent].reset_index(drop=True),
        ChangeCounts(
            added=int((~known).sum()),
            changed=int(differs.sum()),
            unchanged=int(known.sum() - differs.sum()),
            missing=int(absent.sum()),
        ),
    )


def _in_scope(kind: Kind, facts: pd.DataFrame, stored: pd.DataFrame) -> Flags:
    if not kind.scope:
        return np.ones(len(stored), dtype=np.bool_)
    columns = [column for column in (*kind.grain, *value_columns(kind)) if column.name in kind.scope]
    found = np.ones(len(stored), dtype=np.bool_)
    for column in columns:
        ours, theirs = (comparable(column, frame[column.name]) for frame in (facts, stored))
        found &= theirs.isin(ours.unique()).to_numpy(dtype=np.bool_)
    if not found.any():
        return found
    near = stored[found]
    own, their = key_numbers([[comparable(c, frame[c.name]) for frame in (facts, near)] for c in columns])
    found[found] = np.isin(their, np.unique(own))
    return found


def _changes(kind: Kind, facts: pd.DataFrame, added: Flags, differs: Flags) -> pd.DataFrame:
    chosen = added | differs
    columns = [*kind.grain_names, *kind.value_names]
    changes = facts.loc[chosen, columns].reset_index(drop=True)
    changes.insert(0, "op", np.where(added[chosen], "add", "change"))
    changes["op"] = changes["op"].astype("str")
    changes["upload_seq"] = pd.array([pd.NA] * len(changes), dtype="Int64")
    for name in PLACE:
        changes[name] = facts.loc[chosen, name].to_numpy()
    return changes
