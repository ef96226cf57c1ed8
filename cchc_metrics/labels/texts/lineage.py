"""63 provinces on the base of 34."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LineageTexts:
    """Placeholders in braces are filled with ``str.format``."""

    title: str
