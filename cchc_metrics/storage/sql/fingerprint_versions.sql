-- the same over every version, open and closed, with the journal's times
SELECT count(*), sum(md5_number_upper(content)), sum(md5_number_lower(content))
FROM (
    SELECT concat({version_text}) AS content
    FROM (
        SELECT {all_columns}, CAST(NULL AS BIGINT) AS "seq_to" FROM {table}
        UNION ALL
        SELECT {all_columns}, "seq_to" FROM {history}
    )
)
