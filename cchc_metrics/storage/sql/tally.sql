SELECT "name", "facts", CAST("upper" AS HUGEINT), CAST("lower" AS HUGEINT) FROM tally WHERE "facts" > 0 ORDER BY "name"
