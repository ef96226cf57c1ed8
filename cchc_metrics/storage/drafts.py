"""Entries before they are numbered, dated and chained: what an import, an undo or a removal will say of itself."""

from dataclasses import replace
from datetime import datetime
from uuid import uuid4

import pyarrow as pa

from cchc_metrics.model import Action, Actor, ChangeCounts, Entry, ImportPlan, RowCounts
from cchc_metrics.storage.changes import ADD, CHANGE, REMOVE, count_of


def of_plan(plan: ImportPlan, changes: pa.Table, actor: Actor, note: str, action: Action) -> Entry:
    """A file or an edit. What is written is counted in the change set itself."""
    return Entry(
        seq=0,
        action=action,
        kind=plan.kind,
        plan_id=plan.plan_id,
        actor=actor,
        recorded_at=datetime.min,
        note=note,
        file_name=plan.file_name,
        original_sha256="",
        original_size=0,
        changes_sha256="",
        rows=plan.rows,
        counts=replace(_counted(changes), unchanged=plan.counts.unchanged, missing=plan.counts.missing),
        findings=plan.findings,
    )


def of_undo(entry: Entry, changes: pa.Table, actor: Actor, note: str) -> Entry:
    """What takes an entry back."""
    return replace(_about(entry, Action.UNDO, actor, note), counts=_counted(changes), undoes=entry.seq)


def of_removal(entry: Entry, covered: tuple[int, ...], actor: Actor, reason: str) -> Entry:
    """What removes the original of an entry, and with it that of every entry that came with the same bytes."""
    draft = _about(entry, Action.REMOVE_ORIGINAL, actor, reason)
    return replace(draft, removes=covered, removed_sha256=entry.original_sha256)


def of_redaction(entry: Entry, actor: Actor, reason: str) -> Entry:
    """What tells of a text that was taken out of history; the caller adds where it stood."""
    return replace(_about(entry, Action.REDACT, actor, reason), file_name="", removes=(), removed_sha256="")


def _about(entry: Entry, action: Action, actor: Actor, note: str) -> Entry:
    return replace(
        entry,
        action=action,
        plan_id=uuid4().hex,
        actor=actor,
        note=note,
        original_sha256="",
        original_size=0,
        rows=RowCounts(),
        counts=ChangeCounts(),
        findings=(),
        undoes=None,
    )


def _counted(changes: pa.Table) -> ChangeCounts:
    return ChangeCounts(
        added=count_of(changes, ADD), changed=count_of(changes, CHANGE), removed=count_of(changes, REMOVE)
    )
