"""The guided set-up of the reporting cycle, its tables and its calendar."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SetupTexts:
    """Placeholders in braces are filled with ``str.format``."""

    title: str
    finding: str  # {done} {of}
    finding_done: str
    filter_step: str
    filter_year: str
    step_name: str  # {number} {title}
    step_done: str
    steps: Mapping[str, str]
    step_leads: Mapping[str, str]
    calendar: str
    calendar_title: str  # {year}
    calendar_caption: str
    calendar_note: str
    on_day: str  # {day} {clauses}
    day_open: str  # {periods}
    day_nothing_open: str
    day_ended: str  # {periods}
    window: str
    window_start: str
    window_end: str
    window_counts: str
    cumulative: str
    single: str
    window_state: str
    window_open: str
    window_ended: str
    window_to_come: str
    not_set: str
    not_said: str
    moved_from: str  # {weekday} {day}
    weekdays: tuple[str, ...]
    shift_notes: Mapping[str, str]
    chart_key: str
    chart_day: str  # {day}
    chart_window: str  # {name} {start} {end}
    no_windows_title: str
    no_windows_body: str
    no_units: str
    units_to_confirm: str  # {count} {of}
    traits_unsaid: str
    no_compiler: str
    several_compilers: str
    no_symbol: str
    due_missing: str  # {count} {of}
    settings_missing: str  # {count} {of}
    no_tasks: str
    tasks_unowned: str  # {tasks}
    links_to_confirm: str  # {count} {of}
    no_links: str
    no_responsible: str
    no_bases: str
    bases_unreviewed: str  # {count} {of}
    confirm_title: str
    confirm_lead: str
    confirm_some: str
    confirm_all: str  # {count}
    confirm_none: str
    traits_title: str
    traits_lead: str
    traits: Mapping[str, str]
    traits_save: str
    traits_note: str
    none_of_them: str
    units_confirmed_note: str
    close_title: str
    close_lead: str
    close_unit: str
    close_day: str
    close_save: str
    closed_note: str  # {unit} {day}
    successor: str
    no_successor: str
    compiler: str
    symbol: str
    head_name: str
    head_title: str
    head_title_example: str
    compiler_save: str
    compiler_note: str
    due_province: str
    due_title: str
    due_lead: str
    due_year: str
    due_year_help: str
    due_basis: str
    due_save: str
    due_days_note: str  # {year}
    due_day_wrong: str
    year_wrong: str
    shift: str
    shifts: Mapping[str, str]
    shift_save: str
    days_off_title: str
    days_off_lead: str
    settings_lead: str
    settings_lists: str
    settings_save: str
    settings_note: str
    optional: str  # {name}
    groups: Mapping[str, str]
    owners_caption: str  # {day}
    task: str
    task_name: str
    task_who: str
    task_form: str
    task_unowned: str
    computed_task: str
    in_no_form: str
    kind_leads: Mapping[str, str]
    links_confirm: str
    links_note: str
    table_empty: str  # {title}
    edit_table: str  # {title}
    choose_row: str
    new_row: str
    edit_note: str
    add_row: str
    save_row: str
    drop_row: str
    many_rows: str  # {title}
    row_there: str
    row_gone: str
    reason_missing: str
    field_missing: str  # {field}
    field_integer: str  # {field}
    unit_id_shape: str
    unit_ends_before: str
    successor_unknown: str  # {unit}
    owner_unknown: str  # {owner}
    usual_note: str  # {title}
    saved: str  # {seq}
    unchanged: str
