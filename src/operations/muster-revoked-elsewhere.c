/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-revoked-elsewhere.h"

#include "domain/muster-error.h"
#include "domain/muster-reapplying.h"
#include "store/muster-cases-table.h"
#include "store/muster-rules-table.h"

/* Whose reasons cannot be seen bars as any other. */
static gboolean
add_licence (MusterDatabase *database, const MusterCertificationEvent *event, GArray *licences, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (MusterDecision) decision = NULL;

  if (event->to != MUSTER_STATE_REVOKED || event->decision_id == 0)
    return TRUE;
  decision = muster_decision_table_load (database, event->decision_id, &problem);
  if (decision != NULL && muster_reapplying_is_of_licence (decision))
    g_array_append_val (licences, decision->id);
  if (decision != NULL || g_error_matches (problem, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

gboolean
muster_revoked_elsewhere_check (MusterDatabase *database, GPtrArray *events, MusterAssisterType type, const GDate *on, GError **error)
{
  g_autoptr (GArray) licences = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (MusterRulePack) pack = NULL;
  gboolean was_revoked = FALSE;

  for (guint i = 0; i < events->len; i++)
    was_revoked |= ((const MusterCertificationEvent *) events->pdata[i])->to == MUSTER_STATE_REVOKED;
  if (!was_revoked)
    return TRUE;
  for (guint i = 0; i < events->len; i++)
    if (!add_licence (database, events->pdata[i], licences, error))
      return FALSE;
  pack = muster_rules_table_load (database, on, G_MAXINT64, error);
  return pack != NULL && muster_reapplying_check_elsewhere (events, type, on, licences, pack, error);
}
