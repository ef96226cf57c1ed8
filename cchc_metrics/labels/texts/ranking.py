"""Page Xếp hạng."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RankingTexts:
    """Page Xếp hạng.

    Placeholders in braces are filled with ``str.format``.
    """
