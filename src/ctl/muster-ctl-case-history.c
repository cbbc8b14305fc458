/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ctl/muster-ctl-case-history.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-date.h"
#include "store/muster-case-history-query.h"

static MusterCaseHistory *
load (MusterDatabase *database, const MusterCorrectiveAction *action, GError **error)
{
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_time_t (&today, time (NULL));
  return muster_case_history_load (database, action, &today, error);
}

static void
fill_escalation (JsonBuilder *json, const MusterCaseHistory *history, const MusterCorrectiveAction *action)
{
  MusterSeverity proposed = muster_escalation_propose_severity (action->severity, history->grounds);

  muster_ctl_json_begin_list (json, "escalation");
  for (guint i = 0; i < MUSTER_N_ESCALATION_GROUNDS; i++)
    if ((history->grounds & (1u << i)) != 0)
      {
        json_builder_begin_object (json);
        muster_ctl_json_text (json, "ground", muster_escalation_ground_to_code (1u << i));
        muster_ctl_json_text (json, "text", muster_escalation_ground_get_label (1u << i));
        json_builder_end_object (json);
      }
  json_builder_end_array (json);
  muster_ctl_json_text (json, "proposed_severity", proposed != action->severity ? muster_severity_to_code (proposed) : NULL);
}

static void
fill_earlier (JsonBuilder *json, const MusterCaseHistory *history)
{
  muster_ctl_json_begin_list (json, "earlier");
  for (guint i = 0; i < history->earlier->len; i++)
    {
      const MusterCorrectiveAction *earlier = history->earlier->pdata[i];

      json_builder_begin_object (json);
      muster_ctl_json_text (json, "action", earlier->number);
      muster_ctl_json_text (json, "severity", muster_severity_to_code (earlier->severity));
      muster_ctl_json_day (json, "opened", &earlier->opened);
      muster_ctl_json_day (json, "closed", &earlier->closed);
      muster_ctl_json_text (json, "outcome", earlier->outcome != MUSTER_OUTCOME_NONE ? muster_outcome_to_code (earlier->outcome) : NULL);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
fill_similar (JsonBuilder *json, const MusterCaseHistory *history)
{
  muster_ctl_json_number (json, "n_similar", history->n_similar);
  muster_ctl_json_begin_list (json, "similar");
  for (guint i = 0; i < history->similar->len; i++)
    {
      const MusterSimilarCase *similar = history->similar->pdata[i];

      json_builder_begin_object (json);
      muster_ctl_json_text (json, "action", similar->number);
      muster_ctl_json_text (json, "outcome", muster_outcome_to_code (similar->outcome));
      muster_ctl_json_number (json, "days", similar->days);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

gboolean
muster_ctl_json_case_history (JsonBuilder *json, MusterDatabase *database, const MusterCorrectiveAction *action, GError **error)
{
  g_autoptr (MusterCaseHistory) history = load (database, action, error);

  if (history == NULL)
    return FALSE;
  fill_escalation (json, history, action);
  fill_earlier (json, history);
  fill_similar (json, history);
  return TRUE;
}

static void
print_cases (const MusterCaseHistory *history)
{
  const char *headers[] = { _("Earlier and similar"), _("Outcome"), _("Opened"), _("Days") };
  g_autoptr (MusterCtlTable) table = muster_ctl_table_new (G_N_ELEMENTS (headers), headers);

  for (guint i = 0; i < history->earlier->len; i++)
    {
      const MusterCorrectiveAction *earlier = history->earlier->pdata[i];
      g_autofree char *opened = muster_date_to_iso (&earlier->opened), *days = NULL;

      if (g_date_valid (&earlier->closed))
        days = g_strdup_printf ("%d", g_date_days_between (&earlier->opened, &earlier->closed));
      muster_ctl_table_add (table, (const char *[]) { earlier->number, muster_outcome_get_label (earlier->outcome), opened, days });
    }
  for (guint i = 0; i < history->similar->len; i++)
    {
      const MusterSimilarCase *similar = history->similar->pdata[i];
      g_autofree char *days = g_strdup_printf ("%u", similar->days);

      muster_ctl_table_add (table, (const char *[]) { similar->number, muster_outcome_get_label (similar->outcome), _("somebody else"), days });
    }
  muster_ctl_table_print (table);
}

gboolean
muster_ctl_print_case_history (MusterDatabase *database, const MusterCorrectiveAction *action, GError **error)
{
  g_autoptr (MusterCaseHistory) history = load (database, action, error);

  if (history == NULL)
    return FALSE;
  for (guint i = 0; i < MUSTER_N_ESCALATION_GROUNDS; i++)
    if ((history->grounds & (1u << i)) != 0)
      muster_ctl_print (_("ESCALATION PROPOSED: %s\n"), muster_escalation_ground_get_label (1u << i));
  if (history->earlier->len + history->similar->len > 0)
    print_cases (history);
  return TRUE;
}
