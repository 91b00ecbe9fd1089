-- Up Migration

-- Attachments that complaints were registered with, as their events name them: what is to come, and what was thrown away. The files
-- themselves are in file_upload, their names among the complaint's sealed words.
CREATE TABLE complaint_file (
  office_id     uuid     NOT NULL,
  attachment_id uuid     NOT NULL,
  complaint_id  uuid     NOT NULL,
  place         smallint NOT NULL,             -- from 0, as the officer attached them
  media_type    text     NOT NULL,
  bytes         integer  NOT NULL,             -- as it was attached, not sealed
  erased_at     timestamptz,                   -- its content was erased and never comes
  PRIMARY KEY (office_id, attachment_id)
);
CREATE INDEX complaint_file_by_complaint ON complaint_file (office_id, complaint_id);
CALL guard_tenant_table('complaint_file', 'SELECT, INSERT, UPDATE');

-- Down Migration
DROP TABLE complaint_file;
