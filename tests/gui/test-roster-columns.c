/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/harness.h"
#include "gui/muster-roster-columns.h"

typedef struct
{
  GtkWindow *window;
  GtkColumnView *header;
  MusterRosterColumns *columns;
  guint n_changes;
} Fixture;

static void
changed_cb (Fixture *fixture)
{
  fixture->n_changes++;
}

static void
add_column (GtkColumnView *header, const char *id, int width, gboolean expand)
{
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (id, NULL);

  gtk_column_view_column_set_id (column, id);
  gtk_column_view_column_set_fixed_width (column, width);
  gtk_column_view_column_set_expand (column, expand);
  gtk_column_view_append_column (header, column);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  AdwNavigationPage *page;
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  fixture->header = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  add_column (fixture->header, "name", 160, TRUE);
  add_column (fixture->header, "agency", 101, FALSE);
  add_column (fixture->header, "status", 90, TRUE);
  add_column (fixture->header, "npn", 77, TRUE);
  fixture->columns = g_object_new (MUSTER_TYPE_ROSTER_COLUMNS, NULL);
  muster_roster_columns_follow (fixture->columns, fixture->header);
  g_signal_connect_swapped (fixture->columns, "changed", G_CALLBACK (changed_cb), fixture);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (fixture->header));
  page = adw_navigation_page_new (scrolled, "Columns");
  fixture->window = harness_present (page, 700, 300);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  harness_close (fixture->window);
  g_assert_finalize_object (fixture->columns);
}

static GtkWidget *
get_first_title (Fixture *fixture)
{
  return gtk_widget_get_first_child (gtk_widget_get_first_child (GTK_WIDGET (fixture->header)));
}

static gboolean
is_laid_out (gpointer data)
{
  Fixture *fixture = data;
  GtkWidget *root = gtk_widget_get_first_child (GTK_WIDGET (fixture->header));
  MusterRosterPlace places[MUSTER_N_ROSTER_COLUMNS];
  guint n = muster_roster_columns_lay_out (fixture->columns, gtk_widget_get_width (root), places);
  guint i = 0;

  for (GtkWidget *title = get_first_title (fixture); title != NULL; title = gtk_widget_get_next_sibling (title))
    {
      graphene_rect_t bounds;

      if (!gtk_widget_get_visible (title))
        continue;
      if (i == n || !gtk_widget_compute_bounds (title, root, &bounds) || (int) bounds.origin.x != places[i].x || (int) bounds.size.width != places[i].width)
        return FALSE;
      i++;
    }
  return i == n;
}

static void
hide (Fixture *fixture, guint position)
{
  g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (gtk_column_view_get_columns (fixture->header), position);

  gtk_column_view_column_set_visible (column, FALSE);
}

/* The lines are drawn by these places, below the titles that the toolkit has placed. */
static void
test_as_the_header (Fixture *fixture, gconstpointer data)
{
  MusterRosterPlace places[MUSTER_N_ROSTER_COLUMNS];

  harness_wait_for (is_laid_out, fixture);
  g_assert_cmpint (muster_roster_columns_get_least_width (fixture->columns), ==, 428);
  g_assert_cmpuint (muster_roster_columns_lay_out (fixture->columns, 430, places), ==, 4);
  g_assert_cmpint (places[0].width, ==, 161);
  g_assert_cmpint (places[1].column, ==, MUSTER_ROSTER_AGENCY);
  g_assert_cmpint (places[2].width, ==, 91);
  g_assert_cmpint (places[3].width, ==, 77);
  gtk_window_set_default_size (fixture->window, 300, 300);
  harness_wait_for (is_laid_out, fixture);
}

static void
test_follows (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GtkColumnViewColumn) name = g_list_model_get_item (gtk_column_view_get_columns (fixture->header), 0);

  g_assert_true (muster_roster_columns_has (fixture->columns, MUSTER_ROSTER_STATUS));
  hide (fixture, 2);
  g_assert_false (muster_roster_columns_has (fixture->columns, MUSTER_ROSTER_STATUS));
  g_assert_false (muster_roster_columns_has (fixture->columns, MUSTER_ROSTER_EMAIL));
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  harness_wait_for (is_laid_out, fixture);
  gtk_column_view_column_set_fixed_width (name, 240);
  g_assert_cmpuint (fixture->n_changes, ==, 2);
  g_assert_cmpint (muster_roster_columns_get_least_width (fixture->columns), ==, 418);
  harness_wait_for (is_laid_out, fixture);
}

/* Twice as large a text needs twice as wide columns. */
static void
test_large_text (Fixture *fixture, gconstpointer data)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (fixture->header));
  int dpi;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 2 * dpi, NULL);
  g_assert_cmpint (muster_roster_columns_get_least_width (fixture->columns), ==, 856);
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
  g_assert_cmpint (muster_roster_columns_get_least_width (fixture->columns), ==, 428);
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);
  g_test_add ("/gui/roster-columns/as-the-header", Fixture, NULL, set_up, test_as_the_header, tear_down);
  g_test_add ("/gui/roster-columns/follows", Fixture, NULL, set_up, test_follows, tear_down);
  g_test_add ("/gui/roster-columns/large-text", Fixture, NULL, set_up, test_large_text, tear_down);
  return g_test_run ();
}
