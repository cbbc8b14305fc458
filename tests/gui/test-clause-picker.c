/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/harness.h"
#include "gui/muster-clause-picker.h"

static const char text[] =
  "[catalogue]\nName=Test\nVersion=1\n"
  "[clause COC-09]\nTitle=Safeguarding client information\nBreach=Mis-sent letter\nBinds=all\nUsual=S3-S3\n"
  "[clause BRK-02]\nTitle=Keeping the license\nBreach=Selling on a lapsed license\nBinds=broker\nUsual=S3-S4\n"
  "[clause COC-04]\nTitle=Prompt service\nBreach=Calls not returned\nBinds=all\nUsual=S1-S2\n";

static void
count_cb (MusterClausePicker *picker, guint *n)
{
  (*n)++;
}

static MusterClauseCatalogue *
make_catalogue (void)
{
  g_autoptr (GError) error = NULL;
  MusterClauseCatalogue *catalogue = muster_clause_catalogue_parse (text, -1, NULL, &error);

  g_assert_no_error (error);
  return catalogue;
}

static void
test_ticks (void)
{
  g_autoptr (MusterClauseCatalogue) catalogue = make_catalogue ();
  MusterClausePicker *picker = g_object_ref_sink (g_object_new (MUSTER_TYPE_CLAUSE_PICKER, NULL));
  g_auto (GStrv) none = NULL;
  g_auto (GStrv) ids = NULL;
  guint n_changes = 0;

  muster_clause_picker_fill (picker, catalogue, MUSTER_ASSISTER_BROKER);
  none = muster_clause_picker_dup_ids (picker);
  g_assert_null (none[0]);
  g_assert_cmpint (muster_clause_picker_get_usual_severity (picker), ==, 0);

  g_signal_connect (picker, "changed", G_CALLBACK (count_cb), &n_changes);
  muster_clause_picker_set_ticked (picker, "coc-04", TRUE);
  muster_clause_picker_set_ticked (picker, "COC-09", TRUE);
  ids = muster_clause_picker_dup_ids (picker);
  g_assert_cmpstrv (ids, ((const char *[]) { "COC-09", "COC-04", NULL }));
  g_assert_cmpint (muster_clause_picker_get_usual_severity (picker), ==, 3);
  g_assert_cmpuint (n_changes, ==, 2);
  g_assert_cmpstr (adw_preferences_group_get_description (ADW_PREFERENCES_GROUP (picker)), ==, "COC-09, COC-04");
  g_assert_finalize_object (picker);
}

static void
search_for (MusterClausePicker *picker, const char *words)
{
  GtkWidget *entry = harness_find (GTK_WIDGET (picker), GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), words);
  g_signal_emit_by_name (entry, "search-changed");
}

static void
test_search (void)
{
  g_autoptr (MusterClauseCatalogue) catalogue = make_catalogue ();
  MusterClausePicker *picker = g_object_ref_sink (g_object_new (MUSTER_TYPE_CLAUSE_PICKER, NULL));

  muster_clause_picker_fill (picker, catalogue, MUSTER_ASSISTER_NAVIGATOR);
  g_assert_cmpuint (muster_clause_picker_get_n_shown (picker), ==, 2);
  muster_clause_picker_fill (picker, catalogue, MUSTER_ASSISTER_NAVIGATOR | MUSTER_ASSISTER_BROKER);
  g_assert_cmpuint (muster_clause_picker_get_n_shown (picker), ==, 3);
  search_for (picker, "LETTER client");
  g_assert_cmpuint (muster_clause_picker_get_n_shown (picker), ==, 1);
  search_for (picker, "brk-02");
  g_assert_cmpuint (muster_clause_picker_get_n_shown (picker), ==, 1);
  search_for (picker, "nothing of the kind");
  g_assert_cmpuint (muster_clause_picker_get_n_shown (picker), ==, 0);
  g_assert_finalize_object (picker);
}

/* What the notice says stands beside the title, and is found; clauses of which it says nothing are as they were. */
static void
test_wordings (void)
{
  g_autoptr (MusterClauseCatalogue) catalogue = make_catalogue ();
  g_autoptr (GHashTable) wordings = g_hash_table_new (g_str_hash, g_str_equal);
  MusterClausePicker *picker = g_object_ref_sink (g_object_new (MUSTER_TYPE_CLAUSE_PICKER, NULL));
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (picker));
  gtk_window_present (GTK_WINDOW (window));
  muster_clause_picker_fill (picker, catalogue, MUSTER_ASSISTER_BROKER);
  muster_clause_picker_show_wordings (picker, NULL);
  g_assert_true (harness_shows (GTK_WIDGET (picker), "Mis-sent letter · usually S3"));
  g_hash_table_insert (wordings, (gpointer) "COC-09", (gpointer) "Keep letters under <lock> & key");
  muster_clause_picker_show_wordings (picker, wordings);
  g_assert_true (harness_shows (GTK_WIDGET (picker), "“Keep letters under <lock> & key”"));
  g_assert_true (harness_shows (GTK_WIDGET (picker), "Calls not returned · usually S1 to S2"));
  gtk_editable_set_text (GTK_EDITABLE (harness_find (GTK_WIDGET (picker), GTK_TYPE_SEARCH_ENTRY)), "lock");
  g_signal_emit_by_name (harness_find (GTK_WIDGET (picker), GTK_TYPE_SEARCH_ENTRY), "search-changed");
  g_assert_cmpuint (muster_clause_picker_get_n_shown (picker), ==, 1);
  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (picker);
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);
  g_test_add_func ("/gui/clause-picker/ticks", test_ticks);
  g_test_add_func ("/gui/clause-picker/search", test_search);
  g_test_add_func ("/gui/clause-picker/wordings", test_wordings);
  return g_test_run ();
}
