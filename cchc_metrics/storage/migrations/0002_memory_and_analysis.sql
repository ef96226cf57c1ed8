-- The second migration: what the intake remembers, and what the analysis declares before it computes.
--
-- Same shape as the first: one table per kind of fact, in force, with its history beside it.

CREATE TABLE layout (
    "fingerprint" VARCHAR,
    "name" VARCHAR,
    "kind" VARCHAR,
    "mapping" VARCHAR,
    "note" VARCHAR,
    "upload_seq" BIGINT,
    "sheet_no" INTEGER,
    "row_no" INTEGER,
    "col_no" INTEGER,
    "seq_from" BIGINT,
    "recorded_at" TIMESTAMPTZ
);

CREATE TABLE layout_history (
    "fingerprint" VARCHAR,
    "name" VARCHAR,
    "kind" VARCHAR,
    "mapping" VARCHAR,
    "note" VARCHAR,
    "upload_seq" BIGINT,
    "sheet_no" INTEGER,
    "row_no" INTEGER,
    "col_no" INTEGER,
    "seq_from" BIGINT,
    "recorded_at" TIMESTAMPTZ,
    "seq_to" BIGINT
);

CREATE TABLE name_answer (
    "subject" VARCHAR,
    "scope" VARCHAR,
    "written" VARCHAR,
    "target" VARCHAR,
    "written_as" VARCHAR,
    "note" VARCHAR,
    "upload_seq" BIGINT,
    "sheet_no" INTEGER,
    "row_no" INTEGER,
    "col_no" INTEGER,
    "seq_from" BIGINT,
    "recorded_at" TIMESTAMPTZ
);

CREATE TABLE name_answer_history (
    "subject" VARCHAR,
    "scope" VARCHAR,
    "written" VARCHAR,
    "target" VARCHAR,
    "written_as" VARCHAR,
    "note" VARCHAR,
    "upload_seq" BIGINT,
    "sheet_no" INTEGER,
    "row_no" INTEGER,
    "col_no" INTEGER,
    "seq_from" BIGINT,
    "recorded_at" TIMESTAMPTZ,
    "seq_to" BIGINT
);

CREATE TABLE standard_error (
    "entity_id" VARCHAR,
    "index_code" VARCHAR,
    "node_code" VARCHAR,
    "period_id" VARCHAR,
    "value" DECIMAL(18,9),
    "source" VARCHAR,
    "note" VARCHAR,
    "upload_seq" BIGINT,
    "sheet_no" INTEGER,
    "row_no" INTEGER,
    "col_no" INTEGER,
    "seq_from" BIGINT,
    "recorded_at" TIMESTAMPTZ
);

CREATE TABLE standard_error_history (
    "entity_id" VARCHAR,
    "index_code" VARCHAR,
    "node_code" VARCHAR,
    "period_id" VARCHAR,
    "value" DECIMAL(18,9),
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

CREATE TABLE crosswalk (
    "index_code" VARCHAR,
    "framework_before" VARCHAR,
    "node_before" VARCHAR,
    "framework_after" VARCHAR,
    "node_after" VARCHAR,
    "relation" VARCHAR,
    "share" DECIMAL(18,9),
    "reason" VARCHAR,
    "source" VARCHAR,
    "upload_seq" BIGINT,
    "sheet_no" INTEGER,
    "row_no" INTEGER,
    "col_no" INTEGER,
    "seq_from" BIGINT,
    "recorded_at" TIMESTAMPTZ
);

CREATE TABLE crosswalk_history (
    "index_code" VARCHAR,
    "framework_before" VARCHAR,
    "node_before" VARCHAR,
    "framework_after" VARCHAR,
    "node_after" VARCHAR,
    "relation" VARCHAR,
    "share" DECIMAL(18,9),
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

CREATE TABLE lineage_weight (
    "weight_set" VARCHAR,
    "entity_id" VARCHAR,
    "weight" DECIMAL(18,9),
    "unit" VARCHAR,
    "source" VARCHAR,
    "note" VARCHAR,
    "upload_seq" BIGINT,
    "sheet_no" INTEGER,
    "row_no" INTEGER,
    "col_no" INTEGER,
    "seq_from" BIGINT,
    "recorded_at" TIMESTAMPTZ
);

CREATE TABLE lineage_weight_history (
    "weight_set" VARCHAR,
    "entity_id" VARCHAR,
    "weight" DECIMAL(18,9),
    "unit" VARCHAR,
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

CREATE TABLE theme (
    "theme" VARCHAR,
    "index_code" VARCHAR,
    "node_code" VARCHAR,
    "place" INTEGER,
    "reason" VARCHAR,
    "note" VARCHAR,
    "upload_seq" BIGINT,
    "sheet_no" INTEGER,
    "row_no" INTEGER,
    "col_no" INTEGER,
    "seq_from" BIGINT,
    "recorded_at" TIMESTAMPTZ
);

CREATE TABLE theme_history (
    "theme" VARCHAR,
    "index_code" VARCHAR,
    "node_code" VARCHAR,
    "place" INTEGER,
    "reason" VARCHAR,
    "note" VARCHAR,
    "upload_seq" BIGINT,
    "sheet_no" INTEGER,
    "row_no" INTEGER,
    "col_no" INTEGER,
    "seq_from" BIGINT,
    "recorded_at" TIMESTAMPTZ,
    "seq_to" BIGINT
);

CREATE TABLE responsible_unit (
    "index_code" VARCHAR,
    "node_code" VARCHAR,
    "year_from" INTEGER,
    "unit" VARCHAR,
    "co_units" VARCHAR,
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

CREATE TABLE responsible_unit_history (
    "index_code" VARCHAR,
    "node_code" VARCHAR,
    "year_from" INTEGER,
    "unit" VARCHAR,
    "co_units" VARCHAR,
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

CREATE TABLE scenario (
    "scenario" VARCHAR,
    "entity_id" VARCHAR,
    "index_code" VARCHAR,
    "period_id" VARCHAR,
    "node_code" VARCHAR,
    "value" DECIMAL(18,9),
    "note" VARCHAR,
    "upload_seq" BIGINT,
    "sheet_no" INTEGER,
    "row_no" INTEGER,
    "col_no" INTEGER,
    "seq_from" BIGINT,
    "recorded_at" TIMESTAMPTZ
);

CREATE TABLE scenario_history (
    "scenario" VARCHAR,
    "entity_id" VARCHAR,
    "index_code" VARCHAR,
    "period_id" VARCHAR,
    "node_code" VARCHAR,
    "value" DECIMAL(18,9),
    "note" VARCHAR,
    "upload_seq" BIGINT,
    "sheet_no" INTEGER,
    "row_no" INTEGER,
    "col_no" INTEGER,
    "seq_from" BIGINT,
    "recorded_at" TIMESTAMPTZ,
    "seq_to" BIGINT
);
