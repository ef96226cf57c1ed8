"""Page Xu hướng."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TrendTexts:
    """Page Xu hướng.

    Placeholders in braces are filled with ``str.format``.
    """
