"""A shared store whose Parquet, originals and change sets lie in a bucket of an S3-compatible server."""

import logging
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from cchc_metrics.config import Settings, load_settings
from cchc_metrics.errors import CchcError, StoreDamagedError
from cchc_metrics.storage import Store, backup, move_in, move_out, restore, verify
from cchc_metrics.storage.lake import compacting
from cchc_metrics.storage.lake.bucket import Bucket, BucketObjects, bucket_of
from cchc_metrics.storage.lake.objects import ARCHIVE, ORIGINALS, TABLES, objects_of
from tests.browser.serving import free_port
from tests.storage.buckets import SECRET, declared, in_bucket
from tests.storage.builders import ACTOR, in_a_folder, lived_in, plan_of, prints, put, score, values_by_entity
from tests.storage.lake_office import campaign
from tests.storage.postgres import Postgres, shared_server

NOW = {"A": 1.0, "B": 2.0, "C": 3.5}


@pytest.fixture(scope="module")
def server(few_kinds: None) -> Postgres:
    return shared_server()


@pytest.fixture
def settings(server: Postgres, tmp_path: Path) -> Settings:
    return in_bucket(server.lake(in_a_folder(tmp_path / "data"), tmp_path / "unused"), tmp_path / "keys")


@pytest.fixture
def store(settings: Settings) -> Iterator[Store]:
    opened = lived_in(settings)
    yield opened
    opened.close()


def test_settings_name_a_bucket_or_say_what_is_missing(tmp_path: Path) -> None:
    named = {"CCHC_DATABASE": "ducklake:postgres://cchc@db/cchc", "CCHC_LAKE_DIR": "s3://cchc/van-phong"}
    settings = load_settings({**named, "CCHC_S3_FILE": "/etc/cchc-metrics/s3.toml"})
    assert (settings.lake_dir, settings.lake_bucket) == (None, "s3://cchc/van-phong")
    assert settings.in_folder(tmp_path).lake_bucket == ""
    for wrong in ({}, {"CCHC_LAKE_DIR": "s3://"}, {"CCHC_LAKE_DIR": "s3://cchc/?x"}):
        with pytest.raises(ValueError, match="CCHC_LAKE_DIR"):
            load_settings({**named, **wrong} | ({"CCHC_S3_FILE": "x"} if wrong else {}))


def test_what_tells_of_a_server_is_held_against_the_rules(tmp_path: Path) -> None:
    def bucket(endpoint: str) -> Bucket:
        return bucket_of(
            replace(in_a_folder(tmp_path), lake_bucket="s3://cchc/a/b", s3_file=declared(tmp_path, endpoint))
        )

    told = bucket("https://minio.example.vn:9000/")
    assert SECRET not in repr(told)
    assert (told.endpoint, told.prefix) == ("https://minio.example.vn:9000", "a/b")
    for wrong in ("http://minio.example.vn:9000", "minio.example.vn"):
        with pytest.raises(CchcError, match="endpoint"):
            bucket(wrong)
    (tmp_path / "s3.toml").write_text('key_id = "cchc"\n', "utf-8")
    with pytest.raises(CchcError, match="secret_file"):
        bucket_of(replace(in_a_folder(tmp_path), lake_bucket="s3://cchc", s3_file=tmp_path / "s3.toml"))


def test_a_store_in_a_bucket_and_one_in_a_folder_that_lived_the_same_hold_the_same(
    settings: Settings, store: Store, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    beside = lived_in(in_a_folder(tmp_path / "beside"))
    assert values_by_entity(store) == NOW
    assert (store.checksum(), store.original(1)) == (beside.checksum(), beside.original(1))
    beside.close()
    with caplog.at_level(logging.DEBUG):
        other = Store.open(replace(settings, data_dir=settings.data_dir.with_name("other")))
        put(other, *(score(f"D{number}", 4.0) for number in range(40)))
    assert values_by_entity(store) == {**NOW, **{f"D{number}": 4.0 for number in range(40)}}
    assert verify(store).problems == ()
    assert (sizes := store.sizes()) is not None
    assert sizes.files == 6 + 1
    assert sizes.tables > 0
    assert not (settings.data_dir / "archive").exists()
    assert SECRET not in caplog.text + repr(settings)
    other.close()


def test_an_office_moves_into_a_bucket_and_out_of_it_with_equal_checksums(settings: Settings, tmp_path: Path) -> None:
    first = lived_in(in_a_folder(tmp_path / "first"))
    first.remove_original(1, ACTOR, "theo yêu cầu")
    before = first.checksum()
    first.close()
    assert move_in(tmp_path / "first", settings).checksum == before
    assert objects_of(settings).listed(ORIGINALS) == {}
    assert move_out(settings, tmp_path / "back").checksum == before


def test_the_files_of_another_store_are_never_mixed_with_ours(
    server: Postgres, settings: Settings, store: Store, tmp_path: Path
) -> None:
    lived_in(in_a_folder(tmp_path / "first")).close()
    begun_anew = replace(settings, lake=server.lake(in_a_folder(tmp_path / "x"), tmp_path / "y").lake)
    put(store, *(score(f"X{place}", 1.0) for place in range(40)))
    with pytest.raises(CchcError, match="kho khác"):
        move_in(tmp_path / "first", begun_anew)
    assert verify(store).problems == ()


def test_a_removed_original_leaves_the_bucket_and_a_changed_object_is_found(settings: Settings, store: Store) -> None:
    objects = objects_of(settings)
    store.commit(plan_of(store, [score("D", 4.0)], original=b"to go"), ACTOR, "")
    store.remove_original(6, ACTOR, "theo yêu cầu")
    assert len(objects.listed(ORIGINALS)) == 1
    key = min(key for key in objects.listed(ARCHIVE) if key.endswith(".changes.parquet"))
    whole = objects.get(key)
    objects.put(key, whole[:-1])
    with pytest.raises(StoreDamagedError):
        store.changes_of(1)
    assert [problem for problem in verify(store).problems if key.rpartition("/")[2] in problem]
    objects.put(key, whole)
    assert verify(store).problems == ()


def test_a_server_that_does_not_answer_keeps_the_entry_out_and_says_so(
    settings: Settings, store: Store, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    gone = declared(tmp_path / "gone", f"http://127.0.0.1:{free_port()}")
    monkeypatch.setattr("cchc_metrics.storage.lake.bucket._RETRIES", {"max_retries": 0})
    away = replace(settings, s3_file=gone)
    with pytest.raises(CchcError, match="s3://cchc-") as told:
        Store.open(away)
    assert SECRET not in str(told.value)
    with monkeypatch.context() as patch, pytest.raises(CchcError, match="kho đối tượng"):
        patch.setattr(store.parts.archive, "objects", BucketObjects(bucket_of(away)))
        put(store, score("D", 4.0))
    assert (store.version, values_by_entity(store)) == (5, NOW)
    put(store, score("D", 4.0))
    assert verify(store).problems == ()


def test_compaction_and_a_backup_restored_into_a_new_bucket(
    server: Postgres, settings: Settings, store: Store, tmp_path: Path
) -> None:
    for number in range(4):
        put(store, *(score(f"X{number}-{place}", 1.0) for place in range(40)))
    objects_of(settings).put(f"{ARCHIVE}10-0123456789abcdef.changes.parquet", b"of a commit that died")
    before, versions = store.checksum(), prints(store)
    files = len(objects_of(settings).listed(f"{TABLES}main/score"))
    done = compacting.compact(store, kept=compacting.KEPT * 0)
    assert len(objects_of(settings).listed(f"{TABLES}main/score")) < files
    assert (done.cleared, store.checksum(), prints(store)) == (1, before, versions)
    made = backup.make(store, tmp_path / "backups")
    fresh = in_bucket(server.lake(in_a_folder(tmp_path / "fresh"), tmp_path / "none"), tmp_path / "keys-2")
    assert restore(fresh, made.path, ACTOR).entries == 9
    with pytest.raises(CchcError, match="9"):
        restore(fresh, made.path, ACTOR)
    again = Store.open(fresh)
    assert (again.checksum(), prints(again), verify(again).problems) == (before, versions, ())
    again.close()


def test_processes_that_store_in_a_bucket_and_die_lose_tear_and_double_nothing(settings: Settings) -> None:
    told = campaign(settings, 12, writers=2, readers=1, seed=3)
    assert told.problems == ()
    assert min(told.acknowledged, told.reads, told.kills) > 0
