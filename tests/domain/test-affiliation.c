/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-assister.h"
#include "domain/muster-date.h"
#include "domain/muster-error.h"

/* "1 2026-01-01 2026-03-31, 2 2026-05-01": agency, first and last day */
static GPtrArray *
read_affiliations (const char *text)
{
  GPtrArray *affiliations = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_affiliation_free);
  g_auto (GStrv) parts = g_strsplit (text, ", ", -1);

  for (guint i = 0; parts[i] != NULL && *parts[i] != '\0'; i++)
    {
      g_auto (GStrv) words = g_strsplit (parts[i], " ", -1);
      MusterAffiliation *affiliation = g_new0 (MusterAffiliation, 1);

      affiliation->id = i + 1;
      affiliation->agency_id = g_ascii_strtoll (words[0], NULL, 10);
      g_date_clear (&affiliation->from, 1);
      g_date_clear (&affiliation->through, 1);
      g_assert_true (muster_date_parse_iso (words[1], &affiliation->from, NULL));
      if (words[2] != NULL)
        g_assert_true (muster_date_parse_iso (words[2], &affiliation->through, NULL));
      g_ptr_array_add (affiliations, affiliation);
    }
  return affiliations;
}

static void
test_find_on (void)
{
  static const char two[] = "1 2026-01-10 2026-03-31, 2 2026-05-01";
  static const char turned[] = "2 2026-05-01, 1 2026-01-10 2026-03-31";
  static const char ended[] = "1 2026-01-10 2026-03-31";
  static const char moved[] = "1 2026-01-10 2026-03-31, 2 2026-04-01";
  static const char same_day[] = "1 2026-01-10 2026-04-01, 2 2026-04-01";
  static const struct
  {
    const char *affiliations;
    const char *on;
    gint64 agency; /* 0: none */
  } cases[] = {
    { "", "2026-03-10", 0 },
    { "1 2026-01-10", "2026-01-09", 1 }, /* a roster says when we learned of it */
    { "1 2026-01-10", "1999-01-01", 1 },
    { "1 2026-01-10", "2026-01-10", 1 },
    { "1 2026-01-10", "2036-01-10", 1 },
    { ended, "2026-01-01", 1 },
    { ended, "2026-03-31", 1 }, /* through is inclusive */
    { ended, "2026-04-01", 0 },
    { two, "2025-12-31", 1 },
    { two, "2026-02-01", 1 },
    { two, "2026-03-31", 1 },
    { two, "2026-04-01", 0 }, /* a gap */
    { two, "2026-04-30", 0 },
    { two, "2026-05-01", 2 },
    { turned, "2025-12-31", 1 },
    { turned, "2026-02-01", 1 },
    { turned, "2026-04-15", 0 },
    { turned, "2026-05-01", 2 },
    { moved, "2026-03-31", 1 },
    { moved, "2026-04-01", 2 },
    { same_day, "2026-03-31", 1 },
    { same_day, "2026-04-01", 2 }, /* the later one holds */
    { "1 2026-01-10 2026-01-10", "2026-01-10", 1 },
    { "1 2026-01-10 2026-01-10", "2026-01-11", 0 },
    { "1 2026-01-10 2026-03-01, 1 2026-06-01 2026-07-01", "2026-06-15", 1 },
    { "1 2026-01-10 2026-03-01, 1 2026-06-01 2026-07-01", "2026-05-15", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) affiliations = read_affiliations (cases[i].affiliations);
      const MusterAffiliation *found;
      GDate on;

      g_test_message ("%s on %s", cases[i].affiliations, cases[i].on);
      g_assert_true (muster_date_parse_iso (cases[i].on, &on, NULL));
      found = muster_affiliation_find_on (affiliations, &on);
      g_assert_cmpint (found != NULL ? found->agency_id : 0, ==, cases[i].agency);
    }
}

static void
test_transfer (void)
{
  static const struct
  {
    const char *affiliations;
    gint64 agency;
    const char *on;
    gboolean allowed;
  } cases[] = {
    { "1 2026-01-10", 2, "2026-03-10", TRUE },
    { "1 2026-01-10", 2, "2026-01-11", TRUE },
    { "1 2026-01-10", 2, "2026-01-10", FALSE }, /* there would be no day left with the first one */
    { "1 2026-01-10", 2, "2025-12-31", FALSE },
    { "1 2026-01-10", 1, "2026-03-10", FALSE }, /* is there already */
    { "", 2, "2026-03-10", FALSE },             /* is nowhere to go from */
    { "1 2026-01-10 2026-02-28", 2, "2026-03-10", FALSE },
    { "1 2026-01-10 2026-02-28, 2 2026-03-01", 1, "2026-03-10", TRUE }, /* and back */
    { "2 2026-03-01, 1 2026-01-10 2026-02-28", 1, "2026-03-10", TRUE },
    { "1 2026-01-10 2026-02-28, 2 2026-03-01", 2, "2026-03-10", FALSE },
    { "1 2026-01-10 2026-02-28, 2 2026-03-01", 3, "2026-02-15", FALSE },
    { "1 2024-01-10", 2, "2024-02-29", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) affiliations = read_affiliations (cases[i].affiliations);
      g_autoptr (GError) error = NULL;
      GDate on;

      g_test_message ("%s to %" G_GINT64_FORMAT " on %s", cases[i].affiliations, cases[i].agency, cases[i].on);
      g_assert_true (muster_date_parse_iso (cases[i].on, &on, NULL));
      g_assert_cmpint (muster_affiliation_check_transfer (affiliations, cases[i].agency, &on, &error), ==, cases[i].allowed);
      if (!cases[i].allowed)
        g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE);
    }
}

/* The last one by the day; who only came, or came back after days with nobody, was not transferred. */
static void
test_last_transfer (void)
{
  static const struct
  {
    const char *affiliations;
    const char *on;
    gint64 former;
    gint64 now;
  } cases[] = {
    { "", "2026-03-10", 0, 0 },
    { "1 2026-01-10", "2026-03-10", 0, 0 },
    { "1 2026-01-10 2026-02-28, 2 2026-03-01", "2026-03-01", 1, 2 },
    { "2 2026-03-01, 1 2026-01-10 2026-02-28", "2026-03-10", 1, 2 },
    { "1 2026-01-10 2026-02-28, 2 2026-03-01", "2026-02-28", 0, 0 },
    { "1 2026-01-10 2026-02-28, 2 2026-03-05", "2026-03-10", 0, 0 },
    { "1 2026-01-10 2026-02-28, 1 2026-03-01", "2026-03-10", 0, 0 },
    { "1 2026-01-10 2026-02-28, 2 2026-03-01 2026-03-09, 1 2026-03-10", "2026-03-10", 2, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) affiliations = read_affiliations (cases[i].affiliations);
      g_autoptr (GError) error = NULL;
      const MusterAffiliation *former, *now;
      GDate on;

      g_test_message ("%s on %s", cases[i].affiliations, cases[i].on);
      g_assert_true (muster_date_parse_iso (cases[i].on, &on, NULL));
      g_assert_cmpint (muster_affiliation_find_transfer (affiliations, &on, &former, &now, &error), ==, cases[i].now != 0);
      if (cases[i].now == 0)
        g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE);
      else
        g_assert_true (former->agency_id == cases[i].former && now->agency_id == cases[i].now);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/affiliation/find-on", test_find_on);
  g_test_add_func ("/domain/affiliation/transfer", test_transfer);
  g_test_add_func ("/domain/affiliation/last-transfer", test_last_transfer);
  return g_test_run ();
}
