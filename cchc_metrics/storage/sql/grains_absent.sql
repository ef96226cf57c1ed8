SELECT {grain}
FROM (SELECT {grain} FROM incoming WHERE "op" <> 'add') AS wanted ANTI JOIN {table} USING ({grain})
ORDER BY {grain}
LIMIT $most
