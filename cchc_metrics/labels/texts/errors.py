"""One kind sentence for each way an operation can fail."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ErrorsTexts:
    """One kind sentence for each way an operation can fail.

    Placeholders in braces are filled with ``str.format``.
    """

    # Opening the store
    store_busy: str
    folder_unusable: str  # folder
    journal_broken: str  # line
    journal_gone: str  # entries
    journal_changed: str
    database_damaged: str
    database_failed: str
    database_of_other_version: str
    database_of_other_journal: str
    archive_missing: str  # file
    archive_changed: str  # file
    replay_differs: str
    folder_read_only: str  # folder
    journal_removed: str
    journal_forged: str  # seq
    journal_behind: str  # last, entries
    journal_differs: str  # seq
    entry_number: str  # seq
    entry_named: str  # seq, moment, who, what
    more_entries: str  # count
    newer_journal: str
    newer_change_set: str
    change_set_of_other_kind: str
    copy_incomplete: str  # last, first, end, problem
    database_disk: str
    database_out_of_memory: str
    database_not_remade: str  # reason
    disk_refused: str
    archive_unreadable: str  # file
    lines_unsealed: str  # count, first
    seal_of_other_key: str
    no_seal: str  # file
    repair_forks: str  # seq
    repair_impossible: str  # seq
    # Put right at the start
    torn_line_dropped: str
    line_finished: str  # seq
    database_foreign: str
    database_different: str
    entries_replayed: str  # count
    database_rebuilt: str
    orphans_set_aside: str
    # Storing
    plan_rejected: str
    cells_stale: str  # cells
    cells_present: str  # cells
    cells_absent: str  # cells
    cells_twice: str  # cells
    undo_conflict: str  # cells
    more_cells: str
    already_undone: str  # seq
    disk_failed: str
    journal_unknown: str
    stored_but_not_shown: str  # seq
    read_only: str  # reason
    # Originals removed on purpose
    original_removed: str  # seq, who, moment, reason
    original_still_there: str  # file
    original_not_deleted: str  # seq
    removal_finished: str
    removal_stays: str  # seq
    removal_needs_reason: str
    # Looking up
    unknown_entry: str  # seq
    no_original: str  # seq
