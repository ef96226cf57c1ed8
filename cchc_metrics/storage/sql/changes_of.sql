SELECT
    incoming."op",
    {incoming_read},
    coalesce(incoming."upload_seq", CAST($seq AS BIGINT)) AS "upload_seq",
    incoming."sheet_no",
    incoming."row_no",
    incoming."col_no",
    {old_values}
FROM incoming
LEFT JOIN {history} AS fact ON {fact_is_incoming} AND fact."seq_to" = $seq
ORDER BY {incoming_order}
