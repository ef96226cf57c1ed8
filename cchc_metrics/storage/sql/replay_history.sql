-- of many entries at once: a version ends where the next entry touches its grain
INSERT INTO {history} ({all_columns}, "seq_to")
SELECT
    {columns}, coalesce("upload_seq", "seq"), "sheet_no", "row_no", "col_no", "seq", "recorded_at", "seq_to"
FROM (SELECT *, lead("seq") OVER (PARTITION BY {grain} ORDER BY "seq") AS "seq_to" FROM incoming)
WHERE "op" <> 'remove' AND "seq_to" IS NOT NULL
