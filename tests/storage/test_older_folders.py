"""A data folder of an earlier program opens in this one, whatever its database looked like.

``fixtures/data-folder-1.zip`` was written in November 2026 by the program whose tables were made by hand-written
migrations and whose journal lines and change sets bear no format. It holds every kind of fact, changes, removals, an
undo and its undo, a removed original and an edit; ``expected.json`` is what that program read from it.
"""

import hashlib
import json
import shutil
import zipfile
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from cchc_metrics.config import PROJECT, Settings
from cchc_metrics.schema import KINDS
from cchc_metrics.storage import Store, rebuild, verify
from tests.storage.builders import ACTOR, prints, put, score, settings_in

_FOLDER = PROJECT / "tests" / "fixtures" / "data-folder-1.zip"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    with zipfile.ZipFile(_FOLDER) as packed:
        packed.extractall(tmp_path / "data")
    return settings_in(tmp_path / "data")


@pytest.fixture
def expected(settings: Settings) -> dict[str, Any]:
    return json.loads((settings.data_dir / "expected.json").read_text(encoding="utf-8"))


def _as_then(frame: pd.DataFrame, then: dict[str, Any]) -> dict[str, Any]:
    """A frame as JSON, with the columns that it had then."""
    text = frame[then["columns"]].to_json(
        orient="split", date_format="iso", force_ascii=False, default_handler=str, index=False
    )
    return json.loads(text)


def test_every_fact_of_an_older_folder_is_read_as_its_own_program_read_it(
    settings: Settings, expected: dict[str, Any]
) -> None:
    store = Store.open(settings)
    assert store.version == expected["version"]
    for name, then in expected["facts"].items():
        assert _as_then(store.facts(KINDS[name], provenance=True), then) == then, name
    for name, then in expected["versions"].items():
        assert _as_then(store.versions(KINDS[name], {}), then) == then, name
    store.close()


def test_the_history_of_an_older_folder_is_the_same(settings: Settings, expected: dict[str, Any]) -> None:
    store = Store.open(settings)
    assert (sorted(store.undone()), sorted(store.removals())) == (expected["undone"], expected["removed"])
    told = [
        [
            *(entry.seq, str(entry.action), entry.kind, entry.note, entry.file_name, entry.actor.name),
            *(entry.recorded_at.isoformat(), entry.counts.added, entry.counts.changed, entry.counts.removed),
            *(len(entry.findings), entry.undoes, list(entry.removes), entry.hash),
        ]
        for entry in store.entries()
    ]
    assert told == expected["history"]
    for entry in store.entries():
        if entry.original_sha256 and entry.seq not in store.removals():
            assert hashlib.sha256(store.original(entry.seq)[1]).hexdigest() == entry.original_sha256
    store.close()


def test_an_older_folder_goes_on_and_stays_whole(settings: Settings) -> None:
    store = Store.open(settings)
    assert len(store.repairs) == 1
    assert "phiên bản khác" in store.repairs[0]
    assert store.set_aside() == []
    put(store, score("Z", 1.0))
    store.undo(52, ACTOR, "nhầm")
    assert verify(store).problems == ()
    expected = prints(store)
    store.close()
    again = Store.open(settings)
    assert (again.repairs, prints(again)) == ((), expected)
    again.close()


def test_an_older_folder_is_rebuilt_without_its_database(settings: Settings, tmp_path: Path) -> None:
    shutil.copytree(settings.data_dir, tmp_path / "other")
    opened = Store.open(settings)
    expected = prints(opened)
    opened.close()
    other = settings_in(tmp_path / "other")
    other.database.unlink()
    told: list[tuple[int, int]] = []
    store = rebuild(other, lambda done, count: told.append((done, count)))
    assert prints(store) == expected
    assert told[-1] == (51, 51)
    store.close()
