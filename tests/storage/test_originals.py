"""An original is removed on purpose: the file goes for good, everything that was read from it stays."""

import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from cchc_metrics.config import Settings
from cchc_metrics.errors import CchcError, ConflictError, StoreDamagedError, UnknownNameError
from cchc_metrics.model import Action, ChangeCounts
from cchc_metrics.storage import Store, original_removed, rebuild, verify
from cchc_metrics.storage.archive import Archive
from cchc_metrics.storage.lines import chained
from cchc_metrics.storage.originals import removed_hashes
from tests.storage.builders import (
    ACTOR,
    archive_of,
    lived_in,
    plan_of,
    prints,
    put,
    score,
    settings_in,
    values_by_entity,
)

pytestmark = pytest.mark.usefixtures("few_kinds")

WHY = "tệp có số căn cước"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return settings_in(tmp_path / "data")


def two_files(settings: Settings) -> Store:
    """Entries 1 and 2 with a file each, and an undo of the second."""
    store = Store.open(settings)
    store.commit(plan_of(store, [score("A", 1.0)], original=b"first"), ACTOR, "")
    store.commit(plan_of(store, [score("A", 2.0, "change")], original=b"second"), ACTOR, "")
    store.undo(2, ACTOR, "")
    return store


def kept(settings: Settings) -> set[str]:
    return set(archive_of(settings).originals())


def digest(data: bytes) -> str:
    return sha256(data).hexdigest()


def test_removing_an_original_leaves_every_number_and_rebuild_matches(settings: Settings) -> None:
    store = two_files(settings)
    before, entry = prints(store), store.entry(2)
    removal = store.remove_original(2, ACTOR, WHY)
    assert (removal.action, removal.removes, removal.note) == (Action.REMOVE_ORIGINAL, (2,), WHY)
    assert removal.removed_sha256 == digest(b"second") == entry.original_sha256
    assert (store.entry(2), prints(store)) == (entry, before)
    assert kept(settings) == {digest(b"first")}
    store.close()
    again = rebuild(settings)
    assert prints(again) == before
    again.close()


def test_a_removed_original_is_reported_as_removed_and_not_as_damage(settings: Settings) -> None:
    store = two_files(settings)
    store.remove_original(2, ACTOR, WHY)
    report = verify(store)
    assert (report.ok, report.problems) == (True, ())
    assert [("lượt 2" in said, WHY in said) for said in report.removed] == [(True, True)]
    store.close()


def test_asking_for_a_removed_original_says_who_removed_it_when_and_why(settings: Settings) -> None:
    store = two_files(settings)
    removal = store.remove_original(2, ACTOR, WHY)
    with pytest.raises(UnknownNameError) as caught:
        store.original(2)
    said = str(caught.value)
    assert ACTOR.name in said
    assert WHY in said
    assert f"{removal.recorded_at:%H:%M}" in said
    assert [original_removed(store.entries(), seq) for seq in (1, 2)] == ["", said]
    assert store.original(1)[1] == b"first"
    store.close()


def test_the_same_bytes_behind_two_entries_go_for_both(settings: Settings) -> None:
    store = Store.open(settings)
    put(store, score("A", 1.0))
    put(store, score("B", 1.0))
    assert store.remove_original(1, ACTOR, WHY).removes == (1, 2)
    for seq in (1, 2):
        with pytest.raises(UnknownNameError, match=WHY):
            store.original(seq)
    with pytest.raises(ConflictError, match=WHY):
        store.remove_original(2, ACTOR, "lần nữa")
    store.close()


def test_the_same_file_uploaded_again_is_a_new_original(settings: Settings) -> None:
    store = Store.open(settings)
    put(store, score("A", 1.0))
    store.remove_original(1, ACTOR, WHY)
    put(store, score("B", 1.0))
    assert store.original(3)[1] == b"a workbook"
    with pytest.raises(UnknownNameError, match=WHY):
        store.original(1)
    assert store.remove_original(3, ACTOR, WHY).removes == (3,)
    assert kept(settings) == set()
    store.close()


def test_a_file_uploaded_again_after_its_removal_outlives_the_next_start(settings: Settings) -> None:
    store = Store.open(settings)
    put(store, score("A", 1.0))
    store.remove_original(1, ACTOR, WHY)
    put(store, score("B", 1.0))
    assert removed_hashes(store.entries()) == frozenset()
    store.close()
    again = Store.open(settings)
    assert kept(settings) == {digest(b"a workbook")}
    assert again.original(3)[1] == b"a workbook"
    assert verify(again).ok
    again.close()


def test_a_deletion_that_a_crash_prevented_is_finished_at_the_next_start(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = two_files(settings)
    with monkeypatch.context() as patched:
        patched.setattr(Archive, "finish_removals", lambda _archive, _entries: 0)
        store.remove_original(2, ACTOR, WHY)
    assert digest(b"second") in kept(settings)
    assert not verify(store).ok
    store.close()
    again = Store.open(settings)
    assert kept(settings) == {digest(b"first")}
    assert any("gỡ" in said for said in again.repairs)
    assert verify(again).ok
    again.close()


def test_rebuild_finishes_a_deletion_too(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    store = two_files(settings)
    with monkeypatch.context() as patched:
        patched.setattr(Archive, "finish_removals", lambda _archive, _entries: 0)
        store.remove_original(2, ACTOR, WHY)
    store.close()
    rebuild(settings).close()
    assert kept(settings) == {digest(b"first")}


def test_a_file_that_the_disk_will_not_let_go_is_said_and_goes_later(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = two_files(settings)

    def held(_: Path) -> None:
        raise PermissionError("in use")

    with monkeypatch.context() as patched, pytest.raises(CchcError, match="chưa xoá được tệp"):
        patched.setattr(Path, "unlink", held)
        store.remove_original(2, ACTOR, WHY)
    assert store.removals()[2].note == WHY
    store.close()
    Store.open(settings).close()
    assert kept(settings) == {digest(b"first")}


def test_copies_set_aside_by_an_earlier_crash_go_as_well(settings: Settings) -> None:
    store = two_files(settings)
    aside = settings.archive / "set-aside"
    aside.mkdir()
    copy = aside / f"{digest(b'second')[:12]}.{digest(b'second')}"
    copy.write_bytes(b"second")
    store.remove_original(2, ACTOR, WHY)
    assert not copy.exists()
    store.close()


def test_a_removal_cannot_be_undone_and_an_edit_has_nothing_to_remove(settings: Settings) -> None:
    store = two_files(settings)
    store.remove_original(2, ACTOR, WHY)
    with pytest.raises(ConflictError, match="không lấy lại được"):
        store.undo(4, ACTOR, "")
    with pytest.raises(UnknownNameError, match="không có tệp gốc"):
        store.remove_original(3, ACTOR, WHY)
    store.undo(3, ACTOR, "")
    assert values_by_entity(store) == {"A": 2.0}
    store.close()


def test_a_journal_of_before_removals_is_read_as_it_is(settings: Settings) -> None:
    store = lived_in(settings)
    expected = prints(store)
    store.close()
    lines, previous = [], ""
    for line in settings.journal.read_text(encoding="utf-8").splitlines():
        payload = {**json.loads(line), "previous_hash": previous}
        for newer in ("hash", "removes", "removed_sha256"):
            del payload[newer]
        del payload["counts"]["removed"]
        previous = chained(payload)
        lines.append(json.dumps({**payload, "hash": previous}, ensure_ascii=False))
    settings.journal.write_text("\n".join(lines) + "\n", encoding="utf-8")
    again = rebuild(settings)
    assert prints(again) == expected
    assert again.entry(1).counts == ChangeCounts(added=3)
    again.remove_original(1, ACTOR, WHY)
    assert verify(again).ok
    again.close()


def test_what_an_undo_of_additions_removes_is_counted(settings: Settings) -> None:
    store = Store.open(settings)
    put(store, score("A", 1.0), score("B", 2.0))
    assert store.undo(1, ACTOR, "").counts == ChangeCounts(removed=2)
    assert store.undo(2, ACTOR, "").counts == ChangeCounts(added=2)
    store.close()


@pytest.mark.parametrize("action", [Store.open, rebuild])
@pytest.mark.parametrize("without_database", [False, True])
def test_an_emptied_journal_beside_a_single_entry_is_refused(
    settings: Settings, action: Callable[[Settings], Store], *, without_database: bool
) -> None:
    store = Store.open(settings)
    put(store, score("A", 1.0))
    store.close()
    settings.journal.write_bytes(b"")
    if without_database:
        settings.database.unlink()
    with pytest.raises(StoreDamagedError, match="Không còn nhật ký"):
        action(settings)
    assert (settings.archive / "1.changes.parquet").exists()


def test_a_first_import_that_died_leaves_a_store_that_opens(settings: Settings) -> None:
    Store.open(settings).close()
    (settings.archive / "1.changes.parquet").write_bytes(b"of a commit that never came to its line")
    store = Store.open(settings)
    assert store.version == 0
    assert not (settings.archive / "1.changes.parquet").exists()
    store.close()
