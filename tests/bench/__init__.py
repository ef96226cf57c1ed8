"""Measurements of the product against its neighbours: ratios within one run, no pass or fail."""
