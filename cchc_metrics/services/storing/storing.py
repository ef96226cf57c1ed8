"""One way into the store: a plan is committed, facts are edited or removed, an entry is undone."""

import hashlib
from dataclasses import dataclass, replace

import pandas as pd
from pandas.api.extensions import ExtensionArray

from cchc_metrics import importing
from cchc_metrics.access import Deed, require
from cchc_metrics.access.people import acting_name
from cchc_metrics.access.rows import OF_UNITS, require_any, require_writing
from cchc_metrics.errors import CchcError
from cchc_metrics.labels import official, texts
from cchc_metrics.model import Action, Actor, ChangeCounts, Entry, ImportPlan, RowCounts, Severity
from cchc_metrics.schema import KINDS, LAYOUTS, NAMES, Kind
from cchc_metrics.services.office.notes import lasting
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.storing.comparing import stored_in_scope
from cchc_metrics.services.storing.layouts import layout_facts, name_facts
from cchc_metrics.services.storing.locks import any_locked, refuse_locked


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
    return any(not finding.code.endswith(importing.EXPLAINED) for finding in warned)


def plan_id(digest: str, kind: Kind, base: int) -> str:
    return hashlib.sha256(f"{digest}:{kind.name}:{base}".encode()).hexdigest()[:32]


def commit(office: Office, actor: Actor, prepared: ImportPlan, note: str, *, remember: bool = False) -> Receipt:
    """Store a plan, all of it or nothing. A plan that changes nothing writes nothing.

    remember: keep the layout of the file and the answers about its names too, in entries of their own after it.
    A plan with warnings is stored with the reason why they may stand: its note.
    Raises CchcError when the plan has errors, or warnings and no note, ConflictError when the cells changed since,
    NotAllowedError.
    """
    require_any(actor, (Deed.IMPORT, Deed.SEND, Deed.APPROVE, Deed.JUDGE, Deed.FREEZE))
    if remember:
        require(actor, Deed.EDIT)
    if prepared.rejected:
        raise CchcError(texts().services.plan_has_errors)
    require_writing(actor, KINDS[prepared.kind], told_units(prepared.changes), by_file=True)
    refuse_locked(office, prepared.changes)
    entry = None
    if not prepared.changes.empty:
        if needs_reason(prepared) and not note.strip():
            raise CchcError(texts().services.reason_needed)
        entry = office.store.commit(prepared, actor, lasting(note))
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
    t = official().mapping
    kept = (
        (LAYOUTS, layout_facts(office, prepared, note), t.remembered_note),
        (NAMES, name_facts(office, prepared, note), t.answers_note),
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


def withdrawing(prepared: ImportPlan, gone: pd.DataFrame) -> ImportPlan:
    """The plan that also takes these stored facts (rows with provenance) out of force; history keeps them."""
    changes = pd.concat([prepared.changes, _removals(KINDS[prepared.kind], gone)], ignore_index=True)
    previous = pd.concat([prepared.previous, gone[prepared.previous.columns]], ignore_index=True)
    counts = replace(prepared.counts, removed=len(gone))
    return replace(prepared, changes=changes, previous=previous, counts=counts)


def _removals(kind: Kind, stored: pd.DataFrame) -> pd.DataFrame:
    nowhere = _nowhere(len(stored))
    gone = stored.assign(op="remove", upload_seq=nowhere, sheet_no=nowhere, row_no=nowhere, col_no=nowhere)
    return gone[["op", *kind.grain_names, *kind.value_names, "upload_seq", "sheet_no", "row_no", "col_no"]]


def undo(office: Office, actor: Actor, seq: int, note: str) -> Entry:
    """Take back what an entry did, by a new entry. Undoing an undo is redoing.

    Raises ConflictError with the cells changed since, UnknownNameError for an entry there is not, NotAllowedError.
    """
    require(actor, Deed.UNDO)
    kind = KINDS.get(office.store.entry(seq).kind)
    if kind is not None and kind.name in OF_UNITS:
        versions = office.store.versions(kind, {})
        require_writing(actor, kind, told_units(versions[(versions["seq_from"] == seq) | (versions["seq_to"] == seq)]))
    if any_locked(office):
        refuse_locked(office, office.store.changes_of(seq))
    return office.store.undo(seq, actor, lasting(note))


def edit(office: Office, actor: Actor, kind: Kind, facts: pd.DataFrame, note: str) -> Entry | None:
    """Store facts typed on the screen: grain and value columns of the kind, one row per fact; no file.

    A value column that is not there is empty in every fact.
    Goes through the same comparison and journal as a file. None when nothing changes.
    """
    require_writing(actor, kind, told_units(facts))
    refuse_locked(office, facts)
    facts = _by_the_actor(actor, facts)
    store = office.store
    base = store.version
    nowhere = _nowhere(len(facts))
    blank = importing.empty_facts(kind).reindex(facts.index)
    absent = {name: blank[name] for name in kind.value_names if name not in facts}
    typed = facts.assign(**absent, sheet_no=nowhere, row_no=nowhere, col_no=nowhere)
    found = importing.diff(kind, typed, stored_in_scope(office, kind, typed))
    if found.changes.empty:
        return None
    content = hashlib.sha256(facts.to_json(orient="split", default_handler=str).encode()).hexdigest()
    prepared = ImportPlan(
        plan_id=plan_id(content, kind, base),
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
    return store.commit(prepared, actor, lasting(note), Action.EDIT)


def remove(office: Office, actor: Actor, kind: Kind, stored: pd.DataFrame, note: str) -> Entry:
    """Take facts out of force (rows as ``Store.facts(provenance=True)`` gives them); history keeps them."""
    require_writing(actor, kind, told_units(stored))
    refuse_locked(office, stored)
    base = office.store.version
    key = hashlib.sha256("|".join(stored[list(kind.grain_names)].astype(str).to_numpy().ravel()).encode()).hexdigest()
    prepared = ImportPlan(
        plan_id=plan_id(f"remove:{key}", kind, base),
        kind=kind.name,
        file_name="",
        original=b"",
        base_seq=base,
        rows=RowCounts(len(stored), len(stored), 0, 0),
        counts=ChangeCounts(changed=len(stored)),
        findings=(),
        changes=_removals(kind, stored),
        previous=stored,
        missing=stored.iloc[:0],
    )
    return office.store.commit(prepared, actor, lasting(note), Action.EDIT)


def _by_the_actor(actor: Actor, facts: pd.DataFrame) -> pd.DataFrame:
    """Acts bear the name of the account that did them, whatever was typed; a freeze bears the signer's."""
    if "by_name" not in facts.columns:
        return facts
    own = facts["by_name"].notna()
    if "act" in facts.columns:
        own &= facts["act"] != "frozen"
    return facts.assign(by_name=facts["by_name"].mask(own, facts["by_name"].map(lambda by: acting_name(actor, by))))


def told_units(rows: pd.DataFrame) -> list[dict[str, object]]:
    """What decides whose rows these are, once for each case, as ``access.rows.require_writing`` takes it."""
    columns = [name for name in ("unit_id", "form_code", "period_id", "act", "about") if name in rows.columns]
    told = rows[columns].drop_duplicates().to_dict("records") if columns else []
    return [{str(name): value for name, value in row.items()} for row in told]


def _nowhere(count: int) -> ExtensionArray:
    """The place of facts that stand in no file."""
    return pd.array([pd.NA] * count, dtype="Int64")
