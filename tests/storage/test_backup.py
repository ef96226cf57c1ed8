"""A backup in one file: whole or not there, proven by restoring it, refused when anything of it was changed."""

import io
import json
import shutil
import sqlite3
import zipfile
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from cchc_metrics.config import Settings
from cchc_metrics.errors import CchcError, StoreBusyError
from cchc_metrics.model import Action
from cchc_metrics.storage import Store, backup, backup_folder, restore, restoring, verify
from tests.storage.builders import ACTOR, lived_in, prints, put, score, settings_in, values_by_entity

pytestmark = pytest.mark.usefixtures("few_kinds")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    settings = settings_in(tmp_path / "data")
    return replace(settings, key_file=tmp_path / "journal.key")


def with_accounts(settings: Settings) -> None:
    with closing(sqlite3.connect(settings.access)) as ledger:
        ledger.execute("CREATE TABLE IF NOT EXISTS account (name TEXT)")
        ledger.execute("INSERT INTO account VALUES ('quản trị')")
        ledger.commit()
    settings.audit.write_bytes(b'{"n":1}\n{"n":2}\n{"n":')


def test_a_backup_made_while_the_office_works_restores_to_the_same_facts(settings: Settings) -> None:
    store = lived_in(settings)
    with_accounts(settings)
    made = backup.make(store, settings.backups)
    expected = prints(store)
    put(store, score("Z", 9.0))
    store.close()
    assert [file.name for file in settings.backups.iterdir()] == [made.path.name]
    done = restore(settings, made.path, ACTOR)
    assert (done.entries, done.lost, done.redone, done.notes) == (5, 1, (), ())
    assert done.before is not None
    again = Store.open(settings)
    assert prints(again) == expected
    assert verify(again).ok
    again.close()
    with closing(sqlite3.connect(settings.access)) as ledger:
        assert ledger.execute("SELECT name FROM account").fetchall() == [("quản trị",)]
    assert settings.audit.read_bytes() == b'{"n":1}\n{"n":2}\n'
    old = Store.open(settings_in(done.before))
    assert old.version == 6
    old.close()


def test_a_drill_says_nothing_of_a_sound_backup_and_leaves_nothing(settings: Settings) -> None:
    store = lived_in(settings)
    made = backup.make(store, settings.backups)
    done = backup.drill(settings, made.path)
    assert (done.problems, done.entries, done.name) == ((), 5, made.path.name)
    backup_folder.note_drill(settings.backups, done)
    assert backup_folder.last_drill(settings.backups) == done
    assert sorted(file.name for file in settings.backups.iterdir()) == [made.path.name, "drill.json"]
    store.close()


@pytest.mark.parametrize("harm", ["flip", "cut", "journal", "older journal", "extra", "outside", "rubbish", "lacking"])
def test_a_changed_backup_is_found_by_the_drill_and_not_restored(settings: Settings, harm: str) -> None:
    store = lived_in(settings)
    made = backup.make(store, settings.backups)
    put(store, score("Z", 9.0))
    expected = prints(store)
    store.close()
    _harm(made.path, harm)
    assert backup.drill(settings, made.path).problems
    with pytest.raises(CchcError, match=r"sao lưu|bản kê|Kho lưu trữ"):
        restore(settings, made.path, ACTOR)
    again = Store.open(settings)
    assert prints(again) == expected
    again.close()
    assert sorted(path.name for path in settings.data_dir.parent.iterdir()) == ["data", "data-backups", "journal.key"]


def _harm(file: Path, harm: str) -> None:
    data = bytearray(file.read_bytes())
    if harm == "rubbish":
        file.write_bytes(b"rubbish")
        return
    if harm == "cut":
        file.write_bytes(data[: len(data) // 2])
        return
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as packed:
        members = {name: packed.read(name) for name in packed.namelist()}
    if harm == "flip":
        name = "archive/2.changes.parquet"
        members[name] = members[name][:50] + bytes([members[name][50] ^ 1]) + members[name][51:]
    if harm == "journal":
        members["journal.jsonl"] = members["journal.jsonl"].replace(b"local", b"other", 1)
    if harm == "older journal":
        # A mixed folder whose hashes somebody put right: the manifest still knows the number of entries.
        from hashlib import sha256

        members["journal.jsonl"] = b"".join(members["journal.jsonl"].splitlines(keepends=True)[:4])
        manifest = json.loads(members["manifest.json"])
        manifest["files"]["journal.jsonl"] = sha256(members["journal.jsonl"]).hexdigest()
        members["manifest.json"] = json.dumps(manifest).encode()
    if harm == "extra":
        members["more.txt"] = b"x"
    if harm == "outside":
        manifest = json.loads(members["manifest.json"])
        members["../outside"] = b""
        manifest["files"]["../outside"] = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        members["manifest.json"] = json.dumps(manifest).encode()
    if harm == "lacking":
        del members["archive/3.changes.parquet"]
    with zipfile.ZipFile(file, "w") as packed:
        for name, content in members.items():
            packed.writestr(name, content)


def test_a_restore_is_refused_while_the_office_is_open(settings: Settings) -> None:
    store = lived_in(settings)
    made = backup.make(store, settings.backups)
    with pytest.raises(StoreBusyError):
        restore(settings, made.path, ACTOR)
    assert values_by_entity(store)["A"] == 1.0
    store.close()


def test_a_folder_that_no_longer_reads_or_is_gone_is_restored(settings: Settings) -> None:
    store = lived_in(settings)
    made = backup.make(store, settings.backups)
    expected = prints(store)
    store.close()
    settings.journal.write_bytes(b"rubbish\n" * 3)
    shutil.rmtree(settings.archive)
    restore(settings, made.path, ACTOR)
    again = Store.open(settings)
    assert prints(again) == expected
    again.close()
    shutil.rmtree(settings.data_dir)
    done = restore(settings, made.path, ACTOR)
    assert done.before is None
    again = Store.open(settings)
    assert prints(again) == expected
    again.close()


@pytest.mark.parametrize("at", ["first", "second"])
def test_a_restore_that_died_between_its_renames_is_finished_by_the_next_start(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, at: str
) -> None:
    store = lived_in(settings)
    made = backup.make(store, settings.backups)
    expected = prints(store)
    put(store, score("Z", 9.0))
    store.close()
    real, count = Path.rename, iter(range(10))

    def dying(self: Path, target: Path) -> Path:
        if restoring.ready_folder(settings).is_dir() and next(count) == ("first", "second").index(at):
            raise KeyboardInterrupt
        return real(self, target)

    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr(Path, "rename", dying)
        restore(settings, made.path, ACTOR)
    again = Store.open(settings)
    assert prints(again) == expected
    again.close()
    assert not restoring.ready_folder(settings).exists()


def test_what_was_redacted_since_is_redacted_again_in_a_restored_backup(settings: Settings) -> None:
    store = Store.open(settings)
    put(store, score("A", 1.0, note="CCCD 045099001234 của bà B"))
    made = backup.make(store, settings.backups)
    gone = store.redact("045099001234", ACTOR, "yêu cầu")
    store.close()
    done = restore(settings, made.path, ACTOR)
    assert (done.redone, done.notes) == ((gone.seq,), ())
    again = Store.open(settings)
    assert again.found_text("045099001234").nothing
    newest = again.newest()
    assert newest is not None
    assert (newest.action, newest.redacted_code) == (Action.REDACT, gone.redacted_code)
    assert verify(again).ok
    again.close()


def test_a_redaction_that_cannot_be_made_again_is_said(settings: Settings) -> None:
    store = Store.open(settings)
    put(store, score("A", 1.0, note="CCCD 045099001234"))
    made = backup.make(store, settings.backups)
    gone = store.redact("045099001234", ACTOR, "yêu cầu")
    store.close()
    assert settings.key_file is not None
    settings.key_file.unlink()
    assert f"lượt {gone.seq}" in restore(settings, made.path, ACTOR).notes[0]


def test_a_full_disk_leaves_no_half_backup(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    store = lived_in(settings)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched, pytest.raises(CchcError, match="Chưa ghi được bản sao lưu"):
        patched.setattr(zipfile.ZipFile, "writestr", full)
        backup.make(store, settings.backups)
    assert list(settings.backups.iterdir()) == []
    put(store, score("Z", 9.0))
    store.close()


def test_the_policy_keeps_the_newest_and_one_a_day_a_week_a_month(tmp_path: Path) -> None:
    end = datetime(2026, 11, 30, 18, tzinfo=UTC)
    for hours in range(0, 24 * 800, 12):
        moment = (end - timedelta(hours=hours)).strftime("%Y%m%dT%H%M%SZ")
        (tmp_path / f"cchc-{moment}-7.zip").write_bytes(b"")
    (tmp_path / "notes.txt").write_bytes(b"the administrator's own")
    backup_folder.thin_out(tmp_path)
    kept = [one.moment for one in backup_folder.listed(tmp_path)]
    assert kept[:3] == [end, end - timedelta(hours=12), end - timedelta(hours=24)]
    assert {one.date() for one in kept} >= {(end - timedelta(days=days)).date() for days in range(7)}
    assert len({one.strftime("%Y-%m") for one in kept}) == 24
    assert len(kept) < 45
    assert (tmp_path / "notes.txt").exists()


def test_a_second_folder_gets_the_same_bytes(settings: Settings, tmp_path: Path) -> None:
    store = lived_in(settings)
    made = backup.make(store, settings.backups)
    copy = backup_folder.copied(made, tmp_path / "share")
    assert copy.read_bytes() == made.path.read_bytes()
    assert not backup.drill(settings, copy).problems
    store.close()


def test_an_encrypted_backup_restores_with_its_phrase_only(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "phrase").write_text("một mật khẩu đủ dài\n", encoding="utf-8")
    locked = replace(settings, backup_phrase=tmp_path / "phrase")
    store = lived_in(locked)
    made = backup.make(store, locked.backups)
    expected = prints(store)
    assert made.path.name.endswith(".zip.age")
    assert not zipfile.is_zipfile(made.path)
    assert backup_folder.listed(locked.backups) == [made]
    assert not backup.drill(locked, made.path).problems
    store.close()
    (tmp_path / "phrase").write_text("một mật khẩu nào khác", encoding="utf-8")
    with pytest.raises(CchcError, match="mật khẩu khác"):
        restore(locked, made.path, ACTOR)
    (tmp_path / "phrase").write_text("ngắn", encoding="utf-8")
    with pytest.raises(CchcError, match="ít nhất 10 ký tự"):
        restore(locked, made.path, ACTOR)
    (tmp_path / "phrase").write_text("một mật khẩu đủ dài", encoding="utf-8")
    restore(locked, made.path, ACTOR)
    again = Store.open(locked)
    assert prints(again) == expected
    again.close()
