INSERT INTO applied ("seq", "checksum", "kind", "action", "recorded_at")
VALUES ($seq, $checksum, $kind, $action, CAST($recorded_at AS TIMESTAMPTZ))
