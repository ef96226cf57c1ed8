"""What the page Nạp dữ liệu shows: the verdict on a file, its changes before they are stored, and the history."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from cchc_metrics.access import SYSTEM, Deed, require
from cchc_metrics.access.rows import require_any
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import named, texts
from cchc_metrics.labels.format import listed
from cchc_metrics.labels.retelling import retold
from cchc_metrics.model import Action, Entry, Finding, ImportPlan, Severity
from cchc_metrics.schema import ENTITIES, FRAMEWORKS, KINDS, SCORES, TARGETS, Kind
from cchc_metrics.services.indices.rank_effects import with_ranks
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.storing.storing import needs_reason, status_of
from cchc_metrics.storage import Store, original_removed, same_original, why_it_stays
from cchc_metrics.views.kit.changes import OLD, change_table, changes_of_plan
from cchc_metrics.views.kit.shapes import Column, Row, TableView

# The templates that most people come for; the others are folded away.
FIRST_KINDS: tuple[Kind, ...] = (SCORES, TARGETS, FRAMEWORKS, ENTITIES)
OTHER_KINDS: tuple[Kind, ...] = tuple(kind for kind in KINDS.values() if kind not in FIRST_KINDS)


class Tab(StrEnum):
    """The four fates of a fact in a file."""

    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the check of a file says.

    sentence: may it be stored · tone: "good", "warning" or "plain" · rows: read = accepted + rejected + ignored ·
    summary: how many findings of each severity · same: this very file was stored before · tabs: counts ·
    changes: how many facts would be written; nothing may be confirmed when that is 0 or an error stands ·
    warned: warnings stand, so storing needs a written reason.
    """

    sentence: str
    tone: str
    rows: str
    summary: str
    findings: tuple[Finding, ...]
    same: str
    tabs: Mapping[Tab, str]
    first_tab: Tab
    changes: int
    rejected: bool
    warned: bool

    @property
    def can_confirm(self) -> bool:
        return not self.rejected and self.changes > 0


def verdict(desk: Desk, plan: ImportPlan) -> Verdict:
    """The check of a file in words."""
    t = texts().upload
    counts = {tab: getattr(plan.counts, tab) for tab in Tab}
    labels = {
        Tab.ADDED: t.added,
        Tab.CHANGED: t.changed,
        Tab.UNCHANGED: t.unchanged,
        Tab.MISSING: t.missing,
    }
    rows = {name: fmt.integer(getattr(plan.rows, name)) for name in ("read", "accepted", "rejected", "ignored")}
    return Verdict(
        sentence=_sentence(plan),
        tone="good" if status_of(plan) == "accepted" else "warning",
        rows=t.rows.format(**rows),
        summary=_summary(plan),
        findings=plan.findings,
        same=_same(desk, plan),
        tabs={tab: labels[tab].format(count=fmt.integer(count)) for tab, count in counts.items()},
        first_tab=next((tab for tab in (Tab.CHANGED, Tab.ADDED, Tab.UNCHANGED) if counts[tab]), Tab.ADDED),
        changes=len(plan.changes),
        rejected=plan.rejected,
        warned=needs_reason(plan),
    )


def _sentence(plan: ImportPlan) -> str:
    t = texts().upload
    sentences = {
        "rejected": t.rejected_file,
        "accepted_with_warnings": t.warned_file,
        "accepted": t.sound_file,
    }
    return sentences[status_of(plan)]


def _summary(plan: ImportPlan) -> str:
    counted = Counter(finding.severity for finding in plan.findings)
    return texts().upload.findings_count.format(
        errors=counted[Severity.ERROR], warnings=counted[Severity.WARNING], infos=counted[Severity.INFO]
    )


def _same(desk: Desk, plan: ImportPlan) -> str:
    """Whether this very file is in force already, and whether storing it again would do anything."""
    if plan.rejected:
        return ""
    t = texts().upload
    if plan.same_as_upload is None:
        return t.nothing_changes if plan.changes.empty else ""
    entry = desk.office.store.entry(plan.same_as_upload)
    sentence = t.same_file if plan.changes.empty else t.same_file_differs
    return sentence.format(seq=entry.seq, moment=fmt.moment(entry.recorded_at))


@dataclass(frozen=True, slots=True)
class TabView:
    """One tab of the preview: a line of explanation and the first of its facts, None when there are none to list."""

    lead: str
    table: TableView | None


def preview(desk: Desk, plan: ImportPlan, tab: Tab, words: str = "") -> TabView:
    """The facts of a tab that hold these words. Unchanged facts are counted, not listed."""
    require_any(desk.actor, (Deed.IMPORT, Deed.SEND))
    t = texts().upload
    if not getattr(plan.counts, tab):
        return TabView(t.nothing_of[tab], None)
    lead = {
        Tab.ADDED: t.added_lead,
        Tab.CHANGED: t.changed_lead,
        Tab.UNCHANGED: t.unchanged_lead,
        Tab.MISSING: t.missing_lead,
    }[tab]
    if tab is Tab.UNCHANGED:
        return TabView(lead, None)
    kind = KINDS[plan.kind]
    if tab is Tab.MISSING:
        # Kept facts: shown as they stand, nothing is set against them and they have no cell in the file.
        kept = plan.missing.assign(op="add", row_no=None, **{OLD + name: None for name in kind.value_names})
        return TabView(lead, change_table(desk.catalogue, kind, kept, words))
    changes = changes_of_plan(plan)
    wanted = changes[changes["op"] == ("add" if tab is Tab.ADDED else "change")]
    return TabView(lead, change_table(desk.catalogue, kind, with_ranks(desk, plan, wanted), words))


@dataclass(frozen=True, slots=True)
class HistoryView:
    """The journal: what people did, newest first; what the software took in; and the entries one can look at."""

    people: TableView | None
    shipped: TableView | None
    shipped_title: str
    options: Mapping[str, str]


def history(desk: Desk, _filters: None = None) -> HistoryView:
    """Every entry of the journal in words."""
    require(desk.actor, Deed.READ_ALL)
    t = texts().upload
    entries = desk.office.store.entries()
    people = [entry for entry in entries if entry.actor.id != SYSTEM.id]
    shipped = [entry for entry in entries if entry.actor.id == SYSTEM.id]
    rows = {entry.seq: row for entry, row in zip(entries, _entry_rows(desk, entries), strict=True)}
    return HistoryView(
        people=_entries_table([rows[entry.seq] for entry in people], t.history_caption) if people else None,
        shipped=_entries_table([rows[entry.seq] for entry in shipped], t.shipped_lead) if shipped else None,
        shipped_title=t.shipped.format(count=len(shipped)),
        options={str(entry.seq): entry_words(entry) for entry in [*people, *shipped]},
    )


def entry_words(entry: Entry) -> str:
    """One entry of the journal in a line: its number, what it did, when."""
    t = texts().upload
    return t.entry_option.format(seq=entry.seq, what=_what(entry), moment=fmt.moment(entry.recorded_at))


def _entries_table(rows: list[Row], caption: str) -> TableView:
    t = texts().upload
    columns = (
        Column(t.seq),
        Column(t.what),
        Column(t.file, wraps=True),
        Column(t.kind, wraps=True),
        Column(t.counts, wraps=True),
        Column(t.state, wraps=True),
        Column(t.who, wraps=True),
        Column(t.moment, wraps=True),
        Column(t.note_column, wide=True),
    )
    return TableView(caption.format(count=fmt.integer(len(rows))), columns, tuple(rows))


def _entry_rows(desk: Desk, entries: list[Entry]) -> list[Row]:
    t, taken_back = texts().upload, desk.office.store.undone()
    undone = {entry.undoes: entry.seq for entry in reversed(entries) if entry.undoes in taken_back}
    by_seq = {entry.seq: entry for entry in entries}

    def cells(entry: Entry) -> tuple[str, ...]:
        return (
            str(entry.seq),
            _what(entry),
            entry.file_name or fmt.MISSING,
            named(KINDS[entry.kind].title),
            _counts(entry, by_seq),
            t.undone_by.format(seq=undone[entry.seq]) if entry.seq in undone else t.in_force,
            named(entry.actor.name),
            fmt.moment(entry.recorded_at),
            retold(entry.note) or fmt.MISSING,
        )

    return [Row(str(entry.seq), cells(entry)) for entry in entries]


def _what(entry: Entry) -> str:
    t = texts().upload
    if entry.action is Action.REMOVE_ORIGINAL:
        return t.removal_of.format(seqs=listed([str(seq) for seq in entry.removes]))
    if entry.action is Action.REDACT:
        return texts().redaction.summary.format(entries=listed([str(seq) for seq in entry.redacts]))
    return t.undo_of.format(seq=entry.undoes) if entry.action is Action.UNDO else t.actions[entry.action]


def _counts(entry: Entry, by_seq: Mapping[int, Entry]) -> str:
    """How many facts an entry touched; taking back touches as many as what it takes back."""
    t, first = texts().upload, entry
    if entry.action in (Action.REMOVE_ORIGINAL, Action.REDACT):
        return fmt.MISSING
    # By what was taken back, not by its own counts: older journals did not count what an undo removed.
    while first.undoes is not None:
        first = by_seq[first.undoes]
    if entry.action is Action.UNDO:
        touched = first.counts.added + first.counts.changed + first.counts.removed
        return t.counts_undo.format(count=fmt.integer(touched))
    counts = {name: fmt.integer(getattr(entry.counts, name)) for name in ("added", "changed", "removed")}
    return (t.counts_removed if entry.counts.removed else t.counts_text).format(**counts)


@dataclass(frozen=True, slots=True)
class EntryView:
    """One entry in full.

    original: the file's name, empty when there is none · removed: who removed the file, when and why, or empty ·
    same_file: the other entries that came with these very bytes, in words, or empty · cannot_undo: why, or empty ·
    shipped: it came with the software.
    """

    seq: int
    title: str
    facts: str
    note: str
    findings: tuple[Finding, ...]
    table: TableView | None
    original: str
    removed: str
    same_file: str
    cannot_undo: str
    shipped: bool


def entry_view(desk: Desk, seq: int) -> EntryView:
    """One entry with the facts it changed. Raises UnknownNameError when there is none of that number."""
    require(desk.actor, Deed.READ_ALL)
    t, store = texts().upload, desk.office.store
    entry = store.entry(seq)
    kind, changes = KINDS[entry.kind], store.changes_of(seq)
    title = named(kind.title)
    blocked = why_it_stays(entry) or (t.undo_shipped if entry.actor.id == SYSTEM.id else "")
    removed = original_removed(store.entries(), seq)
    if seq in store.undone():
        blocked = t.undo_done.format(seq=max(other.seq for other in store.entries() if other.undoes == seq))
    return EntryView(
        seq=seq,
        title=t.entry_title.format(seq=seq, what=_what(entry)),
        facts=t.entry_facts.format(who=named(entry.actor.name), moment=fmt.moment(entry.recorded_at), kind=title),
        note=t.entry_note.format(note=retold(entry.note)) if entry.note else "",
        findings=entry.findings,
        table=None if changes.empty else change_table(desk.catalogue, kind, changes),
        original=entry.file_name if entry.original_sha256 and not removed else "",
        removed=removed,
        same_file=_same_file(store, entry),
        cannot_undo=blocked,
        shipped=entry.actor.id == SYSTEM.id,
    )


def _same_file(store: Store, entry: Entry) -> str:
    """The other entries that removing this file would touch."""
    others = [str(seq) for seq in same_original(store.entries(), entry) if seq != entry.seq]
    return texts().upload.remove_same.format(seqs=listed(sorted(others, key=int))) if others else ""


def original_file(desk: Desk, seq: int) -> bytes:
    """The file of an entry as it came. Raises UnknownNameError when it has none, NotAllowedError."""
    return desk.original(seq)[1]
