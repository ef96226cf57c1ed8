"""Words inside charts: axes, hovers, marks."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ChartsTexts:
    """Words inside charts: axes, hovers, marks.

    Placeholders in braces are filled with ``str.format``.
    """
