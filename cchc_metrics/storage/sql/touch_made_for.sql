-- two transactions that apply entries at once touch the same row: a database of several processes refuses the later one
UPDATE made_for SET "fingerprint" = "fingerprint"
