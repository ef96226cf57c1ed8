"""Answers about the indices of provinces: standings, series, gaps, causes, certainty, on either base."""
