"""The door to DuckDB: what is locked, whose cursor answers, who may come in."""

import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb
import pytest

from cchc_metrics.config import PROJECT
from cchc_metrics.errors import CchcError, StoreBusyError, StoreDamagedError
from cchc_metrics.storage import Store
from cchc_metrics.storage.gateway import Gateway
from tests.storage.builders import settings_in

PACKAGE = PROJECT / "cchc_metrics"


@pytest.fixture
def gateway(tmp_path: Path) -> Iterator[Gateway]:
    settings = settings_in(tmp_path / "data")
    settings.temp.mkdir(parents=True)
    opened = Gateway(settings)
    yield opened
    opened.close()


def test_the_pinned_version_is_the_one_installed() -> None:
    assert duckdb.__version__ == "1.5.5"


def test_only_the_gateway_connects() -> None:
    callers = [path.name for path in PACKAGE.rglob("*.py") if "duckdb.connect" in path.read_text(encoding="utf-8")]
    assert callers == ["gateway.py"]


def test_nothing_is_written_to_a_log_that_duckdb_could_not_take_back(gateway: Gateway, tmp_path: Path) -> None:
    with gateway.transaction() as cursor:
        cursor.execute("CREATE TABLE kept AS SELECT range AS n FROM range(5000)")
    assert not (tmp_path / "data" / "cchc.duckdb.wal").exists()
    gateway.checkpoint()
    assert [file.name for file in (tmp_path / "data").glob("cchc.duckdb*")] == ["cchc.duckdb"]


def test_a_quote_in_the_path_is_part_of_the_path(tmp_path: Path) -> None:
    settings = settings_in(tmp_path / "o'hara'' AS x")
    settings.temp.mkdir(parents=True)
    Gateway(settings).close()
    assert settings.database.is_file()


def test_files_outside_the_data_folder_are_out_of_reach(gateway: Gateway, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("x", encoding="utf-8")
    (tmp_path / "data" / "link").symlink_to(tmp_path)
    for path in (tmp_path / "secret.txt", tmp_path / "data" / ".." / "secret.txt", tmp_path / "data/link/secret.txt"):
        with gateway.cursor() as cursor, pytest.raises(duckdb.PermissionException):
            cursor.execute("SELECT * FROM read_text(?)", [str(path)])


@pytest.mark.parametrize(
    "statement",
    ["INSTALL httpfs", "LOAD httpfs", "SET threads = 1", "SET enable_external_access = true", "RESET memory_limit"],
)
def test_extensions_and_settings_are_locked(gateway: Gateway, statement: str) -> None:
    with gateway.cursor() as cursor, pytest.raises((duckdb.PermissionException, duckdb.InvalidInputException)):
        cursor.execute(statement)


def test_a_database_elsewhere_is_not_attached(gateway: Gateway, tmp_path: Path) -> None:
    with gateway.cursor() as cursor, pytest.raises(duckdb.PermissionException):
        cursor.execute(f"ATTACH '{tmp_path / 'elsewhere.duckdb'}' AS elsewhere")


def test_an_online_backup_inside_the_folder_works(gateway: Gateway, tmp_path: Path) -> None:
    with gateway.cursor() as cursor:
        cursor.execute("CREATE TABLE kept AS SELECT 7 AS n")
        cursor.execute(f"ATTACH '{tmp_path / 'data' / 'copy.duckdb'}' AS copy")
        cursor.execute("COPY FROM DATABASE store TO copy")
        assert cursor.execute("SELECT n FROM copy.kept").fetchall() == [(7,)]


def test_settings_hold_for_every_cursor(gateway: Gateway) -> None:
    with gateway.cursor() as cursor:
        asked = "SELECT current_setting('TimeZone'), current_setting('threads'), current_setting('lock_configuration')"
        assert cursor.execute(asked).fetchone() == ("Asia/Ho_Chi_Minh", 2, True)


def test_each_operation_gets_its_own_answer(gateway: Gateway) -> None:
    def ask(number: int) -> bool:
        with gateway.cursor() as cursor:
            return cursor.execute("SELECT $n FROM range(50)", {"n": number}).fetchall() == [(number,)] * 50

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(ask, range(800)))


def test_a_failed_transaction_leaves_nothing(gateway: Gateway) -> None:
    with pytest.raises(ZeroDivisionError), gateway.transaction() as cursor:
        cursor.execute("CREATE TABLE half AS SELECT 1 AS n")
        raise ZeroDivisionError
    with gateway.cursor() as cursor:
        assert cursor.execute("SELECT count(*) FROM information_schema.tables").fetchone() == (0,)


def test_errors_of_the_database_become_ours_chained(gateway: Gateway) -> None:
    with pytest.raises(CchcError, match="Cơ sở dữ liệu") as failed, gateway.cursor() as cursor:
        cursor.execute("SELECT 1 FROM")
    assert isinstance(failed.value.__cause__, duckdb.Error)


def test_a_file_that_is_no_database_is_damaged(tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    settings.database.write_bytes(b"not a database" * 1000)
    with pytest.raises(StoreDamagedError):
        Gateway(settings)


def test_a_second_store_is_told_that_the_first_is_busy(tmp_path: Path) -> None:
    store = Store.open(settings_in(tmp_path))
    with pytest.raises(StoreBusyError, match="chương trình khác"):
        Store.open(settings_in(tmp_path))
    store.close()
    Store.open(settings_in(tmp_path)).close()


def test_another_process_that_holds_the_file_makes_the_store_busy(tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    Store.open(settings).close()
    code = "import duckdb, sys; c = duckdb.connect(sys.argv[1]); print('held', flush=True); sys.stdin.read()"
    holder = subprocess.Popen(
        [sys.executable, "-c", code, str(settings.database)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(StoreBusyError):
            Store.open(settings)
    finally:
        holder.communicate(b"")
    Store.open(settings).close()
