"""Where points are lost, by part, score kind and responsible unit."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LostTexts:
    """Placeholders in braces are filled with ``str.format``."""

    title: str
