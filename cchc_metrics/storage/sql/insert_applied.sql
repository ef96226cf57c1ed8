INSERT INTO applied ("seq", "checksum", "line") VALUES ($seq, $checksum, $line)
