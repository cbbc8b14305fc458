/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "case-fixture.h"
#include "gui/muster-batch-dialog.h"
#include "operations/muster-edit-assister.h"

#define NAVIGATOR MUSTER_ASSISTER_NAVIGATOR

static gboolean
is_ready (gpointer dialog)
{
  return muster_batch_dialog_is_ready (dialog);
}

static void
wait_ready (AdwDialog *dialog)
{
  harness_wait (is_ready, dialog, "the preview to be made");
  harness_settle ();
}

static AdwDialog *
present_for (CaseFixture *fixture, FixtureAccount account, MusterCertificationVerb verb, const gint64 *people, guint n_people)
{
  g_autoptr (GArray) picks = g_array_new (FALSE, TRUE, sizeof (MusterBatchPick));
  AdwDialog *dialog;

  for (guint i = 0; i < n_people; i++)
    {
      MusterBatchPick pick = { .assister_id = people[i] };

      g_date_clear (&pick.on, 1);
      g_array_append_val (picks, pick);
    }
  dialog = muster_batch_dialog_new (operations_fixture_open (&fixture->operations, account), verb, picks);
  case_fixture_present (fixture, dialog);
  wait_ready (dialog);
  return dialog;
}

static AdwDialog *
present (CaseFixture *fixture, FixtureAccount account, const gint64 *people, guint n_people)
{
  return present_for (fixture, account, MUSTER_VERB_SUSPEND, people, n_people);
}

static void
speak (CaseFixture *fixture, gint64 person, const char *languages)
{
  g_autoptr (MusterAssister) record = load_person (&fixture->operations, person);
  MusterAssisterEdit edit = { .person = record };

  g_set_str (&record->languages, languages);
  run_well (&fixture->operations, FIXTURE_KIM, &muster_edit_assister, &edit, NULL);
}

/* Who is refused is told, who is left out stays, and what nobody else covers is warned of as long as it would be so. */
static void
test_suspends (CaseFixture *fixture, gconstpointer data)
{
  OperationsFixture *operations = &fixture->operations;
  gint64 people[] = { add_certified (operations, "Moua", 1, NAVIGATOR), add_certified (operations, "Vang", 2, NAVIGATOR), add_person (operations, "Xiong", 3, NAVIGATOR) };
  AdwDialog *dialog;

  speak (fixture, people[1], "Hmong");
  dialog = present (fixture, FIXTURE_ALEX, people, G_N_ELEMENTS (people));
  g_assert_true (harness_shows (GTK_WIDGET (dialog), "Navigator: Certified → Suspended"));
  g_assert_true (harness_shows (GTK_WIDGET (dialog), "Not Possible"));
  g_assert_true (harness_shows (GTK_WIDGET (dialog), "Languages that nobody who may assist speaks any more: Hmong."));
  g_assert_true (case_fixture_offers (GTK_WIDGET (dialog), "Suspend: 2 People"));
  g_assert_null (adw_dialog_get_default_widget (dialog));
  g_assert_false (muster_form_dialog_is_changed (MUSTER_FORM_DIALOG (dialog)));

  case_fixture_tick (GTK_WIDGET (dialog), "Vang, Ana", FALSE);
  wait_ready (dialog);
  g_assert_true (muster_form_dialog_is_changed (MUSTER_FORM_DIALOG (dialog)));
  g_assert_false (harness_shows (GTK_WIDGET (dialog), "Languages that nobody who may assist speaks any more: Hmong."));
  case_fixture_submit_badly (fixture, dialog, "Suspend: 1 Person", "needs a reason");
  case_fixture_write (GTK_WIDGET (dialog), "Reason or evidence, of all of them", "Missed the deadline.");
  case_fixture_submit (fixture, dialog, "Suspend: 1 Person");
  g_assert_cmpint (get_state (operations, people[0], NAVIGATOR, NULL), ==, MUSTER_STATE_SUSPENDED_ADMINISTRATIVE);
  g_assert_cmpint (get_state (operations, people[1], NAVIGATOR, NULL), ==, MUSTER_STATE_CERTIFIED);
  g_assert_cmpint (get_state (operations, people[2], NAVIGATOR, NULL), ==, MUSTER_STATE_APPLICANT);
}

/* Staff are offered the steps that staff take. */
static void
test_of_staff (CaseFixture *fixture, gconstpointer data)
{
  OperationsFixture *operations = &fixture->operations;
  gint64 people[] = { add_person (operations, "Moua", 1, NAVIGATOR), add_person (operations, "Vang", 2, NAVIGATOR) };
  AdwDialog *dialog = present (fixture, FIXTURE_KIM, people, G_N_ELEMENTS (people));

  case_fixture_submit (fixture, dialog, "Start Training: 2 People");
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    g_assert_cmpint (get_state (operations, people[i], NAVIGATOR, NULL), ==, MUSTER_STATE_IN_TRAINING);
  g_assert_true (muster_batch_dialog_is_offered (operations_fixture_open (operations, FIXTURE_KIM)));
  g_assert_false (muster_batch_dialog_is_offered (operations_fixture_open (operations, FIXTURE_JO)));
}

static void
choose_authority (AdwDialog *dialog, const char *label)
{
  GtkWidget *row = case_fixture_find_row (GTK_WIDGET (dialog), "Whose decision it is");
  GListModel *choices = adw_combo_row_get_model (ADW_COMBO_ROW (row));

  for (guint i = 0; i < g_list_model_get_n_items (choices); i++)
    {
      g_autoptr (GtkStringObject) choice = g_list_model_get_item (choices, i);

      if (g_str_equal (gtk_string_object_get_string (choice), label))
        adw_combo_row_set_selected (ADW_COMBO_ROW (row), i);
    }
  wait_ready (dialog);
}

/* Whose decision it is is chosen for all of them, where it may be more than one’s, and recorded of each. */
static void
test_authority (CaseFixture *fixture, gconstpointer data)
{
  OperationsFixture *operations = &fixture->operations;
  gint64 people[] = { add_person (operations, "Moua", 1, NAVIGATOR), add_person (operations, "Vang", 2, NAVIGATOR) };
  AdwDialog *dialog = present_for (fixture, FIXTURE_KIM, MUSTER_VERB_WITHDRAW, people, G_N_ELEMENTS (people));

  choose_authority (dialog, "Agency");
  harness_shoot (GTK_WINDOW (fixture->window), "batch-authority");
  case_fixture_write (GTK_WIDGET (dialog), "Reason or evidence, of all of them", "They never answered.");
  case_fixture_submit (fixture, dialog, "Withdraw: 2 People");
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autoptr (GPtrArray) events = list_events (operations, people[i]);

      g_assert_cmpint (((const MusterCertificationEvent *) events->pdata[events->len - 1])->authority, ==, MUSTER_AUTHORITY_AGENCY);
    }
  dialog = present (fixture, FIXTURE_ALEX, people, G_N_ELEMENTS (people));
  g_assert_false (harness_shows (GTK_WIDGET (dialog), "Whose decision it is"));
  case_fixture_close (dialog);
}

static void
test_nobody (CaseFixture *fixture, gconstpointer data)
{
  AdwDialog *dialog = muster_batch_dialog_new (operations_fixture_open (&fixture->operations, FIXTURE_ALEX), MUSTER_VERB_SUSPEND, NULL);

  add_certified (&fixture->operations, "Moua", 1, NAVIGATOR);
  case_fixture_present (fixture, dialog);
  wait_ready (dialog);
  g_assert_true (harness_shows (GTK_WIDGET (dialog), "Nobody was picked, so that there is nothing to do."));
  case_fixture_close (dialog);
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);
  case_fixture_add ("/gui/batch-dialog/suspends", test_suspends);
  case_fixture_add ("/gui/batch-dialog/of-staff", test_of_staff);
  case_fixture_add ("/gui/batch-dialog/authority", test_authority);
  case_fixture_add ("/gui/batch-dialog/nobody", test_nobody);
  return g_test_run ();
}
