"""Page Tổng quan."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OverviewTexts:
    """Page Tổng quan.

    Placeholders in braces are filled with ``str.format``.
    """
