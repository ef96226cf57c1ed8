SELECT "number", "sha256" FROM migration ORDER BY "number"
