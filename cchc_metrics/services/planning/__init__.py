"""What it takes to reach a rank or a total, and the scenarios that are kept."""
