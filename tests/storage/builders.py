"""Small plans and settings for the tests of the store."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from uuid import uuid4

import pandas as pd

from cchc_metrics.config import ReaderLimits, Settings
from cchc_metrics.model import Action, Actor, ChangeCounts, Entry, Finding, ImportPlan, RowCounts
from cchc_metrics.schema import SCORES, TARGETS, Kind, SqlType
from cchc_metrics.storage import Store, facts
from cchc_metrics.storage.archive import Archive
from cchc_metrics.storage.folder_archive import FolderArchive
from cchc_metrics.storage.lake.archive import SharedArchive
from cchc_metrics.storage.lake.objects import objects_of
from cchc_metrics.storage.statements import columns_of
from tests.storage.postgres import on_lake

ACTOR = Actor(id="local", name="Cán bộ tổng hợp", role="operator")


def in_a_folder(folder: Path) -> Settings:
    """Settings of a data folder of its own, which stays one whatever the tests run on."""
    return Settings(data_dir=folder.resolve(), reference_dir=folder / "reference", reader=ReaderLimits())


def settings_in(folder: Path) -> Settings:
    """Settings of a store of its own: in a folder, or shared where the tests run on that."""
    return on_lake(in_a_folder(folder))


def archive_of(settings: Settings) -> Archive:
    """The archive of a store that nobody has open, wherever it is."""
    return SharedArchive(objects_of(settings)) if settings.lake else FolderArchive(settings.archive)


def score(entity: str, value: float | None, op: str = "add", **others: object) -> dict[str, object]:
    """One change of the PAPI 2024 total of a province."""
    return {
        "op": op,
        "entity_id": entity,
        "index_code": "PAPI",
        "node_code": "TOTAL",
        "period_id": "2024",
        "score_kind": "published",
        "state": "missing" if value is None else "value",
        "value": value,
        "sheet_no": 1,
        "row_no": 2,
        "col_no": 8,
        **others,
    }


def frame_of(kind: Kind, rows: Sequence[Mapping[str, object]]) -> pd.DataFrame:
    """A change frame in the shape every plan has; what a row does not name is missing."""
    columns = ["op", *kind.grain_names, *kind.value_names, "upload_seq", "sheet_no", "row_no", "col_no"]
    frame = pd.DataFrame([{column: row.get(column) for column in columns} for row in rows], columns=columns)
    integers = [name for name, column in columns_of(kind).items() if column.type is SqlType.INTEGER]
    for name in (*integers, "upload_seq", "sheet_no", "row_no", "col_no"):
        frame[name] = frame[name].astype("Int64")
    for name in kind.score_columns:
        frame[name] = pd.to_numeric(frame[name]).astype("float64")
    return frame


def plan_of(
    store: Store,
    rows: Sequence[Mapping[str, object]],
    kind: Kind = SCORES,
    original: bytes = b"a workbook",
    findings: tuple[Finding, ...] = (),
) -> ImportPlan:
    """A plan made now: its ``previous`` are the stored versions of what it changes or removes."""
    changes = frame_of(kind, rows)
    stored = store.facts(kind, provenance=True)[[*kind.grain_names, *kind.value_names, "seq_from"]]
    touched = changes.loc[changes["op"] != "add", list(kind.grain_names)]
    ops = changes["op"].value_counts()
    return ImportPlan(
        plan_id=uuid4().hex,
        kind=kind.name,
        file_name="diem-papi.xlsx",
        original=original,
        base_seq=store.version,
        rows=RowCounts(read=len(rows), accepted=len(rows)),
        counts=ChangeCounts(added=int(ops.get("add", 0)), changed=int(ops.get("change", 0))),
        findings=findings,
        changes=changes,
        previous=stored.merge(touched, on=list(kind.grain_names)),
        missing=stored.iloc[:0],
    )


def put(store: Store, *rows: Mapping[str, object], kind: Kind = SCORES, action: Action = Action.IMPORT) -> Entry:
    """Plan and commit in one go."""
    return store.commit(plan_of(store, rows, kind), ACTOR, "", action)


def values_by_entity(store: Store, **where: Sequence[object]) -> dict[str, float]:
    """The stored totals, by province."""
    frame = store.facts(SCORES, where or None)
    return dict(zip(frame["entity_id"], frame["value"], strict=True))


TARGET = {
    "entity_id": "P63-45",
    "index_code": "PAPI",
    "node_code": "TOTAL",
    "period_id": "2025",
    "target_kind": "value",
}


def lived_in(settings: Settings) -> Store:
    """A store with two kinds, a change, a removal and an undo behind it."""
    store = Store.open(settings)
    put(store, score("A", 1.0), score("B", 2.0), score("C", 3.0))
    put(store, {"op": "add", **TARGET, "value": 45.0}, kind=TARGETS)
    put(store, score("A", 1.5, "change"), score("B", None, "remove"))
    put(store, score("C", 3.5, "change"))
    store.undo(3, ACTOR, "nhầm")
    return store


def prints(store: Store) -> tuple[str, str]:
    """Fingerprints of the facts in force and of every version."""
    with store.parts.gateway.cursor() as cursor:
        return facts.fingerprint(cursor), facts.fingerprint_of_versions(cursor)
