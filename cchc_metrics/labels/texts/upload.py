"""Page Nạp dữ liệu."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class UploadTexts:
    """Page Nạp dữ liệu.

    Placeholders in braces are filled with ``str.format``.
    """
