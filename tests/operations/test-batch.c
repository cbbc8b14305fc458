/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-batch.h"

#include <string.h>

#include "domain/muster-rule-packs.h"
#include "operations-fixture.h"
#include "operations/muster-batch-picks.h"
#include "operations/muster-certification-operations.h"
#include "operations/muster-coverage-preview.h"
#include "operations/muster-evidence-operations.h"
#include "operations/muster-edit-assister.h"
#include "operations/muster-rule-operations.h"
#include "store/muster-journal-query.h"

#define BROKER MUSTER_ASSISTER_BROKER
#define NAVIGATOR MUSTER_ASSISTER_NAVIGATOR

static GArray *
make_picks (const gint64 *people, guint n_people)
{
  GArray *picks = g_array_new (FALSE, TRUE, sizeof (MusterBatchPick));

  for (guint i = 0; i < n_people; i++)
    {
      MusterBatchPick pick = { .assister_id = people[i] };

      g_date_clear (&pick.on, 1);
      g_array_append_val (picks, pick);
    }
  return picks;
}

static MusterBatchPlan *
look (OperationsFixture *fixture, const MusterBatchRequest *request, const char *today, GError **error)
{
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_ALEX);
  MusterDatabase *database = muster_store_read (store, NULL);
  MusterBatchPlan *plan;
  GDate day;

  set_day (&day, today);
  plan = muster_batch_plan_new (database, request, &day, error);
  muster_store_read_done (store, database);
  return plan;
}

/* "Moua, Ana: navigator certified>suspended-administrative; Vang, Ana: !": who, and what; “!”: refused, “*”: leaves */
static char *
write_plan (const MusterBatchPlan *plan)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < plan->lines->len; i++)
    {
      const MusterBatchLine *line = plan->lines->pdata[i];

      g_string_append_printf (text, "%s%s: ", i > 0 ? "; " : "", line->name);
      if (line->problem != NULL)
        g_string_append_c (text, '!');
      else
        g_string_append_printf (text, "%s %s>%s%s", muster_assister_type_to_code (line->type), muster_certification_state_to_code (line->from),
                                muster_certification_state_to_code (line->to), line->leaves ? "*" : "");
    }
  return g_string_free_and_steal (text);
}

/* What is shown is what is done, in one entry that stands in the history of each. */
static void
test_suspends (OperationsFixture *fixture, gconstpointer data)
{
  gint64 people[] = { add_certified (fixture, "Moua", 1, NAVIGATOR), add_certified (fixture, "Vang", 2, NAVIGATOR | BROKER), add_certified (fixture, "Xiong", 3, BROKER) };
  g_autoptr (GArray) picks = make_picks (people, G_N_ELEMENTS (people));
  MusterBatchRequest request = { .verb = MUSTER_VERB_SUSPEND, .picks = picks, .reason = "Missed the deadline" };
  g_autoptr (MusterBatchPlan) plan = look (fixture, &request, "2026-03-10", NULL);
  g_autoptr (MusterBatchPlan) done = NULL;
  g_autofree char *text = write_plan (plan);
  gint64 before;

  g_assert_cmpstr (text, ==,
                   "Moua, Ana: navigator certified>suspended-administrative; Vang, Ana: broker certified>suspended-administrative;"
                   " Vang, Ana: navigator certified>suspended-administrative; Xiong, Ana: broker certified>suspended-administrative");
  g_assert_cmpuint (plan->n_people, ==, 3);
  g_assert_cmpuint (plan->n_refused, ==, 0);
  g_assert_cmpint (get_state (fixture, people[0], NAVIGATOR, NULL), ==, MUSTER_STATE_CERTIFIED);

  request.expect = plan->digest;
  run_badly (fixture, FIXTURE_KIM, muster_batch_operation (request.verb), &request, NULL, MUSTER_ERROR_FORBIDDEN);
  run_badly (fixture, FIXTURE_SAM, muster_batch_operation (request.verb), &request, NULL, MUSTER_ERROR_FORBIDDEN);
  before = count_entries (fixture);
  run_well (fixture, FIXTURE_ALEX, muster_batch_operation (request.verb), &request, &done);
  g_assert_cmpint (count_entries (fixture), ==, before + 1);
  g_assert_cmpstr (done->digest, ==, plan->digest);
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    g_assert_cmpint (get_state (fixture, people[i], i == 0 ? NAVIGATOR : BROKER, NULL), ==, MUSTER_STATE_SUSPENDED_ADMINISTRATIVE);
  g_assert_cmpint (get_state (fixture, people[1], NAVIGATOR, NULL), ==, MUSTER_STATE_SUSPENDED_ADMINISTRATIVE);
}

/* All or nothing, unless those who are refused are left out on purpose. */
static void
test_refused (OperationsFixture *fixture, gconstpointer data)
{
  gint64 people[] = { add_certified (fixture, "Moua", 1, NAVIGATOR), add_person (fixture, "Vang", 2, NAVIGATOR), 4711 };
  g_autoptr (GArray) picks = make_picks (people, G_N_ELEMENTS (people));
  g_autoptr (GArray) nobody = make_picks (NULL, 0);
  MusterBatchRequest request = { .verb = MUSTER_VERB_SUSPEND, .picks = picks, .reason = "Missed the deadline" };
  g_autoptr (MusterBatchPlan) plan = look (fixture, &request, "2026-03-10", NULL);
  g_autofree char *text = write_plan (plan);
  const MusterOperation *operation = muster_batch_operation (MUSTER_VERB_SUSPEND);

  g_assert_cmpstr (text, ==, "Moua, Ana: navigator certified>suspended-administrative; Vang, Ana: !; P-4711: !");
  g_assert_cmpuint (plan->n_refused, ==, 2);
  run_badly (fixture, FIXTURE_ALEX, operation, &request, NULL, MUSTER_ERROR_RULE);
  g_assert_cmpint (get_state (fixture, people[0], NAVIGATOR, NULL), ==, MUSTER_STATE_CERTIFIED);
  request.reason = NULL;
  run_badly (fixture, FIXTURE_ALEX, operation, &request, NULL, MUSTER_ERROR_RULE);
  request.reason = "123-45-6789";
  run_badly (fixture, FIXTURE_ALEX, operation, &request, NULL, MUSTER_ERROR_RULE);
  request.reason = "Missed the deadline";
  request.accept_possible = TRUE;
  request.expect = "0000";
  run_badly (fixture, FIXTURE_ALEX, operation, &request, NULL, MUSTER_ERROR_RULE);
  request.picks = nobody;
  run_badly (fixture, FIXTURE_ALEX, operation, &request, NULL, MUSTER_ERROR_RULE);
  request.picks = picks;
  request.expect = plan->digest;
  run_well (fixture, FIXTURE_ALEX, operation, &request, NULL);
  g_assert_cmpint (get_state (fixture, people[0], NAVIGATOR, NULL), ==, MUSTER_STATE_SUSPENDED_ADMINISTRATIVE);
  run_badly (fixture, FIXTURE_ALEX, operation, &request, NULL, MUSTER_ERROR_RULE); /* the preview is not true any more */
}

/* What two people decide is not done to many at once, and neither is what a corrective action brings. */
static void
test_verbs (void)
{
  for (guint verb = 0; verb < MUSTER_N_VERBS; verb++)
    {
      g_autoptr (GError) error = NULL;
      gboolean alone = muster_certification_operation (verb) != NULL && verb != MUSTER_VERB_ENROL;
      const MusterOperation *operation = muster_batch_operation (verb);

      g_assert_cmpint (muster_batch_check_verb (verb, &error), ==, alone);
      g_assert_cmpint (operation != NULL, ==, alone);
      if (alone)
        g_assert_cmpstr (operation->name, ==, muster_certification_operation (verb)->name);
      else
        g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE);
    }
}

/* Whoever is picked twice is done once; whoever leaves with all roles leaves the agency. */
static void
test_inactivates (OperationsFixture *fixture, gconstpointer data)
{
  gint64 one = add_certified (fixture, "Moua", 1, NAVIGATOR | BROKER), people[] = { one, one };
  g_autoptr (GArray) picks = make_picks (people, G_N_ELEMENTS (people));
  MusterBatchRequest request = { .verb = MUSTER_VERB_INACTIVATE, .picks = picks };
  g_autoptr (MusterBatchPlan) plan = look (fixture, &request, "2026-03-10", NULL);
  g_autofree char *text = write_plan (plan);
  g_autoptr (MusterAssister) gone = NULL;

  g_assert_cmpstr (text, ==, "Moua, Ana: broker certified>inactive*; Moua, Ana: navigator certified>inactive*");
  run_well (fixture, FIXTURE_KIM, muster_batch_operation (request.verb), &request, NULL);
  gone = load_person (fixture, one);
  g_assert_false (gone->active);
}

/* Those whom the calendar proposes, and nobody else. */
static void
test_proposed (OperationsFixture *fixture, gconstpointer data)
{
  MusterAdoptRequest adopt = { .pack = muster_rule_packs_find_shipped ("mnsure-2027"), .reason = "The new season" };
  gint64 late = add_certified (fixture, "Moua", 1, NAVIGATOR);
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_ALEX);
  g_autoptr (MusterRosterIndex) index = NULL;
  g_autoptr (GArray) picks = NULL, none = NULL;
  MusterDatabase *database;
  gint64 renewed;
  GDate day;

  run_well (fixture, FIXTURE_ALEX, &muster_adopt_rule_pack, &adopt, NULL);
  renewed = add_certified (fixture, "Vang", 2, NAVIGATOR);
  add_person (fixture, "Xiong", 3, NAVIGATOR);
  operations_fixture_set_day ("2026-09-01");
  take_step (fixture, renewed, NAVIGATOR, MUSTER_VERB_CERTIFY, NULL);
  operations_fixture_set_day ("2026-10-20");
  set_day (&day, "2026-10-20");
  database = muster_store_read (store, NULL);
  index = muster_roster_index_new (database, &day, NULL, NULL, NULL);
  picks = muster_batch_picks_new_proposed (database, index, MUSTER_VERB_SUSPEND, &day, NULL, NULL);
  none = muster_batch_picks_new_proposed (database, index, MUSTER_VERB_EXPIRE, &day, NULL, NULL);
  muster_store_read_done (store, database);
  g_assert_cmpuint (picks->len, ==, 1);
  g_assert_cmpint (g_array_index (picks, MusterBatchPick, 0).assister_id, ==, late);
  g_assert_cmphex (g_array_index (picks, MusterBatchPick, 0).types, ==, NAVIGATOR);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
speak (OperationsFixture *fixture, gint64 person, const char *languages)
{
  g_autoptr (MusterAssister) record = load_person (fixture, person);
  MusterAssisterEdit edit = { .person = record };

  g_set_str (&record->languages, languages);
  run_well (fixture, FIXTURE_KIM, &muster_edit_assister, &edit, NULL);
}

static char *
dup_warnings (OperationsFixture *fixture, const MusterBatchRequest *request)
{
  g_autoptr (MusterBatchPlan) plan = look (fixture, request, "2026-03-10", NULL);
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_ALEX);
  MusterDatabase *database = muster_store_read (store, NULL);
  g_autoptr (MusterCoveragePreview) preview = NULL;
  g_autoptr (GError) error = NULL;
  GDate day;

  set_day (&day, "2026-03-10");
  preview = muster_coverage_preview_new_batch (database, plan, &day, NULL, &error);
  g_assert_no_error (error);
  muster_store_read_done (store, database);
  return g_strjoinv ("\n", preview->warnings);
}

/* It is warned of before: the last navigator, and a language that nobody else speaks. */
static void
test_warns (OperationsFixture *fixture, gconstpointer data)
{
  gint64 people[] = { add_certified (fixture, "Moua", 1, NAVIGATOR), add_certified (fixture, "Vang", 2, NAVIGATOR) };
  g_autoptr (GArray) one = make_picks (people, 1);
  g_autoptr (GArray) both = make_picks (people, 2);
  MusterBatchRequest request = { .verb = MUSTER_VERB_SUSPEND, .picks = one, .reason = "Missed the deadline" };
  g_autofree char *nothing = NULL, *language = NULL, *last = NULL, *training = NULL;

  nothing = dup_warnings (fixture, &request);
  g_assert_cmpstr (nothing, ==, "");
  speak (fixture, people[0], "Hmong");
  language = dup_warnings (fixture, &request);
  g_assert_nonnull (strstr (language, "Hmong"));
  g_assert_null (strstr (language, "navigator"));
  request.picks = both;
  last = dup_warnings (fixture, &request);
  g_assert_nonnull (strstr (last, "Nobody at “Riverside Test Navigators” may assist as a navigator"));
  request.verb = MUSTER_VERB_INACTIVATE;
  training = dup_warnings (fixture, &request);
  g_assert_cmpstr (training, ==, last);
}

/* Whom the public directory does not have is not the navigator that the contract asks for. */
static void
test_warns_of_listing (OperationsFixture *fixture, gconstpointer data)
{
  gint64 people[] = { add_certified (fixture, "Moua", 1, NAVIGATOR), add_certified (fixture, "Vang", 2, NAVIGATOR) };
  g_autoptr (GArray) one = make_picks (people, 1);
  MusterBatchRequest request = { .verb = MUSTER_VERB_SUSPEND, .picks = one, .reason = "Missed the deadline" };
  g_autoptr (MusterEvidence) evidence = muster_evidence_new ();
  g_autofree char *before = dup_warnings (fixture, &request), *after = NULL;

  g_assert_cmpstr (before, ==, "");
  evidence->assister_id = people[1];
  evidence->requirement = g_strdup ("directory-listing");
  evidence->outcome = g_strdup ("not-listed");
  set_day (&evidence->on, "2026-03-09");
  run_well (fixture, FIXTURE_KIM, &muster_record_evidence, &(MusterEvidenceRequest) { .evidence = evidence }, NULL);
  after = dup_warnings (fixture, &request);
  g_assert_nonnull (strstr (after, "Nobody at “Riverside Test Navigators” may assist as a navigator"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  operations_fixture_add ("/operations/batch/suspends", test_suspends);
  operations_fixture_add ("/operations/batch/refused", test_refused);
  g_test_add_func ("/operations/batch/verbs", test_verbs);
  operations_fixture_add ("/operations/batch/inactivates", test_inactivates);
  operations_fixture_add ("/operations/batch/proposed", test_proposed);
  operations_fixture_add ("/operations/batch/warns", test_warns);
  operations_fixture_add ("/operations/batch/warns-of-listing", test_warns_of_listing);
  return g_test_run ();
}
