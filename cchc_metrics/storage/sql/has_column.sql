SELECT 1 FROM information_schema.columns WHERE table_name = $table AND column_name = $column
