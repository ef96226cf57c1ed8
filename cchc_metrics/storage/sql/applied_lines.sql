SELECT "seq", "line" FROM applied WHERE "seq" > $after ORDER BY "seq"
