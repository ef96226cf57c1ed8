"""A unit's report workbook as facts: whose it is, what stands in its cells, what is not read."""
