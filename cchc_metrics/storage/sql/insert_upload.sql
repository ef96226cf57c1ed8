INSERT INTO upload (
    "seq", "action", "kind", "plan_id", "file_name", "original_sha256", "original_size", "changes_sha256",
    "actor_id", "actor_name", "actor_role", "recorded_at", "note",
    "rows_read", "rows_accepted", "rows_rejected", "rows_ignored", "added", "changed", "unchanged", "missing",
    "findings", "undoes"
)
VALUES (
    $seq, $action, $kind, $plan_id, $file_name, $original_sha256, $original_size, $changes_sha256,
    $actor_id, $actor_name, $actor_role, CAST($recorded_at AS TIMESTAMPTZ), $note,
    $rows_read, $rows_accepted, $rows_rejected, $rows_ignored, $added, $changed, $unchanged, $missing,
    $findings, $undoes
)
