"""Page Tình trạng hệ thống, with its backups and what is taken out of history."""
