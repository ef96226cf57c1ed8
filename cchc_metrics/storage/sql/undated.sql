-- facts with a version whose day of publication nobody knows
SELECT count(*)
FROM (
    SELECT DISTINCT {grain}
    FROM (
        SELECT {grain}, "source", "seq_from", "upload_seq" FROM {table}
        UNION ALL
        SELECT {grain}, "source", "seq_from", "upload_seq" FROM {history}
    )
    WHERE
        ("source" IS NULL OR "source" NOT IN (SELECT "source" FROM source_release WHERE "published_on" IS NOT NULL))
        AND ("index_code", "period_id") NOT IN (
            SELECT ("index_code", "period_id") FROM index_release WHERE "released_on" IS NOT NULL
        )
        AND NOT list_contains(CAST($undone AS BIGINT[]), "seq_from")
        AND NOT list_contains(CAST($undone AS BIGINT[]), "upload_seq")
)
