"""A store that several servers share: PostgreSQL holds the journal, DuckLake the tables."""
