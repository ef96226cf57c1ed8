"""What the official papers of a period rest on: bases, settings, sources, templates, signing."""
