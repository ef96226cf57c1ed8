"""Forms and tables of the pages about unit reports."""
