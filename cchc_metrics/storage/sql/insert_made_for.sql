INSERT INTO made_for ("fingerprint") VALUES ($fingerprint)
