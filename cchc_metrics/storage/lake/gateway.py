"""The derived tables where several processes share them: DuckLake, a catalog in PostgreSQL and Parquet in a folder.

What was committed is in the catalog at once. Two transactions that apply entries at the same time touch the same row
(``touch_made_for``), so that DuckLake refuses the later one: an entry is never applied twice, whoever lost the turn.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import duckdb
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from cchc_metrics.config import Settings
from cchc_metrics.errors import CchcError
from cchc_metrics.labels import texts
from cchc_metrics.storage.failures import DatabaseBrokenError
from cchc_metrics.storage.gateway import NAME, Cursor, Gateway, in_memory, lock_down
from cchc_metrics.storage.lake.objects import TABLES, Objects
from cchc_metrics.storage.statements import about, literal

_PACKAGES = ("duckdb_extension_postgres_scanner", "duckdb_extension_ducklake")
_SCHEMA = "cchc_lake"
CATALOG = f"{_SCHEMA}.ducklake_snapshot"  # where PostgreSQL has this table, there is a catalog
# Parquet is written by one process and read by another: the disk of a server may show a file a moment later.
_NO_FILE = ("No such file", "404 (Not Found)", "No magic bytes", "too small to be a Parquet")


class OvertakenError(CchcError):
    """Another process applied an entry meanwhile; nothing of this transaction stands."""


@contextmanager
def _translated() -> Iterator[None]:
    """DuckDB's errors become ours, chained."""
    t = texts().lake
    try:
        yield
    except duckdb.OutOfMemoryException as error:
        raise CchcError(texts().errors.database_out_of_memory) from error
    except duckdb.Error as error:
        text = str(error)
        if "Transaction conflict" in text:
            raise OvertakenError(t.overtaken) from error
        if any(words in text for words in _NO_FILE):
            raise DatabaseBrokenError(t.no_parquet) from error
        if isinstance(error, duckdb.BinderException | duckdb.ParserException | duckdb.ConversionException):
            raise CchcError(texts().errors.database_failed) from error
        raise DatabaseBrokenError(t.unreachable) from error


class LakeGateway(Gateway):
    """The tables of an office that several processes share."""

    # Parquet has no whole numbers of 128 bits: HUGEINT would come back as the nearest double.
    of_sums = "DECIMAL(38, 0)"
    _translated = staticmethod(_translated)

    def __init__(self, settings: Settings, objects: Objects) -> None:
        """objects: where the Parquet lies. Raises CchcError when nobody answers or a package is not there."""
        self._objects = objects
        super().__init__(settings)

    def made(self, cursor: Cursor, table: str) -> None:
        """Have a row come into it and go: of a table that never held any, DuckLake keeps no statistics and asks for
        them once for every column of every read.
        """
        for name in ("one_row", "no_row"):
            cursor.execute(about(name, table=table))

    def checkpoint(self) -> None:
        """Nothing is left to write after a commit."""

    def _connected(self) -> Cursor:
        """The extensions and the catalog, then the locks: afterwards only the folders of the store can be touched."""
        settings, place = self._settings, self._objects.address(TABLES)
        with self._translated():
            root = in_memory()

            def load(package: str) -> None:
                root.execute(f"LOAD {literal(str(_extension(package)))}")

            try:
                for package in _PACKAGES:
                    load(package)
                self._objects.introduce(load, root.execute)
                root.execute(_attach(settings, place))
                root.execute(f"USE {NAME}")
                lock_down(root, settings, [place, str(settings.temp)])
            except BaseException:
                root.close()
                raise
            return root


def _attach(settings: Settings, place: str) -> str:
    catalog = make_conninfo("", **{name: str(value) for name, value in conninfo_to_dict(settings.lake).items()})
    folder = f"DATA_PATH {literal(place)}, OVERRIDE_DATA_PATH true"
    return f"ATTACH {literal(f'ducklake:postgres:{catalog}')} AS {NAME} ({folder}, METADATA_SCHEMA '{_SCHEMA}')"


def _extension(package: str) -> Path:
    """The extension that an installed package carries for this DuckDB. Raises CchcError when there is none."""
    found = find_spec(package)
    place = Path(found.origin).parent if found and found.origin else Path(package)
    files = sorted(place.glob(f"extensions/v{duckdb.__version__}/*.duckdb_extension"))
    if not files:
        raise CchcError(texts().lake.no_packages)
    return files[0]
