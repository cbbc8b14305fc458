/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/harness.h"
#include "gui/muster-row-group.h"

static void
test_rows (void)
{
  MusterRowGroup *group = MUSTER_ROW_GROUP (g_object_ref_sink (muster_row_group_new ("Roles")));
  AdwActionRow *row;

  g_object_set (group, "empty-text", "No role yet.", NULL);
  muster_row_group_begin (group);
  muster_row_group_end (group);
  g_assert_nonnull (harness_find_text (GTK_WIDGET (group), "No role yet."));

  muster_row_group_begin (group);
  muster_row_group_add_text (group, "Broker & friends", "since May");
  g_assert_null (muster_row_group_add_value (group, "NPN", NULL));
  row = muster_row_group_add_link (group, "CA-2026-0001", "Serious", NULL, "win.open-action", 7);
  muster_row_group_end (group);
  g_assert_null (harness_find_text (GTK_WIDGET (group), "No role yet."));
  g_assert_cmpuint (muster_row_group_get_n_rows (group), ==, 2);
  g_assert_true (harness_shows (GTK_WIDGET (group), "Broker & friends"));
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (row)), ==, "win.open-action");
  g_assert_cmpint (g_variant_get_int64 (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (row))), ==, 7);
  g_assert_finalize_object (group);
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);
  g_test_add_func ("/gui/row-group/rows", test_rows);
  return g_test_run ();
}
