"""Page Khoảng cách tới mục tiêu."""
