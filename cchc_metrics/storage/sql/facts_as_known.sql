SELECT {read_columns}
FROM (
    SELECT {all_columns} FROM {table} WHERE "seq_from" <= $known
    UNION ALL
    SELECT {all_columns} FROM {history} WHERE "seq_from" <= $known AND $known < "seq_to"
)
WHERE {where}
{grouping}
ORDER BY {order}
