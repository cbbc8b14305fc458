/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdio.h>
#include <stdlib.h>

#include "gui/harness.h"
#include "gui/muster-pages.h"
#include "gui/muster-roster-line.h"
#include "gui/muster-roster-model.h"
#include "gui/muster-roster-page.h"

/* The roster in its window: bench-window REGISTER ACCOUNT PASSWORD_FILE. Every figure ends with the frame that shows it. */

#define N_SCROLLS 400
#define N_OPENED 100

static const char *const searches[] = { "lindqvist ana", "warsame", "núñ", "7004", "agency", "zoe whitebear", "p" };

typedef struct
{
  GtkWindow *window;
  GdkFrameClock *clock;
  GtkWidget *page;
  GListModel *model;
  guint n_loaded;
  guint n_painted;
  gint64 frame_start;
  GArray *frames; /* double, milliseconds; while it scrolls */
} Bench;

static int
compare (const void *a, const void *b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return first < second ? -1 : first > second;
}

static void
say (const char *what, double milliseconds, double bound)
{
  printf ("%-58s %13.1f ms %13.0f ms  %s\n", what, milliseconds, bound, milliseconds <= bound ? "meets" : "MISSES");
  fflush (stdout);
}

static double
get_p95 (GArray *times)
{
  qsort (times->data, times->len, sizeof (double), compare);
  return g_array_index (times, double, times->len * 95 / 100);
}

static double
since (gint64 start)
{
  return (g_get_monotonic_time () - start) / 1000.;
}

static void
loaded_cb (Bench *bench)
{
  bench->n_loaded++;
}

static void
before_paint_cb (Bench *bench)
{
  bench->frame_start = g_get_monotonic_time ();
}

static void
after_paint_cb (Bench *bench)
{
  double time = since (bench->frame_start);

  bench->n_painted++;
  if (bench->frames != NULL)
    g_array_append_val (bench->frames, time);
}

static gboolean
has_loaded (gpointer data)
{
  return ((Bench *) data)->n_loaded > 0;
}

static gboolean
has_list (gpointer data)
{
  GtkWidget *line = harness_find (((Bench *) data)->page, MUSTER_TYPE_ROSTER_LINE);

  return line != NULL && gtk_widget_get_mapped (line);
}

static gboolean
has_painted (gpointer data)
{
  return ((Bench *) data)->n_painted > 0;
}

static void
wait_for_frame (Bench *bench)
{
  bench->n_painted = 0;
  gtk_widget_queue_draw (GTK_WIDGET (bench->window));
  harness_wait_for (has_painted, bench);
}

static MusterStore *
open_store (char **arguments)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autoptr (MusterSecret) password = NULL;
  MusterStore *store;

  g_file_get_contents (arguments[3], &text, NULL, &error);
  g_assert_no_error (error);
  password = muster_secret_new_from_text (g_strchomp (text));
  store = muster_store_open (arguments[1], arguments[2], password, NULL, &error);
  g_assert_no_error (error);
  return store;
}

static GtkWidget *
get_list (Bench *bench)
{
  return gtk_widget_get_ancestor (harness_find (bench->page, MUSTER_TYPE_ROSTER_LINE), GTK_TYPE_LIST_VIEW);
}

static void
measure_opening (Bench *bench, MusterStore *store)
{
  gint64 start = g_get_monotonic_time ();
  GtkSelectionModel *selection;

  bench->page = GTK_WIDGET (muster_roster_page_new (store));
  bench->window = harness_present (ADW_NAVIGATION_PAGE (bench->page), 1200, 800);
  bench->clock = gtk_widget_get_frame_clock (GTK_WIDGET (bench->window));
  g_signal_connect_swapped (bench->clock, "before-paint", G_CALLBACK (before_paint_cb), bench);
  g_signal_connect_swapped (bench->clock, "after-paint", G_CALLBACK (after_paint_cb), bench);
  harness_wait_for (has_list, bench);
  selection = gtk_list_view_get_model (GTK_LIST_VIEW (get_list (bench)));
  bench->model = gtk_no_selection_get_model (GTK_NO_SELECTION (selection));
  g_signal_connect_swapped (bench->model, "loaded", G_CALLBACK (loaded_cb), bench);
  wait_for_frame (bench);
  printf ("window with a roster of %u people\n", g_list_model_get_n_items (bench->model));
  say ("  opening the page to the first screenful", since (start), 1000);
}

/* @letter: (nullable): %NULL clears the search */
static double
press_key (Bench *bench, GtkEditable *entry, const char *letter)
{
  gint64 start = g_get_monotonic_time ();
  int position = -1;

  bench->n_loaded = 0;
  if (letter != NULL)
    gtk_editable_insert_text (entry, letter, (int) (g_utf8_next_char (letter) - letter), &position);
  else
    gtk_editable_set_text (entry, "");
  harness_wait_for (has_loaded, bench);
  wait_for_frame (bench);
  return since (start);
}

static void
measure_searching (Bench *bench)
{
  GtkEditable *entry = GTK_EDITABLE (harness_find (bench->page, GTK_TYPE_SEARCH_ENTRY));
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      for (const char *letter = searches[i]; *letter != '\0'; letter = g_utf8_next_char (letter))
        {
          double time = press_key (bench, entry, letter);

          g_array_append_val (times, time);
        }
      press_key (bench, entry, NULL);
    }
  say ("  a key press to its frame, p95", get_p95 (times), 30);
}

static void
measure_scrolling (Bench *bench)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (get_list (bench), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  double page = gtk_adjustment_get_page_size (adjustment);

  bench->frames = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint i = 0; i < N_SCROLLS; i++)
    {
      double value = gtk_adjustment_get_value (adjustment) + (i % 40 == 39 ? 50 * page : page / 8);

      bench->n_painted = 0;
      gtk_adjustment_set_value (adjustment, value);
      harness_wait_for (has_painted, bench);
    }
  say ("  a frame while scrolling, p95", get_p95 (bench->frames), 16);
  printf ("  %-56s %16u\n", "lines read for it", muster_roster_model_get_n_read (MUSTER_ROSTER_MODEL (bench->model)));
  g_clear_pointer (&bench->frames, g_array_unref);
}

static void
measure_persons (Bench *bench, MusterStore *store)
{
  GtkWidget *view = gtk_widget_get_ancestor (bench->page, ADW_TYPE_NAVIGATION_VIEW);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < N_OPENED; i++)
    {
      gint64 id = muster_roster_model_get_id (MUSTER_ROSTER_MODEL (bench->model), i);
      gint64 start = g_get_monotonic_time ();
      double time;

      adw_navigation_view_push (ADW_NAVIGATION_VIEW (view), muster_pages_new_detail (MUSTER_PAGE_ASSISTER, store, id));
      wait_for_frame (bench);
      time = since (start);
      g_array_append_val (times, time);
      adw_navigation_view_pop (ADW_NAVIGATION_VIEW (view));
      wait_for_frame (bench);
    }
  say ("  opening a person, p95", get_p95 (times), 50);
}

int
main (int argc, char **argv)
{
  Bench bench = { 0 };
  g_autoptr (MusterStore) store = NULL;

  harness_init (&argc, &argv);
  if (argc != 4)
    {
      fprintf (stderr, "bench-window REGISTER ACCOUNT PASSWORD_FILE\n");
      return 2;
    }
  store = open_store (argv);
  measure_opening (&bench, store);
  measure_searching (&bench);
  measure_scrolling (&bench);
  measure_persons (&bench, store);
  muster_store_close (store);
  return 0;
}
