"""A data folder of an earlier program opens in this one, whatever its database looked like.

``fixtures/data-folder-1.zip`` was written in November 2026 by the program whose tables were made by hand-written
migrations and whose journal lines and change sets bear no format. It holds every kind of fact, changes, removals, an
undo and its undo, a removed original and an edit; ``expected.json`` is what that program read from it.
"""

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from cchc_metrics.config import PROJECT, Settings
from cchc_metrics.schema import KINDS
from cchc_metrics.storage import Store, rebuild, verify
from tests.storage.builders import prints, put, score, settings_in

_FOLDER = PROJECT / "tests" / "fixtures" / "data-folder-1.zip"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    with zipfile.ZipFile(_FOLDER) as packed:
        packed.extractall(tmp_path / "data")
    return settings_in(tmp_path / "data")


@pytest.fixture
def expected(settings: Settings) -> dict[str, Any]:
    return json.loads((settings.data_dir / "expected.json").read_text(encoding="utf-8"))


def _facts(store: Store, kind_name: str) -> dict[str, Any]:
    frame = store.facts(KINDS[kind_name], provenance=True)
    return json.loads(frame.to_json(orient="split", date_format="iso", force_ascii=False, default_handler=str))


def test_every_fact_of_an_older_folder_is_read_as_its_own_program_read_it(
    settings: Settings, expected: dict[str, Any]
) -> None:
    store = Store.open(settings)
    assert store.version == expected["version"]
    assert {name: _facts(store, name) for name in expected["facts"]} == expected["facts"]
    assert list(prints(store)) == expected["prints"]
    assert {name: len(store.versions(KINDS[name], {})) for name in expected["versions"]} == expected["versions"]
    store.close()


def test_an_older_folder_goes_on_and_stays_whole(settings: Settings) -> None:
    store = Store.open(settings)
    assert len(store.repairs) == 1
    put(store, score("Z", 1.0))
    assert verify(store).ok
    expected = prints(store)
    store.close()
    again = Store.open(settings)
    assert (again.repairs, prints(again)) == ((), expected)
    again.close()


def test_an_older_folder_is_rebuilt_without_its_database(settings: Settings, expected: dict[str, Any]) -> None:
    settings.database.unlink()
    store = rebuild(settings)
    assert list(prints(store)) == expected["prints"]
    store.close()
