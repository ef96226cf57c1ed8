"""Page Nguồn gốc số liệu."""
