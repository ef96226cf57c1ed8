"""What was lost or damaged is made again from the journal and the archive, or refused with a sentence."""

import errno
import logging
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from storage_builders import ACTOR, plan_of, put, score, settings_in, values_by_entity

from cchc_metrics.config import Settings
from cchc_metrics.errors import CchcError, StoreBusyError, StoreDamagedError
from cchc_metrics.schema import SCORES, TARGETS
from cchc_metrics.storage import Store, facts, rebuild, verify
from cchc_metrics.storage import journal as journal_module
from cchc_metrics.storage.gateway import Cursor, Gateway, roll_back

TARGET = {
    "entity_id": "P63-45",
    "index_code": "PAPI",
    "node_code": "TOTAL",
    "period_id": "2025",
    "target_kind": "value",
}


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return settings_in(tmp_path / "data")


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


def crashed(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Settings, tuple[str, str]]:
    """The folder of a process that died after its COMMITs and before any CHECKPOINT: all is in the log."""
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


def test_a_database_ahead_of_the_journal_is_made_again_and_kept_aside(settings: Settings) -> None:
    store = Store.open(settings)
    put(store, score("A", 1.0))
    expected = prints(store)
    put(store, score("A", 2.0, "change"))
    store.close()
    first_line = settings.journal.read_bytes().splitlines(keepends=True)[0]
    settings.journal.write_bytes(first_line)
    again = Store.open(settings)
    assert (again.version, prints(again)) == (1, expected)
    assert settings.database.with_name("cchc.duckdb.set-aside").exists()
    assert [path.name[13:] for path in (settings.archive / "set-aside").iterdir()] == ["2.changes.parquet"]
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


def test_a_database_of_other_migrations_is_made_again(settings: Settings) -> None:
    store = lived_in(settings)
    expected = prints(store)
    with store.parts.gateway.cursor() as cursor:
        cursor.execute("UPDATE migration SET sha256 = 'another'")
    store.close()
    again = Store.open(settings)
    assert prints(again) == expected
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


def test_verify_finds_nothing_wrong_with_a_sound_store(settings: Settings) -> None:
    store = lived_in(settings)
    report = verify(store)
    assert (report.ok, report.entries, report.problems) == (True, 5, ())
    assert (report.facts["score"], report.facts["target"], report.facts["node"]) == (3, 1, 0)
    assert list(settings.temp.iterdir()) == []
    store.close()


def test_verify_finds_a_flipped_byte_in_the_archive(settings: Settings) -> None:
    store = lived_in(settings)
    original = settings.archive / "originals" / store.entry(1).original_sha256
    changes = settings.archive / "3.changes.parquet"
    for path in (original, changes):
        data = path.read_bytes()
        path.write_bytes(bytes([data[0] ^ 1]) + data[1:])
    report = verify(store)
    assert not report.ok
    assert [path.name for path in (original, changes) if any(path.name in said for said in report.problems)] == [
        original.name,
        changes.name,
    ]
    with pytest.raises(StoreDamagedError, match="đã bị thay đổi"):
        store.original(1)
    store.close()


def test_verify_finds_a_number_changed_behind_the_journal(settings: Settings) -> None:
    store = lived_in(settings)
    with store.parts.gateway.cursor() as cursor:
        cursor.execute("UPDATE score SET value = 99 WHERE entity_id = 'A'")
    assert verify(store).problems == (
        "Số liệu trong cơ sở dữ liệu khác với số liệu dựng lại từ nhật ký. Hãy dựng lại cơ sở dữ liệu.",
    )
    store.close()


def test_verify_finds_a_change_in_the_history_alone(settings: Settings) -> None:
    store = lived_in(settings)
    with store.parts.gateway.cursor() as cursor:
        cursor.execute("UPDATE score_history SET value = 99 WHERE seq_to = 4")
    assert not verify(store).ok
    store.close()


def test_verify_finds_a_journal_that_changed_under_the_program(settings: Settings) -> None:
    store = lived_in(settings)
    lines = settings.journal.read_bytes().splitlines(keepends=True)
    settings.journal.write_bytes(b"".join(lines[:-1]))
    assert len(verify(store).problems) == 2
    settings.journal.write_bytes(b"".join(lines[1:]))
    assert "dòng 1" in verify(store).problems[0]
    store.close()


def test_a_full_disk_at_the_journal_stores_nothing(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    store = lived_in(settings)
    before = prints(store)

    def full(_file: object, _data: bytes) -> None:
        raise OSError(errno.ENOSPC, "no space left")

    with monkeypatch.context() as patched, pytest.raises(CchcError, match="Không ghi được xuống đĩa"):
        patched.setattr(journal_module, "_write_all", full)
        put(store, score("Z", 1.0))
    assert (prints(store), store.version, store.read_only_reason) == (before, 5, None)
    put(store, score("Z", 1.0))
    assert store.version == 6
    assert verify(store).ok
    store.close()


def test_a_journal_in_doubt_makes_the_store_read_only(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    store = lived_in(settings)
    plan = plan_of(store, [score("Z", 1.0)], original=b"")
    real = os.fsync
    calls: list[int] = []

    def failing(handle: int) -> None:
        calls.append(handle)
        if len(calls) > 2:  # the change set and its folder come first
            raise OSError(errno.EIO, "input/output error")
        real(handle)

    with monkeypatch.context() as patched, pytest.raises(StoreDamagedError):
        patched.setattr(os, "fsync", failing)
        store.commit(plan, ACTOR, "")
    assert store.read_only_reason is not None
    with pytest.raises(StoreDamagedError, match="chỉ cho đọc"):
        put(store, score("Y", 1.0))
    assert store.count(SCORES) == 3
    store.close()


@contextmanager
def _failing_commit(gateway: Gateway) -> Iterator[Cursor]:
    with gateway.cursor() as cursor:
        cursor.execute("BEGIN TRANSACTION")
        yield cursor
        roll_back(cursor)
        raise CchcError("COMMIT failed")


def test_a_failed_commit_is_replayed_at_once(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    store = lived_in(settings)
    plan, real = plan_of(store, [score("Z", 1.0)]), Gateway.transaction
    turns = iter([_failing_commit])
    monkeypatch.setattr(Gateway, "transaction", lambda gateway: next(turns, real)(gateway))  # noqa: PLW0108 - a turn per call
    entry = store.commit(plan, ACTOR, "")
    assert (entry.seq, store.version, values_by_entity(store)["Z"]) == (6, 6, 1.0)
    assert verify(store).ok
    store.close()


def test_a_commit_that_cannot_be_replayed_says_so_and_is_there_after_the_next_start(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = lived_in(settings)
    plan = plan_of(store, [score("Z", 1.0)])
    with monkeypatch.context() as patched, pytest.raises(StoreDamagedError, match="Lượt 6 đã được ghi vào nhật ký"):
        patched.setattr(Gateway, "transaction", _failing_commit)
        store.commit(plan, ACTOR, "")
    assert store.read_only_reason is not None
    assert (store.version, "Z" in values_by_entity(store)) == (5, False)
    with pytest.raises(StoreDamagedError, match="chỉ cho đọc"):
        store.undo(1, ACTOR, "")
    store.close()
    again = Store.open(settings)
    assert (again.version, values_by_entity(again)["Z"]) == (6, 1.0)
    again.close()


def test_a_failed_checkpoint_loses_nothing(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    store = lived_in(settings)

    def failing(_: Gateway) -> None:
        raise CchcError("CHECKPOINT failed")

    with monkeypatch.context() as patched, caplog.at_level(logging.WARNING):
        patched.setattr(Gateway, "checkpoint", failing)
        put(store, score("Z", 1.0))
    assert "no checkpoint after entry 6" in caplog.text
    assert values_by_entity(store)["Z"] == 1.0
    store.close()


def test_an_original_damaged_in_the_archive_is_healed_by_the_same_file(settings: Settings) -> None:
    store = Store.open(settings)
    put(store, score("A", 1.0))
    (settings.archive / "originals" / store.entry(1).original_sha256).write_bytes(b"damaged")
    put(store, score("B", 1.0))
    assert store.original(1)[1] == b"a workbook"
    store.close()
