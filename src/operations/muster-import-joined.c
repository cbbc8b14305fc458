/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-import-claims.h"
#include "operations/muster-import-plan-private.h"

/* What was decided when nobody knew of the other rows, or that the claims are of one role only. */
static gboolean
settle_claims (MusterImportPlanning *planning, guint row, GError **error)
{
  MusterImportPlan *plan = planning->plan;
  gboolean is_undecided = plan->fates[row] == MUSTER_FATE_UNCHANGED ||
                          (plan->fates[row] == MUSTER_FATE_UPDATED && g_hash_table_contains (planning->only_claims, GUINT_TO_POINTER (row)));
  MusterImportRow values;
  gboolean news, ok;

  if (!is_undecided || plan->people[row] == 0)
    return TRUE;
  muster_import_planning_read (planning, row, &values);
  ok = muster_import_claims_are_new (planning->database, &values, plan->people[row], TRUE, &news, error);
  muster_import_row_clear (&values);
  if (ok)
    plan->fates[row] = news ? MUSTER_FATE_UPDATED : MUSTER_FATE_UNCHANGED;
  if (ok && news)
    muster_import_planning_reject_own (planning, row, plan->people[row]);
  return ok;
}

static void
follow_first (MusterImportPlan *plan, guint row, guint first)
{
  if (plan->fates[first] == MUSTER_FATE_CONFLICT || plan->fates[first] == MUSTER_FATE_SKIPPED)
    plan->fates[row] = plan->fates[first];
}

void
muster_import_planning_follow_questions (MusterImportPlanning *planning)
{
  GHashTableIter iter;
  gpointer row, first;

  g_hash_table_iter_init (&iter, planning->plan->same_person);
  while (g_hash_table_iter_next (&iter, &row, &first))
    {
      const gint64 *person = g_hash_table_lookup (planning->plan->suggestions, first);

      if (person == NULL || g_hash_table_contains (planning->plan->suggestions, row))
        continue;
      follow_first (planning->plan, GPOINTER_TO_UINT (row), GPOINTER_TO_UINT (first));
      g_hash_table_insert (planning->plan->suggestions, row, g_memdup2 (person, sizeof *person));
    }
}

gboolean
muster_import_planning_settle_joined (MusterImportPlanning *planning, GError **error)
{
  g_autoptr (GHashTable) first_rows = muster_import_plan_list_first_rows (planning->plan);
  GHashTableIter iter;
  gpointer row, first;

  g_hash_table_iter_init (&iter, first_rows);
  while (g_hash_table_iter_next (&iter, &first, NULL))
    if (!settle_claims (planning, GPOINTER_TO_UINT (first), error))
      return FALSE;
  g_hash_table_iter_init (&iter, planning->plan->same_person);
  while (g_hash_table_iter_next (&iter, &row, &first))
    {
      if (!settle_claims (planning, GPOINTER_TO_UINT (row), error))
        return FALSE;
      follow_first (planning->plan, GPOINTER_TO_UINT (row), GPOINTER_TO_UINT (first));
    }
  return TRUE;
}
