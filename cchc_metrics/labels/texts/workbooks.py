"""Words inside the workbooks we hand out: templates and downloads."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WorkbooksTexts:
    """Words inside the workbooks we hand out: templates and downloads.

    Placeholders in braces are filled with ``str.format``.
    """
