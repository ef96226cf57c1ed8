"""From every released version to this one: backed up first, nothing of a person lost, nothing in the way.

``fixtures/released-folders.tar.xz`` was written by the programs of 0.1.0, 0.2.0, 0.3.0 and 0.4.0: the facts that each
shipped, then a person's correction of two figures, a change and its undo; from 0.2.0 on an account and the audit log.
"""

import shutil
import tarfile
from dataclasses import replace
from pathlib import Path

import pytest

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.access.keeping import access_of
from cchc_metrics.config import PROJECT
from cchc_metrics.errors import CchcError
from cchc_metrics.schema import SCORES
from cchc_metrics.services.intake import reference
from cchc_metrics.services.office import backups
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.office.updating import before_update
from cchc_metrics.storage import verify
from tests.conftest import settings_at

FOLDERS = PROJECT / "tests" / "fixtures" / "released-folders.tar.xz"
# version -> entries of its journal.
RELEASED = {"0.1.0": 26, "0.2.0": 35, "0.3.0": 35, "0.4.0": 36, "0.5.0": 38}
# The oldest and the newest in every run, those between on the long way.
VERSIONS = ("0.1.0", *(pytest.param(name, marks=pytest.mark.walk) for name in ("0.2.0", "0.3.0", "0.4.0")), "0.5.0")


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("released")
    with tarfile.open(FOLDERS) as packed:
        packed.extractall(folder, filter="data")
    return folder


@pytest.mark.parametrize("version", VERSIONS)
def test_a_folder_of_a_released_version_is_backed_up_and_goes_on(unpacked: Path, tmp_path: Path, version: str) -> None:
    folder = tmp_path / "data"
    shutil.copytree(unpacked / version, folder)
    settings = settings_at(folder)
    office = Office.open(settings)
    assert office.version == RELEASED[version]
    waiting = len(reference.missing_files(office))
    assert waiting > 0 if version == "0.1.0" else waiting >= 0
    assert reference.prepare(office) == waiting
    (kept,) = backups.backup_folder.listed(settings.backups)
    assert kept.entries == RELEASED[version]  # as it was, without what this version ships
    mine = office.store.facts(SCORES, {"note": ["đính chính"]})
    assert len(mine) == 2
    assert reference.missing_files(office) == ()
    assert verify(office.store).problems == ()
    accounts = [one.id for one in access_of(settings).accounts.all()]
    assert accounts == ([] if version == "0.1.0" else ["lan"])
    if accounts:
        assert access_of(settings).accounts.reset(LOCAL_OPERATOR, "lan")
        assert access_of(settings).audit.verify() == []
        # From 0.4.0 on the tables of accounts are as they are kept now; older ones are put aside and then changed.
        assert (folder / "access-2.sqlite").exists() is (version < "0.4.0")
    office.close()
    again = Office.open(settings)
    assert (reference.prepare(again), again.store.repairs) == (0, ())
    assert len(backups.backup_folder.listed(settings.backups)) == 1
    again.close()


def test_the_backup_before_an_update_leads_back(unpacked: Path, tmp_path: Path) -> None:
    shutil.copytree(unpacked / "0.3.0", tmp_path / "data")
    settings = settings_at(tmp_path / "data")
    office = Office.open(settings)
    before_update(office)
    office.close()
    backups.restore(settings, LOCAL_OPERATOR, None)
    journal = settings.journal.read_bytes().splitlines()
    assert journal[: RELEASED["0.3.0"]] == (unpacked / "0.3.0" / "journal.jsonl").read_bytes().splitlines()


def test_without_room_for_a_backup_nothing_is_changed(unpacked: Path, tmp_path: Path) -> None:
    shutil.copytree(unpacked / "0.3.0", tmp_path / "data")
    (tmp_path / "no-folder").write_text("x", "utf-8")
    office = Office.open(replace(settings_at(tmp_path / "data"), backup_dir=tmp_path / "no-folder"))
    with pytest.raises(CchcError, match="sao lưu"):
        reference.prepare(office)
    assert office.version == RELEASED["0.3.0"]
    office.close()
