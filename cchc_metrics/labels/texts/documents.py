"""Word documents of the reporting cycle: công văn đôn đốc, the consolidated report, the leader's brief."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DocumentsTexts:
    """Placeholders in braces are filled with ``str.format``."""

    settings: Mapping[str, str]  # setting of the office -> its name
    templates: Mapping[str, str]  # template -> its name
    periods: Mapping[str, str]  # window -> {year}
    item_parts: Mapping[str, str]  # part of a report -> its name
    check_names: Mapping[str, str]  # check of ours -> its name
    gap: str
    short_gap: str
    compiling_unit: str
    basis_gap: str
    template_wrong: str  # {reason}
    template_unreadable: str
    template_too_large: str
    template_same: str
    template_restored_note: str
    attachment_size: str  # {limit}
    basis_ended: str  # {bases}
    ended_on: str  # {day}
    replaced_by: str  # {basis}
    basis_dated: str  # {basis} {day}
    basis_cited: str  # {title} {number}
    draft: str
    made_again: str  # {number} {day}
    letter_about: str  # {periods}
    letter_item: str  # {form} {period}
    letter_task: str  # {task} {name}
    letter_comment: str  # {comment}
    letter_extended: str  # {reason}
    letter_chased: str  # {days}
    letter_until: str  # {day}
    not_sent: str
    late_by: str  # {days}
    sent_on: str  # {day}
    returned: str  # {sent}
    incomplete: str  # {sent}
    earlier_period: str  # {period} {days}
    earlier_not_sent: str  # {period}
    earlier: str  # {followed} {late} {periods}
    message_head: str  # {unit} {day}
    message_item: str  # {form} {period} {due} {state}
    message_tasks: str  # {tasks}
    message_foot: str  # {compiler} {until}
    chased_by_missing: str
    nobody_to_chase: str
    chased_note: str  # {count} {day}
    no_form: str  # {period}
    not_asked: str  # {codes}
    check_failed: str  # {message} {expression} {left} {right}
    opening_differs: str  # {name} {given} {due} {period}
    cumulative_below: str  # {name} {given} {part} {period}
    source_typed: str  # {seq}
    source_file: str  # {file} {seq} {day}
    typed: str
    received: str  # {day} {received}
    units_end: str
    not_received: str  # {day} {units}
    not_received_line: str  # {unit}
    incomplete_units: str  # {units}
    incomplete_unit: str  # {unit} {tasks}
    nil_units: str  # {units}
    returned_units: str  # {units}
    exempt_units: str  # {units}
    unowned_tasks: str  # {tasks}
    figure_head: str  # {name}
    figure_beside: str  # {period}
    figure_beside_units: str  # {count}
    figure_unmet: str  # {bound}
    figure_units: str  # {count} {owing}
    figure_by_unit: str  # {name} {count} {code}
    note_many: str  # {period} {count} {numbers}
    note_few: str  # {period} {sources}
    note_one: str  # {unit} {file} {number}
    note_computed: str  # {day}
    follow_up: str  # {owed} {received} {on_time} {late} {missing} {complete} {incomplete} {undated}
    late_unit: str  # {unit} {days}
    late_units: str  # {units}
    undated_units: str  # {count}
    nothing_reported: str
    unit_words: str  # {unit} {numbers}
    words_task: str  # {task}
    closing: str  # {period}
    annex_title: str  # {number} {title}
    annex_figures: str
    annex_figures_lead: str  # {period}
    annex_figures_source: str  # {period} {numbers}
    annex_figures_head: tuple[str, ...]
    annex_tasks: str
    annex_tasks_lead: str  # {period}
    annex_faults: str
    annex_faults_lead: str  # {period}
    annex_faults_head: tuple[str, ...]
    annex_sources: str
    annex_sources_lead: str  # {period}
    annex_sources_head: tuple[str, ...]
    task_title: str  # {task} {name}
    unit: str
    source: str
    sum: str
    bound_unmet: str  # {bound}
    nobody_owes: str
    remark_not_added: str
    remark_missing: str  # {units}
    remark_nil: str  # {units}
    remark_exempt: str  # {units}
    remark_failing: str  # {units}
    so_many_units: str  # {count}
    cell_failing: str  # {value}
    cell_nil: str
    cell_exempt: str
    must_fix: str
    not_explained: str
    software_title: str  # {period}
    software_head: tuple[str, ...]
    signed_incomplete: str
    not_a_pdf: str
    signed_file: str  # {number}
    signed_note: str  # {period} {number}
    frozen_note: str  # {period}
    no_signed_file: str
    brief_title: str
    brief_made: str  # {issuer} {day}
    brief_head: tuple[str, ...]
    brief_sections: tuple[str, ...]
    brief_none: str
    brief_source: str  # {as_of}
    brief_late: str  # {unit} {period} {state} {late}
    brief_more: str  # {count}
    brief_undated: str  # {count} {periods}
    brief_nobody_late: str
    moved_up: str  # {part} {change} {unit}
    moved_down: str  # {part} {change} {unit}
    moved_parts: str  # {index} {after} {before} {name} {parts}
    moved_whole: str  # {index} {after} {before} {name} {change} {unit}
    lost_part: str  # {part} {lost} {unit}
    lost_line: str  # {index} {period} {name} {parts}
    nobody_assigned: str
    decide_late: str  # {unit} {period} {days} {count}
    decide_bound: str  # {items} {more}
    decide_bound_item: str  # {name} {code} {period} {value} {bound}
    decide_bound_more: str  # {count}
    decide_loss: str  # {part} {index} {period} {name} {lost} {share} {unit}
    decide_unowned: str  # {count} {tasks}
    decide_undated: str  # {periods} {count}
    decide_ended: str  # {count} {bases}
    decide_unreviewed: str  # {count} {total}
    help_letters: str
    help_report: str
    help_brief: str
    help_on: str
    help_mark: str
    help_period: str
    help_form: str
    help_out_folder: str
    help_out_file: str
    help_sheet: str
    report_made: str  # {file} {period} {received} {owed} {faults}
    gaps_note: str  # {gaps}
    unreviewed_note: str  # {bases}
    title: str  # {period} {state}
    state_draft: str
    state_signed: str  # {number} {day}
    finding: str  # {received} {owed} {late} {chase} {faults}
    period: str
    empty_title: str
    empty_body: str
    refused: str
    chase_title: str
    chase_lead: str  # {day}
    chase_caption: str  # {period} {day}
    chase_columns: tuple[str, ...]
    chase_nobody: str  # {period}
    chase_undated: str  # {count}
    download_letters: str  # {count}
    message_title: str
    message_unit: str
    chased_title: str
    chased_units: str
    chased_by: str
    chased_save: str
    chased_done: str  # {seq}
    report_title: str
    report_lead: str
    report_lead_signed: str
    download_report: str
    download_sheet: str
    figures_caption: str  # {period}
    figures_columns: tuple[str, ...]
    faults_caption: str
    faults_columns: tuple[str, ...]
    sign_title: str
    sign_lead: str
    sign_number: str
    sign_day: str
    sign_signer: str
    sign_file: str
    sign_save: str
    sign_done: str  # {number}
    sign_unchanged: str
    signed_words: str  # {period} {number} {day} {signer}
    download_signed: str
    corrections_caption: str
    corrections_columns: tuple[str, ...]
    corrections_none: str
    brief_section: str
    brief_lead: str
    download_brief: str
    download_brief_page: str
    templates_title: str
    templates_lead: str
    template_choose: str
    template_own: str
    template_shipped: str
    template_download: str
    template_upload: str
    template_save: str
    template_restore: str
    template_saved: str
    template_restored: str
