"""Page Khoảng cách mục tiêu."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class GapTexts:
    """Page Khoảng cách mục tiêu.

    Placeholders in braces are filled with ``str.format``.
    """
