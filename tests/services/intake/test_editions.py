"""A new edition of a shipped file: what it no longer says is withdrawn by an entry that can be undone; read once."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from cchc_metrics.access import LOCAL_OPERATOR, SYSTEM
from cchc_metrics.config import load_settings
from cchc_metrics.schema import POLICY_TARGETS
from cchc_metrics.services.intake import reference
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.storing import storing
from tests.conftest import settings_at
from tests.storage.postgres import copied

FILE = "policy_targets.csv"


@pytest.fixture
def updated(shipped_office: Office, tmp_path: Path) -> Iterator[Path]:
    """The data folder of an office that holds the shipped facts, beside the shipped files of a next release."""
    copied(shipped_office.settings, replace(load_settings({}), data_dir=tmp_path / "data"))
    yield Path(shutil.copytree(shipped_office.settings.reference_dir, tmp_path / "release"))


def started(tmp_path: Path) -> tuple[Office, int]:
    office = Office.open(replace(settings_at(tmp_path / "data"), reference_dir=tmp_path / "release"))
    return office, reference.prepare(office)


def lines_of(path: Path) -> list[str]:
    return path.read_text("utf-8").splitlines(keepends=True)


def held(office: Office) -> pd.DataFrame:
    return office.store.facts(POLICY_TARGETS)


def test_what_a_new_edition_drops_is_withdrawn_once_and_can_be_brought_back(updated: Path, tmp_path: Path) -> None:
    lines = lines_of(updated / FILE)
    (updated / FILE).write_text("".join(lines[:-2]), "utf-8")
    office, taken = started(tmp_path)
    assert taken == 1
    assert len(held(office)) == len(lines) - 3
    entry = office.store.entries()[0]
    assert (entry.actor.id, entry.file_name, entry.counts.removed) == (SYSTEM.id, FILE, 2)
    assert "rút 2 dòng" in entry.note
    storing.undo(office, LOCAL_OPERATOR, entry.seq, "vẫn còn hiệu lực")
    assert len(held(office)) == len(lines) - 1
    office.close()
    office, taken = started(tmp_path)
    assert (taken, len(held(office))) == (0, len(lines) - 1)  # what a person brought back stays
    office.close()


def test_what_a_person_corrected_stays_though_the_next_edition_drops_it(updated: Path, tmp_path: Path) -> None:
    office = Office.open(settings_at(tmp_path / "data"))
    last = held(office).tail(1)
    storing.edit(office, LOCAL_OPERATOR, POLICY_TARGETS, last.assign(source="đã sửa"), "sửa")
    office.close()
    lines = lines_of(updated / FILE)
    # The file's own order is not the store's: only the header stays.
    (updated / FILE).write_text("".join(lines[:2]), "utf-8")
    office, _ = started(tmp_path)
    assert set(held(office)["source"].dropna()) >= {"đã sửa"}
    assert len(held(office)) <= 2
    office.close()


def test_an_edition_that_changes_nothing_is_read_once(updated: Path, tmp_path: Path) -> None:
    (updated / FILE).write_bytes((updated / FILE).read_bytes() + b"\n")
    office, taken = started(tmp_path)
    entry, before = office.store.entries()[0], len(held(office))
    assert (taken, entry.file_name) == (1, FILE)
    assert entry.counts.added == entry.counts.changed == entry.counts.removed == 0
    office.close()
    office, taken = started(tmp_path)
    assert (taken, len(held(office))) == (0, before)
    office.close()
