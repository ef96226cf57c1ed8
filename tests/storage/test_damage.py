"""Damage of the database: told from a busy file by DuckDB's own words, made again, and the old file kept apart."""

import errno
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import duckdb
import pytest

from cchc_metrics.config import Settings
from cchc_metrics.errors import CchcError, StoreBusyError
from cchc_metrics.schema import SCORES
from cchc_metrics.storage import Store, facts, look_over, rebuild, verify
from cchc_metrics.storage.aside import Reason
from cchc_metrics.storage.failures import (
    DatabaseBrokenError,
    DatabaseDamagedError,
    DatabaseDiskError,
    Failure,
    failure_of,
    translated,
)
from cchc_metrics.storage.files import TEMPORARY
from cchc_metrics.storage.gateway import Gateway
from tests.storage.builders import ACTOR, lived_in, plan_of, prints, put, score, settings_in, values_by_entity

pytestmark = pytest.mark.usefixtures("few_kinds")

# Blocks begin behind three headers of 4 KB; the first eight bytes of a block are its checksum.
_HEADERS, _BLOCK = 3 * 4096, 262_144


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return settings_in(tmp_path / "data")


@pytest.fixture
def sound(tmp_path: Path) -> Iterator[Path]:
    """A database of one full table, closed."""
    path = tmp_path / "sound.duckdb"
    with duckdb.connect(str(path)) as made:
        made.execute("CREATE TABLE t AS SELECT i, 'text ' || i AS s FROM range(100000) r(i)")
    yield path


def _failure_at(path: Path) -> Failure:
    with pytest.raises(duckdb.Error) as failed, duckdb.connect(str(path)) as opened:
        opened.execute("SELECT sum(i), max(s) FROM t").fetchall()
    return failure_of(failed.value)


@pytest.mark.parametrize("place", [50, 4096 + 50, _HEADERS + 50, _HEADERS + _BLOCK + 5000, _HEADERS + 2 * _BLOCK + 9])
def test_a_flipped_byte_in_any_block_is_damage_and_never_busy(sound: Path, place: int) -> None:
    data = bytearray(sound.read_bytes())
    for at in (place, 8192 + 50) if place == 4096 + 50 else (place,):
        data[at] ^= 16
    sound.write_bytes(data)
    assert _failure_at(sound) is Failure.DAMAGED


@pytest.mark.parametrize("content", [b"", b"rubbish" * 5000, b"\0" * 20_000])
def test_what_is_no_database_is_damage(sound: Path, content: bytes) -> None:
    sound.write_bytes(content)
    assert _failure_at(sound) is Failure.DAMAGED


def test_a_cut_database_is_damage(sound: Path) -> None:
    sound.write_bytes(sound.read_bytes()[:6000])
    assert _failure_at(sound) is Failure.DAMAGED


def test_a_flipped_log_is_damage(tmp_path: Path) -> None:
    path, after = tmp_path / "one.duckdb", tmp_path / "two.duckdb"
    with duckdb.connect(str(path)) as made:
        made.execute("CREATE TABLE t (i BIGINT, s VARCHAR)")
        made.execute("CHECKPOINT")
        made.execute("INSERT INTO t SELECT i, 'x' FROM range(3000) r(i)")
        for end in ("", ".wal"):
            shutil.copy(f"{path}{end}", f"{after}{end}")
    log = after.with_name("two.duckdb.wal")
    data = bytearray(log.read_bytes())
    data[len(data) // 2] ^= 1
    log.write_bytes(data)
    assert _failure_at(after) is Failure.DAMAGED


def test_a_file_that_another_process_holds_is_busy(sound: Path) -> None:
    code = "import duckdb, sys; c = duckdb.connect(sys.argv[1]); print('held', flush=True); sys.stdin.read()"
    holder = subprocess.Popen([sys.executable, "-c", code, str(sound)], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        assert _failure_at(sound) is Failure.BUSY
    finally:
        holder.communicate(b"")


def test_a_file_with_block_in_its_path_is_not_busy_for_that(tmp_path: Path) -> None:
    path = tmp_path / "lock and block.duckdb"
    path.write_bytes(b"rubbish" * 5000)
    assert _failure_at(path) is Failure.DAMAGED


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (duckdb.IOException('IO Error: Could not write file "x": No space left on device'), DatabaseDiskError),
        (
            duckdb.TransactionException('Failed to commit: Could not write file "x.wal": No space left on device'),
            DatabaseDiskError,
        ),
        (duckdb.FatalException("FATAL Error: fsync failed!"), DatabaseBrokenError),
        (duckdb.FatalException("FATAL Error: database has been invalidated"), DatabaseBrokenError),
        (
            duckdb.IOException(
                'Database "store" has been invalidated because checkpointing failed. (Input/output error)'
            ),
            DatabaseBrokenError,
        ),
        (
            duckdb.FatalException("Failed to create checkpoint because of error: Corrupt database file: checksum"),
            DatabaseDamagedError,
        ),
        (duckdb.IOException("Corrupt database file: computed checksum in block at location 7"), DatabaseDamagedError),
        (duckdb.IOException('Could not set lock on file "x": Conflicting lock is held'), StoreBusyError),
        (duckdb.OutOfMemoryException("Out of Memory Error"), CchcError),
        (duckdb.ParserException("syntax error"), CchcError),
    ],
)
def test_every_error_gets_its_own_sentence(error: duckdb.Error, expected: type[CchcError]) -> None:
    with pytest.raises(CchcError) as told, translated():
        raise error
    assert type(told.value) is expected
    assert ("chương trình khác" in str(told.value)) is (expected is StoreBusyError)


def _flip_blocks_of(settings: Settings) -> None:
    """Damage every block behind the headers: the database opens, and no table reads."""
    data = bytearray(settings.database.read_bytes())
    for at in range(_HEADERS + 100, len(data), _BLOCK):
        data[at] ^= 1
    settings.database.write_bytes(bytes(data))


def test_a_damaged_block_is_healed_at_the_start_with_a_sentence(settings: Settings) -> None:
    store = lived_in(settings)
    expected = prints(store)
    store.close()
    _flip_blocks_of(settings)
    again = Store.open(settings)
    assert prints(again) == expected
    assert "dựng lại từ nhật ký" in again.repairs[0]
    assert [(one.name, one.reason) for one in again.set_aside()] == [("cchc.duckdb", Reason.DAMAGED)]
    assert verify(again).ok
    again.close()


def test_a_block_that_is_damaged_while_the_office_runs_is_healed_by_the_next_question(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = lived_in(settings)
    expected = values_by_entity(store)
    real, turns = Gateway.cursor, iter([True])

    def damaged(gateway: Gateway) -> object:
        if next(turns, False):
            raise DatabaseDamagedError("Corrupt database file")
        return real(gateway)

    with monkeypatch.context() as patched:
        patched.setattr(Gateway, "cursor", damaged)
        assert values_by_entity(store) == expected
    assert [one.reason for one in store.set_aside()] == [Reason.DAMAGED]
    assert put(store, score("Z", 1.0)).seq == 6
    assert verify(store).ok
    store.close()


def test_what_is_put_aside_never_takes_the_place_of_what_was(settings: Settings) -> None:
    lived_in(settings).close()
    for number in range(3):
        settings.database.write_bytes(b"rubbish %d" % number * 5000)
        Store.open(settings).close()
    store = Store.open(settings)
    kept = store.set_aside()
    store.close()
    assert sorted(one.path.read_bytes()[:9] for one in kept) == [b"rubbish 0", b"rubbish 1", b"rubbish 2"]


def test_rebuild_needs_no_readable_old_database(settings: Settings) -> None:
    store = lived_in(settings)
    expected = prints(store)
    store.close()
    settings.database.write_bytes(b"rubbish" * 5000)
    again = rebuild(settings)
    assert (prints(again), again.checksum_before) == (expected, None)
    assert [one.reason for one in again.set_aside()] == [Reason.DAMAGED]
    again.close()
    again = rebuild(settings)
    assert again.checksum_before == again.checksum() == expected[0]
    again.close()


def test_a_connection_that_a_checkpoint_broke_is_opened_again_and_the_office_goes_on(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = lived_in(settings)

    def broken(_: Gateway) -> None:
        raise DatabaseBrokenError("database has been invalidated")

    with monkeypatch.context() as patched:
        patched.setattr(Gateway, "checkpoint", broken)
        assert put(store, score("Y", 1.0)).seq == 6
    assert (store.read_only_reason, store.parts.gateway.generation) == (None, 1)
    assert put(store, score("Z", 1.0)).seq == 7
    assert {"Y", "Z"} <= values_by_entity(store).keys()
    store.close()


def test_a_full_disk_heals_without_a_restart(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    store = lived_in(settings)
    real = Gateway.reopen

    def full(*_: object) -> None:
        raise DatabaseDiskError("No space left on device")

    def broken(_: Gateway) -> None:
        raise DatabaseBrokenError("database has been invalidated")

    with monkeypatch.context() as patched:
        patched.setattr(Gateway, "checkpoint", broken)
        patched.setattr(Gateway, "reopen", full)
        assert put(store, score("Y", 1.0)).seq == 6
        assert store.read_only_reason is not None
        with pytest.raises(CchcError, match="đĩa"):
            put(store, score("Z", 1.0))
    assert Gateway.reopen is real
    assert put(store, score("Z", 1.0)).seq == 7
    assert store.read_only_reason is None
    assert verify(store).ok
    store.close()


def test_a_failed_commit_leaves_no_orphans(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    store = lived_in(settings)
    before = sorted(path.name for path in settings.archive.rglob("*"))
    plan = plan_of(store, [score("Z", 1.0)], original=b"never stored")

    def full(_file: object, _data: bytes) -> None:
        raise OSError(errno.ENOSPC, "no space left")

    for _ in range(3):
        with monkeypatch.context() as patched, pytest.raises(CchcError, match="Không ghi được xuống đĩa"):
            patched.setattr("cchc_metrics.storage.journal._write_all", full)
            store.commit(plan, ACTOR, "")
    assert sorted(path.name for path in settings.archive.rglob("*")) == before
    store.close()


def test_the_file_of_a_commit_that_died_before_its_line_is_put_aside_whole(settings: Settings) -> None:
    store = lived_in(settings)
    expected = prints(store)
    store.close()
    data = b"an upload whose entry never came"
    digest, half = sha256(data).hexdigest(), settings.archive / f"6.changes.parquet{TEMPORARY}"
    (settings.archive / "originals" / digest).write_bytes(data)
    half.write_bytes(b"half")
    again = Store.open(settings)
    assert [(one.name, one.reason, one.path.read_bytes()) for one in again.set_aside()] == [
        (digest, Reason.UNNAMED, data)
    ]
    assert not half.exists()
    assert prints(again) == expected
    again.close()


def test_an_edited_database_is_found_after_opening_and_made_again(settings: Settings) -> None:
    store = lived_in(settings)
    expected = prints(store)
    with store.parts.gateway.cursor() as cursor:
        cursor.execute("UPDATE score SET value = 99 WHERE entity_id = 'A'")
    store.close()
    again = Store.open(settings)
    assert values_by_entity(again)["A"] == 99
    assert look_over(again) == ()
    assert (prints(again), again.count(SCORES)) == (expected, 3)
    assert re.search("khác với lượt ghi cuối", again.repairs[0])
    assert [one.reason for one in again.set_aside()] == [Reason.DIFFERENT]
    again.close()


def test_facts_and_their_tally_edited_together_do_not_fit_the_last_line(settings: Settings) -> None:
    store = lived_in(settings)
    with store.parts.gateway.transaction() as cursor:
        cursor.execute("DELETE FROM score WHERE entity_id = 'A'")
        facts.count_anew(cursor, SCORES)
    assert len(verify(store).problems) == 1
    store.close()


@pytest.mark.parametrize("remainder", range(4))
def test_after_a_look_over_no_damaged_block_is_left_in_any_table(settings: Settings, remainder: int) -> None:
    lived_in(settings).close()
    data = settings.database.read_bytes()
    blocks = range(_HEADERS + remainder * _BLOCK, len(data) - 200, 4 * _BLOCK)
    for at in blocks:
        settings.database.write_bytes(data[: at + 100] + bytes([data[at + 100] ^ 1]) + data[at + 101 :])
        store = Store.open(settings)
        assert look_over(store) == ()
        store.close()
        with duckdb.connect(str(settings.database), read_only=True) as read:
            for table in ("score", "score_history", "target", "applied", "tally"):
                read.execute(f"SELECT * FROM {table}").to_arrow_table()
