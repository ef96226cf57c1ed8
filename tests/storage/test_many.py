"""Many entries in a row: each is committed as ever, the file of the database is written once."""

from pathlib import Path

import pytest

from cchc_metrics.storage import Store
from cchc_metrics.storage.gateway import Gateway
from tests.storage.builders import put, score, settings_in, values_by_entity

pytestmark = pytest.mark.usefixtures("few_kinds")


def test_the_file_is_written_once_and_every_entry_is_in_the_journal_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written, write = [], Gateway.checkpoint

    def noted(self: Gateway) -> None:
        written.append(store.version)
        write(self)

    settings = settings_in(tmp_path / "data")
    store = Store.open(settings)
    monkeypatch.setattr(Gateway, "checkpoint", noted)
    with store.many():
        for number, entity in enumerate("ABC", start=1):
            put(store, score(entity, float(number)))
            with store.many():
                assert len(settings.journal.read_bytes().splitlines()) == number
            assert values_by_entity(store)[entity] == number
        assert written == []
    assert written == [3]
    put(store, score("D", 4.0))
    assert written == [3, 4]
    store.close()


def test_what_a_crash_loses_in_between_is_replayed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = settings_in(tmp_path / "data")
    store = Store.open(settings)
    put(store, score("A", 1.0))
    before = settings.database.read_bytes()

    class CrashError(BaseException):
        """The process ends here."""

    def crashed(self: Gateway) -> None:
        raise CrashError

    with pytest.raises(CrashError), store.many():
        put(store, score("B", 2.0), score("C", 3.0))
        put(store, score("A", 1.5, "change"))
        monkeypatch.setattr(Gateway, "checkpoint", crashed)
    monkeypatch.undo()
    # The file is that of before the block, as a process that is killed leaves it.
    store.parts.gateway.close()
    settings.database.write_bytes(before)
    store.parts.held.close()
    again = Store.open(settings)
    assert values_by_entity(again) == {"A": 1.5, "B": 2.0, "C": 3.0}
    assert again.version == 3
    again.close()
