"""A commit that fails part of the way, and what verify finds."""

import errno
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from cchc_metrics.config import Settings
from cchc_metrics.errors import CchcError, StoreDamagedError
from cchc_metrics.model import Entry
from cchc_metrics.schema import SCORES
from cchc_metrics.storage import journal as journal_module
from cchc_metrics.storage import verify
from cchc_metrics.storage.gateway import Cursor, Gateway, roll_back
from tests.storage.builders import ACTOR, lived_in, plan_of, prints, put, score, settings_in, values_by_entity

pytestmark = pytest.mark.usefixtures("few_kinds")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return settings_in(tmp_path / "data")


def test_verify_finds_nothing_wrong_with_a_sound_store(settings: Settings) -> None:
    store = lived_in(settings)
    report = verify(store)
    assert (report.ok, report.entries, report.problems) == (True, 5, ())
    assert (report.facts["score"], report.facts["target"], report.facts["source_release"]) == (3, 1, 0)
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
        "Số liệu trong cơ sở dữ liệu khác với số liệu dựng lại từ nhật ký. Hãy chạy «python -m cchc_metrics rebuild».",
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
    whole = settings.journal.read_bytes()
    lines = whole.splitlines(keepends=True)
    settings.journal.write_bytes(b"".join(lines[:-1]))
    assert verify(store).problems == ("Tệp nhật ký trên đĩa không còn giống nhật ký mà chương trình đang giữ.",)
    with pytest.raises(StoreDamagedError, match="không còn giống"):
        put(store, score("Z", 1.0))
    settings.journal.write_bytes(b"".join(lines[1:]))
    assert "dòng 1" in verify(store).problems[0]
    settings.journal.unlink()
    assert "bị xoá" in verify(store).problems[0]
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


def test_a_journal_in_doubt_is_said_and_cleared_up_by_the_next_write(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = lived_in(settings)
    plan = plan_of(store, [score("Z", 1.0)], original=b"")
    real = os.fsync
    calls: list[int] = []

    def failing(handle: int) -> None:
        calls.append(handle)
        if len(calls) > 2:  # the change set and its folder come first
            raise OSError(errno.EIO, "input/output error")
        real(handle)

    with monkeypatch.context() as patched, pytest.raises(StoreDamagedError, match="chưa rõ dòng cuối"):
        patched.setattr(os, "fsync", failing)
        store.commit(plan, ACTOR, "")
    assert store.read_only_reason is not None
    assert store.count(SCORES) == 3
    assert put(store, score("Y", 1.0)).seq == 6
    assert store.read_only_reason is None
    assert (values_by_entity(store)["Y"], "Z" in values_by_entity(store)) == (1.0, False)
    assert verify(store).ok
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


def test_a_commit_that_cannot_be_replayed_says_so_and_is_there_with_the_next_write(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = lived_in(settings)
    plan = plan_of(store, [score("Z", 1.0)])
    with monkeypatch.context() as patched, pytest.raises(StoreDamagedError, match="Lượt 6 đã được ghi vào nhật ký"):
        patched.setattr(Gateway, "transaction", _failing_commit)
        store.commit(plan, ACTOR, "")
    assert store.read_only_reason is not None
    assert (store.version, "Z" in values_by_entity(store)) == (5, False)
    assert put(store, score("Y", 1.0)).seq == 7
    assert (store.version, values_by_entity(store)["Z"], store.read_only_reason) == (7, 1.0, None)
    assert verify(store).ok
    store.close()


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


class _Gone(BaseException):
    """What a server raises in the thread of a visitor who closed the browser; no Exception, so nobody handles it."""


@pytest.mark.parametrize("after_the_line", [False, True])
def test_a_closed_browser_leaves_the_whole_import_or_none(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, *, after_the_line: bool
) -> None:
    store = lived_in(settings)
    before, plan, real = prints(store), plan_of(store, [score("Z", 1.0)]), journal_module.Journal.append

    def leaving(journal: journal_module.Journal, entry: Entry) -> None:
        if after_the_line:
            real(journal, entry)
        raise _Gone

    with monkeypatch.context() as patched, pytest.raises(_Gone):
        patched.setattr(journal_module.Journal, "append", leaving)
        store.commit(plan, ACTOR, "")
    if after_the_line:
        assert (store.version, store.entries()[0].seq, values_by_entity(store)["Z"]) == (6, 6, 1.0)
    else:
        assert (store.version, len(store.entries()), prints(store)) == (5, 5, before)
    assert verify(store).ok
    # The same click again, in a new window: stored once.
    assert store.commit(plan, ACTOR, "").seq == 6
    assert store.version == 6
    store.close()
