INSERT INTO migration ("number", "name", "sha256", "applied_at") VALUES ($number, $name, $sha256, now())
