"""Why a file cannot be read."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReadingTexts:
    """Why a file cannot be read.

    Placeholders in braces are filled with ``str.format``.
    """
