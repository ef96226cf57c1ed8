SELECT {grain} FROM {table} SEMI JOIN (SELECT {grain} FROM incoming WHERE "op" = 'add') AS wanted USING ({grain})
ORDER BY {grain}
LIMIT $most
