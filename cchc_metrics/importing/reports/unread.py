"""Every filled cell of a unit's workbook that is not read, told with what stands in it and what was likely meant."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from cchc_metrics.importing.normalise import compact
from cchc_metrics.importing.problems import Problems, cell_name, column_name, error, info, warning
from cchc_metrics.importing.reports.cells import is_filled, text_at
from cchc_metrics.importing.reports.sheets import (
    AskedReport,
    Layout,
    Part,
    bare_name,
    beginnings,
    filled_places,
)
from cchc_metrics.labels import every, named, texts
from cchc_metrics.labels.format import plain
from cchc_metrics.labels.texts import Texts
from cchc_metrics.model import CellKind, Grid

_UNREAD = "report_cell_unread"
_MOST_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Unread:
    """Says what is not read. read_rows: the rows that count as having something in them, added to."""

    asked: AskedReport
    problems: Problems
    read_rows: dict[int, set[int]]

    def of_row(self, sheet: Grid, row: int, layout: Layout) -> None:
        """A row that bears no item: a title of ours, or something typed."""
        places = [place for place in filled_places(sheet, row) if not self._is_ours(sheet, row, place)]
        if not places:
            return
        merge = _merge_over(sheet, row, places[0], layout)
        t = texts().reporting
        message = t.unread_merged.format(cells=merge) if merge else t.unread_row.format(row=row + 1)
        self._tell(sheet, [(row, place) for place in places], message)

    def of_header(self, sheet: Grid, row: int, layout: Layout) -> None:
        """A header row: a column of the person's own is named."""
        t, read = texts().reporting, set(layout.columns.values())
        for place in filled_places(sheet, row):
            named = place in read and _is_header(text_at(sheet, row, place))
            if not named and not self._is_ours(sheet, row, place):
                self._tell(sheet, [(row, place)], t.unread_column.format(column=column_name(place + 1)))

    def of_note(self, sheet: Grid, row: int, place: int) -> None:
        """A text beside a narrative or a tick that nobody asks for."""
        self._tell(sheet, [(row, place)], texts().reporting.unread_beside)

    def of_strange_sheet(self, sheet: Grid, *, is_cover: bool) -> None:
        """A sheet without items: the cover, the sheet that counts what is blank, or one that was added."""
        told = [
            (row, place)
            for row in range(sheet.height)
            for place in filled_places(sheet, row)
            if not self._is_ours(sheet, row, place) and not (is_cover and self._on_cover(sheet, row, place))
        ]
        if _is_check(sheet):
            told = [(row, place) for row, place in told if sheet.columns[place].kinds[row] == CellKind.TEXT]
        t = texts().reporting
        if told:
            words = t.unread_cover if is_cover else t.unread_sheet.format(sheet=sheet.name)
            self._tell(sheet, told, words)

    def of_top(self, sheet: Grid, head: int) -> None:
        """What stands above the header of the sheet of lists and is not ours."""
        places = [
            (row, place)
            for row in range(max(head, 0))
            for place in filled_places(sheet, row)
            if not self._is_ours(sheet, row, place)
        ]
        if places:
            self._tell(sheet, places, texts().reporting.unread_sheet.format(sheet=sheet.name))

    def beside(self, sheet: Grid, row: int, code: str, layout: Layout) -> None:
        """The cells of an item's row that are not read: greyed columns, a changed name or unit of measure, others."""
        t, metric = texts().reporting, self.asked.metrics.get(code)
        parts = {place: part for part, place in layout.columns.items()}
        computed = metric is not None and metric.computed
        for place in filled_places(sheet, row):
            part, words = parts.get(place), text_at(sheet, row, place)
            if part is Part.CODE or (part in (Part.INPUT, Part.NOTE) and not computed):
                continue
            if part is Part.LABEL:
                self._label(sheet, row, place, code)
            elif part is Part.MEASURE and metric is not None:
                if bare_name(words) not in self.asked.wordings(metric.measure) or ("%" in words) != (
                    "%" in metric.measure
                ):
                    message = t.measure_changed.format(given=words, measure=named(metric.measure))
                    self._tell(sheet, [(row, place)], message, "report_measure")
            elif part in (Part.PREVIOUS, Part.CUMULATIVE) and metric is not None:
                if not self._is_known(sheet, row, place, part.value, code):
                    name = t.form_headers[list(Part).index(part)]
                    self._tell(sheet, [(row, place)], self._known_words(sheet, row, name, layout))
            elif computed and compact(words) in map(compact, every(lambda spoken: spoken.reporting.form_computed)):
                continue
            elif computed:
                self._tell(sheet, [(row, place)], t.unread_computed)
            else:
                merge = _merge_over(sheet, row, place, layout)
                column = t.unread_column.format(column=column_name(place + 1))
                self._tell(sheet, [(row, place)], t.unread_merged.format(cells=merge) if merge else column)

    def _known_words(self, sheet: Grid, row: int, name: str, layout: Layout) -> str:
        """What was likely meant by a figure in a greyed column."""
        t = texts().reporting
        empty = not is_filled(sheet, row, layout.columns.get(Part.INPUT, -1))
        column = t.form_headers[list(Part).index(Part.INPUT)]
        return (t.unread_known_empty if empty else t.unread_known).format(name=name, column=column)

    def _is_known(self, sheet: Grid, row: int, place: int, part: str, code: str) -> bool:
        """Whether the greyed cell holds what the template put there."""
        column = sheet.columns[place]
        if column.kinds[row] not in (CellKind.NUMBER, CellKind.PERCENT):
            return False
        known = self.asked.metrics[code].known.get(part)
        return known is not None and bool(np.isclose(column.numbers[row], known, rtol=1e-9, atol=1e-9))

    def _label(self, sheet: Grid, row: int, place: int, code: str) -> None:
        """The name beside a code: of another item it means that codes and figures were sorted apart."""
        t, metric = texts().reporting, self.asked.metrics.get(code)
        words = text_at(sheet, row, place)
        if metric is None or bare_name(words) in self.asked.wordings(metric.name):
            return
        task = self.asked.task_of(code)
        others = [c for c, m in self.asked.metrics.items() if c != code and self.asked.task_of(c) == task]
        other = next((c for c in others if bare_name(words) in self.asked.wordings(self.asked.metrics[c].name)), "")
        rows = np.array([row + 1], dtype=np.int64)
        if other:
            fault = error("report_code_and_name", t.code_and_name.format(code=code, other=other))
            self.problems.of_cells(fault, sheet, rows, place + 1, words)
        else:
            fault = info("report_name_changed", t.name_changed.format(code=code, name=named(metric.name)))
            self.problems.of_cells(fault, sheet, rows, place + 1, words)

    def of_comments(self, sheet: Grid) -> None:
        """What people remarked on cells; the findings that we remarked ourselves on an annotated copy are left out."""
        heads = [" ".join(head.split()) for head in every(lambda spoken: spoken.workbooks.comment_head)]
        for row, column, words in sheet.comments:
            own = min((words.partition(head)[0].strip() for head in heads), key=len)
            if own:
                fault = warning("report_comment", texts().reporting.comment_unread)
                self.problems.of_cells(fault, sheet, np.array([row], dtype=np.int64), column, own)

    def of_merges(self, sheet: Grid, layout: Layout) -> None:
        """One merged cell as the answer to several items."""
        target = layout.columns.get(Part.INPUT, -1) + 1
        for first, left, last, right in sheet.merges:
            rows = [row for row in range(first, last + 1) if row - 1 in layout.rows]
            if len(rows) < 2 or not left <= target <= right or not is_filled(sheet, first - 1, left - 1):
                continue
            cells = f"{cell_name(first, left)}:{cell_name(last, right)}"
            message = texts().reporting.merged_items.format(
                cells=cells, codes=", ".join(layout.rows[row - 1] for row in rows)
            )
            fault = error("report_merged_items", message)
            value = _shown(sheet, first - 1, left - 1)
            self.problems.of_cells(fault, sheet, np.array(rows, dtype=np.int64), target, value)

    def say_hidden(self, sheet: Grid, layout: Layout) -> None:
        """What is hidden and read all the same."""
        t = texts().reporting
        if sheet.hidden:
            self.problems.of_sheet(info("report_hidden_sheet", t.hidden_sheet.format(sheet=sheet.name)), sheet)
        rows = [row for row in sheet.hidden_rows if row - 1 in layout.rows]
        if rows:
            fault = info("report_hidden_rows", t.hidden_rows.format(rows=_listed(rows)))
            self.problems.of_cells(fault, sheet, np.array(rows, dtype=np.int64), 1)
        columns = [column for column in sheet.hidden_columns if column - 1 in layout.columns.values()]
        if columns:
            names = ", ".join(column_name(column) for column in columns)
            self.problems.of_sheet(info("report_hidden_columns", t.hidden_columns.format(columns=names)), sheet)

    def _on_cover(self, sheet: Grid, row: int, place: int) -> bool:
        """The lines that say whose report it is, with the codes to their left."""
        labels = tuple(
            compact(words)
            for said in every(lambda spoken: spoken.reporting)
            for words in (said.form_unit, said.form_form, said.form_period, said.form_due)
        )
        beside = text_at(sheet, row, place + 1)
        words = text_at(sheet, row, place)
        if ":" in words and compact(words).startswith(labels):
            return True
        return ":" in beside and compact(beside).startswith(labels)

    def _is_ours(self, sheet: Grid, row: int, place: int) -> bool:
        words = text_at(sheet, row, place)
        if words in every(lambda spoken: spoken.demo.mark):
            return True
        return (
            compact(words) in _written()
            or compact(words) in self.asked.titles
            or compact(words) in self.asked.known_sheets
        )

    def _tell(self, sheet: Grid, cells: Sequence[tuple[int, int]], message: str, code: str = _UNREAD) -> None:
        rows = np.array([row + 1 for row, _ in cells], dtype=np.int64)
        columns = np.array([place + 1 for _, place in cells], dtype=np.int64)
        shown = "; ".join(f"{cell_name(r + 1, p + 1)}: {_shown(sheet, r, p)}" for r, p in cells)
        if len(cells) == 1:
            shown = _shown(sheet, *cells[0])
        value = shown if len(shown) <= _MOST_SHOWN else f"{shown[:_MOST_SHOWN]}…"
        self.problems.of_cells(warning(code, message), sheet, rows, columns, value)
        self.read_rows.setdefault(sheet.number, set()).update(rows.tolist())


def _shown(sheet: Grid, row: int, place: int) -> str:
    """What stands in a cell, as people write it."""
    column = sheet.columns[place]
    is_number = column.kinds[row] in (CellKind.NUMBER, CellKind.PERCENT)
    return plain(float(column.numbers[row])) if is_number else text_at(sheet, row, place)


@cache
def _written() -> frozenset[str]:
    """What every template of a unit's report says, of this year's making or an earlier one."""
    return frozenset(map(compact, (words for spoken in every(_words_of_templates) for words in spoken))) - {""}


def _words_of_templates(spoken: Texts) -> tuple[str, ...]:
    said = spoken.reporting
    return (
        *said.form_how,
        *said.form_how_before,
        *said.form_headers,
        *said.form_check_headers,
        *(said.form_nil, said.form_computed, said.form_texts, said.form_evidence, said.form_evidence_title),
        *(said.form_evidence_row, said.form_link, said.form_first_sheet, said.form_check_sheet, said.form_check_total),
        *(spoken.lists.sheet, spoken.lists.sheet_lead, *spoken.lists.sheet_headers),
        *(said.form_locked, said.form_required, said.form_text_column, said.form_check_lead),
    )


def _is_header(words: str) -> bool:
    starts = tuple(start for _, each in beginnings() for start in each)
    return compact(words).startswith(("solieu", *starts))


def _is_check(sheet: Grid) -> bool:
    """Whether a sheet is the one whose formulas count what is blank."""
    names = set(map(compact, every(lambda spoken: spoken.reporting.form_check_sheet)))
    return compact(sheet.name) in names or not names.isdisjoint(_first_texts(sheet))


def _first_texts(sheet: Grid) -> Iterator[str]:
    return (compact(text_at(sheet, row, place)) for row in range(min(3, sheet.height)) for place in range(3))


def _merge_over(sheet: Grid, row: int, place: int, layout: Layout) -> str:
    """The merged cells that begin here and cover the column of answers; empty when there are none."""
    target = layout.columns.get(Part.INPUT)
    for first_row, first, last_row, last in sheet.merges:
        if (first_row, first) == (row + 1, place + 1) and target is not None and first <= target + 1 <= last:
            return f"{cell_name(first_row, first)}:{cell_name(last_row, last)}"
    return ""


def _listed(rows: Iterable[int]) -> str:
    return ", ".join(str(row) for row in rows)
