/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-exit.h"
#include "store/muster-database.h"

/* What was recorded of exit checklists. Rows are only ever added. */

/** Adds @record and sets its id. */
gboolean muster_exit_table_save (MusterDatabase *database, MusterExitRecord *record, GError **error);
/** Returns: (transfer full) (element-type MusterExitRecord): all of the person, oldest first. */
GPtrArray *muster_exit_table_list (MusterDatabase *database, gint64 assister_id, GError **error);
