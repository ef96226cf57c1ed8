"""The guided set-up of the reporting cycle, its tables and its calendar."""

from cchc_metrics.labels.texts.setup import SetupTexts

SETUP = SetupTexts(
    title="Lists & reporting calendar",
    finding=(
        "Steps done: {done} of {of}. Wherever something is not declared yet, it is said; the system fills in nothing."
    ),
    finding_done="All steps are done.",
    filter_step="Step",
    filter_year="Year",
    step_name="{number}. {title}",
    review_title="Review several at once",
    review_lead="Take off the list what you are not sure of; the others are all recorded in the same state.",
    review_bases="Legal bases not reviewed",
    review_in_force="In force",
    review_ended="Ended",
    bases_note="Legal bases reviewed: {count}",
    filled_template="Download the filled-in template: {title}",
    step_done="This step is complete.",
    steps={
        "don-vi": "Units",
        "tong-hop": "Compiling unit",
        "han-nop": "Due dates, days off",
        "van-ban": "Details for documents",
        "nhiem-vu": "Tasks, forms",
        "chi-so": "Parts of the index",
        "can-cu": "Legal bases",
    },
    step_leads={
        "don-vi": (
            "The first five units come from Letter 526/VP-HCTC (2022) of the former province and are only proposed. "
            "Confirm or rename them, add today's units, enter when units ended or merged."
        ),
        "tong-hop": "The unit that chases and weaves the Office's reports, with the symbol behind document numbers.",
        "han-nop": "The Office sets the first two links of the chain of due dates. Until then no unit counts as late.",
        "van-ban": (
            "Used in chasing letters and in the consolidated report. What is not declared is left as a marked gap."
        ),
        "nhiem-vu": "Who takes part in which task, which form holds which tasks, in which period it is owed.",
        "chi-so": (
            "Which task bears on which part of the index is for the Office to judge; the first version is proposed."
        ),
        "can-cu": "Documents refuse legal bases that have ended, and name those that have not been reviewed.",
    },
    calendar="Reporting calendar",
    calendar_title="Reporting calendar {year}",
    calendar_caption="Reporting periods and the chain of due dates",
    calendar_note="Periods by 581/BNV-CCHC, not confirmed to be in force; the Office can edit them",
    on_day="On {day}: {clauses}.",
    day_open="within the period {periods}",
    day_nothing_open="in no reporting period",
    day_ended="latest period ended: {periods}",
    window="Period",
    window_start="From",
    window_end="To",
    window_counts="Counting",
    cumulative="cumulative",
    single="period alone",
    window_state="Now",
    window_open="● open",
    window_ended="○ ended",
    window_to_come="▷ to come",
    not_set="not set",
    not_said="not declared",
    moved_from="Moved from {weekday} {day}, a day off",
    weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    shift_notes={
        "none": "A due date on a day off stays as it is.",
        "next": "A due date on a day off moves to the next working day; hover over it to see the original day.",
        "previous": "A due date on a day off moves to the working day before; hover over it to see the original day.",
    },
    chart_key="● units · ◇ Office · □ People's Committee",
    chart_day="day shown {day}",
    chart_window="{name}: from {start} to {end}",
    no_windows_title="No reporting periods in this year",
    no_windows_body="Upload the table of periods (kind of data “Kỳ báo cáo”), then come back to this page.",
    no_units="There are no units in the list yet.",
    units_to_confirm="Units proposed and not confirmed: {count} of {of}.",
    traits_unsaid=(
        "Not all specialized divisions, public service units and units with an assigned budget are declared; tasks "
        "given to these groups have nobody to do them."
    ),
    no_compiler="No compiling unit declared.",
    several_compilers="Several units are marked as the compiling unit. Choose one.",
    no_symbol="The compiling unit has no symbol yet.",
    due_missing="Due dates not set for this year: {count} of {of}.",
    settings_missing="Details for documents not declared: {count} of {of}.",
    no_tasks="There are no tasks in the list yet.",
    tasks_unowned="Tasks {tasks}: no unit declared.",
    links_to_confirm="Links proposed and not confirmed: {count} of {of}.",
    no_links="No task is linked to an index yet.",
    no_responsible="No part of an index has a responsible unit yet.",
    no_bases="There are no legal bases yet.",
    bases_unreviewed="Legal bases not reviewed: {count} of {of}.",
    confirm_title="Confirm proposed units",
    confirm_lead=(
        "Tick the units that are right today. Edit a renamed unit in the table; give a unit that is gone its last day."
    ),
    confirm_some="Confirm the ticked units",
    confirm_all="Confirm all {count} units",
    confirm_none="No unit is ticked.",
    traits_title="Which unit is what",
    traits_lead="Saving declares every active unit: a unit not chosen does not belong to the group.",
    traits={
        "specialised": "Specialized division (takes part in administrative procedures)",
        "service_unit": "Public service unit",
        "budget_assigned": "Unit with an assigned budget for public administration reform",
    },
    traits_save="Save the units' kinds",
    traits_note="Kinds of units declared",
    none_of_them="No unit",
    units_confirmed_note="Proposed units confirmed",
    close_title="Dissolve, merge",
    close_lead=(
        "A unit that ends before the last day of a period owes no report for it; its successor reports for the whole "
        "period."
    ),
    close_unit="Unit",
    close_day="Last day of operation",
    close_save="Save",
    closed_note="{unit} operates until {day}",
    successor="Successor",
    no_successor="None",
    compiler="Unit that compiles the Office's reports",
    symbol="Symbol",
    head_name="Head",
    head_title="Position",
    head_title_example="Head of Division",
    compiler_save="Save the compiling unit",
    compiler_note="Compiling unit declared",
    due_province=(
        "The link from the People's Committee to the Ministry of Home Affairs follows 581/BNV-CCHC (the 20th of the "
        "period's last month); it is there already and can be edited in the table."
    ),
    due_title="Due dates set by the Office",
    due_lead=(
        "Day in the period's last month (March, June, September, December). Empty is not set: nothing is late then."
    ),
    due_year="Applies from year",
    due_year_help="Applies to every period of this year and later ones, past periods of the year included.",
    due_basis="Legal basis",
    due_save="Save due dates",
    due_days_note="Due dates set from {year}",
    due_day_wrong="The day is a number from 1 to 31.",
    year_wrong="The year is written like 2026.",
    shift="When a due date falls on a Saturday, a Sunday or a day off",
    shifts={
        "none": "Keep the day",
        "next": "Move to the next working day",
        "previous": "Move to the working day before",
    },
    shift_save="Save how due dates move",
    days_off_title="Days off and make-up days",
    days_off_lead="Needed only when due dates move with days off. Saturdays and Sundays are already counted.",
    settings_lead="Give only what the Office uses. What is left empty appears as a marked gap in documents.",
    setting_lines="{name} (one a line)",
    settings_save="Save the details",
    settings_note="Settings of the Office declared",
    optional="{name} (optional)",
    groups={
        "tat-ca": "All units",
        "chuyen-mon": "Specialized divisions",
        "su-nghiep": "Public service units",
        "duoc-giao-kinh-phi": "Units with an assigned budget",
    },
    owners_caption="Units that carry out each task, as of {day}",
    task="Task",
    task_name="What it is",
    task_who="Carried out by",
    task_form="Form",
    task_unowned="no unit declared",
    computed_task="computed by the system",
    in_no_form="in no form",
    kind_leads={
        "outline": "Which section of the consolidated report takes which tasks and which parts of the units' texts.",
        "task-owners": (
            "Give a task to a unit or a group; while no unit of the group is declared, nobody does the task."
        ),
        "forms": "Choose the tasks of a form and the periods in which it is owed.",
        "metrics": (
            "Indicators of each task, the Office's own included. A new indicator applies from a reporting year, not "
            "from the middle of one."
        ),
        "metric-checks": "Checks between indicators when a unit enters and submits its report.",
        "tasks": "The twelve tasks of Letter 526/VP-HCTC (2022), not reviewed.",
        "task-links": (
            "Links that lead from points lost to the units' tasks and figures. To remove a wrong link, choose its row."
        ),
        "responsible-units": (
            "Part of an index, the responsible unit and the document that assigns it. Lower levels follow the one "
            "above unless given their own."
        ),
        "legal-bases": "Record validity and the day of review; choose a legal basis to name what replaces it.",
    },
    links_confirm="Confirm all proposed links",
    links_note="Links between tasks and indices confirmed",
    table_empty="The table “{title}” has no rows yet.",
    edit_table="Add, edit or drop rows of the table “{title}”",
    choose_row="Row",
    new_row="Add a new row",
    edit_note="Reason or note for this change",
    add_row="Add the row",
    save_row="Save changes",
    drop_row="Drop this row",
    many_rows="Upload the table “{title}” from a file",
    row_there="This row is already there. Choose it in the list to edit it.",
    row_gone="This row is no longer in the table. Reload the page and choose again.",
    reason_missing="Give the reason for dropping the row in the note.",
    field_missing="Fill in “{field}”.",
    field_integer="“{field}” must be a whole number.",
    unit_id_shape=(
        "A unit's code has capitals without diacritics, digits and hyphens, for example HC-TC; codes are never used "
        "again."
    ),
    unit_ends_before="The last day is before the first. Correct one of them.",
    successor_unknown="There is no successor “{unit}” in the list.",
    owner_unknown="There is no unit or group “{owner}” in the list.",
    usual_note="Table “{title}” edited",
    saved="Saved, entry {seq}.",
    unchanged="Nothing has changed, so no entry was written.",
)
