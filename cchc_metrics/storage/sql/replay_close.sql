-- of many entries at once: what was in force before them is closed by the first that touches it
INSERT INTO {history} ({all_columns}, "seq_to")
SELECT {all_columns}, closing."seq"
FROM {table} JOIN (SELECT {grain}, min("seq") AS "seq" FROM incoming GROUP BY {grain}) AS closing USING ({grain})
