"""The reporting cycle: board, units' forms, documents."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReportingTexts:
    """Placeholders in braces are filled with ``str.format``."""

    help_status: str
    help_on: str
    states: Mapping[str, str]
    late: str  # {days}
    on_time: str
    no_due: str
    status_line: str  # {unit} {form} {period} {due} {state} {late}
    period_line: str  # {period} {start} {end} {due}
    task_without_unit: str  # {task}
    form_first_sheet: str
    form_unit: str
    form_form: str
    form_period: str
    form_due: str
    form_how: tuple[str, ...]
    form_nil: str
    form_headers: tuple[str, ...]
    form_computed: str
    form_texts: str
    form_text_parts: Mapping[str, str]  # code of a part of the narrative -> what is asked
    form_evidence: str
    form_evidence_title: str
    form_evidence_row: str
    form_link: str
    code_unknown: str  # {code}
    code_became_number: str  # {code}
    code_twice: str  # {code} {sheet} {row}
    tick_unknown: str
    nil_contradicted: str  # {task} {codes}
    not_a_number: str  # {measure}
    two_readings: str  # {one} {other}
    too_large: str
    negative: str
    yes_no: str
    not_owed: str  # {unit} {form} {period}
    no_such_period: str  # {period}
    form_task: str  # {task} {name}
    form_bound: str  # {bound}
    identity_unknown: str
    period_signed: str  # {number} {day}
    check_failed: str  # {message} {expression} {left} {right}
    opening_differs: str  # {given} {due} {period}
    cumulative_below: str  # {given} {part} {period}
    unusual: str  # {given} {usual} {count}
    tasks_empty: str  # {tasks}
    acts: Mapping[str, str]
    act_note: str  # {act} {unit} {period}
    act_out_of_order: str  # {act} {stands}
    not_sent_yet: str
    return_needs_reason: str
    decision_needs_reason: str
    decision_note: str  # {unit} {period} {reason}
    plan_sheet: str
    plan_sheet_title: str  # {year}
    plan_due: str  # {day}
    above_most: str  # {most}
    form_how_before: tuple[str, ...]  # lines of the cover of earlier templates
    form_required: str
    form_locked: str
    form_opening: str  # {period}
    form_check_sheet: str
    form_check_lead: str
    form_check_headers: tuple[str, ...]
    form_check_total: str
    form_cumulative: str  # {period}
    none_word: str  # {written}
    several_numbers: str  # {written} {one} {other}
    noted_number: str  # {written}
    formula_uncomputed: str  # {formula}
    formula_error: str  # {error}
    became_date: str  # {date} {one} {other}
    became_date_unknown: str
    above_whole: str  # {given}
    not_whole: str  # {given} {measure}
    note_alone: str
    ask_none: str  # {written}
    ask_number: str  # {written} {code} {name}
    choice_zero: str
    choice_blank: str
    choice_number: str  # {number} {measure}
    column_missing: str  # {sheet} {column}
    column_doubled: str  # {sheet} {column}
    sheet_gone: str  # {task} {sheet}
    rows_gone: str  # {task} {codes}
    found_by_name: str
    code_and_name: str  # {code} {other}
    name_changed: str  # {code} {name}
    measure_changed: str  # {given} {measure}
    hidden_sheet: str  # {sheet}
    hidden_rows: str  # {rows}
    hidden_columns: str  # {columns}
    unread_row: str  # {row}
    unread_merged: str  # {cells}
    unread_column: str  # {column}
    unread_beside: str
    unread_cover: str
    unread_sheet: str  # {sheet}
    unread_computed: str
    unread_known: str  # {name} {column}
    unread_known_empty: str  # {name} {column}
    face_period: str  # {face} {mine}
    face_unit: str  # {face} {mine}
    face_form: str  # {face} {form}
    face_unread: str  # {face} {mine}
    file_name_period: str  # {name} {file} {mine}
    identity_take: str  # {unit} {period} {file}
    report_named: str  # {unit} {period} {form}
    explained: str  # {message} {reason}
    opening_of_year: str  # {given} {due} {period}
    longer_below: str  # {given} {whole} {period}
    cumulative_below_sum: str  # {given} {part} {periods}
    numbers_missing: str  # {tasks}
    numbers_missing_of: str  # {task} {codes}
    form_text_column: str
    form_spans: Mapping[str, str]  # code of a window -> what its figures add up to
    form_period_before: str  # {period}
    form_same_period: str  # {period}
    form_so_far: str  # {periods}
