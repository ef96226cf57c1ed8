-- a change set comes in storage order, and an insert keeps the order it is given
INSERT INTO {table} ({columns}, "upload_seq", "sheet_no", "row_no", "col_no", "seq_from", "recorded_at")
SELECT
    {columns},
    coalesce("upload_seq", CAST($seq AS BIGINT)),
    "sheet_no",
    "row_no",
    "col_no",
    CAST($seq AS BIGINT),
    CAST($recorded_at AS TIMESTAMPTZ)
FROM incoming
WHERE "op" <> 'remove'
