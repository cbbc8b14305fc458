/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations-fixture.h"
#include "operations/muster-account-operations.h"
#include "operations/muster-evidence-operations.h"
#include "operations/muster-rule-operations.h"
#include "operations/muster-exit-operations.h"
#include "operations/muster-snooze.h"
#include "operations/muster-action-operations.h"
#include "operations/muster-certification-operations.h"
#include "operations/muster-change-severity.h"
#include "operations/muster-correct-certification.h"
#include "operations/muster-call-off.h"
#include "operations/muster-decision-operations.h"
#include "operations/muster-edit-assister.h"
#include "operations/muster-export-bundle.h"
#include "operations/muster-export-report.h"
#include "operations/muster-export-roster.h"
#include "operations/muster-season-export.h"
#include "operations/muster-follow-up-operations.h"
#include "operations/muster-import-roster.h"
#include "operations/muster-incident-operations.h"
#include "operations/muster-attachment-operations.h"
#include "operations/muster-case-operations.h"
#include "operations/muster-open-document.h"
#include "operations/muster-profile-operations.h"
#include "operations/muster-reconcile-list.h"
#include "operations/muster-reveal-identifier.h"
#include "operations/muster-review-operations.h"
#include "operations/muster-saved-list-operations.h"
#include "operations/muster-transfer.h"
#include "operations/muster-withdraw-evidence.h"
#include "domain/muster-rule-packs.h"
#include "store/muster-account-table.h"
#include "store/muster-people-table.h"
#include "store/muster-reconciliation-table.h"
#include "store/muster-verify.h"

/*
 * Every operation × every role. First each name there is, with a probe in the place of what it does: whether the runner lets it begin.
 * Then each operation itself, in a situation in which it would succeed.
 */

static const char *const grounds[] = { "COC-09", NULL };

static guint probes;

static gboolean
perform_probe (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  probes++;
  muster_work_set_nothing_done (work);
  return TRUE;
}

static gboolean
may (OperationsFixture *fixture, FixtureAccount account, const char *operation)
{
  const MusterOperationRule *rule = muster_operation_rule_find (operation);

  g_assert_nonnull (rule);
  return muster_role_may (muster_store_get_account (operations_fixture_open (fixture, account))->role, rule->permission);
}

static void
test_probes (OperationsFixture *fixture, gconstpointer data)
{
  const MusterOperationRule *rules = muster_operation_rule_get_all ();

  for (guint i = 0; rules[i].name != NULL; i++)
    for (guint account = 0; account < N_FIXTURE_ACCOUNTS; account++)
      {
        MusterOperation probe = { rules[i].name, perform_probe };
        gboolean allowed = may (fixture, account, rules[i].name);

        g_test_message ("%s, account %u", rules[i].name, account);
        probes = 0;
        if (allowed)
          run_well (fixture, account, &probe, NULL, NULL);
        else
          run_badly (fixture, account, &probe, NULL, NULL, MUSTER_ERROR_FORBIDDEN);
        g_assert_cmpuint (probes, ==, allowed ? 1 : 0);
        g_assert_cmpint (muster_store_may (operations_fixture_open (fixture, account), rules[i].name), ==, allowed);
      }
}

/* What an operation may need; made anew for each trial. */
typedef struct
{
  OperationsFixture *fixture;
  FixtureAccount account;
  guint number; /* counts the trials */
  gint64 person;
  MusterAssister *record;
  MusterSecret *password;
  char *name;
  MusterSheet *sheet;
  MusterImportOptions *options;
  MusterImportProfile *profile;
  MusterListReading *list;
  MusterEvidence *evidence;
  MusterIncident *incident;
  GBytes *content;
  union
  {
    MusterCertificationRequest certification;
    MusterEvidenceRequest evidence;
    MusterWithdrawEvidence withdrawal;
    MusterListSaving list;
    MusterListRenaming renaming;
    char word[16];
    gint64 id;
    MusterAdoptRequest adopt;
    MusterPolicyRequest policy;
    MusterSnoozeRequest snooze;
    MusterExitRequest exit;
    MusterAssisterEdit edit;
    MusterOpenAction open;
    MusterIncident incident; /* as in the trial */
    MusterIncidentReportRequest report;
    MusterIncidentFindingRequest finding;
    MusterCaseAccessRequest access;
    MusterAttachRequest attach;
    MusterWithdrawAttachment withdraw;
    MusterCaseRequest looking;
    MusterCloseIncident end;
    MusterActionStepRequest step;
    MusterActionText text;
    MusterSeverityRequest severity;
    MusterCloseAction close;
    MusterCheckPlan plan;
    MusterCheckResult result;
    MusterExtensionRequest extension;
    MusterActionResponse response;
    MusterProposal proposal;
    MusterDecisionAnswer answer;
    MusterReviewRequest review_request;
    MusterReviewAnswer review;
    MusterNewAccount new_account;
    MusterAccountTie tie;
    MusterAccountChange change;
    MusterPasswordChange password_change;
    MusterImportRequest import;
    MusterProfileSaving saving;
    MusterProfileRemoval removal;
    MusterRevealRequest reveal;
    MusterTransferRequest transfer;
    MusterCorrectionRequest correction;
    MusterExportRequest export;
    MusterReportExport report_export;
    MusterBundleExport bundle;
    MusterSeasonExport season;
    MusterReconcileRequest reconcile;
    MusterCloseTask close_task;
  } input;
} Trial;

static void
prepare_certification (Trial *trial, guint types)
{
  trial->person = add_person (trial->fixture, "Moua", trial->number, types);
  trial->input.certification = (MusterCertificationRequest) { .assister_id = trial->person, .type = MUSTER_ASSISTER_NAVIGATOR, .reason = "Because" };
}

static void
walk (Trial *trial, MusterCertificationVerb verb)
{
  take_step (trial->fixture, trial->person, MUSTER_ASSISTER_NAVIGATOR, verb, NULL);
}

static void
prepare_nothing (Trial *trial)
{
  prepare_certification (trial, 0);
}

static void
prepare_applicant (Trial *trial)
{
  prepare_certification (trial, MUSTER_ASSISTER_NAVIGATOR);
}

static void
prepare_trainee (Trial *trial)
{
  prepare_applicant (trial);
  walk (trial, MUSTER_VERB_START_TRAINING);
}

static void
prepare_certified (Trial *trial)
{
  prepare_applicant (trial);
  walk (trial, MUSTER_VERB_CERTIFY);
}

static void
prepare_suspended (Trial *trial)
{
  prepare_certified (trial);
  walk (trial, MUSTER_VERB_SUSPEND);
}

static void
prepare_exit_item (Trial *trial)
{
  prepare_suspended (trial);
  trial->input.exit = (MusterExitRequest) { .assister_id = trial->person, .type = MUSTER_ASSISTER_NAVIGATOR, .code = MUSTER_EXIT_ITEM_PORTAL, .outcome = MUSTER_EXIT_ITEM_NOT_NEEDED, .note = "Had none" };
  g_date_clear (&trial->input.exit.on, 1);
}

static void
prepare_correction_of_state (Trial *trial)
{
  prepare_suspended (trial);
  trial->input.correction = (MusterCorrectionRequest) { .assister_id = trial->person, .type = MUSTER_ASSISTER_NAVIGATOR, .reason = "Somebody else was meant" };
}

static void
prepare_withdrawn (Trial *trial)
{
  prepare_applicant (trial);
  walk (trial, MUSTER_VERB_WITHDRAW);
}

static void
prepare_inactive (Trial *trial)
{
  prepare_applicant (trial);
  walk (trial, MUSTER_VERB_INACTIVATE);
}

static void
prepare_record (Trial *trial)
{
  trial->record = muster_assister_new ();
  trial->record->family_name = g_strdup ("Vang");
  trial->record->npn = g_strdup_printf ("%u", 9000000 + trial->number);
  trial->input.edit = (MusterAssisterEdit) { .person = trial->record };
}

static void
prepare_edit (Trial *trial)
{
  prepare_nothing (trial);
  trial->record = load_person (trial->fixture, trial->person);
  g_set_str (&trial->record->county, "Ramsey");
  trial->input.edit = (MusterAssisterEdit) { .person = trial->record };
}

static void
prepare_reveal (Trial *trial)
{
  prepare_nothing (trial);
  trial->input.reveal = (MusterRevealRequest) { trial->person };
}

/* To an agency that somebody else is with; the day goes on, so that it is the last of the cases. */
static void
prepare_transfer (Trial *trial)
{
  MusterStore *store = operations_fixture_open (trial->fixture, FIXTURE_ALEX);
  g_autofree char *day = g_strdup_printf ("2026-05-%02u", 1 + trial->account);
  MusterDatabase *database;
  gint64 agency = 0;

  prepare_record (trial);
  trial->input.edit.agency = "Northside Test Navigators";
  run_well (trial->fixture, FIXTURE_KIM, &muster_add_assister, &trial->input.edit, NULL);
  prepare_nothing (trial);
  database = muster_store_read (store, NULL);
  g_assert_true (muster_people_table_find_agency (database, "Northside Test Navigators", &agency, NULL));
  muster_store_read_done (store, database);
  operations_fixture_set_day (day);
  trial->input.transfer = (MusterTransferRequest) { .assister_id = trial->person, .agency_id = agency, .reason = "Because" };
}

static void
prepare_open (Trial *trial)
{
  prepare_certified (trial);
  trial->input.open = (MusterOpenAction) { .assister_id = trial->person, .clauses = grounds, .severity = MUSTER_SEVERITY_3, .finding = "Mis-sent letter", .restriction = -1, .unacknowledged = "It was read aloud" };
}

static gint64
record_incident (Trial *trial)
{
  gint64 id = 0;

  trial->incident = muster_incident_new ();
  trial->incident->narrative = g_strdup ("A client was shouted at");
  muster_incident_add_clause (trial->incident, "COC-08");
  run_well (trial->fixture, FIXTURE_ROBIN, &muster_record_incident, trial->incident, &id);
  return id;
}

static void
prepare_incident (Trial *trial)
{
  trial->incident = muster_incident_new ();
  trial->incident->narrative = g_strdup ("A laptop was lost");
  trial->input.incident = *trial->incident;
}

static void
prepare_completing (Trial *trial)
{
  gint64 id = record_incident (trial);

  trial->incident->id = id;
  trial->incident->severity = 2;
  trial->input.incident = *trial->incident;
}

static void
prepare_report (Trial *trial)
{
  trial->input.report = (MusterIncidentReportRequest) { .incident_id = record_incident (trial), .duty = MUSTER_DUTY_INTERNAL_REPORT, .told = "Sam" };
  muster_moment_clear (&trial->input.report.at);
}

static void
prepare_closing_to (Trial *trial)
{
  trial->input.access = (MusterCaseAccessRequest) { MUSTER_CASE_INCIDENT, record_incident (trial), 5, "A relative" };
}

static void
prepare_opening_to (Trial *trial)
{
  prepare_closing_to (trial);
  run_well (trial->fixture, FIXTURE_ROBIN, &muster_close_case_to, &trial->input.access, NULL);
}

static void
prepare_look (Trial *trial)
{
  trial->input.looking = (MusterCaseRequest) { MUSTER_CASE_INCIDENT, record_incident (trial) };
}

static void
prepare_attach (Trial *trial)
{
  trial->content = g_bytes_new_static ("Seen.", 5);
  trial->input.attach = (MusterAttachRequest) { record_incident (trial), NULL, "report.txt", trial->content, "It came" };
}

static void
prepare_attached (Trial *trial)
{
  gint64 id = 0;

  prepare_attach (trial);
  run_well (trial->fixture, FIXTURE_ROBIN, &muster_attach_to_incident, &trial->input.attach, &id);
  trial->input.id = id;
}

static void
prepare_attachment_withdrawal (Trial *trial)
{
  prepare_attached (trial);
  trial->input.withdraw = (MusterWithdrawAttachment) { trial->input.id, "Of another" };
}

static void
prepare_finding (Trial *trial)
{
  trial->input.finding = (MusterIncidentFindingRequest) { record_incident (trial), "COC-08", MUSTER_FINDING_INCONCLUSIVE, "Nobody else was there" };
}

static void
prepare_end (Trial *trial)
{
  prepare_finding (trial);
  run_well (trial->fixture, FIXTURE_ROBIN, &muster_incident_finding, &trial->input.finding, NULL);
  trial->input.end = (MusterCloseIncident) { trial->input.finding.incident_id, MUSTER_INCIDENT_OUTCOME_NO_ACTION, "Talked about" };
}

static gint64
open_action (Trial *trial)
{
  gint64 id = 0;

  prepare_open (trial);
  run_well (trial->fixture, FIXTURE_ROBIN, &muster_open_action, &trial->input.open, &id);
  return id;
}

static void
prepare_step (Trial *trial)
{
  gint64 id = open_action (trial);

  trial->input.text = (MusterActionText) { id, "Two envelopes lay open on the desk" };
  run_well (trial->fixture, FIXTURE_ROBIN, &muster_set_cause, &trial->input.text, NULL);
  trial->input.step = (MusterActionStepRequest) { .action_id = id, .step = 1, .what = "Repeat the course", .owner = "Moua" };
}

static void
prepare_complete (Trial *trial)
{
  prepare_step (trial);
  run_well (trial->fixture, FIXTURE_ROBIN, &muster_add_step, &trial->input.step, NULL);
}

static void
prepare_verify (Trial *trial)
{
  prepare_complete (trial);
  run_well (trial->fixture, trial->account == FIXTURE_SAM ? FIXTURE_ALEX : FIXTURE_SAM, &muster_complete_step, &trial->input.step, NULL);
}

static void
prepare_text (Trial *trial)
{
  gint64 id = open_action (trial);

  trial->input.text = (MusterActionText) { id, "Two envelopes lay open on the desk" };
}

static void
prepare_severity (Trial *trial)
{
  gint64 id = open_action (trial);

  trial->input.severity = (MusterSeverityRequest) { id, MUSTER_SEVERITY_4, "It happened again" };
}

static void
prepare_close (Trial *trial)
{
  gint64 id = 0;

  /* One that restricts nothing: else something has to take its place first. */
  prepare_open (trial);
  trial->input.open.severity = MUSTER_SEVERITY_1;
  trial->input.open.restriction = MUSTER_RESTRICTION_NONE;
  trial->input.open.restriction_text = NULL;
  run_well (trial->fixture, FIXTURE_ROBIN, &muster_open_action, &trial->input.open, &id);
  trial->input.close = (MusterCloseAction) { id, MUSTER_OUTCOME_FAILED, "Nothing was done" };
}

/* A light one, whose effect can be checked at once. */
static void
prepare_plan (Trial *trial)
{
  prepare_close (trial);
  trial->input.plan = (MusterCheckPlan) { .action_id = trial->input.close.action_id, .criterion = "All calls are returned" };
}

static void
prepare_result (Trial *trial)
{
  prepare_plan (trial);
  run_well (trial->fixture, FIXTURE_ROBIN, &muster_plan_check, &trial->input.plan, NULL);
  trial->input.result = (MusterCheckResult) { .action_id = trial->input.plan.action_id, .note = "They are not" };
}

static void
prepare_response (Trial *trial)
{
  prepare_close (trial);
  trial->input.response = (MusterActionResponse) { .action_id = trial->input.close.action_id, .state = MUSTER_FOLLOW_UP_ANSWERED, .text = "It was another person" };
}

static void
prepare_extension (Trial *trial)
{
  prepare_close (trial);
  trial->input.extension = (MusterExtensionRequest) { .action_id = trial->input.close.action_id, .reason = "In the hospital" };
  set_day (&trial->input.extension.until, "2027-03-10");
}

static void
prepare_answered_extension (Trial *trial)
{
  gint64 id;

  prepare_extension (trial);
  id = trial->input.extension.action_id;
  run_well (trial->fixture, trial->account == FIXTURE_SAM ? FIXTURE_ALEX : FIXTURE_SAM, &muster_ask_extension, &trial->input.extension, NULL);
  trial->input.text = (MusterActionText) { id, "Others can do it" };
}

static void
prepare_waiver (Trial *trial)
{
  prepare_close (trial);
  trial->input.text = (MusterActionText) { trial->input.close.action_id, "The office was closed" };
}

static void
prepare_proposal (Trial *trial)
{
  prepare_certified (trial);
  trial->input.proposal = (MusterProposal) { .assister_id = trial->person, .clauses = grounds, .reason = "A list was sold", .unacknowledged = "It was read aloud" };
}

static void
prepare_answer_to (Trial *trial, FixtureAccount proposer)
{
  gint64 id = 0;

  prepare_proposal (trial);
  run_well (trial->fixture, proposer, &muster_propose_revocation, &trial->input.proposal, &id);
  trial->input.answer = (MusterDecisionAnswer) { .decision_id = id, .reason = "Seen and weighed" };
}

static void
prepare_answer (Trial *trial)
{
  prepare_answer_to (trial, FIXTURE_SAM);
}

static void
prepare_calling_off (Trial *trial)
{
  gint64 id = 0;

  prepare_proposal (trial);
  set_day (&trial->input.proposal.effective, "2026-12-15");
  run_well (trial->fixture, FIXTURE_SAM, &muster_propose_revocation, &trial->input.proposal, &id);
  trial->input.answer = (MusterDecisionAnswer) { .decision_id = id, .reason = "The facts were others" };
  run_well (trial->fixture, FIXTURE_ROBIN, &muster_approve_decision, &trial->input.answer, NULL);
}

/* Decided by the other of the two administrators, so that this one may review it. */
static void
prepare_review_request (Trial *trial)
{
  prepare_answer (trial);
  run_well (trial->fixture, trial->account == FIXTURE_ALEX ? FIXTURE_ROBIN : FIXTURE_ALEX, &muster_approve_decision, &trial->input.answer, NULL);
  trial->input.review_request = (MusterReviewRequest) { .decision_id = trial->input.answer.decision_id, .route = MUSTER_ROUTE_EMAIL };
}

static void
prepare_review (Trial *trial)
{
  gint64 id = 0;

  prepare_review_request (trial);
  run_well (trial->fixture, FIXTURE_ALEX, &muster_file_review, &trial->input.review_request, &id);
  trial->input.review = (MusterReviewAnswer) { .review_id = id, .outcome = MUSTER_REVIEW_REVERSED, .reason = "It was somebody else" };
}

static void
prepare_own (Trial *trial)
{
  prepare_answer_to (trial, may (trial->fixture, trial->account, "propose-revocation") ? trial->account : FIXTURE_SAM);
}

static void
prepare_new_account (Trial *trial)
{
  trial->name = g_strdup_printf ("account%u", trial->number);
  trial->password = muster_secret_new_from_text (FIXTURE_PASSWORD);
  trial->input.new_account = (MusterNewAccount) { trial->name, "Somebody New", MUSTER_ROLE_STAFF, trial->password };
}

static void
prepare_tie (Trial *trial)
{
  gint64 id = 0;

  prepare_new_account (trial);
  run_well (trial->fixture, FIXTURE_ROBIN, &muster_add_account, &trial->input.new_account, &id);
  trial->input.tie = (MusterAccountTie) { .account_id = id, .said = TRUE, .person_id = 0 };
}

static void
prepare_change (Trial *trial)
{
  gint64 id = 0;

  prepare_new_account (trial);
  run_well (trial->fixture, FIXTURE_ROBIN, &muster_add_account, &trial->input.new_account, &id);
  trial->input.change = (MusterAccountChange) { id, MUSTER_ROLE_AUDITOR, FALSE };
}

static void
prepare_password (Trial *trial)
{
  trial->password = muster_secret_new_from_text (FIXTURE_PASSWORD);
  trial->input.password_change = (MusterPasswordChange) { trial->password, trial->password };
}

static void
prepare_import (Trial *trial)
{
  g_autofree char *path = g_strdup_printf ("%s/roster%u.csv", trial->fixture->folder, trial->number);
  g_autofree char *text = g_strdup_printf ("Last Name,NPN\nYang,%u\n", 8000000 + trial->number);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, &error));
  trial->sheet = muster_import_read_sheet (path, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  trial->options = muster_import_options_new (trial->sheet, NULL);
  trial->input.import = (MusterImportRequest) { .sheet = trial->sheet, .options = trial->options };
}

static void
prepare_profile (Trial *trial)
{
  g_autofree char *name = g_strdup_printf ("Sender %u", trial->number);

  trial->profile = muster_import_profile_new (name);
  trial->input.saving = (MusterProfileSaving) { trial->profile };
}

static void
prepare_removal (Trial *trial)
{
  prepare_profile (trial);
  run_well (trial->fixture, FIXTURE_KIM, &muster_save_profile, &trial->input.saving, NULL);
  trial->input.removal = (MusterProfileRemoval) { trial->profile->name };
}

static void
prepare_export (Trial *trial)
{
  trial->name = g_build_filename (trial->fixture->folder, "roster.csv", NULL);
  trial->input.export = (MusterExportRequest) { .path = trial->name, .format = MUSTER_TABLE_CSV, .reason = "For the test" };
  muster_export_columns_init (&trial->input.export.columns);
}

static void
prepare_report_export (Trial *trial)
{
  trial->name = g_build_filename (trial->fixture->folder, "actions.csv", NULL);
  trial->input.report_export = (MusterReportExport) { .kind = MUSTER_REPORT_ACTIONS, .format = MUSTER_REPORT_CSV, .path = trial->name };
}

static void
prepare_bundle (Trial *trial)
{
  open_action (trial);
  trial->name = g_build_filename (trial->fixture->folder, "case.pdf", NULL);
  trial->input.bundle = (MusterBundleExport) { .number = "CA-2026-0001", .path = trial->name, .format = MUSTER_BUNDLE_PDF, .reason = "For the test" };
}

static void
prepare_season (Trial *trial)
{
  trial->name = g_build_filename (trial->fixture->folder, "season.ics", NULL);
  trial->input.season = (MusterSeasonExport) { .kind = MUSTER_SEASON_EXPORT_CALENDAR, .path = trial->name, .reason = "For the test" };
}

/* A list that has nobody. */
static void
prepare_list (Trial *trial)
{
  g_autofree char *path = g_build_filename (trial->fixture->folder, "list.csv", NULL);
  MusterStore *store = operations_fixture_open (trial->fixture, FIXTURE_ALEX);
  g_autoptr (GError) error = NULL;
  MusterDatabase *database;
  GDate today;

  g_assert_true (g_file_set_contents (path, "NPN,Applicable Plan Year,Individual Registration Completion Date\n5,2026,01/02/2026\n", -1, &error));
  database = muster_store_read (store, &error);
  set_day (&today, "2026-03-10");
  trial->list = muster_list_reading_new (database, path, 0, &today, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  muster_store_read_done (store, database);
  trial->input.reconcile = (MusterReconcileRequest) { trial->list };
}

static void
prepare_task (Trial *trial)
{
  MusterReconcileRequest request;
  MusterReconcilePlan *plan = NULL;

  trial->person = add_certified (trial->fixture, "Moua", trial->number, MUSTER_ASSISTER_BROKER);
  prepare_list (trial);
  request = trial->input.reconcile;
  run_well (trial->fixture, FIXTURE_KIM, &muster_reconcile_list, &request, &plan);
  for (guint i = 0; i < plan->proposals->len; i++)
    {
      const MusterListProposal *proposal = plan->proposals->pdata[i];

      if (proposal->task->assister_id == trial->person)
        trial->input.close_task = (MusterCloseTask) { proposal->task->id, "Registered since" };
    }
  muster_reconcile_plan_free (plan);
}

static void
prepare_evidence (Trial *trial)
{
  trial->person = add_certified (trial->fixture, "Moua", trial->number, MUSTER_ASSISTER_NAVIGATOR);
  trial->evidence = muster_evidence_new ();
  trial->evidence->assister_id = trial->person;
  trial->evidence->requirement = g_strdup ("data-security");
  set_day (&trial->evidence->on, "2026-03-01");
  trial->input.evidence = (MusterEvidenceRequest) { .evidence = trial->evidence };
}

static void
prepare_correction (Trial *trial)
{
  gint64 id;

  prepare_evidence (trial);
  run_well (trial->fixture, FIXTURE_ALEX, &muster_record_evidence, &trial->input.evidence, &id);
  set_day (&trial->evidence->on, "2026-03-02");
  trial->input.evidence.corrects = id;
  trial->input.evidence.reason = "The day was misread";
}

static void
prepare_withdrawal (Trial *trial)
{
  gint64 id;

  prepare_evidence (trial);
  run_well (trial->fixture, FIXTURE_ALEX, &muster_record_evidence, &trial->input.evidence, &id);
  trial->input.withdrawal = (MusterWithdrawEvidence) { .evidence_id = id, .reason = "Of somebody else" };
}

/* Each of them has to have one of its own. */
static void
prepare_list_saving (Trial *trial)
{
  static const MusterSavedFilter filter = { .county = (char *) "Ramsey", .may_assist = -1 };

  trial->input.list = (MusterListSaving) { .name = "Ramsey", .filter = &filter, .replaces = TRUE };
}

static void
keep_lists (Trial *trial)
{
  static const FixtureAccount accounts[] = { FIXTURE_ALEX, FIXTURE_ROBIN, FIXTURE_SAM, FIXTURE_KIM };

  prepare_list_saving (trial);
  for (guint i = 0; i < G_N_ELEMENTS (accounts); i++)
    run_well (trial->fixture, accounts[i], &muster_save_list, &trial->input.list, NULL);
}

static void
prepare_list_renaming (Trial *trial)
{
  keep_lists (trial);
  trial->input.renaming = (MusterListRenaming) { "Ramsey", "East" };
}

static void
prepare_list_removal (Trial *trial)
{
  keep_lists (trial);
  g_strlcpy (trial->input.word, "Ramsey", sizeof trial->input.word);
}

static void
prepare_document (Trial *trial)
{
  gint64 id;

  prepare_evidence (trial);
  trial->content = g_bytes_new_static ("Passed.", 7);
  trial->input.evidence.file_name = "certificate.txt";
  trial->input.evidence.content = trial->content;
  run_well (trial->fixture, FIXTURE_ALEX, &muster_record_evidence, &trial->input.evidence, &id);
  trial->input.id = id;
}

/* Never twice the same. */
static void
prepare_pack (Trial *trial)
{
  static const char *const names[] = { "mnsure-2026", "mnsure-2027", "federal-2027" };

  trial->input.adopt = (MusterAdoptRequest) { .pack = muster_rule_packs_find_shipped (names[trial->number % 3]), .reason = "For the test" };
}

static void
prepare_snooze (Trial *trial)
{
  g_autoptr (MusterIncident) incident = muster_incident_new ();
  gint64 id = 0;

  incident->narrative = g_strdup ("A letter went to another client");
  incident->kind = MUSTER_INCIDENT_SECURITY;
  run_well (trial->fixture, FIXTURE_ROBIN, &muster_record_incident, incident, &id);
  trial->name = g_strdup_printf ("incident-report:%" G_GINT64_FORMAT, id);
  trial->input.snooze = (MusterSnoozeRequest) { .item = trial->name, .reason = "For the test" };
  set_day (&trial->input.snooze.until, "2026-04-01");
}

static void
prepare_policy (Trial *trial)
{
  trial->name = g_strdup_printf ("2026.%u", trial->number);
  trial->content = g_bytes_new_static ("Be kind.", 8);
  trial->input.policy = (MusterPolicyRequest) { .version = trial->name, .title = "Notice", .file_name = "notice.txt", .content = trial->content };
  set_day (&trial->input.policy.from, "2026-01-01");
}

static const struct
{
  const MusterOperation *operation;
  void (*prepare) (Trial *trial);
} cases[] = {
  { &muster_add_account, prepare_new_account },
  { &muster_change_account, prepare_change },
  { &muster_tie_account, prepare_tie },
  { &muster_change_password, prepare_password },
  { &muster_import_roster, prepare_import },
  { &muster_save_profile, prepare_profile },
  { &muster_remove_profile, prepare_removal },
  { &muster_export_roster, prepare_export },
  { &muster_export_report, prepare_report_export },
  { &muster_export_bundle, prepare_bundle },
  { &muster_export_season, prepare_season },
  { &muster_reconcile_list, prepare_list },
  { &muster_close_task, prepare_task },
  { &muster_add_assister, prepare_record },
  { &muster_edit_assister, prepare_edit },
  { &muster_reveal_identifier, prepare_reveal },
  { &muster_open_document, prepare_document },
  { &muster_record_evidence, prepare_evidence },
  { &muster_correct_evidence, prepare_correction },
  { &muster_withdraw_evidence, prepare_withdrawal },
  { &muster_adopt_rule_pack, prepare_pack },
  { &muster_load_policy, prepare_policy },
  { &muster_save_list, prepare_list_saving },
  { &muster_rename_list, prepare_list_renaming },
  { &muster_remove_list, prepare_list_removal },
  { &muster_snooze, prepare_snooze },
  { &muster_enrol, prepare_nothing },
  { &muster_start_training, prepare_applicant },
  { &muster_submit, prepare_trainee },
  { &muster_withdraw, prepare_certified },
  { &muster_inactivate, prepare_certified },
  { &muster_return, prepare_inactive },
  { &muster_reapply, prepare_withdrawn },
  { &muster_certify, prepare_applicant },
  { &muster_deny, prepare_applicant },
  { &muster_suspend, prepare_certified },
  { &muster_reinstate, prepare_suspended },
  { &muster_expire, prepare_suspended },
  { &muster_correct_certification, prepare_correction_of_state },
  { &muster_record_incident, prepare_incident },
  { &muster_change_incident, prepare_completing },
  { &muster_record_incident_report, prepare_report },
  { &muster_incident_finding, prepare_finding },
  { &muster_close_incident, prepare_end },
  { &muster_record_exit_item, prepare_exit_item },
  { &muster_attach_to_incident, prepare_attach },
  { &muster_withdraw_attachment, prepare_attachment_withdrawal },
  { &muster_open_attachment, prepare_attached },
  { &muster_close_case_to, prepare_closing_to },
  { &muster_open_case_to, prepare_opening_to },
  { &muster_look_at_case, prepare_look },
  { &muster_open_action, prepare_open },
  { &muster_add_step, prepare_step },
  { &muster_complete_step, prepare_complete },
  { &muster_verify_step, prepare_verify },
  { &muster_set_cause, prepare_text },
  { &muster_change_severity, prepare_severity },
  { &muster_plan_check, prepare_plan },
  { &muster_record_check, prepare_result },
  { &muster_waive_check, prepare_waiver },
  { &muster_record_response, prepare_response },
  { &muster_ask_extension, prepare_extension },
  { &muster_approve_extension, prepare_answered_extension },
  { &muster_refuse_extension, prepare_answered_extension },
  { &muster_close_action, prepare_close },
  { &muster_void_action, prepare_text },
  { &muster_propose_revocation, prepare_proposal },
  { &muster_propose_suspension, prepare_proposal },
  { &muster_propose_calling_off, prepare_calling_off },
  { &muster_take_back_proposal, prepare_own },
  { &muster_approve_decision, prepare_answer },
  { &muster_refuse_decision, prepare_answer },
  { &muster_file_review, prepare_review_request },
  { &muster_decide_review, prepare_review },
  { &muster_transfer, prepare_transfer },
};

/* Those that are no constants of this layer: their probes are above. */
static const char *const others[] = {
  "create-register",
  "reset-administrator",
  "set-up-computer",
  "accept-copy",
  "sign-in",
  "failed-sign-ins",
  "checkpoint",
  "undo-import",
  /* test-letters.c */
  "draw-paper",
  "draw-notice",
  "draw-action-letter",
  "draw-decision-letter",
  "open-letter",
  "print-letter",
  "record-service",
  "set-letter-template",
};

static void
try (OperationsFixture *fixture, guint index, FixtureAccount account)
{
  Trial trial = { .fixture = fixture, .account = account, .number = 1 + index * N_FIXTURE_ACCOUNTS + account };
  const MusterOperation *operation = cases[index].operation;
  MusterImportResult result = { 0 };
  gboolean reserved = operation == &muster_void_action && account == FIXTURE_SAM; /* of corrective actions, voiding alone is an administrator's */

  g_test_message ("%s, account %u", operation->name, account);
  cases[index].prepare (&trial);
  if (reserved)
    {
      run_badly (fixture, account, operation, &trial.input, NULL, MUSTER_ERROR_RULE);
    }
  else if (may (fixture, account, operation->name))
    {
      gint64 before = count_entries (fixture);

      run_well (fixture, account, operation, &trial.input, operation == &muster_import_roster ? &result : NULL);
      g_assert_cmpint (count_entries (fixture), ==, before + 1);
    }
  else
    {
      run_badly (fixture, account, operation, &trial.input, NULL, MUSTER_ERROR_FORBIDDEN);
    }
  g_clear_pointer (&trial.record, muster_assister_free);
  g_clear_pointer (&trial.password, muster_secret_unref);
  g_clear_pointer (&trial.name, g_free);
  g_clear_pointer (&result.plan, muster_import_plan_free);
  g_clear_pointer (&trial.profile, muster_import_profile_free);
  g_clear_pointer (&trial.options, muster_import_options_free);
  g_clear_pointer (&trial.list, muster_list_reading_unref);
  g_clear_pointer (&trial.evidence, muster_evidence_free);
  g_clear_pointer (&trial.incident, muster_incident_free);
  g_clear_pointer (&trial.content, g_bytes_unref);
  g_clear_pointer (&trial.sheet, muster_sheet_unref);
}

/* Afterwards the whole journal is replayed: a row changed by what was refused would have no entry. */
static void
test_operations (OperationsFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterVerification) verification = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint account = 0; account < N_FIXTURE_ACCOUNTS; account++)
      try (fixture, i, account);

  verification = muster_verify (operations_fixture_open (fixture, FIXTURE_ALEX), NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (verification->what, ==, NULL);
  g_assert_true (verification->ok);
}

static guint
count_mentions (const char *name)
{
  guint count = 0;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    count += g_str_equal (cases[i].operation->name, name);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    count += g_str_equal (others[i], name);
  return count;
}

static void
test_complete (void)
{
  const MusterOperationRule *rules = muster_operation_rule_get_all ();

  for (guint i = 0; rules[i].name != NULL; i++)
    {
      g_test_message ("%s", rules[i].name);
      g_assert_cmpuint (count_mentions (rules[i].name), ==, 1);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  operations_fixture_add ("/operations/permissions/probes", test_probes);
  operations_fixture_add ("/operations/permissions/operations", test_operations);
  g_test_add_func ("/operations/permissions/complete", test_complete);
  return g_test_run ();
}
