/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-case-operations.h"

#include <string.h>

#include "operations-fixture.h"
#include "operations/muster-account-operations.h"
#include "operations/muster-action-operations.h"
#include "operations/muster-attachment-operations.h"
#include "operations/muster-decision-operations.h"
#include "operations/muster-export-bundle.h"
#include "operations/muster-follow-up-operations.h"
#include "operations/muster-incident-operations.h"
#include "operations/muster-letter-operations.h"
#include "operations/muster-review-operations.h"
#include "store/muster-account-table.h"
#include "store/muster-attachment-table.h"
#include "store/muster-case-closed-query.h"
#include "store/muster-case-list-query.h"
#include "store/muster-case-looks-query.h"
#include "store/muster-cases-table.h"
#include "store/muster-document-table.h"
#include "store/muster-incident-table.h"
#include "store/muster-journal-query.h"
#include "store/muster-letter-table.h"
#include "store/muster-people-table.h"
#include "store/muster-report-query.h"
#include "store/muster-review-table.h"
#include "store/muster-roster-query.h"
#include "store/muster-rules-table.h"
#include "store/muster-today-query.h"
#include "store/muster-verify.h"

static const char *const clauses[] = { "ROB-05", NULL };

/* An incident, the corrective action that came from it, its notice, and the revocation that rests on it. */
typedef struct
{
  gint64 person;
  gint64 incident;
  gint64 action;
  gint64 decision;
  gint64 letter;
} Story;

static gint64
record_incident (OperationsFixture *fixture, gint64 person)
{
  g_autoptr (MusterIncident) incident = muster_incident_new ();
  gint64 id = 0;

  incident->narrative = g_strdup ("The umbrella was sold");
  muster_incident_add_clause (incident, clauses[0]);
  muster_incident_add_person (incident, person);
  run_well (fixture, FIXTURE_KIM, &muster_record_incident, incident, &id);
  return id;
}

static void
attach (OperationsFixture *fixture, gint64 incident)
{
  g_autoptr (GBytes) content = g_bytes_new_static ("An umbrella", 11);
  const MusterAttachRequest request = { incident, "An umbrella", "umbrella.txt", content, "It came" };

  run_well (fixture, FIXTURE_KIM, &muster_attach_to_incident, &request, NULL);
}

static void
tell (OperationsFixture *fixture, Story *story)
{
  MusterOpenAction action = { .clauses = clauses, .severity = MUSTER_SEVERITY_3, .restriction = -1, .finding = "Sold the umbrella", .cause = "Money was short" };
  MusterProposal proposal = { .types = MUSTER_ASSISTER_NAVIGATOR, .authority = MUSTER_AUTHORITY_AGENCY, .clauses = clauses, .reason = "Sold an umbrella" };
  MusterLetterRequest letter = { .kind = muster_letter_kind_find ("action-notice", NULL) };
  g_auto (MusterLetterDrawn) drawn = { 0 };
  gint64 actions[2] = { 0 };

  story->person = add_certified (fixture, "Oakenfold", 7, MUSTER_ASSISTER_NAVIGATOR);
  story->incident = record_incident (fixture, story->person);
  attach (fixture, story->incident);
  action.assister_id = story->person;
  action.incident_id = story->incident;
  run_well (fixture, FIXTURE_SAM, &muster_open_action, &action, &story->action);
  letter.about_id = story->action;
  run_well (fixture, FIXTURE_SAM, muster_letter_operation (letter.kind), &letter, &drawn);
  story->letter = drawn.id;
  actions[0] = story->action;
  proposal.assister_id = story->person;
  proposal.action_ids = actions;
  proposal.n_action_ids = 1;
  run_well (fixture, FIXTURE_SAM, &muster_propose_revocation, &proposal, &story->decision);
}

static gint64
get_account (OperationsFixture *fixture, FixtureAccount account)
{
  return muster_store_get_account (operations_fixture_open (fixture, account))->id;
}

static MusterCaseAccessRequest
make_request (OperationsFixture *fixture, const Story *story, FixtureAccount account)
{
  return (MusterCaseAccessRequest) { MUSTER_CASE_INCIDENT, story->incident, get_account (fixture, account), "The complaint is about them" };
}

/* The places where a case is told of: how much of it there is. */
typedef guint (*Count) (MusterDatabase *database, const Story *story);

static guint
count_of (GPtrArray *list)
{
  guint n = list->len;

  g_ptr_array_unref (list);
  return n;
}

static guint
count_incidents (MusterDatabase *database, const Story *story)
{
  const MusterIncidentFilter filter = { .assister_id = story->person };

  return count_of (muster_incident_table_list (database, &filter, NULL));
}

static guint
count_actions (MusterDatabase *database, const Story *story)
{
  const MusterActionFilter filter = { .search = "oakenfold" };

  return count_of (muster_action_table_list (database, &filter, NULL));
}

static guint
count_decisions (MusterDatabase *database, const Story *story)
{
  const MusterDecisionFilter filter = { .only_pending = TRUE };

  return count_of (muster_decision_table_list (database, &filter, NULL));
}

static guint
count_numbers (MusterDatabase *database, const Story *story)
{
  return (muster_incident_table_find (database, "IN-2026-0001", NULL) != 0) + (muster_action_table_find (database, "CA-2026-0001", NULL) != 0) +
         (muster_decision_table_find (database, "RV-2026-0001", NULL) != 0) + (muster_letter_table_find (database, "LT-2026-0001", NULL) != 0);
}

static guint
count_pages (MusterDatabase *database, const Story *story)
{
  g_autoptr (MusterIncident) incident = muster_incident_table_load (database, story->incident, NULL);
  g_autoptr (MusterCorrectiveAction) action = muster_action_table_load (database, story->action, NULL);
  g_autoptr (MusterDecision) decision = muster_decision_table_load (database, story->decision, NULL);

  return (incident != NULL) + (action != NULL) + (decision != NULL);
}

static guint
count_letters (MusterDatabase *database, const Story *story)
{
  return count_of (muster_letter_table_list (database, story->person, NULL));
}

static guint
count_attachments (MusterDatabase *database, const Story *story)
{
  return count_of (muster_attachment_table_list (database, story->incident, NULL));
}

static guint
count_documents (MusterDatabase *database, const Story *story)
{
  guint n = 0;

  for (gint64 id = 1; id < 9; id++)
    {
      g_autoptr (GBytes) content = muster_document_table_load_content (database, id, NULL);

      n += content != NULL;
    }
  return n;
}

/* Of the case: what is not is there for both. */
static guint
count_entries_of_case (MusterDatabase *database, const Story *story)
{
  const MusterJournalFilter filter = { 0 };
  g_autoptr (GPtrArray) entries = muster_journal_query_list (database, &filter, NULL);
  guint n = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      const MusterJournalEntry *entry = entries->pdata[i];
      g_autoptr (GPtrArray) changes = muster_journal_query_changes (database, entry->sequence, 0, NULL);

      n += entry->subject != NULL && strstr ("IN-2026-0001 CA-2026-0001 RV-2026-0001 LT-2026-0001", entry->subject) != NULL;
      for (guint j = 0; j < changes->len; j++)
        for (guint k = 0; k < ((const MusterJournalChange *) changes->pdata[j])->n; k++)
          n += ((const MusterJournalChange *) changes->pdata[j])->after[k] != NULL && strstr (((const MusterJournalChange *) changes->pdata[j])->after[k], "umbrella") != NULL;
    }
  return n;
}

static guint
count_history (MusterDatabase *database, const Story *story)
{
  g_autofree char *code = muster_assister_dup_code (story->person);
  const MusterJournalFilter filter = { .subject = code, .operation = "open-action" };

  return count_of (muster_journal_query_list (database, &filter, NULL));
}

static guint
count_reasons (MusterDatabase *database, const Story *story)
{
  g_autoptr (GPtrArray) events = muster_people_table_list_events (database, story->person, NULL);
  guint n = 0;

  for (guint i = 0; i < events->len; i++)
    n += ((const MusterCertificationEvent *) events->pdata[i])->action_id != 0 && ((const MusterCertificationEvent *) events->pdata[i])->reason != NULL;
  return n;
}

/* Of cases: of people as such everybody is told. */
static guint
count_today (MusterDatabase *database, const Story *story)
{
  g_autoptr (MusterRosterIndex) index = NULL;
  g_autoptr (MusterToday) today = NULL;
  GDate day;
  guint n = 0;

  set_day (&day, "2026-03-10");
  index = muster_roster_index_new (database, &day, NULL, NULL, NULL);
  today = muster_today_query (database, index, &day, TRUE, NULL);
  for (guint i = 0; i < today->groups->len; i++)
    {
      const MusterTodayGroup *group = today->groups->pdata[i];

      for (guint j = 0; j < group->items->len; j++)
        n += ((const MusterTodayItem *) group->items->pdata[j])->number != NULL;
    }
  return n;
}

static guint
count_reported (MusterDatabase *database, const Story *story)
{
  GDate day;

  set_day (&day, "2026-03-10");
  return count_of (muster_report_query_actions (database, &day, NULL, NULL)) + count_of (muster_report_query_findings (database, &day, NULL, NULL)) +
         count_of (muster_report_query_decisions (database, NULL, NULL)) + count_of (muster_report_query_cases (database, &day, NULL, NULL));
}

static guint
count_registers (MusterDatabase *database, const Story *story)
{
  MusterMoment now = { .minute = 0 };
  g_autoptr (MusterRulePack) pack = NULL;
  guint n = 0;

  set_day (&now.day, "2026-03-10");
  pack = muster_rules_table_load (database, &now.day, G_MAXINT64, NULL);
  for (MusterCaseKind kind = 0; kind < MUSTER_N_CASE_KINDS; kind++)
    {
      g_autoptr (MusterCaseList) list = muster_case_list_query_load (database, kind, pack, &now, TRUE, NULL);
      g_autoptr (GArray) found = muster_case_list_select (list, MUSTER_CASE_TILE_ALL, "oakenfold");

      n += muster_case_list_count (list, MUSTER_CASE_TILE_ALL) + found->len;
    }
  return n;
}

static guint
count_impact (MusterDatabase *database, const Story *story)
{
  g_autoptr (MusterRevocationImpact) impact = NULL;
  GDate day;

  set_day (&day, "2026-03-10");
  impact = muster_revocation_impact_new (database, story->person, MUSTER_ASSISTER_NAVIGATOR, &day, NULL);
  return impact->open_actions;
}

static guint
count_looks (MusterDatabase *database, const Story *story)
{
  return count_of (muster_case_looks_query_list (database, MUSTER_CASE_INCIDENT, story->incident, "IN-2026-0001", NULL));
}

static const struct
{
  const char *place;
  Count count;
} places[] = {
  { "the list of incidents, and a person’s page", count_incidents },
  { "the search for corrective actions", count_actions },
  { "decisions that wait", count_decisions },
  { "numbers", count_numbers },
  { "pages", count_pages },
  { "letters", count_letters },
  { "documents of the incident", count_attachments },
  { "documents", count_documents },
  { "the journal and its details", count_entries_of_case },
  { "a person’s history", count_history },
  { "today", count_today },
  { "reports", count_reported },
  { "the registers and their search", count_registers },
  { "what a revocation would leave behind", count_impact },
  { "why a certification is restricted", count_reasons },
  { "who looked", count_looks },
};

static guint
count_at (OperationsFixture *fixture, FixtureAccount account, guint place, const Story *story)
{
  MusterStore *store = operations_fixture_open (fixture, account);
  g_autoptr (GError) error = NULL;
  MusterDatabase *database = muster_store_read (store, &error);
  guint n;

  g_assert_no_error (error);
  n = places[place].count (database, story);
  muster_store_read_done (store, database);
  return n;
}

/* To the account that has the name of whom it concerns it is nowhere, without anybody having closed it. */
static void
assert_nowhere_for_subject (OperationsFixture *fixture, const Story *story)
{
  g_autoptr (MusterSecret) password = muster_secret_new_from_text (FIXTURE_PASSWORD);
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterStore) store = muster_store_open (fixture->register_folder, "ana", password, NULL, &error);
  MusterDatabase *database;

  g_assert_no_error (error);
  database = muster_store_read (store, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_test_message ("%s", places[i].place);
      g_assert_cmpuint (places[i].count (database, story), ==, 0);
    }
  muster_store_read_done (store, database);
  muster_store_close (store);
}

static void
look (OperationsFixture *fixture, FixtureAccount account, const Story *story)
{
  const MusterCaseRequest request = { MUSTER_CASE_INCIDENT, story->incident };

  run_well (fixture, account, &muster_look_at_case, &request, NULL);
}

static MusterCertificationState
get_seen_state (OperationsFixture *fixture, FixtureAccount account, const Story *story, gboolean *may_assist)
{
  MusterStore *store = operations_fixture_open (fixture, account);
  MusterDatabase *database = muster_store_read (store, NULL);
  g_autoptr (GPtrArray) events = muster_people_table_list_events (database, story->person, NULL);
  MusterStanding standing;
  GDate day;

  set_day (&day, "2026-03-10");
  g_assert_true (muster_roster_query_standing (database, story->person, &day, NULL, NULL, &standing, NULL));
  *may_assist = standing.may_assist;
  muster_store_read_done (store, database);
  return muster_certification_state_on (events, MUSTER_ASSISTER_NAVIGATOR, &day, NULL);
}

/* What is closed is nowhere, for whom it is closed to; and all of it is there for everybody else. */
static void
test_nowhere (OperationsFixture *fixture, gconstpointer data)
{
  MusterCaseAccessRequest request;
  gboolean before_may, after_may;
  MusterCertificationState before;
  Story story;

  tell (fixture, &story);
  look (fixture, FIXTURE_ALEX, &story);
  before = get_seen_state (fixture, FIXTURE_ROBIN, &story, &before_may);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_test_message ("%s", places[i].place);
      g_assert_cmpuint (count_at (fixture, FIXTURE_ROBIN, i, &story), >, 0);
    }
  request = make_request (fixture, &story, FIXTURE_ROBIN);
  run_well (fixture, FIXTURE_SAM, &muster_close_case_to, &request, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_test_message ("closed: %s", places[i].place);
      g_assert_cmpuint (count_at (fixture, FIXTURE_ROBIN, i, &story), ==, 0);
      g_assert_cmpuint (count_at (fixture, FIXTURE_ALEX, i, &story), >, 0);
    }
  /* The answer is the same for everybody. */
  g_assert_cmpint (get_seen_state (fixture, FIXTURE_ROBIN, &story, &after_may), ==, before);
  g_assert_cmpint (before_may, ==, after_may);
  run_well (fixture, FIXTURE_ALEX, &muster_open_case_to, &request, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    g_assert_cmpuint (count_at (fixture, FIXTURE_ROBIN, i, &story), >, 0);
}

/* Nothing is done to it, either, by whatever way one comes to it. */
static void
test_refused (OperationsFixture *fixture, gconstpointer data)
{
  MusterCaseAccessRequest request, own;
  MusterCaseRequest looking;
  MusterActionText cause = { .text = "Nothing" };
  MusterBundleExport bundle = { .number = "RV-2026-0001", .path = "/nowhere.pdf", .reason = "Curious" };
  MusterDecisionAnswer answer = { .reason = "Yes" };
  MusterOpenAction action = { .clauses = clauses, .severity = MUSTER_SEVERITY_2, .restriction = -1, .finding = "A second one" };
  MusterLetterRequest letter = { .kind = muster_letter_kind_find ("action-notice", NULL) };
  g_auto (MusterLetterDrawn) drawn = { 0 };
  g_auto (MusterBundleResult) result = { 0 };
  gint64 id = 0;
  Story story;

  tell (fixture, &story);
  request = own = make_request (fixture, &story, FIXTURE_ROBIN);
  run_well (fixture, FIXTURE_SAM, &muster_close_case_to, &request, NULL);
  run_badly (fixture, FIXTURE_SAM, &muster_close_case_to, &request, NULL, MUSTER_ERROR_RULE);

  run_badly (fixture, FIXTURE_ROBIN, &muster_open_case_to, &own, NULL, MUSTER_ERROR_RULE);
  own.account_id = get_account (fixture, FIXTURE_KIM);
  run_badly (fixture, FIXTURE_ROBIN, &muster_close_case_to, &own, NULL, MUSTER_ERROR_NOT_FOUND);
  looking = (MusterCaseRequest) { MUSTER_CASE_INCIDENT, story.incident };
  run_badly (fixture, FIXTURE_ROBIN, &muster_look_at_case, &looking, NULL, MUSTER_ERROR_NOT_FOUND);
  cause.action_id = story.action;
  run_badly (fixture, FIXTURE_ROBIN, &muster_set_cause, &cause, NULL, MUSTER_ERROR_NOT_FOUND);
  answer.decision_id = story.decision;
  run_badly (fixture, FIXTURE_ROBIN, &muster_approve_decision, &answer, NULL, MUSTER_ERROR_NOT_FOUND);
  action.assister_id = story.person;
  action.incident_id = story.incident;
  run_badly (fixture, FIXTURE_ROBIN, &muster_open_action, &action, &id, MUSTER_ERROR_NOT_FOUND);
  letter.about_id = story.action;
  run_badly (fixture, FIXTURE_ROBIN, muster_letter_operation (letter.kind), &letter, &drawn, MUSTER_ERROR_NOT_FOUND);
  run_badly (fixture, FIXTURE_ROBIN, &muster_open_letter, &story.letter, NULL, MUSTER_ERROR_NOT_FOUND);
  run_badly (fixture, FIXTURE_ROBIN, &muster_export_bundle, &bundle, &result, MUSTER_ERROR_NOT_FOUND);
  run_well (fixture, FIXTURE_ALEX, &muster_approve_decision, &answer, NULL);
}

/* Returns: the id of a new account that @by adds. */
static gint64
add_account (OperationsFixture *fixture, FixtureAccount by, const char *name, MusterRole role)
{
  g_autoptr (MusterSecret) password = muster_secret_new_from_text (FIXTURE_PASSWORD);
  const MusterNewAccount request = { name, "Quite Other", role, password };
  gint64 id = 0;

  run_well (fixture, by, &muster_add_account, &request, &id);
  return id;
}

static gboolean
is_closed_to (OperationsFixture *fixture, const Story *story, gint64 account)
{
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_SAM);
  MusterDatabase *database = muster_store_read (store, NULL);
  g_autoptr (GPtrArray) closed = muster_case_closed_query_list (database, MUSTER_CASE_DECISION, story->decision, NULL);
  gboolean is = FALSE;

  muster_store_read_done (store, database);
  for (guint i = 0; i < closed->len; i++)
    is |= ((const MusterClosedTo *) closed->pdata[i])->account->id == account;
  return is;
}

static void
change_role (OperationsFixture *fixture, FixtureAccount by, gint64 account, MusterRole role, gboolean disabled)
{
  const MusterAccountChange request = { .account_id = account, .role = role, .disabled = disabled };

  run_well (fixture, by, &muster_change_account, &request, NULL);
}

/* Nobody looks through a second account: it is closed to whom one lets in to whom it is closed, once there is the case, until somebody else opens it. */
static void
test_inherited (OperationsFixture *fixture, gconstpointer data)
{
  gint64 before = add_account (fixture, FIXTURE_ROBIN, "before", MUSTER_ROLE_STAFF), second, honest, through;
  MusterCaseAccessRequest request;
  Story story;

  tell (fixture, &story);
  request = make_request (fixture, &story, FIXTURE_ROBIN);
  run_well (fixture, FIXTURE_SAM, &muster_close_case_to, &request, NULL);
  second = add_account (fixture, FIXTURE_ROBIN, "second", MUSTER_ROLE_ADMINISTRATOR);
  honest = add_account (fixture, FIXTURE_ALEX, "honest", MUSTER_ROLE_ADMINISTRATOR);
  g_assert_true (is_closed_to (fixture, &story, second));
  g_assert_false (is_closed_to (fixture, &story, honest));
  /* whom one added before there was the case is open, until one gives them a role */
  g_assert_false (is_closed_to (fixture, &story, before));
  change_role (fixture, FIXTURE_ROBIN, before, MUSTER_ROLE_SUPERVISOR, FALSE);
  g_assert_true (is_closed_to (fixture, &story, before));
  /* and a disabled account is let in by who enables it */
  through = add_account (fixture, FIXTURE_ALEX, "through", MUSTER_ROLE_ADMINISTRATOR);
  change_role (fixture, FIXTURE_ALEX, through, MUSTER_ROLE_ADMINISTRATOR, TRUE);
  g_assert_false (is_closed_to (fixture, &story, through));
  change_role (fixture, FIXTURE_ROBIN, through, MUSTER_ROLE_ADMINISTRATOR, FALSE);
  g_assert_true (is_closed_to (fixture, &story, through));
  request.kind = MUSTER_CASE_INCIDENT;
  request.account_id = second;
  run_badly (fixture, FIXTURE_ROBIN, &muster_open_case_to, &request, NULL, MUSTER_ERROR_NOT_FOUND);
  run_well (fixture, FIXTURE_SAM, &muster_open_case_to, &request, NULL);
  g_assert_true (is_closed_to (fixture, &story, through));
}

/* An administrator whom a case does not concern is left: neither shut out, nor disabled, nor given another role. */
static void
test_last_keeper (OperationsFixture *fixture, gconstpointer data)
{
  MusterAccountChange change = { .role = MUSTER_ROLE_ADMINISTRATOR, .disabled = TRUE };
  MusterCaseAccessRequest request;
  Story story;

  tell (fixture, &story);
  request = make_request (fixture, &story, FIXTURE_ROBIN);
  run_well (fixture, FIXTURE_SAM, &muster_close_case_to, &request, NULL);
  request = make_request (fixture, &story, FIXTURE_ALEX);
  run_badly (fixture, FIXTURE_SAM, &muster_close_case_to, &request, NULL, MUSTER_ERROR_RULE);
  change.account_id = get_account (fixture, FIXTURE_ALEX);
  run_badly (fixture, FIXTURE_ROBIN, &muster_change_account, &change, NULL, MUSTER_ERROR_RULE);
  change.disabled = FALSE;
  change.role = MUSTER_ROLE_SUPERVISOR;
  run_badly (fixture, FIXTURE_ROBIN, &muster_change_account, &change, NULL, MUSTER_ERROR_RULE);
  /* to whom robin lets in it is closed as well */
  add_account (fixture, FIXTURE_ROBIN, "second", MUSTER_ROLE_ADMINISTRATOR);
  run_badly (fixture, FIXTURE_ROBIN, &muster_change_account, &change, NULL, MUSTER_ERROR_RULE);
  add_account (fixture, FIXTURE_ALEX, "honest", MUSTER_ROLE_ADMINISTRATOR);
  run_well (fixture, FIXTURE_ROBIN, &muster_change_account, &change, NULL);
}

/* Only an administrator closes a case to an auditor. */
static void
test_auditor (OperationsFixture *fixture, gconstpointer data)
{
  MusterCaseAccessRequest request;
  Story story;

  tell (fixture, &story);
  request = make_request (fixture, &story, FIXTURE_JO);
  run_badly (fixture, FIXTURE_SAM, &muster_close_case_to, &request, NULL, MUSTER_ERROR_RULE);
  run_well (fixture, FIXTURE_ROBIN, &muster_close_case_to, &request, NULL);
}

/* A letter about a case shows it: who opened it looked. */
static void
test_letter_is_look (OperationsFixture *fixture, gconstpointer data)
{
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_ALEX);
  g_autoptr (GPtrArray) before = NULL, after = NULL;
  MusterDatabase *database;
  Story story;

  tell (fixture, &story);
  database = muster_store_read (store, NULL);
  before = muster_case_looks_query_list (database, MUSTER_CASE_ACTION, story.action, "CA-2026-0001", NULL);
  muster_store_read_done (store, database);
  run_well (fixture, FIXTURE_JO, &muster_open_letter, &story.letter, NULL);
  database = muster_store_read (store, NULL);
  after = muster_case_looks_query_list (database, MUSTER_CASE_ACTION, story.action, "CA-2026-0001", NULL);
  muster_store_read_done (store, database);
  g_assert_cmpuint (after->len, ==, before->len + 1);
  g_assert_cmpstr (((const MusterCaseLook *) after->pdata[0])->account, ==, "jo");
}

/* A bundle of the decision has in it what that comes from. */
static void
test_bundle_is_look (OperationsFixture *fixture, gconstpointer data)
{
  static const struct
  {
    MusterCaseKind kind;
    const char *number;
  } cases[] = { { MUSTER_CASE_INCIDENT, "IN-2026-0001" }, { MUSTER_CASE_ACTION, "CA-2026-0001" }, { MUSTER_CASE_DECISION, "RV-2026-0001" } };
  g_autofree char *path = g_build_filename (fixture->folder, "bundle.pdf", NULL);
  MusterBundleExport bundle = { .number = "RV-2026-0001", .path = path, .reason = "For the hearing" };
  g_auto (MusterBundleResult) result = { 0 };
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_ALEX);
  MusterDatabase *database;
  Story story;

  tell (fixture, &story);
  run_well (fixture, FIXTURE_JO, &muster_export_bundle, &bundle, &result);
  database = muster_store_read (store, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 id = ((const gint64[]) { story.incident, story.action, story.decision })[i];
      g_autoptr (GPtrArray) looks = muster_case_looks_query_list (database, cases[i].kind, id, cases[i].number, NULL);

      g_test_message ("%s", cases[i].number);
      g_assert_cmpuint (looks->len, ==, 1);
      g_assert_cmpstr (((const MusterCaseLook *) looks->pdata[0])->account, ==, "jo");
    }
  muster_store_read_done (store, database);
}

/* What an account of the fixture’s password does that is none of the fixture’s. */
static void
run_as (OperationsFixture *fixture, const char *name, const MusterOperation *operation, gconstpointer input)
{
  g_autoptr (MusterSecret) password = muster_secret_new_from_text (FIXTURE_PASSWORD);
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterStore) store = muster_store_open (fixture->register_folder, name, password, NULL, &error);

  g_assert_no_error (error);
  muster_store_run (store, operation, input, NULL, NULL, &error);
  g_assert_no_error (error);
  muster_store_close (store);
}

static void
add_called (OperationsFixture *fixture, const char *name, const char *full_name, MusterRole role)
{
  g_autoptr (MusterSecret) password = muster_secret_new_from_text (FIXTURE_PASSWORD);
  const MusterNewAccount request = { name, full_name, role, password };

  run_well (fixture, FIXTURE_ALEX, &muster_add_account, &request, NULL);
}

static gboolean
has_remark (GPtrArray *remarks, const char *part)
{
  for (guint i = 0; i < remarks->len; i++)
    if (strstr (remarks->pdata[i], part) != NULL)
      return TRUE;
  return FALSE;
}

/* Two accounts of one person are not two people, for a step and an extension either. */
static void
test_action_ties (OperationsFixture *fixture, gconstpointer data)
{
  MusterActionStepRequest step = { .step = 1, .what = "Sell no umbrellas", .owner = "Ana", .note = "Seen" };
  MusterExtensionRequest extension = { .reason = "She was ill" };
  MusterActionText approval = { 0 };
  g_autoptr (MusterCorrectiveAction) action = NULL;
  g_autoptr (MusterVerification) verification = NULL;
  g_auto (GStrv) ties = NULL;
  MusterDatabase *database;
  Story story;

  add_called (fixture, "sam2", "SAM Spécht", MUSTER_ROLE_SUPERVISOR);
  operations_fixture_set_day ("2026-06-10");
  tell (fixture, &story);
  step.action_id = extension.action_id = approval.action_id = story.action;
  set_day (&extension.until, "2026-08-01");
  run_well (fixture, FIXTURE_SAM, &muster_add_step, &step, NULL);
  run_well (fixture, FIXTURE_SAM, &muster_complete_step, &step, NULL);
  run_as (fixture, "sam2", &muster_verify_step, &step);
  run_well (fixture, FIXTURE_SAM, &muster_ask_extension, &extension, NULL);
  run_as (fixture, "sam2", &muster_approve_extension, &approval);
  database = muster_store_read (operations_fixture_open (fixture, FIXTURE_ALEX), NULL);
  action = muster_action_table_load (database, story.action, NULL);
  ties = muster_account_table_list_action_ties (database, action, NULL);
  muster_store_read_done (operations_fixture_open (fixture, FIXTURE_ALEX), database);
  g_assert_cmpuint (g_strv_length (ties), ==, 2);
  g_assert_nonnull (strstr (ties[0], "“sam2”, who verified a step"));
  g_assert_nonnull (strstr (ties[1], "“sam2”, who approved an extension"));
  verification = muster_verify (operations_fixture_open (fixture, FIXTURE_ALEX), NULL, NULL, NULL, NULL, NULL);
  g_assert_cmpstr (verification->what, ==, NULL);
  g_assert_true (has_remark (verification->remarks, "“sam2”, who verified a step"));
  g_assert_true (has_remark (verification->remarks, "“sam2”, who approved an extension"));
}

/* Who decides a review is neither who proposed nor who decided what is reviewed, under another name of the account. */
static void
test_review_ties (OperationsFixture *fixture, gconstpointer data)
{
  MusterDecisionAnswer answer = { .reason = "Yes" };
  MusterReviewRequest request = { .route = MUSTER_ROUTE_EMAIL, .note = "I was not there" };
  MusterReviewAnswer outcome = { .outcome = MUSTER_REVIEW_REVERSED, .reason = "She was not" };
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_JO);
  g_autoptr (MusterDecision) decision = NULL;
  g_autoptr (MusterReview) review = NULL;
  g_autoptr (MusterVerification) verification = NULL;
  g_autofree char *ties = NULL;
  MusterDatabase *database;
  Story story;

  add_called (fixture, "robin2", "Reiher, Robin", MUSTER_ROLE_ADMINISTRATOR);
  operations_fixture_set_day ("2026-06-10");
  tell (fixture, &story);
  answer.decision_id = request.decision_id = story.decision;
  run_well (fixture, FIXTURE_ROBIN, &muster_approve_decision, &answer, NULL);
  set_day (&request.filed, "2026-06-10");
  run_well (fixture, FIXTURE_ALEX, &muster_file_review, &request, &outcome.review_id);
  run_as (fixture, "robin2", &muster_decide_review, &outcome);
  database = muster_store_read (store, NULL);
  decision = muster_decision_table_load (database, story.decision, NULL);
  review = muster_review_table_load (database, outcome.review_id, NULL);
  g_assert_true (muster_account_table_dup_review_ties (database, review, decision, &ties, NULL));
  muster_store_read_done (store, database);
  g_assert_nonnull (strstr (ties, "“robin2” is tied to who decided what is reviewed"));
  verification = muster_verify (operations_fixture_open (fixture, FIXTURE_ALEX), NULL, NULL, NULL, NULL, NULL);
  g_assert_cmpstr (verification->what, ==, NULL);
  g_assert_true (has_remark (verification->remarks, "“robin2” is tied to who decided what is reviewed"));
}

/* Returns: the id of a new administrator called as the person is. */
static gint64
add_namesake (OperationsFixture *fixture)
{
  g_autoptr (MusterSecret) password = muster_secret_new_from_text (FIXTURE_PASSWORD);
  const MusterNewAccount request = { "ana", "Oakenfold, Ana", MUSTER_ROLE_ADMINISTRATOR, password };
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_ALEX);
  g_autoptr (MusterAccount) account = NULL;
  MusterDatabase *database;

  run_well (fixture, FIXTURE_ALEX, &muster_add_account, &request, NULL);
  database = muster_store_read (store, NULL);
  account = muster_account_table_find (database, "ana", NULL);
  muster_store_read_done (store, database);
  return account->id;
}

static GPtrArray *
list_closed (OperationsFixture *fixture, const Story *story)
{
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_ALEX);
  MusterDatabase *database = muster_store_read (store, NULL);
  GPtrArray *closed = muster_case_closed_query_list (database, MUSTER_CASE_DECISION, story->decision, NULL);

  muster_store_read_done (store, database);
  return closed;
}

/* Whom it concerns never sees it, and need not be told so; where it is another person of that name, somebody else says so. */
static void
test_subject (OperationsFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) closed = NULL, opened = NULL;
  MusterCaseAccessRequest request = { .kind = MUSTER_CASE_DECISION, .reason = "Another person of that name" };
  Story story;

  tell (fixture, &story);
  request.account_id = add_namesake (fixture);
  request.case_id = story.decision;
  closed = list_closed (fixture, &story);
  g_assert_cmpuint (closed->len, ==, 1);
  g_assert_cmpint (((const MusterClosedTo *) closed->pdata[0])->account->id, ==, request.account_id);
  g_assert_null (((const MusterClosedTo *) closed->pdata[0])->reason);
  assert_nowhere_for_subject (fixture, &story);
  run_well (fixture, FIXTURE_SAM, &muster_open_case_to, &request, NULL);
  opened = list_closed (fixture, &story);
  g_assert_cmpuint (opened->len, ==, 0);
}

/* The last who may decide keeps it. */
static void
test_last (OperationsFixture *fixture, gconstpointer data)
{
  MusterCaseAccessRequest request;
  Story story;

  tell (fixture, &story);
  request = make_request (fixture, &story, FIXTURE_ROBIN);
  request.kind = MUSTER_CASE_DECISION;
  request.case_id = story.decision;
  run_well (fixture, FIXTURE_SAM, &muster_close_case_to, &request, NULL);
  request.account_id = get_account (fixture, FIXTURE_ALEX);
  run_badly (fixture, FIXTURE_SAM, &muster_close_case_to, &request, NULL, MUSTER_ERROR_RULE);
}

static void
let_in (OperationsFixture *fixture, MusterCaseKind kind, gint64 id, const char *says)
{
  const MusterCaseAccessRequest request = { kind, id, get_account (fixture, FIXTURE_ROBIN), "They are needed" };
  g_autofree char *remark = NULL;

  run_well (fixture, FIXTURE_SAM, &muster_open_case_to, &request, &remark);
  if (says != NULL)
    g_assert_nonnull (strstr (remark, says));
  else
    g_assert_null (remark);
}

/* Who is let into a decision alone is told of no ground of it, decides nothing by it, and makes no bundle; with its grounds, one that says what is not in it. */
static void
test_grounds (OperationsFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "bundle.pdf", NULL);
  MusterBundleExport bundle = { .number = "RV-2026-0001", .path = path, .reason = "The hearing" };
  g_auto (MusterBundleResult) all = { 0 }, without = { 0 }, of_action = { 0 };
  MusterDecisionAnswer answer = { .reason = "Yes" };
  MusterCaseAccessRequest request;
  Story story;

  tell (fixture, &story);
  answer.decision_id = story.decision;
  run_well (fixture, FIXTURE_ROBIN, &muster_export_bundle, &bundle, &all);
  g_assert_cmpuint (all.n_withheld, ==, 0);
  request = make_request (fixture, &story, FIXTURE_ROBIN);
  run_well (fixture, FIXTURE_SAM, &muster_close_case_to, &request, NULL);
  let_in (fixture, MUSTER_CASE_DECISION, story.decision, "1 corrective action that it rests on stays closed to Robin");
  run_badly (fixture, FIXTURE_ROBIN, &muster_approve_decision, &answer, NULL, MUSTER_ERROR_RULE);
  run_badly (fixture, FIXTURE_ROBIN, &muster_export_bundle, &bundle, &without, MUSTER_ERROR_RULE);
  let_in (fixture, MUSTER_CASE_ACTION, story.action, NULL);
  run_well (fixture, FIXTURE_ROBIN, &muster_export_bundle, &bundle, &without);
  g_assert_cmpuint (without.n_withheld, ==, 1);
  bundle.number = "CA-2026-0001";
  run_well (fixture, FIXTURE_ROBIN, &muster_export_bundle, &bundle, &of_action);
  g_assert_cmpuint (of_action.n_withheld, ==, 1);
  run_well (fixture, FIXTURE_ROBIN, &muster_approve_decision, &answer, NULL);
}

/* Once a day. */
static void
test_look (OperationsFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterVerification) verification = NULL;
  gint64 before;
  Story story;

  tell (fixture, &story);
  look (fixture, FIXTURE_JO, &story);
  before = count_entries (fixture);
  look (fixture, FIXTURE_JO, &story);
  look (fixture, FIXTURE_JO, &story);
  g_assert_cmpint (count_entries (fixture), ==, before);
  look (fixture, FIXTURE_KIM, &story);
  g_assert_cmpint (count_entries (fixture), ==, before + 1);
  operations_fixture_set_day ("2026-03-11");
  look (fixture, FIXTURE_JO, &story);
  g_assert_cmpint (count_entries (fixture), ==, before + 2);
  g_assert_cmpuint (count_at (fixture, FIXTURE_ALEX, G_N_ELEMENTS (places) - 1, &story), ==, 3);
  verification = muster_verify (operations_fixture_open (fixture, FIXTURE_ALEX), NULL, NULL, NULL, NULL, NULL);
  g_assert_cmpstr (verification->what, ==, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  operations_fixture_add ("/operations/case/nowhere", test_nowhere);
  operations_fixture_add ("/operations/case/refused", test_refused);
  operations_fixture_add ("/operations/case/subject", test_subject);
  operations_fixture_add ("/operations/case/last", test_last);
  operations_fixture_add ("/operations/case/grounds", test_grounds);
  operations_fixture_add ("/operations/case/look", test_look);
  operations_fixture_add ("/operations/case/inherited", test_inherited);
  operations_fixture_add ("/operations/case/letter-is-look", test_letter_is_look);
  operations_fixture_add ("/operations/case/bundle-is-look", test_bundle_is_look);
  operations_fixture_add ("/operations/case/action-ties", test_action_ties);
  operations_fixture_add ("/operations/case/review-ties", test_review_ties);
  operations_fixture_add ("/operations/case/last-keeper", test_last_keeper);
  operations_fixture_add ("/operations/case/auditor", test_auditor);
  return g_test_run ();
}
