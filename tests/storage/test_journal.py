"""The journal alone: chaining, torn lines, edited lines, failed writes."""

import errno
import json
import os
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from cchc_metrics.errors import StoreDamagedError
from cchc_metrics.model import Action, ChangeCounts, Entry, Finding, RowCounts, Severity
from cchc_metrics.storage import journal as journal_module
from cchc_metrics.storage.journal import Journal, decode, encode
from tests.storage.builders import ACTOR

DRAFT = Entry(
    seq=0,
    action=Action.IMPORT,
    kind="scores",
    plan_id="p",
    actor=ACTOR,
    recorded_at=datetime(2026, 4, 5, 14, 5, 6, 123456, tzinfo=UTC),
    note="dòng một\ndòng hai",
    file_name="điểm.xlsx",
    original_sha256="ab",
    original_size=7,
    changes_sha256="cd",
    rows=RowCounts(3, 2, 1, 0),
    counts=ChangeCounts(1, 1, 0, 4),
    findings=(Finding("odd", Severity.WARNING, "số lạ", "Điểm", "H2", "1.234", 2, ("H2", "H9")),),
)


def written(path: Path, count: int) -> list[Entry]:
    """A closed journal of so many entries."""
    journal = Journal(path)
    for number in range(count):
        journal.append(journal.next(replace(DRAFT, plan_id=f"p{number}")))
    journal.close()
    return list(journal.entries)


def reopened(path: Path) -> Journal:
    journal = Journal(path)
    journal.close()
    return journal


def test_a_line_holds_the_whole_entry(tmp_path: Path) -> None:
    entry = written(tmp_path / "j", 1)[0]
    assert decode(encode(entry)) == entry
    assert replace(entry, seq=0, previous_hash="", hash="") == replace(DRAFT, plan_id="p0")
    assert encode(entry).count(b"\n") == 1


def test_entries_are_numbered_and_chained(tmp_path: Path) -> None:
    entries = written(tmp_path / "j", 3)
    assert [entry.seq for entry in entries] == [1, 2, 3]
    assert [entry.previous_hash for entry in entries] == ["", entries[0].hash, entries[1].hash]
    assert list(reopened(tmp_path / "j").entries) == entries


@pytest.mark.parametrize("length", [1, 100, -1])
def test_a_torn_last_line_is_dropped_and_cut_off(tmp_path: Path, length: int) -> None:
    path = tmp_path / "j"
    entries = written(path, 2)
    whole = path.read_bytes()
    path.write_bytes(whole + encode(entries[1])[:length])
    journal = reopened(path)
    assert list(journal.entries) == entries
    assert journal.torn_bytes > 0
    assert path.read_bytes() == whole


def test_a_last_line_with_holes_of_a_power_cut_is_torn(tmp_path: Path) -> None:
    path = tmp_path / "j"
    entries = written(path, 1)
    whole = path.read_bytes()
    path.write_bytes(whole + b"\0" * 50 + b'"}\n')
    assert list(reopened(path).entries) == entries
    assert path.read_bytes() == whole


@pytest.mark.parametrize(
    "harm",
    [
        lambda lines: [lines[0].replace(b"import", b"edit"), *lines[1:]],
        lambda lines: [lines[0], lines[2]],
        lambda lines: [lines[1], lines[0], lines[2]],
        lambda lines: [lines[0], b"", *lines[1:]],
        lambda lines: [lines[0], b"{}", *lines[1:]],
        lambda lines: [*lines[:2], lines[2].replace(b"import", b"edit")],
    ],
    ids=["edited", "one taken out", "swapped", "an empty line", "another object", "the last edited"],
)
def test_a_journal_that_was_edited_is_refused(tmp_path: Path, harm: Callable[[list[bytes]], list[bytes]]) -> None:
    path = tmp_path / "j"
    written(path, 3)
    harmed = b"\n".join(harm(path.read_bytes().splitlines())) + b"\n"
    path.write_bytes(harmed)
    with pytest.raises(StoreDamagedError, match="Nhật ký dữ liệu bị sửa hoặc hỏng ở dòng"):
        Journal(path)
    assert path.read_bytes() == harmed


def test_a_line_rehashed_alone_breaks_the_chain_behind_it(tmp_path: Path) -> None:
    path = tmp_path / "j"
    entries = written(path, 2)
    forged = replace(entries[0], note="khác")
    payload = json.loads(encode(forged))
    payload.pop("hash")
    forged = replace(forged, hash=journal_module._chained(payload))
    path.write_bytes(encode(forged) + encode(entries[1]))
    with pytest.raises(StoreDamagedError, match="dòng 2"):
        Journal(path)


def test_a_failed_write_is_cut_back_and_the_journal_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "j"
    journal = Journal(path)
    journal.append(journal.next(replace(DRAFT, plan_id="a")))
    before = path.read_bytes()

    def half(file: object, data: bytes) -> None:
        os.write(file.fileno(), data[: len(data) // 2])  # type: ignore[attr-defined]
        raise OSError(errno.ENOSPC, "no space left")

    with monkeypatch.context() as patched, pytest.raises(OSError, match="no space"):
        patched.setattr(journal_module, "_write_all", half)
        journal.append(journal.next(replace(DRAFT, plan_id="b")))
    assert path.read_bytes() == before
    assert not journal.unknown
    journal.append(journal.next(replace(DRAFT, plan_id="c")))
    journal.close()
    assert [entry.plan_id for entry in reopened(path).entries] == ["a", "c"]


def test_a_write_that_cannot_be_taken_back_makes_the_journal_unknown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = Journal(tmp_path / "j")

    def failing(_: int) -> None:
        raise OSError(errno.EIO, "input/output error")

    with monkeypatch.context() as patched, pytest.raises(StoreDamagedError, match="không rõ dòng cuối"):
        patched.setattr(os, "fsync", failing)
        journal.append(journal.next(DRAFT))
    assert journal.unknown
    assert journal.last_seq == 0
    journal.close()


def test_an_entry_out_of_turn_is_refused(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "j")
    with pytest.raises(ValueError, match="does not follow"):
        journal.append(replace(journal.next(DRAFT), seq=2))
    journal.close()
