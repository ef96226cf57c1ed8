"""One commit: what an entry will say of itself; the database without COMMIT, the archive, the journal line, COMMIT."""

from dataclasses import replace
from datetime import datetime
from uuid import uuid4
from zoneinfo import ZoneInfo

import pyarrow as pa

from cchc_metrics.model import Action, Actor, ChangeCounts, Entry, ImportPlan, RowCounts
from cchc_metrics.schema import Kind
from cchc_metrics.storage import facts, lines, tables
from cchc_metrics.storage.archive import Archive
from cchc_metrics.storage.chain import with_hash
from cchc_metrics.storage.changes import ADD, CHANGE, REMOVE, count_of, to_parquet
from cchc_metrics.storage.gateway import Cursor
from cchc_metrics.storage.ledger import note_applied
from cchc_metrics.storage.parts import Parts
from cchc_metrics.storage.seams import Journal


def commit(parts: Parts, kind: Kind, changes: pa.Table, draft: Entry, original: bytes) -> Entry:
    """Store one entry. The journal line is the commit point: before it every failure leaves nothing behind.

    Raises ConflictError, OSError, CchcError; when the journal has grown nevertheless, the entry is stored.
    """
    journal, archive = parts.journal, parts.archive
    before = journal.last_seq
    digest = lines.digest_of(original) if original else ""
    named = replace(draft, original_sha256=digest, original_size=len(original))
    entry = _dated(journal, named, parts.settings.timezone)
    try:
        with parts.gateway.transaction() as cursor:
            facts.apply(cursor, kind, changes, entry.seq, entry.recorded_at)
            facts.tally(cursor, kind, entry.seq)
            entry = _archived(archive, kind, changes, _with_facts(cursor, entry), original)
            note_applied(cursor, entry.seq, entry.hash, lines.encode(entry))
            journal.append(entry)
    except BaseException:
        if journal.last_seq == before and not journal.unknown:
            archive.withdraw(entry, journal)
        raise
    return entry


def _dated(journal: Journal, draft: Entry, timezone: str) -> Entry:
    """The draft as the next entry, now; never before the previous one, whatever the clock says."""
    now = datetime.now(ZoneInfo(timezone))
    previous = journal.entries[-1].recorded_at if journal.last_seq else now
    behind = previous - now
    if now >= previous:
        return journal.next(replace(draft, recorded_at=now))
    return journal.next(replace(draft, recorded_at=previous, clock_behind=max(1, round(behind.total_seconds()))))


def _with_facts(cursor: Cursor, entry: Entry) -> Entry:
    return replace(entry, facts_sha256=facts.tallied(cursor), tables_sha256=tables.fingerprint())


def _archived(archive: Archive, kind: Kind, changes: pa.Table, entry: Entry, original: bytes) -> Entry:
    """Original and change set on the disk; the change set says what the line will say, but for its own hash."""
    archive.put_original(original)
    data = to_parquet(kind, changes, lines.canonical(lines.payload_of(entry)))
    archive.put_changes(entry.seq, data)
    return with_hash(replace(entry, changes_sha256=lines.digest_of(data)))


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
