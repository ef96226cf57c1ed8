"""What a file leaves as it is: a column that it lacks changes nothing, and a blank cell where something is stored is
asked about.

A source, a note or a printed text describes the number beside it: where the number changes, those of the old one go.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from cchc_metrics.importing.cells import Flags, Ints
from cchc_metrics.importing.matching import comparable, partners
from cchc_metrics.importing.problems import Problems, error
from cchc_metrics.labels import texts
from cchc_metrics.model import Finding, Grid, Question
from cchc_metrics.schema import Kind

BLANK_CELLS = "blank"
KEEP, CLEAR = "keep", "clear"
_OF_THE_NUMBER = frozenset({"source", "note", "printed", "legal_basis"})
_NUMBER = frozenset({"state", "value"})


@dataclass(frozen=True, slots=True)
class Kept:
    """facts: with what stays of the stored ones · findings, questions: about blank cells."""

    facts: pd.DataFrame
    findings: tuple[Finding, ...] = ()
    questions: tuple[Question, ...] = ()


def keep_stored(
    kind: Kind,
    facts: pd.DataFrame,
    stored: pd.DataFrame,
    present: Mapping[str, Flags],
    *,
    blanks: Mapping[str, str],
    sheets: Mapping[int, str],
) -> Kept:
    """Facts of a file (one row per fact, with its place) beside the facts in force (same columns).

    present: store column -> for which facts the file has a column of it; one that is not named has none · blanks:
    template header -> "keep" or "clear", as a person answered · sheets: number -> name. No frame is changed.
    """
    if facts.empty or stored.empty:
        return Kept(facts)
    at = partners(kind, facts, stored)
    known = at >= 0
    if not known.any():
        return Kept(facts)
    same = _same_number(kind, facts, stored, at, known)
    kept, problems, asked = facts.copy(), Problems(), list[Question]()
    headers = {column.store: column.header for column in kind.template}
    for column in kind.values:  # noqa: PD011 - a Kind is no frame
        if column.name in _NUMBER or column.name == "framework_id":
            continue
        theirs = _aligned(stored, column.name, at)
        gap = facts[column.name].isna().to_numpy(dtype=np.bool_) & known & ~pd.isna(theirs)
        has = present.get(column.name, np.zeros(len(facts), dtype=np.bool_))
        stays = gap & ~has & (same if column.name in _OF_THE_NUMBER else np.ones(len(facts), dtype=np.bool_))
        header = headers.get(column.name, "")
        blank = gap & has & same
        if blank.any() and header:
            answer = blanks.get(header, "")
            stays |= blank if answer == KEEP else blank & False
            if not answer:
                asked.append(_ask(problems, facts, np.flatnonzero(blank), header, sheets))
        if stays.any():
            values = kept[column.name].astype("object").to_numpy(dtype=object, copy=True)
            values[stays] = theirs[stays]
            kept[column.name] = pd.Series(values, index=facts.index).astype(facts[column.name].dtype)
    return Kept(kept, problems.findings(), tuple(asked))


def _aligned(stored: pd.DataFrame, name: str, at: Ints) -> np.ndarray:
    """The stored values beside each fact; nothing where there is no stored fact."""
    values = stored[name].astype("object").to_numpy(dtype=object)
    found = np.full(len(at), None, dtype=object)
    found[at >= 0] = values[at[at >= 0]]
    return found


def _same_number(kind: Kind, facts: pd.DataFrame, stored: pd.DataFrame, at: Ints, known: Flags) -> Flags:
    """The facts whose number and state are those stored; all of a kind that has no number."""
    same = known.copy()
    places = np.flatnonzero(known)
    for column in kind.values:  # noqa: PD011 - a Kind is no frame
        if column.name in _NUMBER:
            ours = comparable(column, facts[column.name].iloc[places]).reset_index(drop=True)
            theirs = comparable(column, stored[column.name].iloc[at[places]]).reset_index(drop=True)
            equal = ours.eq(theirs).fillna(False).to_numpy(dtype=np.bool_) | (
                ours.isna().to_numpy(dtype=np.bool_) & theirs.isna().to_numpy(dtype=np.bool_)
            )
            same[places] &= equal
    return same


def _ask(problems: Problems, facts: pd.DataFrame, at: Ints, header: str, sheets: Mapping[int, str]) -> Question:
    """The finding at the cells of the values, and the question with its two answers."""
    t = texts().intake
    places = facts[["sheet_no", "row_no", "col_no"]].to_numpy(dtype=np.int64)[at]
    for number in np.unique(places[:, 0]).tolist():
        mine = places[places[:, 0] == number]
        sheet = Grid(sheets.get(number, ""), number, ())
        problems.of_cells(error("cell_blanked", t.cell_blanked.format(header=header)), sheet, mine[:, 1], mine[:, 2])
    choices = {KEEP: t.blank_keep, CLEAR: t.blank_clear}
    prompt = t.blank_cells.format(header=header)
    return Question(BLANK_CELLS, header, "", prompt, choices, sheets.get(int(places[0, 0]), ""), "", len(at))
