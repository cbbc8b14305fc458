/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdio.h>

#include "documents/muster-data.h"
#include "documents/muster-letter-file.h"
#include "domain/muster-date.h"

/* Letters drawn one after the other, from the template to the file; and days of deadlines counted. */

#define N_LETTERS 1000
#define N_DAYS 1000000

static void
say (const char *what, double value, const char *unit, double bound, gboolean ok)
{
  printf ("%-58s %13.1f %s %13.0f %s  %s\n", what, value, unit, bound, unit, ok ? "meets" : "MISSES");
}

static double
since (gint64 start)
{
  return (g_get_monotonic_time () - start) / 1000.;
}

static void
measure_letters (void)
{
  const MusterLetterKind *kind = muster_letter_kind_find ("revocation", NULL);
  g_autofree char *source = muster_data_dup_letter (kind, "en", NULL);
  const char *values[MUSTER_N_LETTER_FIELDS];
  gint64 begun = g_get_monotonic_time ();
  double slowest = 0;

  for (guint field = 0; field < MUSTER_N_LETTER_FIELDS; field++)
    values[field] = "What the register holds, in a sentence of the usual length for it.";
  for (guint i = 0; i < N_LETTERS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (MusterLetterTemplate) letter_template = muster_letter_template_parse (source, -1, NULL);
      g_autoptr (MusterLetter) letter = muster_letter_template_fill (letter_template, values, NULL);
      g_autoptr (GBytes) file = muster_letter_file_draw (letter, "352-DC40-34D3", start, NULL);

      g_assert_nonnull (file);
      slowest = MAX (slowest, since (start));
    }
  say ("  a letter, the slowest of 1,000", slowest, "ms", 100, slowest <= 100);
  say ("  1,000 letters", since (begun) / 1000, "s ", 20, since (begun) <= 20000);
}

static void
measure_days (void)
{
  gint64 start = g_get_monotonic_time ();
  double seconds;
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 1, G_DATE_JANUARY, 2026);
  for (guint i = 0; i < N_DAYS; i++)
    {
      GDate due;

      muster_date_add (&day, 1 + i % 30, i % 2 == 0 ? MUSTER_DAYS_CALENDAR : MUSTER_DAYS_BUSINESS, &due);
      g_assert_true (g_date_valid (&due));
    }
  seconds = since (start) / 1000;
  say ("  1,000,000 days of deadlines, half of business days", seconds, "s ", 1, seconds <= 1);
}

int
main (void)
{
  printf ("letters and deadlines\n");
  measure_letters ();
  measure_days ();
  return 0;
}
