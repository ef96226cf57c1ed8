CALL ducklake_merge_adjacent_files('store')
