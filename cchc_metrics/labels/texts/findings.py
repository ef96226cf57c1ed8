"""What is wrong with a cell and what to do about it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FindingsTexts:
    """What is wrong with a cell and what to do about it.

    Placeholders in braces are filled with ``str.format``.
    """
