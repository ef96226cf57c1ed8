CALL ducklake_rewrite_data_files('store')
