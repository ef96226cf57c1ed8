SELECT "checksum" FROM applied WHERE "seq" = $seq
