"""The step that shows how a file was understood and lets a person correct it."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MappingTexts:
    """Placeholders in braces are filled with ``str.format``."""

    title: str

    # The JSON of a mapping.
    whole_file: str
    no_json: str
    no_object: str
    no_list: str
    no_text: str
    no_row: str
    no_rows: str
    no_column: str
    unknown_key: str
    key_missing: str
    not_allowed: str

    # The command line.
    no_such_mapping: str
    help_mapping: str
    help_save_mapping: str
    help_remember: str
    saved_mapping: str
    no_mapping_to_save: str

    # What is remembered.
    remembered_note: str
    answers_note: str
    nothing_to_remember: str

    # The step on the screen.
    step: str
    step_lead: str
    step_lead_open: str
    numbers_unread: str  # columns
    correct: str
    nothing_understood: str
    understood: str  # what
    sheet_one: str  # name
    sheet_many: str  # first, last, count
    tables_many: str  # count
    header_rows: str  # rows
    header_rows_differ: str
    column_at: str  # header, letter
    value_columns: str  # count, header
    constant_is: str  # header, value
    from_sheet: str
    from_title: str
    from_file: str
    sheet_hidden: str
    sheet_skipped: str
    sheet_unread: str
    sheet: str
    table: str
    table_option: str  # number, columns, row
    read_sheet: str
    not_read: str
    numbers_not_read: str
    of_other_table: str
    header_first: str
    header_last: str
    last_row: str
    to_the_end: str
    shape: str
    shapes: Mapping[str, str]
    missing: str  # names
    grid_caption: str  # sheet
    grid_row: str
    more_columns: str  # count
    constants: str
    constants_lead: str
    constant_missing: str  # header
    constant_none: str
    constant_default: str  # value
    constant_from: str  # place, text
    columns: str
    columns_lead: str
    column_role: str  # letter, words
    column_no_words: str
    of_each_row: str  # header
    of_header: str  # header, subject
    says: str  # header, letter
    says_none: str
    spread: str
    spread_done: str
    reread: str
    edited: str
    automatic: str
    export: str
    json_label: str
    json_lead: str
    remember: str
    carried: str
    previous: str
    next: str
    page_of: str  # first, last, count
