SELECT "name", "facts", "upper", "lower" FROM tally WHERE "facts" > 0 ORDER BY "name"
