-- among the facts this change set touches: the others were checked when they came
SELECT {grain} FROM {table} SEMI JOIN (SELECT {grain} FROM incoming) AS touched USING ({grain})
GROUP BY {grain} HAVING count(*) > 1
ORDER BY {grain}
LIMIT $most
