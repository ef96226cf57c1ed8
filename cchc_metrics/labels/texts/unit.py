"""Pages Nộp báo cáo and Chỉ tiêu đơn vị."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class UnitTexts:
    """Pages Nộp báo cáo and Chỉ tiêu đơn vị. Placeholders in braces are filled with ``str.format``."""

    # Nộp báo cáo
    title: str
    title_of: str  # {unit} {period}
    lead: str
    unit: str
    period: str
    form: str
    nobody_title: str
    nobody_body: str
    eyebrow: str  # {start} {end}
    eyebrow_due: str  # {due}
    extended_to: str  # {due} {reason}
    finding_not_sent: str
    finding_sent: str  # {day} {late} {state}
    finding_exempt: str  # {reason}
    days_left: str  # {days}
    due_today: str
    days_late: str  # {days}
    sent_late: str  # {days}
    sent_in_time: str
    no_due: str
    next_step: Mapping[str, str]
    incomplete: str  # {tasks}
    owed_section: str
    owed_lead: str  # {tasks} {metrics}
    owed_caption: str
    column_task: str
    column_metrics: str
    column_state: str
    count_of: str  # {given} {asked}
    task_states: Mapping[str, str]
    template_button: str
    template_lead: str
    file_section: str
    file_lead: str  # {limit}
    file_label: str
    other_report: str  # {unit} {period}
    compare_section: str
    compare_first: str  # {count}
    compare_lead: str  # {version} {added} {changed} {removed}
    compare_caption: str
    compare_none: str
    column_item: str
    column_before: str
    column_after: str
    column_change: str
    changes: Mapping[str, str]
    item_parts: Mapping[str, str]  # part -> "{what}"
    send_section: str
    send_lead: str
    reporter: str
    note: str
    note_required: str
    send: str
    sent: str  # {seq}
    sent_again: str  # {seq}
    approve_section: str
    approve_lead: str  # {version}
    head: str
    approve_day: str
    scan: str
    scan_title: str
    approve: str
    approved: str
    comments_section: str
    comments_lead: str  # {by} {day}
    comments_caption: str
    column_place: str
    column_comment: str
    whole_report: str
    history_section: str
    history_lead: str
    history_empty: str
    history_caption: str
    column_act: str
    column_day: str
    column_by: str
    column_version: str
    column_remark: str
    version_words: str  # {number} {seq}
    unrecorded: str
    file_of: str  # {seq}
    see_metrics: str
    by_missing: str
    future_day: str
    not_a_report: str
    nothing_new: str
    empty_report: str
    accepted_stays: str
    default_note: str  # {unit} {period}
    help_by: str
    import_submitted: str  # {by} {version} {state}

    # Chỉ tiêu đơn vị
    metrics_title: str
    metrics_title_of: str  # {topic} {period}
    metrics_lead: str
    topic: str
    metric: str
    look: str
    looks: Mapping[str, str]
    topics: Mapping[str, str]
    topic_task: str  # {task} {name}
    metrics_empty_title: str
    metrics_empty_body: str
    metrics_finding: str  # {period} {reported} {owing}
    metrics_all_met: str
    metrics_failing_names: str  # {names}
    topic_caption: str  # {topic} {period}
    column_code: str
    column_measure: str
    column_value: str
    open_report: str
    column_metric: str
    column_single: str
    column_single_derived: str
    column_cumulative: str
    column_bound: str
    column_met: str
    column_reported: str
    met: str
    not_met: str
    not_known: str
    reported_of: str  # {given} {asked}
    nobody_owes: str
    missing_units: str  # {names}
    by_unit_only: str
    derived: str
    derived_note: str  # {name} {whole} {parts}
    legend: str
    units_caption: str  # {metric} {period} {measure}
    column_unit: str
    column_source: str
    source_cell: str  # {seq} {sheet} {cell}
    source_seq: str  # {seq}
    source_help: str  # {file} {day}
    source_computed: str
    state_missing: str
    state_exempt: str
    state_nil: str
    all_units: str
    yes: str
    no: str
    trend_caption: str  # {metric} {measure}
    trend_none: str
    trend_none_title: str
    trend_hover: str  # {name} {value} {measure} {given} {asked}
    trend_note: str
    bound_line: str  # {bound}
    quarter_names: Mapping[str, str]  # window -> name of its own stretch; {year}
    source: str
    scope_note: str
    file_title: str  # {topic} {period}
    download: str

    # From a part of an index to the figures
    part: str
    part_title: str
    part_finding: str  # {tasks} {units}
    part_score: str  # {entity} {value} {max} {lost} {period}
    part_score_only: str  # {entity} {value} {period}
    part_no_score: str
    part_responsible: str  # {units}
    part_no_responsible: str
    part_proposed: str
    part_caption: str
    part_none_title: str
    part_none_body: str
    part_see_lost: str
    column_latest: str
    latest_of: str  # {value} {period}
    never: str
    no_unit: str
