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
