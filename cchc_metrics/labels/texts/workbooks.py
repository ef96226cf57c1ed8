"""Words inside the workbooks we hand out: templates and downloads."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WorkbooksTexts:
    """Words inside the workbooks we hand out: templates and downloads.

    Placeholders in braces are filled with ``str.format``. Sheet names hold at most 31 letters.
    """

    input_sheet: str
    guide_sheet: str
    data_sheet: str
    info_sheet: str

    guide_title: str  # {title}
    guide_version: str  # {kind} {version}
    guide_steps: tuple[str, ...]
    guide_headers: tuple[str, str, str, str, str, str]  # column, required, sort of cell, meaning, example, allowed
    required: str
    one_of: str  # {columns}
    optional: str
    any_text: str
    from_list: str  # {list}
    default_choice: str  # {choice}
    cell_sorts: Mapping[str, str]  # schema.Role value -> what is typed there
    yes: str
    no: str
    required_note: str
    one_of_note: str  # {columns}
    list_error_title: str
    list_error: str  # {column}

    info_title: str
    info_as_of: str
    info_filters: str
    info_no_filters: str
    info_sources: str
    info_notes: str

    result_sheet: str
    result_counts: str  # {file} {errors} {warnings} {infos}
    result_how: str
    result_headers: tuple[str, str, str, str, str, str]  # severity, sheet, cell, value, what is wrong, number of cells
    severities: Mapping[str, str]  # model.Severity value -> word
    comment_head: str  # first line of each of our comments; an earlier copy's are told by it
    comment_line: str  # {severity} {message}
    cells_limited: str
    comments_limited: str  # {count}
    rows_limited: str  # {count}
    macros_removed: str
    converted: Mapping[str, str]  # file type -> sentence
    converted_unfit: str
    sheet_number: str  # {number}: a sheet whose own name Excel does not take
    loss_line: str  # {lost}
    losses: Mapping[str, str]  # child.losses code -> words
    too_large: str  # {file} {count} {limit}
