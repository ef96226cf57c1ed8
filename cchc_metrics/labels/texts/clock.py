"""Figures as they stood on a past day."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ClockTexts:
    """Placeholders in braces are filled with ``str.format``."""

    title: str
    lead: str
    kind: str
    now: str
    known: str
    known_help: str
    published: str
    published_help: str
    day: str
    back: str
    # The strip on every page
    as_known: str  # day
    as_published: str  # day
    undated: str  # count
    nothing_known: str
    reading_only: str
    # The command line
    help_known_on: str
    help_published_on: str
