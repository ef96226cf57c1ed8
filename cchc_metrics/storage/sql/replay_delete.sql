DELETE FROM {table} AS fact USING incoming WHERE {fact_is_incoming}
