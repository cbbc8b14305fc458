/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-corrective-action.h"
#include "domain/muster-decision.h"
#include "store/muster-database.h"

/* Corrective actions and decisions: load, save, find, list. */

/** Saves the action itself, its clauses (new actions), its steps and what follows it (new and changed). A new one gets id, and a number of @year if it has none. */
gboolean muster_action_table_save (MusterDatabase *database, MusterCorrectiveAction *action, GError **error);
MusterCorrectiveAction *muster_action_table_load (MusterDatabase *database, gint64 id, GError **error);
/** Returns: the id of "CA-2026-0007" (any case); 0 with MUSTER_ERROR_NOT_FOUND. */
gint64 muster_action_table_find (MusterDatabase *database, const char *number, GError **error);

typedef struct
{
  gint64 assister_id;  /* 0: all */
  gboolean only_open;
  gboolean only_overdue; /* on @today */
  GDate today;
  const char *search;  /* number or the person's name; %NULL */
} MusterActionFilter;
/** Returns: (transfer full) (element-type MusterCorrectiveAction): newest first, with all that belongs to them. */
GPtrArray *muster_action_table_list (MusterDatabase *database, const MusterActionFilter *filter, GError **error);
/** Sets @restricted to whether a corrective action that is open restricts the person, whatever the connection shows. */
gboolean muster_action_table_is_restricted (MusterDatabase *database, gint64 assister_id, gboolean *restricted, GError **error);

gboolean muster_decision_table_save (MusterDatabase *database, MusterDecision *decision, int year, GError **error);
MusterDecision *muster_decision_table_load (MusterDatabase *database, gint64 id, GError **error);
gint64 muster_decision_table_find (MusterDatabase *database, const char *number, GError **error);

typedef struct
{
  gint64 assister_id;   /* 0: all */
  gboolean only_pending;
  const char *search;
} MusterDecisionFilter;
GPtrArray *muster_decision_table_list (MusterDatabase *database, const MusterDecisionFilter *filter, GError **error);
