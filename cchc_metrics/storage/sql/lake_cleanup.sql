CALL ducklake_cleanup_old_files('store', older_than => CAST($moment AS TIMESTAMPTZ))
