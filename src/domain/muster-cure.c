/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-cure.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"
#include "domain/muster-identifier.h"
#include "domain/muster-text.h"

#define RULE "notice-of-intent"

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, message);
  return FALSE;
}

gboolean
muster_cure_count (MusterDecisionKind kind, MusterRulePack *pack, const GDate *proposed, MusterDeadline *deadline, const MusterRuleDays **rule)
{
  const MusterRuleDays *days = kind == MUSTER_DECISION_REVOCATION ? muster_rule_pack_get_days (pack, RULE, NULL) : NULL;

  if (days == NULL)
    return FALSE;
  muster_deadline_count (days, proposed, deadline);
  if (rule != NULL)
    *rule = days;
  return TRUE;
}

gboolean
muster_cure_is_cut_short (const GDate *last, const GDate *effective)
{
  return !g_date_valid (effective) || g_date_compare (effective, last) <= 0;
}

gboolean
muster_cure_check (gboolean is_cut_short, const char *immediate, GError **error)
{
  if (muster_identifier_contains_ssn (immediate))
    return refuse (error, _("The text holds what looks like a social security number. Muster never keeps one: take it out."));
  if (is_cut_short || muster_text_is_blank (immediate))
    return TRUE;
  return refuse (error, _("It takes effect after the time to cure: nothing has to be said about taking effect at once."));
}
