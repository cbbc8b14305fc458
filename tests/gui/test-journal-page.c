/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/harness.h"
#include "gui/muster-journal-check.h"
#include "gui/muster-journal-model.h"
#include "gui/muster-journal-page.h"
#include "operations/operations-fixture.h"

static guint
count (gpointer model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (model));
}

static gboolean
has_first_page (gpointer model)
{
  return count (model) == MUSTER_JOURNAL_PAGE_SIZE;
}

static gboolean
has_more (gpointer model)
{
  return count (model) > MUSTER_JOURNAL_PAGE_SIZE;
}

static gboolean
has_two (gpointer model)
{
  return count (model) == 2;
}

static gint64
sequence_at (MusterJournalModel *model, guint position)
{
  g_autoptr (MusterJournalItem) item = g_list_model_get_item (G_LIST_MODEL (model), position);

  return muster_journal_item_get_entry (item)->sequence;
}

static void
test_model_pages (OperationsFixture *fixture, gconstpointer data)
{
  MusterJournalModel *model;
  gint64 newest;

  for (guint i = 0; i < MUSTER_JOURNAL_PAGE_SIZE; i++)
    add_person (fixture, "Lindqvist", i + 1, MUSTER_ASSISTER_NAVIGATOR);
  model = muster_journal_model_new (operations_fixture_open (fixture, FIXTURE_JO));
  harness_wait_for (has_first_page, model);
  newest = sequence_at (model, 0);
  g_assert_cmpint (newest, ==, count_entries (fixture));
  g_assert_cmpint (sequence_at (model, 1), ==, newest - 1);
  muster_journal_model_load_more (model);
  harness_wait_for (has_more, model);
  g_assert_cmpint (sequence_at (model, MUSTER_JOURNAL_PAGE_SIZE), ==, newest - MUSTER_JOURNAL_PAGE_SIZE);
  muster_journal_model_set_filter (model, "add-assister", "P-7");
  g_assert_cmpuint (count (model), ==, 0);
  take_step (fixture, 7, MUSTER_ASSISTER_NAVIGATOR, MUSTER_VERB_CERTIFY, NULL);
  muster_journal_model_set_filter (model, NULL, "P-7");
  harness_wait_for (has_two, model);
  harness_release (model);
}

static void
test_says_what_was_found (void)
{
  g_autoptr (GPtrArray) remarks = g_ptr_array_new_with_free_func (g_free);
  const struct
  {
    MusterVerification verification;
    const char *part;
  } cases[] = {
    { { .ok = TRUE, .entries = 1 }, "The only entry is sound. No checkpoint" },
    { { .ok = TRUE, .entries = 12, .anchored = 11 }, "All 12 entries are sound. A checkpoint outside of the register vouches for 11 of them." },
    { { .ok = FALSE, .entries = 12, .bad_entry = 7, .what = (char *) "Its signature is wrong." }, "The first bad entry is number 7: Its signature is wrong. Do not work on" },
    { { .ok = FALSE, .entries = 12, .bad_entry = 13, .other_copy = TRUE, .what = (char *) "An older copy was put back." }, "An older copy was put back. Bring the newer copy back if there is one. If this one is meant" },
    { { .ok = FALSE, .entries = 12, .only_search = TRUE, .what = (char *) "The search index is wrong." }, "All 12 entries are sound. The search index is wrong." },
    { { .ok = TRUE, .entries = 12, .remarks = remarks }, "vouches for them yet.\n\nRemark 1\n\nRemark 2\n\nRemark 3\n\nRemark 4\n\nRemark 5\n\n… and 1 more" },
  };

  for (guint i = 1; i <= 6; i++)
    g_ptr_array_add (remarks, g_strdup_printf ("Remark %u", i));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = muster_journal_check_dup_text (&cases[i].verification);

      g_assert_nonnull (strstr (text, cases[i].part));
    }
}

typedef struct
{
  GtkWindow *window;
  const char *text;
} Look;

static gboolean
shows (gpointer data)
{
  Look *look = data;

  return harness_shows (GTK_WIDGET (look->window), look->text);
}

static void
wait_for_text (GtkWindow *window, const char *text)
{
  Look look = { window, text };

  harness_wait (shows, &look, text);
}

static guint
find_entry (GListModel *model, const char *operation)
{
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (MusterJournalItem) item = g_list_model_get_item (model, i);

      if (strcmp (muster_journal_item_get_entry (item)->operation, operation) == 0)
        return i;
    }
  g_assert_not_reached ();
}

static void
test_page (OperationsFixture *fixture, gconstpointer data)
{
  GtkWidget *page, *list;
  GtkWindow *window;

  add_certified (fixture, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR);
  page = GTK_WIDGET (muster_journal_page_new (operations_fixture_open (fixture, FIXTURE_ALEX)));
  window = harness_present (ADW_NAVIGATION_PAGE (page), 900, 640);
  wait_for_text (window, "Certified a person");
  harness_shoot (window, "journal");
  gtk_widget_activate_action (page, "journal.verify", NULL);
  wait_for_text (window, "The Journal Is Sound");
  harness_shoot (window, "journal-sound");
  gtk_widget_activate_action (page, "journal.show-checkpoint", NULL);
  wait_for_text (window, "Checkpoint of the Journal");
  harness_shoot (window, "journal-checkpoint");
  adw_dialog_force_close (adw_window_get_visible_dialog (ADW_WINDOW (window)));
  list = harness_find (page, GTK_TYPE_LIST_VIEW);
  g_signal_emit_by_name (list, "activate", find_entry (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list))), "add-assister"));
  wait_for_text (window, "Fingerprint");
  g_assert_true (harness_shows (GTK_WIDGET (window), "Lindqvist"));
  harness_shoot (window, "journal-entry");
  adw_dialog_force_close (adw_window_get_visible_dialog (ADW_WINDOW (window)));
  harness_close (window);
}

/* Names, numbers and moments are whole, however narrow the window. */
static void
check_whole (GtkWidget *page, const char *text)
{
  GtkWidget *label = harness_find_text (page, text);

  g_assert_true (GTK_IS_LABEL (label));
  g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))));
}

static void
test_narrow (OperationsFixture *fixture, gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (muster_journal_page_new (operations_fixture_open (fixture, FIXTURE_JO)));
  GtkWindow *window = harness_present (ADW_NAVIGATION_PAGE (page), 360, 600);

  wait_for_text (window, "Created the register");
  check_whole (page, "robin");
  gtk_widget_activate_action (page, "journal.compare-checkpoint", NULL);
  wait_for_text (window, "Compare with a Checkpoint");
  harness_shoot (window, "journal-compare");
  adw_dialog_force_close (adw_window_get_visible_dialog (ADW_WINDOW (window)));
  harness_shoot (window, "journal-narrow");
  gtk_editable_set_text (GTK_EDITABLE (harness_find (page, GTK_TYPE_SEARCH_ENTRY)), "P-999");
  wait_for_text (window, "No Such Entries");
  harness_close (window);
}

/* What an entry is not about is not spoken. */
static void
test_spoken (void)
{
  MusterJournalEntry *entry = g_new0 (MusterJournalEntry, 1);
  g_autoptr (MusterJournalItem) item = NULL;
  g_autofree char *about_nothing = NULL, *about_somebody = NULL;

  entry->operation = g_strdup ("sign-in");
  item = muster_journal_item_new (entry);
  about_nothing = muster_journal_item_dup_spoken (item, "today");
  g_assert_cmpstr (about_nothing, ==, "Signed in, today");
  entry->subject = g_strdup ("P-17");
  about_somebody = muster_journal_item_dup_spoken (item, "today");
  g_assert_cmpstr (about_somebody, ==, "Signed in, P-17, today");
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);
  g_test_add_func ("/gui/journal-check/says-what-was-found", test_says_what_was_found);
  g_test_add_func ("/gui/journal-item/spoken", test_spoken);
  operations_fixture_add ("/gui/journal-model/pages", test_model_pages);
  operations_fixture_add ("/gui/journal-page/page", test_page);
  operations_fixture_add ("/gui/journal-page/narrow", test_narrow);
  return g_test_run ();
}
