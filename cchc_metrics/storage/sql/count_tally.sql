-- an order-free sum over the facts in force: each row's text with lengths, so that no two rows read alike
SELECT
    count(*) AS "facts",
    coalesce(sum(CAST("number" & 18446744073709551615 AS HUGEINT)), 0) AS "upper",
    coalesce(sum(CAST("number" >> 64 AS HUGEINT)), 0) AS "lower"
FROM (SELECT md5_number(concat({fact_text})) AS "number" FROM {table})
