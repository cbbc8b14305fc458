-- SPDX-FileCopyrightText: 2026 The Muster authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The language in which a person is written to ("en", "es"), which need not be one in which the person assists.

ALTER TABLE assister ADD COLUMN letter_language TEXT;
