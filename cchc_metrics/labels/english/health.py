"""The state of the system: limits, repairs, checks, backups, in English."""

from cchc_metrics.labels.texts.health import BackupTexts, HealthTexts

HEALTH = HealthTexts(
    title="System health",
    finding="The data are at version {version}; the last entry was made at {moment} by {who}. {limits}",
    finding_empty="The data store has no entries yet. {limits}",
    all_on="All limits for reading uploaded files are in force.",
    some_off="Limits that cannot be applied on this server: {names}.",
    read_only="The data store is read-only; nothing can be uploaded or edited. {reason}",
    repaired="Put right at the start: {sentences}",
    store_caption="Data store, seen at {moment}",
    item="Item",
    value="State",
    version="Data version",
    version_value="{version} (number of journal entries)",
    nothing_yet="No entries yet",
    last_entry="Last entry",
    typed="typed on screen",
    at_start="Put right at the start",
    at_start_fine="Nothing had to be put right",
    looked_over="Comparison after opening",
    looked_over_not_yet="Archive, journal and data are being compared; reload the page to see the result",
    looked_over_fine="Archive files complete, journal chain intact, data match the last entry",
    aside_title="Files kept aside",
    aside_lead=(
        "The system does not delete damaged or foreign files but moves them to the folder set-aside in the data "
        "folder. They can be deleted once it is certain that they are not needed."
    ),
    aside_caption="Files: {count}, newest first",
    aside_moment="Time",
    aside_name="Former name",
    aside_reason="Reason",
    aside_size="Size",
    aside_reasons={
        "damaged": "database that could not be read, rebuilt from the journal",
        "foreign": "database of another journal, rebuilt from the journal",
        "different": "database whose data differed from the last entry, rebuilt from the journal",
        "torn": "half-written end of the journal, never an entry",
        "replaced": "journal before it was rewritten by the command repair",
        "unnamed": "archive file that belongs to no entry",
    },
    can_store="Uploading and editing data",
    can_store_yes="Possible",
    folder="Data folder",
    journal="Journal (journal.jsonl)",
    journal_shared="Journal (in PostgreSQL)",
    archive="Archive of original files",
    archive_value="{size}, files: {count}",
    database="Database (can be rebuilt from the journal)",
    schema="Database structure",
    schema_value="right for the running version of the software (code {code})",
    sessions="Open sessions",
    sessions_local="no sign-in, one person at the computer",
    free="Free disk space",
    limits_title="Limits for reading uploaded files",
    limits_lead=(
        "Each uploaded file is read in a process of its own; a file that exceeds a limit stops only that process. The "
        "states below were reported by that process on this server."
    ),
    limits_caption="Limits in force: {on}/{count}",
    limit="Limit",
    level="Level",
    state="State",
    setting="Environment variable",
    on="On",
    off="Off",
    fixed="fixed",
    limit_names={
        "file_mb": "File size",
        "unpacked_mb": "Size after unpacking",
        "ratio": "Compression ratio of a member over 8 MB",
        "members": "Members in a compressed file",
        "sheets": "Sheets",
        "rows": "Rows per sheet",
        "parquet_rows": "Rows of a Parquet file",
        "columns": "Columns per sheet",
        "seconds": "Reading time",
        "cpu_seconds": "Processor time",
        "memory_mb": "Memory of the reading process",
        "privileges": "Privileges of the reading process",
        "files": "Files the reading process can open",
        "network": "Network access of the reading process",
        "programs": "Programs the reading process can run",
    },
    limit_values={
        "file_mb": "{value} MB",
        "unpacked_mb": "{value} MB",
        "ratio": "{value} times",
        "members": "{value} members",
        "sheets": "{value} sheets",
        "rows": "{value} rows",
        "parquet_rows": "{value} rows",
        "columns": "{value} columns",
        "seconds": "{value} s",
        "cpu_seconds": "{value} s",
        "memory_mb": "{value} MB",
        "privileges": "no more than given",
        "files": "software libraries only",
        "network": "none",
        "programs": "none",
    },
    reasons={
        "": "",
        "system": "the server's operating system has no such limit; the limit on reading time still applies",
        "lowered": "the server allows only this level, lower than the one set",
    },
    libraries_title="Versions of the software and its libraries",
    libraries_lead="Add these when reporting a fault to technical staff.",
    libraries_caption="This software and the libraries that decide how files are read, stored and shown",
    released="this software, released {day}",
    library="Software, library",
    library_version="Version",
    used_for="Used for",
    uses={
        "Python": "running the whole software",
        "duckdb": "database",
        "pyarrow": "storing the changes of each entry",
        "pandas": "computing the indices",
        "streamlit": "screens",
        "plotly": "charts",
        "python-calamine": "reading free-form spreadsheets",
        "fastexcel": "fast reading of regular spreadsheets",
        "openpyxl": "writing copies with errors marked",
        "xlsxwriter": "making templates and downloads",
    },
    verify_title="Check everything",
    verify_lead=(
        "Reads the journal chain again, compares every archive file and rebuilds the data from the start to compare "
        "them with those in use. Nothing is changed; uploads wait while the check runs."
    ),
    verify="Check everything",
    verifying="Reading the journal, comparing archive files and rebuilding the data to compare",
    verified=(
        "Checked at {moment}: no discrepancy. Entries in an unbroken chain: {entries}; archive files complete and "
        "intact; data rebuilt from the start and equal to those in use: {facts}."
    ),
    verify_found=(
        "Checked at {moment}: discrepancies found: {count}. Back up the data folder before doing anything else."
    ),
    verify_failed="The check could not be made. {reason}",
    verify_older="There are new entries since this check (made at version {version}).",
    problems_caption="Discrepancies found",
    problem="Content",
)

BACKUP = BackupTexts(
    not_made=(
        "The backup could not be written to {folder}. Check that the folder exists, has space and is writable; no "
        "unfinished file was left behind."
    ),
    copy_differs=(
        "The copy in {folder} differs from the original and was discarded. Check the disk or the connection and try "
        "again."
    ),
    no_backup="{file} is not a backup that can be read (it may be damaged or copied incompletely). Choose another.",
    other_files="{file} holds files that do not belong to a backup, so it is not used.",
    damaged="The file {name} in the backup is damaged or was changed. Choose another backup.",
    other_journal="The journal in the backup ends at entry {found}, not at entry {expected} as in the manifest.",
    other_counts="The amount of rebuilt data differs from the manifest.",
    other_facts="The rebuilt data differ from the checksum in the manifest.",
    inconsistent="Journal and archive in the backup do not match. Choose another backup.",
    accounts_damaged="The accounts file (access.sqlite) in the backup is not intact.",
    not_proven="Nothing was restored from {file}; the data folder is unchanged. {problems}",
    redacted_again="Redaction of entry {seq} applied again after restoring a backup (entries: {entries})",
    not_redacted_again=(
        "What entry {seq} redacted could not be redacted again: it is not in the backup, or this computer lacks that "
        "entry's key. The administrator has to check and redact again what is left."
    ),
    no_phrase=(
        "The backup passphrase in {file} cannot be read. Make a file with one line, the passphrase, or drop this "
        "setting."
    ),
    short_phrase="The backup passphrase in {file} must have at least {count} characters.",
    other_phrase=(
        "{file} cannot be opened: the backup was encrypted with another passphrase, or is damaged. Set the right "
        "passphrase file (CCHC_BACKUP_PASSPHRASE_FILE) and try again."
    ),
    title="Backup and restore drill",
    lead=(
        "A backup holds the journal, original files, accounts and the audit log; the database is rebuilt from the "
        "journal. The software backs up every day and at once tries to restore into a temporary folder. It keeps the 3 "
        "newest backups, the last of each day for 7 days, of each week for 8 weeks and of each month for 24 months."
    ),
    last="Latest backup",
    last_value="{moment}, entries: {entries}, {size}",
    none="No backup yet",
    last_drill="Latest restore drill",
    drill_fine="{moment}: {name} restored, seconds taken: {seconds}; the rebuilt data match the manifest",
    drill_failed="{moment}: {name} could NOT be restored. {problems}",
    drill_none="No drill yet",
    folder="Backup folder",
    second="Second backup folder",
    second_none="Not set (environment variable CCHC_BACKUP_SECOND)",
    too_old="The latest backup is more than 2 days old. Back up now and check the backup folder.",
    drill_bad="The latest restore drill failed. Back up and drill again now.",
    failing=(
        "The latest backup was NOT made; what was entered since has no copy. {reason} Once that is put right, press "
        "“Back up and drill now” on the page System health."
    ),
    to_health="Open System health",
    do="Back up and drill now",
    doing="Backing up, then restoring into a temporary folder to compare with the journal",
    done="Backed up to {name} and restored on trial.",
    help_backup="back up all data, then restore on trial to check",
    help_out="folder for the backup (by default the configured backup folder)",
    help_no_drill="do not restore on trial",
    help_restore="restore the data from a backup; the present folder is kept under another name",
    help_restore_file="backup file; leave out for the newest",
    made="Backed up to {path}, entries: {entries}.",
    drilled="Restored on trial, seconds taken: {seconds}; the rebuilt data match the journal.",
    restored="Restored from {file}, entries: {entries}.",
    newest="newest backup",
    restored_lost="Entries made after the backup are now only in the old folder {before}: {lost}.",
    restored_before=(
        "The data from before are kept in {before}; they can be deleted once it is certain that they are not needed."
    ),
    restored_redone="What was redacted by entries {seqs} has been redacted again.",
    help_dump="export all data to CSV and Parquet with a data dictionary",
    help_dump_out="folder to export to",
    dumped="Exported to {folder}: {facts} data of {kinds} kinds, with a data dictionary (tu-dien.csv).",
)
