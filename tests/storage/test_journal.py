"""The journal alone: chaining, torn lines, edited lines, failed writes."""

import errno
import os
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from cchc_metrics.errors import NewerStoreError, StoreDamagedError
from cchc_metrics.model import Action, ChangeCounts, Entry, Finding, RowCounts, Severity
from cchc_metrics.storage import journal as journal_module
from cchc_metrics.storage.chain import with_hash
from cchc_metrics.storage.journal import Journal
from cchc_metrics.storage.lines import FORMAT, OF_REDACTIONS, canonical, chained, decode, encode, payload_of, seal_of
from cchc_metrics.storage.seal import Authenticity, Seal
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


def line_of(journal: Journal, plan_id: str = "p") -> Entry:
    """The next entry of a journal, whole."""
    return with_hash(journal.next(replace(DRAFT, plan_id=plan_id)))


def written(path: Path, count: int) -> list[Entry]:
    """A closed journal of so many entries."""
    journal = Journal(path)
    for number in range(count):
        journal.append(line_of(journal, f"p{number}"))
    journal.close()
    return list(journal.entries)


def reopened(path: Path) -> Journal:
    journal = Journal(path)
    journal.close()
    return journal


def test_a_line_holds_the_whole_entry(tmp_path: Path) -> None:
    entry = written(tmp_path / "j", 1)[0]
    assert decode(encode(entry)) == entry
    assert replace(entry, seq=0, previous_hash="", hash="") == replace(DRAFT, plan_id="p0", format=FORMAT)
    assert encode(entry).count(b"\n") == 1


def test_entries_are_numbered_and_chained(tmp_path: Path) -> None:
    entries = written(tmp_path / "j", 3)
    assert [entry.seq for entry in entries] == [1, 2, 3]
    assert [entry.previous_hash for entry in entries] == ["", entries[0].hash, entries[1].hash]
    assert list(reopened(tmp_path / "j").entries) == entries


@pytest.mark.parametrize("length", [1, 100, -1])
def test_a_torn_last_line_is_no_entry_and_is_cut_on_demand_only(tmp_path: Path, length: int) -> None:
    path = tmp_path / "j"
    entries = written(path, 2)
    whole, torn = path.read_bytes(), encode(entries[1])[:length]
    path.write_bytes(whole + torn)
    journal = Journal(path)
    assert list(journal.entries) == entries
    assert (journal.tail, path.read_bytes()) == (torn, whole + torn)
    journal.cut_tail()
    journal.close()
    assert path.read_bytes() == whole


@pytest.mark.parametrize("end", [b"", b"\x0b", b" ", b"*"], ids=["cut", "flipped", "a space", "a star"])
def test_a_whole_last_line_without_its_line_feed_is_an_entry(tmp_path: Path, end: bytes) -> None:
    path = tmp_path / "j"
    entries = written(path, 3)
    whole = path.read_bytes()
    path.write_bytes(whole[:-1] + end)
    journal = Journal(path)
    assert list(journal.entries) == entries
    assert (journal.is_unfinished, journal.tail) == (True, b"")
    journal.finish_line()
    journal.append(line_of(journal, "more"))
    journal.close()
    assert path.read_bytes().startswith(whole)
    assert len(reopened(path).entries) == 4


@pytest.mark.parametrize(
    "later",
    [{"format": OF_REDACTIONS + 1}, {"action": "approve"}, {"unheard_of": 1}],
    ids=["format", "action", "field"],
)
def test_a_line_of_a_later_program_asks_for_a_newer_one(tmp_path: Path, later: dict[str, object]) -> None:
    path = tmp_path / "j"
    entry = written(path, 1)[0]
    payload = {**payload_of(entry), **later}
    path.write_bytes((canonical({**payload, "hash": chained(payload)}) + "\n").encode())
    with pytest.raises(NewerStoreError, match="phiên bản mới hơn"):
        Journal(path)


def test_a_flipped_digit_of_the_format_is_damage_and_no_newer_program(tmp_path: Path) -> None:
    path = tmp_path / "j"
    written(path, 2)
    path.write_bytes(path.read_bytes().replace(b'"format":2', b'"format":3', 1))
    with pytest.raises(StoreDamagedError, match="dòng 1"):
        Journal(path)


@pytest.mark.parametrize("harm", ["removed", "replaced", "cut", "grown"])
def test_a_journal_harmed_while_it_is_open_is_noticed_before_the_next_line(tmp_path: Path, harm: str) -> None:
    path = tmp_path / "j"
    journal = Journal(path)
    journal.append(line_of(journal))
    data = path.read_bytes()
    if harm == "removed":
        path.unlink()
    elif harm == "replaced":
        (tmp_path / "other").write_bytes(data)
        (tmp_path / "other").replace(path)
    else:
        path.write_bytes(data[:-1] if harm == "cut" else data + b"x")
    with pytest.raises(StoreDamagedError, match="nhật ký"):
        journal.append(line_of(journal, "b"))
    assert journal.last_seq == 1
    journal.close()


def test_lines_are_sealed_with_a_key_from_outside_and_a_forged_end_is_refused(tmp_path: Path) -> None:
    path, seal = tmp_path / "j", Seal(tmp_path / "keys" / "key")
    journal = Journal(path, seal)
    for name in "ab":
        journal.append(line_of(journal, name))
    journal.close()
    assert (tmp_path / "keys" / "key").stat().st_mode & 0o777 == 0o600
    again = Journal(path, seal)
    assert again.authenticity() is Authenticity.GENUINE
    again.close()
    first, second = path.read_bytes().splitlines()
    forged = with_hash(replace(decode(second), note="khác"))
    path.write_bytes(first + b"\n" + encode(forged, seal_of(second)))
    with pytest.raises(StoreDamagedError, match="niêm phong"):
        Journal(path, seal)


def test_a_seal_of_another_machine_is_no_damage(tmp_path: Path) -> None:
    path = tmp_path / "j"
    journal = Journal(path, Seal(tmp_path / "one"))
    journal.append(line_of(journal))
    journal.close()
    moved = Journal(path, Seal(tmp_path / "two"))
    assert moved.authenticity() is Authenticity.OTHER_KEY
    moved.append(line_of(moved, "b"))
    assert moved.authenticity() is Authenticity.GENUINE
    moved.close()


def test_a_key_that_cannot_be_made_leaves_lines_without_seal(tmp_path: Path) -> None:
    (tmp_path / "taken").write_bytes(b"a file where a folder should be")
    journal = Journal(tmp_path / "j", Seal(tmp_path / "taken" / "key"))
    journal.append(line_of(journal))
    assert (journal.is_sealed, journal.authenticity()) == (False, Authenticity.NONE)
    journal.close()


@pytest.mark.parametrize("size", [0, 31, 33])
def test_a_key_file_of_another_length_is_no_key(tmp_path: Path, size: int) -> None:
    """What a full disk cut, or a person wrote, seals nothing: a line sealed with it could be forged."""
    (tmp_path / "key").write_bytes(b"k" * size)
    assert not Seal(tmp_path / "key").in_use
    (tmp_path / "key").write_bytes(b"k" * 32)
    assert Seal(tmp_path / "key").in_use


def test_a_checkpoint_spares_the_lines_before_it_and_believes_no_other_bytes(tmp_path: Path) -> None:
    path = tmp_path / "j"
    written(path, 300)
    assert not (tmp_path / "journal.checkpoint").exists()
    reopened(path)
    assert (tmp_path / "journal.checkpoint").exists()
    data = path.read_bytes()
    assert len(reopened(path).entries) == 300
    path.write_bytes(data.replace(b'"plan_id":"p7"', b'"plan_id":"p8"'))
    with pytest.raises(StoreDamagedError, match="dòng 8"):
        Journal(path)
    path.write_bytes(data)
    (tmp_path / "journal.checkpoint").write_bytes(b"rubbish")
    assert len(reopened(path).entries) == 300


def test_a_flipped_checkpoint_is_no_damage(tmp_path: Path) -> None:
    path, noted = tmp_path / "j", tmp_path / "journal.checkpoint"
    written(path, 257)
    reopened(path)
    data = noted.read_bytes()
    for at in range(0, len(data), 3):
        noted.write_bytes(data[:at] + bytes([data[at] ^ 4]) + data[at + 1 :])
        assert len(reopened(path).entries) == 257


def test_a_last_line_with_holes_of_a_power_cut_is_torn(tmp_path: Path) -> None:
    path = tmp_path / "j"
    entries = written(path, 1)
    whole = path.read_bytes()
    path.write_bytes(whole + b"\0" * 50 + b'"}\n')
    journal = Journal(path)
    assert list(journal.entries) == entries
    journal.cut_tail()
    journal.close()
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
    forged = with_hash(forged)
    path.write_bytes(encode(forged) + encode(entries[1]))
    with pytest.raises(StoreDamagedError, match="dòng 2"):
        Journal(path)


def test_a_failed_write_is_cut_back_and_the_journal_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "j"
    journal = Journal(path)
    journal.append(line_of(journal, "a"))
    before = path.read_bytes()

    def half(file: object, data: bytes) -> None:
        os.write(file.fileno(), data[: len(data) // 2])  # type: ignore[attr-defined]
        raise OSError(errno.ENOSPC, "no space left")

    with monkeypatch.context() as patched, pytest.raises(OSError, match="no space"):
        patched.setattr(journal_module, "_write_all", half)
        journal.append(line_of(journal, "b"))
    assert path.read_bytes() == before
    assert not journal.unknown
    journal.append(line_of(journal, "c"))
    journal.close()
    assert [entry.plan_id for entry in reopened(path).entries] == ["a", "c"]


def test_a_write_that_cannot_be_taken_back_makes_the_journal_unknown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = Journal(tmp_path / "j")

    def failing(_: int) -> None:
        raise OSError(errno.EIO, "input/output error")

    with monkeypatch.context() as patched, pytest.raises(StoreDamagedError, match="chưa rõ dòng cuối"):
        patched.setattr(os, "fsync", failing)
        journal.append(line_of(journal))
    assert journal.unknown
    assert journal.last_seq == 0
    journal.close()


def test_an_entry_out_of_turn_is_refused(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "j")
    with pytest.raises(ValueError, match="does not follow"):
        journal.append(replace(line_of(journal), seq=2))
    journal.close()
