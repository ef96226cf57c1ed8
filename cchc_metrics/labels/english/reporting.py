"""The reporting cycle: board, units' forms, documents."""

from cchc_metrics.labels.texts.reporting import ReportingTexts

REPORTING = ReportingTexts(
    help_status="progress of the units' reports on a day",
    help_on="day to look at, as YEAR-MONTH-DAY; today if not given",
    states={
        "exempt": "exempt",
        "not_sent": "not submitted",
        "incomplete": "submitted, incomplete",
        "nil": "nothing to report",
        "sent": "submitted",
        "approved": "approved by the head of unit",
        "returned": "returned",
        "accepted": "accepted",
    },
    late="{days} days late",
    on_time="on time",
    no_due="no due date set",
    status_line="{unit} · {form} · {period}: {state}, {late} (due {due})",
    period_line=(
        "{period}: from {start} to {end}, the People's Committee of the province reports to the Ministry of Home "
        "Affairs by {due}"
    ),
    task_without_unit="Task {task}: no unit declared",
    form_first_sheet="Information",
    form_unit="Reporting unit",
    form_form="Form",
    form_period="Reporting period",
    form_due="Due at the Administration and Organization Division",
    form_how=(
        "Type only in the yellow cells. Grey cells hold figures the system already has, for comparison.",
        "Each task is a sheet. Where a task has nothing to report, put an x in the row “Nothing to report in the "
        "period”.",
        "Indicators marked (*) are required: write 0 if there was nothing; an empty cell means not reported.",
        "Do not delete the column of codes on the left. Only yellow cells are read; text elsewhere will be listed so "
        "that it can be moved.",
        "Six-month and annual reports give figures cumulative from the start of the year, not those of the quarter.",
        "Before submitting, look at the sheet “Before submitting”: 0 in the column “Still empty” means complete.",
        "When done, save the file and submit it on the page “Submit a report”, or send it to the Administration and "
        "Organization Division.",
    ),
    form_nil="Nothing to report in the period (mark with x)",
    form_headers=(
        "Code",
        "Indicator",
        "Unit of measure",
        "Last period",
        "Cumulative from the start of the year",
        "Figure of this period",
        "Note, explanation",
    ),
    form_computed="Computed by the system",
    form_texts="Text of the report",
    form_text_parts={
        "ket-qua": "Results",
        "ton-tai": "Shortcomings",
        "nguyen-nhan": "Causes",
        "kien-nghi": "Proposals",
        "ky-toi": "Tasks for the next period",
    },
    form_evidence="Evidence",
    form_evidence_title="Document, number, date",
    form_evidence_row="Attached document",
    form_link="Where it is kept",
    code_unknown=(
        "Code “{code}” is not part of the unit's report for this period. Delete the row, or take the period's blank "
        "form again."
    ),
    code_became_number=(
        "Code “{code}” has been turned into a number, so 4.1 and 4.10 cannot be told apart. Format the cell as text "
        "and type the code again."
    ),
    code_twice="Code “{code}” is already on sheet “{sheet}”, row {row}. Keep one row.",
    tick_unknown="Put an x if there is nothing to report, or leave it empty.",
    nil_contradicted=(
        "Task {task} is marked as having nothing to report but holds figures at {codes}. Remove the x or correct the "
        "figures."
    ),
    not_a_number="This cell must hold a number, in {measure}. Put words in the note column.",
    two_readings="It can be read in two ways: {one} or {other}. Type it again without separators.",
    too_large="The number is too large. Check the unit of measure.",
    negative="This figure cannot be negative. Check it.",
    yes_no="Answer Yes or No.",
    not_owed="Unit “{unit}” does not owe form “{form}” in {period}. Check the list of units and who does which task.",
    no_such_period="There is no reporting period “{period}”. Write 2026-Q1, 2026-6M, 2026-Q3 or 2026-FY.",
    form_task="Task {task}. {name}",
    form_bound="Required level: {bound}",
    identity_unknown=(
        "It is not known which unit and period this report belongs to. Take the unit's blank form again on the page "
        "“Submit a report” and fill that in."
    ),
    period_signed=(
        "The period's consolidated report was signed, No. {number}, on {day}. Data uploaded now are a correction and "
        "need a reason."
    ),
    check_failed="{words}. Correct the figure or explain it in the note column.",
    opening_differs=(
        "The opening balance is {given}, not the {due} that follows from the report of {period}. Correct the figure or "
        "explain it in the note column."
    ),
    unusual=(
        "{given} is far above the unit's own usual level of {usual} (earlier periods: {count}). Check for a typing "
        "error."
    ),
    tasks_empty="Nothing entered for tasks {tasks}. The report will be received as “submitted, incomplete”.",
    acts={
        "submitted": "submission",
        "approved": "approval by the head of unit",
        "accepted": "acceptance",
        "returned": "return",
        "reopened": "reopening",
        "chased": "chasing",
        "frozen": "freezing of the period",
        "remarked": "comment",
    },
    act_note="{act}: {unit}, {period}",
    act_out_of_order="Not possible now: {act}. The latest act is: {stands}.",
    not_sent_yet="The unit has not submitted its report, so it cannot be approved, accepted or returned.",
    return_needs_reason="Give the reason for returning it, so that the unit knows what to correct.",
    decision_needs_reason="Give the reason and who allowed it.",
    decision_note="Due date of {unit}, {period}: {reason}",
    plan_sheet="Annual plan",
    plan_sheet_title="Items of the {year} public administration reform plan that the unit leads",
    plan_with="(supporting)",
    plan_due="Deadline in the plan: {day}",
    above_most="This figure is at most {most}. Check it.",
    form_how_before=(
        "Each task is a sheet. Where a task has nothing to report, put an x in the row “Nothing to report in the "
        "period”.",
        "An empty cell means not reported, which is not the number 0. Do not delete the column of codes on the left "
        "and do not rename the sheets.",
        "Six-month and annual reports give figures cumulative from the start of the year, not those of the quarter.",
        "When done, save the file and submit it on the page “Submit a report”, or send it to the Administration and "
        "Organization Division.",
    ),
    form_required="Indicators marked (*) are required: write 0 if there was nothing.",
    form_locked=(
        "The sheet is locked so that codes and names of indicators stay as they are; yellow cells can be filled. Put "
        "anything else in the text of the report."
    ),
    form_opening="Opening balance by the report of {period}. If it differs, correct it and explain.",
    group_choice="Group {number}",
    group_unknown="Choose from group 1 to group {most}.",
    form_groups=(
        "Group 1: covers its own recurrent and investment spending. Group 2: covers its own recurrent spending. "
        "Group 3: covers part of its recurrent spending (10% to under 100%). Group 4: the State covers it (under 10%)."
    ),
    form_beside="The figure the unit gave in another form of the same period. If it differs, correct it and explain.",
    other_form="The unit gives {given}; its other form of the same period gives {due}. Make the two agree, or explain.",
    form_check_sheet="Before submitting",
    form_check_lead="The report is complete only when “Still empty” is 0 in every row.",
    form_check_headers=("Task", "Figures to fill in", "Still empty"),
    form_check_total="Total",
    form_cumulative="Cumulative figure, {period}",
    none_word="“{written}” is not a number. Write 0 if there was nothing; leave it empty if there is no figure yet.",
    several_numbers="“{written}” may be {one}, or {other}, or {one} out of {other}. Type one number.",
    noted_number="“{written}” is read as the number before the footnote mark.",
    formula_uncomputed=(
        "The formula {formula} has not been computed. Open the file in Excel and save it, or type the content."
    ),
    formula_error="The formula in this cell gives the error {error}. Correct it or type the content.",
    became_date=(
        "The spreadsheet program has turned this cell into the date {date}; perhaps “{one}” or “{other}” was meant. "
        "Format the cell as a number and type it again."
    ),
    became_date_unknown=(
        "The spreadsheet program has turned this cell into a date. Format it as a number and type it again."
    ),
    shown_as_date=(
        "The cell is formatted as a date or time, so it is not read as a number; the number in it is {number}. Format "
        "it as a number and type it again."
    ),
    shown_as_percent=(
        "The cell is formatted as a percentage ({given}%), but this indicator is in {measure}. Format it as a number "
        "and type it again."
    ),
    small_share=(
        "{given}% is a very small share. If {meant}% is meant, type {meant}; if it is right, explain it in the note "
        "column."
    ),
    merged_items=(
        "The merged cell {cells} spans several indicators ({codes}), so it is not known which one the figure belongs "
        "to. Unmerge it and write each figure."
    ),
    comment_unread="A comment attached to a cell is not read. If needed, copy it to the note column.",
    above_whole="{given}% is more than 100%. Correct the figure, or explain it in the note column.",
    not_whole="{given} {measure} is not a whole number. Correct the figure, or explain it in the note column.",
    note_alone="There is a note but no figure. The note is kept; the indicator still counts as not reported.",
    ask_none="What do the cells with “{written}” mean?",
    ask_number="Which number is “{written}” at indicator {code} “{name}”?",
    choice_zero="There was nothing: write 0",
    choice_blank="No figure yet: leave it empty",
    choice_number="{number} {measure}",
    column_missing=(
        "Sheet “{sheet}” has lost its column “{column}” and cannot be read. Copy the sheet from the blank form again "
        "and fill that in."
    ),
    column_doubled="Sheet “{sheet}” has two columns “{column}”. Delete the extra one and upload again.",
    sheet_gone="The file has lost sheet “{sheet}” of task {task}. Copy it from the period's blank form again.",
    rows_gone="Task {task} has lost its rows {codes}: these indicators count as not reported.",
    found_by_name="The row has lost its code and is read by the name of its indicator.",
    code_and_name=(
        "Code {code} stands beside the name of indicator {other}: rows may have been sorted apart. Take the blank form "
        "again and fill it in."
    ),
    name_changed="The name in row {code} is not the one of the list (“{name}”). The figure is read by its code.",
    measure_changed="The unit of measure says “{given}”, the form “{measure}”; the figure is taken in “{measure}”.",
    hidden_sheet="Sheet “{sheet}” is hidden; it is read all the same.",
    hidden_rows="Rows {rows} are hidden; they are read all the same.",
    hidden_columns="Columns {columns} are hidden; they are read all the same.",
    unread_row="Row {row} has no code of the form and is not read. Put its content in the note column or in the text.",
    unread_merged="The merged cell {cells} is not read. Unmerge it and write in the column of this period's figures.",
    unread_column="Column {column} is not part of the form and is not read. Use the note column or the text.",
    unread_beside="This cell is not read. Write in the text cell on its left.",
    unread_cover="The information sheet takes no further content, so this cell is not read.",
    unread_sheet="Sheet “{sheet}” is not part of the form and is not read. Move its content to the task's sheet.",
    unread_computed="The system computes this indicator, so the cell is not read. Check the figures it is made of.",
    unread_known=(
        "The system fills in column “{name}”; it is not read. To change this period's figure use column “{column}”."
    ),
    unread_known_empty=(
        "Column “{name}” is not read and column “{column}” is empty: the figure was probably typed in the wrong "
        "column. Move it to “{column}”."
    ),
    face_period=(
        "The file says period “{face}”, but the form inside is that of {mine}. Take the form of the right period and "
        "fill it in again."
    ),
    face_unit="The file says unit “{face}”, but the form inside is that of {mine}. Take the right unit's form.",
    face_form="The file says form “{face}”, but the form inside is {form}. Take the right form.",
    face_unread="The file says “{face}”, the form is that of {mine}. It is taken as {mine}.",
    file_name_period=(
        "The file name “{file}” speaks of {name}, but the form inside is that of {mine}. Check that it is the right "
        "file."
    ),
    identity_take=(
        "The file has lost the mark of its form, so it is not certain which unit and period it belongs to. Take the "
        "blank form “{file}” ({unit}, {period}) on the page “Submit a report” and copy the figures into it."
    ),
    report_named="Report of {unit}, {period}, form {form}",
    explained="{message} The unit explains: {reason}",
    opening_of_year=(
        "The opening balance is {given}, not the opening balance {due} of {period}. Correct it or explain it."
    ),
    longer_below=(
        "This period's figure is {given}, above the cumulative {whole} of {period}. Correct it, or the other period."
    ),
    joint_below=(
        "The cumulative figures of {units} add up to {given}, below the {due} reported in {periods} before the unit "
        "was split. The units compare, then correct the figures or explain them in the note column."
    ),
    joint_opening=(
        "The opening balances of {units} add up to {given}, not the {due} that follows from the reports of {periods} "
        "before the unit was split. The units compare, then correct the figures or explain them in the note column."
    ),
    due_after_office=(
        "{period}: due date {due} is after {then}, which leaves no time to compile. Change it, or give the reason."
    ),
    held_by_longer="figures are part of the report of {period}",
    exempt_reason="Figures are part of the report of {period}",
    cumulative_below_sum=(
        "The cumulative figure {given} is below the sum {part} of {periods}. This report gives figures cumulative from "
        "the start of the year. Correct the figure or explain it in the note column."
    ),
    numbers_missing="Incomplete: {tasks}. The report will be received as “submitted, incomplete”.",
    numbers_missing_of="task {task} lacks {codes}",
    form_text_column="Text",
    form_spans={"Q1": "quarter I", "6M": "six months", "Q3": "quarter III", "FY": "the year"},
    form_period_before="Last period ({period})",
    form_same_period="Same period last year ({period})",
    form_so_far="Cumulative so far ({periods})",
    lacking="lacking tasks {tasks}",
    lacking_more="{codes} and {count} more indicators",
    debts_finding="Reports still owed: {count}; {periods}.",
    debts_late="{period}: {count}, the latest by {days} days",
    debts_period="{period}: {count}",
    debts_none="No report is late, incomplete or returned in the periods followed.",
    debts_undated="It is not known which reports are late: not submitted and without a due date, {count}.",
    debts_title="Reports owed in all periods",
    debts_caption="Reports owed in all periods, as of {day}",
    debts_columns=("Unit", "Period", "State", "Late (days)", "Lacking", "Chased", "Changed after submission"),
    debts_not_chased="not chased",
)
