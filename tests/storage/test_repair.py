"""What was lost or damaged is made again from the journal and the archive, or refused with a sentence."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from cchc_metrics.config import Settings
from cchc_metrics.errors import CchcError, StoreBusyError, StoreDamagedError
from cchc_metrics.schema import SCORES
from cchc_metrics.storage import Store, Witness, gateway, rebuild, repair, verify
from cchc_metrics.storage.aside import Reason
from cchc_metrics.storage.gateway import Gateway
from tests.storage.builders import lived_in, prints, put, score, settings_in, values_by_entity

pytestmark = pytest.mark.usefixtures("few_kinds")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return settings_in(tmp_path / "data")


def crashed(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Settings, tuple[str, str]]:
    """The folder of an older program that died after its COMMITs and before any CHECKPOINT: all is in its log."""
    monkeypatch.setattr(gateway, "_WITHOUT_LOG", "READ_WRITE")
    monkeypatch.setattr(Gateway, "checkpoint", lambda _: None)
    store = lived_in(settings)
    after = settings_in(tmp_path / "crashed")
    shutil.copytree(settings.data_dir, after.data_dir)
    expected = prints(store)
    store.close()
    monkeypatch.undo()
    assert after.database.with_name("cchc.duckdb.wal").stat().st_size > 1000
    return after, expected


def test_rebuild_gives_equal_facts_and_equal_history(settings: Settings) -> None:
    store = lived_in(settings)
    expected, known = prints(store), [store.facts(SCORES, as_known_at=seq) for seq in range(6)]
    store.close()
    again = rebuild(settings)
    assert prints(again) == expected
    assert all(again.facts(SCORES, as_known_at=seq).equals(frame) for seq, frame in enumerate(known))
    assert again.version == 5
    again.close()


def test_rebuild_is_refused_while_the_store_is_open(settings: Settings) -> None:
    store = lived_in(settings)
    with pytest.raises(StoreBusyError):
        rebuild(settings)
    assert store.count(SCORES) == 3
    store.close()


def test_rebuild_keeps_the_old_database_when_the_archive_is_damaged(settings: Settings) -> None:
    lived_in(settings).close()
    (settings.archive / "2.changes.parquet").unlink()
    with pytest.raises(StoreDamagedError, match=r"thiếu tệp 2\.changes\.parquet"):
        rebuild(settings)
    store = Store.open(settings)
    assert store.count(SCORES) == 3
    store.close()


def test_a_deleted_database_is_made_again(settings: Settings) -> None:
    store = lived_in(settings)
    expected = prints(store)
    store.close()
    settings.database.unlink()
    again = Store.open(settings)
    assert prints(again) == expected
    again.close()


def test_a_database_full_of_rubbish_is_made_again(settings: Settings) -> None:
    store = lived_in(settings)
    expected = prints(store)
    store.close()
    settings.database.write_bytes(b"rubbish" * 5000)
    again = Store.open(settings)
    assert prints(again) == expected
    assert "dựng lại" in again.repairs[0]
    again.close()


def test_a_database_restored_from_an_older_copy_is_brought_up(settings: Settings, tmp_path: Path) -> None:
    store = Store.open(settings)
    put(store, score("A", 1.0))
    store.close()
    shutil.copy(settings.database, tmp_path / "older")
    store = Store.open(settings)
    put(store, score("A", 2.0, "change"))
    put(store, score("B", 3.0))
    expected = prints(store)
    store.close()
    shutil.copy(tmp_path / "older", settings.database)
    again = Store.open(settings)
    assert prints(again) == expected
    assert again.repairs == ("Đã nạp lại vào cơ sở dữ liệu 2 lượt có trong nhật ký.",)
    again.close()


@pytest.mark.parametrize("harm", ["whole", "deleted", "emptied", "cut", "flipped"])
def test_a_damaged_log_loses_nothing(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, harm: str
) -> None:
    after, expected = crashed(settings, tmp_path, monkeypatch)
    log = after.database.with_name("cchc.duckdb.wal")
    data = log.read_bytes()
    middle = len(data) // 2
    if harm == "deleted":
        log.unlink()
    else:
        flipped = data[:middle] + bytes([data[middle] ^ 0xFF]) + data[middle + 1 :]
        log.write_bytes({"whole": data, "emptied": b"", "cut": data[:middle], "flipped": flipped}[harm])
    again = Store.open(after)
    assert prints(again) == expected
    assert (again.repairs == ()) == (harm == "whole")
    assert verify(again).ok
    again.close()


def test_a_log_without_its_database_loses_nothing(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    after, expected = crashed(settings, tmp_path, monkeypatch)
    after.database.unlink()
    again = Store.open(after)
    assert prints(again) == expected
    again.close()


def test_a_data_folder_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file, not a folder", encoding="utf-8")
    with pytest.raises(CchcError, match="taken"):
        Store.open(settings_in(tmp_path / "taken"))


def test_a_journal_behind_its_database_is_refused_by_name_and_repaired_byte_for_byte(settings: Settings) -> None:
    store = lived_in(settings)
    expected = prints(store)
    store.close()
    whole = settings.journal.read_bytes()
    settings.journal.write_bytes(b"".join(whole.splitlines(keepends=True)[:3]))
    for action in (Store.open, rebuild):
        with pytest.raises(StoreDamagedError, match=r"kết thúc ở lượt 3.*lượt 4 \(.*lượt 5 \("):
            action(settings)
    report = repair(settings)
    assert [(one.seq, one.witness) for one in report.restored] == [(4, Witness.DATABASE), (5, Witness.DATABASE)]
    assert settings.journal.read_bytes() == whole
    again = Store.open(settings)
    assert (again.version, prints(again)) == (5, expected)
    assert [one.reason for one in again.set_aside()] == [Reason.REPLACED]
    again.close()


@pytest.mark.parametrize("database", ["gone", "damaged"])
def test_a_journal_behind_its_archive_is_repaired_from_the_change_sets(settings: Settings, database: str) -> None:
    store = lived_in(settings)
    expected = prints(store)
    store.close()
    whole = settings.journal.read_bytes()
    settings.journal.write_bytes(b"".join(whole.splitlines(keepends=True)[:2]))
    if database == "gone":
        settings.database.unlink()
    else:
        settings.database.write_bytes(b"rubbish" * 5000)
    with pytest.raises(StoreDamagedError, match="kết thúc ở lượt 2"):
        Store.open(settings)
    assert [(one.seq, one.witness) for one in repair(settings).restored] == [
        (seq, Witness.ARCHIVE) for seq in (3, 4, 5)
    ]
    assert settings.journal.read_bytes() == whole
    again = Store.open(settings)
    assert (again.version, prints(again)) == (5, expected)
    again.close()


def test_every_line_of_a_journal_can_be_written_again(settings: Settings) -> None:
    lived_in(settings).close()
    whole = settings.journal.read_bytes()
    lines = whole.splitlines(keepends=True)
    for harmed in (
        b"",
        whole[1:],
        lines[0][:-1] + b"*" + b"".join(lines[1:]),
        whole.replace(b'"seq":2', b'"seq":7'),
        b"".join(lines[:4]) + lines[4][:90],
    ):
        settings.journal.write_bytes(harmed)
        with pytest.raises(StoreDamagedError):
            Store.open(settings)
        assert repair(settings).entries == 5
        assert settings.journal.read_bytes() == whole
    assert repair(settings).restored == ()


def test_a_journal_that_forks_from_its_database_is_not_decided_silently(settings: Settings, tmp_path: Path) -> None:
    store = Store.open(settings)
    put(store, score("A", 1.0))
    store.close()
    other = settings_in(tmp_path / "other")
    shutil.copytree(settings.data_dir, other.data_dir)
    for place, value in ((settings, 2.0), (other, 3.0)):
        store = Store.open(place)
        put(store, score("A", value, "change"))
        store.close()
    shutil.copy(other.journal, settings.journal)
    with pytest.raises(StoreDamagedError, match="khác nhau từ lượt 2"):
        Store.open(settings)
    with pytest.raises(StoreDamagedError, match="--trust"):
        repair(settings)
    assert repair(settings, Witness.DATABASE).restored[0].seq == 2
    again = Store.open(settings)
    assert values_by_entity(again) == {"A": 2.0}
    again.close()


def test_a_database_of_another_journal_is_made_again(settings: Settings, tmp_path: Path) -> None:
    other = settings_in(tmp_path / "other")
    for place, value in ((settings, 1.0), (other, 2.0)):
        store = Store.open(place)
        put(store, score("A", value))
        store.close()
    shutil.copy(other.database, settings.database)
    again = Store.open(settings)
    assert values_by_entity(again) == {"A": 1.0}
    again.close()


def test_a_database_of_another_schema_is_made_again_and_says_so(settings: Settings) -> None:
    store = lived_in(settings)
    expected = prints(store)
    with store.parts.gateway.cursor() as cursor:
        cursor.execute("UPDATE made_for SET fingerprint = 'another'")
    store.close()
    again = Store.open(settings)
    assert prints(again) == expected
    assert "phiên bản khác" in again.repairs[0]
    assert again.set_aside() == []
    again.close()


def test_a_lost_journal_is_refused_rather_than_obeyed(settings: Settings) -> None:
    lived_in(settings).close()
    kept = settings.journal.read_bytes()
    settings.journal.unlink()
    with pytest.raises(StoreDamagedError, match="Không còn nhật ký"):
        Store.open(settings)
    settings.journal.write_bytes(kept)
    store = Store.open(settings)
    assert store.count(SCORES) == 3
    store.close()


@pytest.mark.parametrize("action", [Store.open, rebuild])
def test_a_lost_journal_is_refused_without_a_database_too(
    settings: Settings, action: Callable[[Settings], Store]
) -> None:
    lived_in(settings).close()
    settings.database.unlink()
    settings.journal.unlink()
    with pytest.raises(StoreDamagedError, match="Không còn nhật ký"):
        action(settings)
    assert (settings.archive / "5.changes.parquet").exists()


def test_a_torn_journal_line_is_said_and_its_change_set_set_aside(settings: Settings) -> None:
    store = lived_in(settings)
    expected = prints(store)
    store.close()
    settings.journal.write_bytes(settings.journal.read_bytes() + b'{"action":"import"')
    (settings.archive / "6.changes.parquet").write_bytes(b"whole")
    (settings.archive / "originals" / "beef.tmp").write_bytes(b"half")
    again = Store.open(settings)
    assert prints(again) == expected
    assert len(again.repairs) == 2
    assert not (settings.archive / "6.changes.parquet").exists()
    assert not (settings.archive / "originals" / "beef.tmp").exists()
    again.close()


def test_a_journal_edited_in_the_middle_keeps_the_store_shut(settings: Settings) -> None:
    lived_in(settings).close()
    settings.journal.write_bytes(settings.journal.read_bytes().replace(b'"seq":2', b'"seq":7'))
    with pytest.raises(StoreDamagedError, match="dòng 2"):
        Store.open(settings)


def test_an_original_damaged_in_the_archive_is_healed_by_the_same_file(settings: Settings) -> None:
    store = Store.open(settings)
    put(store, score("A", 1.0))
    (settings.archive / "originals" / store.entry(1).original_sha256).write_bytes(b"damaged")
    put(store, score("B", 1.0))
    assert store.original(1)[1] == b"a workbook"
    store.close()
