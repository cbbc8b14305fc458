-- SPDX-FileCopyrightText: 2026 The Muster authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- What is to be taken back and handed over when a certification ends, and who saw to it; documents of incidents; lists of the roster that an account keeps.
-- Rows of the first are only ever added, and the last of an item counts. The registers of cases are listed in the order of an index that has all they are
-- counted by: a list of any length is there at once.

CREATE TABLE exit_item (
  id INTEGER PRIMARY KEY,
  certification_id INTEGER NOT NULL REFERENCES certification,
  code TEXT NOT NULL,
  outcome TEXT NOT NULL,
  on_day TEXT,
  doer TEXT,
  note TEXT,
  completes INTEGER NOT NULL,
  account_id INTEGER NOT NULL REFERENCES account,
  recorded INTEGER NOT NULL
) STRICT;
CREATE INDEX exit_item_certification ON exit_item (certification_id);
CREATE INDEX certification_exit ON certification (assister_id, type, effective)
  WHERE to_state IN ('suspended-administrative', 'suspended-for-cause', 'expired', 'withdrawn', 'inactive', 'revoked')
  AND from_state NOT IN ('none', 'applicant', 'in-training', 'pending-review', 'denied');

CREATE TABLE incident_attachment (
  id INTEGER PRIMARY KEY,
  incident_id INTEGER NOT NULL REFERENCES incident,
  document_id INTEGER NOT NULL REFERENCES document,
  title TEXT,
  withdrawn_reason TEXT,
  withdrawn_account INTEGER REFERENCES account,
  withdrawn_at INTEGER,
  account_id INTEGER NOT NULL REFERENCES account,
  recorded INTEGER NOT NULL
) STRICT;
CREATE INDEX incident_attachment_incident ON incident_attachment (incident_id);

CREATE TABLE saved_list (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  filter TEXT NOT NULL,
  recorded INTEGER NOT NULL,
  removed INTEGER NOT NULL,
  UNIQUE (account_id, name_key)
) STRICT;

CREATE INDEX incident_register ON incident (discovered, id, state, closed);
CREATE INDEX corrective_action_register ON corrective_action (opened, id, state, due, closed);
CREATE INDEX decision_register ON decision (proposed_at, id, state);
