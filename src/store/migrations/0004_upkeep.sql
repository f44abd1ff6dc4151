-- In how many starts, one after the other, the update was taken up without a clean end after it: one
-- that ends the process is not tried for ever.
ALTER TABLE inbox ADD COLUMN starts INTEGER NOT NULL DEFAULT 0;

-- To erase a person: what they did in groups. In private the index on the chat finds all, and these
-- cost nothing.
CREATE INDEX inbox_user ON inbox (user) WHERE user <> chat;
CREATE INDEX outbox_user ON outbox (user) WHERE user <> chat;
CREATE INDEX set_aside_user ON set_aside (user);
CREATE INDEX set_aside_chat ON set_aside (chat);
CREATE INDEX set_aside_at ON set_aside (at);
