"""How sure a rank is."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CertaintyTexts:
    """Placeholders in braces are filled with ``str.format``."""

    title: str
