INSERT INTO tally ("name", "facts", "upper", "lower") VALUES ($name, 0, 0, 0)
