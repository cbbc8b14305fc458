/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-import-repeats.h"

#define MANY 20000

/* Through several growths, everything is found where it was first; kinds are kept apart. */
static void
test_many (void)
{
  g_autoptr (MusterImportRepeats) repeats = muster_import_repeats_new ();
  guint row;

  for (guint i = 0; i < MANY; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i);

      g_assert_true (muster_import_repeats_add (repeats, 0, text, i, &row));
      g_assert_true (muster_import_repeats_add (repeats, 1, text, i + 7, &row));
    }
  for (guint i = 0; i < MANY; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i);

      g_assert_false (muster_import_repeats_add (repeats, 0, text, 99, &row));
      g_assert_cmpuint (row, ==, i);
      g_assert_false (muster_import_repeats_add (repeats, 1, text, 99, &row));
      g_assert_cmpuint (row, ==, i + 7);
    }
  g_assert_true (muster_import_repeats_add (repeats, 2, "0", 0, &row));
  g_assert_false (muster_import_repeats_add (repeats, 2, "0", 1, &row));
  g_assert_cmpuint (row, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/operations/import-repeats/many", test_many);
  return g_test_run ();
}
