"""Page Bản đồ."""
