/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-follow-up.h"
#include "store/muster-database.h"

/* What follows corrective actions; muster_action_table_load() and _save() do it with theirs. */

/** Saves all of @follow_ups (element-type MusterFollowUp), new and changed, as those of the action @action_id. */
gboolean muster_follow_up_table_save (MusterDatabase *database, GPtrArray *follow_ups, gint64 action_id, GError **error);
/** Appends those of the action @action_id to @follow_ups, in the order in which they were written down. */
gboolean muster_follow_up_table_load (MusterDatabase *database, gint64 action_id, GPtrArray *follow_ups, GError **error);
