/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations-fixture.h"

#include "domain/muster-rule-packs.h"
#include "operations/muster-evidence-operations.h"
#include "operations/muster-open-document.h"
#include "operations/muster-rule-operations.h"
#include "operations/muster-withdraw-evidence.h"
#include "store/muster-document-table.h"
#include "store/muster-evidence-table.h"
#include "store/muster-roster-query.h"
#include "store/muster-rules-table.h"
#include "store/muster-verify.h"

static MusterEvidence *
make (gint64 person, const char *requirement, const char *on, const char *expires)
{
  MusterEvidence *evidence = muster_evidence_new ();

  evidence->assister_id = person;
  evidence->requirement = g_strdup (requirement);
  set_day (&evidence->on, on);
  if (expires != NULL)
    set_day (&evidence->expires, expires);
  return evidence;
}

static gint64
record (OperationsFixture *fixture, gint64 person, const char *requirement, const char *on, const char *expires)
{
  g_autoptr (MusterEvidence) evidence = make (person, requirement, on, expires);
  MusterEvidenceRequest request = { .evidence = evidence };
  gint64 id;

  run_well (fixture, FIXTURE_KIM, &muster_record_evidence, &request, &id);
  return id;
}

/* @pack: %NULL for the rules in force. */
static MusterPersonAnswer *
ask (OperationsFixture *fixture, gint64 person, const char *pack, const char *day, const char *known_on)
{
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_ALEX);
  g_autoptr (GError) error = NULL;
  MusterDatabase *database = muster_store_read (store, &error);
  MusterPersonAnswer *answer;
  GDate as_of, known;

  set_day (&as_of, day);
  if (known_on != NULL)
    set_day (&known, known_on);
  answer = muster_roster_query_answer (database, person, pack != NULL ? muster_rule_packs_find_shipped (pack) : NULL, &as_of, known_on != NULL ? &known : NULL, &error);
  g_assert_no_error (error);
  muster_store_read_done (store, database);
  return answer;
}

static gboolean
may_assist (OperationsFixture *fixture, gint64 person, const char *pack, const char *day, const char *known_on)
{
  g_autoptr (MusterPersonAnswer) person_answer = ask (fixture, person, pack, day, known_on);

  return person_answer->answer->standing.may_assist;
}

static void
assert_verifies (OperationsFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterVerification) verification = muster_verify (operations_fixture_open (fixture, FIXTURE_ALEX), NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_test_message ("%s", verification->what != NULL ? verification->what : "ok");
  g_assert_true (verification->ok);
}

/* Evidence turns the answer, and its correction turns it back; what was believed stays readable. */
static void
test_licence (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Moua", 1, MUSTER_ASSISTER_BROKER), id;
  g_autoptr (MusterEvidence) corrected = make (person, "licence", "2026-03-02", "2028-03-31");
  g_autoptr (MusterPersonAnswer) answer = NULL;
  const MusterAnswerReason *reason;
  MusterEvidenceRequest request = { .evidence = corrected };

  g_assert_true (may_assist (fixture, person, NULL, "2026-04-01", NULL));
  id = record (fixture, person, "licence", "2026-03-01", "2026-03-31");
  g_assert_true (may_assist (fixture, person, NULL, "2026-03-31", NULL));
  answer = ask (fixture, person, NULL, "2026-04-01", NULL);
  g_assert_false (answer->answer->standing.may_assist);
  g_assert_cmpuint (answer->answer->reasons->len, ==, 1);
  reason = answer->answer->reasons->pdata[0];
  g_assert_cmpstr (reason->code, ==, "requirement-expired");
  g_assert_cmpstr (reason->requirement, ==, "licence");
  g_assert_nonnull (strstr (reason->text, "Mar 31, 2026"));

  run_badly (fixture, FIXTURE_KIM, &muster_correct_evidence, &(MusterEvidenceRequest) { .evidence = corrected, .corrects = id }, NULL, MUSTER_ERROR_RULE);
  run_badly (fixture, FIXTURE_KIM, &muster_correct_evidence, &(MusterEvidenceRequest) { .evidence = corrected, .corrects = id + 9, .reason = "Misread" }, NULL, MUSTER_ERROR_NOT_FOUND);
  operations_fixture_set_day ("2026-03-12");
  request.corrects = id;
  request.reason = "The year was misread";
  run_well (fixture, FIXTURE_KIM, &muster_correct_evidence, &request, NULL);
  g_assert_true (may_assist (fixture, person, NULL, "2026-04-01", NULL));
  g_assert_false (may_assist (fixture, person, NULL, "2026-04-01", "2026-03-11"));
  run_badly (fixture, FIXTURE_KIM, &muster_correct_evidence, &request, NULL, MUSTER_ERROR_NOT_FOUND);
  assert_verifies (fixture);
}

/* What was withdrawn counts for nothing from then on, and for what it did as known before. */
static void
test_withdrawal (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Moua", 1, MUSTER_ASSISTER_BROKER), other = add_certified (fixture, "Thao", 2, MUSTER_ASSISTER_BROKER);
  gint64 kept = record (fixture, person, "licence", "2026-03-01", "2026-04-30"), id = record (fixture, person, "licence", "2026-03-02", "2026-03-31");
  MusterWithdrawEvidence request = { .evidence_id = id, .assister_id = other, .reason = "It is of another Moua" };
  g_autoptr (GPtrArray) list = NULL;
  MusterStore *store;
  MusterDatabase *database;

  g_assert_false (may_assist (fixture, person, NULL, "2026-04-01", NULL));
  operations_fixture_set_day ("2026-03-12");
  run_badly (fixture, FIXTURE_KIM, &muster_withdraw_evidence, &request, NULL, MUSTER_ERROR_NOT_FOUND);
  request.assister_id = person;
  run_badly (fixture, FIXTURE_KIM, &muster_withdraw_evidence, &(MusterWithdrawEvidence) { .evidence_id = id, .reason = " " }, NULL, MUSTER_ERROR_RULE);
  run_badly (fixture, FIXTURE_KIM, &muster_withdraw_evidence, &(MusterWithdrawEvidence) { .evidence_id = id, .reason = "SSN 123-45-6789" }, NULL, MUSTER_ERROR_RULE);
  run_badly (fixture, FIXTURE_KIM, &muster_withdraw_evidence, &(MusterWithdrawEvidence) { .evidence_id = id + 9, .reason = "x" }, NULL, MUSTER_ERROR_NOT_FOUND);
  run_badly (fixture, FIXTURE_JO, &muster_withdraw_evidence, &request, NULL, MUSTER_ERROR_FORBIDDEN);
  run_well (fixture, FIXTURE_KIM, &muster_withdraw_evidence, &request, NULL);
  run_badly (fixture, FIXTURE_KIM, &muster_withdraw_evidence, &request, NULL, MUSTER_ERROR_RULE);
  run_badly (fixture, FIXTURE_KIM, &muster_withdraw_evidence, &(MusterWithdrawEvidence) { .evidence_id = id + 1, .reason = "x" }, NULL, MUSTER_ERROR_RULE);
  g_assert_true (may_assist (fixture, person, NULL, "2026-04-30", NULL));
  g_assert_false (may_assist (fixture, person, NULL, "2026-04-01", "2026-03-11"));

  store = operations_fixture_open (fixture, FIXTURE_ALEX);
  database = muster_store_read (store, NULL);
  list = muster_evidence_table_list (database, person, NULL);
  muster_store_read_done (store, database);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_cmpint (((MusterEvidence *) list->pdata[0])->id, ==, id);
  g_assert_cmpstr (((MusterEvidence *) list->pdata[0])->withdrawn, ==, "It is of another Moua");
  g_assert_cmpint (((MusterEvidence *) list->pdata[1])->id, ==, kept);
  g_assert_null (((MusterEvidence *) list->pdata[1])->withdrawn);
  assert_verifies (fixture);
}

/* Every role may, with an entry; where there is no document, or no evidence, nothing is opened. */
static void
check_opening (OperationsFixture *fixture, const MusterEvidence *evidence, GBytes *content)
{
  g_auto (MusterOpenedDocument) opened = { 0 };
  gint64 unknown = evidence->id + 99, bare = record (fixture, evidence->assister_id, "data-security", "2026-03-02", NULL), before;

  operations_fixture_open (fixture, FIXTURE_JO);
  before = count_entries (fixture);
  run_well (fixture, FIXTURE_JO, &muster_open_document, &evidence->id, &opened);
  g_assert_true (g_bytes_equal (opened.content, content));
  g_assert_cmpstr (opened.document->file_name, ==, "certificate.pdf");
  g_assert_cmpint (count_entries (fixture), ==, before + 1);
  run_badly (fixture, FIXTURE_JO, &muster_open_document, &unknown, NULL, MUSTER_ERROR_NOT_FOUND);
  run_badly (fixture, FIXTURE_JO, &muster_open_document, &bare, NULL, MUSTER_ERROR_NOT_FOUND);
  run_well (fixture, FIXTURE_KIM, &muster_withdraw_evidence, &(MusterWithdrawEvidence) { .evidence_id = evidence->id, .reason = "Of somebody else" }, NULL);
  run_well (fixture, FIXTURE_JO, &muster_open_document, &evidence->id, NULL);
}

static void
test_document (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Moua", 1, MUSTER_ASSISTER_NAVIGATOR);
  g_autoptr (GBytes) content = g_bytes_new_static ("%PDF-1.7 certificate", 20), lying = g_bytes_new_static ("MZ", 2), loaded = NULL;
  g_autoptr (MusterEvidence) evidence = make (person, "data-security", "2026-03-01", NULL);
  MusterEvidenceRequest request = { .evidence = evidence, .file_name = "certificate.pdf", .content = lying };
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_ALEX);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  MusterDatabase *database;

  run_badly (fixture, FIXTURE_KIM, &muster_record_evidence, &request, NULL, MUSTER_ERROR_INVALID);
  request.content = content;
  run_well (fixture, FIXTURE_KIM, &muster_record_evidence, &request, NULL);
  database = muster_store_read (store, &error);
  list = muster_evidence_table_list (database, person, &error);
  g_assert_cmpuint (list->len, ==, 1);
  loaded = muster_document_table_load_content (database, ((MusterEvidence *) list->pdata[0])->document_id, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (loaded, content));
  muster_store_read_done (store, database);
  check_opening (fixture, (MusterEvidence *) list->pdata[0], content);
  assert_verifies (fixture);
}

/* Rules change the answer from their day on, not before, and what was known before stays as it was. */
static void
test_adopt (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Moua", 1, MUSTER_ASSISTER_NAVIGATOR);
  MusterAdoptRequest request = { .pack = muster_rule_packs_find_shipped ("mnsure-2027") };

  g_assert_true (may_assist (fixture, person, NULL, "2026-11-28", NULL));
  g_assert_false (may_assist (fixture, person, "mnsure-2027", "2026-11-28", NULL));
  run_badly (fixture, FIXTURE_ALEX, &muster_adopt_rule_pack, &request, NULL, MUSTER_ERROR_RULE);
  operations_fixture_set_day ("2026-11-20");
  request.reason = "A new year";
  set_day (&request.from, "2026-11-21");
  run_well (fixture, FIXTURE_ALEX, &muster_adopt_rule_pack, &request, NULL);
  g_assert_true (may_assist (fixture, person, NULL, "2026-11-20", NULL));
  g_assert_false (may_assist (fixture, person, NULL, "2026-11-21", NULL));
  g_assert_true (may_assist (fixture, person, NULL, "2026-11-21", "2026-11-19"));
  run_badly (fixture, FIXTURE_ALEX, &muster_adopt_rule_pack, &request, NULL, MUSTER_ERROR_CONFLICT);
  assert_verifies (fixture);
}

/* A new version of the notice asks everybody again, some time after it came out. */
static void
test_notice (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Moua", 1, MUSTER_ASSISTER_NAVIGATOR);
  g_autoptr (GBytes) content = g_bytes_new_static ("Be kind.", 8);
  g_autoptr (MusterEvidence) evidence = make (person, "notice", "2026-03-11", NULL);
  MusterPolicyRequest request = { .version = "2026.1", .title = "Notice", .file_name = "notice.txt", .content = content };

  set_day (&request.from, "2026-03-11");
  run_well (fixture, FIXTURE_ALEX, &muster_load_policy, &request, NULL);
  run_badly (fixture, FIXTURE_ALEX, &muster_load_policy, &request, NULL, MUSTER_ERROR_CONFLICT);
  g_assert_true (may_assist (fixture, person, NULL, "2026-04-10", NULL));
  g_assert_false (may_assist (fixture, person, NULL, "2026-04-11", NULL));
  operations_fixture_set_day ("2026-03-11");
  run_badly (fixture, FIXTURE_KIM, &muster_record_evidence, &(MusterEvidenceRequest) { .evidence = evidence }, NULL, MUSTER_ERROR_RULE);
  evidence->version = g_strdup ("2026.1");
  run_well (fixture, FIXTURE_KIM, &muster_record_evidence, &(MusterEvidenceRequest) { .evidence = evidence }, NULL);
  g_assert_true (may_assist (fixture, person, NULL, "2026-04-11", NULL));
  assert_verifies (fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  operations_fixture_add ("/operations/evidence/licence", test_licence);
  operations_fixture_add ("/operations/evidence/withdrawal", test_withdrawal);
  operations_fixture_add ("/operations/evidence/document", test_document);
  operations_fixture_add ("/operations/evidence/adopt", test_adopt);
  operations_fixture_add ("/operations/evidence/notice", test_notice);
  return g_test_run ();
}
