-- how many versions of the facts that match came with an entry
SELECT count(*)
FROM (
    SELECT {all_columns} FROM {table}
    UNION ALL
    SELECT {all_columns} FROM {history}
)
WHERE "upload_seq" = CAST($seq AS BIGINT) AND {where}
