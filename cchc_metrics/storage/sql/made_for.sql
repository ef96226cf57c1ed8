SELECT "fingerprint" FROM made_for
