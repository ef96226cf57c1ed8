"""The reporting cycle: who owes what, what came in, what it adds up to, what is written about it."""
