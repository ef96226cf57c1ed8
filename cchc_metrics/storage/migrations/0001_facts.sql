-- The first migration: what was applied, who uploaded what, and one table per kind of fact with its history.
--
-- A fact table holds what is in force, one row per grain; <table>_history holds closed versions, in force for
-- seq_from <= s < seq_to. No keys, indexes, sequences, enum types or generated columns: the subset DuckLake takes too.
-- The columns equal schema.KINDS and schema.PROVENANCE; tests/integration/test_storage_migrations.py pins it.

-- one row per journal entry that this database holds; checksum is the entry's hash in the journal's chain
CREATE TABLE applied (
    "seq" BIGINT,
    "checksum" VARCHAR,
    "kind" VARCHAR,
    "action" VARCHAR,
    "recorded_at" TIMESTAMPTZ
);

-- one row per journal entry, readable: who, when, from which file, how many rows, what was found
CREATE TABLE upload (
    "seq" BIGINT,
    "action" VARCHAR,
    "kind" VARCHAR,
    "plan_id" VARCHAR,
    "file_name" VARCHAR,
    "original_sha256" VARCHAR,
    "original_size" BIGINT,
    "changes_sha256" VARCHAR,
    "actor_id" VARCHAR,
    "actor_name" VARCHAR,
    "actor_role" VARCHAR,
    "recorded_at" TIMESTAMPTZ,
    "note" VARCHAR,
    "rows_read" INTEGER,
    "rows_accepted" INTEGER,
    "rows_rejected" INTEGER,
    "rows_ignored" INTEGER,
    "added" INTEGER,
    "changed" INTEGER,
    "unchanged" INTEGER,
    "missing" INTEGER,
    "findings" VARCHAR,
    "undoes" BIGINT
);

CREATE TABLE entity (
    "entity_id" VARCHAR,
    "entity_type" VARCHAR,
    "era" VARCHAR,
    "code" VARCHAR,
    "name" VARCHAR,
    "display_name" VARCHAR,
    "full_name" VARCHAR,
    "name_en" VARCHAR,
    "region" VARCHAR,
    "peer_group" VARCHAR,
    "region_confirmed" BOOLEAN,
    "valid_from" DATE,
    "valid_to" DATE,
    "successor_id" VARCHAR,
    "relation" VARCHAR,
    "aliases" VARCHAR,
    "source" VARCHAR,
    "note" VARCHAR,
    "upload_seq" BIGINT,
    "sheet_no" INTEGER,
    "row_no" INTEGER,
    "col_no" INTEGER,
    "seq_from" BIGINT,
    "recorded_at" TIMESTAMPTZ
);

CREATE TABLE entity_history (
    "entity_id" VARCHAR,
    "entity_type" VARCHAR,
    "era" VARCHAR,
    "code" VARCHAR,
    "name" VARCHAR,
    "display_name" VARCHAR,
    "full_name" VARCHAR,
    "name_en" VARCHAR,
    "region" VARCHAR,
    "peer_group" VARCHAR,
    "region_confirmed" BOOLEAN,
    "valid_from" DATE,
    "valid_to" DATE,
    "successor_id" VARCHAR,
    "relation" VARCHAR,
    "aliases" VARCHAR,
    "source" VARCHAR,
    "note" VARCHAR,
    "upload_seq" BIGINT,
    "sheet_no" INTEGER,
    "row_no" INTEGER,
    "col_no" INTEGER,
    "seq_from" BIGINT,
    "recorded_at" TIMESTAMPTZ,
    "seq_to" BIGINT
);

CREATE TABLE node (
    "index_code" VARCHAR,
    "framework_id" VARCHAR,
    "node_code" VARCHAR,
    "legal_basis" VARCHAR,
    "year_from" INTEGER,
    "year_to" INTEGER,
    "parent_code" VARCHAR,
    "level" VARCHAR,
    "name" VARCHAR,
    "name_en" VARCHAR,
    "max_score" DECIMAL(18,9),
    "min_score" DECIMAL(18,9),
    "step" DECIMAL(18,9),
    "bonus" DECIMAL(18,9),
    "unit" VARCHAR,
    "aggregation" VARCHAR,
    "groups" VARCHAR,
    "survey" BOOLEAN,
    "method" VARCHAR,
    "source" VARCHAR,
    "note" VARCHAR,
    "upload_seq" BIGINT,
    "sheet_no" INTEGER,
    "row_no" INTEGER,
    "col_no" INTEGER,
    "seq_from" BIGINT,
    "recorded_at" TIMESTAMPTZ
);

CREATE TABLE node_history (
    "index_code" VARCHAR,
    "framework_id" VARCHAR,
    "node_code" VARCHAR,
    "legal_basis" VARCHAR,
    "year_from" INTEGER,
    "year_to" INTEGER,
    "parent_code" VARCHAR,
    "level" VARCHAR,
    "name" VARCHAR,
    "name_en" VARCHAR,
    "max_score" DECIMAL(18,9),
    "min_score" DECIMAL(18,9),
    "step" DECIMAL(18,9),
    "bonus" DECIMAL(18,9),
    "unit" VARCHAR,
    "aggregation" VARCHAR,
    "groups" VARCHAR,
    "survey" BOOLEAN,
    "method" VARCHAR,
    "source" VARCHAR,
    "note" VARCHAR,
    "upload_seq" BIGINT,
    "sheet_no" INTEGER,
    "row_no" INTEGER,
    "col_no" INTEGER,
    "seq_from" BIGINT,
    "recorded_at" TIMESTAMPTZ,
    "seq_to" BIGINT
);

CREATE TABLE series_break (
    "index_code" VARCHAR,
    "node_code" VARCHAR,
    "period_before" VARCHAR,
    "period_after" VARCHAR,
    "break_kind" VARCHAR,
    "reason" VARCHAR,
    "source" VARCHAR,
    "upload_seq" BIGINT,
    "sheet_no" INTEGER,
    "row_no" INTEGER,
    "col_no" INTEGER,
    "seq_from" BIGINT,
    "recorded_at" TIMESTAMPTZ
);

CREATE TABLE series_break_history (
    "index_code" VARCHAR,
    "node_code" VARCHAR,
    "period_before" VARCHAR,
    "period_after" VARCHAR,
    "break_kind" VARCHAR,
    "reason" VARCHAR,
    "source" VARCHAR,
    "upload_seq" BIGINT,
    "sheet_no" INTEGER,
    "row_no" INTEGER,
    "col_no" INTEGER,
    "seq_from" BIGINT,
    "recorded_at" TIMESTAMPTZ,
    "seq_to" BIGINT
);

CREATE TABLE report_window (
    "window_code" VARCHAR,
    "year_from" INTEGER,
    "year_to" INTEGER,
    "start_day" VARCHAR,
    "end_day" VARCHAR,
    "cumulative" BOOLEAN,
    "legal_basis" VARCHAR,
    "source" VARCHAR,
    "note" VARCHAR,
    "upload_seq" BIGINT,
    "sheet_no" INTEGER,
    "row_no" INTEGER,
    "col_no" INTEGER,
    "seq_from" BIGINT,
    "recorded_at" TIMESTAMPTZ
);

CREATE TABLE report_window_history (
    "window_code" VARCHAR,
    "year_from" INTEGER,
    "year_to" INTEGER,
    "start_day" VARCHAR,
    "end_day" VARCHAR,
    "cumulative" BOOLEAN,
    "legal_basis" VARCHAR,
    "source" VARCHAR,
    "note" VARCHAR,
    "upload_seq" BIGINT,
    "sheet_no" INTEGER,
    "row_no" INTEGER,
    "col_no" INTEGER,
    "seq_from" BIGINT,
    "recorded_at" TIMESTAMPTZ,
    "seq_to" BIGINT
);

CREATE TABLE source_release (
    "source" VARCHAR,
    "publisher" VARCHAR,
    "title" VARCHAR,
    "published_on" DATE,
    "corrects" VARCHAR,
    "note" VARCHAR,
    "upload_seq" BIGINT,
    "sheet_no" INTEGER,
    "row_no" INTEGER,
    "col_no" INTEGER,
    "seq_from" BIGINT,
    "recorded_at" TIMESTAMPTZ
);

CREATE TABLE source_release_history (
    "source" VARCHAR,
    "publisher" VARCHAR,
    "title" VARCHAR,
    "published_on" DATE,
    "corrects" VARCHAR,
    "note" VARCHAR,
    "upload_seq" BIGINT,
    "sheet_no" INTEGER,
    "row_no" INTEGER,
    "col_no" INTEGER,
    "seq_from" BIGINT,
    "recorded_at" TIMESTAMPTZ,
    "seq_to" BIGINT
);

CREATE TABLE score (
    "entity_id" VARCHAR,
    "index_code" VARCHAR,
    "node_code" VARCHAR,
    "period_id" VARCHAR,
    "score_kind" VARCHAR,
    "state" VARCHAR,
    "value" DECIMAL(18,9),
    "max_score" DECIMAL(18,9),
    "printed" VARCHAR,
    "published_rank" INTEGER,
    "rank_out_of" INTEGER,
    "framework_id" VARCHAR,
    "source" VARCHAR,
    "note" VARCHAR,
    "upload_seq" BIGINT,
    "sheet_no" INTEGER,
    "row_no" INTEGER,
    "col_no" INTEGER,
    "seq_from" BIGINT,
    "recorded_at" TIMESTAMPTZ
);

CREATE TABLE score_history (
    "entity_id" VARCHAR,
    "index_code" VARCHAR,
    "node_code" VARCHAR,
    "period_id" VARCHAR,
    "score_kind" VARCHAR,
    "state" VARCHAR,
    "value" DECIMAL(18,9),
    "max_score" DECIMAL(18,9),
    "printed" VARCHAR,
    "published_rank" INTEGER,
    "rank_out_of" INTEGER,
    "framework_id" VARCHAR,
    "source" VARCHAR,
    "note" VARCHAR,
    "upload_seq" BIGINT,
    "sheet_no" INTEGER,
    "row_no" INTEGER,
    "col_no" INTEGER,
    "seq_from" BIGINT,
    "recorded_at" TIMESTAMPTZ,
    "seq_to" BIGINT
);

CREATE TABLE target (
    "entity_id" VARCHAR,
    "index_code" VARCHAR,
    "node_code" VARCHAR,
    "period_id" VARCHAR,
    "target_kind" VARCHAR,
    "value" DECIMAL(18,9),
    "legal_basis" VARCHAR,
    "source" VARCHAR,
    "note" VARCHAR,
    "upload_seq" BIGINT,
    "sheet_no" INTEGER,
    "row_no" INTEGER,
    "col_no" INTEGER,
    "seq_from" BIGINT,
    "recorded_at" TIMESTAMPTZ
);

CREATE TABLE target_history (
    "entity_id" VARCHAR,
    "index_code" VARCHAR,
    "node_code" VARCHAR,
    "period_id" VARCHAR,
    "target_kind" VARCHAR,
    "value" DECIMAL(18,9),
    "legal_basis" VARCHAR,
    "source" VARCHAR,
    "note" VARCHAR,
    "upload_seq" BIGINT,
    "sheet_no" INTEGER,
    "row_no" INTEGER,
    "col_no" INTEGER,
    "seq_from" BIGINT,
    "recorded_at" TIMESTAMPTZ,
    "seq_to" BIGINT
);

CREATE TABLE policy_target (
    "scope" VARCHAR,
    "indicator" VARCHAR,
    "deadline" VARCHAR,
    "document" VARCHAR,
    "comparison" VARCHAR,
    "value" DECIMAL(18,9),
    "unit" VARCHAR,
    "source" VARCHAR,
    "upload_seq" BIGINT,
    "sheet_no" INTEGER,
    "row_no" INTEGER,
    "col_no" INTEGER,
    "seq_from" BIGINT,
    "recorded_at" TIMESTAMPTZ
);

CREATE TABLE policy_target_history (
    "scope" VARCHAR,
    "indicator" VARCHAR,
    "deadline" VARCHAR,
    "document" VARCHAR,
    "comparison" VARCHAR,
    "value" DECIMAL(18,9),
    "unit" VARCHAR,
    "source" VARCHAR,
    "upload_seq" BIGINT,
    "sheet_no" INTEGER,
    "row_no" INTEGER,
    "col_no" INTEGER,
    "seq_from" BIGINT,
    "recorded_at" TIMESTAMPTZ,
    "seq_to" BIGINT
);

-- one row per predecessor: the unit it became part of, and since when (null: the successor's first day is unknown)
CREATE VIEW entity_link AS
SELECT
    old.entity_id AS "predecessor",
    old.successor_id AS "successor",
    new.valid_from AS "date",
    old.relation AS "relation"
FROM entity AS old
LEFT JOIN entity AS new ON new.entity_id = old.successor_id
WHERE old.successor_id IS NOT NULL;

-- one row per other name of an entity, with the entity's validity
CREATE VIEW entity_alias AS
SELECT alias AS "alias", entity_id, valid_from, valid_to
FROM (
    SELECT trim(unnest(string_split(aliases, '|'))) AS alias, entity_id, valid_from, valid_to
    FROM entity
    WHERE aliases IS NOT NULL
)
WHERE alias <> '';

-- one row per index and framework: what its nodes say of their framework
CREATE VIEW framework AS
SELECT DISTINCT index_code, framework_id, legal_basis, year_from, year_to
FROM node;
