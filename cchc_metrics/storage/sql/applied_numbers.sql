SELECT "seq" FROM applied WHERE "seq" > $after ORDER BY "seq"
