INSERT INTO {history} ({all_columns}, "seq_to")
SELECT {all_columns}, CAST($seq AS BIGINT)
FROM {table} SEMI JOIN (SELECT {grain} FROM incoming WHERE "op" <> 'add') AS closing USING ({grain})
ORDER BY {order}
