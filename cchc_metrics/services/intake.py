"""Files in: read, interpret, compare, show, store, undo. The same path for shipped facts, uploads and the terminal."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

import pandas as pd
from pandas.api.extensions import ExtensionArray

from cchc_metrics import importing, workbooks
from cchc_metrics.access import Deed, require
from cchc_metrics.errors import CchcError, UnknownNameError, UnreadableFileError
from cchc_metrics.labels import texts
from cchc_metrics.model import (
    Action,
    Actor,
    ChangeCounts,
    Entry,
    FileMapping,
    Finding,
    ImportPlan,
    RowCounts,
    Severity,
    Workbook,
)
from cchc_metrics.schema import KINDS, LAYOUTS, NAMES, UNIT_REPORTS, Kind
from cchc_metrics.services.comparing import by_severity, same_content, stored_beside, stored_in_scope
from cchc_metrics.services.desk import Desk
from cchc_metrics.services.explore import XLSX, Download
from cchc_metrics.services.file_names import plain_name
from cchc_metrics.services.layouts import layout_facts, name_facts, recalled, written_mapping
from cchc_metrics.services.office import Office
from cchc_metrics.services.reporting import receiving

Progress = Callable[[float, str], None]


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a commit did. ``entry`` is None when the file changes nothing: then nothing was written."""

    plan: ImportPlan
    entry: Entry | None

    @property
    def status(self) -> str:
        """ "rejected", "accepted_with_warnings" or "accepted", as the command line prints it."""
        return status_of(self.plan)


def status_of(plan: ImportPlan) -> str:
    """The verdict on a plan: an error rejects it, a warning is named, information is not."""
    if plan.rejected:
        return "rejected"
    warned = any(finding.severity is Severity.WARNING for finding in plan.findings)
    return "accepted_with_warnings" if warned else "accepted"


def needs_reason(plan: ImportPlan) -> bool:
    """Whether a person must say why warnings may stand; those that bear the unit's own reason need no other."""
    warned = [finding for finding in plan.findings if finding.severity is Severity.WARNING]
    return any(not finding.code.endswith(receiving.EXPLAINED) for finding in warned)


def kind_named(name: str) -> Kind:
    """The kind with this name. Raises UnknownNameError that lists the names there are."""
    if name not in KINDS:
        raise UnknownNameError(texts().services.unknown_kind.format(name=name, names=", ".join(KINDS)))
    return KINDS[name]


def plan(
    office: Office,
    actor: Actor,
    file_name: str,
    data: bytes,
    kind_name: str | None = None,
    *,
    mapping: FileMapping | None = None,
    progress: Progress | None = None,
) -> ImportPlan:
    """What this file would do, with every finding and question; nothing is stored.

    mapping: how the file is to be read, and what its kind is where none is named. Without one a file that is no
    template of ours is read as its layout was remembered, else as it can be understood.
    progress: told the share done, from 0 to 1, and in words what is being done.
    Raises UnreadableFileError when the file cannot be opened, UnknownNameError for an unknown kind, NotAllowedError.
    """
    require(actor, Deed.IMPORT)
    file_name = plain_name(file_name)
    store = office.store
    base = store.version
    said, report = texts().services, progress or _silent
    report(0.05, said.reading_file)
    named = kind_named(kind_name) if kind_name else None
    try:
        workbook = workbooks.read(file_name, data, office.settings.reader)
    except UnreadableFileError as error:
        return _refused(file_name, data, base, Finding("unreadable_file", Severity.ERROR, str(error)))
    private = importing.personal_data(workbook)
    known = recalled(office, workbook, kind_name) if mapping is None and workbook.stamp is None else None
    given = mapping or (known.mapping if known else None)
    kind = named or (kind_named(given.kind) if given else _kind_of(office, workbook))
    digest = hashlib.sha256(data).hexdigest()
    earlier = store.find_by_original(digest)
    if kind is None:
        unknown = Finding("kind_not_recognised", Severity.ERROR, said.kind_not_recognised)
        return _refused(file_name, data, base, unknown, *([known.finding] if known else []), *private)
    report(0.4, said.checking_cells)
    read = _understood(office, actor, workbook, kind, given)
    report(0.8, said.comparing)
    stored = stored_beside(office, kind, read.facts)
    found = importing.diff(kind, read.facts, stored)
    found = receiving.replacing(found) if _of_unit(workbook, kind) else found
    names = {sheet.number: sheet.name for sheet in workbook.sheets}
    reviewed = importing.review(kind, read.facts, stored, store.snapshot(), names)
    if found.changes.empty and earlier is None:
        reviewed += same_content(read.rows)
    return ImportPlan(
        plan_id=_plan_id(f"{digest}:{written_mapping(given)}" if given else digest, kind, base),
        kind=kind.name,
        file_name=file_name,
        original=data,
        base_seq=base,
        rows=read.rows,
        counts=found.counts,
        findings=by_severity(*private, *((known.finding,) if known else ()), *read.findings, *reviewed),
        changes=found.changes,
        previous=found.previous,
        missing=found.missing,
        same_as_upload=earlier.seq if earlier else None,
        mapping=read.mapping,
        questions=read.questions,
    )


def _understood(
    office: Office, actor: Actor, workbook: Workbook, kind: Kind, given: FileMapping | None
) -> importing.Interpretation:
    if _of_unit(workbook, kind):
        return receiving.interpretation(Desk.at(office, actor), workbook, given)
    trial, today = office.settings.illustrative, date.today()
    return importing.interpret(workbook, kind, office.store.snapshot(), mapping=given, illustrative=trial, today=today)


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
    copy = workbooks.annotate(name, data, workbooks.read(name, data, limits), prepared.findings, limits)
    return Download(copy.name, copy.data, XLSX, len(prepared.findings))


def _silent(_share: float, _words: str) -> None:
    """Nobody is watching."""


def _plan_id(digest: str, kind: Kind, base: int) -> str:
    return hashlib.sha256(f"{digest}:{kind.name}:{base}".encode()).hexdigest()[:32]


def _refused(file_name: str, data: bytes, base: int, *findings: Finding) -> ImportPlan:
    """The plan of a file of which nothing is known but why it cannot be taken in."""
    empty = pd.DataFrame()
    return ImportPlan("", "", file_name, data, base, RowCounts(), ChangeCounts(), findings, empty, empty, empty)


def commit(office: Office, actor: Actor, prepared: ImportPlan, note: str, *, remember: bool = False) -> Receipt:
    """Store a plan, all of it or nothing. A plan that changes nothing writes nothing.

    remember: keep the layout of the file and the answers about its names too, in entries of their own after it.
    A plan with warnings is stored with the reason why they may stand: its note.
    Raises CchcError when the plan has errors, or warnings and no note, ConflictError when the cells changed since,
    NotAllowedError.
    """
    require(actor, Deed.IMPORT)
    if remember:
        require(actor, Deed.EDIT)
    if prepared.rejected:
        raise CchcError(texts().services.plan_has_errors)
    entry = None
    if not prepared.changes.empty:
        if needs_reason(prepared) and not note.strip():
            raise CchcError(texts().services.reason_needed)
        entry = office.store.commit(prepared, actor, note)
    if remember:
        _remember(office, actor, prepared, "")
    return Receipt(prepared, entry)


def remember(office: Office, actor: Actor, prepared: ImportPlan, note: str) -> tuple[Entry, ...]:
    """Keep how a file that is no template was read, under its layout, and what was said of its names.

    The entries made: none when all of it is known already. Raises UnreadableFileError, NotAllowedError.
    """
    return _remember(office, actor, prepared, note)


def _remember(office: Office, actor: Actor, prepared: ImportPlan, note: str) -> tuple[Entry, ...]:
    require(actor, Deed.EDIT)
    said = texts().mapping
    kept = (
        (LAYOUTS, layout_facts(office, prepared, note), said.remembered_note),
        (NAMES, name_facts(office, prepared, note), said.answers_note),
    )
    made = (
        edit(office, actor, kind, facts, note.strip() or words.format(name=prepared.file_name))
        for kind, facts, words in kept
        if len(facts)
    )
    return tuple(entry for entry in made if entry is not None)


def without(prepared: ImportPlan, kept: pd.DataFrame) -> ImportPlan:
    """The plan less its changes to these stored facts (rows with the kind's grain columns)."""
    grain = list(KINDS[prepared.kind].grain_names)
    spared = pd.MultiIndex.from_frame(kept[grain])
    stays = ~pd.MultiIndex.from_frame(prepared.changes[grain]).isin(spared)
    prior = ~pd.MultiIndex.from_frame(prepared.previous[grain]).isin(spared)
    counts = replace(prepared.counts, changed=int((prepared.changes.loc[stays, "op"] == "change").sum()))
    return replace(prepared, changes=prepared.changes[stays], previous=prepared.previous[prior], counts=counts)


def undo(office: Office, actor: Actor, seq: int, note: str) -> Entry:
    """Take back what an entry did, by a new entry. Undoing an undo is redoing.

    Raises ConflictError with the cells changed since, UnknownNameError for an entry there is not, NotAllowedError.
    """
    require(actor, Deed.UNDO)
    return office.store.undo(seq, actor, note)


def edit(office: Office, actor: Actor, kind: Kind, facts: pd.DataFrame, note: str) -> Entry | None:
    """Store facts typed on the screen: grain and value columns of the kind, one row per fact; no file.

    Goes through the same comparison and journal as a file. None when nothing changes.
    """
    require(actor, Deed.EDIT)
    store = office.store
    base = store.version
    nowhere = _nowhere(len(facts))
    typed = facts.assign(sheet_no=nowhere, row_no=nowhere, col_no=nowhere)
    found = importing.diff(kind, typed, stored_in_scope(office, kind, typed))
    if found.changes.empty:
        return None
    content = hashlib.sha256(facts.to_json(orient="split", default_handler=str).encode()).hexdigest()
    prepared = ImportPlan(
        plan_id=_plan_id(content, kind, base),
        kind=kind.name,
        file_name="",
        original=b"",
        base_seq=base,
        rows=RowCounts(len(facts), len(facts), 0, 0),
        counts=found.counts,
        findings=(),
        changes=found.changes,
        previous=found.previous,
        missing=found.missing,
    )
    return store.commit(prepared, actor, note, Action.EDIT)


def remove(office: Office, actor: Actor, kind: Kind, stored: pd.DataFrame, note: str) -> Entry:
    """Take facts out of force (rows as ``Store.facts(provenance=True)`` gives them); history keeps them."""
    require(actor, Deed.EDIT)
    base = office.store.version
    nowhere = _nowhere(len(stored))
    gone = stored.assign(op="remove", upload_seq=nowhere, sheet_no=nowhere, row_no=nowhere, col_no=nowhere)
    columns = ["op", *kind.grain_names, *kind.value_names, "upload_seq", "sheet_no", "row_no", "col_no"]
    key = hashlib.sha256("|".join(stored[list(kind.grain_names)].astype(str).to_numpy().ravel()).encode()).hexdigest()
    prepared = ImportPlan(
        plan_id=_plan_id(f"remove:{key}", kind, base),
        kind=kind.name,
        file_name="",
        original=b"",
        base_seq=base,
        rows=RowCounts(len(stored), len(stored), 0, 0),
        counts=ChangeCounts(changed=len(stored)),
        findings=(),
        changes=gone[columns],
        previous=stored,
        missing=stored.iloc[:0],
    )
    return office.store.commit(prepared, actor, note, Action.EDIT)


def _nowhere(count: int) -> ExtensionArray:
    """The place of facts that stand in no file."""
    return pd.array([pd.NA] * count, dtype="Int64")
