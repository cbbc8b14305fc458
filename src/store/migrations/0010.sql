-- SPDX-FileCopyrightText: 2026 The Muster authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Requests for the review of a decision, and their outcomes. One at a time waits for a decision.

CREATE TABLE review (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  decision_id INTEGER NOT NULL REFERENCES decision,
  state TEXT NOT NULL,
  filed TEXT NOT NULL,
  route TEXT NOT NULL,
  note TEXT,
  late INTEGER NOT NULL,
  late_reason TEXT,
  due TEXT NOT NULL,
  rule_pack TEXT NOT NULL,
  account_id INTEGER NOT NULL REFERENCES account,
  recorded INTEGER NOT NULL,
  decider INTEGER REFERENCES account,
  decided_at INTEGER,
  reason TEXT,
  conditions TEXT,
  effective TEXT
) STRICT;
CREATE INDEX review_decision ON review (decision_id);
CREATE UNIQUE INDEX review_pending ON review (decision_id) WHERE state = 'pending';
