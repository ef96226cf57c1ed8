SELECT count(*), sum(length("line")), max("checksum") FROM applied
