"""Files kept beside the data: the signed report, the office's templates. Each is the original of an entry."""

import hashlib
from dataclasses import dataclass
from pathlib import PurePath

import pandas as pd

from cchc_metrics import documents, importing
from cchc_metrics.access.rows import KEEPS_FILES, require_any
from cchc_metrics.errors import UnreadableFileError
from cchc_metrics.labels import texts
from cchc_metrics.model import ChangeCounts, Entry, ImportPlan, RowCounts
from cchc_metrics.schema import ATTACHMENTS
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.file_names import plain_name
from cchc_metrics.services.reporting.acts import typed
from cchc_metrics.services.storing import storing

_UNNAMED = "ban-ky"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that was kept: its hash, its name, the entry that holds it."""

    sha256: str
    file_name: str
    seq: int


def archive(desk: Desk, file_name: str, data: bytes, about: str, title: str) -> Entry | None:
    """Keep a file as the original of an entry; None when the same file is kept for the same purpose already.

    Raises UnreadableFileError for an empty file or one larger than the office takes, NotAllowedError.
    """
    require_any(desk.actor, KEEPS_FILES)
    office = desk.office
    _refuse_size(desk, data)
    digest, name = hashlib.sha256(data).hexdigest(), plain_name(file_name)
    store, base = office.store, office.store.version
    row = {"attachment": digest, "file_name": name, "about": about, "title": title}
    nowhere = pd.array([pd.NA], dtype="Int64")
    facts = typed(ATTACHMENTS, [row]).assign(sheet_no=nowhere, row_no=nowhere, col_no=nowhere)
    found = importing.diff(ATTACHMENTS, facts, store.facts(ATTACHMENTS, {"attachment": [digest]}, provenance=True))
    if found.changes.empty:
        return None
    prepared = ImportPlan(
        plan_id=hashlib.sha256(f"{digest}:{about}:{base}".encode()).hexdigest()[:32],
        kind=ATTACHMENTS.name,
        file_name=name,
        original=data,
        base_seq=base,
        rows=RowCounts(1, 1, 0, 0),
        counts=ChangeCounts(added=found.counts.added, changed=found.counts.changed),
        findings=(),
        changes=found.changes,
        previous=found.previous,
        missing=found.missing,
    )
    return storing.commit(office, desk.actor, prepared, title).entry


def archive_pdf(desk: Desk, file_name: str, data: bytes, about: str, title: str) -> Entry | None:
    """Keep a signed report, once it was looked through; its name ends with .pdf whatever it was sent as.

    Raises as ``archive``, and UnreadableFileError for what is no PDF that only shows pages.
    """
    require_any(desk.actor, KEEPS_FILES)
    _refuse_size(desk, data)
    documents.check_pdf(data)
    name = f"{PurePath(plain_name(file_name)).stem or _UNNAMED}.pdf"
    return archive(desk, name, data, about, title)


def _refuse_size(desk: Desk, data: bytes) -> None:
    limit = desk.office.settings.reader.file_mb
    if not data or len(data) > limit * 1_000_000:
        raise UnreadableFileError(texts().documents.attachment_size.format(limit=limit))


def newest(desk: Desk, about: str) -> Attachment | None:
    """The file kept last for a purpose; None when there is none in force."""
    held = desk.facts(ATTACHMENTS, {"about": [about]}, provenance=True)
    if held.empty:
        return None
    row = held.sort_values("seq_from").iloc[-1]
    return Attachment(str(row["attachment"]), str(row["file_name"]), int(row["upload_seq"]))


def by_hash(desk: Desk, sha256: str) -> Attachment | None:
    """A kept file by its hash."""
    held = desk.facts(ATTACHMENTS, {"attachment": [sha256]}, provenance=True)
    if held.empty:
        return None
    row = held.iloc[0]
    return Attachment(sha256, str(row["file_name"]), int(row["upload_seq"]))
