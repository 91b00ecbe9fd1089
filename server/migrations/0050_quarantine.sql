-- Up Migration

-- The tag of the PIN that came with an event which begins a complaint or document: whoever tries the event again needs it.
ALTER TABLE quarantine ADD COLUMN pin_tag bytea;
-- Trying again corrects why it is still aside.
GRANT UPDATE (detail) ON quarantine TO loket_app;
CREATE INDEX quarantine_not_understood ON quarantine (office_id) WHERE reason = 'notUnderstood';

-- Down Migration
DROP INDEX quarantine_not_understood;
REVOKE UPDATE (detail) ON quarantine FROM loket_app;
ALTER TABLE quarantine DROP COLUMN pin_tag;
