-- SPDX-FileCopyrightText: 2026 The Muster authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Support staff may be known by their Admin ID alone.

CREATE INDEX assister_admin_id ON assister (admin_id) WHERE admin_id IS NOT NULL;
