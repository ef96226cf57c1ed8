"""The step that shows how a file was understood and lets a person correct it."""

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
