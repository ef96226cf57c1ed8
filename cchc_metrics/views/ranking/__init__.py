"""Page Xếp hạng."""
