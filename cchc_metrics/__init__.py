"""CCHC Metrics: where a province stands on PAR INDEX, SIPAS and PAPI, and what it takes to rise."""

__version__ = "0.6.0"
RELEASED = "2026-12-01"
