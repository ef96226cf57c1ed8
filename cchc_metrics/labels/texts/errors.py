"""One kind sentence for each way an operation can fail."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ErrorsTexts:
    """One kind sentence for each way an operation can fail.

    Placeholders in braces are filled with ``str.format``.
    """
