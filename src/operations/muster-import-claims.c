/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-import-claims.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-certification.h"
#include "operations/muster-import-plan-private.h"

/* Of these a file that says “active” knows nothing yet; of the others it contradicts the register. */
static gboolean
is_before_certification (MusterCertificationState state)
{
  return state == MUSTER_STATE_NONE || state == MUSTER_STATE_APPLICANT || state == MUSTER_STATE_IN_TRAINING || state == MUSTER_STATE_PENDING_REVIEW;
}

/* The state that says most against the claim; %FALSE if a certification is in force. */
static gboolean
find_standing (GPtrArray *events, guint types, const GDate *today, MusterCertificationState *worst)
{
  *worst = MUSTER_STATE_NONE;
  for (guint i = 0; i < MUSTER_N_ASSISTER_TYPES; i++)
    {
      MusterCertificationState state = muster_certification_state_on (events, 1u << i, today, NULL);

      if (types != 0 && (types & (1u << i)) == 0)
        continue;
      if (state == MUSTER_STATE_CERTIFIED || state == MUSTER_STATE_CERTIFIED_RESTRICTED)
        return FALSE;
      if (!is_before_certification (state))
        *worst = state;
    }
  return TRUE;
}

void
muster_import_planning_check_claim (MusterImportPlanning *planning, guint row, const MusterImportRow *values, gint64 person, GPtrArray *events)
{
  g_autofree char *code = muster_assister_dup_code (person);
  g_autofree char *message = NULL;
  MusterCertificationState state;

  if (!find_standing (events, values->types, &planning->options->today, &state))
    return;
  if (state == MUSTER_STATE_NONE)
    {
      planning->n_claims++;
      return;
    }
  /* Translators: what a file says, a person, the state of the certification in the register */
  message = g_strdup_printf (_("The file says “%s”, but %s is “%s” in the register, and stays so: only a decision changes that. What the file says is kept."), values->status, code,
                             muster_certification_state_get_label (state));
  muster_import_planning_find (planning, row, "status-is-a-claim", FALSE, values->status, message);
}

gboolean
muster_import_claims_are_new (MusterDatabase *database, const MusterImportRow *row, gint64 person, gboolean *news, GError **error)
{
  *news = FALSE;
  return TRUE;
}
