"""Figures as they stood on a past day."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ClockTexts:
    """Placeholders in braces are filled with ``str.format``."""

    title: str
