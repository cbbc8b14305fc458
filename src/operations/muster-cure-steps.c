/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-cure-steps.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-date.h"
#include "domain/muster-text.h"
#include "store/muster-journal-query.h"
#include "store/muster-rules-table.h"

static void
count (MusterDecisionKind kind, MusterRulePack *pack, const GDate *on, GDate *last, char **text)
{
  MusterDeadline deadline;
  const MusterRuleDays *rule;

  g_date_clear (last, 1);
  *text = NULL;
  if (pack == NULL || !muster_cure_count (kind, pack, on, &deadline, &rule))
    return;
  *last = deadline.last;
  *text = muster_deadline_dup_text (&deadline, rule);
}

gboolean
muster_cure_steps_find (MusterDatabase *database, MusterDecisionKind kind, const GDate *on, GDate *last, char **text, GError **error)
{
  g_autoptr (MusterRulePack) pack = muster_rules_table_load (database, on, G_MAXINT64, error);

  count (kind, pack, on, last, text);
  return pack != NULL;
}

gboolean
muster_cure_steps_take (MusterWork *work, MusterDecisionKind kind, const GDate *effective, const char *immediate, GError **error)
{
  g_autofree char *text = NULL;
  GDate last;

  if (!muster_cure_steps_find (muster_work_get_database (work), kind, muster_work_get_today (work), &last, &text, error) ||
      !muster_cure_check (g_date_valid (&last) && muster_cure_is_cut_short (&last, effective), immediate, error))
    return FALSE;
  if (!muster_text_is_blank (immediate))
    muster_work_add_detail (work, MUSTER_DETAIL_IMMEDIATE, immediate);
  return TRUE;
}

gboolean
muster_cure_steps_load (MusterDatabase *database, const MusterDecision *decision, GDate *last, char **text, char **immediate, GError **error)
{
  g_autoptr (MusterRulePack) pack = decision->rule_pack != NULL && decision->calls_off == 0 ? muster_rules_table_find_pack (database, decision->rule_pack, NULL) : NULL;
  const GDate *effective = g_date_valid (&decision->effective) ? &decision->effective : &decision->proposed_effective;
  GDate proposed;

  muster_date_set_time (&proposed, decision->proposed_at);
  count (decision->kind, pack, &proposed, last, text);
  *immediate = NULL;
  if (!g_date_valid (last) || !muster_cure_is_cut_short (last, effective))
    return TRUE;
  if (!muster_journal_query_dup_detail (database, "propose-revocation", decision->number, MUSTER_DETAIL_IMMEDIATE, immediate, error))
    return FALSE;
  if (*immediate == NULL)
    *immediate = g_strdup (_("No reason was recorded"));
  return TRUE;
}
