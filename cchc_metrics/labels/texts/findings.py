"""What is wrong with a cell and what to do about it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FindingsTexts:
    """What is wrong with a cell and what to do about it.

    Placeholders in braces are filled with ``str.format``. The place and the value of the cell are shown beside the
    sentence, so it names them only where that helps.
    """

    nobody: str
    none_yet: str
    suggestion: str
    no_suggestion_entity: str
    no_suggestion_node: str

    template_of_other_kind: str
    template_version: str
    table_not_found: str
    sheet_without_table: str
    sheet_hidden: str
    rows_hidden: str
    columns_missing: str
    header_repeated: str
    column_unread: str
    column_ordinal: str
    column_without_header: str
    row_without_data: str
    wide_index_unknown: str
    wide_period_unknown: str
    illustrative: str

    excel_error: str
    formula_without_result: str
    cell_empty: str
    value_empty: str
    one_of_empty: str
    choice_unknown: str
    flag_unknown: str
    date_unknown: str
    rank_unknown: str
    rank_became_date: str
    not_an_integer: str
    not_a_number: str
    unclear_mark: str
    number_too_large: str
    date_for_number: str
    truth_for_number: str
    number_ambiguous: str
    number_settled: str
    percent_for_points: str

    period_unknown: str
    period_no_such_form: str
    period_out_of_range: str
    period_not_index_year: str
    period_types_mixed: str

    index_unknown: str
    entity_unknown: str
    entity_code_unknown: str
    entity_not_scored: str
    entity_disagrees: str
    entity_name_by_code: str
    entity_code_changed: str
    entity_not_in_period: str
    entity_ambiguous: str
    node_unknown: str
    node_ambiguous: str
    node_disagrees: str
    node_name_by_code: str
    framework_missing: str
    framework_ambiguous: str

    score_negative: str
    score_above_max: str
    percent_above_100: str
    maximum_disagrees: str
    maximum_differs: str
    rank_above_count: str
    rank_above_peers: str
    target_above_max: str
    target_negative: str
    target_no_rank: str
    zero_province: str
    row_repeated: str
    rows_disagree: str
    more_rows_disagree: str
    root_missing: str
    root_has_parent: str
    second_root: str
    parent_unknown: str
    parents_in_circle: str
    maxima_differ: str
    years_reversed: str
    successor_unknown: str
    no_rows: str
    row_is_note: str
    row_of_headers: str
    columns_kept: str
    mark_for_number: str
    period_in_future: str
    node_code_cut: str
    fraction_for_percent: str
    score_below_scale: str
    maximum_not_positive: str
    spelling_differs: str
    entity_identity_changed: str
    entity_code_taken: str
    entity_name_taken: str
    era_unknown: str
    dates_reversed: str
    validity_changed: str
    successor_self: str
    codes_alike: str
    number_negative: str
    minimum_above_maximum: str
    year_out_of_range: str
    framework_years_differ: str
    framework_same_start: str
    framework_replaces: str
    groups_unknown: str
    break_order: str
    break_node_unknown: str
    day_unknown: str
    comparison_unknown: str
    review_subject: str
    others_too: str
    more_remarks: str
    cell_in_file: str
    cell_in_force: str
    rank_and_value: str
    sum_differs: str
    rank_contradicts: str
    unit_mixed: str
    jump: str
    appraisal_far: str
    other_source: str
    same_content: str
    personal_data: str
    personal_data_no_header: str
    personal_citizen: str
    personal_identity: str
    personal_phone: str
    personal_email: str
    secrecy_mark: str
    secrecy_marks: str
    secrecy_level: str
