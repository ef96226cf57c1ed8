"""What several pages share: phrases, tables, badges, cards, links and the way a table becomes a file."""
