-- every version of the facts that match, the newest first; a version in force has no seq_to
SELECT {read_columns}, "seq_to"
FROM (
    SELECT {all_columns}, CAST(NULL AS BIGINT) AS "seq_to" FROM {table}
    UNION ALL
    SELECT {all_columns}, "seq_to" FROM {history}
)
WHERE {where}
ORDER BY {grain}, "seq_from" DESC
