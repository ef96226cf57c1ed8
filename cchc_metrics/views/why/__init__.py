"""Page Phân tích biến động."""
