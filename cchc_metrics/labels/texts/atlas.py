"""Both eras drawn."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AtlasTexts:
    """Placeholders in braces are filled with ``str.format``."""

    title: str
