"""A data folder as the world treats it: copied while in use, locked, read-only, years old, its clock set back."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from cchc_metrics.config import Settings
from cchc_metrics.errors import CchcError, NewerStoreError, StoreBusyError, StoreDamagedError
from cchc_metrics.schema import KINDS, TARGETS, Kind, SqlType, StoreColumn
from cchc_metrics.storage import Store, Watch, changes, files, look_over, packs, rebuild, repair, verify
from cchc_metrics.storage.changes import change_table, from_parquet, to_parquet
from cchc_metrics.storage.packs import PACKED, Packs
from tests.stopped_clock import on
from tests.storage.builders import ACTOR, frame_of, lived_in, prints, put, score, settings_in, values_by_entity

pytestmark = pytest.mark.usefixtures("few_kinds")

DAY = date(2026, 5, 4)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return settings_in(tmp_path / "data")


def _copy(settings: Settings, target: Path) -> Settings:
    shutil.copytree(settings.data_dir, target)
    return settings_in(target)


# Clock


def test_times_never_go_back_and_a_clock_that_did_is_noted(settings: Settings) -> None:
    store = Store.open(settings)
    with on(DAY + timedelta(days=3)):
        put(store, score("A", 1.0))
    with on(DAY):
        put(store, score("B", 1.0))
    first, second = store.entry(1), store.entry(2)
    assert second.recorded_at == first.recorded_at
    assert (first.clock_behind, second.clock_behind) == (0, 3 * 24 * 3600)
    assert store.last_on(DAY) == 0
    assert store.last_on(DAY + timedelta(days=3)) == 2
    store.close()


def test_entries_of_an_older_program_that_go_back_do_not_let_later_facts_be_seen(settings: Settings) -> None:
    store = Store.open(settings)
    with on(DAY):
        put(store, score("A", 1.0))
    with on(DAY + timedelta(days=30)):
        put(store, score("B", 1.0))
    with on(DAY + timedelta(days=40)):
        put(store, score("C", 1.0))
    # As a program that believed the clock wrote it: the third entry dated before the second.
    store.parts.journal.entries._seen[2] = replace(
        store.entry(3), recorded_at=store.entry(1).recorded_at + timedelta(days=1)
    )
    assert store.last_on(DAY + timedelta(days=2)) == 1
    assert store.last_on(DAY + timedelta(days=30)) == 3
    store.close()


def test_an_entry_dated_in_the_future_is_warned_of(settings: Settings) -> None:
    store = Store.open(settings)
    assert store.clock_note == ""
    put(store, score("A", 1.0))
    assert store.clock_note == ""
    with on(date.today() + timedelta(days=400)):
        put(store, score("B", 1.0))
    assert "muộn hơn đồng hồ máy" in store.clock_note
    store.close()


# Copies, made file by file while commits go on


def _moments(settings: Settings, tmp_path: Path) -> tuple[Settings, Settings]:
    """The same folder at an earlier and at a later moment."""
    store = lived_in(settings)
    store.close()
    earlier = _copy(settings, tmp_path / "earlier")
    store = Store.open(settings)
    put(store, score("N", 7.0))
    put(store, score("M", 8.0))
    store.close()
    return earlier, settings


def test_a_copy_whose_journal_is_the_oldest_part_is_repaired_to_the_newest_entry(
    settings: Settings, tmp_path: Path
) -> None:
    earlier, later = _moments(settings, tmp_path)
    copy = _copy(later, tmp_path / "copy")
    shutil.copy(earlier.journal, copy.journal)
    with pytest.raises(StoreDamagedError, match=r"lượt 6 \(.*lượt 7 \("):
        Store.open(copy)
    assert repair(copy).entries == 7
    store = Store.open(copy)
    assert (store.version, values_by_entity(store)["M"]) == (7, 8.0)
    store.close()


@pytest.mark.parametrize("database", ["old", "none"])
def test_a_copy_whose_archive_is_the_oldest_part_opens_at_its_newest_whole_entry_and_says_what_is_beyond(
    settings: Settings, tmp_path: Path, database: str
) -> None:
    earlier, later = _moments(settings, tmp_path)
    copy = _copy(earlier, tmp_path / "copy")
    shutil.copy(later.journal, copy.journal)
    if database == "none":
        copy.database.unlink()
    expected = Store.open(earlier)
    store = Store.open(copy)
    assert (store.version, values_by_entity(store)) == (5, values_by_entity(expected))
    expected.close()
    assert "6–7" in (store.read_only_reason or "")
    assert "6.changes.parquet" in (store.read_only_reason or "")
    with pytest.raises(StoreDamagedError, match="chỉ cho đọc"):
        put(store, score("Z", 1.0))
    store.close()
    for name in ("6.changes.parquet", "7.changes.parquet"):
        shutil.copy(later.archive / name, copy.archive / name)
    whole = Store.open(copy)
    assert (whole.version, whole.read_only_reason) == (7, None)
    whole.close()


def test_a_copy_whose_database_is_the_newest_part_opens_and_names_the_missing_files(
    settings: Settings, tmp_path: Path
) -> None:
    earlier, later = _moments(settings, tmp_path)
    copy = _copy(later, tmp_path / "copy")
    shutil.rmtree(copy.archive)
    shutil.copytree(earlier.archive, copy.archive)
    store = Store.open(copy)
    assert store.version == 7
    assert [problem for problem in look_over(store) if "6.changes.parquet" in problem]
    store.close()


def test_a_gap_in_the_archive_is_damage_and_no_early_copy(settings: Settings) -> None:
    lived_in(settings).close()
    (settings.archive / "2.changes.parquet").unlink()
    settings.database.unlink()
    with pytest.raises(StoreDamagedError, match=r"thiếu tệp 2\.changes\.parquet"):
        Store.open(settings)


def test_an_older_journal_after_a_removal_is_not_blamed_on_the_removed_file(settings: Settings) -> None:
    store = lived_in(settings)
    store.close()
    older = settings.journal.read_bytes()
    store = Store.open(settings)
    store.remove_original(1, ACTOR, "riêng tư")
    store.close()
    settings.journal.write_bytes(older)
    with pytest.raises(StoreDamagedError, match=r"kết thúc ở lượt 5.*lượt 6"):
        Store.open(settings)
    settings.database.unlink()
    with pytest.raises(StoreDamagedError, match=r"kết thúc ở lượt 5.*lượt 6"):
        Store.open(settings)
    assert repair(settings).entries == 6
    store = Store.open(settings)
    assert verify(store).problems == ()
    store.close()


# Locks and rights


def test_the_journal_itself_is_locked_and_not_only_a_file_beside_it(settings: Settings) -> None:
    store = lived_in(settings)
    (settings.data_dir / "store.lock").unlink()
    with pytest.raises(StoreBusyError):
        Store.open(settings)
    store.close()
    Store.open(settings).close()


@contextmanager
def _as_nobody() -> Iterator[None]:
    """Without the right to write everywhere, for a test run as root."""
    if os.geteuid():
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that nobody may enter; pytest's own are closed to others."""
    with tempfile.TemporaryDirectory(prefix="cchc-test-") as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@pytest.mark.skipif(sys.platform == "win32", reason="rights are those of a POSIX file system")
@pytest.mark.parametrize("database", ["current", "none"])
def test_a_folder_that_cannot_be_written_opens_for_reading_with_a_mark(open_folder: Path, database: str) -> None:
    settings = settings_in(open_folder / "data")
    store = lived_in(settings)
    expected = prints(store)
    store.close()
    if database == "none":
        settings.database.unlink()
    paths = [settings.data_dir, *settings.data_dir.rglob("*")]
    before = sorted((str(path), path.stat().st_mtime_ns) for path in paths)
    for path in paths:
        path.chmod(0o555 if path.is_dir() else 0o444)
    with _as_nobody():
        reading, beside = Store.open(settings), Store.open(settings)
        assert (prints(reading), beside.version) == (expected, 5)
        assert "chỉ cho đọc" in (reading.read_only_reason or "")
        with pytest.raises(StoreDamagedError, match="chỉ cho đọc"):
            put(reading, score("Z", 1.0))
        assert look_over(reading) == ()
        reading.close()
        beside.close()
    assert sorted((str(path), path.stat().st_mtime_ns) for path in paths) == before
    for path in paths:
        path.chmod(0o755)


def test_a_new_folder_is_made_durable_before_what_is_put_into_it(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[tuple[str, list[str]]] = []
    real = files.sync_folder

    def noted(folder: Path) -> None:
        synced.append((folder.name, sorted(path.name for path in folder.iterdir())))
        real(folder)

    for module in ("folder_archive", "files", "journal", "database"):
        monkeypatch.setattr(f"cchc_metrics.storage.{module}.sync_folder", noted)
    put_in = Store.open(settings)
    put(put_in, score("A", 1.0))
    put_in.close()
    made = [place for place, (folder, names) in enumerate(synced) if folder == "data" and "archive" in names]
    used = [place for place, (folder, names) in enumerate(synced) if folder in {"archive", "originals"} and names]
    assert made
    assert made[0] < used[0]


# After opening


@pytest.mark.parametrize("harm", ["change set gone", "original gone", "original cut"])
def test_a_file_that_is_missing_in_the_archive_is_named_after_opening(settings: Settings, harm: str) -> None:
    store = lived_in(settings)
    original = settings.archive / "originals" / store.entry(1).original_sha256
    store.close()
    if harm == "change set gone":
        (settings.archive / "2.changes.parquet").unlink()
    elif harm == "original gone":
        original.unlink()
    else:
        original.write_bytes(original.read_bytes()[:-1])
    store = Store.open(settings)
    watch = Watch(store)
    assert watch.found is None
    watch.start()
    watch.wait()
    name = "2.changes.parquet" if harm == "change set gone" else original.name
    assert len(watch.found or ()) == 1
    assert name in (watch.found or ("",))[0]
    store.close()


def test_a_journal_whose_seals_end_is_told(tmp_path: Path) -> None:
    sealed = replace(settings_in(tmp_path / "data"), key_file=tmp_path / "key")
    store = lived_in(sealed)
    assert verify(store).notes == ()
    store.close()
    store = Store.open(replace(sealed, key_file=None))
    put(store, score("Z", 1.0))
    store.close()
    store = Store.open(sealed)
    assert "từ lượt 6" in verify(store).notes[0]
    assert "từ lượt 6" in look_over(store)[0]
    store.close()


# Growth


def test_old_change_sets_are_packed_and_nothing_else_changes(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packs, "PACKED", few := 8)
    monkeypatch.setattr(packs, "_KEEP_LOOSE", few)
    store = Store.open(settings)
    for number in range(2 * few + 2):
        put(store, score("A", float(number), "change" if number else "add"))
    expected = prints(store)
    shown = store.changes_of(5)
    store.close()
    again = Store.open(settings)
    packed = list(settings.archive.glob("*.changes.zip"))
    assert [path.name for path in packed] == ["000001-000008.changes.zip"]
    assert len(list(settings.archive.glob("*.parquet"))) == few + 2
    assert again.changes_of(5).equals(shown)
    assert (verify(again).problems, look_over(again)) == ((), ())
    again.close()
    rebuilt = rebuild(settings)
    assert prints(rebuilt) == expected
    rebuilt.close()
    data = bytearray(packed[0].read_bytes())
    data[len(data) // 2] ^= 1
    packed[0].write_bytes(bytes(data))
    harmed = Store.open(settings)
    assert any("000001-000008.changes.zip" in problem for problem in verify(harmed).problems)
    harmed.close()


def test_a_pack_that_a_crash_left_beside_its_files_is_finished(tmp_path: Path) -> None:
    packs = Packs(tmp_path)
    loose = {seq: tmp_path / f"{seq}.changes.parquet" for seq in range(1, PACKED + 1)}
    for seq, path in loose.items():
        path.write_bytes(b"change set %d" % seq)
    kept = loose[7].read_bytes()
    assert packs.pack(loose, PACKED + 63) == 0
    assert packs.pack(loose, PACKED + 64) == PACKED
    loose[7].write_bytes(kept)
    loose[8].write_bytes(b"another")
    assert packs.pack({7: loose[7], 8: loose[8]}, PACKED + 64) == 1
    assert (loose[7].exists(), loose[8].exists()) == (False, True)
    assert packs.read(7, "7.changes.parquet") == kept
    # The first and the last of a pack are in it, the next one is not.
    assert [packs.read(seq, f"{seq}.changes.parquet") for seq in (1, PACKED)] == [b"change set 1", b"change set 256"]
    assert packs.read(PACKED + 1, f"{PACKED}.changes.parquet") is None
    packs.close()


# Versions of change sets

_OLD = Kind(
    name="things",
    title="Vật",
    table="thing",
    grain=(StoreColumn("thing", SqlType.TEXT),),
    values=(StoreColumn("size", SqlType.SCORE),),
    template=(),
    order=("thing",),
)


def test_a_change_set_of_an_older_version_is_read_by_its_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    data = to_parquet(_OLD, change_table(_OLD, frame_of(_OLD, [{"op": "add", "thing": "a", "size": 1.5}])))
    values = (StoreColumn("extent", SqlType.SCORE), StoreColumn("colour", SqlType.TEXT))
    newer = replace(_OLD, values=values, version=2)
    monkeypatch.setitem(changes.READERS, ("things", 1), lambda table: table.rename_columns({"size": "extent"}))
    row = from_parquet(newer, data).to_pylist()[0]
    assert (row["thing"], float(row["extent"]), row["colour"]) == ("a", 1.5, None)


def test_a_change_set_of_a_later_version_asks_for_a_newer_program() -> None:
    newer = replace(_OLD, values=(*_OLD.values, StoreColumn("colour", SqlType.TEXT)), version=2)
    rows = frame_of(newer, [{"op": "add", "thing": "a", "size": 1.5, "colour": "đỏ"}])
    with pytest.raises(NewerStoreError, match="phiên bản mới hơn"):
        from_parquet(_OLD, to_parquet(newer, change_table(newer, rows)))
    unmarked = replace(newer, version=1)
    with pytest.raises(NewerStoreError, match="colour"):
        from_parquet(_OLD, to_parquet(unmarked, change_table(unmarked, rows)))


def test_a_newer_folder_is_never_sent_to_a_backup(settings: Settings) -> None:
    lived_in(settings).close()
    settings.database.unlink()
    kinds = {name: kind for name, kind in KINDS.items() if kind is not TARGETS}
    with pytest.MonkeyPatch.context() as patched:
        for module in ("ledger", "tables", "facts"):
            patched.setattr(f"cchc_metrics.storage.{module}.KINDS", kinds)
        with pytest.raises(NewerStoreError, match="không khôi phục bản sao lưu cũ"):
            Store.open(settings)


def test_a_disk_that_refuses_a_repair_leaves_the_journal_as_it_was(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    lived_in(settings).close()
    cut = b"".join(settings.journal.read_bytes().splitlines(keepends=True)[:2])
    settings.journal.write_bytes(cut)

    def full(_: Path, __: bytes) -> None:
        raise OSError("no space left")

    with monkeypatch.context() as patched, pytest.raises(CchcError, match="dung lượng đĩa"):
        patched.setattr(sys.modules[repair.__module__], "write_durably", full)
        repair(settings)
    assert settings.journal.read_bytes() == cut
    assert repair(settings).entries == 5
