"""Declaring that two years of a criterion may be compared or not: a person's word, with its reason, by the journal."""

from dataclasses import dataclass

import pandas as pd

from cchc_metrics.access import Deed, require
from cchc_metrics.errors import UnknownNameError
from cchc_metrics.labels import official, texts
from cchc_metrics.model import Entry
from cchc_metrics.schema import ALL_NODES, BREAKS
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.storing import storing

OFFICE = "office"
BREAK, CONTINUOUS = "break", "continuous"
_SEPARATOR = "~"


@dataclass(frozen=True, slots=True)
class Step:
    """Two neighbouring years of one criterion."""

    index_code: str
    node_code: str
    before: str
    after: str

    @property
    def text(self) -> str:
        """The step as one text, for an address."""
        return _SEPARATOR.join((self.index_code, self.node_code, self.before, self.after))

    @staticmethod
    def of(text: str) -> "Step":
        """The step that a text names. Raises ValueError."""
        index, node, before, after = text.split(_SEPARATOR)
        return Step(index, node, before, after)


@dataclass(frozen=True, slots=True)
class Declared:
    """What came of a declaration: its entry, or what is wrong with it. Neither: nothing would change."""

    entry: Entry | None
    problem: str = ""


def steps(desk: Desk) -> pd.DataFrame:
    """What is declared or suspected of single criteria: facts of the kind «breaks», newest step first."""
    require(desk.actor, Deed.READ)
    known = desk.catalogue.breaks
    known = known[known["node_code"] != ALL_NODES]
    return known.sort_values(["index_code", "period_after", "node_code"], ascending=[True, False, True])


def declare(desk: Desk, step: Step, kind: str, reason: str, source: str = "") -> Declared:
    """Store that a step is a break or continuous. Raises UnknownNameError for a step nobody doubts, NotAllowedError."""
    require(desk.actor, Deed.EDIT)
    known, t = steps(desk), texts().steps
    grain = dict(zip(BREAKS.grain_names, (step.index_code, step.node_code, step.before, step.after), strict=True))
    if not (known[list(grain)] == pd.Series(grain)).all(axis=1).any():
        raise UnknownNameError(t.nothing)
    if not reason.strip():
        return Declared(None, t.reason_missing)
    row = grain | {"break_kind": kind, "reason": reason.strip(), "source": source.strip() or None, "said_by": OFFICE}
    facts = pd.DataFrame([row])[[*BREAKS.grain_names, *BREAKS.value_names]].astype("str")
    note = official().steps.journal_note.format(
        kind=official().steps.kinds[kind],
        node=step.node_code,
        before=step.before,
        after=step.after,
        reason=reason.strip(),
    )
    return Declared(storing.edit(desk.office, desk.actor, BREAKS, facts, note))
