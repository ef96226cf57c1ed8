"""Page Xu hướng."""
