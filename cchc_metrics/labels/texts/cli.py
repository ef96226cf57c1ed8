"""The command line."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CliTexts:
    """The command line.

    Placeholders in braces are filled with ``str.format``.
    """
