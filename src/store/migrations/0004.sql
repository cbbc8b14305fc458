-- SPDX-FileCopyrightText: 2026 The Muster authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Why a corrective action is due later than the rules have it for its severity; empty where it is not.

ALTER TABLE corrective_action ADD COLUMN due_reason TEXT;
