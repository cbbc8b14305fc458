/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-coming-query.h"

#include "store/muster-account-table.h"
#include "store/muster-cases-table.h"
#include "store/muster-people-table.h"
#include "store/muster-roster-facts-private.h"

static gboolean
name_deciders (MusterDatabase *database, GPtrArray *changes, GError **error)
{
  for (guint i = 0; i < changes->len; i++)
    {
      MusterComingChange *change = changes->pdata[i];
      g_autoptr (MusterAccount) decider = muster_account_table_load (database, change->decider_id, error);

      if (decider == NULL)
        return FALSE;
      change->decider = g_strdup (decider->full_name);
    }
  return TRUE;
}

GPtrArray *
muster_coming_query_list (MusterDatabase *database, gint64 assister_id, const GDate *as_of, const GDate *known_on, GError **error)
{
  gint64 known_until = known_on != NULL && g_date_valid (known_on) ? muster_roster_find_end_of_day (known_on) : G_MAXINT64;
  MusterDecisionFilter filter = { .assister_id = assister_id };
  g_autoptr (GPtrArray) events = muster_people_table_list_events (database, assister_id, error);
  g_autoptr (GPtrArray) decisions = events != NULL ? muster_decision_table_list (database, &filter, error) : NULL;
  g_autoptr (GPtrArray) changes = decisions != NULL ? muster_coming_change_list (events, decisions, as_of, known_until) : NULL;

  return changes != NULL && name_deciders (database, changes, error) ? g_steal_pointer (&changes) : NULL;
}
