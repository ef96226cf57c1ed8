"""Files in: read, interpret, compare, show, store, undo. The same path for shipped facts, uploads and the terminal."""

import hashlib
from dataclasses import dataclass, replace
from datetime import date

import pandas as pd

from cchc_metrics import importing, workbooks
from cchc_metrics.access import SYSTEM, Deed, require
from cchc_metrics.access.rows import require_any, require_writing
from cchc_metrics.config import ReaderLimits
from cchc_metrics.errors import UnknownNameError, UnreadableFileError
from cchc_metrics.importing.asked.blanks import CLEAR
from cchc_metrics.labels import named, texts
from cchc_metrics.model import (
    Actor,
    ChangeCounts,
    FileMapping,
    Finding,
    ImportPlan,
    Question,
    RowCounts,
    Severity,
    Workbook,
)
from cchc_metrics.schema import ENTITIES, FRAMEWORKS, KINDS, SCORES, TARGETS, UNIT_REPORTS, Kind
from cchc_metrics.services.intake.budget import OutOfTimeError, Progress, within
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.download import XLSX, Download
from cchc_metrics.services.office.file_names import plain_name
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.reporting import due_order, receiving
from cchc_metrics.services.storing.comparing import by_severity, same_content, stored_beside
from cchc_metrics.services.storing.layouts import recalled, written_mapping
from cchc_metrics.services.storing.storing import plan_id, told_units


def kind_named(name: str) -> Kind:
    """The kind with this name. Raises UnknownNameError that lists the names there are."""
    if name not in KINDS:
        raise UnknownNameError(texts().services.unknown_kind.format(name=name, names=", ".join(KINDS)))
    return KINDS[name]


@dataclass(frozen=True, slots=True)
class Opened:
    """A file that was read before the office was opened. workbook: None where it could not be; then ``problem``."""

    workbook: Workbook | None
    problem: str = ""


def opened(file_name: str, data: bytes, limits: ReaderLimits) -> Opened:
    """The file read in a child under the limits; nobody waits for the office's folder meanwhile."""
    try:
        return Opened(workbooks.read(plain_name(file_name), data, limits))
    except UnreadableFileError as error:
        return Opened(None, str(error))


def plan(
    office: Office,
    actor: Actor,
    file_name: str,
    data: bytes,
    kind_name: str | None = None,
    *,
    mapping: FileMapping | None = None,
    progress: Progress | None = None,
    before: Opened | None = None,
) -> ImportPlan:
    """What this file would do, with every finding and question; nothing is stored.

    mapping: how the file is to be read, and what its kind is where none is named. Without one a file that is no
    template of ours is read as its layout was remembered, else as it can be understood.
    progress: told the share done, from 0 to 1, and in words what is being done, or how many files are before this
    one · before: the file, already read.
    Checking takes no longer than reading may; then the plan is refused. What ``progress`` raises calls it off.
    Raises UnreadableFileError when the file cannot be opened, UnknownNameError for an unknown kind, NotAllowedError.
    """
    require_any(actor, (Deed.IMPORT, Deed.SEND))
    file_name = plain_name(file_name)
    store = office.store
    base = store.version
    report = progress or _silent
    named = kind_named(kind_name) if kind_name else None
    asked = _Asked(office, actor, file_name, data, base, kind_name, mapping)
    with office.line.turn(lambda ahead: report(0.0, texts().intake.waiting_turn.format(ahead=ahead))):
        report(0.05, texts().services.reading_file)
        read = before or opened(file_name, data, office.settings.reader)
        if read.workbook is None:
            return _refused(file_name, data, base, Finding("unreadable_file", Severity.ERROR, read.problem))
        return _checked(asked, read.workbook, named, report)


def _checked(asked: "_Asked", workbook: Workbook, named: Kind | None, report: Progress) -> ImportPlan:
    """The plan within its time, else the refusal of a file that takes too long."""
    limit = asked.office.settings.reader.seconds
    try:
        return within(limit, lambda told: _planned(asked, workbook, named, told), report)
    except OutOfTimeError:
        late = Finding("check_out_of_time", Severity.ERROR, texts().intake.check_out_of_time.format(limit=limit))
        return _refused(asked.file_name, asked.data, asked.base, late)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What ``plan`` was asked."""

    office: Office
    actor: Actor
    file_name: str
    data: bytes
    base: int
    kind_name: str | None
    mapping: FileMapping | None


def _planned(asked: _Asked, workbook: Workbook, named: Kind | None, report: Progress) -> ImportPlan:
    """The plan of a file that was read."""
    office, actor, file_name, data, base = asked.office, asked.actor, asked.file_name, asked.data, asked.base
    store, t, kind_name, mapping = office.store, texts().services, asked.kind_name, asked.mapping
    workbook = importing.in_template_words(workbook, named or (kind_named(mapping.kind) if mapping else None))
    private = importing.personal_data(workbook)
    known = recalled(office, workbook, kind_name) if mapping is None and workbook.stamp is None else None
    given = mapping or (known.mapping if known else None)
    kind = named or (kind_named(given.kind) if given else _kind_of(office, workbook))
    digest = hashlib.sha256(data).hexdigest()
    earlier = store.find_by_original(digest)
    if kind is None:
        findings = (_unknown(workbook), *([known.finding] if known else []), *private)
        return replace(_refused(file_name, data, base, *findings), questions=(_which_kind(workbook),))
    report(0.4, t.checking_cells)
    read = _understood(office, actor, workbook, kind, given)
    # Before it is compared: what others reported must not be told to who may not read it.
    require_writing(actor, kind, told_units(read.facts), by_file=True)
    report(0.8, t.comparing)
    stored = stored_beside(office, kind, read.facts)
    names = {sheet.number: sheet.name for sheet in workbook.sheets}
    kept = _kept(asked, workbook, read, stored, given)
    found = importing.diff(kind, kept.facts, stored)
    found = receiving.replacing(found) if _of_unit(workbook, kind) else found
    reviewed = importing.review(kind, kept.facts, stored, store.snapshot(), names)
    if kind.name in due_order.KINDS_OF_DAYS:
        # A desk reads the names of everything; no other kind needs one to be checked.
        reviewed += due_order.findings(Desk.at(office, actor), kind, kept.facts)
    if found.changes.empty and earlier is None:
        reviewed += same_content(read.rows)
    return ImportPlan(
        plan_id=plan_id(f"{digest}:{written_mapping(given)}" if given else digest, kind, base),
        kind=kind.name,
        file_name=file_name,
        original=data,
        base_seq=base,
        rows=read.rows,
        counts=found.counts,
        findings=by_severity(*private, *((known.finding,) if known else ()), *kept.findings, *read.findings, *reviewed),
        changes=found.changes,
        previous=found.previous,
        missing=found.missing,
        same_as_upload=earlier.seq if earlier else None,
        mapping=read.mapping,
        questions=(*kept.questions, *read.questions),
    )


def _unknown(workbook: Workbook) -> Finding:
    """Why no kind was recognised: what was found, which kinds come nearest, what to do next."""
    t = texts().intake
    near = importing.nearest_kinds(workbook)
    sheets = "; ".join(t.kind_sheet.format(sheet=name, words=words) for name, words in importing.first_words(workbook))
    kinds = "; ".join(
        t.kind_near.format(kind=named(kind.title), missing=", ".join(map(named, missing))) for kind, missing in near
    )
    message = t.kind_unknown.format(sheets=sheets or t.kind_empty)
    message += " " + (t.kind_nearest.format(kinds=kinds) if near else t.kind_none_near)
    return Finding("kind_not_recognised", Severity.ERROR, f"{message} {t.kind_next}")


def _which_kind(workbook: Workbook) -> Question:
    """As what a file that nobody recognises may be read: the kinds that come nearest, then the commonest."""
    near = [kind for kind, _ in importing.nearest_kinds(workbook)]
    choices = {kind.name: named(kind.title) for kind in (*near, SCORES, FRAMEWORKS, TARGETS, ENTITIES)}
    return Question("kind", "", "", texts().intake.ask_kind, choices)


def _understood(
    office: Office, actor: Actor, workbook: Workbook, kind: Kind, given: FileMapping | None
) -> importing.Interpretation:
    if _of_unit(workbook, kind):
        return receiving.interpretation(Desk.at(office, actor), workbook, given)
    trial, today = office.settings.illustrative, date.today()
    return importing.interpret(workbook, kind, office.store.snapshot(), mapping=given, illustrative=trial, today=today)


def _kept(
    asked: _Asked,
    workbook: Workbook,
    read: importing.Interpretation,
    stored: pd.DataFrame,
    given: FileMapping | None,
) -> importing.Kept:
    """The facts with what the file leaves as it is; a unit's report is replaced whole."""
    kind = read.kind
    if _of_unit(workbook, kind):
        return importing.Kept(read.facts)
    names = {sheet.number: sheet.name for sheet in workbook.sheets}
    # What is shipped says of its own facts all there is to say: a blank cell of a later edition is nothing.
    headers = {column.header for column in kind.template}
    if asked.actor == SYSTEM:
        blanks = dict.fromkeys(headers, CLEAR)
        return importing.keep_stored(kind, read.facts, stored, read.present, blanks=blanks, sheets=names)
    facts = importing.without_known_maxima(kind, read.facts, stored, asked.office.store.snapshot().nodes)
    blanks = dict(given.blanks) if given else {}
    return importing.keep_stored(kind, facts, stored, read.present, blanks=blanks, sheets=names)


def _of_unit(workbook: Workbook, kind: Kind) -> bool:
    """Whether the file is the workbook that a unit was given to fill, its stamp lost or not."""
    return kind.name == UNIT_REPORTS.name and (workbook.stamp is not None or receiving.is_report(workbook))


def _kind_of(office: Office, workbook: Workbook) -> Kind | None:
    if workbook.stamp is None and receiving.is_report(workbook):
        return UNIT_REPORTS
    return importing.detect_kind(workbook, office.store.snapshot())


def annotated(office: Office, actor: Actor, prepared: ImportPlan) -> Download:
    """The file of a plan returned as .xlsx, its findings on the cells and listed on a first sheet; rows: findings.

    Fixed and sent in again it is read as the original would be. Raises UnreadableFileError when the file cannot be
    opened or is too large to be handed back, NotAllowedError.
    """
    require(actor, Deed.DOWNLOAD)
    name, data, limits = prepared.file_name, prepared.original, office.settings.reader
    read = importing.in_template_words(workbooks.read(name, data, limits), KINDS.get(prepared.kind))
    copy = workbooks.annotate(name, data, read, prepared.findings, limits)
    return Download(copy.name, copy.data, XLSX, len(prepared.findings))


def _silent(_share: float, _words: str) -> None:
    """Nobody is watching."""


def _refused(file_name: str, data: bytes, base: int, *findings: Finding) -> ImportPlan:
    """The plan of a file of which nothing is known but why it cannot be taken in."""
    empty = pd.DataFrame()
    return ImportPlan("", "", file_name, data, base, RowCounts(), ChangeCounts(), findings, empty, empty, empty)
