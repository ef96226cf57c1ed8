INSERT INTO applied SELECT "seq", "checksum", "line" FROM incoming
