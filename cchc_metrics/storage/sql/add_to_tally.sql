-- what one entry adds to the sums over the facts in force, less what it closed
UPDATE tally
SET
    "facts" = tally."facts" + change."facts",
    "upper" = tally."upper" + change."upper",
    "lower" = tally."lower" + change."lower"
FROM (
    SELECT
        coalesce(sum(sign), 0) AS "facts",
        coalesce(sum(sign * CAST(md5_number_upper(content) AS HUGEINT)), 0) AS "upper",
        coalesce(sum(sign * CAST(md5_number_lower(content) AS HUGEINT)), 0) AS "lower"
    FROM (
        SELECT 1 AS sign, concat({fact_text}) AS content FROM {table} WHERE "seq_from" = $seq
        UNION ALL
        SELECT -1 AS sign, concat({fact_text}) AS content FROM {history} WHERE "seq_to" = $seq
    )
) AS change
WHERE tally."name" = $name
