"""The step of an upload in which a person says how a file is to be read."""
