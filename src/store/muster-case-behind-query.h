/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-account.h"
#include "store/muster-database.h"

/* What belongs to a decision, whatever of it is closed to whoever reads: how much there is, never what. */

/**
 * MusterCaseBehind:
 * @n_actions: corrective actions that it rests on
 * @n_calling_off: decisions that were to call it off
 */
typedef struct
{
  guint n_actions;
  guint n_calling_off;
} MusterCaseBehind;

gboolean muster_case_behind_query_load (MusterDatabase *database, gint64 decision_id, MusterCaseBehind *behind, GError **error);

/** Sets @n to how many of the corrective actions that the decision rests on are closed to @account; 0 where it is itself. */
gboolean muster_case_behind_query_count_closed (MusterDatabase *database, gint64 decision_id, const MusterAccount *account, guint *n, GError **error);
