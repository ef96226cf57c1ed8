"""What a file would do, what an entry did, and what names are resolved against."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

import pandas as pd

from cchc_metrics.model.mapping import FileMapping, Question
from cchc_metrics.model.values import Actor, Finding, Severity


@dataclass(frozen=True, slots=True)
class RowCounts:
    """Rows of the file: read = accepted + rejected + ignored, always."""

    read: int = 0
    accepted: int = 0
    rejected: int = 0
    ignored: int = 0


@dataclass(frozen=True, slots=True)
class ChangeCounts:
    """Facts against what is stored. ``missing`` facts are stored in the file's scope but not in the file.

    removed: facts taken out of force, by hand, by taking back what added them, or by a new edition of a shipped file
    that no longer says them; the import of an uploaded file removes nothing.
    """

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    missing: int = 0
    removed: int = 0


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What a file would do, shown before anything is stored.

    changes: one row per changed fact – ``op`` ("add" | "change" | "remove"), the kind's grain and value columns,
    ``upload_seq`` (null: the import's own), ``sheet_no``, ``row_no``, ``col_no``.
    previous: the stored rows that "change" and "remove" would close, same grain and value columns, with seq_from.
    missing: stored facts in the file's scope that the file does not hold (never removed by an import).
    base_seq: the journal's last entry when the plan was made.
    """

    plan_id: str
    kind: str
    file_name: str
    original: bytes
    base_seq: int
    rows: RowCounts
    counts: ChangeCounts
    findings: tuple[Finding, ...]
    changes: pd.DataFrame
    previous: pd.DataFrame
    missing: pd.DataFrame
    same_as_upload: int | None = None
    # How the file was understood, and what the person is asked; None for a file nobody could make sense of.
    mapping: FileMapping | None = None
    questions: tuple[Question, ...] = ()

    @property
    def rejected(self) -> bool:
        return any(finding.severity is Severity.ERROR for finding in self.findings)


class Action(StrEnum):
    """What a journal entry did."""

    IMPORT = "import"
    EDIT = "edit"
    UNDO = "undo"
    REMOVE_ORIGINAL = "remove-original"  # the file goes, what was read from it stays
    REDACT = "redact"  # a text goes from history, everything else stays


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the journal, as it is written and chained."""

    seq: int
    action: Action
    kind: str
    plan_id: str
    actor: Actor
    recorded_at: datetime
    note: str
    file_name: str
    original_sha256: str  # empty for an edit or an undo: there is no file
    original_size: int
    changes_sha256: str
    rows: RowCounts
    counts: ChangeCounts
    findings: tuple[Finding, ...] = ()
    undoes: int | None = None
    # Of REMOVE_ORIGINAL: the entries whose file was removed (all that came with the same bytes) and its hash.
    removes: tuple[int, ...] = ()
    removed_sha256: str = ""
    # Of REDACT: the entries that were written anew without a text, how many cells held it, its length and its code, and
    # the code of the hash that the last of them ended with before. A code is an HMAC: a bare hash of a citizen's number
    # is guessed in a second.
    redacts: tuple[int, ...] = ()
    redacted_cells: int = 0
    redacted_length: int = 0
    redacted_code: str = ""
    replaced_code: str = ""
    # Seconds by which the clock of the machine stood before the previous entry; times of entries never go back.
    clock_behind: int = 0
    # A hash over all facts in force after this entry, and over the tables that it was taken of.
    facts_sha256: str = ""
    tables_sha256: str = ""
    # How the line is written; entries of the first programs bear no format.
    format: int = 1
    previous_hash: str = ""
    hash: str = ""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What the store knows, for people who must resolve names and labels: small frames, loaded once per version.

    entities, nodes, breaks, windows, names, layouts: the frames of those kinds (grain and value columns).
    """

    version: int
    entities: pd.DataFrame
    nodes: pd.DataFrame
    breaks: pd.DataFrame
    windows: pd.DataFrame
    known_sources: frozenset[str] = field(default_factory=frozenset)
    # Frames of the kinds «names» and «layouts»: what the intake was told before.
    names: pd.DataFrame = field(default_factory=pd.DataFrame)
    layouts: pd.DataFrame = field(default_factory=pd.DataFrame)
