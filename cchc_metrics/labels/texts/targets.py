"""Page Mục tiêu."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TargetsTexts:
    """Page Mục tiêu.

    Placeholders in braces are filled with ``str.format``.
    """
