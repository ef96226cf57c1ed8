"""Page Phương pháp & nguồn."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MethodTexts:
    """Page Phương pháp & nguồn.

    Placeholders in braces are filled with ``str.format``.
    """
