-- SPDX-FileCopyrightText: 2026 The Muster authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The first schema. Days are ISO text, moments are microseconds since 1970 UTC, codes are those of src/domain/.
-- Tables of the register proper are journaled: their triggers are made by the program from the list in
-- domain/muster-operation-rule.c. Nothing is ever deleted from them; what is wrong is superseded.

CREATE TABLE register (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  uuid TEXT NOT NULL,
  agency TEXT NOT NULL,
  practice INTEGER NOT NULL,
  created INTEGER NOT NULL
) STRICT;

CREATE TABLE account (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  full_name TEXT NOT NULL,
  role TEXT NOT NULL,
  public_key BLOB NOT NULL,
  disabled INTEGER NOT NULL
) STRICT;

CREATE TABLE agency (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE assister (
  id INTEGER PRIMARY KEY,
  given_name TEXT,
  middle_name TEXT,
  family_name TEXT,
  suffix TEXT,
  email TEXT,
  email_key TEXT,
  phone TEXT,
  npn TEXT,
  assister_id TEXT,
  training_id TEXT,
  admin_id TEXT,
  licence_number TEXT,
  county TEXT,
  languages TEXT,
  active INTEGER NOT NULL,
  sort_key TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX assister_email ON assister (email_key) WHERE email_key IS NOT NULL;
CREATE INDEX assister_npn ON assister (npn) WHERE npn IS NOT NULL;
CREATE INDEX assister_assister_id ON assister (assister_id) WHERE assister_id IS NOT NULL;
CREATE INDEX assister_training_id ON assister (training_id) WHERE training_id IS NOT NULL;
CREATE INDEX assister_sort ON assister (sort_key);

CREATE TABLE affiliation (
  id INTEGER PRIMARY KEY,
  assister_id INTEGER NOT NULL REFERENCES assister,
  agency_id INTEGER NOT NULL REFERENCES agency,
  from_day TEXT NOT NULL,
  through_day TEXT
) STRICT;
CREATE INDEX affiliation_assister ON affiliation (assister_id);

CREATE TABLE certification (
  id INTEGER PRIMARY KEY,
  assister_id INTEGER NOT NULL REFERENCES assister,
  type TEXT NOT NULL,
  from_state TEXT NOT NULL,
  to_state TEXT NOT NULL,
  effective TEXT NOT NULL,
  recorded INTEGER NOT NULL,
  authority TEXT NOT NULL,
  account_id INTEGER NOT NULL REFERENCES account,
  reason TEXT,
  decision_id INTEGER REFERENCES decision,
  action_id INTEGER REFERENCES corrective_action,
  superseded_by INTEGER REFERENCES certification,
  under_investigation INTEGER NOT NULL
) STRICT;
CREATE INDEX certification_assister ON certification (assister_id);

CREATE TABLE corrective_action (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  assister_id INTEGER NOT NULL REFERENCES assister,
  severity TEXT NOT NULL,
  state TEXT NOT NULL,
  finding TEXT NOT NULL,
  cause TEXT,
  restriction TEXT NOT NULL,
  restriction_text TEXT,
  opened TEXT NOT NULL,
  due TEXT NOT NULL,
  closed TEXT,
  outcome TEXT NOT NULL,
  closing_note TEXT,
  clause_version TEXT NOT NULL,
  rule_pack TEXT NOT NULL,
  opened_account INTEGER NOT NULL REFERENCES account,
  closed_account INTEGER REFERENCES account
) STRICT;
CREATE INDEX corrective_action_assister ON corrective_action (assister_id);

CREATE TABLE corrective_action_clause (
  id INTEGER PRIMARY KEY,
  action_id INTEGER NOT NULL REFERENCES corrective_action,
  clause TEXT NOT NULL,
  UNIQUE (action_id, clause)
) STRICT;

CREATE TABLE corrective_action_step (
  id INTEGER PRIMARY KEY,
  action_id INTEGER NOT NULL REFERENCES corrective_action,
  position INTEGER NOT NULL,
  what TEXT NOT NULL,
  owner TEXT NOT NULL,
  due TEXT NOT NULL,
  done_on TEXT,
  done_note TEXT,
  done_account INTEGER REFERENCES account,
  verified_account INTEGER REFERENCES account,
  verified_on TEXT,
  UNIQUE (action_id, position)
) STRICT;

CREATE TABLE decision (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  assister_id INTEGER NOT NULL REFERENCES assister,
  types INTEGER NOT NULL,
  authority TEXT NOT NULL,
  reason TEXT NOT NULL,
  proposed_effective TEXT,
  effective TEXT,
  review_until TEXT,
  proposer INTEGER NOT NULL REFERENCES account,
  proposed_at INTEGER NOT NULL,
  decider INTEGER REFERENCES account,
  decided_at INTEGER,
  decision_reason TEXT,
  emergency INTEGER NOT NULL,
  clause_version TEXT NOT NULL,
  rule_pack TEXT NOT NULL
) STRICT;
CREATE INDEX decision_assister ON decision (assister_id);

CREATE TABLE decision_clause (
  id INTEGER PRIMARY KEY,
  decision_id INTEGER NOT NULL REFERENCES decision,
  clause TEXT NOT NULL,
  UNIQUE (decision_id, clause)
) STRICT;

CREATE TABLE decision_action (
  id INTEGER PRIMARY KEY,
  decision_id INTEGER NOT NULL REFERENCES decision,
  action_id INTEGER NOT NULL REFERENCES corrective_action,
  UNIQUE (decision_id, action_id)
) STRICT;

CREATE TABLE roster_import (
  id INTEGER PRIMARY KEY,
  file_name TEXT NOT NULL,
  file_size INTEGER NOT NULL,
  file_hash TEXT NOT NULL,
  encoding TEXT NOT NULL,
  delimiter TEXT NOT NULL,
  key TEXT NOT NULL,
  mode TEXT NOT NULL,
  digest TEXT NOT NULL,
  rows INTEGER NOT NULL,
  created INTEGER NOT NULL,
  updated INTEGER NOT NULL,
  unchanged INTEGER NOT NULL,
  skipped INTEGER NOT NULL,
  conflicts INTEGER NOT NULL,
  rejected INTEGER NOT NULL,
  account_id INTEGER NOT NULL REFERENCES account,
  recorded INTEGER NOT NULL
) STRICT;

-- Derived, never journaled: can be made anew from the tables above.
CREATE VIRTUAL TABLE assister_search USING fts5 (
  words, content = '', contentless_delete = 1, detail = none, prefix = '1 2 3',
  tokenize = "unicode61 remove_diacritics 2"
);

-- The journal. It is written by the runner only.
CREATE TABLE journal_entry (
  sequence INTEGER PRIMARY KEY,
  time INTEGER NOT NULL,
  account_id INTEGER NOT NULL,
  role TEXT NOT NULL,
  operation TEXT NOT NULL,
  subject TEXT,
  reason TEXT,
  detail TEXT,
  changes INTEGER NOT NULL,
  changes_digest BLOB NOT NULL,
  previous BLOB NOT NULL,
  hash BLOB NOT NULL,
  signature BLOB NOT NULL
) STRICT;
CREATE INDEX journal_entry_subject ON journal_entry (subject) WHERE subject IS NOT NULL;

-- A row before and after. The digest stands only where content and salt were destroyed under the retention schedule.
CREATE TABLE journal_change (
  id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL,
  table_number INTEGER NOT NULL,
  row_id INTEGER NOT NULL,
  before BLOB,
  after BLOB,
  salt BLOB,
  digest BLOB
) STRICT;
CREATE INDEX journal_change_entry ON journal_change (entry);
CREATE INDEX journal_change_row ON journal_change (table_number, row_id);
