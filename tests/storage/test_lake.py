"""A store that several processes share: PostgreSQL holds the journal, DuckLake the tables."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import psycopg
import pytest

from cchc_metrics.config import Settings, load_settings
from cchc_metrics.errors import CchcError, ConflictError, StoreBusyError, StoreDamagedError
from cchc_metrics.schema import SCORES, TARGETS
from cchc_metrics.storage import Store, backup, facts, look_over, move_in, move_out, rebuild, repair, verify
from cchc_metrics.storage.lake import compacting
from tests.storage.builders import ACTOR, TARGET, in_a_folder, lived_in, plan_of, prints, put, score, values_by_entity
from tests.storage.lake_office import campaign
from tests.storage.postgres import Postgres, shared_server

NOW = {"A": 1.0, "B": 2.0, "C": 3.5}


@pytest.fixture(scope="module")
def server(few_kinds: None) -> Postgres:
    return shared_server()


@pytest.fixture
def settings(server: Postgres, tmp_path: Path) -> Settings:
    return server.at(in_a_folder(tmp_path / "data"))


@pytest.fixture
def store(settings: Settings) -> Iterator[Store]:
    opened = lived_in(settings)
    yield opened
    opened.close()


@pytest.fixture
def other(settings: Settings, store: Store) -> Iterator[Store]:
    """The same store as another server has it open."""
    opened = Store.open(replace(settings, data_dir=settings.data_dir.with_name("other")))
    yield opened
    opened.close()


def test_settings_name_the_shared_store_or_say_what_is_missing() -> None:
    named = {"CCHC_DATABASE": "ducklake:postgres://cchc@db/cchc", "CCHC_LAKE_DIR": "/srv/shared"}
    settings = load_settings(named)
    assert (settings.lake, settings.lake_dir) == ("postgres://cchc@db/cchc", Path("/srv/shared"))
    assert load_settings({"CCHC_LAKE_DIR": "/srv/shared"}).lake_dir is None
    assert settings.in_folder(Path("/tmp/x")).archive == Path("/tmp/x/archive")
    for wrong in ({"CCHC_DATABASE": "postgres://db/cchc"}, {"CCHC_DATABASE": named["CCHC_DATABASE"]}):
        with pytest.raises(ValueError, match="CCHC_"):
            load_settings(wrong)


def test_a_shared_store_and_a_folder_that_lived_the_same_hold_the_same(store: Store, tmp_path: Path) -> None:
    beside = lived_in(in_a_folder(tmp_path / "beside"))
    try:
        assert values_by_entity(store) == values_by_entity(beside) == NOW
        assert store.checksum() == beside.checksum()
        assert [entry.counts for entry in store.entries()] == [entry.counts for entry in beside.entries()]
        with pytest.raises(ConflictError):
            store.undo(3, ACTOR, "")
    finally:
        beside.close()


def test_what_one_server_stores_the_other_reads_and_may_undo(store: Store, other: Store) -> None:
    assert other.version == 5
    put(store, score("D", 4.0))
    assert (other.version, values_by_entity(other)["D"]) == (6, 4.0)
    undone = other.undo(6, ACTOR, "nhầm")
    assert undone.seq == store.version == 7
    assert values_by_entity(store) == values_by_entity(other) == NOW
    assert store.checksum() == other.checksum()
    assert [entry.seq for entry in store.entries()] == [7, 6, 5, 4, 3, 2, 1]


def test_a_plan_made_before_another_server_wrote_is_held_against_what_stands_now(store: Store, other: Store) -> None:
    plan = plan_of(store, [score("A", 9.0, "change")])
    put(other, score("A", 8.0, "change"))
    with pytest.raises(ConflictError, match="A"):
        store.commit(plan, ACTOR, "")
    fresh = plan_of(store, [score("A", 9.0, "change")])
    assert store.commit(fresh, ACTOR, "").seq == 7
    assert other.commit(fresh, ACTOR, "").seq == 7
    assert values_by_entity(other)["A"] == 9.0


def test_an_entry_whose_writer_died_before_the_tables_is_applied_by_whoever_comes_next(
    store: Store, other: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Died(BaseException):
        pass

    append = store.parts.journal.append

    def dying(entry: object) -> None:
        append(entry)  # type: ignore[arg-type]
        raise Died

    monkeypatch.setattr(store.parts.journal, "append", dying)
    monkeypatch.setattr(store, "catch_up", lambda: None)
    with pytest.raises(Died):
        put(store, score("D", 4.0))
    assert other.version == 6
    assert values_by_entity(other)["D"] == 4.0
    assert verify(other).problems == ()


def test_an_entry_is_not_applied_twice_by_who_lost_the_turn(store: Store, other: Store) -> None:
    gateway = store.parts.gateway
    with pytest.raises(CchcError), gateway.transaction() as late:
        facts.count(late, SCORES)
        put(other, score("D", 4.0))
        late.execute("UPDATE made_for SET fingerprint = fingerprint")
        late.execute("INSERT INTO score (entity_id) VALUES ('twice')")
    assert values_by_entity(store) == {**NOW, "D": 4.0}


def test_the_turn_is_one_servers_alone_and_ends_with_its_connection(store: Store, other: Store) -> None:
    with store.parts.journal.turn():
        with pytest.raises(StoreBusyError), other.parts.journal.turn(wait=False):
            pass
        with store.parts.journal.turn():
            assert store.version == 5
            # Whoever has the turn writes in it, however deep.
            put(store, score("T", 1.0))
    with other.parts.journal.turn(wait=False):
        pass


def test_a_lost_connection_is_made_anew_and_nothing_is_stored_twice(
    server: Postgres, store: Store, other: Store
) -> None:
    plan = plan_of(store, [score("D", 4.0)])
    server.run(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        f" WHERE pid <> pg_backend_pid() AND datname = '{store.parts.settings.lake.rpartition('/')[2]}'"
    )
    assert values_by_entity(other) == NOW
    entry = store.commit(plan, ACTOR, "")
    assert store.commit(plan, ACTOR, "").seq == entry.seq == other.version == 6
    assert verify(other).problems == ()


def test_a_connection_lost_while_a_line_is_written_is_settled_by_the_next_write(
    server: Postgres, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = store.parts.journal
    real = journal._writer.execute  # type: ignore[attr-defined]

    class Breaking:
        """Says that the connection broke although the line was written."""

        closed = False

        def execute(self, sql: str, values: object = None) -> object:
            done = real(sql, values)
            if sql.startswith("INSERT"):
                raise psycopg.OperationalError("server closed the connection unexpectedly")
            return done

        def close(self) -> None: ...

    kept = journal._writer  # type: ignore[attr-defined]
    monkeypatch.setattr(journal, "_writer", Breaking())
    plan = plan_of(store, [score("D", 4.0)])
    with pytest.raises(StoreDamagedError):
        store.commit(plan, ACTOR, "")
    monkeypatch.setattr(journal, "_writer", kept)
    assert store.commit(plan, ACTOR, "").seq == 6
    assert values_by_entity(store)["D"] == 4.0
    assert store.read_only_reason is None


def test_rebuild_makes_equal_tables_while_another_server_reads(settings: Settings, store: Store, other: Store) -> None:
    before, of_versions = store.checksum(), prints(store)
    store.close()
    made = rebuild(settings)
    try:
        assert made.checksum_before == made.checksum() == before
        assert prints(made) == of_versions
        assert values_by_entity(other) == NOW
        assert look_over(made) == ()
        put(made, {"op": "change", **TARGET, "value": 46.0}, kind=TARGETS)
        assert other.version == 6
    finally:
        made.close()


def test_the_journal_only_grows_and_its_chain_is_checked(server: Postgres, settings: Settings, store: Store) -> None:
    database = settings.lake.rpartition("/")[2]
    for sql in ("DELETE FROM cchc.journal", "UPDATE cchc.journal SET line = ''", "TRUNCATE cchc.journal"):
        with pytest.raises(psycopg.errors.RaiseException, match="only grows"):
            server.run(sql, database)
    server.run("ALTER TABLE cchc.journal DISABLE TRIGGER only_grows", database)
    server.run('UPDATE cchc.journal SET line = replace(line, \'"note":""\', \'"note":"x"\') WHERE seq = 2', database)
    assert verify(store).problems
    with pytest.raises(StoreDamagedError):
        Store.open(settings)


def test_a_journal_cut_short_is_refused_by_name(server: Postgres, settings: Settings, store: Store) -> None:
    database = settings.lake.rpartition("/")[2]
    server.run("ALTER TABLE cchc.journal DISABLE TRIGGER only_grows", database)
    server.run("DELETE FROM cchc.journal WHERE seq = 5", database)
    with pytest.raises(StoreDamagedError, match="5"):
        Store.open(settings)


def test_an_office_moves_in_and_out_with_equal_checksums(server: Postgres, tmp_path: Path) -> None:
    first = in_a_folder(tmp_path / "first")
    begun = lived_in(first)
    begun.remove_original(1, ACTOR, "theo yêu cầu")
    before, versions = begun.checksum(), prints(begun)
    begun.close()
    shared = server.lake(in_a_folder(tmp_path / "data"), tmp_path / "shared")
    moved = move_in(first.data_dir, shared)
    assert (moved.entries, moved.checksum) == (6, before)
    with pytest.raises(CchcError, match="6"):
        move_in(first.data_dir, shared)
    there = Store.open(shared)
    put(there, score("D", 4.0))
    after = there.checksum()
    there.close()
    assert move_out(shared, tmp_path / "back").checksum == after
    with pytest.raises(CchcError, match="back"):
        move_out(shared, tmp_path / "back")
    back = Store.open(in_a_folder(tmp_path / "back"))
    assert (back.version, back.checksum()) == (7, after)
    assert verify(back).problems == ()
    back.undo(7, ACTOR, "")
    assert (back.checksum(), versions[0]) == (before, before)
    back.close()


def test_a_backup_of_a_shared_store_opens_as_a_folder(settings: Settings, store: Store) -> None:
    made = backup.make(store, settings.backups)
    assert backup.drill(settings, made.path).problems == ()


def test_compaction_changes_files_and_no_fact(settings: Settings, store: Store, other: Store) -> None:
    for number in range(4):
        put(store, *(score(f"X{number}-{place}", 1.0) for place in range(40)))
    shared = Path(str(settings.lake_dir))
    (shared / "archive" / "9-0123456789abcdef.changes.parquet").write_bytes(b"of a commit that died")
    before, versions = store.checksum(), prints(store)
    scores = shared / "lake" / "main" / "score"
    files = len(list(scores.glob("*.parquet")))
    done = compacting.compact(store, kept=compacting.KEPT * 0)
    assert files >= 4
    assert len(list(scores.glob("*.parquet"))) < files
    assert done.cleared == 1
    assert store.checksum() == other.checksum() == before
    assert prints(store) == versions
    assert verify(store).problems == ()
    put(other, score("D", 4.0))
    assert values_by_entity(store)["D"] == 4.0


def test_what_exchanges_whole_folders_is_refused_in_words(settings: Settings, store: Store) -> None:
    with pytest.raises(CchcError, match="migrate-store"):
        store.redact("Nguyễn Văn An", ACTOR, "theo yêu cầu")


def test_opening_waits_for_no_writer_and_keeps_none_waiting(settings: Settings, store: Store) -> None:
    elsewhere = replace(settings, data_dir=settings.data_dir.with_name("third"))
    with store.parts.journal.turn():
        third = Store.open(elsewhere)
        assert (third.version, values_by_entity(third)) == (5, NOW)
        third.close()


def test_lines_that_postgresql_lost_come_back_from_the_archive(
    server: Postgres, settings: Settings, store: Store, other: Store
) -> None:
    """A dump of last night, brought back: the archive, which lies elsewhere, holds what came after it."""
    database, night = settings.lake.rpartition("/")[2], f"{settings.lake.rpartition('/')[2]}_night"
    store.close()
    other.close()
    server.run(f"CREATE DATABASE {night} TEMPLATE {database}")
    lost = Store.open(settings)
    put(lost, score("D", 4.0))
    put(lost, score("E", 5.0))
    before, versions = lost.checksum(), prints(lost)
    lost.close()
    dumped = replace(settings, lake=server.address(night))
    with pytest.raises(StoreDamagedError, match="lượt 6"):
        Store.open(dumped)
    told = repair(dumped)
    assert (told.entries, [one.seq for one in told.restored]) == (7, [6, 7])
    assert repair(dumped).restored == ()
    mended = Store.open(dumped)
    assert (mended.checksum(), prints(mended), verify(mended).problems) == (before, versions, ())
    lines = mended.parts.journal.lines
    mended.close()
    assert server.run("SELECT line FROM cchc.journal ORDER BY seq", database) == [(line.decode(),) for line in lines]


def test_what_a_commit_left_that_died_is_not_taken_for_an_entry(
    server: Postgres, settings: Settings, store: Store, tmp_path: Path
) -> None:
    """Two change sets of one number: the entry's is the one that the next follows; behind the last nobody can tell."""
    database, shared = settings.lake.rpartition("/")[2], Path(str(settings.lake_dir))
    store.close()
    for name in ("first", "second", "beside"):
        server.run(f"CREATE DATABASE {database}_{name} TEMPLATE {database}")
    shutil.copytree(shared, tmp_path / "copy")
    beside = Store.open(replace(settings, lake=server.address(f"{database}_beside"), lake_dir=tmp_path / "copy"))
    dead = beside.parts.archive.changes(put(beside, score("D", 5.0)))
    beside.close()
    lost = Store.open(settings)
    put(lost, score("D", 4.0))
    put(lost, score("E", 6.0))
    lost.parts.archive.put_changes(6, dead)
    held = values_by_entity(lost)
    lost.close()
    dumped = replace(settings, lake=server.address(f"{database}_first"))
    assert [one.seq for one in repair(dumped).restored] == [6, 7]
    mended = Store.open(dumped)
    assert values_by_entity(mended) == held
    mended.close()
    next((shared / "archive").glob("7-*.changes.parquet")).unlink()
    with pytest.raises(StoreDamagedError, match="hai bản"):
        repair(replace(settings, lake=server.address(f"{database}_second")))


def test_a_shared_folder_that_is_not_mounted_is_said(settings: Settings, store: Store) -> None:
    with pytest.raises(CchcError, match="elsewhere"):
        Store.open(replace(settings, lake_dir=settings.data_dir / "elsewhere"))
    with pytest.raises(CchcError, match="PostgreSQL"):
        Store.open(replace(settings, lake="postgres://cchc@127.0.0.1:1/none"))


def test_lines_are_those_of_every_journal(server: Postgres, settings: Settings, store: Store) -> None:
    rows = server.run("SELECT seq, line FROM cchc.journal ORDER BY seq", settings.lake.rpartition("/")[2])
    assert [seq for seq, _ in rows] == [json.loads(str(line))["seq"] for _, line in rows] == [1, 2, 3, 4, 5]
    assert [str(line).encode() for _, line in rows] == store.parts.journal.lines


@pytest.mark.walk
def test_processes_that_store_read_and_die_lose_tear_and_double_nothing(server: Postgres, tmp_path: Path) -> None:
    settings = server.lake(in_a_folder(tmp_path / "run" / "data"), tmp_path / "run" / "shared")
    told = campaign(settings, 12, writers=2, readers=2, seed=7)
    assert told.problems == ()
    assert min(told.acknowledged, told.reads, told.kills) > 0
