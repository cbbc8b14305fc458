-- SPDX-FileCopyrightText: 2026 The Muster authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Whom of the roster an account is, where somebody said so: the person; 0: nobody of the roster; nothing: as the names tell.

ALTER TABLE account ADD COLUMN person INTEGER;
