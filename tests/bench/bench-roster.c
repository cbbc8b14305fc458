/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdio.h>
#include <stdlib.h>

#include "database-fixture.h"
#include "store/muster-database-private.h"
#include "store/muster-people-table.h"
#include "store/muster-roster-query.h"

/* The roster without a window: making its index, and every key press of some searches down to the first screenful. */

#define SCREENFUL 64

static const char *const given[] = { "Ana", "Mai", "Abdi", "José", "Linh", "Greta", "Paw", "Winona", "Zoë", "Olivia" };
static const char *const family[] = { "Lindqvist", "Moua", "Warsame", "Núñez", "Nguyen", "Schmidt", "Htoo", "Whitebear", "O’Brien", "Peterson" };
static const char *const searches[] = { "lindqvist ana", "warsame", "núñ", "7004", "agency", "zoe whitebear", "p" };

static int
compare (const void *a, const void *b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return first < second ? -1 : first > second;
}

static void
say (const char *what, double milliseconds, double bound)
{
  printf ("%-58s %13.1f ms %13.0f ms  %s\n", what, milliseconds, bound, milliseconds <= bound ? "meets" : "MISSES");
}

static void
add_person (MusterDatabase *database, guint number, gint64 agency)
{
  g_autoptr (MusterAssister) person = muster_assister_new ();
  gboolean changed;
  GDate from;

  person->given_name = g_strdup (given[number % G_N_ELEMENTS (given)]);
  person->family_name = g_strdup (family[number / 7 % G_N_ELEMENTS (family)]);
  person->email = g_strdup_printf ("person.%u@example.org", number);
  person->npn = g_strdup_printf ("%u", 7000000 + number);
  g_date_set_dmy (&from, 1, 1, 2026);
  g_assert_true (muster_people_table_save (database, person, NULL));
  g_assert_true (muster_people_table_affiliate (database, person->id, agency, &from, &changed, NULL));
}

static void
fill (DatabaseFixture *fixture, guint n_people)
{
  gint64 agency = 0;

  begin_write (fixture);
  for (guint i = 0; i < n_people; i++)
    {
      if (i % 200 == 0)
        {
          g_autofree char *name = g_strdup_printf ("Agency %04u of Minnesota", i / 200);

          g_assert_true (muster_people_table_ensure_agency (fixture->database, name, &agency, NULL));
        }
      add_person (fixture->database, i, agency);
    }
  end_write (fixture);
}

static double
press_key (MusterDatabase *reader, MusterRosterIndex *index, const char *typed)
{
  MusterRosterFilter filter = { .search = typed, .may_assist = -1 };
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GArray) ids = muster_roster_index_select (index, reader, &filter, NULL, NULL);
  g_autoptr (GPtrArray) rows = muster_roster_query_rows (reader, index, (const gint64 *) ids->data, MIN (ids->len, SCREENFUL), NULL);

  g_assert_nonnull (rows);
  return (g_get_monotonic_time () - start) / 1000.;
}

static void
measure_searches (MusterDatabase *reader, MusterRosterIndex *index)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint round = 0; round < 3; round++)
    for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
      for (const char *end = searches[i]; *end != '\0'; end = g_utf8_next_char (end))
        {
          g_autofree char *typed = g_strndup (searches[i], g_utf8_next_char (end) - searches[i]);
          double time = press_key (reader, index, typed);

          g_array_append_val (times, time);
        }
  qsort (times->data, times->len, sizeof (double), compare);
  say ("  a key press to the first screenful, median", g_array_index (times, double, times->len / 2), 30);
  say ("  a key press to the first screenful, p95", g_array_index (times, double, times->len * 95 / 100), 30);
}

int
main (void)
{
  const char *wanted = g_getenv ("MUSTER_BENCH_PEOPLE");
  guint n_people = wanted != NULL ? (guint) atoi (wanted) : 100000;
  DatabaseFixture fixture = { 0 };
  MusterDatabase *reader;
  MusterRosterIndex *index;
  gint64 start;
  GDate today;

  database_fixture_set_up (&fixture, NULL);
  fill (&fixture, n_people);
  reader = open_reader (&fixture);
  g_date_set_dmy (&today, 24, 11, 2026);
  start = g_get_monotonic_time ();
  index = muster_roster_index_new (reader, &today, NULL, NULL, NULL);
  g_assert_nonnull (index);
  printf ("roster of %u people\n", muster_roster_index_get_size (index));
  say ("  made into a list", (g_get_monotonic_time () - start) / 1000., 1000);
  measure_searches (reader, index);
  muster_roster_index_unref (index);
  muster_database_close (reader);
  database_fixture_tear_down (&fixture, NULL);
  return 0;
}
