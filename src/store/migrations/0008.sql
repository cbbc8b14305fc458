-- SPDX-FileCopyrightText: 2026 The Muster authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Letters: what was drawn, of what, from which template, as exactly which file; how each was served; and the agency's own templates. Rows are only ever added; of
-- several templates of a kind in a language the newest counts, and one without content gives Muster's own back.

CREATE TABLE letter (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  about TEXT NOT NULL,
  about_id INTEGER NOT NULL,
  assister_id INTEGER NOT NULL REFERENCES assister,
  language TEXT NOT NULL,
  template_hash TEXT NOT NULL,
  checkpoint TEXT NOT NULL,
  document_id INTEGER NOT NULL REFERENCES document,
  account_id INTEGER NOT NULL REFERENCES account,
  recorded INTEGER NOT NULL
) STRICT;
CREATE INDEX letter_assister ON letter (assister_id);

CREATE TABLE letter_service (
  id INTEGER PRIMARY KEY,
  letter_id INTEGER NOT NULL REFERENCES letter,
  method TEXT NOT NULL,
  result TEXT NOT NULL,
  on_day TEXT NOT NULL,
  tracking TEXT,
  note TEXT,
  received_day TEXT,
  account_id INTEGER NOT NULL REFERENCES account,
  recorded INTEGER NOT NULL
) STRICT;
CREATE INDEX letter_service_letter ON letter_service (letter_id);

CREATE TABLE letter_template (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  language TEXT NOT NULL,
  content TEXT,
  account_id INTEGER NOT NULL REFERENCES account,
  recorded INTEGER NOT NULL
) STRICT;
