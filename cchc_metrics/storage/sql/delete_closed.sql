DELETE FROM {table} AS fact USING incoming WHERE incoming."op" <> 'add' AND {fact_is_incoming}
