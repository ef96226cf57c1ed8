"""Page Sắp xếp tỉnh."""
