-- SPDX-FileCopyrightText: 2026 The Muster authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- What an import needs that people trust: it can be undone, every value knows where it came from, what a file claims is kept as
-- evidence, and senders are remembered. Columns are only ever added at the end and may be empty, so that what the journal holds of
-- older rows stays true. taken_back is the import (kind “undo”) that took a row back; such a row counts for nothing and stays readable.

ALTER TABLE assister ADD COLUMN other_phones TEXT;
ALTER TABLE assister ADD COLUMN phone_written TEXT;
ALTER TABLE assister ADD COLUMN taken_back INTEGER REFERENCES roster_import;
DROP INDEX assister_email;
CREATE UNIQUE INDEX assister_email ON assister (email_key) WHERE email_key IS NOT NULL AND taken_back IS NULL;

ALTER TABLE affiliation ADD COLUMN taken_back INTEGER REFERENCES roster_import;
ALTER TABLE certification ADD COLUMN taken_back INTEGER REFERENCES roster_import;

ALTER TABLE roster_import ADD COLUMN undoes INTEGER REFERENCES roster_import;
ALTER TABLE roster_import ADD COLUMN sheet TEXT;
ALTER TABLE roster_import ADD COLUMN profile TEXT;
ALTER TABLE roster_import ADD COLUMN mapping TEXT;
ALTER TABLE roster_import ADD COLUMN lines BLOB;
ALTER TABLE roster_import ADD COLUMN snapshot TEXT;

CREATE TABLE evidence (
  id INTEGER PRIMARY KEY,
  assister_id INTEGER NOT NULL REFERENCES assister,
  requirement TEXT NOT NULL,
  said TEXT,
  on_day TEXT,
  expires TEXT,
  source TEXT NOT NULL,
  import_id INTEGER REFERENCES roster_import,
  line INTEGER,
  account_id INTEGER NOT NULL REFERENCES account,
  recorded INTEGER NOT NULL,
  superseded_by INTEGER REFERENCES evidence,
  taken_back INTEGER REFERENCES roster_import
) STRICT;
CREATE INDEX evidence_assister ON evidence (assister_id);

CREATE TABLE import_profile (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE,
  content TEXT NOT NULL,
  removed INTEGER NOT NULL,
  account_id INTEGER NOT NULL REFERENCES account,
  recorded INTEGER NOT NULL
) STRICT;

CREATE TABLE different_person (
  id INTEGER PRIMARY KEY,
  assister_id INTEGER NOT NULL REFERENCES assister,
  row_key TEXT NOT NULL,
  account_id INTEGER NOT NULL REFERENCES account,
  recorded INTEGER NOT NULL,
  UNIQUE (assister_id, row_key)
) STRICT;

CREATE TABLE reconciliation (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  plan_year INTEGER,
  file_name TEXT NOT NULL,
  file_size INTEGER NOT NULL,
  file_hash TEXT NOT NULL,
  rows INTEGER NOT NULL,
  people INTEGER NOT NULL,
  account_id INTEGER NOT NULL REFERENCES account,
  recorded INTEGER NOT NULL
) STRICT;

CREATE TABLE reconciliation_task (
  id INTEGER PRIMARY KEY,
  reconciliation_id INTEGER NOT NULL REFERENCES reconciliation,
  assister_id INTEGER NOT NULL REFERENCES assister,
  finding TEXT NOT NULL,
  status TEXT,
  npn TEXT,
  line INTEGER,
  said TEXT,
  state TEXT NOT NULL,
  cured_by INTEGER REFERENCES reconciliation,
  note TEXT,
  closed_account INTEGER REFERENCES account,
  closed INTEGER
) STRICT;
CREATE INDEX reconciliation_task_assister ON reconciliation_task (assister_id);
CREATE INDEX reconciliation_task_reconciliation ON reconciliation_task (reconciliation_id);
