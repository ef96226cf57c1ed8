"""What the intake asks and tells beyond single cells: what is left unread, what a mark means, which year is meant."""

from cchc_metrics.labels.texts.intake import IntakeTexts

INTAKE = IntakeTexts(
    no_area=(
        "The reading rules are wrong at “{key}”: give the range as in Excel, for example “C:C” (a whole column), "
        "“41:63” (rows) or “B3:D6”."
    ),
    left_out="Range {area} is skipped, as the reading rules say; it is still in the original file.",
    rows_unread=(
        "Rows {rows} hold figures like those of the table but are not read. Under “How the file is read”, extend the "
        "table to the end of these rows, or answer that they are to be left out."
    ),
    rows_title="Rows {rows} stand above the table and are taken as its title and letterhead, not as figures.",
    rows_repeat_table=(
        "Rows {rows} repeat headers and names that the table already has (a lookup table, a ranking) and are not read. "
        "Check whether any figure stands only there."
    ),
    rows_below_end=(
        "Rows {rows} hold figures but stand below the last row of the table given in the reading rules, so they are "
        "not read."
    ),
    column_left=(
        "Column {column} “{header}” holds figures and its header names a criterion or a year, but it is not read. "
        "Under “How the file is read”, say what this column is, or answer that it is to be left out."
    ),
    column_figures_headed=(
        "Column {column} “{header}” holds figures but is not in the template, so it is not uploaded; it is still in "
        "the original file. If these figures are needed, say what the column is under “How the file is read”."
    ),
    column_figures=(
        "Column {column} holds figures but has no header, so it is not uploaded; it is still in the original file. If "
        "these figures are needed, say what the column is under “How the file is read”."
    ),
    errors_beside=(
        "Column {column} “{header}” holds the error or confidence interval of a score, so it is not uploaded with the "
        "scores. Once the scores are uploaded, upload this same file again and choose the kind of data “Sai số chuẩn "
        "của điểm” (standard errors of scores)."
    ),
    columns_figures=(
        "Columns of figures that are not in the template: {count} (columns {columns} …). They are not uploaded and are "
        "still in the original file. If any of them are needed, say what they are under “How the file is read”."
    ),
    columns_same=(
        "Columns {columns} speak of the same criterion and period but hold different figures. Say which one to read, "
        "or correct what each column is under “How the file is read”."
    ),
    columns_repeat="Columns {columns} hold the same figures, so only column {first} is read.",
    column_meant=(
        "This column looks like “{header}” but is not read: its name is misspelt, or two columns have the same name. "
        "Correct the name, delete the extra column, or point to the column under “How the file is read”."
    ),
    ordinal_for_score=(
        "Column {column} counts 1, 2, 3 … down the rows like a column of serial numbers, so it is not read as scores; "
        "no row of the table is uploaded. Correct the header, or say what the column is under “How the file is read”."
    ),
    header_passed_over=(
        "Row {row} names criteria or entities above the columns of figures but is not part of the table's header, so "
        "it is unclear what the columns speak of; no row of the table is uploaded. Give the header rows under “How the "
        "file is read”, or delete the extra row."
    ),
    named_aside=(
        "The name over column {column} stands alone in row {row} while the other columns have theirs in row {main}, so "
        "it is unclear what this column speaks of; no row of the table is uploaded. Move the name to row {main}, or "
        "say what the column is under “How the file is read”."
    ),
    headers_contradict=(
        "Rows {row} and {other} both head the same column but name different criteria, and row {row} covers only a few "
        "columns; no row below row {row} is uploaded. Delete the extra row, or say which one holds under “How the file "
        "is read”."
    ),
    entities_beside=(
        "The columns of figures are headed by names of entities ({names}), but the table takes its entities from "
        "elsewhere, so it is unclear whose figures they are; no row of the table is uploaded. Correct the headers, or "
        "point to the right column of names under “How the file is read”."
    ),
    beside_doubtful=(
        "The table headed in row {row} shares columns with the table in row {other}, whose meaning is still unclear, "
        "so it is not uploaded either. Under “How the file is read”, first say what each column of the table in row "
        "{other} is, or put the two tables on separate sheets."
    ),
    names_misfit=(
        "Most rows of the table have no known entity, criterion or period where its names are thought to stand, so no "
        "row of the table is uploaded. Correct the names reported as errors; if the wrong column was taken for names, "
        "point to the right one under “How the file is read”."
    ),
    leave_rows="Leave out rows {rows}",
    leave_column="Leave out column {column}",
    read_column="Read column {column}, leave out the others",
    mark="What does “{mark}” mean in a score cell of {index}?",
    mark_blank="What does an empty score cell of {index} mean?",
    mark_unsure=(
        "It is unclear whether “{mark}” means exempt or no data. Answer the question about this mark, or write "
        "“được miễn” (exempt) or “không có số liệu” (no data) in the cell."
    ),
    mark_missing="No data (not reported, not collected)",
    mark_withheld="Surveyed, but withheld by the source",
    mark_exempt="Exempt, not counted in the maximum score",
    mark_zero="It is the number 0",
    mark_none="There is nothing to upload in these cells",
    no_entity="Not an entity (a group, a heading): leave out these rows",
    no_node="Not a criterion: leave out these rows and columns",
    row_nobody="By your answer, row “{name}” is neither an entity nor a criterion, so it is not uploaded.",
    row_group=(
        "Group row “{name}” (numbered in Roman numerals, with figures) is taken as the total of the rows below it, so "
        "it is not uploaded."
    ),
    header_is_data=(
        "Row {row} was declared a header but holds an entity's name and figures, so it is read as data. Check it; if "
        "the table has no header row, say so under “How the file is read”."
    ),
    province_without_base=(
        "“{name}” does not say whether it belongs to the 63-province or the 34-province base, so it is ranked in "
        "neither. Fill in the column “Hệ” (base); leave it empty if the figures are kept for reference only."
    ),
    cell_blanked=(
        "Cell “{header}” is empty while the stored figure has something in this column. Answer the question above, or "
        "remove column “{header}” from the file to keep what is stored."
    ),
    blank_cells="Cell “{header}” is empty where the stored figures have something: keep or clear what is stored?",
    blank_keep="Keep what is stored",
    blank_clear="Clear what is stored",
    preliminary="Preliminary figure",
    ask_index="Which index does the table belong to?",
    waiting_turn="Waiting for its turn; files ahead: {ahead}.",
    ask_base=(
        "Was this period published for 63 or for 34 provinces and cities? The names in the file are not enough to tell."
    ),
    base_34="34 provinces and cities (from 01/7/2025)",
    base_63="63 provinces and cities (before 01/7/2025)",
    base_open=(
        "It is unclear whether {period} was published for 63 or for 34 provinces and cities; “{name}” alone is not "
        "enough to tell. Answer the question about the base, or give the entity's system code."
    ),
    ask_period="Which period does the table belong to? The file says: {places}.",
    ask_period_open="Which period does the table belong to? Nothing in the file names a year.",
    place_of_sheet="{value} (sheet name)",
    place_of_title="{value} (line above the table)",
    place_of_file="{value} (file name)",
    year_above_column=(
        "Above the table, column {columns} says {year}, while the table is taken as {period}. Check that the figures "
        "of this column really belong to {period}."
    ),
    expression_unread=(
        "The expression “{value}” cannot be read. Write a calculation between indicator codes, for example "
        "“4.1 + 4.2 = 4.3 + 4.4”; at most 500 characters and 20 levels of brackets."
    ),
    check_out_of_time=(
        "Checking the file took more than {limit} seconds and was stopped; nothing has been uploaded. Split the file "
        "into smaller ones, clear cells with long passages of text, then upload again."
    ),
    cancel="Stop the check",
    kind_unknown="The kind of data in the file was not recognized. First line in the file: {sheets}. Check this line.",
    kind_sheet="sheet “{sheet}” has {words}",
    kind_empty="nothing in it",
    kind_near="“{kind}” (lacking {missing})",
    kind_nearest="Closest match: {kinds}.",
    kind_none_near=(
        "No column has a header of a known kind of data (scores, targets, criteria set, list of entities …)."
    ),
    kind_next=(
        "Next step: choose the kind under “Kind of data”, then say what each column is under “How the file is read”; "
        "for scores of a new index, upload its criteria set first; for new entities, upload the list of entities "
        "first; or use a template."
    ),
    ask_kind=(
        "As which kind of data should this file be read? After you choose, “How the file is read” lets you say what "
        "each column of the file is."
    ),
    register="Register an entity that is not in the list",
    register_lead=(
        "Register only what is certainly a new entity, not another spelling of a known one. The registration is kept "
        "in the history and can be undone; add its code, founding date and successor later through the list of "
        "entities."
    ),
    register_name="Name in the file",
    register_type="Type of entity",
    register_base="Base (provinces and cities only)",
    register_button="Register the entity",
    register_source="Registered while uploading file “{file}”",
    register_known="“{name}” is already in the list.",
    registered="“{name}” is registered, entry {seq}. The file has been checked again.",
    parents_derived=(
        "The file has no column “Mã cấp trên” (parent code), so each criterion's parent is derived from its number "
        "(1.2.3 belongs to 1.2). Check this in the preview."
    ),
    target_kind_disagrees=(
        "The wording of the target does not fit the row's “Loại mục tiêu” (type of target). Leave the type empty, or "
        "make the two agree."
    ),
    target_group_missing=(
        "The target names no group. Write the group, for example “nhóm A” (group A), “nhóm cao nhất” (highest group)."
    ),
    target_base_missing=(
        "A target to rise by points or places must name an earlier year to compare with. Write that year, for example "
        "“tăng 5 bậc so với 2024” (up 5 places from 2024)."
    ),
    lines_of_points=(
        "Lines without a number below a criterion are kept as its “Cách tính” (calculation). Check this in the preview."
    ),
    level_index="Index",
    level_area="Area",
    level_criterion="Criterion",
    level_part="Sub-criterion",
    root_name="Total score",
    root_derived=(
        "Criteria set “{framework}” has no row “Tổng điểm” (total score), so the root TOTAL is built from its areas; "
        "its maximum is their sum."
    ),
    framework_year_open=(
        "The document does not say from which index year criteria set “{framework}” applies. Answer the question "
        "above, or add the column “Áp dụng từ năm” (applies from)."
    ),
    ask_year_from="From which index year does criteria set “{framework}” apply?",
    framework_index_unknown=(
        "It is unclear which index the criteria set belongs to. Answer the question above; for a new index, give its "
        "short name under “Index” in “How the file is read”."
    ),
    framework_name_unknown=(
        "The part above the table gives no number of the issuing document. Write “Kèm theo Quyết định số …” (attached "
        "to Decision No. …) there, or fill in “Criteria set” under “How the file is read”."
    ),
    code_names_other=(
        "Code “{code}” is read by the system's own list, but the cell beside it says “{name}”: it may be another "
        "agency's code. Check it; if so, choose the column of names instead of codes under “How the file is read”."
    ),
)
