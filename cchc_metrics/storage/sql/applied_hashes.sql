SELECT "seq", "checksum" FROM applied ORDER BY "seq"
