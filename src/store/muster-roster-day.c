/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-roster-facts-private.h"

#include <string.h>

#include "domain/muster-deadline.h"
#include "store/muster-rules-table.h"

#define NOTICE_RULE "notice-version"

MusterDay
muster_roster_read_day (MusterStatement *statement, int column)
{
  const char *text = muster_statement_get_text (statement, column);
  MusterDay day = 0;

  for (; text != NULL && *text != '\0'; text++)
    if (g_ascii_isdigit (*text))
      day = day * 10 + (*text - '0');
  return day;
}

MusterDay
muster_roster_moment_to_day (const MusterRosterDay *day, gint64 moment)
{
  /* All rows of an import have one moment. */
  static _Thread_local gint64 last_moment;
  static _Thread_local MusterDay last_day;
  g_autoptr (GDateTime) utc = NULL, time = NULL;

  if (moment == last_moment && last_day != 0)
    return last_day;
  utc = g_date_time_new_from_unix_utc (moment / G_USEC_PER_SEC);
  time = utc != NULL ? g_date_time_to_timezone (utc, day->zone) : NULL;
  last_moment = moment;
  last_day = time != NULL ? g_date_time_get_year (time) * 10000u + g_date_time_get_month (time) * 100u + g_date_time_get_day_of_month (time) : 0;
  return last_day;
}

gint64
muster_roster_find_end_of_day (const GDate *day)
{
  g_autoptr (GDateTime) end = NULL;
  GDate next = *day;

  g_date_add_days (&next, 1);
  end = g_date_time_new_local (g_date_get_year (&next), g_date_get_month (&next), g_date_get_day (&next), 0, 0, 0);
  return end != NULL ? g_date_time_to_unix_usec (end) : G_MAXINT64;
}

/* A new version of the notice has to be signed, but not on the day it comes out. */
static void
add_notice (MusterRosterDay *day, const MusterPolicyVersion *policy)
{
  const MusterRuleDays *rule = muster_rule_pack_get_days (day->pack, NOTICE_RULE, NULL);
  MusterNoticeDays days = { .from = muster_day_from_date (&policy->from) };
  GDate due = policy->from;

  if (rule != NULL)
    muster_deadline_get_last (rule, &policy->from, &due);
  days.due = muster_day_from_date (&due);
  g_array_append_val (day->notices, days);
  g_ptr_array_add (day->versions, g_strdup (policy->version));
}

static gboolean
load_notices (MusterRosterDay *day, MusterDatabase *database, GError **error)
{
  g_autoptr (GPtrArray) policies = muster_rules_table_list_policies (database, error);

  day->notices = g_array_new (FALSE, FALSE, sizeof (MusterNoticeDays));
  day->versions = g_ptr_array_new_with_free_func (g_free);
  /* The one that is in force last comes first. */
  for (guint i = policies != NULL ? policies->len : 0; i > 0; i--)
    {
      const MusterPolicyVersion *policy = policies->pdata[i - 1];

      if (strcmp (policy->code, MUSTER_POLICY_NOTICE) == 0 && policy->recorded < day->known_until)
        add_notice (day, policy);
    }
  day->requirements.notices = (const MusterNoticeDays *) day->notices->data;
  day->requirements.n_notices = day->notices->len;
  return policies != NULL;
}

static void
begin (MusterRosterDay *day, const GDate *as_of)
{
  *day = (MusterRosterDay) { .as_of = muster_day_from_date (as_of), .known_on = G_MAXUINT32, .known_until = G_MAXINT64, .zone = g_time_zone_new_local () };
  day->requirements.on = day->as_of;
  day->over = muster_roster_find_end_of_day (as_of);
}

gboolean
muster_roster_day_init_before (MusterRosterDay *day, MusterDatabase *database, const GDate *as_of, gint64 moment, GError **error)
{
  begin (day, as_of);
  day->known_on = muster_roster_moment_to_day (day, moment);
  day->known_until = moment;
  day->pack = muster_rules_table_load (database, as_of, moment, error);
  return day->pack != NULL && load_notices (day, database, error);
}

gboolean
muster_roster_day_init (MusterRosterDay *day, MusterDatabase *database, MusterRulePack *pack, const GDate *as_of, const GDate *known_on, GError **error)
{
  begin (day, as_of);
  if (known_on != NULL && g_date_valid (known_on))
    {
      day->known_on = muster_day_from_date (known_on);
      day->known_until = muster_roster_find_end_of_day (known_on);
    }
  day->pack = pack != NULL ? muster_rule_pack_ref (pack) : muster_rules_table_load (database, as_of, day->known_until, error);
  return day->pack != NULL && load_notices (day, database, error);
}

void
muster_roster_day_clear (MusterRosterDay *day)
{
  g_clear_pointer (&day->zone, g_time_zone_unref);
  g_clear_pointer (&day->pack, muster_rule_pack_unref);
  g_clear_pointer (&day->notices, g_array_unref);
  g_clear_pointer (&day->versions, g_ptr_array_unref);
}
