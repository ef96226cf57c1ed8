-- an order-free fingerprint of the facts in force: each row's text with lengths, so that no two rows read alike
SELECT count(*), sum(md5_number_upper(content)), sum(md5_number_lower(content))
FROM (SELECT concat({fact_text}) AS content FROM {table})
