"""One commit: the database without COMMIT, the archive, the journal line, COMMIT."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pyarrow as pa

from cchc_metrics.model import Entry
from cchc_metrics.schema import Kind
from cchc_metrics.storage import facts, lines, tables
from cchc_metrics.storage.archive import Archive
from cchc_metrics.storage.chain import with_hash
from cchc_metrics.storage.changes import to_parquet
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
