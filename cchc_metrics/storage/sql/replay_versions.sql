-- of many entries at once: what no later one of them touches is in force
INSERT INTO {table} ({all_columns})
SELECT {columns}, coalesce("upload_seq", "seq"), "sheet_no", "row_no", "col_no", "seq", "recorded_at"
FROM (SELECT *, lead("seq") OVER (PARTITION BY {grain} ORDER BY "seq") AS "seq_to" FROM incoming)
WHERE "op" <> 'remove' AND "seq_to" IS NULL
ORDER BY {order}
