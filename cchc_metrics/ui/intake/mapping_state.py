"""The reading that is being edited, kept between reruns until the file is read anew."""

from dataclasses import dataclass, replace

import streamlit as st

from cchc_metrics.model import FileMapping, TableMap
from cchc_metrics.schema import KINDS
from cchc_metrics.services.intake.cells import SheetCells
from cchc_metrics.services.intake.mapping import reshaped, shape_of, with_table
from cchc_metrics.ui.intake.drafts import Draft
from cchc_metrics.views.mapping.form import start

_EDITING = "upload-mapping"


@dataclass(frozen=True, slots=True)
class Editing:
    """key: of the file and its reading, in every widget's key · revision: moves when fields must be filled anew."""

    key: str
    mapping: FileMapping
    revision: int = 0
    touched: bool = False

    def with_table(self, at: int, table: TableMap) -> FileMapping:
        """The mapping with one table replaced."""
        return with_table(self.mapping, at, table)

    def with_rows(self, at: int, rows: tuple[int, int], end: int | None, sheet: SheetCells) -> TableMap:
        """A table with other rows; its columns anew from the words of another header."""
        table = self.mapping.tables[at]
        moved = replace(table, header=rows, last_row=int(end) if end and end > rows[1] else None)
        kind = KINDS[self.mapping.kind]
        return moved if rows == table.header else reshaped(moved, shape_of(table, kind), sheet, kind)


def editing(draft: Draft) -> Editing:
    """What is being edited of a draft; its plan's own reading at first."""
    key = f"{draft.file_id[-8:]}-{draft.kind}-{draft.version}-{draft.readings}"
    held: Editing | None = st.session_state.get(_EDITING)
    if (held is None or held.key != key) and draft.plan is not None and draft.cells is not None:
        held = Editing(key, start(draft.plan, draft.cells))
        st.session_state[_EDITING] = held
    return held or Editing(key, FileMapping(draft.kind, ()))


def change(draft: Draft, mapping: FileMapping, *, anew: bool = False) -> None:
    """Another reading. anew: fields on the screen must take their values from it."""
    held = editing(draft)
    revision = held.revision + 1 if anew else held.revision
    st.session_state[_EDITING] = Editing(held.key, mapping, revision, touched=True)
