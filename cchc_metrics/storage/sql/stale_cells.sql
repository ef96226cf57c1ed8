-- cells the person was shown in another version (or not at all) than the one in force
SELECT {incoming_grain}
FROM incoming
LEFT JOIN {table} AS fact ON {fact_is_incoming}
LEFT JOIN shown ON {shown_is_incoming}
WHERE CASE
    WHEN incoming."op" = 'add' THEN fact."seq_from" IS NOT NULL
    ELSE fact."seq_from" IS DISTINCT FROM shown."seq_from" OR fact."seq_from" IS NULL
END
ORDER BY {incoming_grain}
LIMIT $most
