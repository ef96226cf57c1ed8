"""Kể nhanh."""
