"""Formulas: frames in, new frames out. Nothing here opens a file, asks a store or writes a sentence."""
