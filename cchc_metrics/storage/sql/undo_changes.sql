-- the change set that takes back what the entry did: added goes, changed and removed return as they were
SELECT
    CASE incoming."op" WHEN 'add' THEN 'remove' WHEN 'remove' THEN 'add' ELSE 'change' END AS "op",
    {incoming_grain},
    {fact_values},
    fact."upload_seq",
    fact."sheet_no",
    fact."row_no",
    fact."col_no"
FROM incoming
LEFT JOIN {history} AS fact ON {fact_is_incoming} AND fact."seq_to" = $seq
ORDER BY {incoming_order}
