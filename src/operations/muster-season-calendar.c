/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-season-calendar.h"

#include <glib/gi18n-lib.h>

#include "documents/muster-calendar.h"
#include "domain/muster-season.h"
#include "store/muster-people-table.h"
#include "store/muster-roster-query.h"

#define DIGITS_OF_REGISTER 12

/* A calendar on its way. @mark: of the register, in the names of events */
typedef struct
{
  const MusterSeasonCalendar *wanted;
  MusterCalendar *calendar;
  char *mark;
} Making;

/* A licence that ends. */
typedef struct
{
  MusterDay day;
  gint64 assister_id;
} Ending;

static void
add_day (const Making *making, const char *what, const GDate *day, const char *summary)
{
  g_autofree char *uid = g_strdup_printf ("%s-%u-%s@muster", what, muster_day_from_date (day), making->mark);
  /* Translators: what stands in a calendar of invented people */
  g_autofree char *practice = making->wanted->is_practice ? g_strdup_printf (_("Practice: %s"), summary) : NULL;

  muster_calendar_add_day (making->calendar, uid, day, practice != NULL ? practice : summary, NULL, making->wanted->with_names);
}

static void
add_season (const Making *making, MusterRulePack *pack)
{
  const MusterSeason *season = muster_rule_pack_get_season (pack);
  gboolean is_expected;
  GDate next;

  muster_season_find_next (season, making->wanted->on, &next, &is_expected);
  if (g_date_compare (&season->opens, making->wanted->on) >= 0)
    add_day (making, "opens", &season->opens, _("The recertification season opens"));
  if (g_date_compare (&season->due, making->wanted->on) >= 0)
    add_day (making, "due", &season->due, _("Recertification is due today"));
  if (is_expected)
    add_day (making, "expected", &next, _("The recertification season is expected to open"));
}

static int
compare_endings (gconstpointer a, gconstpointer b)
{
  const Ending *first = a, *second = b;

  if (first->day != second->day)
    return first->day < second->day ? -1 : 1;
  return first->assister_id < second->assister_id ? -1 : first->assister_id > second->assister_id;
}

static GArray *
list_endings (const MusterSeasonCalendar *wanted, MusterRosterIndex *index)
{
  GArray *endings = g_array_new (FALSE, FALSE, sizeof (Ending));

  for (guint i = 0; i < muster_roster_index_get_size (index); i++)
    {
      const MusterAgency *agency = muster_roster_index_get_agency (index, i);
      MusterStandingFacts facts;
      Ending ending = { 0, muster_roster_index_get_facts (index, i, &facts) };

      ending.day = facts.through;
      if (facts.active && ending.day != 0 && (wanted->agency_id == 0 || (agency != NULL && agency->id == wanted->agency_id)))
        g_array_append_val (endings, ending);
    }
  g_array_sort (endings, compare_endings);
  return endings;
}

static gboolean
add_person (const Making *making, MusterDatabase *database, const Ending *ending, GError **error)
{
  g_autoptr (MusterAssister) person = muster_people_table_load (database, ending->assister_id, error);
  g_autofree char *name = person != NULL ? muster_assister_dup_name (person) : NULL;
  g_autofree char *what = g_strdup_printf ("license-%" G_GINT64_FORMAT, ending->assister_id);
  g_autofree char *summary = g_strdup_printf (_("License of %s ends"), name);
  GDate day;

  if (person == NULL)
    return FALSE;
  muster_day_to_date (ending->day, &day);
  add_day (making, what, &day, summary);
  return TRUE;
}

static void
add_number (const Making *making, MusterDay on, guint n)
{
  g_autofree char *summary = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u license ends", "%u licenses end", n), n);
  GDate day;

  muster_day_to_date (on, &day);
  add_day (making, "licenses", &day, summary);
}

static gboolean
add_licences (const Making *making, MusterDatabase *database, GArray *endings, GError **error)
{
  guint n = 0;

  for (guint i = 0; i < endings->len; i++)
    {
      const Ending *ending = &g_array_index (endings, Ending, i);

      n++;
      if (making->wanted->with_names)
        {
          if (!add_person (making, database, ending, error))
            return FALSE;
        }
      else if (i + 1 == endings->len || ending[1].day != ending->day)
        {
          add_number (making, ending->day, n);
          n = 0;
        }
    }
  return TRUE;
}

GBytes *
muster_season_calendar_make (MusterDatabase *database, const MusterSeasonCalendar *wanted, guint *n_people, GCancellable *cancellable, GError **error)
{
  g_autoptr (MusterRosterIndex) index = muster_roster_index_new_for_licences (database, wanted->on, cancellable, error);
  g_autoptr (MusterCalendar) calendar = muster_calendar_new (wanted->time);
  g_autofree char *mark = g_compute_checksum_for_string (G_CHECKSUM_SHA256, wanted->agency, -1);
  g_autoptr (GArray) endings = NULL;
  Making making = { wanted, calendar, mark };

  if (index == NULL)
    return NULL;
  mark[DIGITS_OF_REGISTER] = '\0';
  add_season (&making, muster_roster_index_get_pack (index));
  endings = list_endings (wanted, index);
  if (!add_licences (&making, database, endings, error))
    return NULL;
  *n_people = wanted->with_names ? endings->len : 0;
  return muster_calendar_finish (calendar);
}
