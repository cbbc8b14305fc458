/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdio.h>
#include <stdlib.h>

#include "gui/harness.h"
#include "gui/muster-import-page.h"

/* The window while a roster is read, compared and imported: bench-import REGISTER ACCOUNT PASSWORD_FILE ROSTER PEOPLE. */

#define LOOK_INTERVAL (G_USEC_PER_SEC / 20)
#define MOST_SECONDS 600

typedef struct
{
  GtkWindow *window;
  gint64 frame_start;
  gint64 last_frame;
  GArray *frames; /* double, milliseconds */
  GArray *gaps;   /* double, milliseconds; from one frame to the next */
} Bench;

static int
compare (const void *a, const void *b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return first < second ? -1 : first > second;
}

static double
get_share (GArray *times, guint percent)
{
  qsort (times->data, times->len, sizeof (double), compare);
  return g_array_index (times, double, (times->len - 1) * percent / 100);
}

static void
before_paint_cb (Bench *bench)
{
  gint64 now = g_get_monotonic_time ();
  double gap = (now - bench->last_frame) / 1000.;

  if (bench->last_frame != 0)
    g_array_append_val (bench->gaps, gap);
  bench->frame_start = bench->last_frame = now;
}

static void
after_paint_cb (Bench *bench)
{
  double time = (g_get_monotonic_time () - bench->frame_start) / 1000.;

  g_array_append_val (bench->frames, time);
}

/* A frame follows each frame, as if something moved all the time. */
static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  gtk_widget_queue_draw (widget);
  return G_SOURCE_CONTINUE;
}

static void
say (const char *what, double milliseconds)
{
  printf ("%-58s %13.1f ms\n", what, milliseconds);
}

static void
report (Bench *bench, const char *what, gint64 start)
{
  double p95 = get_share (bench->frames, 95);

  printf ("%-58s %14.1f s\n", what, (g_get_monotonic_time () - start) / (double) G_USEC_PER_SEC);
  printf ("%-58s %13.1f ms %13.0f ms  %s\n", "  a frame meanwhile, p95", p95, 16., p95 <= 16 ? "meets" : "MISSES");
  say ("  the longest frame", get_share (bench->frames, 100));
  say ("  from one frame to the next, p95", get_share (bench->gaps, 95));
  say ("  the longest without a frame", get_share (bench->gaps, 100));
  fflush (stdout);
  g_array_set_size (bench->frames, 0);
  g_array_set_size (bench->gaps, 0);
}

/* Waits as a person does, who looks now and then; the window is not searched in every frame. */
static GtkWidget *
wait_for (Bench *bench, const char *text)
{
  gint64 start = g_get_monotonic_time (), looked = 0;

  while (TRUE)
    {
      gint64 now = g_get_monotonic_time ();
      GtkWidget *widget = NULL;

      if (now - looked > LOOK_INTERVAL)
        {
          widget = harness_find_text (GTK_WIDGET (bench->window), text);
          looked = now;
        }
      if (widget != NULL && gtk_widget_get_mapped (widget))
        return widget;
      if (now - start > MOST_SECONDS * G_USEC_PER_SEC)
        g_error ("waited too long for %s", text);
      g_main_context_iteration (NULL, TRUE);
    }
}

/* Waits until it can be pressed, and presses it. */
static void
click (Bench *bench, const char *label)
{
  GtkWidget *button = wait_for (bench, label);

  while (!gtk_widget_is_sensitive (button))
    g_main_context_iteration (NULL, TRUE);
  g_signal_emit_by_name (button, "clicked");
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

static void
present (Bench *bench, AdwNavigationPage *page)
{
  GdkFrameClock *clock;

  bench->window = harness_present (page, 1000, 760);
  clock = gtk_widget_get_frame_clock (GTK_WIDGET (bench->window));
  g_signal_connect_swapped (clock, "before-paint", G_CALLBACK (before_paint_cb), bench);
  g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (after_paint_cb), bench);
  gtk_widget_add_tick_callback (GTK_WIDGET (bench->window), tick_cb, NULL, NULL);
}

static void
measure (Bench *bench, MusterStore *store, const char *path, guint n_people)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autofree char *import = g_strdup_printf ("_Import %'u People", n_people);
  g_autofree char *imported = g_strdup_printf ("%'u People Imported", n_people);
  AdwNavigationPage *page = muster_import_page_new (store);
  gint64 start;

  present (bench, page);
  start = g_get_monotonic_time ();
  muster_import_page_open_file (MUSTER_IMPORT_PAGE (page), file);
  wait_for (bench, "_Check Rows");
  report (bench, "window: reading the file", start);
  start = g_get_monotonic_time ();
  click (bench, "_Check Rows");
  /* Of every fifth person the file says that it is over, which is warned of. */
  wait_for (bench, "_Preview");
  report (bench, "window: comparing the rows with the register", start);
  click (bench, "_Preview");
  wait_for (bench, import);
  start = g_get_monotonic_time ();
  click (bench, import);
  wait_for (bench, imported);
  report (bench, "window: importing", start);
}

int
main (int argc, char **argv)
{
  Bench bench = { 0 };
  g_autoptr (MusterStore) store = NULL;

  harness_init (&argc, &argv);
  if (argc != 6)
    {
      fprintf (stderr, "bench-import REGISTER ACCOUNT PASSWORD_FILE ROSTER PEOPLE\n");
      return 2;
    }
  bench.frames = g_array_new (FALSE, FALSE, sizeof (double));
  bench.gaps = g_array_new (FALSE, FALSE, sizeof (double));
  store = open_store (argv);
  measure (&bench, store, argv[4], (guint) atoi (argv[5]));
  muster_store_close (store);
  return 0;
}
