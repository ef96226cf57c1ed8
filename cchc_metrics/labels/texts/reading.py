"""Why a file cannot be read."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReadingTexts:
    """Why a file cannot be read.

    Placeholders in braces are filled with ``str.format``; every sentence may use {file}.
    """

    # What the file really is.
    is_empty: str
    is_html: str
    is_xml: str
    is_word: str
    is_slides: str
    is_pdf: str
    is_rtf: str
    is_image: str
    is_archive: str
    is_program: str
    is_encrypted: str
    is_damaged: str
    is_macro_sheet: str
    is_unknown: str
    # Which limit it exceeds, or what is wrong inside.
    over_size: str  # {size} {limit} in MB
    over_unpacked: str  # {size} {limit} in MB
    over_sheets: str  # {count} {limit}
    over_rows: str  # {sheet} {count} {limit}
    over_columns: str  # {sheet} {count} {limit}
    over_cells: str  # {sheet} {count} {limit}
    over_memory: str  # {limit} in MB
    over_time: str  # {limit} in seconds
    over_letters: str
    over_quotes: str  # {line}
    over_text: str  # {line} {limit} in letters
