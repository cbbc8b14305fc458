/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "case-fixture.h"
#include "gui/muster-assister-page.h"
#include "operations/muster-call-off.h"
#include "operations/muster-decision-operations.h"
#include "operations/muster-edit-assister.h"
#include "operations/muster-reconcile-list.h"

static AdwNavigationPage *
show (CaseFixture *fixture, FixtureAccount account, gint64 person)
{
  AdwNavigationPage *page = muster_assister_page_new (operations_fixture_open (&fixture->operations, account), person);

  case_fixture_show (fixture, page);
  return page;
}

static void
test_answer (CaseFixture *fixture, gconstpointer data)
{
  gint64 certified = add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR);
  gint64 applicant = add_person (&fixture->operations, "Moreau", 2, MUSTER_ASSISTER_BROKER);
  GtkWidget *page = GTK_WIDGET (show (fixture, FIXTURE_ALEX, certified));

  case_fixture_wait_shows (page, "Lindqvist");
  g_assert_true (harness_shows (page, "May assist today: Yes"));
  g_assert_true (harness_shows (page, "as Navigator"));
  page = GTK_WIDGET (show (fixture, FIXTURE_ALEX, applicant));
  case_fixture_wait_shows (page, "May assist today: No");
  g_assert_true (harness_shows (page, muster_reason_get_text (MUSTER_REASON_NOT_CERTIFIED)));
  g_assert_true (harness_shows (page, muster_reason_get_cure (MUSTER_REASON_NOT_CERTIFIED)));
  case_fixture_check_heading (fixture, page);
}

/* A reason leads to what is behind it. */
static void
test_reason_names_its_action (CaseFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR);
  gint64 action = case_fixture_open_action (fixture, person, 4);
  GtkWidget *page = GTK_WIDGET (show (fixture, FIXTURE_ALEX, person)), *row;

  case_fixture_wait_shows (page, "CA-2026-0001: Complete the steps of the corrective action and close it.");
  row = gtk_widget_get_ancestor (harness_find_text (page, muster_reason_get_text (MUSTER_REASON_STOP_WORK)), ADW_TYPE_ACTION_ROW);
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (row)), ==, "win.open-action");
  g_assert_cmpint (g_variant_get_int64 (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (row))), ==, action);
}

/* What was decided for a later day is told with the answer, until it is called off. */
static void
test_coming (CaseFixture *fixture, gconstpointer data)
{
  static const char *const grounds[] = { "COC-04", NULL };
  gint64 person = add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR);
  MusterProposal proposal = { .assister_id = person, .clauses = grounds, .reason = "Calls were not returned" };
  MusterDecisionAnswer answer = { .reason = "The calls were returned" }, off = answer;
  GtkWidget *page = GTK_WIDGET (show (fixture, FIXTURE_JO, person));

  set_day (&proposal.effective, "2026-12-15");
  run_well (&fixture->operations, FIXTURE_SAM, &muster_propose_revocation, &proposal, &answer.decision_id);
  run_well (&fixture->operations, FIXTURE_ROBIN, &muster_approve_decision, &answer, NULL);
  case_fixture_wait_shows (page, "Revoked from Dec 15, 2026 as Navigator (RV-2026-0001, decided by Robin");
  g_assert_true (harness_shows (page, "May assist today: Yes"));
  harness_shoot (GTK_WINDOW (fixture->window), "assister-coming");
  run_well (&fixture->operations, FIXTURE_SAM, &muster_propose_calling_off, &answer, &off.decision_id);
  run_well (&fixture->operations, FIXTURE_ROBIN, &muster_approve_decision, &off, NULL);
  case_fixture_wait_shows (page, "Called off before its day; never took effect");
  g_assert_false (harness_shows (page, "Revoked from Dec 15"));
}

/* Who is revoked is told from when an application counts again, and by which decision. */
static void
test_revoked (CaseFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR);
  MusterDecisionAnswer answer = { .decision_id = case_fixture_propose (fixture, FIXTURE_SAM, person), .reason = "The letters show it" };
  GtkWidget *page, *row;

  run_well (&fixture->operations, FIXTURE_ROBIN, &muster_approve_decision, &answer, NULL);
  page = GTK_WIDGET (show (fixture, FIXTURE_JO, person));
  case_fixture_wait_shows (page, "RV-2026-0001: A review that is granted, or a new application, which can be recorded from Jun 9, 2026.");
  row = gtk_widget_get_ancestor (harness_find_text (page, muster_reason_get_text (MUSTER_REASON_REVOKED)), ADW_TYPE_ACTION_ROW);
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (row)), ==, "win.open-decision");
  g_assert_cmpint (g_variant_get_int64 (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (row))), ==, answer.decision_id);
}

/* What somebody else does is seen without asking. */
static void
test_follows_changes (CaseFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR);
  GtkWidget *page = GTK_WIDGET (show (fixture, FIXTURE_SAM, person));

  case_fixture_wait_shows (page, "May assist today: Yes");
  case_fixture_open_action (fixture, person, 4);
  case_fixture_wait_shows (page, "May assist today: No");
  g_assert_true (harness_shows (page, muster_reason_get_text (MUSTER_REASON_STOP_WORK)));
}

/* What a public list says is said here too, until somebody closes it. */
static void
test_tasks (CaseFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_BROKER);
  g_autofree char *path = g_build_filename (fixture->operations.folder, "list.csv", NULL);
  MusterStore *store = operations_fixture_open (&fixture->operations, FIXTURE_KIM);
  GtkWidget *page = GTK_WIDGET (show (fixture, FIXTURE_KIM, person));
  g_autoptr (MusterListReading) reading = NULL;
  MusterReconcileRequest request;
  MusterDatabase *database;
  AdwDialog *dialog;
  GDate today;

  g_assert_false (case_fixture_offers (page, "Close…"));
  g_assert_true (g_file_set_contents (path, "NPN,Effective Plan Year,Termination or Suspension Date,Status\n7000001,2026,02/03/2026,T3\n", -1, NULL));
  set_day (&today, "2026-03-10");
  database = muster_store_read (store, NULL);
  reading = muster_list_reading_new (database, path, 0, &today, NULL, NULL, NULL, NULL);
  muster_store_read_done (store, database);
  request.reading = reading;
  run_well (&fixture->operations, FIXTURE_KIM, &muster_reconcile_list, &request, NULL);
  case_fixture_wait_shows (page, "Suspended or terminated (T3: fraud or abusive conduct)");
  case_fixture_press (page, "Close…");
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));
  case_fixture_write (GTK_WIDGET (dialog), "What came of it", "A corrective action was opened");
  case_fixture_submit (fixture, dialog, "Close Task");
  harness_settle ();
  g_assert_false (harness_shows (page, "T3: fraud"));
}

static GtkWidget *
find_by_tip (GtkWidget *root, const char *tip)
{
  const char *text = gtk_widget_get_tooltip_text (root);

  if (text != NULL && g_str_has_prefix (text, tip))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_by_tip (child, tip);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_tip_shown (GtkWidget *root, const char *tip)
{
  GtkWidget *widget = find_by_tip (root, tip);

  return widget != NULL && gtk_widget_get_visible (widget);
}

typedef struct
{
  GtkWidget *root;
  const char *tip;
} Tip;

static gboolean
is_there (Tip *tip)
{
  return is_tip_shown (tip->root, tip->tip);
}

/* What is not seen in the first frame comes after it. */
static GtkWidget *
wait_for_tip (GtkWidget *root, const char *tip)
{
  Tip wanted = { root, tip };

  harness_wait_for (is_there, &wanted);
  return find_by_tip (root, tip);
}

static void
test_offers_by_role (CaseFixture *fixture, gconstpointer data)
{
  const struct
  {
    FixtureAccount account;
    gboolean edits, acts, proposes, reads_history;
  } cases[] = {
    { FIXTURE_ALEX, TRUE, TRUE, TRUE, TRUE },
    { FIXTURE_SAM, TRUE, TRUE, TRUE, FALSE },
    { FIXTURE_KIM, TRUE, FALSE, FALSE, FALSE },
    { FIXTURE_JO, FALSE, FALSE, FALSE, TRUE },
  };
  gint64 person = add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *page = GTK_WIDGET (show (fixture, cases[i].account, person));

      /* The last section is there. */
      case_fixture_wait_shows (page, "recorded by");
      g_assert_true (is_tip_shown (page, "Edit Person") == cases[i].edits);
      g_assert_true (case_fixture_offers (page, "Open Corrective Action…") == cases[i].acts);
      g_assert_true (case_fixture_offers (page, "Propose Decision…") == cases[i].proposes);
      g_assert_true (harness_shows (page, "The newest entries of the journal about this person.") == cases[i].reads_history);
    }
}

/* Nobody changes what the register says of themselves, and the page says why. */
static void
test_own_record (CaseFixture *fixture, gconstpointer data)
{
  gint64 id = add_certified (&fixture->operations, "Specht", 1, MUSTER_ASSISTER_NAVIGATOR);
  g_autoptr (MusterAssister) person = load_person (&fixture->operations, id);
  MusterAssisterEdit edit = { .person = person, .reason = "Is called so" };

  g_set_str (&person->given_name, "Sam");
  run_well (&fixture->operations, FIXTURE_KIM, &muster_edit_assister, &edit, NULL);
  for (guint account = FIXTURE_ALEX; account <= FIXTURE_SAM; account++)
    {
      GtkWidget *page = GTK_WIDGET (show (fixture, account, id));

      case_fixture_wait_shows (page, "recorded by");
      g_assert_cmpint (harness_shows (page, "your own record: somebody else changes it"), ==, account == FIXTURE_SAM);
      g_assert_cmpint (case_fixture_lets_press (page, "Open Corrective Action…"), ==, account != FIXTURE_SAM);
      g_assert_cmpint (case_fixture_lets_press (page, "Propose Decision…"), ==, account != FIXTURE_SAM);
    }
  harness_shoot (GTK_WINDOW (fixture->window), "assister-own");
}

static gboolean
is_written (CaseFixture *fixture)
{
  return count_entries (&fixture->operations) > GPOINTER_TO_INT (g_object_get_data (G_OBJECT (fixture->window), "entries"));
}

static void
note_entries (CaseFixture *fixture)
{
  g_object_set_data (G_OBJECT (fixture->window), "entries", GINT_TO_POINTER ((int) count_entries (&fixture->operations)));
}

/* Nobody sees it without an entry, and what was revealed stays so while the page follows the register. */
static void
test_masks_the_assister_id (CaseFixture *fixture, gconstpointer data)
{
  gint64 id = add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR);
  g_autoptr (MusterAssister) person = load_person (&fixture->operations, id);
  GtkWidget *page = GTK_WIDGET (show (fixture, FIXTURE_KIM, id));
  gint64 before;

  case_fixture_wait_shows (page, "Assister ID");
  g_assert_nonnull (person->assister_id);
  g_assert_false (harness_shows (page, person->assister_id));
  before = count_entries (&fixture->operations);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (wait_for_tip (page, "Show Assister ID")), TRUE);
  g_assert_false (harness_shows (page, person->assister_id));
  case_fixture_wait_shows (page, person->assister_id);
  g_assert_cmpint (count_entries (&fixture->operations), ==, before + 1);
  harness_settle ();
  g_assert_true (harness_shows (page, person->assister_id));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_by_tip (page, "Hide Assister ID")), FALSE);
  g_assert_false (harness_shows (page, person->assister_id));
  g_assert_cmpint (count_entries (&fixture->operations), ==, before + 1);
}

static void
test_copying_is_revealing (CaseFixture *fixture, gconstpointer data)
{
  gint64 id = add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR);
  g_autoptr (MusterAssister) person = load_person (&fixture->operations, id);
  GtkWidget *page = GTK_WIDGET (show (fixture, FIXTURE_KIM, id));

  case_fixture_wait_shows (page, "Assister ID");
  note_entries (fixture);
  g_signal_emit_by_name (find_by_tip (page, "Copy Assister ID"), "clicked");
  harness_wait_for (is_written, fixture);
  harness_settle ();
  g_assert_false (harness_shows (page, person->assister_id));
}

/* Somebody who works by keyboard is not thrown out of the list by what another person does. */
static void
test_keeps_the_focus (CaseFixture *fixture, gconstpointer data)
{
  gint64 id = add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR);
  GtkWidget *page = GTK_WIDGET (show (fixture, FIXTURE_SAM, id));
  GtkWidget *button;

  case_fixture_wait_shows (page, "May assist today: Yes");
  button = wait_for_tip (page, "Copy NPN");
  g_assert_true (gtk_widget_grab_focus (button));
  case_fixture_open_action (fixture, id, 4);
  case_fixture_wait_shows (page, "May assist today: No");
  g_assert_true (wait_for_tip (page, "Copy NPN") == gtk_root_get_focus (gtk_widget_get_root (page)));
}

static void
test_nobody (CaseFixture *fixture, gconstpointer data)
{
  case_fixture_wait_shows (GTK_WIDGET (show (fixture, FIXTURE_KIM, 4711)), "This Person Cannot Be Shown");
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);
  case_fixture_add ("/gui/assister-page/tasks", test_tasks);
  case_fixture_add ("/gui/assister-page/answer", test_answer);
  case_fixture_add ("/gui/assister-page/reason-names-its-action", test_reason_names_its_action);
  case_fixture_add ("/gui/assister-page/coming", test_coming);
  case_fixture_add ("/gui/assister-page/revoked", test_revoked);
  case_fixture_add ("/gui/assister-page/follows-changes", test_follows_changes);
  case_fixture_add ("/gui/assister-page/offers-by-role", test_offers_by_role);
  case_fixture_add ("/gui/assister-page/own-record", test_own_record);
  case_fixture_add ("/gui/assister-page/masks-the-assister-id", test_masks_the_assister_id);
  case_fixture_add ("/gui/assister-page/copying-is-revealing", test_copying_is_revealing);
  case_fixture_add ("/gui/assister-page/keeps-the-focus", test_keeps_the_focus);
  case_fixture_add ("/gui/assister-page/nobody", test_nobody);
  return g_test_run ();
}
