-- SPDX-FileCopyrightText: 2026 The Muster authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- What follows a corrective action beside its steps: checks of its effect, extensions of the day it is due, responses of the person. What was closed before
-- there were checks stays closed.

CREATE TABLE corrective_action_follow_up (
  id INTEGER PRIMARY KEY,
  action_id INTEGER NOT NULL REFERENCES corrective_action,
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  text TEXT,
  on_day TEXT NOT NULL,
  due TEXT,
  n_steps INTEGER NOT NULL,
  account_id INTEGER NOT NULL REFERENCES account,
  recorded INTEGER NOT NULL,
  settled_account INTEGER REFERENCES account,
  settled_at INTEGER,
  settled_on TEXT,
  note TEXT
) STRICT;
CREATE INDEX corrective_action_follow_up_action ON corrective_action_follow_up (action_id);
CREATE UNIQUE INDEX corrective_action_follow_up_pending ON corrective_action_follow_up (action_id, kind) WHERE state = 'pending';
