"""Page Phương pháp & nguồn."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Chapter:
    """One heading of the page. anchor: what links point at; it never changes. paragraphs: one rule each."""

    anchor: str
    title: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MethodTexts:
    """Page Phương pháp & nguồn.

    Placeholders in braces are filled with ``str.format``.
    """

    heading: str
    finding: str
    finding_empty: str
    contents: str
    # May use {coverage}, {groups}, {group}, {members}, {count_63}, {count_34}.
    chapters: tuple[Chapter, ...]
    no_groups: str
    groups_item: str
    # Frameworks.
    frameworks: Chapter
    frameworks_caption: str
    index: str
    framework: str
    legal_basis: str
    years: str
    criteria: str
    maximum: str
    parts_maximum: str
    remark: str
    parts_some: str
    parts_unknown: str
    years_between: str
    years_from: str
    years_until: str
    years_unknown: str
    # Breaks.
    breaks: Chapter
    breaks_caption: str
    node: str
    every_node: str
    between: str
    between_years: str
    break_kind: str
    break_kinds: Mapping[str, str]
    reason: str
    source: str
    # Reporting windows.
    windows: Chapter
    windows_caption: str
    window: str
    window_names: Mapping[str, str]
    opens: str
    closes: str
    cumulative: str
    # National policy targets.
    policies: Chapter
    policies_caption: str
    scope: str
    indicator: str
    goal: str
    deadline: str
    document: str
    # How complete the data are.
    completeness: Chapter
    completeness_caption: str
    held: str
    not_held: str
    absent: str
    absent_item: str
    # Sources.
    sources: Chapter
    sources_caption: str
    publisher: str
    figures: str
    used_for: str
    used_item: str
    credit: Chapter
    # Nothing loaded.
    table_empty: str
    table_empty_body: str
