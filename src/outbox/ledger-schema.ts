// The ledger's tables, as numbered migrations: only ever added to, never edited once released.

/** `RLSE`, so that no other SQLite file passes for a ledger. */
export const applicationId = 0x52_4c_53_45;

/** Migration n brings a ledger from version n to n + 1. */
export const migrations: readonly string[] = [
  `
  CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

  CREATE TABLE release (id INTEGER PRIMARY KEY, slug TEXT NOT NULL UNIQUE) STRICT;

  CREATE TABLE dispatch (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    release INTEGER NOT NULL REFERENCES release,
    kind TEXT NOT NULL CHECK (kind IN ('real', 'test')),
    plan_hash TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    summary TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'paused', 'done')),
    reason TEXT,
    not_before INTEGER,
    not_after INTEGER,
    created_at INTEGER NOT NULL,
    finished_at INTEGER
  ) STRICT;

  CREATE TABLE part (hash TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT;

  CREATE TABLE variant (
    id INTEGER PRIMARY KEY,
    dispatch INTEGER NOT NULL REFERENCES dispatch,
    hash TEXT NOT NULL,
    facts TEXT NOT NULL,
    pieces TEXT NOT NULL,
    UNIQUE (dispatch, hash)
  ) STRICT;

  CREATE TABLE run (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    dispatch INTEGER NOT NULL REFERENCES dispatch,
    host TEXT NOT NULL,
    boot TEXT NOT NULL,
    pid INTEGER NOT NULL,
    who TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    lease_until INTEGER NOT NULL,
    ended_at INTEGER,
    fenced_at INTEGER
  ) STRICT;

  CREATE TABLE delivery (
    id INTEGER PRIMARY KEY,
    dispatch INTEGER NOT NULL REFERENCES dispatch,
    -- Null for a test, which may repeat.
    release INTEGER REFERENCES release,
    key BLOB NOT NULL,
    address TEXT,
    name TEXT,
    fields TEXT,
    variant INTEGER REFERENCES variant,
    list TEXT,
    language TEXT,
    region TEXT,
    outlet TEXT,
    domain TEXT,
    lane TEXT NOT NULL DEFAULT '',
    message_id TEXT,
    date INTEGER,
    not_before INTEGER,
    state TEXT NOT NULL CHECK (state IN ('planned', 'suppressed', 'invalid', 'queued', 'claimed', 'dot',
      'accepted', 'deferred', 'rejected', 'unknown')),
    reason TEXT,
    run INTEGER REFERENCES run,
    attempts INTEGER NOT NULL DEFAULT 0,
    first_at INTEGER,
    next_at INTEGER NOT NULL DEFAULT 0,
    code INTEGER,
    enhanced TEXT,
    reply TEXT,
    queue_id TEXT,
    settled_at INTEGER,
    UNIQUE (dispatch, key)
  ) STRICT;

  -- Nobody gets a release twice, whichever dispatch it is in.
  CREATE UNIQUE INDEX delivery_once ON delivery (release, key)
    WHERE state NOT IN ('suppressed', 'invalid', 'rejected');
  CREATE INDEX delivery_open ON delivery (dispatch, state, lane, next_at)
    WHERE state = 'queued' OR state = 'deferred' OR state = 'claimed' OR state = 'dot';

  CREATE TABLE suppression (
    key BLOB PRIMARY KEY,
    -- Null once the person asked to be erased: the keyed hash still stops every list.
    address TEXT,
    reason TEXT NOT NULL,
    source TEXT NOT NULL,
    at INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE rate (lane TEXT PRIMARY KEY, free_at INTEGER NOT NULL) STRICT;

  CREATE TABLE event (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    dispatch INTEGER,
    delivery INTEGER,
    run INTEGER,
    what TEXT NOT NULL,
    code INTEGER,
    enhanced TEXT
  ) STRICT;
  CREATE TABLE audit (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    who TEXT NOT NULL,
    act TEXT NOT NULL,
    dispatch TEXT,
    plan_hash TEXT,
    detail TEXT NOT NULL
  ) STRICT;

  CREATE TRIGGER event_is_kept BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'events are kept'); END;
  CREATE TRIGGER event_is_final BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'events are final'); END;
  CREATE TRIGGER audit_is_kept BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit is kept'); END;
  CREATE TRIGGER audit_is_final BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit is final'); END;
  CREATE TRIGGER delivery_is_kept BEFORE DELETE ON delivery BEGIN SELECT RAISE(ABORT, 'deliveries are kept'); END;
  `,
];
