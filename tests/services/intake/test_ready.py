"""Change sets made beforehand are what reading and checking the shipped files gives, and hold for those files only."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.config import load_settings
from cchc_metrics.schema import KINDS
from cchc_metrics.services.intake.ready import FOLDER, ready_plan
from cchc_metrics.services.intake.reference import REFERENCE
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.storing import storing
from tests.conftest import settings_at
from tests.written_documents import READY, made_anew

FIRST = (KINDS[REFERENCE[0][0]], REFERENCE[0][1])


def test_they_are_what_reading_and_checking_every_file_gives() -> None:
    held = {path.name: path.read_bytes() for path in READY.iterdir()}
    made = made_anew()
    assert list(held) and set(held) == set(made), "run: python tasks.py docs"
    assert [name for name in sorted(made) if held[name] != made[name]] == [], "run: python tasks.py docs"


@pytest.fixture
def release(tmp_path: Path) -> Path:
    """The shipped files, as a test may change them."""
    return Path(shutil.copytree(load_settings({}).reference_dir, tmp_path / "release"))


def opened(tmp_path: Path, release: Path, *, trial: bool = False) -> Office:
    return Office.open(replace(settings_at(tmp_path / "data"), reference_dir=release, illustrative=trial))


def test_a_first_start_stores_them_with_the_file_itself(tmp_path: Path, release: Path) -> None:
    office = opened(tmp_path, release)
    kind, name = FIRST
    plan = ready_plan(office, kind, release / name)
    assert plan is not None and plan.original == (release / name).read_bytes()
    entry = storing.commit(office, LOCAL_OPERATOR, plan, "").entry
    assert entry is not None and entry.counts.added == len(office.store.facts(kind)) > 0
    assert office.store.original(entry.seq) == (name, (release / name).read_bytes())
    office.close()


def test_a_try_out_takes_them_too_behind_its_mark(tmp_path: Path, release: Path) -> None:
    office = opened(tmp_path, release, trial=True)
    kind, name = FIRST
    plan = ready_plan(office, kind, release / name)
    assert plan is not None and plan.base_seq == 1
    assert storing.commit(office, LOCAL_OPERATOR, plan, "").entry is not None
    assert ready_plan(office, KINDS[REFERENCE[1][0]], release / REFERENCE[1][1]) is not None
    office.close()


def changed_file(release: Path) -> None:
    path = release / FIRST[1]
    path.write_bytes(path.read_bytes() + b"\n")


def changed_set(release: Path) -> None:
    path = release / FOLDER / "00.parquet"
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def lost_set(release: Path) -> None:
    (release / FOLDER / "00.parquet").unlink()


def lost_sums(release: Path) -> None:
    (release / FOLDER / "sums.json").write_text("[", encoding="utf-8")


def other_version(release: Path) -> None:
    path = release / FOLDER / "sums.json"
    sums = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps([{**each, "version": each["version"] + 1} for each in sums]), encoding="utf-8")


@pytest.mark.parametrize("harm", [changed_file, changed_set, lost_set, lost_sums, other_version])
def test_a_file_that_differs_in_anything_is_read_and_checked(harm: object, tmp_path: Path, release: Path) -> None:
    assert callable(harm)
    harm(release)
    office = opened(tmp_path, release)
    assert ready_plan(office, FIRST[0], release / FIRST[1]) is None
    office.close()


def test_an_office_that_holds_something_else_first_reads_and_checks(stocked: Office) -> None:
    assert ready_plan(stocked, FIRST[0], stocked.settings.reference_dir / FIRST[1]) is None
