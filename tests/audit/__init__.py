"""The figures recomputed from the raw shipped files, by a way that shares nothing with the product."""
