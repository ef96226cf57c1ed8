"""What stands in the place of a number – «NA», «-», «…», a blank cell, #N/A – and what a person said that it means.

A publisher's dash may be a zero, an exemption or a number that nobody collected; so a mark is asked about once per
file and remembered for its index. In our own template «N/A» means exempt, as the template says.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

import numpy as np
import pandas as pd

from cchc_metrics.importing.cells import Field, Flags, Words, combine
from cchc_metrics.importing.normalise import clean, compact
from cchc_metrics.importing.numbers import FAULTS, STATES, UNCLEAR_MARK, UNSURE, NumberColumn, read_number
from cchc_metrics.labels import texts
from cchc_metrics.model import CellKind, Finding, Question, ValueState

MARK = "mark"
# How a blank cell is written where a mark is remembered.
BLANK = "(trống)"
NOT_AVAILABLE = "#N/A"
# What a person may say of a mark; "none": the cell is no fact, not even a missing one.
EXEMPT, WITHHELD, MISSING, ZERO, NO_FACT = "na", "withheld", "missing", "0", "none"
_STATE = {EXEMPT: ValueState.EXEMPT, WITHHELD: ValueState.MISSING, MISSING: ValueState.MISSING, ZERO: ValueState.VALUE}
EXPLAINED = frozenset(_STATE)
# Between an index and the publisher whose marks are meant.
_BY = " – "
_CODES = frozenset({"mark_unsure", "unclear_mark", "value_empty"})


def mark_form(text: str) -> str:
    """A mark as it is remembered: «N/a» -> ``n/a``, «–» -> ``-``, «...» -> ``…``; empty for what is no mark."""
    bare = clean(text)
    if not bare or bare == BLANK:
        return BLANK
    if compact(bare) in UNSURE:
        return bare.casefold()
    if read_number(bare).fault != UNCLEAR_MARK:
        return ""
    return bare.translate(str.maketrans("−–—‐‑", "-----")).replace("...", "…").casefold()


def by_publisher(index: Words, source: Words) -> Words:
    """The index of each record, and after it the publisher where the records of the index name one and no other."""
    both, first = combine(index.codes, source.codes)
    names = []
    for at in first.tolist():
        mine = index.codes == index.codes[at]
        lone = int(source.codes[at]) >= 0 and bool((source.codes[mine] == source.codes[at]).all())
        code = index.words[int(index.codes[at])] if int(index.codes[at]) >= 0 else ""
        names.append(f"{code}{_BY}{source.words[int(source.codes[at])]}" if code and lone else code)
    return Words(both, tuple(names)).mapped(names)


class Marks:
    """What marks were said to mean, by index; and those that nobody has explained yet.

    names: the frame of the kind «names», with rows of the subject "mark".
    """

    def __init__(self, names: pd.DataFrame | None = None) -> None:
        self._known: dict[tuple[str, str], str] = {}
        self.asked: dict[tuple[str, str], str] = {}
        if names is not None and len(names):
            mine = names[names["subject"].eq(MARK)]
            columns = [mine[name].fillna("").astype(str) for name in ("scope", "written", "target")]
            self._known = {(scope, written): target for scope, written, target in zip(*columns, strict=True)}

    def meaning(self, index_code: str, form: str) -> str:
        """What a mark means; empty while nobody has said. What was said of a publisher's counts before what was said of
        its index."""
        index, _, _ = index_code.partition(_BY)
        return self._known.get((index_code, form)) or self._known.get((index, form), "")

    def ask(self, index_code: str, form: str, written: str) -> None:
        self.asked.setdefault((index_code, form), written)

    def blanks(self, index: Words, empty: Flags, meanings: frozenset[str]) -> Flags:
        """The empty records of indexes whose blank cells were said to mean one of these; the others are asked about."""
        found = np.zeros(len(empty), dtype=np.bool_)
        for code, index_code in enumerate(index.words):
            mine = empty & (index.codes == code)
            if not mine.any():
                continue
            meaning = self.meaning(index_code, BLANK)
            if not meaning:
                self.ask(index_code, BLANK, "")
            elif meaning in meanings:
                found |= mine
        return found


def with_meanings(
    cells: NumberColumn, field: Field, index: Words, marks: Marks, *, sure: frozenset[str]
) -> tuple[NumberColumn, Flags]:
    """Cells with every mark read as a person said; and the records whose mark nobody has explained.

    sure: forms that mean exempt without asking.
    """
    blank = ~field.filled
    forms = [mark_form(word) for word in field.texts.words]
    codes = np.where(field.where(CellKind.TEXT), field.texts.codes, -1)
    codes = np.where(blank, len(forms), codes)
    whole, first = combine(codes, index.codes)
    states, faults, numbers = cells.states.copy(), cells.faults.copy(), cells.numbers.copy()
    unsure = np.zeros(len(codes), dtype=np.bool_)
    for number, at in enumerate(first.tolist()):
        code = int(codes[at])
        form = "" if code < 0 else BLANK if code == len(forms) else forms[code]
        if not form or int(index.codes[at]) < 0:
            continue
        mine = whole == number
        written = "" if form == BLANK else field.texts.words[code]
        meaning = marks.meaning(index.words[int(index.codes[at])], form)
        if meaning in _STATE:
            states[mine], faults[mine] = STATES.index(_STATE[meaning]), 0
            numbers[mine] = 0.0 if meaning == ZERO else np.nan
        elif not meaning and form not in sure and form != BLANK:
            marks.ask(index.words[int(index.codes[at])], form, written)
            unsure |= mine & (faults != FAULTS.index(UNCLEAR_MARK))
    return replace(cells, states=states, faults=faults, numbers=numbers), unsure


def mark_questions(marks: Marks, findings: Iterable[Finding]) -> Iterator[Question]:
    """One question per mark and index, at the first cell where it stands."""
    t = texts().intake
    told: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.code in _CODES or (finding.code == "excel_error" and finding.value == NOT_AVAILABLE):
            told.setdefault(mark_form(finding.value), []).append(finding)
    choices = {
        MISSING: t.mark_missing,
        WITHHELD: t.mark_withheld,
        EXEMPT: t.mark_exempt,
        ZERO: t.mark_zero,
    }
    for (index_code, form), written in marks.asked.items():
        if not (found := told.get(form)):
            continue
        prompt = t.mark_blank if form == BLANK else t.mark
        offered = {**choices, NO_FACT: t.mark_none} if form == BLANK else choices
        yield Question(
            MARK,
            written,
            index_code,
            prompt.format(mark=written, index=index_code),
            offered,
            found[0].sheet,
            found[0].cell,
            sum(one.count for one in found),
        )
