-- what had been published by a day: of every version that no undo took back, those whose source, else whose index year,
-- came out on that day or earlier; a correction before what it corrects, then the version recorded last
WITH RECURSIVE correction AS (
    SELECT "source" AS later, "corrects" AS earlier FROM source_release WHERE "corrects" IS NOT NULL
    UNION
    SELECT correction.later, release."corrects"
    FROM correction
    JOIN source_release AS release ON release."source" = correction.earlier
    WHERE release."corrects" IS NOT NULL
),
published AS (
    SELECT {all_columns}
    FROM (
        SELECT {all_columns} FROM {table}
        UNION ALL
        SELECT {all_columns} FROM {history}
    )
    WHERE
        {where}
        AND (
            "source" IN (SELECT "source" FROM source_release WHERE "published_on" <= $day)
            OR (
                -- a source without a day of its own: that of the release of the index
                ("source" IS NULL OR "source" NOT IN (SELECT "source" FROM source_release WHERE "published_on" IS NOT NULL))
                AND ("index_code", "period_id") IN (
                    SELECT ("index_code", "period_id") FROM index_release WHERE "released_on" <= $day
                )
            )
        )
        AND NOT list_contains(CAST($undone AS BIGINT[]), "seq_from")
        AND NOT list_contains(CAST($undone AS BIGINT[]), "upload_seq")
),
corrected AS (
    SELECT DISTINCT {grain}, correction.earlier AS "source"
    FROM published
    JOIN correction ON correction.later = published."source"
)
SELECT {read_columns}
FROM (
    SELECT published.*, corrected."source" IS NOT NULL AS is_corrected
    FROM published
    LEFT JOIN corrected USING ({grain}, "source")
)
QUALIFY row_number() OVER (PARTITION BY {grain} ORDER BY is_corrected, "seq_from" DESC) = 1
ORDER BY {order}
