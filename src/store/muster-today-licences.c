/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-today-private.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-deadline.h"
#include "store/muster-evidence-table.h"
#include "store/muster-roster-index-private.h"

/*
 * Licenses: that one lapsed is to be told to the marketplace, and that one can be renewed. What was told is kept with an incident; as soon as there is one, its own clock
 * runs, and the line goes.
 */

#define NOTICE_RULE "licence-notice"
#define RENEWAL_RULE "licence-renewal"

static const char *const incidents_sql =
  "SELECT p.assister_id, max(i.discovered) FROM incident i JOIN incident_person p ON p.incident_id = i.id"
  " WHERE i.kind IN ('licence-lapse', 'commerce-discipline') AND NOT p.removed GROUP BY p.assister_id";

static const char *const renewals_sql =
  "SELECT assister_id, max(expires) AS last FROM evidence WHERE requirement = ?1 AND expires IS NOT NULL AND superseded_by IS NULL AND taken_back IS NULL"
  " GROUP BY assister_id HAVING last BETWEEN ?2 AND ?3 ORDER BY last, assister_id";

/* Returns: (transfer full): person → the last day on which an incident about a license was discovered. */
static GHashTable *
load_incidents (MusterDatabase *database, GError **error)
{
  g_autoptr (GHashTable) days = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, incidents_sql, error);
  gboolean row;

  if (statement == NULL)
    return NULL;
  while (TRUE)
    {
      gint64 person;

      if (!muster_statement_step (statement, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&days);
      person = muster_statement_get_int (statement, 0);
      g_hash_table_insert (days, g_memdup2 (&person, sizeof person), GUINT_TO_POINTER (muster_roster_read_day (statement, 1)));
    }
}

/* Sets @since to the first day without the license, and @aware to the one on which that was known here. */
static void
find_lapse (const MusterRosterDay *day, const MusterEvidence *evidence, MusterDay *since, MusterDay *aware)
{
  MusterDay expires = g_date_valid (&evidence->expires) ? muster_day_from_date (&evidence->expires) : 0;
  gboolean has_run_out = expires != 0 && expires < day->as_of;

  *since = has_run_out ? muster_day_add (expires, 1) : muster_day_from_date (&evidence->on);
  *aware = has_run_out ? *since : muster_roster_moment_to_day (day, evidence->recorded);
}

/* Sets @is_told to whether an incident of @told, 0 for none, is about the lapse. */
static gboolean
check_told (MusterTodayMaking *making, MusterRosterIndex *index, gint64 person, const char *code, MusterDay told, gboolean *is_told, GError **error)
{
  g_autoptr (MusterEvidence) evidence = NULL;
  MusterDay since, aware;

  *is_told = FALSE;
  /* Of most there is none, and nothing needs to be read. */
  if (told == 0)
    return TRUE;
  if (!muster_evidence_table_find_newest (making->database, person, code, &evidence, error))
    return FALSE;
  if (evidence != NULL)
    {
      find_lapse (&index->day, evidence, &since, &aware);
      *is_told = told >= since;
    }
  return TRUE;
}

/* What only a line that is shown needs. */
static gboolean
fill_lapse (MusterTodayMaking *making, MusterRosterIndex *index, const char *code, MusterTodayItem *item, GError **error)
{
  const MusterRuleDays *rule = muster_rule_pack_get_days (index->day.pack, NOTICE_RULE, NULL);
  g_autoptr (MusterEvidence) evidence = NULL;
  MusterDay since, aware;
  GDate from;

  item->detail = g_strdup (_("The license has lapsed. Record the incident “License lapse”: it keeps when the marketplace was told."));
  if (!muster_evidence_table_find_newest (making->database, item->id, code, &evidence, error))
    return FALSE;
  if (evidence == NULL || rule == NULL)
    return TRUE;
  find_lapse (&index->day, evidence, &since, &aware);
  muster_day_to_date (aware, &from);
  muster_deadline_get_last (rule, &from, &item->due);
  return TRUE;
}

static gboolean
add_lapses (MusterTodayMaking *making, MusterTodayGroup *group, MusterRosterIndex *index, GError **error)
{
  g_autoptr (GHashTable) told = load_incidents (making->database, error);
  const char *code;
  guint32 licences = muster_rule_pack_list_of_kind (index->day.pack, MUSTER_REQUIREMENT_LICENCE, &code);

  for (guint i = 0; told != NULL && i < index->n; i++)
    {
      const MusterRosterEntry *entry = &index->entries[i];
      const MusterSnooze *snooze;
      gboolean is_told;

      if (!entry->facts.active || ((entry->facts.expired | entry->facts.adverse) & licences) == 0)
        continue;
      if (!check_told (making, index, entry->id, code, GPOINTER_TO_UINT (g_hash_table_lookup (told, &entry->id)), &is_told, error))
        return FALSE;
      if (is_told || !muster_today_count_in (making, group, entry->id, NULL, FALSE, &snooze))
        continue;
      if (!fill_lapse (making, index, code, muster_today_add_item (group, entry->id, entry->id, snooze), error))
        return FALSE;
    }
  return told != NULL;
}

/* Whoever ends within the days that count as expiring is on the list for that. */
static void
get_renewal_days (const MusterTodayMaking *making, MusterRosterIndex *index, GDate *first, GDate *last)
{
  const MusterRuleDays *rule = muster_rule_pack_get_days (index->day.pack, RENEWAL_RULE, NULL);

  *first = *last = making->today->today;
  g_date_add_days (first, muster_rule_pack_get_expiring_days (index->day.pack) + 1);
  g_date_add_days (last, rule != NULL ? rule->days : 0);
}

static gboolean
add_renewals (MusterTodayMaking *making, MusterTodayGroup *group, MusterRosterIndex *index, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (making->database, renewals_sql, error);
  const char *code;
  GDate first, last;
  gboolean row;

  if (statement == NULL)
    return FALSE;
  if (muster_rule_pack_list_of_kind (index->day.pack, MUSTER_REQUIREMENT_LICENCE, &code) == 0)
    return TRUE;
  get_renewal_days (making, index, &first, &last);
  muster_statement_bind_text (statement, 1, code);
  muster_statement_bind_date (statement, 2, &first);
  muster_statement_bind_date (statement, 3, &last);
  while (TRUE)
    {
      gint64 person;
      GDate due;
      MusterStandingFacts facts;
      const MusterSnooze *snooze;

      if (!muster_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      person = muster_statement_get_int (statement, 0);
      muster_statement_get_date (statement, 1, &due);
      if (!muster_roster_index_find_facts (index, person, &facts) || !muster_standing_judge (&facts).may_assist || !muster_today_count_in (making, group, person, &due, FALSE, &snooze))
        continue;
      muster_today_add_item (group, person, person, snooze)->due = due;
    }
}

gboolean
muster_today_add_licences (MusterTodayMaking *making, MusterRosterIndex *index, MusterTodayKind kind, GError **error)
{
  MusterTodayGroup *group = muster_today_group_new (kind);

  if (!(kind == MUSTER_TODAY_LICENCE_NOTICE ? add_lapses (making, group, index, error) : add_renewals (making, group, index, error)))
    {
      muster_today_group_free (group);
      return FALSE;
    }
  return muster_today_finish (making, group, error);
}
