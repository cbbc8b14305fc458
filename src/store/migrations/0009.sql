-- SPDX-FileCopyrightText: 2026 The Muster authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Incidents: what happened, whom it concerns, which clauses it touches and what was found of each, and whom it was reported to. A corrective action
-- may come from one. A minute counts from the beginning of its day and may be empty.

CREATE TABLE incident (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  source TEXT NOT NULL,
  state TEXT NOT NULL,
  severity INTEGER NOT NULL,
  occurred_from TEXT,
  occurred_through TEXT,
  discovered TEXT NOT NULL,
  discovered_minute INTEGER,
  narrative TEXT NOT NULL,
  complainant TEXT,
  anonymous INTEGER NOT NULL,
  data TEXT NOT NULL,
  data_people INTEGER NOT NULL,
  data_kinds TEXT,
  data_encrypted TEXT NOT NULL,
  containment TEXT,
  investigator TEXT,
  clause_version TEXT NOT NULL,
  rule_pack TEXT NOT NULL,
  recorded_account INTEGER NOT NULL REFERENCES account,
  closed TEXT,
  outcome TEXT NOT NULL,
  closing_note TEXT,
  closed_account INTEGER REFERENCES account
) STRICT;
CREATE INDEX incident_open ON incident (discovered) WHERE state = 'open';

CREATE TABLE incident_person (
  id INTEGER PRIMARY KEY,
  incident_id INTEGER NOT NULL REFERENCES incident,
  assister_id INTEGER NOT NULL REFERENCES assister,
  removed INTEGER NOT NULL,
  UNIQUE (incident_id, assister_id)
) STRICT;
CREATE INDEX incident_person_assister ON incident_person (assister_id);

CREATE TABLE incident_clause (
  id INTEGER PRIMARY KEY,
  incident_id INTEGER NOT NULL REFERENCES incident,
  clause TEXT NOT NULL,
  finding TEXT NOT NULL,
  note TEXT,
  account_id INTEGER REFERENCES account,
  on_day TEXT,
  UNIQUE (incident_id, clause)
) STRICT;

CREATE TABLE incident_report (
  id INTEGER PRIMARY KEY,
  incident_id INTEGER NOT NULL REFERENCES incident,
  duty TEXT NOT NULL,
  told TEXT NOT NULL,
  at_day TEXT NOT NULL,
  at_minute INTEGER,
  note TEXT,
  account_id INTEGER NOT NULL REFERENCES account
) STRICT;
CREATE INDEX incident_report_incident ON incident_report (incident_id);

ALTER TABLE corrective_action ADD COLUMN incident_id INTEGER REFERENCES incident;
CREATE INDEX corrective_action_incident ON corrective_action (incident_id) WHERE incident_id IS NOT NULL;
