"""The try-out: an illustrative office, built through the very services that real figures go through."""
