"""What is wrong with a cell and what to do about it, in English.

What a cell must hold, and the headers of our templates, stay as the workbook has them.
"""

from cchc_metrics.labels.texts.findings import FindingsTexts

FINDINGS = FindingsTexts(
    nobody="nothing in the list",
    none_yet="none yet",
    suggestion="Did you mean {names}? Write it as in the list.",
    no_suggestion_entity="Write the name as in the list of entities.",
    no_suggestion_node="Write the code or name as in the criteria set.",
    template_of_other_kind=(
        "The file follows the template of another kind of data; it is being read as “{kind}”. Check the kind chosen."
    ),
    template_version=(
        "The file follows version {version} of the template; the current one is {current}. Better download the new "
        "template."
    ),
    table_not_found=(
        "No table “{kind}” was found in the file. Choose another kind of data, point out each column in “How the file "
        "is read”, or correct the header row as in the template and upload again."
    ),
    sheet_without_table=(
        "The sheet “{sheet}” has content but no header row of the table “{kind}”, so it is not read. If it holds data "
        "to upload, correct the header row as in the template."
    ),
    sheet_without_criteria=(
        "The sheet “{sheet}” has names of provinces with figures, but no column or row is named after a criterion of "
        "the declared indices ({indexes}), so it is not read. If these are scores of another index, upload its "
        "criteria set first; if the criteria are named otherwise, point out each column in “How the file is read”."
    ),
    sheet_hidden="The hidden sheet “{sheet}” has content but is not read. Unhide it if its data are to be uploaded.",
    rows_hidden="Rows hidden in the file are read all the same. Delete them if they are not to be uploaded.",
    columns_missing="Required columns are missing: {headers}. Add them as in the template and upload again.",
    header_repeated="The column “{header}” occurs more than once. Keep only one.",
    column_unread="The column “{header}” is not in the template: it stays in the original file but is not uploaded.",
    column_ordinal="The column of serial numbers “{header}” is not uploaded.",
    column_without_header="Column {column} has content but no header: not uploaded, but kept in the original file.",
    row_without_data="The row has no data in the columns that are read, so it is skipped.",
    wide_index_unknown=(
        "It is not known which index the table belongs to. Add a column “Bộ chỉ số” (index) or name the sheet after "
        "the index (there are: {names})."
    ),
    wide_period_unknown=(
        "It is not known which period the table belongs to. Add a column “Kỳ” (period) or name the sheet by the year, "
        "for example “2023”, instead of “{sheet}”."
    ),
    illustrative="Illustrative data are not uploaded among real data. Upload this file only to the try-out.",
    excel_error="The cell shows an Excel error. Correct the formula or type the value.",
    formula_without_result=(
        "The formula in the cell has no result saved with the file. Open the file in Excel, save it and upload it "
        "again."
    ),
    cell_empty="The cell “{header}” is blank. Fill it in.",
    value_empty="The score is blank. Enter it, or “N/A” if exempt, “không công bố” (not published) if there is none.",
    one_of_empty="The row has no {headers}. Fill in at least one of these cells.",
    choice_unknown="“{value}” is not in the list. Choose one of: {choices}.",
    flag_unknown="“{value}” is neither yes nor no. Write “Có” (yes) or “Không” (no).",
    date_unknown="“{value}” is not a date. Write day/month/year, for example 01/7/2025.",
    rank_unknown="“{value}” is not a rank. Write 41 or 41/63.",
    rank_became_date="Excel turned the rank into a date. Format the cell as Text and type it again, for example 4/12.",
    not_an_integer="The cell “{header}” must hold a whole number. Correct the number.",
    not_a_number="No number can be read in the cell. Enter a number such as 85.25, without words.",
    unclear_mark=(
        "The meaning of this mark is unclear. Write 0 if the score is 0, “N/A” if exempt, “không có số liệu” (no data) "
        "if there is no figure."
    ),
    number_too_large="The number is larger than the system can hold (under 1 billion). Check the decimal mark.",
    date_for_number="The cell holds a date, not a number. Change its format to Number and type it again.",
    truth_for_number="The cell holds true/false, not a number. Type the number again.",
    number_ambiguous=(
        "The mark in the number may be a decimal mark ({first}) or a thousands mark ({second}). Type it again as an "
        "Excel number, or write out the decimals."
    ),
    number_settled=(
        "The mark in the number was read as a decimal mark, because as thousands it would exceed the maximum score. "
        "Check if this is wrong."
    ),
    percent_for_points=(
        "The cell holds a percentage while the criterion is counted in points. Enter points, or choose the kind of "
        "score “Tỷ lệ công bố (%)” (published percentage)."
    ),
    period_unknown=(
        "The period “{value}” cannot be read. Write an index year (2024) or a reporting period (2025-Q1, 2025-6M, "
        "2025-Q3, 2025-FY)."
    ),
    period_no_such_form=(
        "There is no reporting period “{value}”. The periods are: first quarter (Q1), six months (6M), third quarter "
        "(Q3), full year (FY)."
    ),
    period_out_of_range="The year of the period “{value}” is outside 1945–2099. Check the year.",
    period_not_index_year="“{value}” is a reporting period; an index year is needed here, for example 2024.",
    period_types_mixed=(
        "The file has both index years and reporting periods of {index}. Split it into two files, one kind of period "
        "each."
    ),
    index_unknown=(
        "There is no index “{value}” yet. Declared indices: {names}. Correct the name or upload the criteria set first."
    ),
    entity_unknown="There is no entity “{value}” in the list. {hint}",
    entity_code_unknown="No entity has the code “{value}”. Write the system code (for example P63-45) or the name.",
    entity_not_scored=(
        "“{value}” is not a province, a region or the whole country, so it takes no data of this kind. Check the name; "
        "of a commune, ward or special zone the system code must be written."
    ),
    entity_disagrees=(
        "The code “{code}” is {of_code}, but the name “{name}” is {of_name}. Correct the code or the name so that they "
        "agree."
    ),
    entity_name_by_code="The name “{name}” is not in the list; by code “{code}” it was taken as {taken}. Check it.",
    entity_code_changed=(
        "The code “{code}” changed its meaning on 01/7/2025; in this period it was taken as {taken}. Better write the "
        "name as well."
    ),
    entity_not_in_period="{name} does not exist in the period {period}. Check the entity or the period.",
    entity_ambiguous="Several entities fit in the period {period}: {names}. Write the system code to say which.",
    node_unknown=(
        "The criteria set of {index} for this period has no “{value}”. {hint} If the criterion is not declared yet, "
        "upload the criteria set of that period first, then this file again."
    ),
    node_ambiguous="The name “{value}” fits several criteria: {codes}. Write the criterion code.",
    node_disagrees=(
        "The code “{code}” is “{of_code}”, but the name “{name}” fits {other}. Correct the code or the name so that "
        "they agree."
    ),
    node_name_by_code="The name “{name}” differs from the list; by code “{code}” it was taken as “{taken}”. Check it.",
    framework_missing="No criteria set of {index} covers {year} (there are: {years}). Upload the criteria set first.",
    framework_ambiguous=(
        "Several criteria sets of {index} are in force in {year}: {names}. Correct their years of validity."
    ),
    score_negative="The score is below the lowest possible. Check the sign and the number.",
    score_above_max="The score exceeds the highest possible, {maximum}. Check the decimal mark or the maximum score.",
    percent_above_100="The percentage exceeds 100%. Check the decimal mark.",
    maximum_disagrees="The maximum score differs between two cells of the same row. Make them agree.",
    maximum_differs=(
        "The maximum score in the file differs from the criteria set ({maximum}). Check whether the file follows the "
        "right criteria set."
    ),
    rank_above_count="A rank lies between 1 and the number of entities ranked. Check again.",
    rank_above_peers=(
        "The rank, or the number ranked, exceeds the number of entities of this kind in the period ({count}). Check "
        "again."
    ),
    error_negative="A standard error cannot be negative. Check again.",
    interval_half="A confidence interval needs both bounds. Fill in the missing one, or leave both blank.",
    interval_reversed="The upper bound is below the lower bound. Check the two columns.",
    level_missing=(
        "The confidence interval has no confidence level. Write 90, 95 or 99 in the column “Mức tin cậy” (confidence "
        "level)."
    ),
    level_outside="A confidence level is at least 50 and under 100 (%). Write 95, not 0.95.",
    target_above_max="The target exceeds the highest possible, {maximum}. Check again.",
    target_negative="A target cannot be negative. Check again.",
    target_no_rank="A target for the rank must be a whole number from 1. Check again.",
    zero_province=(
        "All scores of {name} in this period are 0; they seem not to be published. If so, write “không công bố” (not "
        "published)."
    ),
    row_repeated="The same data stand in a cell above, so only one is kept.",
    rows_disagree="The same item has different values in cells {cells}. Keep only one.",
    more_rows_disagree="Other items with rows that disagree: {count}. Keep only one row for each.",
    root_missing="The criteria set {framework} has no root row with the code TOTAL. Add it.",
    root_has_parent=(
        "The root row TOTAL of {framework} must have no parent code. Leave the cell “Mã cấp trên” (parent code) blank."
    ),
    second_root="Criterion {code} has no parent code. Write one; only the row TOTAL leaves it blank.",
    parent_unknown=(
        "The parent code {parent} of criterion {code} is not in the criteria set. Correct the code or add the parent's "
        "row."
    ),
    parents_in_circle="The parent codes form a circle: {codes}. Correct the parent codes.",
    maxima_differ="The maximum scores under {code} add up to {total}, not to the maximum {maximum}. Check again.",
    years_reversed="The last year of validity is before the first. Correct the years.",
    successor_unknown="The successor “{value}” is neither in the list nor in the file. Correct the code or add it.",
    no_rows="The file has headers but no rows of data. Fill in data below the header row and upload it again.",
    row_is_note=(
        "The row has words in only one required column, so it was taken as a group heading, a note or a signature and "
        "is not uploaded. If it is data, fill in all required cells."
    ),
    row_of_headers="The row repeats the headers or numbers the columns, so it is skipped.",
    columns_kept="The file has no columns {headers}; what is stored in them stays as it is.",
    mark_for_number="This mark is not a number. Enter a number, or leave the cell blank if the column is not required.",
    period_in_future="The period {period} has not taken place yet, so it cannot have scores. Check the year.",
    node_code_cut=(
        "The code “{value}” is stored as a number, so Excel may have dropped a final 0; it may be {codes}. Format the "
        "column of codes as Text and write the code again."
    ),
    fraction_for_percent=(
        "The criterion is on a scale of 100 but the cell holds a number no larger than 1, perhaps a decimal share "
        "(0.8525 for 85.25%). If so, enter 85.25."
    ),
    score_below_scale=(
        "The score is below the lowest of the scale, {minimum}. If it is not published, write “không công bố” (not "
        "published); otherwise check the number."
    ),
    maximum_not_positive="A maximum score must be above 0. Correct it.",
    spelling_differs="“{value}” differs from “{known}” only in spelling. Write “{known}”.",
    entity_identity_changed=(
        "The system code {id} is {stored}. The kind and the era of a code never change: correct the cell, or use a new "
        "system code for another entity."
    ),
    entity_code_taken="The code “{code}” of the {era} base already belongs to {name}. Correct the code.",
    entity_name_taken="The name “{value}” already belongs to {name} on this base. Correct or drop the name.",
    era_unknown="There is no province base “{value}”. Write 63, 34 or leave it blank.",
    dates_reversed="The end date is before the start date. Correct the date.",
    validity_changed=(
        "The dates of validity of {name} change. Data already uploaded outside these dates stay but cannot be uploaded "
        "again; check the dates."
    ),
    successor_self="An entity cannot succeed itself. Correct the cell “Đơn vị sau sắp xếp” (successor).",
    codes_alike="The codes {codes} differ only in spelling, so they cannot be told apart. Change one of them.",
    number_negative="The cell “{header}” cannot be negative. Correct the number.",
    minimum_above_maximum="The minimum score is above the maximum score. Correct one of them.",
    year_out_of_range="The year is outside 1945–2099. Check the year.",
    framework_years_differ=(
        "The rows of the criteria set {framework} have different years of validity. Write the same years in every row."
    ),
    framework_same_start=(
        "The criteria sets {framework} and {other} both apply from {year}. Correct the years of validity."
    ),
    framework_replaces=(
        "From {year} the criteria set {framework} applies instead of {other}. Check the years of validity."
    ),
    groups_unknown=(
        "“{value}” is not a set of groups. Write “A:90; B:80; C:70”, thresholds falling, or “tứ phân vị” (quartiles)."
    ),
    break_order="The later period must come after the earlier one. Correct the periods.",
    break_node_unknown="{index} has no criterion with the code “{value}”. Write the right code, or * for all criteria.",
    day_unknown="“{value}” is not a day and month. Format the cell as Text and write it as 15/12.",
    comparison_unknown="“{value}” is not a comparison. Write one of: >, >=, =, <=, <.",
    review_subject="{index}, {node}, period {period} ({kind})",
    others_too=" Similar cases besides: {count}.",
    more_remarks="Other groups of data with the same problem: {count}. See the list of cells.",
    more_alike="More problems of this kind, each with a content of its own: {count}, like cell {cell}: {message}",
    base_by_list=(
        "Period {period}: the table has all {count} provinces and cities, so names are read on the base of {era} "
        "provinces and cities."
    ),
    constant_contradicted=(
        "The sheet name says that “{header}” is {value}, but a line above the headers says {other}. The data are read "
        "by the sheet name; if this is wrong, correct the sheet name or set one value in the reading rules."
    ),
    cell_in_file="cell {cell}",
    cell_in_force="stored figure",
    rank_and_value="{name} ranks {rank} with {value} points ({place})",
    sum_differs=(
        "{subject}: the items below add up to {total} for {name}, while the item itself has {own}, a difference of "
        "{difference}.{others} Compare with the source."
    ),
    rank_contradicts=(
        "{subject}: published ranks and published scores are in conflict, {first} but {second}.{others} Compare with "
        "the source."
    ),
    unit_mixed=(
        "{subject}: {value} of {name} looks like a share of 0–1 in a column with the maximum score {maximum}.{others} "
        "If so, write it in the unit of the whole column."
    ),
    jump=(
        "{subject}: {name} went from {old} the year before to {new} ({change}), far from the median change of the "
        "provinces ({median}).{others} Check the figures of both years."
    ),
    appraisal_far=(
        "{index}, {node}, period {period}: self-assessment and appraisal are far apart, {name} self-assessed {own}, "
        "appraised {appraised} ({difference}).{others}"
    ),
    other_source="Correction from another source: the stored figure from “{source}” will be replaced by the file's.",
    same_content=(
        "All data in the file are the same as those stored, although the file was never uploaded. There is nothing to "
        "upload."
    ),
    personal_data=(
        "The column “{header}” seems to hold personal data: {what}. The original file, with this column, will be kept "
        "in the archive. Delete the column and upload again, or give a reason for keeping it."
    ),
    personal_data_no_header=(
        "Column {column} seems to hold personal data: {what}. The original file, with this column, will be kept in the "
        "archive. Delete the column and upload again, or give a reason for keeping it."
    ),
    personal_citizen="citizen identity numbers",
    personal_identity="old identity card numbers",
    personal_phone="mobile phone numbers",
    personal_email="email addresses",
    secrecy_mark=(
        "The sheet “{sheet}” bears the secrecy mark “{mark}”, so the file is not accepted. The system is not for state "
        "secrets; if the mark is a mistake or the document was declassified, remove the mark and upload again."
    ),
    number_bound=(
        "The cell holds a bound, not a number. Enter the number; if the source publishes only a bound, write “không "
        "công bố” (not published)."
    ),
    number_interval=(
        "The cell holds a range, not a number. Enter the number; if the source publishes only a range, write “không "
        "công bố” (not published) and upload the range as the kind of data “Sai số chuẩn của điểm” (standard errors of "
        "scores)."
    ),
    number_ranked=(
        "The cell holds two numbers; the second one, in brackets, may be a rank or a note. Write the score in one "
        "column, the rank in the column “Hạng” (rank)."
    ),
    number_brackets="A number in brackets may be negative or a note. Type it again, with a minus sign if negative.",
    number_day="The cell holds a day, not a number. Type the number again.",
    number_words="The cell has words beside the number. Delete them and leave only the number, for example 85.25.",
    number_noted=(
        "An asterisk (*), the sign of a note, stands behind the number. The number was read; see the note in the "
        "original file for whether it is official."
    ),
    date_from_number=(
        "Excel has turned what was typed into the date {date}. It may be a score out of a maximum (“{day}/{month}” or "
        "“{month}/{day}”), or a decimal number (“{day},{month}” or “{month},{day}”). Format the cell as Text and type "
        "it again."
    ),
    period_two_years=(
        "“{value}” names two years. Write one index year, for example 2024; put the data of each year in a row or "
        "column of its own."
    ),
    period_is_day=(
        "“{value}” is a day; which period is meant is unknown. Write an index year (2024) or a reporting period "
        "(2025-Q1, 2025-6M, 2025-Q3, 2025-FY)."
    ),
    period_without_year="“{value}” has no year. Add the year, for example 2025-Q1 or 2025-6M.",
    entity_merged_before=(
        "{old} was merged into {new} on 01/8/2008, so it is not in the list. Check the name; if it is really {old}, "
        "delete the row, for data of {old} are not data of {new}."
    ),
    name_foreign_letters="The name has Cyrillic or Greek letters that look like Latin ones; type the name again.",
    personal_birth="dates of birth",
    personal_beside=" Full names stand on the same sheet in the column “{header}”.",
    mapping_other_kind=(
        "These reading rules were made for another kind of data, not “{kind}”. Choose the kind of data again or change "
        "how the file is read."
    ),
    mapping_sheet_missing=(
        "The reading rules name the sheet “{sheet}”, but the file has none (there are: {names}). Correct the sheet "
        "name in the reading rules."
    ),
    mapping_rows_outside=(
        "The reading rules put the headers in rows {first}–{last}, but the last row of the sheet is {height}. Correct "
        "the header rows."
    ),
    mapping_end_above=(
        "The reading rules end the table at row {last}, which is not below the headers (row {header}). Correct the "
        "last row."
    ),
    mapping_column_outside=(
        "The reading rules use column {column}, but the last column of the sheet is {last}. Correct the column."
    ),
    mapping_header_unknown="The template has no column “{header}”. Change the reading rules; use one of: {names}.",
    mapping_field_missing=(
        "The table does not say {headers}. In “How the file is read”, choose the column that holds it or one value for "
        "the whole table."
    ),
    layout_remembered="The file is read by the layout remembered from “{name}” of {day}. Check if this is wrong.",
    layout_remembered_subject=(
        "The file is read by the layout remembered from the file “{name}” of {day}, with {constants} fixed for the "
        "whole table. Check whether this holds for this file too; if not, change how it is read."
    ),
    layout_not_readable=(
        "The layout remembered from the file “{name}” cannot be read, so the file was understood anew. {reason}"
    ),
    layout_not_fitting=(
        "The file resembles the layout remembered from the file “{name}”, but its headers or number of tables differ, "
        "so it was understood anew."
    ),
    constant_of_sheet="sheet name (“{text}”)",
    constant_of_file="file name (“{text}”)",
    constant_of_title="line above the headers (“{text}”)",
    constant_of_mapping="value given (“{text}”)",
    constant_nothing="blank",
    constant_several=(
        "There are several answers for “{header}” in the {place}: {values}. In “How the file is read”, set one value "
        "for “{header}”."
    ),
    constant_unresolved=(
        "“{header}” was not found in the {place}. In “How the file is read”, set a value for “{header}”."
    ),
    constant_taken="“{header}” was taken from the {place}: {value}. Check if this is wrong.",
    taken_from_file="file name",
    taken_from_title="line above the headers",
    sheet_skipped="The sheet “{sheet}” is skipped by the reading rules.",
    sheet_hidden_read="The sheet “{sheet}” is hidden but is read by the reading rules.",
    columns_hidden="Columns {columns}, hidden in the file, are read all the same. Delete them if unwanted.",
    rows_outside="Rows {rows} lie outside the table, so they are not read; they stay in the original file.",
    columns_unread=(
        "Columns that do not belong to the table: {count} (column {columns} …); they stay in the original file but are "
        "not uploaded."
    ),
    row_aggregate=(
        "The summary row (total, mean, median, highest, lowest …) is not uploaded, for it is computed from other rows."
    ),
    row_section="The group heading has no data, so it is skipped.",
    row_note="The row is a note or a signature, so it is skipped.",
    value_merged=(
        "The cell in column {column} is merged over several rows, so it counts once, for the first row. Unmerge it and "
        "write the figure in each row if it is meant for the others too."
    ),
)
