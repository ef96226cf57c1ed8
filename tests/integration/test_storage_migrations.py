"""The migrations make exactly the tables that the schema describes."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from storage_builders import put, settings_in

from cchc_metrics.schema import ENTITIES, FRAMEWORKS, KINDS, PROVENANCE
from cchc_metrics.storage import Store

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
    assert set(made) == {*expected, "applied", "upload", "migration"}
    assert {table: made[table] for table in expected} == expected


def test_nothing_is_made_that_ducklake_refuses(store: Store) -> None:
    with store.parts.gateway.cursor() as cursor:
        for catalogue in ("duckdb_constraints()", "duckdb_indexes()", "duckdb_sequences()"):
            assert cursor.execute(f"SELECT count(*) FROM {catalogue}").fetchone() == (0,)
        asked = "SELECT count(*) FROM duckdb_types() WHERE logical_type = 'ENUM' AND NOT internal"
        assert cursor.execute(asked).fetchone() == (0,)


def test_migrations_are_numbered_and_recorded_once(store: Store, tmp_path: Path) -> None:
    store.close()
    again = Store.open(settings_in(tmp_path))
    with again.parts.gateway.cursor() as cursor:
        assert cursor.execute("SELECT number, name FROM migration").fetchall() == [
            (1, "0001_facts"),
            (2, "0002_memory_and_analysis"),
            (3, "0003_unit_reports"),
        ]
    again.close()


def test_links_and_aliases_are_read_from_the_entities(store: Store) -> None:
    old = {"op": "add", "entity_type": "province", "successor_id": "P34-44", "relation": "merged"}
    put(
        store,
        {
            **old,
            "entity_id": "P63-45",
            "name": "Quảng Trị",
            "aliases": "QT | Quang Tri||",
            "valid_to": date(2025, 6, 30),
        },
        {**old, "entity_id": "P63-44", "name": "Quảng Bình"},
        {"op": "add", "entity_id": "P34-44", "name": "Quảng Trị", "valid_from": date(2025, 7, 1)},
        kind=ENTITIES,
    )
    with store.parts.gateway.cursor() as cursor:
        links = cursor.execute("SELECT * FROM entity_link ORDER BY predecessor").fetchall()
        aliases = cursor.execute("SELECT alias, entity_id, valid_to FROM entity_alias ORDER BY alias").fetchall()
    assert links == [(f"P63-{code}", "P34-44", date(2025, 7, 1), "merged") for code in (44, 45)]
    assert aliases == [("QT", "P63-45", date(2025, 6, 30)), ("Quang Tri", "P63-45", date(2025, 6, 30))]


def test_a_framework_stands_once_however_many_nodes_it_has(store: Store) -> None:
    node = {"op": "add", "index_code": "PAPI", "framework_id": "PAPI 2021", "year_from": 2021, "legal_basis": "UNDP"}
    put(store, {**node, "node_code": "TOTAL"}, {**node, "node_code": "D1"}, kind=FRAMEWORKS)
    with store.parts.gateway.cursor() as cursor:
        rows = cursor.execute("SELECT * FROM framework").fetchall()
    assert rows == [("PAPI", "PAPI 2021", "UNDP", 2021, None)]
