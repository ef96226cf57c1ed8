"""What can only be judged over the whole file: withheld provinces, trees of criteria, successors, mixed periods.

Each check takes the draft facts (one row per fact, with sheet_no, row_no, col_no) and reports; none changes them.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

import numpy as np
import pandas as pd

from cchc_metrics.importing.cells import Ints
from cchc_metrics.importing.crosswalks import CROSSWALK_CHECKS
from cchc_metrics.importing.entities import EntityBook
from cchc_metrics.importing.formulas import FORMULA_CHECKS
from cchc_metrics.importing.lineage import LINEAGE_CHECKS
from cchc_metrics.importing.problems import Fault, Problems, error, warning
from cchc_metrics.importing.registers import REGISTER_CHECKS
from cchc_metrics.importing.trees import framework_faults, node_faults
from cchc_metrics.labels import texts
from cchc_metrics.labels.format import period as period_label
from cchc_metrics.model import EntityType, Grid, Period, PeriodClass, Snapshot, ValueState
from cchc_metrics.schema import TOTAL, Kind


@dataclass(frozen=True, slots=True)
class Draft:
    """Draft facts of a file with what the checks need beside them.

    places: per sheet number, store column -> the 1-based column of its cells, where a sheet has the column.
    """

    kind: Kind
    facts: pd.DataFrame
    sheets: Mapping[int, Grid]
    entities: EntityBook
    snapshot: Snapshot
    problems: Problems
    places: Mapping[int, Mapping[str, int]] = field(default_factory=dict)

    def say(self, fault: Fault, at: Ints, value: str = "", column: str = "") -> None:
        """Reports cells of some facts (by position): those of a store column, else those of the value."""
        places = self.facts[["sheet_no", "row_no", "col_no"]].to_numpy(dtype=np.int64)[at]
        for number in np.unique(places[:, 0]):
            mine = places[places[:, 0] == number]
            told = self.places.get(int(number), {}).get(column)
            self.problems.of_cells(fault, self.sheets[int(number)], mine[:, 1], told or mine[:, 2], value)


def run_checks(draft: Draft) -> None:
    """The checks of the kind that look at the whole file, and the one that every kind with periods has."""
    for name in draft.kind.checks:
        if (check := _CHECKS.get(name)) is not None:
            check(draft)
    if (
        register := {**REGISTER_CHECKS, **CROSSWALK_CHECKS, **LINEAGE_CHECKS, **FORMULA_CHECKS}.get(draft.kind.name)
    ) is not None:
        for fault, at, value, column in register(draft.facts, draft.snapshot):
            draft.say(fault, at, value, column)
    if "period_id" in draft.kind.grain_names and "index_code" in draft.kind.grain_names:
        _period_types_do_not_mix(draft)


def _suspicious_zero_province(draft: Draft) -> None:
    """A province whose values of an index and period are all 0 looks withheld: two official PAPI workbooks do so.

    A lone criterion scored 0 is believable, so at least two values, or a total, must be 0.
    """
    facts = draft.facts
    value = facts["state"].eq(ValueState.VALUE)
    zero = value & facts["value"].eq(0)
    if not zero.any():
        return
    subject = ["entity_id", "index_code", "period_id"]
    facts = facts[subject].assign(other=value & ~zero, zero=zero, total=zero & facts["node_code"].eq(TOTAL))
    grouped = facts.groupby(subject, sort=False)
    clear = ~grouped["other"].transform("any")
    many = grouped["zero"].transform("sum").gt(1) | grouped["total"].transform("any")
    for (entity_id, _, _), group in facts.assign(at=np.arange(len(facts)))[clear & many & zero].groupby(subject):
        entity = draft.entities.get(str(entity_id))
        if entity is not None and entity.type == EntityType.PROVINCE:
            message = texts().findings.zero_province.format(name=entity.display_name)
            draft.say(warning("zero_province", message), group["at"].to_numpy(dtype=np.int64), "0")


def _framework_is_a_tree(draft: Draft) -> None:
    for fault, at, value in framework_faults(draft.facts, draft.snapshot.nodes):
        draft.say(fault, at, value, _TREE_CELLS.get(fault.code, ""))
    for fault, at, value, column in node_faults(draft.facts, draft.snapshot.nodes):
        draft.say(fault, at, value, column)


def _successor_exists(draft: Draft) -> None:
    known = set(draft.snapshot.entities["entity_id"].dropna()) | set(draft.facts["entity_id"].dropna())
    successors = draft.facts["successor_id"]
    lost = successors.notna() & ~successors.isin(known)
    for successor in successors[lost].unique():
        message = texts().findings.successor_unknown.format(value=successor)
        at = np.flatnonzero(lost & successors.eq(successor))
        draft.say(error("successor_unknown", message), at, str(successor), "successor_id")


def _period_types_do_not_mix(draft: Draft) -> None:
    """Index years and report periods of one index do not stand in one file; the rarer type is reported."""
    codes, ids = pd.factorize(draft.facts["period_id"])
    years = [Period.parse(str(period_id)).period_class is PeriodClass.INDEX_YEAR for period_id in ids]
    is_year = np.append(np.array(years, dtype=np.bool_), False)[codes]
    is_report = (codes >= 0) & ~is_year
    if not (is_year.any() and is_report.any()):
        return
    indexes = draft.facts["index_code"]
    for index_code in indexes.dropna().unique():
        mine = indexes.eq(index_code).to_numpy(dtype=np.bool_)
        both = (mine & is_year, mine & is_report)
        rarer = min(both, key=lambda mask: int(mask.sum()))
        if rarer.any():
            message = texts().findings.period_types_mixed.format(index=index_code)
            draft.say(error("period_types_mixed", message), np.flatnonzero(rarer), str(index_code), "period_id")


def say_future(draft: Draft, today: date) -> None:
    """Scores of a period that has not begun: a mistyped year."""
    codes, ids = pd.factorize(draft.facts["period_id"])
    for code, period_id in enumerate(ids):
        if Period.parse(str(period_id)).year > today.year:
            message = texts().findings.period_in_future.format(period=period_label(str(period_id)))
            draft.say(warning("period_in_future", message), np.flatnonzero(codes == code), str(period_id), "period_id")


# The cells at which a fault of a tree is mended; elsewhere the code of the criterion.
_TREE_CELLS: Mapping[str, str] = {
    **dict.fromkeys(("root_has_parent", "second_root", "parent_unknown", "parents_in_circle"), "parent_code"),
    "maxima_differ": "max_score",
    "years_reversed": "year_to",
}
_CHECKS: Mapping[str, Callable[[Draft], None]] = {
    "suspicious_zero_province": _suspicious_zero_province,
    "framework_is_a_tree": _framework_is_a_tree,
    "successor_exists": _successor_exists,
}
