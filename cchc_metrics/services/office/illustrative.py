"""What keeps a try-out with made-up figures apart from a real office: the first entry of its journal."""

import hashlib

import pandas as pd

from cchc_metrics.access import SYSTEM
from cchc_metrics.config import Settings
from cchc_metrics.errors import CchcError
from cchc_metrics.labels import official, texts
from cchc_metrics.model import Action, ImportPlan, RowCounts
from cchc_metrics.schema import OFFICE_SETTINGS
from cchc_metrics.storage import Store

SETTING = "so-lieu-minh-hoa"


def mark_of(settings: Settings) -> str:
    """«SỐ LIỆU MINH HỌA» for everything that leaves a try-out; empty in a real office."""
    return texts().demo.mark if settings.illustrative else ""


def keep_apart(store: Store, settings: Settings) -> None:
    """Mark a new try-out folder, and refuse a folder that is not what it is opened as. Raises CchcError.

    The mark is the first line of the hash-chained journal: it can be neither lost nor added later.
    """
    t = texts().demo
    if not store.version:
        if settings.illustrative:
            store.commit(_first(store), SYSTEM, official().demo.mark, Action.EDIT)
        return
    marked = is_marked(store)
    if marked and not settings.illustrative:
        raise CchcError(t.folder_is_illustrative.format(folder=settings.data_dir))
    if settings.illustrative and not marked:
        raise CchcError(t.folder_is_real.format(folder=settings.data_dir))


def is_marked(store: Store) -> bool:
    """Whether the first entry of a store that holds any is the mark of a try-out."""
    first = store.entry(1)
    return first.kind == OFFICE_SETTINGS.name and first.note == official().demo.mark and first.actor.id == SYSTEM.id


def _first(store: Store) -> ImportPlan:
    from cchc_metrics.importing.diff import diff  # noqa: PLC0415 a folder is made once, opened ever after

    row = {"setting": SETTING, "value": official().demo.mark, "note": None}
    facts = pd.DataFrame([row]).astype("str").assign(note=pd.array([None], dtype="str"))
    nowhere = pd.array([pd.NA], dtype="Int64")
    stored = store.facts(OFFICE_SETTINGS, provenance=True)
    found = diff(OFFICE_SETTINGS, facts.assign(sheet_no=nowhere, row_no=nowhere, col_no=nowhere), stored)
    return ImportPlan(
        plan_id=hashlib.sha256(SETTING.encode()).hexdigest()[:32],
        kind=OFFICE_SETTINGS.name,
        file_name="",
        original=b"",
        base_seq=store.version,
        rows=RowCounts(1, 1, 0, 0),
        counts=found.counts,
        findings=(),
        changes=found.changes,
        previous=found.previous,
        missing=found.missing,
    )
