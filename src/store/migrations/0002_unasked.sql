-- 1: a message that nobody asked for just now (a reminder, an announcement): it waits behind replies.
ALTER TABLE outbox ADD COLUMN unasked INTEGER NOT NULL DEFAULT 0;
