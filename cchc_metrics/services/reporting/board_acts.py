"""Deeds of the board beyond those of the report itself: taking a decision back, attaching the signed scan."""

from collections.abc import Sequence
from dataclasses import replace

from cchc_metrics.access import Deed, require
from cchc_metrics.errors import CchcError
from cchc_metrics.labels import official, texts
from cchc_metrics.model import Entry
from cchc_metrics.schema import DUE_DATE_CHANGES
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.reporting.acts import Act, Report, about, record
from cchc_metrics.services.reporting.documents.attachments import archive_pdf
from cchc_metrics.services.storing import storing


def withdraw(desk: Desk, report: Report, reason: str) -> Entry:
    """Take an extension or exemption out of force. Raises CchcError without a reason or a decision, NotAllowedError."""
    require(desk.actor, Deed.JUDGE, report.unit_id)
    stored = desk.facts(DUE_DATE_CHANGES, report.where(), provenance=True)
    if stored.empty or not reason.strip():
        raise CchcError(texts().board.withdraw_needs_reason)
    return storing.remove(desk.office, desk.actor, DUE_DATE_CHANGES, stored, reason.strip())


def judge(desk: Desk, report: Report, act: Act, cells: Sequence[str], remark: str) -> Entry | None:
    """A judgement, and once more for every item commented on, in one entry.

    remark: what is said of the items; without one the judgement's own text. Raises CchcError, NotAllowedError.
    """
    words = remark.strip() or act.text
    return record(desk, report, act, *(replace(act, cell=cell, text=words) for cell in cells))


def attach(desk: Desk, report: Report, file_name: str, data: bytes) -> Entry | None:
    """Keep the signed scan of a report; None when the same file is attached already.

    Raises UnreadableFileError for what is no PDF or too large, NotAllowedError.
    """
    return archive_pdf(desk, file_name, data, about(report), official().board.scan_title)
