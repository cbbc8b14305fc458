-- SPDX-FileCopyrightText: 2026 The Muster authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- To whom a case is closed, and to whom it was opened again: rows are only ever added, and the last of an account and a case counts.

CREATE TABLE case_access (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  case_id INTEGER NOT NULL,
  subject_account INTEGER NOT NULL REFERENCES account,
  access TEXT NOT NULL,
  reason TEXT NOT NULL,
  account_id INTEGER NOT NULL REFERENCES account,
  recorded INTEGER NOT NULL
) STRICT;
CREATE INDEX case_access_account ON case_access (subject_account);
CREATE INDEX case_access_case ON case_access (kind, case_id);

CREATE INDEX letter_about ON letter (about, about_id);
CREATE INDEX decision_action_action ON decision_action (action_id);
