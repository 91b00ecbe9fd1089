-- Up Migration

-- Tenancy (DESIGN decision 12). Every table begins its key with office_id. An agency is the office above its offices: its own
-- rows carry its own id. A transaction sees the offices named in loket.offices and nothing without it.
CREATE FUNCTION seen_offices() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT coalesce(string_to_array(nullif(current_setting('loket.offices', true), ''), ',')::uuid[], '{}') $$;

-- For every table of a tenant: row security that also binds the owner, and what the application may do. Asked for in a SELECT of
-- its own, the offices are found once for a statement and not once for every row.
CREATE PROCEDURE guard_tenant_table(name regclass, rights text) LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', name);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', name);
  EXECUTE format('CREATE POLICY tenant ON %s USING (office_id = ANY ((SELECT seen_offices())::uuid[])) WITH CHECK (office_id = ANY ((SELECT seen_offices())::uuid[]))', name);
  EXECUTE format('GRANT %s ON %s TO loket_app', rights, name);
END $$;

CREATE TABLE office (
  office_id  uuid        NOT NULL PRIMARY KEY,
  agency_id  uuid        NOT NULL,           -- itself for an agency
  code       text        NOT NULL UNIQUE CHECK (code ~ '^[a-z0-9][a-z0-9-]{1,38}[a-z0-9]$'),
  name       text        NOT NULL,
  zone       text        NOT NULL,
  closed_at  timestamptz,
  created_at timestamptz NOT NULL
);
CREATE INDEX office_by_agency ON office (agency_id);
CALL guard_tenant_table('office', 'SELECT, INSERT, UPDATE');
-- Who is asked for by code or id, before anything of it is read: the directory is public, and seen only where it is asked for.
CREATE POLICY directory ON office FOR SELECT USING (current_setting('loket.directory', true) = 'on');

-- Keys of an office or agency, wrapped under the server's key, which is not in this database.
CREATE TABLE office_secret (
  office_id  uuid        NOT NULL,
  name       text        NOT NULL,           -- pinKey; of an agency: sealing:<key id>
  public_key bytea,
  wrapped    bytea       NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (office_id, name)
);
CALL guard_tenant_table('office_secret', 'SELECT, INSERT, DELETE');

CREATE TABLE enrolment_code (
  office_id  uuid        NOT NULL,
  code_hash  bytea       NOT NULL,           -- keyed HMAC; the code itself was shown once
  created_by text        NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at    timestamptz,
  PRIMARY KEY (office_id, code_hash)
);
CALL guard_tenant_table('enrolment_code', 'SELECT, INSERT, UPDATE');

-- What an office signs its requests with, and what the server seals for it.
CREATE TABLE office_key (
  office_id   uuid        NOT NULL,
  key_id      uuid        NOT NULL,
  signing_key bytea       NOT NULL,          -- Ed25519, raw
  sealing_key bytea       NOT NULL,          -- X25519, raw
  created_at  timestamptz NOT NULL,
  revoked_at  timestamptz,
  revoked_why text,
  PRIMARY KEY (office_id, key_id)
);
CALL guard_tenant_table('office_key', 'SELECT, INSERT, UPDATE');

-- Where each chain of an office stands. The row is locked while a batch is taken: one writer per office.
CREATE TABLE office_position (
  office_id     uuid        NOT NULL PRIMARY KEY,
  position      bigint      NOT NULL,        -- the last event's, in the order in which the server learned of them
  heard_at      timestamptz NOT NULL,
  now           json,                        -- queues as the office last told them
  now_at        timestamptz
);
CALL guard_tenant_table('office_position', 'SELECT, INSERT, UPDATE');

CREATE TABLE chain_head (
  office_id  uuid   NOT NULL,
  origin     uuid   NOT NULL,
  origin_seq bigint NOT NULL,
  hash       bytea  NOT NULL,
  PRIMARY KEY (office_id, origin)
);
CALL guard_tenant_table('chain_head', 'SELECT, INSERT, UPDATE');

-- Events as the stations wrote them, by month of arrival. Nobody may change or delete one.
CREATE TABLE event (
  office_id   uuid        NOT NULL,
  origin      uuid        NOT NULL,
  origin_seq  bigint      NOT NULL,
  received_at timestamptz NOT NULL,
  position    bigint      NOT NULL,
  id          uuid        NOT NULL,
  term        bigint      NOT NULL,
  stream      text        NOT NULL,
  type        text        NOT NULL,
  at          bigint      NOT NULL,          -- ms since the epoch, by the station's clock
  actor       text        NOT NULL,
  command_id  uuid        NOT NULL,
  data        json        NOT NULL,          -- json, not jsonb: the text is what the hash covers
  hash        bytea       NOT NULL,
  PRIMARY KEY (office_id, origin, origin_seq, received_at)
) PARTITION BY RANGE (received_at);
CREATE INDEX event_by_position ON event (office_id, position);
CALL guard_tenant_table('event', 'SELECT, INSERT');
CREATE TABLE event_elsewhen PARTITION OF event DEFAULT;
ALTER TABLE event_elsewhen ENABLE ROW LEVEL SECURITY;
ALTER TABLE event_elsewhen FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON event_elsewhen USING (office_id = ANY ((SELECT seen_offices())::uuid[])) WITH CHECK (office_id = ANY ((SELECT seen_offices())::uuid[]));

-- Makes the partition of a month; done ahead of time, for this month and the next. The month begins at midnight UTC.
CREATE FUNCTION make_event_month(month date) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  name text := format('event_%s', to_char(month, 'YYYY_MM'));
  first timestamptz := date_trunc('month', month::timestamp) AT TIME ZONE 'UTC';
  next timestamptz := (date_trunc('month', month::timestamp) + interval '1 month') AT TIME ZONE 'UTC';
BEGIN
  PERFORM pg_advisory_xact_lock(7316001);
  IF to_regclass(name) IS NOT NULL THEN RETURN; END IF;
  EXECUTE format('CREATE TABLE %I PARTITION OF event FOR VALUES FROM (%L) TO (%L)', name, first, next);
  EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
  EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
  EXECUTE format('CREATE POLICY tenant ON %I USING (office_id = ANY ((SELECT seen_offices())::uuid[])) WITH CHECK (office_id = ANY ((SELECT seen_offices())::uuid[]))', name);
END $$;
REVOKE ALL ON FUNCTION make_event_month(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION make_event_month(date) TO loket_app;

-- What the server could not take as it is: kept whole, with the reason; what comes behind it goes on.
CREATE TABLE quarantine (
  office_id  uuid        NOT NULL,
  id         uuid        NOT NULL,
  reason     text        NOT NULL CHECK (reason IN ('notUnderstood', 'chainBroken', 'forked')),
  origin     uuid        NOT NULL,
  origin_seq bigint      NOT NULL,
  hash       bytea       NOT NULL,
  event      json        NOT NULL,           -- all columns as they came
  detail     text        NOT NULL,           -- for an engineer, without personal data
  at         timestamptz NOT NULL,
  PRIMARY KEY (office_id, origin, origin_seq, hash)
);
CALL guard_tenant_table('quarantine', 'SELECT, INSERT, DELETE');

-- Down Migration
DROP TABLE quarantine, event, chain_head, office_position, office_key, enrolment_code, office_secret, office;
DROP FUNCTION make_event_month(date);
DROP PROCEDURE guard_tenant_table(regclass, text);
DROP FUNCTION seen_offices();
