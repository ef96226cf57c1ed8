CREATE TABLE IF NOT EXISTS migration ("number" INTEGER, "name" VARCHAR, "sha256" VARCHAR, "applied_at" TIMESTAMPTZ)
