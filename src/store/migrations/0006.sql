-- SPDX-FileCopyrightText: 2026 The Muster authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- What was put off on the list of today, until when, and why. Rows are only ever added; the newest of an item counts.

CREATE TABLE snooze (
  id INTEGER PRIMARY KEY,
  item TEXT NOT NULL,
  until_day TEXT NOT NULL,
  reason TEXT NOT NULL,
  account_id INTEGER NOT NULL REFERENCES account,
  recorded INTEGER NOT NULL
) STRICT;
CREATE INDEX snooze_until ON snooze (until_day);
CREATE INDEX corrective_action_open ON corrective_action (due) WHERE state = 'open';
