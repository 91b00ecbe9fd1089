-- Up Migration

-- The agency view (decision 0025). Rows of users, sessions and the audit carry the agency's own id as office_id.

CREATE TABLE agency_user (
  office_id    uuid        NOT NULL,          -- the agency
  user_id      uuid        NOT NULL,
  login        text        NOT NULL CHECK (login ~ '^[a-z0-9][a-z0-9._-]{1,38}[a-z0-9]$'),
  full_name    text        NOT NULL,
  role         text        NOT NULL CHECK (role IN ('admin', 'pejabat', 'pengamat')),
  sees_offices uuid[],                        -- null: all offices of the agency
  sees_units   text[],                        -- of an officer; null: all units
  password     text        NOT NULL,          -- scrypt, peppered with the server's key
  must_change  boolean     NOT NULL,          -- the password was given by somebody else
  totp         bytea,                         -- wrapped under the server's key; null: not set up yet
  totp_step    bigint,                        -- the last 30 s step whose code was used: none works twice
  active       boolean     NOT NULL DEFAULT true,
  created_at   timestamptz NOT NULL,
  PRIMARY KEY (office_id, user_id),
  UNIQUE (office_id, login)
);
CALL guard_tenant_table('agency_user', 'SELECT, INSERT, UPDATE');

CREATE TABLE agency_recovery_code (
  office_id uuid        NOT NULL,
  user_id   uuid        NOT NULL,
  code_hash bytea       NOT NULL,             -- keyed HMAC; the code was shown once
  used_at   timestamptz,
  PRIMARY KEY (office_id, user_id, code_hash)
);
CALL guard_tenant_table('agency_recovery_code', 'SELECT, INSERT, UPDATE, DELETE');

CREATE TABLE agency_session (
  office_id  uuid        NOT NULL,
  token_hash bytea       NOT NULL,            -- keyed HMAC; the token is in the browser's cookie alone
  user_id    uuid        NOT NULL,
  created_at timestamptz NOT NULL,
  seen_at    timestamptz NOT NULL,
  second_at  timestamptz,                     -- null: the password was right, the second factor is still owed
  pending    bytea,                           -- a second factor that is being set up, wrapped
  PRIMARY KEY (office_id, token_hash)
);
CREATE INDEX agency_session_by_user ON agency_session (office_id, user_id);
CALL guard_tenant_table('agency_session', 'SELECT, INSERT, UPDATE, DELETE');

-- Wrong tries by what was tried, also names that nobody has: both wait alike.
CREATE TABLE agency_login_failure (
  office_id  uuid        NOT NULL,
  tried      bytea       NOT NULL,            -- keyed HMAC of the name or user: a password typed as a name stays unknown
  failures   integer     NOT NULL,
  wait_until timestamptz NOT NULL,
  PRIMARY KEY (office_id, tried)
);
CREATE INDEX agency_login_failure_by_age ON agency_login_failure (office_id, wait_until);
CALL guard_tenant_table('agency_login_failure', 'SELECT, INSERT, UPDATE, DELETE');

-- Who looked at whose words and who did what. Nobody changes or deletes a line; no words of anybody in it.
CREATE TABLE agency_audit (
  office_id  uuid        NOT NULL,            -- the agency
  audit_id   uuid        NOT NULL,            -- UUIDv7
  at         timestamptz NOT NULL,
  user_id    uuid,                            -- null: nobody known, e.g. a failed login, or the command line
  what       text        NOT NULL,
  of_office  uuid,
  subject    text,                            -- a complaint's number, a user's login, a key's id
  detail     text,
  PRIMARY KEY (office_id, audit_id)
);
CREATE INDEX agency_audit_by_user ON agency_audit (office_id, user_id, audit_id);
CALL guard_tenant_table('agency_audit', 'SELECT, INSERT');

-- Which text an order of the agency carries: the words stand in sealed_text, for whoever must write them again.
CREATE TABLE agency_sent (
  office_id uuid NOT NULL,
  text_id   uuid NOT NULL,                    -- made with the form: sending it twice is one order
  order_id  uuid NOT NULL,
  PRIMARY KEY (office_id, text_id)
);
CREATE UNIQUE INDEX agency_sent_by_order ON agency_sent (office_id, order_id);
CALL guard_tenant_table('agency_sent', 'SELECT, INSERT');

CREATE TABLE agency_announcement (
  office_id       uuid        NOT NULL,       -- the agency
  announcement_id uuid        NOT NULL,
  title           json        NOT NULL,       -- in both languages
  body            json        NOT NULL,
  until           date        NOT NULL,
  sent_to         uuid[]      NOT NULL,
  sent_by         uuid        NOT NULL,
  sent_at         timestamptz NOT NULL,
  PRIMARY KEY (office_id, announcement_id)
);
CALL guard_tenant_table('agency_announcement', 'SELECT, INSERT');

-- When an office last asked for orders: a quiet one pushes nothing, and is there all the same.
CREATE TABLE office_contact (
  office_id uuid        NOT NULL PRIMARY KEY,
  asked_at  timestamptz NOT NULL
);
CALL guard_tenant_table('office_contact', 'SELECT, INSERT, UPDATE');

-- The backlog of an office, by what is due first.
CREATE INDEX complaint_backlog ON complaint (office_id, due_at) WHERE stage NOT IN ('closed', 'merged', 'referred');

-- Down Migration
DROP INDEX complaint_backlog;
DROP TABLE office_contact, agency_announcement, agency_sent, agency_audit, agency_login_failure, agency_session, agency_recovery_code, agency_user;
