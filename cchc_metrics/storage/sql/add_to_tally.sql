-- what one entry adds to the sums over the facts in force, less what it closed
UPDATE tally
SET
    "facts" = tally."facts" + change."facts",
    "upper" = tally."upper" + change."upper",
    "lower" = tally."lower" + change."lower"
FROM (
    SELECT
        coalesce(sum(sign), 0) AS "facts",
        -- what DuckDB calls the upper half of its number is the one that counts less
        coalesce(sum(sign * CAST("number" & 18446744073709551615 AS HUGEINT)), 0) AS "upper",
        coalesce(sum(sign * CAST("number" >> 64 AS HUGEINT)), 0) AS "lower"
    FROM (
        SELECT 1 AS sign, md5_number(concat({fact_text})) AS "number" FROM {table} WHERE "seq_from" = $seq
        UNION ALL
        SELECT -1 AS sign, md5_number(concat({fact_text})) AS "number" FROM {history} WHERE "seq_to" = $seq
    )
) AS change
WHERE tally."name" = $name
