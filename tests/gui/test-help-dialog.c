/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/harness.h"
#include "gui/muster-help-dialog.h"
#include "gui/muster-help-page.h"

typedef struct
{
  GtkWidget *window;
  AdwDialog *dialog;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), GPOINTER_TO_INT (data), 760);
  gtk_window_present (GTK_WINDOW (fixture->window));
  fixture->dialog = muster_help_dialog_new ();
  adw_dialog_present (fixture->dialog, fixture->window);
  harness_wait_shows (fixture->window, "Your First Hour");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gpointer dialog = fixture->dialog;

  g_object_add_weak_pointer (dialog, &dialog);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  harness_settle ();
  g_assert_null (dialog);
}

static GtkWidget *
find_page (Fixture *fixture)
{
  return harness_find (fixture->window, MUSTER_TYPE_HELP_PAGE);
}

/* Every topic opens, and all that it says can be read there. */
static void
test_topics (Fixture *fixture, gconstpointer data)
{
  AdwNavigationView *navigation = ADW_NAVIGATION_VIEW (harness_find (fixture->window, ADW_TYPE_NAVIGATION_VIEW));

  for (const MusterHelpTopic *topic = muster_help_get_topics (); topic->id != NULL; topic++)
    {
      g_autofree char *picture = g_strdup_printf ("help-%s-%d", topic->id, GPOINTER_TO_INT (data));

      harness_press (fixture->window, topic->title);
      harness_settle ();
      g_assert_cmpstr (adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (find_page (fixture))), ==, topic->title);
      for (const MusterHelpBlock *block = topic->blocks; block->kind != MUSTER_HELP_END; block++)
        {
          g_assert_true (block->text == NULL || harness_shows (find_page (fixture), block->text));
          g_assert_true (muster_help_block_get_title (block) == NULL || harness_shows (find_page (fixture), muster_help_block_get_title (block)));
        }
      harness_shoot (GTK_WINDOW (fixture->window), picture);
      adw_navigation_view_pop (navigation);
      harness_settle ();
    }
}

static guint
count_shown (GtkWidget *list)
{
  guint n = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL; row = gtk_widget_get_next_sibling (row))
    n += GTK_IS_LIST_BOX_ROW (row) && gtk_widget_get_child_visible (row);
  return n;
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text;
    const char *topic; /* NULL: none */
    guint n;           /* 0: some */
  } cases[] = {
    { "", "Your First Hour", 19 },
    { "checkpoint", "What Protects the Data", 0 },
    { "RECOVERY  sheet", "Your First Hour", 0 },
    { "withdrawn while under investigation", "What Each State Means", 1 },
    { "producer number", "Words", 1 },
    { "apostrophe", "Export the Roster", 1 },
    { "reinstatements", "Public Lists", 1 },
    { "locked screen", "Today and Reminders", 1 },
    { "zebra", NULL, 0 },
  };
  GtkWidget *list = harness_find (fixture->window, GTK_TYPE_LIST_BOX);
  GtkWidget *entry = harness_find (fixture->window, GTK_TYPE_SEARCH_ENTRY);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("“%s”", cases[i].text);
      gtk_editable_set_text (GTK_EDITABLE (entry), cases[i].text);
      g_signal_emit_by_name (entry, "search-changed");
      harness_settle ();
      g_assert_cmpint (harness_shows (fixture->window, "Nothing Found"), ==, cases[i].topic == NULL);
      if (cases[i].topic != NULL)
        g_assert_true (harness_shows (list, cases[i].topic));
      if (cases[i].n > 0)
        g_assert_cmpuint (count_shown (list), ==, cases[i].n);
    }
  /* Enter opens what was found. */
  gtk_editable_set_text (GTK_EDITABLE (entry), "producer number");
  g_signal_emit_by_name (entry, "search-changed");
  g_signal_emit_by_name (entry, "activate");
  harness_settle ();
  g_assert_cmpstr (adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (find_page (fixture))), ==, "Words");
}

/* What the help has to say about where protection ends. */
static void
test_limits (void)
{
  static const char *const sentences[] = {
    "after the last checkpoint",
    "holds every account",
    "every checkpoint",
    "is true",
    "recovery sheet",
    "clipboard",
    "social security",
    "single-handed",
  };

  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      guint found = 0;

      for (const MusterHelpTopic *topic = muster_help_get_topics (); topic->id != NULL; topic++)
        found += muster_help_topic_matches (topic, sentences[i]);
      g_test_message ("%s", sentences[i]);
      g_assert_cmpuint (found, >, 0);
    }
}

/* Each state of the lifecycle is explained once. */
static void
test_states (void)
{
  guint seen = 0;

  for (const MusterHelpTopic *topic = muster_help_get_topics (); topic->id != NULL; topic++)
    for (const MusterHelpBlock *block = topic->blocks; block->kind != MUSTER_HELP_END; block++)
      if (block->kind == MUSTER_HELP_STATE)
        {
          g_assert_cmphex (seen & (1u << block->state), ==, 0);
          seen |= 1u << block->state;
        }
  g_assert_cmphex (seen, ==, (1u << MUSTER_N_STATES) - 1 - (1u << MUSTER_STATE_NONE));
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);
  g_test_add ("/gui/help-dialog/topics/wide", Fixture, GINT_TO_POINTER (900), set_up, test_topics, tear_down);
  g_test_add ("/gui/help-dialog/topics/narrow", Fixture, GINT_TO_POINTER (360), set_up, test_topics, tear_down);
  g_test_add ("/gui/help-dialog/search", Fixture, GINT_TO_POINTER (900), set_up, test_search, tear_down);
  g_test_add_func ("/gui/help-dialog/limits", test_limits);
  g_test_add_func ("/gui/help-dialog/states", test_states);
  return g_test_run ();
}
