/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "case-fixture.h"
#include "gui/muster-decision-page.h"
#include "gui/muster-letter-dialog.h"
#include "gui/muster-letter-section.h"
#include "gui/muster-service-dialog.h"
#include "operations/muster-decision-operations.h"
#include "operations/muster-edit-assister.h"
#include "operations/muster-letter-operations.h"
#include "store/muster-people-table.h"

static gint64
approve (CaseFixture *fixture, gint64 person)
{
  MusterDecisionAnswer answer = { .decision_id = case_fixture_propose (fixture, FIXTURE_SAM, person) };

  run_well (&fixture->operations, FIXTURE_ALEX, &muster_approve_decision, &answer, NULL);
  return answer.decision_id;
}

static GtkWidget *
show (CaseFixture *fixture, FixtureAccount account, gint64 decision)
{
  AdwNavigationPage *page = muster_decision_page_new (operations_fixture_open (&fixture->operations, account), decision);

  case_fixture_show (fixture, page);
  return GTK_WIDGET (page);
}

/* The notice is drawn from the decision, in the language that was chosen, and stands on its page. */
static void
test_draws (CaseFixture *fixture, gconstpointer data)
{
  gint64 decision = approve (fixture, add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR));
  GtkWidget *page = show (fixture, FIXTURE_ALEX, decision);
  MusterStore *store = operations_fixture_open (&fixture->operations, FIXTURE_ALEX);
  AdwDialog *dialog = muster_letter_dialog_new (store, MUSTER_LETTER_ABOUT_DECISION, decision);

  case_fixture_wait_shows (page, "No letters yet.");
  g_assert_true (case_fixture_offers (page, "Create…"));
  case_fixture_present (fixture, dialog);
  case_fixture_wait_shows (GTK_WIDGET (dialog), "Notice of revocation");
  adw_combo_row_set_selected (ADW_COMBO_ROW (case_fixture_find_row (GTK_WIDGET (dialog), "Language")), 1);
  harness_shoot (GTK_WINDOW (fixture->window), "letter-draw");
  case_fixture_submit (fixture, dialog, "Create");
  case_fixture_wait_shows (page, "LT-2026-0001");
  g_assert_true (harness_shows (page, "Not served yet"));
  g_assert_true (harness_shows (page, "Notice of revocation"));
  {
    MusterDatabase *database = muster_store_read (store, NULL);
    g_autoptr (GPtrArray) letters = muster_letter_table_list (database, 0, NULL);

    g_assert_cmpuint (letters->len, ==, 1);
    g_assert_cmpstr (((MusterDrawnLetter *) letters->pdata[0])->language, ==, "es");
    g_assert_cmpint (((MusterDrawnLetter *) letters->pdata[0])->about_id, ==, decision);
    muster_store_read_done (store, database);
  }
}

/* Whose record says Spanish is written to in Spanish, if nobody chooses otherwise. */
static void
test_language_of_the_person (CaseFixture *fixture, gconstpointer data)
{
  gint64 id = add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR), decision;
  MusterStore *store = operations_fixture_open (&fixture->operations, FIXTURE_ALEX);
  MusterDatabase *database = muster_store_read (store, NULL);
  g_autoptr (MusterAssister) person = muster_people_table_load (database, id, NULL);
  MusterAssisterEdit edit = { .person = person };
  AdwDialog *dialog;

  muster_store_read_done (store, database);
  person->letter_language = g_strdup ("es");
  run_well (&fixture->operations, FIXTURE_ALEX, &muster_edit_assister, &edit, NULL);
  decision = approve (fixture, id);
  show (fixture, FIXTURE_ALEX, decision);
  dialog = muster_letter_dialog_new (operations_fixture_open (&fixture->operations, FIXTURE_ALEX), MUSTER_LETTER_ABOUT_DECISION, decision);
  case_fixture_present (fixture, dialog);
  case_fixture_wait_shows (GTK_WIDGET (dialog), "Notice of revocation");
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (case_fixture_find_row (GTK_WIDGET (dialog), "Language"))), ==, 1);
  g_assert_true (harness_shows (GTK_WIDGET (dialog), "Spanish"));
}

static void
test_serves (CaseFixture *fixture, gconstpointer data)
{
  gint64 decision = approve (fixture, add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR));
  MusterLetterRequest request = { .kind = muster_letter_kind_find ("revocation", NULL), .about_id = decision };
  g_auto (MusterLetterDrawn) drawn = { 0 };
  GtkWidget *page;
  AdwDialog *dialog;

  run_well (&fixture->operations, FIXTURE_ALEX, muster_letter_operation (request.kind), &request, &drawn);
  page = show (fixture, FIXTURE_KIM, decision);
  case_fixture_wait_shows (page, "Not served yet");
  g_assert_false (case_fixture_offers (page, "Create…"));
  dialog = muster_service_dialog_new (operations_fixture_open (&fixture->operations, FIXTURE_KIM), drawn.id, drawn.number);
  case_fixture_present (fixture, dialog);
  adw_combo_row_set_selected (ADW_COMBO_ROW (case_fixture_find_row (GTK_WIDGET (dialog), "How it was served")), MUSTER_SERVICE_CERTIFIED_MAIL);
  harness_shoot (GTK_WINDOW (fixture->window), "letter-serve");
  case_fixture_submit_badly (fixture, dialog, "Record", "tracking number");
  gtk_editable_set_text (GTK_EDITABLE (case_fixture_find_row (GTK_WIDGET (dialog), "Tracking number")), "9407 1000");
  case_fixture_submit (fixture, dialog, "Record");
  case_fixture_wait_shows (page, "By certified mail");
  case_fixture_wait_shows (page, "counts as received on");
  g_assert_false (harness_shows (page, "Not served yet"));
  harness_shoot (GTK_WINDOW (fixture->window), "letter-served");
}

/* Who reads only has no button that would refuse, and sees what was drawn. */
static void
test_offers (CaseFixture *fixture, gconstpointer data)
{
  static const struct
  {
    FixtureAccount account;
    gboolean draws;
  } cases[] = { { FIXTURE_ALEX, TRUE }, { FIXTURE_SAM, FALSE }, { FIXTURE_KIM, FALSE }, { FIXTURE_JO, FALSE } };
  gint64 person = add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MusterStore *store = operations_fixture_open (&fixture->operations, cases[i].account);
      MusterDatabase *database = muster_store_read (store, NULL);

      g_assert_cmpint (muster_letter_dialog_is_offered (store, database, MUSTER_LETTER_ABOUT_CERTIFICATION, person), ==, cases[i].draws);
      muster_store_read_done (store, database);
    }
}

int
main (int argc, char *argv[])
{
  harness_init (&argc, &argv);
  case_fixture_add ("/gui/letters/draws", test_draws);
  case_fixture_add ("/gui/letters/language-of-the-person", test_language_of_the_person);
  case_fixture_add ("/gui/letters/serves", test_serves);
  case_fixture_add ("/gui/letters/offers", test_offers);
  return g_test_run ();
}
