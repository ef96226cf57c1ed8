"""One shipped file taken in, as any upload is."""

from pathlib import Path

import pandas as pd

from cchc_metrics.access import SYSTEM
from cchc_metrics.errors import StoreDamagedError
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import official, texts
from cchc_metrics.model import ImportPlan, Severity
from cchc_metrics.schema import Kind
from cchc_metrics.services.intake import intake
from cchc_metrics.services.intake.ready import ready_plan
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.storing import storing


def take_in(office: Office, kind: Kind, path: Path) -> None:
    """Store what a shipped file says. Raises StoreDamagedError when it is refused."""
    t = texts().services
    plan = ready_plan(office, kind, path) or intake.plan(office, SYSTEM, path.name, path.read_bytes(), kind.name)
    if plan.rejected:
        first = next(finding for finding in plan.findings if finding.severity is Severity.ERROR)
        raise StoreDamagedError(t.reference_refused.format(name=path.name, cell=first.cell, message=first.message))
    plan = _keeping_corrections(office, plan)
    gone = _withdrawn(office, path, plan)
    told, note = official().services, official().services.reference_note
    if len(gone):
        plan, note = storing.withdrawing(plan, gone), told.reference_withdrawn.format(count=fmt.integer(len(gone)))
    # An edition that changes nothing is an entry too, or it would be read anew at every start.
    office.store.commit(plan, SYSTEM, note)


def _withdrawn(office: Office, path: Path, plan: ImportPlan) -> pd.DataFrame:
    """What an earlier edition of this file brought and this one no longer says, as the store holds it.

    Facts that a person has corrected since stay, and so does all that other files say.
    """
    if plan.missing.empty:
        return plan.missing
    earlier = {e.seq for e in office.store.entries() if e.actor.id == SYSTEM.id and e.file_name == path.name}
    return plan.missing[plan.missing["seq_from"].isin(earlier)]


def _keeping_corrections(office: Office, plan: ImportPlan) -> ImportPlan:
    """The plan without changes to facts that a person has since corrected: a new release never overwrites those."""
    if plan.previous.empty:
        return plan
    by_person = {entry.seq for entry in office.store.entries() if entry.actor.id != SYSTEM.id}
    corrected = plan.previous[plan.previous["seq_from"].isin(by_person)]
    return storing.without(plan, corrected) if len(corrected) else plan
