"""Small faults put into a room of the package, one at a time: do its tests notice? See ``__main__``."""
