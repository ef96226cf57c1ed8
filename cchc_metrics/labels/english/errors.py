"""One kind sentence for each way an operation can fail, in English."""

from cchc_metrics.labels.texts.errors import ErrorsTexts

ERRORS = ErrorsTexts(
    store_busy="Another program is using the data store. Close it, or wait until it has finished, and try again.",
    folder_unusable="The data folder {folder} cannot be used. Check write permission and disk space, then open again.",
    journal_broken=(
        "The journal was changed or damaged at line {line}, so the data store is not opened. Run “python -m "
        "cchc_metrics repair” to rewrite this line from the database or the archive, or restore journal.jsonl from a "
        "backup."
    ),
    journal_gone=(
        "The journal is gone, while the database or the archive still holds {entries}. Put journal.jsonl back, or run "
        "“python -m cchc_metrics repair” to rewrite the journal."
    ),
    journal_changed="The journal file on disk is no longer the journal the program holds.",
    database_damaged=(
        "The database is damaged and could not be rebuilt. Run “python -m cchc_metrics rebuild” to rebuild it from the "
        "journal; no entry is lost."
    ),
    database_failed="The database could not do this. Try again; if it fails again, tell the administrator.",
    database_of_other_version=(
        "The database was made by another version of the program and was rebuilt from the journal; the data are "
        "unchanged."
    ),
    database_of_other_journal="The database does not match the journal and has to be rebuilt.",
    archive_missing="The archive lacks the file {file}. Restore it from a backup.",
    archive_changed="The file {file} in the archive was changed. Restore it from a backup.",
    replay_differs=(
        "The data in the database differ from the data rebuilt from the journal. Run “python -m cchc_metrics rebuild”."
    ),
    folder_read_only=(
        "The data folder is read-only, so data can only be viewed. To upload or edit, the administrator makes this "
        "folder writable (it is named on the page System health) and restarts the program."
    ),
    on_the_server="on the server",
    journal_removed=(
        "The journal file was deleted, renamed or replaced while the program was running, so nothing more was written. "
        "Data uploaded before are still there. Close the program, then run “python -m cchc_metrics repair” to rewrite "
        "the journal."
    ),
    journal_forged=(
        "The last line of the journal (entry {seq}) has a wrong seal: the file was changed from outside, so the data "
        "store is not opened. Run “python -m cchc_metrics repair”, or restore journal.jsonl from a backup."
    ),
    journal_behind=(
        "The journal ends at entry {last}, but the database or the archive still holds {entries}. The data store was "
        "not opened, so that no entry is lost. Put the newest journal.jsonl back, or run “python -m cchc_metrics "
        "repair” to rewrite the missing part."
    ),
    journal_differs=(
        "Journal and database differ from entry {seq} on: one of them was replaced or changed, so the data store is "
        "not opened. Run “python -m cchc_metrics repair” to see each entry, or restore the whole data folder from a "
        "backup."
    ),
    entry_number="entry {seq}",
    entry_named="entry {seq} ({moment}, {who}: {what})",
    more_entries=" and {count} more",
    newer_journal=(
        "The journal has entries written by a newer version of the program. Open it with the newer version; do not "
        "restore an old backup, for those entries would be lost."
    ),
    newer_change_set=(
        "The archive has data written by a newer version of the program. Open it with the newer version; do not "
        "restore an old backup, for those data would be lost."
    ),
    change_set_of_other_kind=(
        "A change file in the archive cannot be read or is of another kind of data than the journal says. Restore it "
        "from a backup."
    ),
    copy_incomplete=(
        "The end of the archive is missing, as when the folder is copied during an upload: it opens only to entry "
        "{last}; the journal also has entries {first}–{end}, whose change files are not there. {problem} Once the "
        "files are complete, open the program again."
    ),
    database_disk=(
        "The disk does not let the database be read or written (it may be full). Free some space or check the disk and "
        "try again; the program need not be restarted."
    ),
    database_out_of_memory=(
        "This needs more memory than allowed. Choose fewer data and try again, or raise CCHC_MEMORY_LIMIT."
    ),
    database_not_remade="The database is damaged and could not be rebuilt from the journal. {reason}",
    disk_refused="The disk refused to write; check space and write permission and try again.",
    original_missing=(
        "The archive lacks the original file “{name}” of entry {seq}; the data read from it are still there. Restore "
        "{file} in the folder archive/originals from a backup."
    ),
    original_changed=(
        "The original file “{name}” of entry {seq} in the archive was changed; the data read from it are still there. "
        "Restore {file} in the folder archive/originals from a backup."
    ),
    archive_unreadable=(
        "The file {file} in the archive cannot be read. Check the disk and read permission, then open again."
    ),
    lines_unsealed=(
        "Journal lines without a seal although earlier lines have one: {count}, from entry {first}; compare these "
        "entries with a backup."
    ),
    seal_of_other_key=(
        "The last line of the journal was sealed with the key of another computer, so the seal cannot be checked on "
        "this one."
    ),
    no_seal="New journal lines are not sealed, because the key file {file} can be neither read nor made.",
    repair_forks=(
        "Journal and database both hold a valid but different entry {seq}, so nothing was rewritten. Find out which "
        "side is right, then run again with “--trust journal” or “--trust database”."
    ),
    repair_impossible=(
        "No intact copy of the journal line of entry {seq} is left anywhere, so nothing was rewritten. Restore "
        "journal.jsonl from the latest backup and run again."
    ),
    entry_in_the_future=(
        "The last entry (entry {seq}) has the time {moment}, later than the computer's clock ({now}): the clock is or "
        "was wrong. Later entries will not be given an earlier time; set the server's clock right."
    ),
    torn_line_dropped=(
        "A half-written end of the journal was cut off, left when the program was interrupted while writing; that "
        "upload was never confirmed, and what was cut off is kept aside."
    ),
    line_finished="The last journal line (entry {seq}) had lost its line end and was completed; the entry is intact.",
    database_foreign=(
        "The database in the folder belonged to another journal and was rebuilt from this one; the old file is kept "
        "aside."
    ),
    database_different=(
        "The data in the database differed from the last entry, so it was rebuilt from the journal; the old file is "
        "kept aside."
    ),
    entries_replayed="Entries loaded again from the journal into the database: {count}.",
    database_rebuilt="The database could not be read and was rebuilt from the journal; the old file is kept aside.",
    orphans_set_aside="Archive files that belong to no entry were moved to the folder set-aside.",
    plan_rejected="The file still has errors, so it cannot be uploaded. Correct the cells named and upload it again.",
    cells_stale=(
        "The data changed since the preview, so nothing was uploaded. Preview again. Cells that differ: {cells}."
    ),
    cells_present="Nothing was uploaded, because cells to be added already have data: {cells}. Preview again.",
    cells_absent=(
        "Nothing was uploaded, because cells to be changed or removed have no data any more: {cells}. Preview again."
    ),
    cells_twice="Nothing was uploaded, because cells occur twice: {cells}. Keep one row for each.",
    undo_conflict=(
        "This cannot be undone, because later entries changed the same cells: {cells}. Undo the later entry first."
    ),
    more_cells="; and others",
    already_undone="Entry {seq} was already undone.",
    disk_failed=(
        "The disk could not be written, so nothing was uploaded. Check space and write permission and try again."
    ),
    journal_unknown=(
        "The journal could not be written, and whether its last line reached the disk is unknown. Check the disk and "
        "upload again; the next upload will settle it."
    ),
    stored_but_not_shown=(
        "Entry {seq} was written to the journal but did not reach the database. There is no need to upload again: the "
        "data will appear once the disk can be written, at the next upload or start."
    ),
    read_only="The data store is read-only. {reason}",
    original_removed="The original file of entry {seq} was removed by {who} at {moment}. Reason: {reason}",
    original_still_there=(
        "The original file {file} was ordered removed but is still in the archive. Restart the program to delete it."
    ),
    original_not_deleted=(
        "The removal of the original file was recorded as entry {seq}, but the file could not be deleted from the "
        "disk. Check write permission; it will be deleted at the next entry or start."
    ),
    removal_finished="An original file ordered removed earlier has now been deleted.",
    removal_stays=(
        "Entry {seq} removed an original file; a deleted file cannot be brought back, so this cannot be undone."
    ),
    redaction_stays="Entry {seq} redacted data; redacted words cannot be brought back, so this cannot be undone.",
    removal_needs_reason="The original file was not removed. Give a reason for removing it.",
    unknown_entry="There is no entry {seq}. Choose one from the upload history.",
    no_original="Entry {seq} has no original file, for it was an edit on screen or an undo.",
)
