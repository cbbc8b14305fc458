/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "case-fixture.h"

#include "domain/muster-date.h"
#include "gui/muster-check-row.h"
#include "gui/muster-gui-text.h"
#include "gui/muster-text-row.h"
#include "operations/muster-action-operations.h"
#include "operations/muster-decision-operations.h"

static void
open_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  CaseFixture *fixture = user_data;

  g_string_append_printf (fixture->asked, "%s %" G_GINT64_FORMAT "\n", g_action_get_name (G_ACTION (action)), g_variant_get_int64 (parameter));
}

static void
show_section_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  CaseFixture *fixture = user_data;

  g_string_append_printf (fixture->asked, "show-section %s\n", g_variant_get_string (parameter, NULL));
}

static void
announce_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  CaseFixture *fixture = user_data;

  g_string_append_printf (fixture->asked, "announce %s\n", g_variant_get_string (parameter, NULL));
}

static void
add_actions (CaseFixture *fixture)
{
  static const GActionEntry entries[] = {
    { .name = "open-assister", .activate = open_cb, .parameter_type = "x" },
    { .name = "open-action", .activate = open_cb, .parameter_type = "x" },
    { .name = "open-decision", .activate = open_cb, .parameter_type = "x" },
    { .name = "announce", .activate = announce_cb, .parameter_type = "s" },
    { .name = "show-section", .activate = show_section_cb, .parameter_type = "s" },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), fixture);
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (group));
}

void
case_fixture_set_up (CaseFixture *fixture, gconstpointer data)
{
  GDate today;

  operations_fixture_set_up (&fixture->operations, data);
  set_day (&today, "2026-03-10");
  muster_gui_text_set_today_for_tests (&today);
  fixture->asked = g_string_new (NULL);
  fixture->window = adw_window_new ();
  fixture->view = ADW_NAVIGATION_VIEW (adw_navigation_view_new ());
  add_actions (fixture);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 800, 900);
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
  adw_navigation_view_push (fixture->view, adw_navigation_page_new (gtk_label_new ("Start"), "Start"));
  gtk_window_present (GTK_WINDOW (fixture->window));
  harness_wait_for (gtk_widget_get_mapped, fixture->window);
}

void
case_fixture_tear_down (CaseFixture *fixture, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  harness_settle ();
  g_assert_null (fixture->window);
  g_string_free (fixture->asked, TRUE);
  muster_gui_text_set_today_for_tests (NULL);
  operations_fixture_tear_down (&fixture->operations, data);
}

void
case_fixture_show (CaseFixture *fixture, AdwNavigationPage *page)
{
  adw_navigation_view_push (fixture->view, page);
  harness_wait_for (gtk_widget_get_mapped, page);
  harness_settle ();
}

static gboolean
is_scrollable (gpointer adjustment)
{
  return gtk_adjustment_get_upper (adjustment) > gtk_adjustment_get_page_size (adjustment) + 100;
}

void
case_fixture_check_heading (CaseFixture *fixture, GtkWidget *page)
{
  AdwHeaderBar *bar = ADW_HEADER_BAR (harness_find (page, ADW_TYPE_HEADER_BAR));
  GtkAdjustment *place = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (harness_find (page, GTK_TYPE_SCROLLED_WINDOW)));

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 400, 400);
  harness_wait (is_scrollable, place, "the page to be longer than the window");
  g_assert_false (adw_header_bar_get_show_title (bar));
  gtk_adjustment_set_value (place, 100);
  g_assert_true (adw_header_bar_get_show_title (bar));
  gtk_adjustment_set_value (place, 0);
  g_assert_false (adw_header_bar_get_show_title (bar));
}

/* Its sheet takes a frame to come. */
static gboolean
is_laid_out (gpointer dialog)
{
  return harness_find (dialog, ADW_TYPE_HEADER_BAR) != NULL;
}

void
case_fixture_present (CaseFixture *fixture, AdwDialog *dialog)
{
  adw_dialog_present (dialog, fixture->window);
  harness_wait (is_laid_out, dialog, "the dialog to be laid out");
  harness_settle ();
}

static GtkWidget *
find_row_with (GtkWidget *root, const char *text)
{
  if (ADW_IS_PREFERENCES_ROW (root) && strstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), text) != NULL)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row_with (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
lies_within (GtkWidget *widget, GtkWidget *outer)
{
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (widget, outer, &bounds) && bounds.size.height > 0 && bounds.origin.y >= 0 &&
         bounds.origin.y + bounds.size.height <= (float) gtk_widget_get_height (outer);
}

typedef struct
{
  GtkWidget *window;
  AdwDialog *dialog;
  const char *text;
} View;

static gboolean
is_in_sight (gpointer data)
{
  const View *view = data;
  GtkWidget *row = find_row_with (GTK_WIDGET (view->dialog), view->text);

  return row != NULL && gtk_widget_get_mapped (row) && lies_within (row, adw_dialog_get_child (view->dialog)) && lies_within (row, view->window);
}

void
case_fixture_wait_in_sight (CaseFixture *fixture, AdwDialog *dialog, const char *text)
{
  View view = { fixture->window, dialog, text };
  g_autofree char *what = g_strdup_printf ("“%s” to be in sight", text);

  harness_wait (is_in_sight, &view, what);
}

GtkWidget *
case_fixture_find_row (GtkWidget *root, const char *title)
{
  if (ADW_IS_PREFERENCES_ROW (root) && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = case_fixture_find_row (child, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

void
case_fixture_write (GtkWidget *root, const char *title, const char *text)
{
  muster_text_row_set_text (MUSTER_TEXT_ROW (case_fixture_find_row (root, title)), text);
}

void
case_fixture_tick (GtkWidget *root, const char *title, gboolean ticked)
{
  muster_check_row_set_active (MUSTER_CHECK_ROW (case_fixture_find_row (root, title)), ticked);
}

static const char *
get_label (GtkWidget *button)
{
  GtkWidget *label = harness_find (button, GTK_TYPE_LABEL);

  if (label == NULL)
    return NULL;
  /* Read, so that a label with markup or a mnemonic says what people see. */
  return gtk_label_get_text (GTK_LABEL (label));
}

static GtkWidget *
find_button (GtkWidget *root, const char *label)
{
  if (!gtk_widget_get_visible (root) || !gtk_widget_get_child_visible (root))
    return NULL;
  if (GTK_IS_BUTTON (root) && g_strcmp0 (get_label (root), label) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

typedef struct
{
  GtkWidget *root;
  const char *text;
} Sight;

static gboolean
is_there (gpointer data)
{
  const Sight *sight = data;

  return find_button (sight->root, sight->text) != NULL;
}

void
case_fixture_press (GtkWidget *root, const char *label)
{
  Sight sight = { root, label };
  GtkWidget *button;

  harness_wait (is_there, &sight, label);
  button = find_button (root, label);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

static gboolean
is_seen (gpointer data)
{
  const Sight *sight = data;

  return harness_shows (sight->root, sight->text);
}

void
case_fixture_wait_shows (GtkWidget *root, const char *text)
{
  Sight sight = { root, text };

  harness_wait (is_seen, &sight, text);
}

typedef struct
{
  gpointer dialog; /* weak: %NULL when it is gone */
  gboolean done;
} Submission;

static void
done_cb (MusterFormDialog *dialog, Submission *submission)
{
  submission->done = TRUE;
}

/* A failure ends the waiting too, so that the test says why at once. */
static gboolean
is_over (gpointer data)
{
  Submission *submission = data;
  AdwBanner *banner;

  if (submission->dialog == NULL)
    return TRUE;
  banner = ADW_BANNER (harness_find (GTK_WIDGET (submission->dialog), ADW_TYPE_BANNER));
  if (banner != NULL && adw_banner_get_revealed (banner))
    g_error ("the dialog says: %s", adw_banner_get_title (banner));
  return FALSE;
}

void
case_fixture_submit (CaseFixture *fixture, AdwDialog *dialog, const char *verb)
{
  Submission submission = { dialog, FALSE };

  g_object_add_weak_pointer (G_OBJECT (dialog), &submission.dialog);
  g_signal_connect (dialog, "done", G_CALLBACK (done_cb), &submission);
  case_fixture_press (GTK_WIDGET (dialog), verb);
  harness_wait (is_over, &submission, "the dialog to be done");
  g_assert_true (submission.done);
  harness_settle ();
}

static gboolean
is_refused (gpointer dialog)
{
  GtkWidget *banner = harness_find (dialog, ADW_TYPE_BANNER);

  return banner != NULL && adw_banner_get_revealed (ADW_BANNER (banner));
}

void
case_fixture_submit_badly (CaseFixture *fixture, AdwDialog *dialog, const char *verb, const char *part)
{
  AdwBanner *banner;

  case_fixture_press (GTK_WIDGET (dialog), verb);
  harness_wait (is_refused, dialog, "the dialog to say why not");
  banner = ADW_BANNER (harness_find (GTK_WIDGET (dialog), ADW_TYPE_BANNER));
  g_test_message ("it says: %s", adw_banner_get_title (banner));
  g_assert_nonnull (strstr (adw_banner_get_title (banner), part));
}

static gboolean
is_gone (gpointer pointer)
{
  return *(gpointer *) pointer == NULL;
}

void
case_fixture_wait_gone (gpointer pointer)
{
  harness_wait (is_gone, pointer, "the dialog to be gone");
}

void
case_fixture_close (AdwDialog *dialog)
{
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  adw_dialog_force_close (dialog);
  case_fixture_wait_gone (&dialog);
}

gint64
case_fixture_open_action (CaseFixture *fixture, gint64 person, int severity)
{
  static const char *const clauses[] = { "COC-04", NULL };
  MusterOpenAction input = { .assister_id = person, .clauses = clauses, .severity = severity, .finding = "Calls were not returned.", .restriction = -1 };
  gint64 id = 0;

  run_well (&fixture->operations, FIXTURE_SAM, &muster_open_action, &input, &id);
  return id;
}

gint64
case_fixture_propose (CaseFixture *fixture, FixtureAccount account, gint64 person)
{
  static const char *const clauses[] = { "COC-04", NULL };
  MusterProposal input = { .assister_id = person, .clauses = clauses, .reason = "Clients were left alone." };
  gint64 id = 0;

  run_well (&fixture->operations, account, &muster_propose_revocation, &input, &id);
  return id;
}

gboolean
case_fixture_offers (GtkWidget *root, const char *label)
{
  return find_button (root, label) != NULL;
}

gboolean
case_fixture_lets_press (GtkWidget *root, const char *label)
{
  GtkWidget *button = find_button (root, label);

  return button != NULL && gtk_widget_is_sensitive (button);
}
