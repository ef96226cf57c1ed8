"""A unit's workbook with answers in it, written with the form itself: as a person would fill it, without opening it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cchc_metrics.workbooks.unit_look import INPUT, NOTE, Look


@dataclass(frozen=True, slots=True)
class Filled:
    """What is written into the input cell of a row, and into the cell beside it."""

    value: float | str | None = None
    note: str = ""


class Answers:
    """The answers of one workbook by code; each is written into its row once."""

    def __init__(self, given: Mapping[str, Filled], look: Look) -> None:
        self._left, self._look = dict(given), look

    def write(self, sheet: Any, row: int, code: str) -> None:
        """The answer of a row, over what the form carries there."""
        answer = self._left.pop(code, None)
        if answer is None:
            return
        if isinstance(answer.value, str):
            sheet.write_string(row, INPUT, answer.value, self._look.fill_text)
        elif answer.value is None:
            sheet.write_blank(row, INPUT, None, self._look.fill_number)
        else:
            sheet.write_number(row, INPUT, answer.value, self._look.fill_number)
        if answer.note:
            sheet.write_string(row, NOTE, answer.note, self._look.fill_text)

    def require_all_written(self) -> None:
        """Raises KeyError for a code that the form does not ask for."""
        if self._left:
            raise KeyError(", ".join(sorted(self._left)))
