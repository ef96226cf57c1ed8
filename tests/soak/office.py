"""The office that the campaigns maltreat: small folders in a known state, and the operations on them."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import pandas as pd

from cchc_metrics.config import ReaderLimits, Settings
from cchc_metrics.model import Action, Actor, ChangeCounts, ImportPlan, RowCounts
from cchc_metrics.schema import SCORES, SqlType
from cchc_metrics.storage import Store, gateway, rebuild, repair
from cchc_metrics.storage.gateway import Gateway
from tests.soak.judge import Facts, Model

ACTOR = Actor(id="local", name="Cán bộ tổng hợp", role="operator")
_PLACES = ("upload_seq", "sheet_no", "row_no", "col_no")


def settings_of(folder: Path) -> Settings:
    """Settings of a data folder; its key lies beside it."""
    key = folder.parent / f"{folder.name}.key"
    return Settings(data_dir=folder, reference_dir=folder / "reference", reader=ReaderLimits(), key_file=key)


def plan(store: Store, cells: Facts, held: Facts, original: bytes) -> ImportPlan:
    """An import that sets these cells, given what is held."""
    rows = [
        {
            **dict.fromkeys([*SCORES.grain_names, *SCORES.value_names]),
            "op": "change" if cell in held else "add",
            "entity_id": cell,
            "index_code": "PAPI",
            "node_code": "TOTAL",
            "period_id": "2024",
            "score_kind": "published",
            "state": "value",
            "value": value,
        }
        for cell, value in cells.items()
    ]
    changes = pd.DataFrame(rows).assign(**{name: pd.array([pd.NA] * len(rows), dtype="Int64") for name in _PLACES})
    for column in SCORES.values:
        if column.type is SqlType.INTEGER:
            changes[column.name] = changes[column.name].astype("Int64")
    empty = changes.iloc[:0]
    return ImportPlan(
        plan_id=uuid4().hex,
        kind=SCORES.name,
        file_name="diem.xlsx",
        original=original,
        base_seq=store.version,
        rows=RowCounts(len(rows), len(rows)),
        counts=ChangeCounts(added=len(rows)),
        findings=(),
        changes=changes,
        previous=empty,
        missing=empty,
    )


def stored(store: Store, model: Model, cells: Facts, original: bytes = b"") -> None:
    """Import and, once it is acknowledged, tell the model."""
    action = Action.IMPORT if original else Action.EDIT
    store.commit(plan(store, cells, model.facts, original), ACTOR, "ghi chú", action)
    model.stored(cells, original)


@dataclass(frozen=True, slots=True)
class Operation:
    """Something that the office does. base: the folder it begins with.

    does: what it does, with the store if ``opens`` is False, else with the settings, returning an open store or None.
    expects: what it makes of the model once it is acknowledged.
    """

    name: str
    base: str
    expects: Callable[[Model], None]
    does: Callable[[Store, Model], None] | None = None
    opens: Callable[[Settings], Store | None] | None = None


_NEW: Facts = {"N1": 11.5, "N2": 12.25}
_AGAIN: Facts = {"A": 5.125, "N3": 13.0}
_MANY: Facts = {f"M{number}": number / 8 for number in range(3000)}


def _import(cells: Facts, original: bytes) -> tuple[Callable[[Store, Model], None], Callable[[Model], None]]:
    def does(store: Store, model: Model) -> None:
        action = Action.IMPORT if original else Action.EDIT
        store.commit(plan(store, cells, model.facts, original), ACTOR, "ghi chú", action)

    return does, lambda model: model.stored(cells, original)


def _operation(name: str, cells: Facts, original: bytes) -> Operation:
    does, expects = _import(cells, original)
    return Operation(name, "lived", expects, does=does)


def _undo(store: Store, model: Model) -> None:
    store.undo(len(model.states) - 1, ACTOR, "nhầm")


def _remove(store: Store, model: Model) -> None:
    store.remove_original(max(model.originals), ACTOR, "riêng tư")


def _redact(store: Store, _: Model) -> None:
    """The note of every entry."""
    store.redact("ghi chú", ACTOR, "riêng tư")


def _redacted(model: Model) -> None:
    model.redacted = "ghi chú"
    model.states.append(dict(model.facts))


def _nothing(_: Model) -> None:
    """Opening and repairing change no fact."""


def _first_import(settings: Settings) -> Store:
    store = Store.open(settings)
    stored(store, Model(), _NEW, b"first")
    return store


def _repaired(settings: Settings) -> None:
    repair(settings)


OPERATIONS: tuple[Operation, ...] = (
    _operation("import of new facts", _NEW, b"new"),
    _operation("import that changes facts", _AGAIN, b"again"),
    _operation("edit", {"B": 7.0}, b""),
    _operation("large import", _MANY, b"x" * 300_000),
    Operation("undo", "lived", lambda model: model.undone(len(model.states) - 1), does=_undo),
    Operation(
        "removal of an original", "lived", lambda model: model.original_removed(max(model.originals)), does=_remove
    ),
    Operation("redaction of a text", "lived", _redacted, does=_redact),
    Operation("first start and import", "empty", lambda model: model.stored(_NEW, b"first"), opens=_first_import),
    Operation("opening", "lived", _nothing, opens=Store.open),
    Operation("opening after a kill before COMMIT", "behind", _nothing, opens=Store.open),
    Operation("opening with a log", "with log", _nothing, opens=Store.open),
    Operation("opening without a database", "without database", _nothing, opens=Store.open),
    Operation("opening a database of another schema", "other schema", _nothing, opens=Store.open),
    Operation("opening a damaged database", "damaged", _nothing, opens=Store.open),
    Operation("opening with a torn line and leftovers", "torn", _nothing, opens=Store.open),
    Operation("rebuild", "lived", _nothing, opens=rebuild),
    Operation("repair of a cut journal", "cut", _nothing, opens=_repaired),
)
PACKING = Operation("opening that packs change sets", "many", _nothing, opens=Store.open)


def live(settings: Settings, model: Model) -> None:
    """A few entries of every sort."""
    store = Store.open(settings)
    stored(store, model, {"A": 1.0, "B": 2.0, "C": 3.0}, b"one")
    stored(store, model, {"A": 1.5, "D": 4.0}, b"two")
    stored(store, model, {"B": 2.5})
    store.undo(3, ACTOR, "nhầm")
    model.undone(3)
    stored(store, model, {"C": 3.25}, b"three")
    store.remove_original(1, ACTOR, "riêng tư")
    model.original_removed(1)
    stored(store, model, {"E": 6.0}, b"four")
    stored(store, model, {"C": 3.5}, b"five")
    store.close()


def with_log(settings: Settings, model: Model) -> None:
    """One more entry whose COMMIT is only in a log, as older programs wrote it; the caller's process is to die now."""
    gateway._WITHOUT_LOG = "READ_WRITE"
    Gateway.checkpoint = lambda _: None  # type: ignore[method-assign]
    stored(Store.open(settings), model, {"W": 8.0}, b"six")


def make_bases(folder: Path, lived: Path) -> None:
    """The other folders, made from the lived-in one by hand."""
    for name in ("without database", "other schema", "damaged", "torn", "cut"):
        shutil.copytree(lived, folder / name)
        shutil.copy(lived.with_name(f"{lived.name}.key"), folder / f"{name}.key")
    (folder / "without database" / "cchc.duckdb").unlink()
    store = Store.open(settings_of(folder / "other schema"))
    with store.parts.gateway.cursor() as cursor:
        cursor.execute("UPDATE made_for SET fingerprint = 'another'")
    store.close()
    _flip_middle(folder / "damaged" / "cchc.duckdb")
    journal = folder / "torn" / "journal.jsonl"
    journal.write_bytes(journal.read_bytes() + b'{"action":"import"')
    (folder / "torn" / "archive" / "9.changes.parquet").write_bytes(b"whole")
    (folder / "torn" / "archive" / "originals" / "beef.tmp").write_bytes(b"half")
    journal = folder / "cut" / "journal.jsonl"
    journal.write_bytes(b"".join(journal.read_bytes().splitlines(keepends=True)[:-2]))


def _flip_middle(file: Path) -> None:
    """Damage both headers, so that the database does not open."""
    data = bytearray(file.read_bytes())
    for at in (100, 4096 + 100, 8192 + 100):
        data[at] ^= 1
    file.write_bytes(bytes(data))
