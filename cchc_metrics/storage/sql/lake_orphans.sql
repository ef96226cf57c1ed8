CALL ducklake_delete_orphaned_files('store', older_than => CAST($moment AS TIMESTAMPTZ))
