-- cells that no longer stand as the entry left them; a cell that later undos brought back to that state does
SELECT {incoming_grain}
FROM incoming
LEFT JOIN {table} AS fact ON {fact_is_incoming}
WHERE CASE
    WHEN incoming."op" = 'remove' THEN fact."seq_from" IS NOT NULL
    ELSE fact."seq_from" IS NULL
        OR row({fact_values}, fact."upload_seq", fact."sheet_no", fact."row_no", fact."col_no") IS DISTINCT FROM
        row(
            {incoming_values},
            coalesce(incoming."upload_seq", CAST($seq AS BIGINT)),
            incoming."sheet_no",
            incoming."row_no",
            incoming."col_no"
        )
END
ORDER BY {incoming_grain}
LIMIT $most
