-- SPDX-FileCopyrightText: 2026 The Muster authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Which decision a decision calls off before its day. One that was approved is enough: nothing is called off twice.

ALTER TABLE decision ADD COLUMN calls_off INTEGER REFERENCES decision;
CREATE UNIQUE INDEX decision_calls_off ON decision (calls_off) WHERE state = 'approved';
