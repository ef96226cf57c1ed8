"""Page Nguồn gốc số liệu: where one figure comes from, and every value it ever had."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OriginTexts:
    """Placeholders in braces are filled with ``str.format``."""

    title: str
    lead: str
    finding: str
    finding_closed: str
    finding_none: str
    empty_title: str
    empty_body: str
    caption: str
    version: str
    value: str
    rank: str
    known: str
    in_force: str
    replaced: str
    replaces: str
    was: str  # value, seq
    corrects: str  # value, seq
    link: str
    file: str
    typed: str
    who: str
    published_on: str
    unknown_day: str
    source: str
    note: str
    printed: str
    sheet_cell: str
    download: str
    clocks_title: str
    clocks: str
