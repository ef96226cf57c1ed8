"""The step that shows how a file was understood and lets a person correct it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MappingTexts:
    """Placeholders in braces are filled with ``str.format``."""

    title: str
