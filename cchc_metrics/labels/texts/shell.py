"""The frame around every page: navigation, first start, error boundary, footer."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ShellTexts:
    """The frame around every page: navigation, first start, error boundary, footer.

    Placeholders in braces are filled with ``str.format``.
    """

    product: str
    brand: str
    brand_line: str
    group_view: str
    group_analysis: str
    group_reports: str
    group_data: str
    group_admin: str
    group_guide: str
    page_overview: str
    page_ranking: str
    page_trend: str
    page_gap: str
    page_explore: str
    page_why: str
    page_lost: str
    page_lost_full: str
    page_lineage: str
    page_atlas: str
    page_trajectory: str
    page_scenario: str
    page_across: str
    page_submit: str
    page_metrics: str
    page_compile: str
    page_board: str
    page_setup: str
    page_plan: str
    page_upload: str
    page_targets: str
    page_origin: str
    page_health: str
    page_method: str
    first_start_title: str
    first_start_body: str
    starting: str
    error_title: str
    error_unexpected: str
    error_reference: str
    select_placeholder: str
    select_many_placeholder: str
    select_none: str
    upload_here: str
    upload_browse: str
    upload_refused: str
    building_file: str
    skip_to_content: str
    page_not_found: str
