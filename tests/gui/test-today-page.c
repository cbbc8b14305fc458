/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "case-fixture.h"
#include "domain/muster-rule-packs.h"
#include "gui/muster-batch-dialog.h"
#include "gui/muster-gui-text.h"
#include "gui/muster-main-view.h"
#include "gui/muster-roster-page.h"
#include "gui/muster-snooze-dialog.h"
#include "gui/muster-today-page.h"
#include "operations/muster-decision-operations.h"
#include "operations/muster-evidence-operations.h"
#include "operations/muster-rule-operations.h"

static gboolean
is_ready (gpointer page)
{
  return muster_today_page_is_ready (page);
}

static GtkWidget *
show (CaseFixture *fixture, FixtureAccount account)
{
  AdwNavigationPage *page = muster_today_page_new (operations_fixture_open (&fixture->operations, account));

  case_fixture_show (fixture, page);
  harness_wait (is_ready, page, "the list of today to be read");
  harness_settle ();
  return GTK_WIDGET (page);
}

static gint64
propose (CaseFixture *fixture)
{
  static const char *const grounds[] = { "COC-09", NULL };
  MusterProposal proposal = { .clauses = grounds, .reason = "A list was sold" };
  gint64 id;

  proposal.assister_id = add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR);
  run_well (&fixture->operations, FIXTURE_SAM, &muster_propose_revocation, &proposal, &id);
  return id;
}

static void
test_nothing (CaseFixture *fixture, gconstpointer data)
{
  g_assert_true (harness_shows (show (fixture, FIXTURE_KIM), "Nothing Needs You Today"));
}

/* Who comes back to it on another day sees that day’s list. */
static void
test_another_day (CaseFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR);
  GtkWidget *page;
  GDate today;

  set_day (&today, "2026-03-10");
  muster_gui_text_set_today_for_tests (&today);
  case_fixture_open_action (fixture, person, 2);
  page = show (fixture, FIXTURE_KIM);
  g_assert_true (harness_shows (page, "Nothing Needs You Today"));
  set_day (&today, "2026-06-01");
  muster_gui_text_set_today_for_tests (&today);
  gtk_widget_set_visible (page, FALSE);
  gtk_widget_set_visible (page, TRUE);
  harness_wait_shows (page, "Corrective actions overdue (1)");
  muster_gui_text_set_today_for_tests (NULL);
}

/* A line says whom and what it is about, and opens it. */
static void
test_opens (CaseFixture *fixture, gconstpointer data)
{
  gint64 id = propose (fixture);
  g_autofree char *asked = g_strdup_printf ("open-decision %" G_GINT64_FORMAT, id);
  GtkWidget *page = show (fixture, FIXTURE_ALEX);
  GtkWidget *row = harness_find (page, ADW_TYPE_ACTION_ROW);

  g_assert_true (harness_shows (page, "Decisions waiting for a second person (1)"));
  g_assert_nonnull (row);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "Lindqvist, Ana");
  g_assert_true (harness_shows (row, "RV-2026-0001 · A list was sold"));
  gtk_widget_activate (row);
  harness_settle ();
  g_assert_nonnull (strstr (fixture->asked->str, asked));
}

static GtkWidget *
find_tooltip (GtkWidget *root, const char *text)
{
  if (g_strcmp0 (gtk_widget_get_tooltip_text (root), text) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_tooltip (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static float
get_left (GtkWidget *widget, GtkWidget *row)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, row, &bounds));
  return bounds.origin.x;
}

static GtkWidget *
find_arrow (GtkWidget *root)
{
  if (GTK_IS_IMAGE (root) && g_strcmp0 (gtk_image_get_icon_name (GTK_IMAGE (root)), "go-next-symbolic") == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_arrow (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The arrow stands last, as on every line that opens something. */
static void
test_order (CaseFixture *fixture, gconstpointer data)
{
  GtkWidget *row, *button, *arrow;

  propose (fixture);
  row = harness_find (show (fixture, FIXTURE_ALEX), ADW_TYPE_ACTION_ROW);
  button = find_tooltip (row, "Put Off…");
  arrow = find_arrow (row);
  g_assert_cmpfloat (get_left (button, row), <, get_left (arrow, row));
}

/* Who only reads puts nothing off. */
static void
test_reader (CaseFixture *fixture, gconstpointer data)
{
  GtkWidget *page;

  propose (fixture);
  page = show (fixture, FIXTURE_JO);
  g_assert_true (harness_shows (page, "A list was sold"));
  g_assert_null (find_tooltip (page, "Put Off…"));
}

static void
test_snooze (CaseFixture *fixture, gconstpointer data)
{
  gint64 id = propose (fixture);
  g_autofree char *item = g_strdup_printf ("decision-waiting:%" G_GINT64_FORMAT, id);
  GtkWidget *page = show (fixture, FIXTURE_KIM);
  AdwDialog *dialog = muster_snooze_dialog_new (operations_fixture_open (&fixture->operations, FIXTURE_ALEX), item, "Lindqvist");

  /* Who cannot decide does not put it off. */
  g_assert_null (find_tooltip (page, "Put Off…"));
  page = show (fixture, FIXTURE_ALEX);
  g_assert_nonnull (find_tooltip (page, "Put Off…"));
  case_fixture_present (fixture, dialog);
  case_fixture_submit_badly (fixture, dialog, "Put Off", "Say why");
  case_fixture_write (GTK_WIDGET (dialog), "Why it is put off", "The second person is on leave");
  case_fixture_submit (fixture, dialog, "Put Off");
  case_fixture_wait_shows (page, "Nothing Needs You Today");
}

static gboolean
is_batch_ready (gpointer dialog)
{
  return muster_batch_dialog_is_ready (dialog);
}

/* Those for whom the calendar proposes a suspension are looked at, and suspended, together. */
static void
test_reviews_all (CaseFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_BROKER);
  g_autoptr (MusterEvidence) evidence = muster_evidence_new ();
  MusterEvidenceRequest request = { .evidence = evidence };
  GtkWidget *page, *dialog;
  gint64 id;

  evidence->assister_id = person;
  evidence->requirement = g_strdup ("licence");
  set_day (&evidence->on, "2024-03-01");
  set_day (&evidence->expires, "2026-03-05");
  run_well (&fixture->operations, FIXTURE_KIM, &muster_record_evidence, &request, &id);
  page = show (fixture, FIXTURE_ALEX);
  case_fixture_press (page, "Review All…");
  dialog = harness_find (fixture->window, MUSTER_TYPE_BATCH_DIALOG);
  g_assert_nonnull (dialog);
  harness_wait (is_batch_ready, dialog, "the preview to be made");
  case_fixture_wait_shows (dialog, "Broker: Certified → Suspended");
  case_fixture_write (dialog, "Reason or evidence, of all of them", "The license ended.");
  case_fixture_submit (fixture, ADW_DIALOG (dialog), "Suspend: 1 Person");
  g_assert_cmpint (get_state (&fixture->operations, person, MUSTER_ASSISTER_BROKER, NULL), ==, MUSTER_STATE_SUSPENDED_ADMINISTRATIVE);
}

/* Many who wait for one season are a line, which opens the season; who waits for something else stands by name. */
static void
test_fold (CaseFixture *fixture, gconstpointer data)
{
  MusterAdoptRequest adopt = { .pack = muster_rule_packs_find_shipped ("mnsure-2027"), .reason = "The new season" };
  GtkWidget *page, *row;
  GDate today;

  for (guint i = 0; i < 3; i++)
    add_certified (&fixture->operations, i == 0 ? "Moua" : "Yang", i + 1, MUSTER_ASSISTER_NAVIGATOR);
  set_day (&adopt.from, "2026-08-01");
  run_well (&fixture->operations, FIXTURE_ALEX, &muster_adopt_rule_pack, &adopt, NULL);
  set_day (&today, "2026-10-16");
  muster_gui_text_set_today_for_tests (&today);
  page = show (fixture, FIXTURE_ALEX);
  g_assert_true (harness_shows (page, "3 people are behind in recertification"));
  g_assert_true (harness_shows (page, "Ethics course: 3"));
  g_assert_false (harness_shows (page, "Moua"));
  harness_shoot (GTK_WINDOW (fixture->window), "today-fold");
  row = harness_find (page, ADW_TYPE_ACTION_ROW);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "3 people are behind in recertification");
  gtk_widget_activate (row);
  harness_settle ();
  g_assert_nonnull (strstr (fixture->asked->str, "show-section season"));
  muster_gui_text_set_today_for_tests (NULL);
}

static gboolean
has_roster (gpointer window)
{
  return harness_find (window, MUSTER_TYPE_ROSTER_PAGE) != NULL;
}

/* Whoever signs in sees what needs them, or else the roster. */
static void
test_first (CaseFixture *fixture, gconstpointer data)
{
  MusterStore *store = operations_fixture_open (&fixture->operations, FIXTURE_ALEX);

  adw_window_set_content (ADW_WINDOW (fixture->window), muster_main_view_new (store));
  harness_wait (has_roster, fixture->window, "the roster, for nothing is due");
  propose (fixture);
  adw_window_set_content (ADW_WINDOW (fixture->window), muster_main_view_new (store));
  harness_wait_shows (fixture->window, "Decisions waiting for a second person (1)");
  g_assert_false (has_roster (fixture->window));
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);
  case_fixture_add ("/gui/today-page/nothing", test_nothing);
  case_fixture_add ("/gui/today-page/another-day", test_another_day);
  case_fixture_add ("/gui/today-page/opens", test_opens);
  case_fixture_add ("/gui/today-page/order", test_order);
  case_fixture_add ("/gui/today-page/reader", test_reader);
  case_fixture_add ("/gui/today-page/snooze", test_snooze);
  case_fixture_add ("/gui/today-page/reviews-all", test_reviews_all);
  case_fixture_add ("/gui/today-page/fold", test_fold);
  case_fixture_add ("/gui/today-page/first", test_first);
  return g_test_run ();
}
