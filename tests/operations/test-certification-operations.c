/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-certification-operations.h"

#include "operations-fixture.h"
#include "operations/muster-action-operations.h"
#include "operations/muster-decision-operations.h"
#include "operations/muster-edit-assister.h"
#include "operations/muster-evidence-operations.h"
#include "operations/muster-incident-operations.h"
#include "operations/muster-open-items.h"
#include "store/muster-journal-query.h"
#include "store/muster-people-table.h"
#include "store/muster-roster-query.h"
#include "store/muster-verify.h"

#define BROKER MUSTER_ASSISTER_BROKER
#define NAVIGATOR MUSTER_ASSISTER_NAVIGATOR

static gint64
open_warning (OperationsFixture *fixture, gint64 person)
{
  static const char *const clauses[] = { "COC-04", NULL };
  MusterOpenAction request = { .assister_id = person, .clauses = clauses, .severity = MUSTER_SEVERITY_1, .finding = "Calls not returned", .restriction = -1 };
  gint64 id = 0;

  run_well (fixture, FIXTURE_SAM, &muster_open_action, &request, &id);
  return id;
}

static gboolean
has_agency (OperationsFixture *fixture, gint64 person, const char *day)
{
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_ALEX);
  MusterDatabase *database = muster_store_read (store, NULL);
  g_autoptr (GPtrArray) affiliations = muster_people_table_list_affiliations (database, person, NULL);
  gboolean found = FALSE;
  GDate on;

  set_day (&on, day);
  for (guint i = 0; i < affiliations->len; i++)
    {
      const MusterAffiliation *affiliation = affiliations->pdata[i];

      found |= g_date_compare (&affiliation->from, &on) <= 0 && (!g_date_valid (&affiliation->through) || g_date_compare (&affiliation->through, &on) >= 0);
    }
  muster_store_read_done (store, database);
  return found;
}

static void
test_life (OperationsFixture *fixture, gconstpointer data)
{
  static const struct
  {
    MusterCertificationVerb verb;
    const char *day;
    MusterCertificationState state;
  } steps[] = {
    { MUSTER_VERB_START_TRAINING, "2026-03-12", MUSTER_STATE_IN_TRAINING },
    { MUSTER_VERB_SUBMIT, "2026-03-20", MUSTER_STATE_PENDING_REVIEW },
    { MUSTER_VERB_CERTIFY, "2026-03-25", MUSTER_STATE_CERTIFIED },
    { MUSTER_VERB_SUSPEND, "2026-04-01", MUSTER_STATE_SUSPENDED_ADMINISTRATIVE },
    { MUSTER_VERB_REINSTATE, "2026-04-02", MUSTER_STATE_CERTIFIED },
    { MUSTER_VERB_SUSPEND, "2026-04-03", MUSTER_STATE_SUSPENDED_ADMINISTRATIVE },
    { MUSTER_VERB_EXPIRE, "2026-04-04", MUSTER_STATE_EXPIRED },
    { MUSTER_VERB_REAPPLY, "2026-04-05", MUSTER_STATE_APPLICANT },
    { MUSTER_VERB_DENY, "2026-04-06", MUSTER_STATE_DENIED },
    { MUSTER_VERB_REAPPLY, "2026-04-07", MUSTER_STATE_APPLICANT },
    { MUSTER_VERB_WITHDRAW, "2026-04-08", MUSTER_STATE_WITHDRAWN },
  };
  gint64 person = add_person (fixture, "Moua", 1, NAVIGATOR);

  g_assert_cmpint (get_state (fixture, person, NAVIGATOR, NULL), ==, MUSTER_STATE_APPLICANT);
  operations_fixture_set_day ("2026-04-10");
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      take_step (fixture, person, NAVIGATOR, steps[i].verb, steps[i].day);
      g_assert_cmpint (get_state (fixture, person, NAVIGATOR, steps[i].day), ==, steps[i].state);
    }
}

/* What is not a step of the lifecycle, of the day or of the person changes nothing. */
static void
test_refused (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Vang", 2, NAVIGATOR);
  MusterCertificationRequest request = { .assister_id = person, .type = NAVIGATOR, .reason = "Because" };

  set_day (&request.on, "2026-03-11");
  run_badly (fixture, FIXTURE_ALEX, &muster_suspend, &request, NULL, MUSTER_ERROR_RULE);
  set_day (&request.on, "2026-01-31");
  run_badly (fixture, FIXTURE_ALEX, &muster_suspend, &request, NULL, MUSTER_ERROR_RULE);
  set_day (&request.on, NULL);
  run_badly (fixture, FIXTURE_ALEX, &muster_enrol, &request, NULL, MUSTER_ERROR_RULE);
  request.reason = NULL;
  run_badly (fixture, FIXTURE_ALEX, &muster_suspend, &request, NULL, MUSTER_ERROR_RULE);
  request.reason = "Because";
  request.type = 0;
  run_badly (fixture, FIXTURE_ALEX, &muster_suspend, &request, NULL, MUSTER_ERROR_INVALID);
  run_badly (fixture, FIXTURE_ALEX, &muster_return, &request, NULL, MUSTER_ERROR_RULE);
  request.type = 1 << 6;
  run_badly (fixture, FIXTURE_ALEX, &muster_withdraw, &request, NULL, MUSTER_ERROR_INVALID);
  request.type = 0;
  request.assister_id = 4711;
  run_badly (fixture, FIXTURE_ALEX, &muster_withdraw, &request, NULL, MUSTER_ERROR_NOT_FOUND);
  g_assert_cmpint (get_state (fixture, person, NAVIGATOR, NULL), ==, MUSTER_STATE_CERTIFIED);
}

/* The day of the enrolment only says when the person was heard of: an earlier certification corrects it and keeps it. */
static void
test_certify_earlier (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Farah", 3, BROKER);
  g_autoptr (GPtrArray) events = list_events (fixture, person);
  guint superseded = 0;

  g_assert_cmpint (get_state (fixture, person, BROKER, "2026-02-01"), ==, MUSTER_STATE_NONE);
  g_assert_cmpint (get_state (fixture, person, BROKER, "2026-02-02"), ==, MUSTER_STATE_CERTIFIED);
  for (guint i = 0; i < events->len; i++)
    superseded += ((const MusterCertificationEvent *) events->pdata[i])->superseded_by != 0;
  g_assert_cmpuint (superseded, ==, 1);
}

/* A role is certified with the identifier it is known by. */
static void
test_identifiers (OperationsFixture *fixture, gconstpointer data)
{
  gint64 id = add_person (fixture, "Nyberg", 4, BROKER | NAVIGATOR);
  g_autoptr (MusterAssister) person = load_person (fixture, id);
  MusterAssisterEdit edit = { .person = person, .reason = "Not known yet" };
  MusterCertificationRequest request = { .assister_id = id, .reason = "Confirmed" };

  g_clear_pointer (&person->npn, g_free);
  g_clear_pointer (&person->assister_id, g_free);
  run_well (fixture, FIXTURE_KIM, &muster_edit_assister, &edit, NULL);
  request.type = BROKER;
  run_badly (fixture, FIXTURE_ALEX, &muster_certify, &request, NULL, MUSTER_ERROR_RULE);
  request.type = NAVIGATOR;
  run_badly (fixture, FIXTURE_ALEX, &muster_certify, &request, NULL, MUSTER_ERROR_RULE);

  person->npn = g_strdup ("7654321");
  run_well (fixture, FIXTURE_KIM, &muster_edit_assister, &edit, NULL);
  run_badly (fixture, FIXTURE_ALEX, &muster_certify, &request, NULL, MUSTER_ERROR_RULE);
  request.type = BROKER;
  run_well (fixture, FIXTURE_ALEX, &muster_certify, &request, NULL);
}

/* Leaving ends roles, roster state and affiliation; coming back gives them back as they were. */
static void
test_leave_and_return (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Olson", 5, BROKER | NAVIGATOR);
  MusterCertificationRequest request = { .assister_id = person, .reason = "Moved away" };
  g_autoptr (MusterAssister) gone = NULL, back = NULL;

  operations_fixture_set_day ("2026-03-20");
  run_well (fixture, FIXTURE_KIM, &muster_inactivate, &request, NULL);
  gone = load_person (fixture, person);
  g_assert_false (gone->active);
  g_assert_cmpint (get_state (fixture, person, BROKER, NULL), ==, MUSTER_STATE_INACTIVE);
  g_assert_cmpint (get_state (fixture, person, NAVIGATOR, NULL), ==, MUSTER_STATE_INACTIVE);
  g_assert_true (has_agency (fixture, person, "2026-03-19"));
  g_assert_false (has_agency (fixture, person, "2026-03-20"));

  request.type = MUSTER_ASSISTER_CAC;
  run_badly (fixture, FIXTURE_KIM, &muster_enrol, &request, NULL, MUSTER_ERROR_RULE);

  operations_fixture_set_day ("2026-03-25");
  request.type = 0;
  run_well (fixture, FIXTURE_KIM, &muster_return, &request, NULL);
  back = load_person (fixture, person);
  g_assert_true (back->active);
  g_assert_cmpint (get_state (fixture, person, BROKER, NULL), ==, MUSTER_STATE_CERTIFIED);
  g_assert_cmpint (get_state (fixture, person, NAVIGATOR, NULL), ==, MUSTER_STATE_CERTIFIED);
  g_assert_false (has_agency (fixture, person, "2026-03-24"));
  g_assert_true (has_agency (fixture, person, "2026-03-25"));
}

/* One role of two ends, and the person stays. */
static void
test_inactivate_one_role (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Yang", 6, BROKER | NAVIGATOR);
  MusterCertificationRequest request = { .assister_id = person, .type = BROKER };
  g_autoptr (MusterAssister) kept = NULL, gone = NULL;

  run_well (fixture, FIXTURE_KIM, &muster_inactivate, &request, NULL);
  kept = load_person (fixture, person);
  g_assert_true (kept->active);
  request.type = NAVIGATOR;
  run_well (fixture, FIXTURE_KIM, &muster_inactivate, &request, NULL);
  gone = load_person (fixture, person);
  g_assert_false (gone->active);
}

/* The last role is over from the 15th, which is recorded after the other was over from the 20th: until then the person was there. */
static void
test_inactivate_out_of_order (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Yang", 12, BROKER | NAVIGATOR);

  operations_fixture_set_day ("2026-03-25");
  take_step (fixture, person, BROKER, MUSTER_VERB_INACTIVATE, "2026-03-20");
  take_step (fixture, person, NAVIGATOR, MUSTER_VERB_INACTIVATE, "2026-03-15");
  g_assert_true (has_agency (fixture, person, "2026-03-19"));
  g_assert_false (has_agency (fixture, person, "2026-03-20"));
}

static void
test_without_role (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_person (fixture, "Htoo", 7, 0);
  MusterCertificationRequest request = { .assister_id = person };
  g_autoptr (MusterAssister) gone = NULL, back = NULL;

  run_badly (fixture, FIXTURE_KIM, &muster_return, &request, NULL, MUSTER_ERROR_RULE);
  run_well (fixture, FIXTURE_KIM, &muster_inactivate, &request, NULL);
  gone = load_person (fixture, person);
  g_assert_false (gone->active);
  run_badly (fixture, FIXTURE_KIM, &muster_inactivate, &request, NULL, MUSTER_ERROR_RULE);
  run_well (fixture, FIXTURE_KIM, &muster_return, &request, NULL);
  back = load_person (fixture, person);
  g_assert_true (back->active);
}

static gboolean
is_under_investigation (OperationsFixture *fixture, gint64 person)
{
  g_autoptr (GPtrArray) events = list_events (fixture, person);

  return ((const MusterCertificationEvent *) events->pdata[events->len - 1])->under_investigation;
}

static void
test_under_investigation (OperationsFixture *fixture, gconstpointer data)
{
  gint64 with = add_certified (fixture, "Ali", 8, NAVIGATOR);
  gint64 without = add_certified (fixture, "Ahlgren", 9, NAVIGATOR);
  gint64 leaving = add_certified (fixture, "Aho", 10, NAVIGATOR);
  MusterCertificationRequest request = { .type = NAVIGATOR };

  open_warning (fixture, with);
  open_warning (fixture, leaving);
  request.assister_id = with;
  run_well (fixture, FIXTURE_KIM, &muster_withdraw, &request, NULL);
  g_assert_true (is_under_investigation (fixture, with));
  request.assister_id = without;
  run_well (fixture, FIXTURE_KIM, &muster_withdraw, &request, NULL);
  g_assert_false (is_under_investigation (fixture, without));
  request.assister_id = leaving;
  run_well (fixture, FIXTURE_KIM, &muster_inactivate, &request, NULL);
  g_assert_true (is_under_investigation (fixture, leaving));
}

/* What is looked into is a case before anything was found. */
static void
test_open_incident (OperationsFixture *fixture, gconstpointer data)
{
  const MusterOperation *const leaving[] = { &muster_withdraw, &muster_inactivate };
  g_autoptr (MusterVerification) verification = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (leaving); i++)
    {
      g_autoptr (MusterIncident) incident = muster_incident_new ();
      MusterCertificationRequest request = { .assister_id = add_certified (fixture, "Berg", 60 + i, NAVIGATOR), .type = NAVIGATOR };

      incident->kind = MUSTER_INCIDENT_CONDUCT;
      incident->narrative = g_strdup ("A client was shouted at");
      muster_incident_add_person (incident, request.assister_id);
      run_well (fixture, FIXTURE_KIM, &muster_record_incident, incident, NULL);
      run_well (fixture, FIXTURE_KIM, leaving[i], &request, NULL);
      g_assert_true (is_under_investigation (fixture, request.assister_id));
    }
  verification = muster_verify (operations_fixture_open (fixture, FIXTURE_ALEX), NULL, NULL, NULL, NULL, NULL);
  g_assert_cmpstr (verification->what, ==, NULL);
}

static void
revoke_broker (OperationsFixture *fixture, gint64 person, const char *clause)
{
  const char *const clauses[] = { clause, NULL };
  MusterProposal proposal = { .assister_id = person, .types = BROKER, .clauses = clauses, .reason = "As it was found" };
  MusterDecisionAnswer answer = { .reason = "Seen and weighed" };

  run_well (fixture, FIXTURE_SAM, &muster_propose_revocation, &proposal, &answer.decision_id);
  run_well (fixture, FIXTURE_ALEX, &muster_approve_decision, &answer, NULL);
}

/* A role beside the one that was revoked is no way around the decision; somebody who looked says why it is none. */
static void
test_revoked_elsewhere (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Berg", 62, BROKER);
  MusterCertificationRequest request = { .assister_id = person, .type = NAVIGATOR, .reason = "Again" };
  g_autoptr (MusterVerification) verification = NULL;

  revoke_broker (fixture, person, "COC-05");
  run_badly (fixture, FIXTURE_KIM, &muster_enrol, &request, NULL, MUSTER_ERROR_RULE);
  request.despite_revocation = TRUE;
  request.reason = " ";
  run_badly (fixture, FIXTURE_KIM, &muster_enrol, &request, NULL, MUSTER_ERROR_RULE);
  request.reason = "The marketplace asked for it";
  run_well (fixture, FIXTURE_KIM, &muster_enrol, &request, NULL);
  request.despite_revocation = FALSE;
  run_badly (fixture, FIXTURE_ALEX, &muster_certify, &request, NULL, MUSTER_ERROR_RULE);
  operations_fixture_set_day ("2026-06-09");
  run_well (fixture, FIXTURE_ALEX, &muster_certify, &request, NULL);
  g_assert_cmpint (get_state (fixture, person, NAVIGATOR, NULL), ==, MUSTER_STATE_CERTIFIED);
  verification = muster_verify (operations_fixture_open (fixture, FIXTURE_ALEX), NULL, NULL, NULL, NULL, NULL);
  g_assert_cmpstr (verification->what, ==, NULL);
}

/* A license that was lost says nothing about a role that needs none. */
static void
test_licence_elsewhere (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Berg", 63, BROKER);
  MusterCertificationRequest request = { .assister_id = person, .type = NAVIGATOR, .reason = "Another task" };

  revoke_broker (fixture, person, "BRK-02");
  run_well (fixture, FIXTURE_KIM, &muster_enrol, &request, NULL);
  g_assert_cmpint (get_state (fixture, person, NAVIGATOR, NULL), ==, MUSTER_STATE_APPLICANT);
}

/* Whoever was revoked and leaves is found among the revoked, with another role besides, too. */
static void
test_left_revoked (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Berg", 64, BROKER);
  MusterCertificationRequest request = { .assister_id = person, .type = NAVIGATOR, .reason = "A second task" };
  MusterRosterFilter filter = { .states = 1u << MUSTER_STATE_REVOKED, .may_assist = -1 };
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_ALEX);
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterRosterIndex) index = NULL;
  g_autoptr (MusterPersonAnswer) answer = NULL;
  g_autoptr (GArray) ids = NULL;
  MusterDatabase *database;
  GDate today;

  run_well (fixture, FIXTURE_KIM, &muster_enrol, &request, NULL);
  revoke_broker (fixture, person, "COC-05");
  request.type = BROKER;
  run_well (fixture, FIXTURE_KIM, &muster_inactivate, &request, NULL);
  set_day (&today, "2026-03-10");
  database = muster_store_read (store, &error);
  index = muster_roster_index_new (database, &today, NULL, NULL, &error);
  ids = muster_roster_index_select (index, database, &filter, NULL, &error);
  answer = muster_roster_query_answer (database, person, NULL, &today, NULL, &error);
  muster_store_read_done (store, database);
  g_assert_no_error (error);
  g_assert_cmpuint (ids->len, ==, 1);
  g_assert_cmpint (g_array_index (ids, gint64, 0), ==, person);
  g_assert_cmpint (answer->answer->standing.overall, ==, MUSTER_STATE_REVOKED);
}

static void
record_licence (OperationsFixture *fixture, gint64 person, const char *outcome, const char *on, const char *expires)
{
  g_autoptr (MusterEvidence) evidence = muster_evidence_new ();

  evidence->assister_id = person;
  evidence->requirement = g_strdup ("licence");
  evidence->outcome = g_strdup (outcome);
  evidence->source = g_strdup ("A look-up");
  set_day (&evidence->on, on);
  set_day (&evidence->expires, expires);
  run_well (fixture, FIXTURE_KIM, &muster_record_evidence, &(MusterEvidenceRequest) { .evidence = evidence }, NULL);
}

static gboolean
may_assist (OperationsFixture *fixture, gint64 person, const char *day, char **override)
{
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_ALEX);
  MusterDatabase *database = muster_store_read (store, NULL);
  MusterStandingFacts facts;
  MusterStanding standing;
  GDate on;

  set_day (&on, day);
  g_assert_true (muster_roster_query_standing (database, person, &on, NULL, &facts, &standing, NULL));
  g_assert_true (muster_open_items_find_override (database, person, &on, NULL, override, NULL));
  muster_store_read_done (store, database);
  return standing.may_assist;
}

static void
assert_sound (OperationsFixture *fixture)
{
  g_autoptr (MusterVerification) verification = muster_verify (operations_fixture_open (fixture, FIXTURE_ALEX), NULL, NULL, NULL, NULL, NULL);

  g_assert_cmpstr (verification->what, ==, NULL);
  g_assert_cmpuint (verification->remarks->len, ==, 0);
}

/* A suspension is lifted when all is done; all the same with a reason that is kept. No certification stands for a licence. */
static void
test_open_items (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Berg", 71, BROKER);
  MusterCertificationRequest request = { .assister_id = person, .type = BROKER, .reason = "A letter of the marketplace" };
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_ALEX);
  MusterJournalFilter filter = { .limit = 1, .operation = "reinstate" };
  g_autofree char *before = NULL, *after = NULL, *licensed = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  MusterDatabase *database;

  operations_fixture_set_day ("2026-05-20");
  record_licence (fixture, person, "lapsed", "2026-05-01", NULL);
  take_step (fixture, person, BROKER, MUSTER_VERB_SUSPEND, "2026-05-02");
  set_day (&request.on, "2026-05-10");
  run_badly (fixture, FIXTURE_ALEX, &muster_reinstate, &request, NULL, MUSTER_ERROR_RULE);
  request.despite_open_items = " ";
  run_badly (fixture, FIXTURE_ALEX, &muster_reinstate, &request, NULL, MUSTER_ERROR_RULE);
  g_assert_false (may_assist (fixture, person, "2026-05-10", &before));
  g_assert_null (before);
  request.despite_open_items = "The marketplace insists";
  run_well (fixture, FIXTURE_ALEX, &muster_reinstate, &request, NULL);
  g_assert_cmpint (get_state (fixture, person, BROKER, "2026-05-10"), ==, MUSTER_STATE_CERTIFIED);
  g_assert_false (may_assist (fixture, person, "2026-05-10", &after));
  g_assert_nonnull (strstr (after, "A letter of the marketplace"));
  g_assert_nonnull (strstr (after, "The marketplace insists"));
  database = muster_store_read (store, NULL);
  entries = muster_journal_query_list (database, &filter, NULL);
  muster_store_read_done (store, database);
  g_assert_cmpstr (((const MusterJournalEntry *) entries->pdata[0])->detail, ==, "types=broker\non=2026-05-10\nopen-items=licence\ndespite-open-items=The marketplace insists");
  record_licence (fixture, person, "active", "2026-05-15", "2028-05-31");
  g_assert_true (may_assist (fixture, person, "2026-05-15", &licensed));
  assert_sound (fixture);
}

/* What covers the day lifts it, and nothing has to be said. */
static void
test_closed_items (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Berg", 72, BROKER);
  MusterCertificationRequest request = { .assister_id = person, .type = BROKER, .reason = "Licensed again" };
  g_autofree char *override = NULL;

  operations_fixture_set_day ("2026-05-20");
  record_licence (fixture, person, "lapsed", "2026-05-01", NULL);
  take_step (fixture, person, BROKER, MUSTER_VERB_SUSPEND, "2026-05-02");
  record_licence (fixture, person, "active", "2026-05-15", "2028-05-31");
  set_day (&request.on, "2026-05-14");
  run_badly (fixture, FIXTURE_ALEX, &muster_reinstate, &request, NULL, MUSTER_ERROR_RULE);
  set_day (&request.on, "2026-05-15");
  run_well (fixture, FIXTURE_ALEX, &muster_reinstate, &request, NULL);
  g_assert_true (may_assist (fixture, person, "2026-05-15", &override));
  g_assert_null (override);
  assert_sound (fixture);
}

/* Nor does being certified anew. */
static void
test_licence_not_implied (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Berg", 73, BROKER);
  g_autofree char *override = NULL;

  operations_fixture_set_day ("2026-05-20");
  record_licence (fixture, person, "surrendered", "2026-05-01", NULL);
  take_step (fixture, person, BROKER, MUSTER_VERB_CERTIFY, "2026-05-10");
  g_assert_false (may_assist (fixture, person, "2026-05-10", &override));
}

static void
test_entry (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_person (fixture, "Karlsson", 11, NAVIGATOR);
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_ALEX);
  MusterJournalFilter filter = { .limit = 1 };
  g_autofree char *code = muster_assister_dup_code (person);
  g_autoptr (GPtrArray) entries = NULL;
  MusterDatabase *database;
  const MusterJournalEntry *entry;

  take_step (fixture, person, NAVIGATOR, MUSTER_VERB_START_TRAINING, "2026-03-10");
  database = muster_store_read (store, NULL);
  entries = muster_journal_query_list (database, &filter, NULL);
  muster_store_read_done (store, database);
  entry = entries->pdata[0];
  g_assert_cmpstr (entry->operation, ==, "start-training");
  g_assert_cmpstr (entry->subject, ==, code);
  g_assert_cmpstr (entry->reason, ==, "As the test has it");
  g_assert_cmpstr (entry->detail, ==, "types=navigator\non=2026-03-10");
}

/* Every verb but those of decisions and corrective actions is an operation of its own. */
static void
test_operations (void)
{
  for (guint verb = 0; verb < MUSTER_N_VERBS; verb++)
    {
      const MusterOperation *operation = muster_certification_operation (verb);
      gboolean by_others = verb == MUSTER_VERB_RESTRICT || verb == MUSTER_VERB_LIFT_RESTRICTION || verb == MUSTER_VERB_SUSPEND_FOR_CAUSE || verb == MUSTER_VERB_REVOKE ||
                           verb == MUSTER_VERB_REINSTATE_ON_REVIEW || verb == MUSTER_VERB_REDUCE_ON_REVIEW;

      g_assert_cmpint (operation == NULL, ==, by_others);
      if (operation != NULL)
        g_assert_cmpstr (operation->name, ==, muster_certification_verb_to_code (verb));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  operations_fixture_add ("/operations/certification/life", test_life);
  operations_fixture_add ("/operations/certification/refused", test_refused);
  operations_fixture_add ("/operations/certification/certify-earlier", test_certify_earlier);
  operations_fixture_add ("/operations/certification/identifiers", test_identifiers);
  operations_fixture_add ("/operations/certification/leave-and-return", test_leave_and_return);
  operations_fixture_add ("/operations/certification/inactivate-one-role", test_inactivate_one_role);
  operations_fixture_add ("/operations/certification/inactivate-out-of-order", test_inactivate_out_of_order);
  operations_fixture_add ("/operations/certification/without-role", test_without_role);
  operations_fixture_add ("/operations/certification/under-investigation", test_under_investigation);
  operations_fixture_add ("/operations/certification/open-incident", test_open_incident);
  operations_fixture_add ("/operations/certification/revoked-elsewhere", test_revoked_elsewhere);
  operations_fixture_add ("/operations/certification/licence-elsewhere", test_licence_elsewhere);
  operations_fixture_add ("/operations/certification/left-revoked", test_left_revoked);
  operations_fixture_add ("/operations/certification/open-items", test_open_items);
  operations_fixture_add ("/operations/certification/closed-items", test_closed_items);
  operations_fixture_add ("/operations/certification/licence-not-implied", test_licence_not_implied);
  operations_fixture_add ("/operations/certification/entry", test_entry);
  g_test_add_func ("/operations/certification/operations", test_operations);
  return g_test_run ();
}
