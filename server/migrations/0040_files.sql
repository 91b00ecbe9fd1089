-- Up Migration

-- Attachments of complaints, sealed at the office for the agency's key, as they come in parts (tus 1.0). Several server processes
-- share an upload through these tables. A finished one keeps its parts: nobody reads them but to open the whole file.
CREATE TABLE file_upload (
  office_id     uuid        NOT NULL,
  attachment_id uuid        NOT NULL,
  subject_id    uuid        NOT NULL,          -- the complaint
  media_type    text        NOT NULL,
  key_id        uuid        NOT NULL,          -- the agency's key
  sha256        bytea       NOT NULL,          -- of the sealed bytes
  bytes         integer     NOT NULL CHECK (bytes > 0),
  received      integer     NOT NULL CHECK (received BETWEEN 0 AND bytes),
  created_at    timestamptz NOT NULL,
  finished_at   timestamptz,                   -- null: parts are missing
  erased_at     timestamptz,                   -- its content was erased and never comes again
  PRIMARY KEY (office_id, attachment_id)
);
CREATE INDEX file_upload_by_subject ON file_upload (office_id, subject_id);
CALL guard_tenant_table('file_upload', 'SELECT, INSERT, UPDATE, DELETE');

CREATE TABLE file_part (
  office_id     uuid    NOT NULL,
  attachment_id uuid    NOT NULL,
  first_byte    integer NOT NULL,
  content       bytea   NOT NULL,
  PRIMARY KEY (office_id, attachment_id, first_byte)
);
-- What is sealed does not get smaller by compressing it.
ALTER TABLE file_part ALTER COLUMN content SET STORAGE EXTERNAL;
CALL guard_tenant_table('file_part', 'SELECT, INSERT, DELETE');

-- Down Migration
DROP TABLE file_part, file_upload;
