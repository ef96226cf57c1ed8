CALL ducklake_expire_snapshots('store', older_than => CAST($moment AS TIMESTAMPTZ))
