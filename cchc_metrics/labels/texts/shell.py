"""The frame around every page: navigation, first start, error boundary, footer."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ShellTexts:
    """The frame around every page: navigation, first start, error boundary, footer.

    Placeholders in braces are filled with ``str.format``.
    """
