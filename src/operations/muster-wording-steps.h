/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-wording.h"
#include "store/muster-database.h"

/**
 * muster_wording_steps_load:
 * @version: (nullable): of the notice, that is cited
 * @on: where that was not loaded, the version that is in force on this day
 *
 * Returns: (transfer full): muster_wording_read() of what the agency loaded as that version; empty where it loaded none, or something that is not text.
 */
GHashTable *muster_wording_steps_load (MusterDatabase *database, const char *version, const GDate *on, GError **error);
