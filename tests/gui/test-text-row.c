/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/harness.h"
#include "gui/muster-text-row.h"

static void
test_text (void)
{
  MusterTextRow *row = MUSTER_TEXT_ROW (g_object_ref_sink (muster_text_row_new ("Finding")));
  g_autofree char *nothing = muster_text_row_dup_text (row);
  g_autofree char *blank = NULL;
  g_autofree char *text = NULL;

  g_assert_null (nothing);
  g_assert_true (harness_shows (GTK_WIDGET (row), "Finding"));
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, "Finding");
  muster_text_row_set_text (row, "  \n \u00a0");
  blank = muster_text_row_dup_text (row);
  g_assert_null (blank);
  muster_text_row_set_text (row, " Letters left\non the desk. \n");
  text = muster_text_row_dup_text (row);
  g_assert_cmpstr (text, ==, "Letters left\non the desk.");
  g_assert_finalize_object (row);
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);
  g_test_add_func ("/gui/text-row/text", test_text);
  return g_test_run ();
}
