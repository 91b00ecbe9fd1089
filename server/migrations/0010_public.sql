-- Up Migration

-- Tries of numbers and PINs, counted for all processes (RELIABILITY 30). A number that does not exist is counted too, under one
-- of a bounded set of tags: the table never outgrows what really exists, whatever is guessed.
CREATE TABLE pin_try (
  office_id  uuid          NOT NULL,
  tag        bytea         NOT NULL,         -- keyed HMAC of the number
  subject_id uuid,                           -- null: there is no such number
  recent     timestamptz[] NOT NULL,         -- the tries that were looked into, the latest five
  wrong      integer       NOT NULL,         -- since the last right one or the last time that staff unlocked it
  granted    boolean       NOT NULL,         -- whether the latest try is looked into
  last_at    timestamptz   NOT NULL,
  PRIMARY KEY (office_id, tag)
) WITH (fillfactor = 70);
CREATE INDEX pin_try_locked ON pin_try (office_id, last_at) WHERE wrong >= 20;
CALL guard_tenant_table('pin_try', 'SELECT, INSERT, UPDATE, DELETE');

-- What an office decides about its public pages; without a row the defaults of server/public/settings.ts.
CREATE TABLE public_setting (
  office_id   uuid    NOT NULL PRIMARY KEY,
  reopen_days integer NOT NULL CHECK (reopen_days BETWEEN 0 AND 365)
);
CALL guard_tenant_table('public_setting', 'SELECT, INSERT, UPDATE');

-- Figures of a month as they are published: aggregates with small counts already taken out.
CREATE TABLE published_month (
  office_id   uuid        NOT NULL,
  month       date        NOT NULL,          -- its first day
  computed_at timestamptz NOT NULL,
  figures     json        NOT NULL,
  PRIMARY KEY (office_id, month)
);
CALL guard_tenant_table('published_month', 'SELECT, INSERT, UPDATE');
CREATE INDEX rating_by_time ON rating (office_id, at);

-- Down Migration
DROP INDEX rating_by_time;
DROP TABLE published_month, public_setting, pin_try;
