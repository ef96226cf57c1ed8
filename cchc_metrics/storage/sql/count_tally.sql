-- an order-free sum over the facts in force: each row's text with lengths, so that no two rows read alike
SELECT
    count(*) AS "facts",
    CAST(coalesce(sum(md5_number_upper(content)), 0) AS HUGEINT) AS "upper",
    CAST(coalesce(sum(md5_number_lower(content)), 0) AS HUGEINT) AS "lower"
FROM (SELECT concat({fact_text}) AS content FROM {table})
