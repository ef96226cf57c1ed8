"""The database has exactly the tables that the schema describes, whoever made it before."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cchc_metrics.schema import KINDS, PROVENANCE
from cchc_metrics.storage import Store
from tests.storage.builders import settings_in

_SPELLED = {"TIMESTAMPTZ": "TIMESTAMP WITH TIME ZONE"}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(settings_in(tmp_path))
    yield opened
    opened.close()


def _columns(store: Store) -> dict[str, list[tuple[str, str]]]:
    with store.parts.gateway.cursor() as cursor:
        rows = cursor.execute(
            "SELECT c.table_name, c.column_name, c.data_type FROM information_schema.columns AS c "
            "JOIN information_schema.tables AS t USING (table_name) WHERE t.table_type = 'BASE TABLE' "
            "ORDER BY c.table_name, c.ordinal_position"
        ).fetchall()
    tables: dict[str, list[tuple[str, str]]] = {}
    for table, column, data_type in rows:
        tables.setdefault(table, []).append((column, data_type))
    return tables


def test_tables_have_the_columns_of_the_schema_and_no_others(store: Store) -> None:
    expected = {}
    for kind in KINDS.values():
        columns = [(column.name, column.type.value) for column in (*kind.grain, *kind.values)] + list(PROVENANCE)
        columns = [(name, _SPELLED.get(data_type, data_type)) for name, data_type in columns]
        expected[kind.table] = columns
        expected[f"{kind.table}_history"] = [*columns, ("seq_to", "BIGINT")]
    made = _columns(store)
    assert set(made) == {*expected, "applied", "made_for", "tally"}
    assert {table: made[table] for table in expected} == expected


def test_nothing_is_made_that_ducklake_refuses(store: Store) -> None:
    with store.parts.gateway.cursor() as cursor:
        for catalogue in ("duckdb_constraints()", "duckdb_indexes()", "duckdb_sequences()"):
            assert cursor.execute(f"SELECT count(*) FROM {catalogue}").fetchone() == (0,)
        asked = "SELECT count(*) FROM duckdb_types() WHERE logical_type = 'ENUM' AND NOT internal"
        assert cursor.execute(asked).fetchone() == (0,)
