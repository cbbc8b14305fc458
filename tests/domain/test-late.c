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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/late/table", test_table);
  return g_test_run ();
}
