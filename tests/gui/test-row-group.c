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

/* A hyphen in a digest would be read as a sign of it. */
static void
test_values_break_without_hyphens (void)
{
  MusterRowGroup *group = MUSTER_ROW_GROUP (g_object_ref_sink (muster_row_group_new ("File")));
  GtkWidget *value;
  PangoAttrIterator *iterator;

  muster_row_group_begin (group);
  muster_row_group_add_value (group, "SHA-256", "de7a940cc1");
  muster_row_group_end (group);
  value = harness_find_text (GTK_WIDGET (group), "de7a940cc1");
  iterator = pango_attr_list_get_iterator (gtk_label_get_attributes (GTK_LABEL (value)));
  g_assert_cmpint (((PangoAttrInt *) pango_attr_iterator_get (iterator, PANGO_ATTR_INSERT_HYPHENS))->value, ==, FALSE);
  pango_attr_iterator_destroy (iterator);
  g_assert_finalize_object (group);
}

static gboolean
has_place (gpointer badge)
{
  return gtk_widget_get_width (badge) > 0;
}

static void
check_place (int width, gboolean below)
{
  MusterRowGroup *group = MUSTER_ROW_GROUP (muster_row_group_new ("Reports"));
  GtkWidget *page = adw_preferences_page_new (), *badge = gtk_label_new ("Open, or late, or told"), *text;
  graphene_rect_t badge_bounds, text_bounds;
  GtkBox *box;
  GtkWindow *window;

  muster_row_group_begin (group);
  box = muster_row_group_add_wrapping (group, "Report within the agency", "Due Nov 28, 2026, 10:30 · 40 minutes left. 1 hour after it became known. Agency’s choice.");
  gtk_widget_set_halign (badge, GTK_ALIGN_START);
  gtk_box_append (box, badge);
  muster_row_group_end (group);
  gtk_test_accessible_assert_property (muster_row_group_get_row (group, 0), GTK_ACCESSIBLE_PROPERTY_LABEL, "Report within the agency");
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  window = harness_present (adw_navigation_page_new (page, "Incident"), width, 400);
  harness_wait (has_place, badge, "the row to be laid out");
  text = harness_find_text (page, "Report within the agency");
  g_assert_true (gtk_widget_compute_bounds (badge, page, &badge_bounds));
  g_assert_true (gtk_widget_compute_bounds (text, page, &text_bounds));
  harness_shoot (window, below ? "row-below" : "row-beside");
  if (below)
    g_assert_cmpfloat (badge_bounds.origin.x, <, text_bounds.origin.x + 60);
  else
    g_assert_cmpfloat (badge_bounds.origin.x, >, text_bounds.origin.x + 300);
  harness_close (window);
}

/* Where there is room a badge stands at the end of the text, else below it. */
static void
test_what_stands_beside_goes_below (void)
{
  check_place (720, FALSE);
  check_place (360, TRUE);
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);
  g_test_add_func ("/gui/row-group/rows", test_rows);
  g_test_add_func ("/gui/row-group/values-break-without-hyphens", test_values_break_without_hyphens);
  g_test_add_func ("/gui/row-group/what-stands-beside-goes-below", test_what_stands_beside_goes_below);
  return g_test_run ();
}
