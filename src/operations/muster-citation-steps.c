/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-citation-steps.h"

#include <glib/gi18n-lib.h>

#include "documents/muster-data.h"
#include "domain/muster-policy.h"
#include "domain/muster-text.h"
#include "store/muster-cases-table.h"
#include "store/muster-evidence-table.h"
#include "store/muster-incident-table.h"
#include "store/muster-journal-query.h"
#include "store/muster-rules-table.h"

static void
take_earlier (GDate *day, const GDate *other)
{
  if (g_date_valid (other) && g_date_compare (other, day) < 0)
    *day = *other;
}

static gboolean
look_at_incident (MusterDatabase *database, gint64 id, GDate *day, GError **error)
{
  g_autoptr (MusterIncident) incident = id != 0 ? muster_incident_table_load (database, id, error) : NULL;

  if (id == 0)
    return TRUE;
  if (incident == NULL)
    return FALSE;
  take_earlier (day, g_date_valid (&incident->occurred_from) ? &incident->occurred_from : &incident->discovered.day);
  return TRUE;
}

static gboolean
find_day (MusterDatabase *database, const MusterCiting *citing, const GDate *today, GDate *day, GError **error)
{
  *day = *today;
  for (guint i = 0; i < citing->n_action_ids; i++)
    {
      g_autoptr (MusterCorrectiveAction) action = muster_action_table_load (database, citing->action_ids[i], error);

      if (action == NULL || !look_at_incident (database, action->incident_id, day, error))
        return FALSE;
      take_earlier (day, &action->opened);
    }
  return look_at_incident (database, citing->incident_id, day, error);
}

gboolean
muster_citation_steps_find (MusterDatabase *database, const MusterCiting *citing, const GDate *today, char **notice, GError **error)
{
  g_autoptr (MusterPolicyVersion) policy = NULL;
  g_autoptr (GPtrArray) evidence = NULL;
  const MusterEvidence *acknowledged;
  GDate day;

  *notice = NULL;
  if (!muster_citation_is_of_notice (citing->clauses))
    return TRUE;
  if (!muster_rules_table_find_policy (database, MUSTER_POLICY_NOTICE, today, G_MAXINT64, &policy, error) || !find_day (database, citing, today, &day, error))
    return FALSE;
  evidence = muster_evidence_table_list (database, citing->assister_id, error);
  if (evidence == NULL)
    return FALSE;
  acknowledged = policy != NULL ? muster_citation_find_acknowledged (evidence, &day) : NULL;
  if (!muster_citation_check (policy != NULL, acknowledged, &day, citing->despite, error))
    return FALSE;
  if (acknowledged != NULL)
    *notice = g_strdup (acknowledged->version);
  else
    *notice = g_strdup (policy != NULL ? MUSTER_DETAIL_NOTICE_UNACKNOWLEDGED : MUSTER_DETAIL_NOTICE_NOT_LOADED);
  return TRUE;
}

gboolean
muster_citation_steps_find_incident (MusterDatabase *database, const MusterIncident *incident, const char *clause, const char *despite, const GDate *today, char **notice, GError **error)
{
  const char *const clauses[] = { clause, NULL };

  *notice = NULL;
  for (guint i = 0; i < incident->people->len; i++)
    {
      const MusterIncidentPerson *person = incident->people->pdata[i];
      const MusterCiting citing = { .assister_id = person->assister_id, .clauses = clauses, .incident_id = incident->id, .despite = despite };
      g_autofree char *of_person = NULL;

      if (person->removed)
        continue;
      if (!muster_citation_steps_find (database, &citing, today, &of_person, error))
        return FALSE;
      if (*notice == NULL || g_strcmp0 (of_person, MUSTER_DETAIL_NOTICE_UNACKNOWLEDGED) == 0)
        g_set_str (notice, of_person);
    }
  return TRUE;
}

static gboolean
is_version (const char *notice)
{
  return notice != NULL && !g_str_equal (notice, MUSTER_DETAIL_NOTICE_NOT_LOADED) && !g_str_equal (notice, MUSTER_DETAIL_NOTICE_UNACKNOWLEDGED);
}

char *
muster_citation_steps_dup_version (const char *notice)
{
  return g_strdup (is_version (notice) ? notice : muster_clause_catalogue_get_version (muster_data_get_clauses ()));
}

void
muster_citation_steps_describe (MusterWork *work, const char *notice, const char *despite)
{
  if (notice == NULL)
    return;
  muster_work_add_detail (work, MUSTER_DETAIL_NOTICE, notice);
  if (g_str_equal (notice, MUSTER_DETAIL_NOTICE_UNACKNOWLEDGED))
    muster_work_add_detail (work, MUSTER_DETAIL_UNACKNOWLEDGED, despite);
}

static char *
dup_text (const MusterJournalEntry *entry, const char *notice)
{
  g_autofree char *despite = muster_journal_detail_dup (entry->detail, MUSTER_DETAIL_UNACKNOWLEDGED);

  if (g_str_equal (notice, MUSTER_DETAIL_NOTICE_NOT_LOADED))
    return g_strdup (_("The agency had loaded no version of the notice."));
  if (g_str_equal (notice, MUSTER_DETAIL_NOTICE_UNACKNOWLEDGED))
    return g_strdup_printf (_("The person had acknowledged no version of the notice. Cited all the same: %s"), despite != NULL ? despite : "");
  return g_strdup_printf (_("Cited in version %s, as the person had acknowledged it."), notice);
}

gboolean
muster_citation_steps_find_text (MusterDatabase *database, const char *number, char **text, GError **error)
{
  const MusterJournalFilter filter = { .subject = number };
  g_autoptr (GPtrArray) entries = muster_journal_query_list (database, &filter, error);

  *text = NULL;
  /* The newest first: what was found last about a clause is told. */
  for (guint i = 0; entries != NULL && *text == NULL && i < entries->len; i++)
    {
      g_autofree char *notice = muster_journal_detail_dup (((const MusterJournalEntry *) entries->pdata[i])->detail, MUSTER_DETAIL_NOTICE);

      if (notice != NULL)
        *text = dup_text (entries->pdata[i], notice);
    }
  return entries != NULL;
}
