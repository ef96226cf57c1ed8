SELECT {read_columns}
FROM {table}
WHERE {where}
ORDER BY {order}
