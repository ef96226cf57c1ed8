"""The board of reports, one report, the rates, the yearly plan."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BoardTexts:
    """Placeholders in braces are filled with ``str.format``."""

    title: str
    title_of: str  # {period} {day}
    eyebrow: str  # {start} {end} {chain}
    chain_link: str  # {link} {day}
    links: Mapping[str, str]
    not_set: str
    filter_day: str
    filter_period: str
    filter_report: str
    no_report: str
    no_windows_title: str
    no_windows_body: str
    nobody_title: str
    nobody_body: str
    nobody_owes: str  # {period}
    go_setup: str
    caption: str
    unit: str
    form: str
    state: str
    due: str
    sent: str
    remark: str
    not_yet: str
    units: str
    reports: str
    sent_of: str  # {sent} {of} {what}
    late_one: str  # {count} {days}
    late_many: str  # {count} {least} {days}
    sent_late_one: str  # {count} {days}
    sent_late_many: str  # {count} {least} {days}
    incomplete: str  # {count}
    returned: str  # {count}
    exempt: str  # {count}
    days_left: str  # {days}
    due_today: str
    no_due: str
    left: str  # {days}
    late_badge: str  # {days}
    sent_late_badge: str  # {days}
    marks: Mapping[str, str]
    tasks: str  # {tasks}
    open_report: str
    extended: str  # {reason}
    extended_to: str  # {day} {reason}
    exempted: str  # {reason}
    unit_proposed: str
    task_unowned: str  # {task}
    due_unset: str
    units_proposed: str  # {count}
    report_title: str  # {unit} {period}
    report_not_owed: str
    lead_due: str  # {day}
    lead_sent: str  # {day}
    lead_not_sent: str
    lead_tasks: str  # {tasks}
    lead_empty: str  # {tasks}
    part_shown: str
    tab_deeds: str
    tab_content: str
    tab_versions: str
    content_none: str
    task_row: str  # {task} {name}
    items_caption: str
    code: str
    metric: str
    value: str
    measure: str
    note: str
    value_missing: str
    value_not_computed: str
    value_exempt: str
    computed: str
    texts_caption: str
    task: str
    part: str
    text: str
    evidence_caption: str
    evidence: str
    kept_at: str
    nil_tasks: str  # {tasks}
    nil_mark: str
    history_caption: str
    history_none: str
    day: str
    act: str
    by: str
    comment: str
    version: str
    version_of: str  # {seq}
    version_no: str  # {number}
    version_label: str  # {number} {day} {seq} {by}
    versions_caption: str
    versions_none: str
    versions_one: str
    file: str
    typed: str
    items: str
    older: str
    newer: str
    nothing: str
    changes_caption: str
    changes_none: str
    on_cell: str  # {cell} {text}
    act_title: str
    act_lead: str
    act_names: Mapping[str, str]
    done_by: str
    done_by_example: str
    done_on: str
    who_missing: str  # {act}
    reason_return: str
    cells: str
    cell_comment: str
    cell_comment_help: str
    due_title: str
    due_lead: str
    decision: str
    extend: str
    exempt_act: str
    withdraw: str
    new_due: str
    allowed_by: str
    decided_by: str  # {what} {by}
    decided_on: str  # {day}
    new_due_missing: str
    reason: str
    withdraw_needs_reason: str
    scan_button: str
    scan_lead: str
    scan_field: str
    scan_save: str
    scan_title: str
    not_a_pdf: str
    open_scan: str  # {name}
    rates_title: str
    rates_lead: str
    rates_none: str
    rates_finding: str  # {due} {on_time}
    rates_caption: str
    rates_note: str
    rates_due: str
    rates_on_time: str
    rates_complete: str
    rates_all: str
    rates_figure: str
    rates_hover: str  # {period} {on_time} {complete}
    rates_n: str  # {count}
    rates_key: str
    share: str  # {pct} {part} {whole}
    plan_title: str
    plan_title_of: str  # {year}
    plan_empty_title: str
    plan_empty_body: str
    plan_year: str
    plan_lead: str
    plan_state: str
    plan_states: Mapping[str, str]
    plan_on_day: str  # {day}
    plan_done_of: str  # {done} {of}
    plan_late: str  # {count}
    plan_none_late: str
    plan_untold: str  # {count}
    plan_soon: str  # {count} {days}
    plan_undated: str  # {count}
    plan_caption: str  # {year}
    plan_rule: str
    plan_task: str
    plan_product: str
    plan_due: str
    plan_due_unknown: str
    plan_pct: str
    plan_pct_missing: str
    plan_evidence: str
    plan_late_states: Mapping[str, str]  # {days}
    help_units: str
    help_period: str
    units_need_period: str
    plan_with: str  # {units}
    plan_no_lead: str
    plan_units_caption: str  # {year}
    plan_items: str
    plan_done: str
    plan_is_late: str
    plan_done_share: str
    plan_no_pct: str
    plan_whole: str
    plan_none_found: str
    plan_source: str
    plan_form: str
    plan_form_lead: str
    plan_item: str
    plan_pct_field: str
    plan_done_on: str
    plan_note_field: str
    plan_save: str
    plan_note: str  # {item} {year}
    plan_no_item: str
    plan_pct_wrong: str
    plan_upload: str
    plan_upload_lead: str
    plan_template: str
    plan_by_report: str  # {period}
