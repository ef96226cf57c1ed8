SELECT DISTINCT {one_column} AS answer FROM {table} WHERE answer IS NOT NULL ORDER BY answer
