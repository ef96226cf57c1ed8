SELECT count(*), coalesce(max("seq"), 0), coalesce(arg_max("checksum", "seq"), '') FROM applied
