/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-late.h"

#include "domain/muster-date.h"
#include "domain/muster-error.h"

/* On May 20. */
static const struct
{
  const char *due; /* %NULL: no day */
  const char *reason;
  gboolean is_late;
  const char *refusal; /* %NULL: well */
} cases[] = {
  { NULL, NULL, FALSE, NULL },
  { "2026-05-20", NULL, FALSE, NULL },
  { "2026-05-21", NULL, FALSE, NULL },
  { "2026-05-20", " ", FALSE, NULL },
  { "2026-05-19", "The file had been lent", TRUE, NULL },
  { "2025-05-20", "The file had been lent", TRUE, NULL },
  { "2026-05-19", NULL, TRUE, "due by May 19, 2026" },
  { "2026-05-19", "", TRUE, "due by May 19, 2026" },
  { "2026-05-19", "\u00a0", TRUE, "due by May 19, 2026" },
  { "2026-05-19", "Waited for 123-45-6789", TRUE, "social security number" },
  { "2026-05-20", "The file had been lent", FALSE, "in time" },
  { NULL, "The file had been lent", FALSE, "in time" },
};

static void
test_table (void)
{
  GDate today, due;

  g_assert_true (muster_date_parse_iso ("2026-05-20", &today, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%u", i);
      g_date_clear (&due, 1);
      if (cases[i].due != NULL)
        g_assert_true (muster_date_parse_iso (cases[i].due, &due, NULL));
      g_assert_cmpint (muster_late_is (&due, &today), ==, cases[i].is_late);
      g_assert_cmpint (muster_late_check (&due, &today, cases[i].reason, &error), ==, cases[i].refusal == NULL);
      if (cases[i].refusal == NULL)
        continue;
      g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE);
      g_assert_nonnull (strstr (error->message, cases[i].refusal));
    }
}

/* What has a note of its own needs one where it is late, and may have one else. */
static void
test_note (void)
{
  static const struct
  {
    const char *due; /* "": none */
    const char *day;
    const char *note;
    gboolean is_good;
  } notes[] = {
    { "2026-03-10", "2026-03-10", NULL, TRUE },
    { "2026-03-10", "2026-03-10", "Seen", TRUE },
    { "2026-03-10", "2026-03-11", NULL, FALSE },
    { "2026-03-10", "2026-03-11", " ", FALSE },
    { "2026-03-10", "2026-03-11", "The trainer was ill", TRUE },
    { "", "2026-03-11", NULL, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    {
      g_autoptr (GError) error = NULL;
      GDate due, day;

      g_date_clear (&due, 1);
      g_assert_true (notes[i].due[0] == '\0' || muster_date_parse_iso (notes[i].due, &due, NULL));
      g_assert_true (muster_date_parse_iso (notes[i].day, &day, NULL));
      g_assert_cmpint (muster_late_check_note (&due, &day, notes[i].note, &error), ==, notes[i].is_good);
      g_assert_true (notes[i].is_good || g_error_matches (error, MUSTER_ERROR, MUSTER_ERROR_RULE));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/late/table", test_table);
  g_test_add_func ("/domain/late/note", test_note);
  return g_test_run ();
}
