"""Use cases: the only code that joins reading, importing, metrics, charts and the store.

Every call names who is asking; every answer is a frozen view that a page, the command line or a Python prompt can
use without knowing where it came from.
"""
