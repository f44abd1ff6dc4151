-- Times are Unix milliseconds. Every `body` is sealed. Rows about a person name `chat` and `user`,
-- so that `/export` and `/forget` find them in every table.

CREATE TABLE meta (
    name  TEXT NOT NULL PRIMARY KEY,
    value BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- Where the next long poll starts.
CREATE TABLE poll_offset (
    id   INTEGER PRIMARY KEY CHECK (id = 1),
    next INTEGER NOT NULL
) STRICT;

-- Which updates were received lately: one is handled once, however often it is delivered.
CREATE TABLE seen (
    update_id INTEGER PRIMARY KEY,
    at        INTEGER NOT NULL
) STRICT;

-- What still has to be handled, in the order of receipt. A handled update leaves.
CREATE TABLE inbox (
    seq         INTEGER PRIMARY KEY AUTOINCREMENT,
    update_id   INTEGER NOT NULL,
    chat        INTEGER,
    user        INTEGER,
    received_at INTEGER NOT NULL,
    attempts    INTEGER NOT NULL DEFAULT 0,
    body        BLOB NOT NULL
) STRICT;
CREATE INDEX inbox_chat ON inbox (chat, seq);

-- Where each person stands. `updated_at` stands before `body`: looking for the silent ones
-- doesn't read the bodies' overflow pages.
CREATE TABLE session (
    user       INTEGER NOT NULL,
    chat       INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    body       BLOB NOT NULL,
    PRIMARY KEY (user, chat)
) STRICT;

-- What still has to be sent, in order. What was sent leaves.
CREATE TABLE outbox (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    chat       INTEGER NOT NULL,
    user       INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    not_before INTEGER NOT NULL DEFAULT 0,
    attempts   INTEGER NOT NULL DEFAULT 0,
    body       BLOB NOT NULL
) STRICT;
CREATE INDEX outbox_chat ON outbox (chat);

-- What could not be handled, sent or read, kept for the operator: `kind` is the table it came from.
CREATE TABLE set_aside (
    no     INTEGER PRIMARY KEY AUTOINCREMENT,
    kind   TEXT NOT NULL,
    id     INTEGER NOT NULL,
    chat   INTEGER,
    user   INTEGER,
    reason TEXT NOT NULL,
    at     INTEGER NOT NULL,
    body   BLOB NOT NULL
) STRICT;
