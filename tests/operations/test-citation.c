/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-citation-steps.h"

#include "documents/muster-data.h"
#include "operations-fixture.h"
#include "operations/muster-action-operations.h"
#include "operations/muster-decision-operations.h"
#include "operations/muster-evidence-operations.h"
#include "operations/muster-incident-operations.h"
#include "operations/muster-rule-operations.h"
#include "store/muster-cases-table.h"
#include "store/muster-incident-table.h"
#include "store/muster-verify.h"

#define BROKER MUSTER_ASSISTER_BROKER

static const char *const clauses[] = { "COC-04", NULL };
static const char *const outside[] = { "EXT-01", NULL };

static void
load_notice (OperationsFixture *fixture, const char *version, const char *from)
{
  g_autoptr (GBytes) text = g_bytes_new_static ("The wording", 11);
  MusterPolicyRequest policy = { .version = version, .title = "Code of conduct", .file_name = "notice.txt", .content = text };

  set_day (&policy.from, from);
  run_well (fixture, FIXTURE_ALEX, &muster_load_policy, &policy, NULL);
}

static void
sign (OperationsFixture *fixture, gint64 person, const char *version, const char *on)
{
  g_autoptr (MusterEvidence) evidence = muster_evidence_new ();

  evidence->assister_id = person;
  evidence->requirement = g_strdup ("notice");
  evidence->version = g_strdup (version);
  evidence->source = g_strdup ("Signed on paper");
  set_day (&evidence->on, on);
  run_well (fixture, FIXTURE_KIM, &muster_record_evidence, &(MusterEvidenceRequest) { .evidence = evidence }, NULL);
}

/* What the newest action says: the version of its clauses, and the sentence. */
static void
assert_cited (OperationsFixture *fixture, gint64 id, const char *version, const char *sentence)
{
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_ALEX);
  MusterDatabase *database = muster_store_read (store, NULL);
  g_autoptr (MusterCorrectiveAction) action = muster_action_table_load (database, id, NULL);
  g_autofree char *text = NULL;

  g_assert_true (muster_citation_steps_find_text (database, action->number, &text, NULL));
  muster_store_read_done (store, database);
  g_assert_cmpstr (action->clause_version, ==, version);
  g_assert_nonnull (text);
  g_test_message ("%s", text);
  g_assert_nonnull (strstr (text, sentence));
}

static void
assert_sound (OperationsFixture *fixture)
{
  g_autoptr (MusterVerification) verification = muster_verify (operations_fixture_open (fixture, FIXTURE_ALEX), NULL, NULL, NULL, NULL, NULL);

  g_assert_cmpstr (verification->what, ==, NULL);
}

static void
test_actions (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Berg", 1, BROKER);
  MusterOpenAction request = { .assister_id = person, .clauses = clauses, .severity = MUSTER_SEVERITY_1, .finding = "Calls not returned", .restriction = -1 };
  const char *list = muster_clause_catalogue_get_version (muster_data_get_clauses ());
  gint64 id = 0;

  /* Nothing is loaded, so there is nothing to acknowledge. */
  run_well (fixture, FIXTURE_SAM, &muster_open_action, &request, &id);
  assert_cited (fixture, id, list, "had loaded no version");
  /* Loaded, and not signed: said, with a reason. */
  load_notice (fixture, "V1", "2026-03-01");
  run_badly (fixture, FIXTURE_SAM, &muster_open_action, &request, NULL, MUSTER_ERROR_RULE);
  request.unacknowledged = " ";
  run_badly (fixture, FIXTURE_SAM, &muster_open_action, &request, NULL, MUSTER_ERROR_RULE);
  request.unacknowledged = "Told of it on the first day";
  run_well (fixture, FIXTURE_SAM, &muster_open_action, &request, &id);
  assert_cited (fixture, id, list, "Told of it on the first day");
  request.unacknowledged = NULL;
  request.clauses = outside;
  run_well (fixture, FIXTURE_SAM, &muster_open_action, &request, NULL);
  /* Signed: that version, also once there is a newer one. */
  sign (fixture, person, "V1", "2026-03-05");
  load_notice (fixture, "V2", "2026-03-08");
  request.clauses = clauses;
  run_well (fixture, FIXTURE_SAM, &muster_open_action, &request, &id);
  assert_cited (fixture, id, "V1", "version V1");
  assert_sound (fixture);
}

/* What happened before the person signed was not acknowledged then. */
static void
test_conduct_before (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Berg", 1, BROKER), incident_id = 0, id = 0;
  g_autoptr (MusterIncident) incident = muster_incident_new ();
  MusterOpenAction request = { .assister_id = person, .clauses = clauses, .severity = MUSTER_SEVERITY_1, .finding = "Calls not returned", .restriction = -1 };
  MusterIncidentFindingRequest finding = { .clause = "COC-04", .finding = MUSTER_FINDING_NOT_SUBSTANTIATED, .note = "As the log has it" };

  load_notice (fixture, "V1", "2026-01-01");
  sign (fixture, person, "V1", "2026-03-05");
  incident->kind = MUSTER_INCIDENT_CONDUCT;
  incident->narrative = g_strdup ("Nobody called back");
  set_day (&incident->occurred_from, "2026-03-04");
  muster_incident_add_person (incident, person);
  muster_incident_add_clause (incident, "COC-04");
  run_well (fixture, FIXTURE_KIM, &muster_record_incident, incident, &incident_id);
  request.incident_id = finding.incident_id = incident_id;
  run_badly (fixture, FIXTURE_SAM, &muster_open_action, &request, NULL, MUSTER_ERROR_RULE);
  run_well (fixture, FIXTURE_SAM, &muster_incident_finding, &finding, NULL);
  finding.finding = MUSTER_FINDING_SUBSTANTIATED;
  run_badly (fixture, FIXTURE_SAM, &muster_incident_finding, &finding, NULL, MUSTER_ERROR_RULE);
  finding.unacknowledged = request.unacknowledged = "Trained on it in February";
  run_well (fixture, FIXTURE_SAM, &muster_incident_finding, &finding, NULL);
  run_well (fixture, FIXTURE_SAM, &muster_open_action, &request, &id);
  assert_cited (fixture, id, muster_clause_catalogue_get_version (muster_data_get_clauses ()), "Trained on it in February");
  assert_sound (fixture);
}

static void
test_proposals (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Berg", 1, BROKER), id = 0;
  MusterProposal proposal = { .assister_id = person, .types = BROKER, .clauses = clauses, .reason = "As it was found" };
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_ALEX);
  g_autoptr (MusterDecision) decision = NULL;
  g_autofree char *text = NULL;
  MusterDatabase *database;

  load_notice (fixture, "V1", "2026-01-01");
  run_badly (fixture, FIXTURE_SAM, &muster_propose_revocation, &proposal, NULL, MUSTER_ERROR_RULE);
  run_badly (fixture, FIXTURE_SAM, &muster_propose_suspension, &proposal, NULL, MUSTER_ERROR_RULE);
  sign (fixture, person, "V1", "2026-03-05");
  run_well (fixture, FIXTURE_SAM, &muster_propose_revocation, &proposal, &id);
  database = muster_store_read (store, NULL);
  decision = muster_decision_table_load (database, id, NULL);
  g_assert_true (muster_citation_steps_find_text (database, decision->number, &text, NULL));
  muster_store_read_done (store, database);
  g_assert_cmpstr (decision->clause_version, ==, "V1");
  g_assert_nonnull (strstr (text, "version V1"));
  assert_sound (fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  operations_fixture_add ("/operations/citation/actions", test_actions);
  operations_fixture_add ("/operations/citation/conduct-before", test_conduct_before);
  operations_fixture_add ("/operations/citation/proposals", test_proposals);
  return g_test_run ();
}
