-- SPDX-FileCopyrightText: 2026 The Muster authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- What the answer “may assist” rests on: evidence that says how a requirement ended, by which rules a register goes, and the documents behind both.
-- A document’s row is journaled and names the hash of its content; the content stands apart, so that the journal does not hold it a second time.

ALTER TABLE evidence ADD COLUMN outcome TEXT;
ALTER TABLE evidence ADD COLUMN score INTEGER;
ALTER TABLE evidence ADD COLUMN version TEXT;
ALTER TABLE evidence ADD COLUMN document_id INTEGER REFERENCES document;
ALTER TABLE evidence ADD COLUMN note TEXT;

CREATE TABLE document (
  id INTEGER PRIMARY KEY,
  file_name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  size INTEGER NOT NULL,
  hash TEXT NOT NULL,
  account_id INTEGER NOT NULL REFERENCES account,
  recorded INTEGER NOT NULL
) STRICT;

-- Not journaled: the hash in the row above is.
CREATE TABLE document_content (
  id INTEGER PRIMARY KEY REFERENCES document,
  content BLOB NOT NULL
) STRICT;

CREATE TABLE rule_pack (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  content TEXT NOT NULL,
  from_day TEXT NOT NULL,
  account_id INTEGER NOT NULL REFERENCES account,
  recorded INTEGER NOT NULL
) STRICT;

CREATE TABLE policy_document (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL,
  version TEXT NOT NULL,
  title TEXT NOT NULL,
  from_day TEXT NOT NULL,
  document_id INTEGER NOT NULL REFERENCES document,
  account_id INTEGER NOT NULL REFERENCES account,
  recorded INTEGER NOT NULL,
  UNIQUE (code, version)
) STRICT;
