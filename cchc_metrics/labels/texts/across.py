"""The same theme in three indices."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AcrossTexts:
    """Placeholders in braces are filled with ``str.format``."""

    title: str
