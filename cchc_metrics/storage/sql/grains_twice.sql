SELECT {grain} FROM {table} GROUP BY {grain} HAVING count(*) > 1
ORDER BY {grain}
LIMIT $most
