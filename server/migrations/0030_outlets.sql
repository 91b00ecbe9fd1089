-- Up Migration

-- What leaves the server by itself: webhooks to other systems and notices to complainants, each an outbox whose rows are
-- written in the transaction that takes the events; and the log of exports. All of it belongs to the agency: office_id is hers.

-- The workers of every server process look at the agencies again and again.
CREATE INDEX office_agencies ON office (office_id) WHERE office_id = agency_id;

CREATE TABLE webhook (
  office_id   uuid        NOT NULL,
  webhook_id  uuid        NOT NULL,
  url         text        NOT NULL,
  kinds       text[]      NOT NULL,
  secret      bytea       NOT NULL,          -- wrapped under the server's key
  created_at  timestamptz NOT NULL,
  created_by  text        NOT NULL,
  disabled_at timestamptz,                   -- what is queued waits, nothing new is written
  PRIMARY KEY (office_id, webhook_id)
);
CALL guard_tenant_table('webhook', 'SELECT, INSERT, UPDATE, DELETE');

CREATE TABLE webhook_delivery (
  office_id    uuid        NOT NULL,
  webhook_id   uuid        NOT NULL,
  delivery_id  uuid        NOT NULL,         -- UUIDv7: their order is their age
  event_id     uuid        NOT NULL,
  kind         text        NOT NULL,
  payload      text        NOT NULL,         -- the body that is signed; no personal data
  state        text        NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'delivered', 'dead')),
  attempts     integer     NOT NULL DEFAULT 0,
  next_at      timestamptz NOT NULL,         -- while it is being sent: when another process may take it
  last_error   text,                         -- of the last attempt, without what the other side wrote; null: under way
  created_at   timestamptz NOT NULL,
  ended_at     timestamptz,
  PRIMARY KEY (office_id, delivery_id),
  FOREIGN KEY (office_id, webhook_id) REFERENCES webhook ON DELETE CASCADE
);
CREATE UNIQUE INDEX webhook_delivery_once ON webhook_delivery (office_id, webhook_id, event_id);
CREATE INDEX webhook_delivery_queue ON webhook_delivery (office_id, webhook_id, next_at) WHERE state = 'queued';
CREATE INDEX webhook_delivery_dead ON webhook_delivery (office_id, delivery_id) WHERE state = 'dead';
CALL guard_tenant_table('webhook_delivery', 'SELECT, INSERT, UPDATE, DELETE');

CREATE TABLE notice_channel (
  office_id  uuid        NOT NULL,
  channel    text        NOT NULL CHECK (channel IN ('email', 'gateway')),
  settings   json        NOT NULL,           -- host, port, address of the gateway, template: nothing secret
  secret     bytea,                          -- password or headers, wrapped under the server's key; null: none
  steps      text[]      NOT NULL,           -- which steps are told
  changed_at timestamptz NOT NULL,
  changed_by text        NOT NULL,
  PRIMARY KEY (office_id, channel)
);
CALL guard_tenant_table('notice_channel', 'SELECT, INSERT, UPDATE, DELETE');

-- One row per step and channel. It holds nobody's address: that is opened in memory when it is sent.
CREATE TABLE notice (
  office_id   uuid        NOT NULL,
  notice_id   uuid        NOT NULL,          -- UUIDv7
  channel     text        NOT NULL,
  of_office   uuid        NOT NULL,          -- where the complaint or document is
  event_id    uuid        NOT NULL,
  subject_id  uuid        NOT NULL,
  person_id   uuid        NOT NULL,
  number      text        NOT NULL,
  step        text        NOT NULL,
  step_at     bigint      NOT NULL,          -- ms since the epoch
  state       text        NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'sent', 'failed', 'gaveUp', 'skipped')),
  attempts    integer     NOT NULL DEFAULT 0,
  next_at     timestamptz NOT NULL,
  hint        text,                          -- the address, masked; null: not looked up yet
  provider_id text,                          -- what the mail server or gateway calls it
  reason      text,                          -- of the last attempt, without what the other side wrote
  created_at  timestamptz NOT NULL,
  ended_at    timestamptz,
  PRIMARY KEY (office_id, notice_id)
);
CREATE UNIQUE INDEX notice_once ON notice (office_id, event_id, channel);
CREATE INDEX notice_queue ON notice (office_id, channel, next_at) WHERE state = 'queued';
CREATE INDEX notice_by_subject ON notice (office_id, subject_id);
CREATE INDEX notice_by_person ON notice (office_id, person_id);
CALL guard_tenant_table('notice', 'SELECT, INSERT, UPDATE, DELETE');

-- Who took complaints out of the system, why and how many (RELIABILITY 33). Nobody may change or delete a row.
CREATE TABLE complaint_export (
  office_id  uuid        NOT NULL,
  export_id  uuid        NOT NULL,
  at         timestamptz NOT NULL,
  by_user    text        NOT NULL,
  reason     text        NOT NULL,
  format     text        NOT NULL,
  filter     json        NOT NULL,
  complaints integer     NOT NULL,
  PRIMARY KEY (office_id, export_id)
);
CREATE INDEX complaint_export_by_time ON complaint_export (office_id, at);
CALL guard_tenant_table('complaint_export', 'SELECT, INSERT');

-- Down Migration
DROP TABLE complaint_export, notice, notice_channel, webhook_delivery, webhook;
DROP INDEX office_agencies;
