-- When a reminder of a person is due next: what it is stands in their session, so one
-- row a person is enough, whatever they have planned, and both commit together.
CREATE TABLE wake (
    user INTEGER NOT NULL,
    chat INTEGER NOT NULL,
    at   INTEGER NOT NULL,
    PRIMARY KEY (user, chat)
) STRICT, WITHOUT ROWID;
CREATE INDEX wake_at ON wake (at);
CREATE INDEX wake_chat ON wake (chat);
