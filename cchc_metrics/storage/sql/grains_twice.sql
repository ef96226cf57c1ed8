-- added facts were absent and changed ones present: what comes once stands once
SELECT {grain} FROM incoming GROUP BY {grain} HAVING count(*) > 1
ORDER BY {grain}
LIMIT $most
