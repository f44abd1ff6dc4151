-- The writer's work: each row put into this view is one thing to do, done by its trigger.
--
-- One INSERT of many rows is one transaction and one call, whatever its rows are about, and it
-- does them in their order. Lives in the writer's connection, so it can change with any release.
-- A trigger costs every row a little: the frequent things have their own, the others share one.

CREATE TEMP VIEW work (kind, id, other, chat, user, at, body) AS
    SELECT NULL, NULL, NULL, NULL, NULL, NULL, NULL;

-- 1: an update was received. id: its number, other: Telegram's.
CREATE TEMP TRIGGER work_receive INSTEAD OF INSERT ON work WHEN NEW.kind = 1 BEGIN
    INSERT INTO seen (update_id, at) VALUES (NEW.other, NEW.at)
        ON CONFLICT (update_id) DO UPDATE SET at = excluded.at;
    INSERT INTO inbox (seq, update_id, chat, user, received_at, body)
        VALUES (NEW.id, NEW.other, NEW.chat, NEW.user, NEW.at, NEW.body);
END;

-- 2: an update was handled. id: its number.
CREATE TEMP TRIGGER work_end INSTEAD OF INSERT ON work WHEN NEW.kind = 2 BEGIN
    SELECT RAISE (ABORT, 'handled before')
        WHERE NOT EXISTS (SELECT 1 FROM inbox WHERE seq = NEW.id);
    DELETE FROM inbox WHERE seq = NEW.id;
END;

-- 3: a session is saved.
CREATE TEMP TRIGGER work_save INSTEAD OF INSERT ON work WHEN NEW.kind = 3 BEGIN
    INSERT INTO session (user, chat, updated_at, body)
        VALUES (NEW.user, NEW.chat, NEW.at, NEW.body)
        ON CONFLICT (user, chat)
        DO UPDATE SET updated_at = excluded.updated_at, body = excluded.body;
END;

-- 4: a message is to be sent. id: its number, other: whether nobody asked for it.
CREATE TEMP TRIGGER work_send INSTEAD OF INSERT ON work WHEN NEW.kind = 4 BEGIN
    INSERT INTO outbox (id, chat, user, created_at, unasked, body)
        VALUES (NEW.id, NEW.chat, NEW.user, NEW.at, NEW.other, NEW.body);
END;

-- 5: a message was sent. id: its number.
CREATE TEMP TRIGGER work_sent INSTEAD OF INSERT ON work WHEN NEW.kind = 5 BEGIN
    DELETE FROM outbox WHERE id = NEW.id;
END;

CREATE TEMP TRIGGER work_rare INSTEAD OF INSERT ON work WHEN NEW.kind > 5 BEGIN
    -- 6: the next poll starts at id.
    INSERT INTO poll_offset (id, next) SELECT 1, NEW.id WHERE NEW.kind = 6
        ON CONFLICT (id) DO UPDATE SET next = excluded.next;

    -- 7: a person was heard of. Once a day is enough to know who is silent.
    UPDATE session SET updated_at = NEW.at
        WHERE NEW.kind = 7 AND user = NEW.user AND chat = NEW.chat
            AND updated_at < NEW.at - 86400000;

    -- 8: nothing that waits is to be sent to the chat any more.
    DELETE FROM outbox WHERE NEW.kind = 8 AND chat = NEW.chat;

    -- 10: a reminder of the person is due next at `at`; 11: none is.
    INSERT INTO wake (user, chat, at) SELECT NEW.user, NEW.chat, NEW.at WHERE NEW.kind = 10
        ON CONFLICT (user, chat) DO UPDATE SET at = excluded.at;
    DELETE FROM wake WHERE NEW.kind = 11 AND user = NEW.user AND chat = NEW.chat;

    -- 12: a session is saved, and nobody was heard of: it must still be there.
    SELECT RAISE (ABORT, 'erased before') WHERE NEW.kind = 12 AND NOT EXISTS
        (SELECT 1 FROM session WHERE user = NEW.user AND chat = NEW.chat);
    UPDATE session SET body = NEW.body
        WHERE NEW.kind = 12 AND user = NEW.user AND chat = NEW.chat;

    -- 13: a session that can't be read is set aside.
    INSERT INTO set_aside (kind, id, chat, user, body, reason, at)
        SELECT 'session', rowid, chat, user, body, 'unreadable', NEW.at FROM session
            WHERE NEW.kind = 13 AND user = NEW.user AND chat = NEW.chat;
    DELETE FROM session WHERE NEW.kind = 13 AND user = NEW.user AND chat = NEW.chat;

    -- 9: a person is forgotten, with their updates up to id: what came later was said later.
    -- In private a chat has its person's number. A table added later is added here and in
    -- `export`.
    DELETE FROM session WHERE NEW.kind = 9 AND user = NEW.user;
    DELETE FROM wake WHERE NEW.kind = 9 AND user = NEW.user;
    -- Each of these by its index: what a person did in groups stands in one of its own.
    DELETE FROM outbox WHERE NEW.kind = 9 AND chat = NEW.user;
    DELETE FROM outbox WHERE NEW.kind = 9 AND user = NEW.user AND user <> chat;
    DELETE FROM set_aside WHERE NEW.kind = 9 AND chat = NEW.user;
    DELETE FROM set_aside WHERE NEW.kind = 9 AND user = NEW.user;
    DELETE FROM inbox WHERE NEW.kind = 9 AND chat = NEW.user AND seq <= NEW.id;
    DELETE FROM inbox
        WHERE NEW.kind = 9 AND user = NEW.user AND user <> chat AND seq <= NEW.id;
    -- No chat is known of these.
    DELETE FROM inbox
        WHERE NEW.kind = 9 AND user = NEW.user AND chat IS NULL AND seq <= NEW.id;
END;
