"""Words inside the workbooks we hand out: templates and downloads."""

from cchc_metrics.labels.texts.workbooks import WorkbooksTexts

WORKBOOKS = WorkbooksTexts(
    input_sheet="Data entry",
    guide_sheet="Guide",
    data_sheet="Data",
    info_sheet="Information",
    guide_title="How to fill in: {title}",
    guide_version="Template {kind}, version {version}",
    guide_steps=(
        "Enter figures on the sheet “Data entry”, one a row, from row 2 on. Do not rename the columns of row 1.",
        "Red columns are required; of the orange columns in a group at least one must be filled; grey ones are "
        "optional.",
        "An empty cell means no data. Write 0 only where the result really is 0.",
        "Figures may be pasted from another file; paste values, so that the template keeps its formats.",
        "After uploading, the system lists every cell to look at; nothing is stored until you confirm.",
    ),
    guide_headers=(
        "Column",
        "Required",
        "Type of data",
        "Meaning",
        "Example",
        "Allowed values",
    ),
    required="Yes",
    one_of="At least one of: {columns}",
    optional="No",
    any_text="No limit",
    from_list="From the list: {list}",
    default_choice="empty means “{choice}”",
    cell_sorts={
        "index": "Text",
        "period": "Year or reporting period",
        "entity_code": "Code",
        "entity_name": "Text",
        "node_code": "Code",
        "node_name": "Text",
        "state_number": "Number, N/A or “không công bố” (not published)",
        "number": "Number",
        "integer": "Whole number",
        "rank": "Rank",
        "choice": "Choice from a list",
        "flag": "Yes / No",
        "date": "Day/month/year",
        "text": "Text",
    },
    yes="Yes",
    no="No",
    required_note="Required.",
    one_of_note="At least one of these columns must be filled: {columns}.",
    list_error_title="Not in the list",
    list_error="This value is not in the list of column “{column}”. Keep it?",
    info_title="Content",
    info_as_of="Data as of",
    info_filters="Filters",
    info_no_filters="None",
    info_sources="Sources",
    info_notes="Notes",
    result_sheet="Results of the check",
    result_counts="File “{file}”: errors {errors}, warnings {warnings}, information {infos}.",
    result_how=(
        "Correct the coloured cells on the following sheets, save, and upload this same file. This sheet is only for "
        "reading and is skipped on upload; old marks are removed at the next check."
    ),
    result_headers=("Severity", "Sheet", "Cell", "Value", "Problem and what to do", "Cells"),
    severities={"error": "Error", "warning": "Warning", "info": "Information"},
    comment_head="Results of the check (CCHC Metrics):",
    comment_line="• {severity}: {message}",
    cells_limited="Where a problem has very many cells, only the first are coloured; the column “Cells” counts all.",
    comments_limited="Only the first {count} cells have a comment; the others are only coloured.",
    rows_limited="The list below holds only the first {count} problems.",
    macros_removed="The original has macros. This copy is an .xlsx file, without them.",
    converted={
        "xls": "The original is .xls. This copy is .xlsx: cell values are kept, formulas and formats are not.",
        "xlsb": (
            "The original is .xlsb. This copy is .xlsx: cell values are kept, formulas and formats are not; macros, if "
            "any, are removed."
        ),
        "ods": "The original is .ods. This copy is .xlsx: cell values are kept, formulas and formats are not.",
        "csv": "The original is .csv. This copy is .xlsx: every cell is kept as text.",
        "parquet": "The original is .parquet. This copy is .xlsx: cell values are kept.",
    },
    converted_unfit=(
        "The original has parts that cannot be copied intact. This copy keeps only cell values, not formulas and "
        "formats; the original has not changed."
    ),
    sheet_number="Sheet {number}",
    loss_line="This copy could not keep these parts of the original: {lost}.",
    losses={
        "macros": "macros",
        "images": "images",
        "charts": "charts",
        "shapes": "shapes and text boxes",
        "controls": "buttons, choice boxes and form controls",
        "embedded": "embedded files",
        "pivots": "PivotTables, of which only the values are left",
        "slicers": "slicers and timelines",
        "links": "links to other files, of which only the values are left",
        "threads": "threads of comments",
        "connections": "connections to outside data",
        "data_types": "linked data types, dynamic array formulas",
        "signature": "digital signatures",
        "revisions": "the log of tracked changes",
        "printer": "printer settings",
        "custom_xml": "attached XML data",
        "note_looks": "typefaces of comments",
        "sparklines": "sparklines",
        "new_formats": "conditional formats of the newer kind",
        "new_lists": "drop-down lists of the newer kind taken from other sheets",
        "ignored_errors": "Excel's marks of ignored errors in cells",
        "other": "some other parts added by other software",
    },
    too_large=(
        "The file “{file}” has {count} filled cells, more than the {limit} for which a marked copy is returned. See "
        "the list of problems on the screen and correct the original, or split the file."
    ),
)
