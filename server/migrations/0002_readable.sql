-- Up Migration

-- Readable tables, made of the events in the transaction that stores them.

CREATE TABLE office_state (
  office_id uuid        NOT NULL PRIMARY KEY,
  told      json        NOT NULL,            -- OfficeTold: profile, services, hours, deadlines, units
  told_at   timestamptz NOT NULL
);
CALL guard_tenant_table('office_state', 'SELECT, INSERT, UPDATE');

CREATE TABLE complaint (
  office_id       uuid    NOT NULL,
  complaint_id    uuid    NOT NULL,
  number          text    NOT NULL,
  received_at     bigint  NOT NULL,          -- ms since the epoch
  stage           text    NOT NULL,
  class           text    NOT NULL,
  channel         text    NOT NULL,
  type            text,
  category_id     text,
  unit_id         text,
  service_id      uuid,
  priority        text    NOT NULL,
  person_id       uuid,
  anonymous       boolean NOT NULL,
  confidential    boolean NOT NULL,
  due_at          bigint,                    -- the nearest open deadline; null: none
  answered_at     bigint,
  closed_at       bigint,
  changed_at      bigint  NOT NULL,
  folded          json    NOT NULL,          -- what the domain folds
  steps           json    NOT NULL,          -- what the public sees of its life, oldest first
  pin_tag         bytea,                     -- keyed HMAC; null: it came without, nobody can follow it
  PRIMARY KEY (office_id, complaint_id)
);
-- Not unique: a station put back to an older copy may have given a number twice, and must not block what is behind it.
CREATE INDEX complaint_by_number ON complaint (office_id, number);
CREATE INDEX complaint_by_received ON complaint (office_id, received_at);
CALL guard_tenant_table('complaint', 'SELECT, INSERT, UPDATE');

CREATE TABLE document (
  office_id    uuid   NOT NULL,
  document_id  uuid   NOT NULL,
  number       text   NOT NULL,
  received_at  bigint NOT NULL,
  service_id   uuid   NOT NULL,
  service      json   NOT NULL,              -- title in both languages
  person_id    uuid   NOT NULL,
  ready_on     date   NOT NULL,
  ready_at     bigint,
  collected_at bigint,
  pin_tag      bytea,
  PRIMARY KEY (office_id, document_id)
);
CREATE INDEX document_by_number ON document (office_id, number);
CALL guard_tenant_table('document', 'SELECT, INSERT, UPDATE');

-- Words that the public or a unit may read, sealed at the office for the agency's key.
CREATE TABLE sealed_text (
  office_id  uuid   NOT NULL,
  text_id    uuid   NOT NULL,                -- as the office names it
  subject_id uuid   NOT NULL,                -- the complaint or document
  kind       text   NOT NULL,
  key_id     uuid   NOT NULL,                -- the agency's key
  ephemeral  bytea  NOT NULL,                -- X25519, raw
  content    bytea  NOT NULL,                -- AES-256-GCM
  at         timestamptz NOT NULL,
  PRIMARY KEY (office_id, text_id)
);
CREATE INDEX sealed_text_by_subject ON sealed_text (office_id, subject_id);
CALL guard_tenant_table('sealed_text', 'SELECT, INSERT, UPDATE, DELETE');

-- What the server asks an office to do: answers of units, replies of the public, catalogue, erasures. The office decides
-- and tells the outcome with an event of its own; until then it is asked again.
CREATE TABLE central_order (
  office_id  uuid        NOT NULL,
  order_id   uuid        NOT NULL,           -- UUIDv7: their order is their age
  kind       text        NOT NULL,
  subject_id uuid,
  actor      text        NOT NULL,           -- agency:<user id> | public | system
  key_id     uuid        NOT NULL,           -- the office's key that it is sealed for
  ephemeral  bytea       NOT NULL,
  content    bytea       NOT NULL,
  created_at timestamptz NOT NULL,
  outcome    text,                           -- null: not heard of yet; done; the refusal's type
  decided_at bigint,
  PRIMARY KEY (office_id, order_id)
);
CREATE INDEX central_order_open ON central_order (office_id, order_id) WHERE outcome IS NULL;
CREATE INDEX central_order_by_subject ON central_order (office_id, subject_id) WHERE subject_id IS NOT NULL;
CALL guard_tenant_table('central_order', 'SELECT, INSERT, UPDATE');

CREATE TABLE rating (
  office_id  uuid     NOT NULL,
  subject_id uuid     NOT NULL,              -- the complaint or document
  at         bigint   NOT NULL,
  score      smallint NOT NULL CHECK (score BETWEEN 1 AND 5),
  skm        json,                           -- nine answers 1–4 or null (Permenpan 14/2017); null: not asked
  PRIMARY KEY (office_id, subject_id)
);
CALL guard_tenant_table('rating', 'SELECT, INSERT, UPDATE');

-- Down Migration
DROP TABLE rating, central_order, sealed_text, document, complaint, office_state;
