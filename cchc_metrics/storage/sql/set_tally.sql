UPDATE tally SET "facts" = $facts, "upper" = $upper, "lower" = $lower WHERE "name" = $name
