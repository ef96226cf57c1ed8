"""Evidence as files: attached to an item of a report, kept as they came, by their hash; listed and taken in one zip."""

import hashlib
import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath

from cchc_metrics import documents
from cchc_metrics.access import Deed, require
from cchc_metrics.errors import CchcError, UnreadableFileError
from cchc_metrics.labels import texts
from cchc_metrics.model import Entry
from cchc_metrics.schema import ATTACHMENTS
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.file_names import plain_name
from cchc_metrics.services.reporting.acts import Report, about
from cchc_metrics.services.reporting.documents.attachments import archive, archive_pdf
from cchc_metrics.services.reporting.duties import Reporting
from cchc_metrics.services.reporting.forms import owed_for

# A file attached to several items names all of them.
_SEVERAL = " | "
_ZIP_TIME = (2025, 7, 1, 0, 0, 0)
_PDF = ".pdf"
# What a file of a kind begins with; Word and Excel files are zips with a part of their own.
_BEGINS: Mapping[str, bytes] = {".png": b"\x89PNG\r\n\x1a\n", ".jpg": b"\xff\xd8\xff", ".jpeg": b"\xff\xd8\xff"}
_PART: Mapping[str, str] = {".docx": "word/document.xml", ".xlsx": "xl/workbook.xml"}
KINDS_TAKEN = ("pdf", "png", "jpg", "jpeg", "docx", "xlsx")


@dataclass(frozen=True, slots=True)
class EvidenceFile:
    """A file behind an item. code: the metric or task it belongs to · seq: the entry that holds it."""

    code: str
    file_name: str
    title: str
    sha256: str
    seq: int


@dataclass(frozen=True, slots=True)
class GivenFile:
    """A file as it came, and what it is."""

    file_name: str
    data: bytes
    title: str = ""


def items_of(desk: Desk, report: Report) -> Mapping[str, str]:
    """What evidence can be attached to: the tasks of a report and their metrics, code -> name.

    Raises UnknownNameError when the unit does not owe it.
    """
    require(desk.actor, Deed.READ_REPORTS, report.unit_id)
    reporting = Reporting(desk)
    owed = owed_for(reporting, report.unit_id, report.form_code, report.period_id)
    found: dict[str, str] = {}
    for task in owed.tasks:
        found[task] = texts().reporting.form_task.format(task=task, name=reporting.tasks[task])
        metrics = reporting.owed_metrics(owed.unit_id, owed.window, (task,))
        found |= {metric.code: f"{metric.code} {metric.name}" for metric in metrics}
    return found


def attach(desk: Desk, report: Report, code: str, file: GivenFile) -> Entry | None:
    """Keep a file as evidence of an item.

    Raises CchcError for an item that the report has not, or when the file is attached to it already;
    UnreadableFileError for a file that is not what its name says, is empty or too large; NotAllowedError.
    """
    require(desk.actor, Deed.SEND, report.unit_id)
    t = texts().entering
    if code not in items_of(desk, report):
        raise CchcError(t.files_item_unknown.format(code=code))
    file_name, data = file.file_name, file.data
    _refuse_other(file_name, data)
    place = f"{about(report)}:{code}"
    # Of all units: the same file may be kept for another one, whose mark must stay.
    held = desk.office.store.facts(ATTACHMENTS, {"attachment": [hashlib.sha256(data).hexdigest()]})
    places = [one for words in held["about"].dropna() for one in str(words).split(_SEVERAL)]
    if place in places:
        raise CchcError(t.files_same)
    words = file.title.strip() or plain_name(file_name)
    keep = archive_pdf if _suffix(file_name) == _PDF else archive
    return keep(desk, file_name, data, _SEVERAL.join([*places, place]), words)


def _suffix(file_name: str) -> str:
    return PurePath(file_name).suffix.lower()


def _refuse_other(file_name: str, data: bytes) -> None:
    """A file is what its name says, or it is refused. A PDF is looked through besides."""
    suffix, t = _suffix(file_name), texts().entering
    if suffix == _PDF:
        documents.check_pdf(data)
        return
    begins, part = _BEGINS.get(suffix), _PART.get(suffix)
    sound = (begins is not None and data.startswith(begins)) or (part is not None and _has_part(data, part))
    if not sound:
        raise UnreadableFileError(t.files_kind)


def _has_part(data: bytes, part: str) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive_of:
            return part in archive_of.namelist()
    except zipfile.BadZipFile:
        return False


def files_of(desk: Desk, report: Report) -> tuple[EvidenceFile, ...]:
    """The evidence of a report, in the order in which it came; a file of several items once an item."""
    require(desk.actor, Deed.READ_REPORTS, report.unit_id)
    prefix = f"{about(report)}:"
    held = desk.facts(ATTACHMENTS, provenance=True).sort_values("seq_from")
    found = []
    for row in held.astype("object").where(held.notna(), "").to_dict("records"):
        for place in str(row["about"]).split(_SEVERAL):
            if place.startswith(prefix):
                code = place.removeprefix(prefix)
                name, title = str(row["file_name"]), str(row["title"])
                found.append(EvidenceFile(code, name, title, str(row["attachment"]), int(row["upload_seq"])))
    return tuple(found)


def zipped(desk: Desk, report: Report) -> bytes:
    """Every evidence file of a report, in a folder an item; the same files give the same bytes.

    Raises UnknownNameError for a file that was removed from the archive.
    """
    require(desk.actor, Deed.READ_REPORTS)
    require(desk.actor, Deed.DOWNLOAD)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive_of:
        for one in files_of(desk, report):
            data = desk.original(one.seq)[1]
            name = f"{one.code}/{one.sha256[:8]}-{one.file_name}"
            archive_of.writestr(zipfile.ZipInfo(name, date_time=_ZIP_TIME), data)
    return buffer.getvalue()
