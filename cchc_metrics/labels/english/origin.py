"""Page Nguồn gốc số liệu: where one figure comes from, and every value it ever had."""

from cchc_metrics.labels.texts.origin import OriginTexts, RedactionTexts

ORIGIN = OriginTexts(
    title="Data origin",
    lead="Choose a figure to see which file, sheet and cell it comes from, and how it has changed.",
    finding="{entity}, {criterion}, {index} {period}: {value}, taken from {place}.",
    finding_closed="{entity}, {criterion}, {index} {period}: no value is in force any more; earlier values are kept.",
    finding_none="{entity}, {criterion}, {index} {period}: no data in the system yet.",
    empty_title="This figure is not there yet",
    empty_body="No entry holds this figure. Choose another period or component, or upload data.",
    caption="Every value there has been, newest first ({count})",
    version="Entry",
    value="Value",
    rank="Published rank",
    known="Known to the system since",
    in_force="In force",
    replaced="replaced by entry {seq}",
    replaces="Replaces",
    was="{value} (entry {seq})",
    corrects="{value} (entry {seq}), corrected by the source",
    link="See the origin",
    whole_page="Open Data origin",
    field="Item",
    held_now="Value in force",
    file="File and cell",
    typed="typed on the screen",
    who="Uploaded by",
    published_on="Published on",
    unknown_day="not known",
    source="Source",
    note="Note",
    printed="in the cell: {printed}",
    sheet_cell="sheet {sheet}, cell {cell}",
    download="Download the original file of the value in force",
    clocks_title="Two points in time",
    clocks=(
        "“Known to the system since” is when the entry was recorded. “Published on” is the day the source was issued, "
        "from the list of sources; where it is not known, that is said."
    ),
)

REDACTION = RedactionTexts(
    mark="[redacted, entry {seq}]",
    mark_of_way="[redacted, entry {seq}, spelling {place}]",
    mark_of_code="redacted-{seq}",
    too_short="The text to redact must have at least {count} characters. Give the whole number or phrase.",
    not_found=(
        "This value was not found in the data, notes, journal or original files. Try another way of writing it (a name "
        "without diacritics, a number without its prefix)."
    ),
    is_code=(
        "This text stands in a column of codes or serial numbers ({columns}) by which the software finds its data, so "
        "it cannot be redacted. Give the whole identity number (8 digits or more), email address or full name: those "
        "are redacted in columns of codes too."
    ),
    reason_holds_it="The reason must not contain the text to redact, because the journal keeps the reason.",
    needs_reason="Not redacted. Give the reason.",
    unfinished=(
        "The redaction was decided but could not be finished because the disk refused to write. Check the disk; the "
        "rest will be done at the next write or the next start."
    ),
    finished="The interrupted redaction has been finished.",
    title="Redact personal data",
    lead=(
        "Use this when someone's identity number, telephone number, email address or full name has slipped into the "
        "system. Step 1: find where it stands (nothing is changed). Step 2: give the reason, confirm, redact. A "
        "redaction cannot be undone."
    ),
    text="Value to redact",
    text_help=(
        "One way of writing is enough: the software also finds numbers with spaces, dots or hyphens, without the "
        "leading 0, or with +84; upper and lower case; tone marks placed differently (hoà, hòa). Search names written "
        "without diacritics separately."
    ),
    text_example="example: 0xx xxx xxx xxx",
    look="Find, change nothing",
    effect=(
        "What happens: in every version, old ones included, the mark “redacted” replaces the value; number cells with "
        "this value become empty; original files that hold it, and files set aside during repairs, are deleted. The "
        "number, author and time of every entry stay; the journal records who redacted, why, and in which entry."
    ),
    reason="Reason (required, kept in the journal)",
    understood="I understand that a redaction cannot be undone",
    not_understood="Tick the confirmation and press again.",
    do="Redact throughout the history",
    doing="Rewriting the history without this value and rebuilding the data",
    found="Found: data cells {cells} (old versions included), entries {entries}, original files {files}.",
    ways="Ways of writing found: {count}; all will be redacted.",
    found_caption="Where the value stands",
    kind="Kind of data",
    column="Column",
    cells="Cells",
    in_entries="In entries",
    of_lines="Journal of uploads",
    lines_column="Notes, file names, results of checks",
    files_caption="Original files to look at",
    file_entry="Entry",
    file_name="File",
    file_next="What will be done, or is to be done",
    file_goes="Holds this value: deleted on redaction",
    file_unread=(
        "The software cannot read inside (PDF, .xls, images): open it and look; if the value is there, go to Upload "
        "data, choose entry {seq}, Remove the original file (or the command remove-original {seq})"
    ),
    accounts=(
        "The account name in entries {entries} is this value too. Names of authors are kept for accountability and are "
        "not redacted; renaming the account affects later entries only."
    ),
    audit=(
        "The audit log holds this value as well, in lines {numbers}. The audit log cannot be changed; old lines go "
        "when the retention time set on the page Audit log ends."
    ),
    done="Redacted in entry {seq}: data cells {cells}, entries rewritten {entries}. {backups}",
    backups=(
        "Backups made before now still hold the redacted value: back up again, then delete the old ones, including "
        "copies elsewhere; if an old one must be restored, the software redacts again."
    ),
    old_backups=(
        "Backups that still hold the personal data redacted in entry {seq}: {count} ({names}). Back up again, then "
        "delete these files in the backup folder and any copies elsewhere."
    ),
    backups_too="Backups hold this value too and redaction cannot change them; delete them afterwards: {names}.",
    and_more="and {count} more",
    summary="Personal data redacted in entries {entries}",
    help_redact="redact a text throughout the history; the text is read from the keyboard or standard input",
    help_reason="the reason, kept in the journal",
    help_confirm="do it; without this option only where the text stands is told",
    prompt="Text to redact: ",
)
