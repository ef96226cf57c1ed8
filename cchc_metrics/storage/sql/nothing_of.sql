-- fails where there is no such table or column
SELECT {column} FROM {table} LIMIT 0
