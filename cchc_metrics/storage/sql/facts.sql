SELECT {read_columns}
FROM {table}
WHERE {where}
{grouping}
ORDER BY {order}
