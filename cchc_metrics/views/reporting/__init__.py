"""Pages of the reporting cycle: board, unit, metrics, yearly plan, set-up, calendar."""
