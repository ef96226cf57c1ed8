-- The third migration: the office, what its units owe, what they report and what becomes of it.
--
-- Same shape as the first: one table per kind of fact, in force, with its history beside it.

CREATE TABLE unit (
    "unit_id" VARCHAR,
    "name" VARCHAR,
    "short_name" VARCHAR,
    "unit_type" VARCHAR,
    "specialised" BOOLEAN,
    "service_unit" BOOLEAN,
    "budget_assigned" BOOLEAN,
    "compiles" BOOLEAN,
    "symbol" VARCHAR,
    "head_name" VARCHAR,
    "head_title" VARCHAR,
    "valid_from" DATE,
    "valid_to" DATE,
    "successor_id" VARCHAR,
    "confirmation" VARCHAR,
    "place" INTEGER,
    "source" VARCHAR,
    "note" VARCHAR,
    "upload_seq" BIGINT,
    "sheet_no" INTEGER,
    "row_no" INTEGER,
    "col_no" INTEGER,
    "seq_from" BIGINT,
    "recorded_at" TIMESTAMPTZ
);

CREATE TABLE unit_history (
    "unit_id" VARCHAR,
    "name" VARCHAR,
    "short_name" VARCHAR,
    "unit_type" VARCHAR,
    "specialised" BOOLEAN,
    "service_unit" BOOLEAN,
    "budget_assigned" BOOLEAN,
    "compiles" BOOLEAN,
    "symbol" VARCHAR,
    "head_name" VARCHAR,
    "head_title" VARCHAR,
    "valid_from" DATE,
    "valid_to" DATE,
    "successor_id" VARCHAR,
    "confirmation" VARCHAR,
    "place" INTEGER,
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

CREATE TABLE office_setting (
    "setting" VARCHAR,
    "value" VARCHAR,
    "note" VARCHAR,
    "upload_seq" BIGINT,
    "sheet_no" INTEGER,
    "row_no" INTEGER,
    "col_no" INTEGER,
    "seq_from" BIGINT,
    "recorded_at" TIMESTAMPTZ
);

CREATE TABLE office_setting_history (
    "setting" VARCHAR,
    "value" VARCHAR,
    "note" VARCHAR,
    "upload_seq" BIGINT,
    "sheet_no" INTEGER,
    "row_no" INTEGER,
    "col_no" INTEGER,
    "seq_from" BIGINT,
    "recorded_at" TIMESTAMPTZ,
    "seq_to" BIGINT
);

CREATE TABLE due_day (
    "link" VARCHAR,
    "window_code" VARCHAR,
    "year_from" INTEGER,
    "due_day" INTEGER,
    "year_to" INTEGER,
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

CREATE TABLE due_day_history (
    "link" VARCHAR,
    "window_code" VARCHAR,
    "year_from" INTEGER,
    "due_day" INTEGER,
    "year_to" INTEGER,
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

CREATE TABLE day_off (
    "day" DATE,
    "working" BOOLEAN,
    "name" VARCHAR,
    "legal_basis" VARCHAR,
    "note" VARCHAR,
    "upload_seq" BIGINT,
    "sheet_no" INTEGER,
    "row_no" INTEGER,
    "col_no" INTEGER,
    "seq_from" BIGINT,
    "recorded_at" TIMESTAMPTZ
);

CREATE TABLE day_off_history (
    "day" DATE,
    "working" BOOLEAN,
    "name" VARCHAR,
    "legal_basis" VARCHAR,
    "note" VARCHAR,
    "upload_seq" BIGINT,
    "sheet_no" INTEGER,
    "row_no" INTEGER,
    "col_no" INTEGER,
    "seq_from" BIGINT,
    "recorded_at" TIMESTAMPTZ,
    "seq_to" BIGINT
);

CREATE TABLE legal_basis (
    "basis" VARCHAR,
    "title" VARCHAR,
    "issued_on" DATE,
    "state" VARCHAR,
    "ended_on" DATE,
    "replaced_by" VARCHAR,
    "reviewed_on" DATE,
    "source" VARCHAR,
    "note" VARCHAR,
    "upload_seq" BIGINT,
    "sheet_no" INTEGER,
    "row_no" INTEGER,
    "col_no" INTEGER,
    "seq_from" BIGINT,
    "recorded_at" TIMESTAMPTZ
);

CREATE TABLE legal_basis_history (
    "basis" VARCHAR,
    "title" VARCHAR,
    "issued_on" DATE,
    "state" VARCHAR,
    "ended_on" DATE,
    "replaced_by" VARCHAR,
    "reviewed_on" DATE,
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

CREATE TABLE task (
    "task_no" VARCHAR,
    "name" VARCHAR,
    "short_name" VARCHAR,
    "computed" VARCHAR,
    "legal_basis" VARCHAR,
    "year_from" INTEGER,
    "year_to" INTEGER,
    "source" VARCHAR,
    "note" VARCHAR,
    "upload_seq" BIGINT,
    "sheet_no" INTEGER,
    "row_no" INTEGER,
    "col_no" INTEGER,
    "seq_from" BIGINT,
    "recorded_at" TIMESTAMPTZ
);

CREATE TABLE task_history (
    "task_no" VARCHAR,
    "name" VARCHAR,
    "short_name" VARCHAR,
    "computed" VARCHAR,
    "legal_basis" VARCHAR,
    "year_from" INTEGER,
    "year_to" INTEGER,
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

CREATE TABLE task_owner (
    "task_no" VARCHAR,
    "owner" VARCHAR,
    "owner_role" VARCHAR,
    "year_from" INTEGER,
    "year_to" INTEGER,
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

CREATE TABLE task_owner_history (
    "task_no" VARCHAR,
    "owner" VARCHAR,
    "owner_role" VARCHAR,
    "year_from" INTEGER,
    "year_to" INTEGER,
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

CREATE TABLE metric (
    "metric_code" VARCHAR,
    "task_no" VARCHAR,
    "name" VARCHAR,
    "unit_of_measure" VARCHAR,
    "metric_kind" VARCHAR,
    "better" VARCHAR,
    "bound" VARCHAR,
    "across_units" VARCHAR,
    "over_periods" VARCHAR,
    "owner" VARCHAR,
    "computed" VARCHAR,
    "carried_from" VARCHAR,
    "windows" VARCHAR,
    "year_from" INTEGER,
    "year_to" INTEGER,
    "source" VARCHAR,
    "note" VARCHAR,
    "upload_seq" BIGINT,
    "sheet_no" INTEGER,
    "row_no" INTEGER,
    "col_no" INTEGER,
    "seq_from" BIGINT,
    "recorded_at" TIMESTAMPTZ
);

CREATE TABLE metric_history (
    "metric_code" VARCHAR,
    "task_no" VARCHAR,
    "name" VARCHAR,
    "unit_of_measure" VARCHAR,
    "metric_kind" VARCHAR,
    "better" VARCHAR,
    "bound" VARCHAR,
    "across_units" VARCHAR,
    "over_periods" VARCHAR,
    "owner" VARCHAR,
    "computed" VARCHAR,
    "carried_from" VARCHAR,
    "windows" VARCHAR,
    "year_from" INTEGER,
    "year_to" INTEGER,
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

CREATE TABLE metric_check (
    "check_code" VARCHAR,
    "expression" VARCHAR,
    "force" VARCHAR,
    "message" VARCHAR,
    "year_from" INTEGER,
    "year_to" INTEGER,
    "source" VARCHAR,
    "note" VARCHAR,
    "upload_seq" BIGINT,
    "sheet_no" INTEGER,
    "row_no" INTEGER,
    "col_no" INTEGER,
    "seq_from" BIGINT,
    "recorded_at" TIMESTAMPTZ
);

CREATE TABLE metric_check_history (
    "check_code" VARCHAR,
    "expression" VARCHAR,
    "force" VARCHAR,
    "message" VARCHAR,
    "year_from" INTEGER,
    "year_to" INTEGER,
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

CREATE TABLE report_form (
    "form_code" VARCHAR,
    "name" VARCHAR,
    "tasks" VARCHAR,
    "windows" VARCHAR,
    "year_from" INTEGER,
    "year_to" INTEGER,
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

CREATE TABLE report_form_history (
    "form_code" VARCHAR,
    "name" VARCHAR,
    "tasks" VARCHAR,
    "windows" VARCHAR,
    "year_from" INTEGER,
    "year_to" INTEGER,
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

CREATE TABLE task_link (
    "task_no" VARCHAR,
    "index_code" VARCHAR,
    "node_code" VARCHAR,
    "confirmation" VARCHAR,
    "reason" VARCHAR,
    "source" VARCHAR,
    "upload_seq" BIGINT,
    "sheet_no" INTEGER,
    "row_no" INTEGER,
    "col_no" INTEGER,
    "seq_from" BIGINT,
    "recorded_at" TIMESTAMPTZ
);

CREATE TABLE task_link_history (
    "task_no" VARCHAR,
    "index_code" VARCHAR,
    "node_code" VARCHAR,
    "confirmation" VARCHAR,
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

CREATE TABLE due_change (
    "unit_id" VARCHAR,
    "form_code" VARCHAR,
    "period_id" VARCHAR,
    "change" VARCHAR,
    "new_due" DATE,
    "reason" VARCHAR,
    "allowed_by" VARCHAR,
    "decided_on" DATE,
    "note" VARCHAR,
    "upload_seq" BIGINT,
    "sheet_no" INTEGER,
    "row_no" INTEGER,
    "col_no" INTEGER,
    "seq_from" BIGINT,
    "recorded_at" TIMESTAMPTZ
);

CREATE TABLE due_change_history (
    "unit_id" VARCHAR,
    "form_code" VARCHAR,
    "period_id" VARCHAR,
    "change" VARCHAR,
    "new_due" DATE,
    "reason" VARCHAR,
    "allowed_by" VARCHAR,
    "decided_on" DATE,
    "note" VARCHAR,
    "upload_seq" BIGINT,
    "sheet_no" INTEGER,
    "row_no" INTEGER,
    "col_no" INTEGER,
    "seq_from" BIGINT,
    "recorded_at" TIMESTAMPTZ,
    "seq_to" BIGINT
);

CREATE TABLE report_item (
    "unit_id" VARCHAR,
    "form_code" VARCHAR,
    "period_id" VARCHAR,
    "part" VARCHAR,
    "code" VARCHAR,
    "state" VARCHAR,
    "value" DECIMAL(24,6),
    "printed" VARCHAR,
    "text" VARCHAR,
    "link" VARCHAR,
    "note" VARCHAR,
    "upload_seq" BIGINT,
    "sheet_no" INTEGER,
    "row_no" INTEGER,
    "col_no" INTEGER,
    "seq_from" BIGINT,
    "recorded_at" TIMESTAMPTZ
);

CREATE TABLE report_item_history (
    "unit_id" VARCHAR,
    "form_code" VARCHAR,
    "period_id" VARCHAR,
    "part" VARCHAR,
    "code" VARCHAR,
    "state" VARCHAR,
    "value" DECIMAL(24,6),
    "printed" VARCHAR,
    "text" VARCHAR,
    "link" VARCHAR,
    "note" VARCHAR,
    "upload_seq" BIGINT,
    "sheet_no" INTEGER,
    "row_no" INTEGER,
    "col_no" INTEGER,
    "seq_from" BIGINT,
    "recorded_at" TIMESTAMPTZ,
    "seq_to" BIGINT
);

CREATE TABLE report_event (
    "unit_id" VARCHAR,
    "form_code" VARCHAR,
    "period_id" VARCHAR,
    "event_no" INTEGER,
    "act" VARCHAR,
    "on_day" DATE,
    "by_name" VARCHAR,
    "version_seq" INTEGER,
    "cell" VARCHAR,
    "text" VARCHAR,
    "document" VARCHAR,
    "attachment" VARCHAR,
    "upload_seq" BIGINT,
    "sheet_no" INTEGER,
    "row_no" INTEGER,
    "col_no" INTEGER,
    "seq_from" BIGINT,
    "recorded_at" TIMESTAMPTZ
);

CREATE TABLE report_event_history (
    "unit_id" VARCHAR,
    "form_code" VARCHAR,
    "period_id" VARCHAR,
    "event_no" INTEGER,
    "act" VARCHAR,
    "on_day" DATE,
    "by_name" VARCHAR,
    "version_seq" INTEGER,
    "cell" VARCHAR,
    "text" VARCHAR,
    "document" VARCHAR,
    "attachment" VARCHAR,
    "upload_seq" BIGINT,
    "sheet_no" INTEGER,
    "row_no" INTEGER,
    "col_no" INTEGER,
    "seq_from" BIGINT,
    "recorded_at" TIMESTAMPTZ,
    "seq_to" BIGINT
);

CREATE TABLE signed_report (
    "form_code" VARCHAR,
    "period_id" VARCHAR,
    "number" VARCHAR,
    "signed_on" DATE,
    "signer" VARCHAR,
    "data_seq" INTEGER,
    "attachment" VARCHAR,
    "note" VARCHAR,
    "upload_seq" BIGINT,
    "sheet_no" INTEGER,
    "row_no" INTEGER,
    "col_no" INTEGER,
    "seq_from" BIGINT,
    "recorded_at" TIMESTAMPTZ
);

CREATE TABLE signed_report_history (
    "form_code" VARCHAR,
    "period_id" VARCHAR,
    "number" VARCHAR,
    "signed_on" DATE,
    "signer" VARCHAR,
    "data_seq" INTEGER,
    "attachment" VARCHAR,
    "note" VARCHAR,
    "upload_seq" BIGINT,
    "sheet_no" INTEGER,
    "row_no" INTEGER,
    "col_no" INTEGER,
    "seq_from" BIGINT,
    "recorded_at" TIMESTAMPTZ,
    "seq_to" BIGINT
);

CREATE TABLE attachment (
    "attachment" VARCHAR,
    "file_name" VARCHAR,
    "about" VARCHAR,
    "title" VARCHAR,
    "note" VARCHAR,
    "upload_seq" BIGINT,
    "sheet_no" INTEGER,
    "row_no" INTEGER,
    "col_no" INTEGER,
    "seq_from" BIGINT,
    "recorded_at" TIMESTAMPTZ
);

CREATE TABLE attachment_history (
    "attachment" VARCHAR,
    "file_name" VARCHAR,
    "about" VARCHAR,
    "title" VARCHAR,
    "note" VARCHAR,
    "upload_seq" BIGINT,
    "sheet_no" INTEGER,
    "row_no" INTEGER,
    "col_no" INTEGER,
    "seq_from" BIGINT,
    "recorded_at" TIMESTAMPTZ,
    "seq_to" BIGINT
);

CREATE TABLE plan_item (
    "plan_year" INTEGER,
    "item_no" VARCHAR,
    "task" VARCHAR,
    "product" VARCHAR,
    "due_on" DATE,
    "lead" VARCHAR,
    "with_units" VARCHAR,
    "done_pct" DECIMAL(24,6),
    "done_on" DATE,
    "evidence" VARCHAR,
    "task_no" VARCHAR,
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

CREATE TABLE plan_item_history (
    "plan_year" INTEGER,
    "item_no" VARCHAR,
    "task" VARCHAR,
    "product" VARCHAR,
    "due_on" DATE,
    "lead" VARCHAR,
    "with_units" VARCHAR,
    "done_pct" DECIMAL(24,6),
    "done_on" DATE,
    "evidence" VARCHAR,
    "task_no" VARCHAR,
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

CREATE TABLE outline_section (
    "section_no" VARCHAR,
    "title" VARCHAR,
    "level" INTEGER,
    "place" INTEGER,
    "tasks" VARCHAR,
    "parts" VARCHAR,
    "text" VARCHAR,
    "source" VARCHAR,
    "note" VARCHAR,
    "upload_seq" BIGINT,
    "sheet_no" INTEGER,
    "row_no" INTEGER,
    "col_no" INTEGER,
    "seq_from" BIGINT,
    "recorded_at" TIMESTAMPTZ
);

CREATE TABLE outline_section_history (
    "section_no" VARCHAR,
    "title" VARCHAR,
    "level" INTEGER,
    "place" INTEGER,
    "tasks" VARCHAR,
    "parts" VARCHAR,
    "text" VARCHAR,
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
