"""Page Kể nhanh."""
