/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-decision-lifting.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"

gboolean
muster_decision_check_lifting (const MusterDecision *decision, gint64 account, const MusterOtherAdministrators *others, gint64 time, gboolean *alone, GError **error)
{
  *alone = account == decision->proposer || account == decision->decider;
  if (!*alone)
    return TRUE;
  if (others->n == 0)
    return muster_decision_check_alone (others, time, error);
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("Who proposed or decided %s does not lift it: two people decided it. Another administrator does, or a review of the decision."), decision->number);
  return FALSE;
}
