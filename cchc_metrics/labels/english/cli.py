"""The command line, in English."""

from cchc_metrics.labels.texts.cli import CliTexts

CLI = CliTexts(
    description="Follow the province's PAR INDEX, SIPAS and PAPI without a screen.",
    command_word="COMMAND",
    help_lang="language of the answer: vi (default) or en",
    help_json="print the answer as JSON",
    help_import="read and check a file; stores only with --commit",
    help_commit="store if the file has no errors",
    help_note="note kept in the history",
    help_annotate="write an .xlsx copy with the cells to correct marked",
    help_undo="undo an entry",
    help_ranking="ranking table",
    help_trend="series of one entity over the years",
    help_shortfall="points lost and gap to target by criterion",
    help_export="export the filtered table of scores",
    help_templates="make the data entry templates",
    help_rebuild="rebuild the database from the journal and the archive",
    help_repair="rewrite lost or damaged journal lines from the database and the archive",
    help_trust="which side is right when journal and database both hold a valid but different entry",
    help_verify="check that journal, archive and database agree",
    severities={"error": "ERROR", "warning": "WARNING", "info": "Information"},
    no_such_file="File {path} not found.",
    import_rows="Rows read: {read}; accepted {accepted}, rejected {rejected}, skipped {ignored}.",
    import_changes=(
        "Against the data store: {added} added, {changed} changed, {unchanged} unchanged, {missing} absent from the "
        "file."
    ),
    finding_line="{severity} {sheet} {cell} (cells: {count}): {message}",
    import_rejected="The file has errors; nothing was stored.",
    import_committed="Uploaded as entry {seq}.",
    import_nothing_new="The file changes no data, so there is nothing to store.",
    import_dry_run="Checked only, not stored. Add --commit to store.",
    annotated="Marked copy written: {path}.",
    undone="Entry {undone} undone (by entry {seq}).",
    nothing_ranked="Not enough published data to rank.",
    written="{path} written, rows: {rows}.",
    rebuilt="Database rebuilt from the journal (entries: {entries}); the data before and after agree.",
    rebuilt_from_nothing=(
        "Database rebuilt from the journal (entries: {entries}); the old database could not be read, so there was "
        "nothing to compare with."
    ),
    from_snapshot="Another program has the data open: this answer is from a snapshot of now, and nothing is written.",
    rebuilding="Rebuilding the database from the journal: entry {done}/{count}",
    repaired_line="Rewritten from the {witness}: {entry}.",
    witnesses={"journal": "journal", "database": "database", "archive": "archive"},
    repaired=(
        "The journal is an unbroken chain again (entries: {entries}). The journal from before is kept in the folder "
        "set-aside. Run “python -m cchc_metrics verify” to check everything."
    ),
    nothing_to_repair=(
        "The journal is an unbroken chain with no entry missing (entries: {entries}); there is nothing to rewrite."
    ),
    rebuilt_differs=(
        "The database was rebuilt, but the data differ from before. Leave the data folder as it is and tell the "
        "administrator."
    ),
    verified="Journal, archive and database agree.",
)
