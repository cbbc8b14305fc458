/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdio.h>
#include <stdlib.h>

#include "gui/harness.h"
#include "gui/muster-case-row.h"
#include "gui/muster-cases-page.h"
#include "gui/muster-gui-text.h"
#include "store/muster-journal-private.h"
#include "store/muster-keys.h"
#include "store/muster-store-private.h"

/*
 * The registers of cases in their window: bench-cases REGISTER ACCOUNT PASSWORD_FILE. The register gets 100,000 of each kind, one in ten of them open,
 * written past the program. Every figure ends with the frame that shows it.
 */

#define N_CASES "100000"
#define N_OPENED 20
#define BOUND 100

#define NUMBERS "WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < " N_CASES ")"
#define PERSON "1 + i % (SELECT max (id) FROM assister)"
#define DAY(days) "date ('2026-11-28', (" #days " - i % 900) || ' days')"
#define TEXT "'A letter about case ' || i || ' went to the wrong household, and nobody called back for ' || i % 60 || ' days. It was found when the files were gone through.'"

static const char *const fill_sql =
  "INSERT INTO incident (number, kind, source, state, severity, discovered, narrative, anonymous, data, data_people, data_encrypted, clause_version, rule_pack, recorded_account, closed, outcome)" NUMBERS
  "SELECT printf ('IN-2026-%04d', i), CASE i % 3 WHEN 0 THEN 'conduct' WHEN 1 THEN 'security' ELSE 'lost-equipment' END, 'audit', CASE i % 10 WHEN 0 THEN 'open' ELSE 'closed' END, 2, " DAY (0) ", " TEXT
                                                                                                                                                                                                 ", 0, CASE i % 2 WHEN 0 THEN 'yes' ELSE 'no' END, i % 40, 'unknown', '1', 'mnsure-2026', 1, CASE i % 10 WHEN 0 THEN NULL ELSE " DAY (3) " END, CASE i % 10 WHEN 0 THEN 'none' ELSE 'no-action' END FROM n;"
                                                                                                                                                                                                                                                                                                                                         "INSERT INTO incident_person (incident_id, assister_id, removed)" NUMBERS "SELECT i, " PERSON ", 0 FROM n;"
                                                                                                                                                                                                                                                                                                                                         "INSERT INTO incident_report (incident_id, duty, told, at_day, account_id)" NUMBERS "SELECT i, 'internal-report', 'ARC', " DAY (0) ", 1 FROM n;"
                                                                                                                                                                                                                                                                                                                                                                                                                                                                            "INSERT INTO corrective_action (number, assister_id, severity, state, finding, restriction, opened, due, closed, outcome, clause_version, rule_pack, opened_account)" NUMBERS
                                                                                                                                                                                                                                                                                                                                                                                                                                                                            "SELECT printf ('CA-2026-%04d', i), " PERSON ", 'S' || (1 + i % 4), CASE i % 10 WHEN 0 THEN 'open' ELSE 'closed' END, " TEXT ", 'none', " DAY (0) ", " DAY (30) ", CASE i % 10 WHEN 0 THEN NULL ELSE " DAY (3) " END, CASE i % 10 WHEN 0 THEN 'none' ELSE 'completed' END, '1', 'mnsure-2026', 1 FROM n;"
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                           "INSERT INTO corrective_action_clause (action_id, clause)" NUMBERS "SELECT i, 'COC-04' FROM n;"
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                           "INSERT INTO decision (number, kind, state, assister_id, types, authority, reason, proposer, proposed_at, emergency, clause_version, rule_pack)" NUMBERS
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                           "SELECT printf ('RV-2026-%04d', i), 'revocation', CASE i % 10 WHEN 0 THEN 'proposed' WHEN 1 THEN 'refused' ELSE 'approved' END, " PERSON ", 1, 'agency', " TEXT
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                           ", 1, 1795824000000000 - i * 86400000000, 0, '1', 'mnsure-2026' FROM n;"
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                           "INSERT INTO decision_clause (decision_id, clause)" NUMBERS "SELECT i, 'COC-04' FROM n";

static const char *const words[] = { "lind", "0042", "case 77", "household", "nobody called back" };

typedef struct
{
  GtkWindow *window;
  AdwNavigationView *view;
  MusterCasesPage *page;
  guint n_painted;
  guint wanted;
} Bench;

static int
compare (const void *a, const void *b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return first < second ? -1 : first > second;
}

static void
say (const char *what, GArray *times)
{
  double p95;

  qsort (times->data, times->len, sizeof (double), compare);
  p95 = g_array_index (times, double, times->len * 95 / 100);
  printf ("%-58s %13.1f ms %13d ms  %s\n", what, p95, BOUND, p95 <= BOUND ? "meets" : "MISSES");
  fflush (stdout);
}

static void
painted_cb (Bench *bench)
{
  bench->n_painted++;
}

static gboolean
has_painted (gpointer data)
{
  return ((Bench *) data)->n_painted > 0;
}

static double
until_frame (Bench *bench, gint64 start)
{
  bench->n_painted = 0;
  gtk_widget_queue_draw (GTK_WIDGET (bench->window));
  harness_wait_for (has_painted, bench);
  return (g_get_monotonic_time () - start) / 1000.;
}

static gboolean
has_rows (gpointer data)
{
  GtkWidget *row = harness_find (GTK_WIDGET (((Bench *) data)->page), MUSTER_TYPE_CASE_ROW);

  return row != NULL && gtk_widget_get_mapped (row);
}

static MusterSecret *
read_password (const char *path)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return muster_secret_new_from_text (g_strchomp (text));
}

static void
fill (const char *folder, const char *account, MusterSecret *password)
{
  g_autoptr (MusterKeys) keys = muster_keys_load (folder, NULL);
  g_autoptr (MusterSecret) key = NULL;
  g_autoptr (MusterSecret) seed = NULL;
  g_autofree char *path = muster_store_dup_database_path (folder);
  g_autoptr (GError) error = NULL;
  MusterDatabase *database;

  muster_keys_open (keys, account, password, NULL, &key, &seed, &error);
  g_assert_no_error (error);
  database = muster_database_open (path, key, MUSTER_DATABASE_WRITE, &error);
  g_assert_no_error (error);
  for (int number = 0; number < MUSTER_N_TABLES; number++)
    {
      g_autofree char *sql = g_strdup_printf ("DROP TRIGGER journal_%s_insert", muster_table_get_name (MUSTER_TABLE_NUMBERED (number)));

      muster_database_execute (database, sql, &error);
      g_assert_no_error (error);
    }
  muster_database_execute (database, fill_sql, &error);
  g_assert_no_error (error);
  g_assert_true (muster_journal_make_triggers (database, NULL));
  muster_database_close (database);
}

static double
open_page (Bench *bench, MusterStore *store, AdwNavigationPage *(*page_new) (MusterStore *) )
{
  gint64 start = g_get_monotonic_time ();

  bench->page = MUSTER_CASES_PAGE (page_new (store));
  adw_navigation_view_push (bench->view, ADW_NAVIGATION_PAGE (bench->page));
  harness_wait_for (has_rows, bench);
  return until_frame (bench, start);
}

static gboolean
is_ready (gpointer data)
{
  return muster_cases_page_is_ready (((Bench *) data)->page);
}

static void
measure_opening (Bench *bench, MusterStore *store, const char *what, AdwNavigationPage *(*page_new) (MusterStore *) )
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < N_OPENED; i++)
    {
      double time;

      if (i > 0)
        adw_navigation_view_pop (bench->view);
      until_frame (bench, 0);
      time = open_page (bench, store, page_new);
      g_array_append_val (times, time);
      harness_wait_for (is_ready, bench);
    }
  say (what, times);
}

static void
find_tiles (GtkWidget *widget, GPtrArray *tiles)
{
  if (GTK_IS_TOGGLE_BUTTON (widget) && gtk_widget_has_css_class (widget, "muster-tile"))
    g_ptr_array_add (tiles, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    find_tiles (child, tiles);
}

static void
measure_tiles (Bench *bench)
{
  g_autoptr (GPtrArray) tiles = g_ptr_array_new ();
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  find_tiles (GTK_WIDGET (bench->page), tiles);
  for (guint i = 0; i < 4 * tiles->len; i++)
    {
      gint64 start = g_get_monotonic_time ();
      double time;

      gtk_toggle_button_set_active (tiles->pdata[tiles->len - 1 - i % tiles->len], TRUE);
      time = until_frame (bench, start);
      g_array_append_val (times, time);
    }
  gtk_toggle_button_set_active (tiles->pdata[tiles->len - 1], TRUE);
  until_frame (bench, 0);
  say ("  another tile, to its frame", times);
}

static void
measure_words (Bench *bench)
{
  GtkEditable *entry = GTK_EDITABLE (harness_find (GTK_WIDGET (bench->page), GTK_TYPE_SEARCH_ENTRY));
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    for (guint n = 1; n <= strlen (words[i]); n++)
      {
        g_autofree char *typed = g_strndup (words[i], n);
        gint64 start = g_get_monotonic_time ();
        double time;

        gtk_editable_set_text (entry, typed);
        g_signal_emit_by_name (entry, "search-changed");
        time = until_frame (bench, start);
        g_array_append_val (times, time);
      }
  say ("  a letter more in the search, to its frame", times);
}

static void
measure (Bench *bench, MusterStore *store, const char *what, AdwNavigationPage *(*page_new) (MusterStore *) )
{
  measure_opening (bench, store, what, page_new);
  measure_tiles (bench);
  muster_cases_page_search (bench->page);
  until_frame (bench, 0);
  measure_words (bench);
  adw_navigation_view_pop (bench->view);
}

static void
present (Bench *bench)
{
  GdkFrameClock *clock;

  bench->window = harness_present (adw_navigation_page_new (gtk_label_new ("Start"), "Start"), 1200, 800);
  bench->view = ADW_NAVIGATION_VIEW (harness_find (GTK_WIDGET (bench->window), ADW_TYPE_NAVIGATION_VIEW));
  adw_navigation_view_set_animate_transitions (bench->view, FALSE);
  clock = gtk_widget_get_frame_clock (GTK_WIDGET (bench->window));
  g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (painted_cb), bench);
}

int
main (int argc, char **argv)
{
  Bench bench = { 0 };
  g_autoptr (MusterSecret) password = NULL;
  g_autoptr (MusterStore) store = NULL;
  g_autoptr (GError) error = NULL;

  harness_init (&argc, &argv);
  if (argc != 4)
    {
      fprintf (stderr, "bench-cases REGISTER ACCOUNT PASSWORD_FILE\n");
      return 2;
    }
  password = read_password (argv[3]);
  fill (argv[1], argv[2], password);
  store = muster_store_open (argv[1], argv[2], password, NULL, &error);
  g_assert_no_error (error);
  present (&bench);
  printf ("registers of %s cases each, a tenth of them open; p95\n", N_CASES);
  measure (&bench, store, "  corrective actions, to the first screenful", muster_cases_page_new_actions);
  measure (&bench, store, "  decisions, to the first screenful", muster_cases_page_new_decisions);
  measure (&bench, store, "  incidents, to the first screenful", muster_cases_page_new_incidents);
  muster_store_close (store);
  return 0;
}
