"""Page Tra cứu & tải về."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ExploreTexts:
    """Page Tra cứu & tải về.

    Placeholders in braces are filled with ``str.format``.
    """
