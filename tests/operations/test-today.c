/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "import-fixture.h"

#include "domain/muster-rule-packs.h"
#include "operations/muster-action-operations.h"
#include "operations/muster-decision-operations.h"
#include "operations/muster-follow-up-operations.h"
#include "operations/muster-incident-operations.h"
#include "operations/muster-evidence-operations.h"
#include "operations/muster-letter-operations.h"
#include "operations/muster-review-operations.h"
#include "operations/muster-rule-operations.h"
#include "operations/muster-snooze.h"
#include "store/muster-today-query.h"

static const char *const grounds[] = { "COC-09", NULL };

static MusterToday *
list (OperationsFixture *fixture, const char *day, gboolean with_snoozed)
{
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_ALEX);
  g_autoptr (GError) error = NULL;
  MusterDatabase *database = muster_store_read (store, &error);
  g_autoptr (MusterRosterIndex) index = NULL;
  MusterToday *today;
  GDate as_of;

  set_day (&as_of, day);
  index = muster_roster_index_new (database, &as_of, NULL, NULL, &error);
  g_assert_no_error (error);
  today = muster_today_query (database, index, &as_of, with_snoozed, &error);
  g_assert_no_error (error);
  muster_store_read_done (store, database);
  return today;
}

/* "kind=count …" of the whole list, without what it always says of the rules. */
static char *
dup_counts (OperationsFixture *fixture, const char *day)
{
  g_autoptr (MusterToday) today = list (fixture, day, FALSE);
  GString *text = g_string_new (NULL);
  MusterTodayKind last = 0;

  for (guint i = 0; i < today->groups->len; i++)
    {
      const MusterTodayGroup *group = today->groups->pdata[i];

      g_assert_cmpint (group->kind, >=, last);
      last = group->kind;
      if (group->kind != MUSTER_TODAY_RULES_ENDED)
        g_string_append_printf (text, "%s%s=%u", text->len > 0 ? " " : "", muster_today_kind_to_code (group->kind), group->count);
    }
  return g_string_free_and_steal (text);
}

#define ASSERT_COUNTS(fixture, day, expected)            \
  G_STMT_START                                           \
  {                                                      \
    g_autofree char *counts = dup_counts (fixture, day); \
    g_assert_cmpstr (counts, ==, expected);              \
  }                                                      \
  G_STMT_END

static void
test_nothing (OperationsFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterToday) empty = list (fixture, "2026-03-10", FALSE);

  g_assert_cmpuint (empty->count, ==, 0);
  g_assert_cmpuint (empty->groups->len, ==, 0);
  add_certified (fixture, "Moua", 1, MUSTER_ASSISTER_NAVIGATOR);
  ASSERT_COUNTS (fixture, "2026-03-10", "");
}

/* What was not done stands there after days off, once. */
static void
test_action (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Moua", 1, MUSTER_ASSISTER_NAVIGATOR);
  MusterOpenAction open = { .assister_id = person, .clauses = grounds, .severity = MUSTER_SEVERITY_2, .finding = "Mis-sent letter", .restriction = -1 };
  g_autoptr (MusterToday) late = NULL;
  const MusterTodayItem *item;

  run_well (fixture, FIXTURE_SAM, &muster_open_action, &open, NULL);
  ASSERT_COUNTS (fixture, "2026-03-10", "");
  ASSERT_COUNTS (fixture, "2026-04-02", "action-due=1");
  ASSERT_COUNTS (fixture, "2026-04-09", "action-due=1");
  ASSERT_COUNTS (fixture, "2026-04-10", "action-overdue=1");
  late = list (fixture, "2026-05-09", FALSE);
  item = ((MusterTodayGroup *) late->groups->pdata[0])->items->pdata[0];
  g_assert_cmpint (item->assister_id, ==, person);
  g_assert_nonnull (strstr (item->name, "Moua"));
  g_assert_nonnull (strstr (item->number, "CA-2026-"));
  g_assert_cmpstr (item->detail, ==, "Mis-sent letter");
}

/* Once all is done, it is the check that falls due; an extension waits until somebody answers. */
static void
test_follow_up (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Moua", 1, MUSTER_ASSISTER_NAVIGATOR);
  MusterOpenAction open = { .assister_id = person, .clauses = grounds, .severity = MUSTER_SEVERITY_1, .finding = "Mis-sent letter", .restriction = -1 };
  MusterExtensionRequest extension = { .reason = "In the hospital" };
  MusterCheckPlan plan = { .criterion = "No letter goes astray" };
  MusterCheckResult result = { .note = "Two did" };
  MusterActionText answer = { 0 };
  g_autoptr (MusterToday) today = NULL;

  run_well (fixture, FIXTURE_SAM, &muster_open_action, &open, &plan.action_id);
  extension.action_id = answer.action_id = result.action_id = plan.action_id;
  set_day (&extension.until, "2026-05-01");
  run_well (fixture, FIXTURE_SAM, &muster_ask_extension, &extension, NULL);
  ASSERT_COUNTS (fixture, "2026-03-10", "extension-waiting=1");
  run_well (fixture, FIXTURE_ALEX, &muster_approve_extension, &answer, NULL);
  ASSERT_COUNTS (fixture, "2026-04-10", "");
  ASSERT_COUNTS (fixture, "2026-05-02", "action-overdue=1");
  run_well (fixture, FIXTURE_SAM, &muster_plan_check, &plan, NULL);
  ASSERT_COUNTS (fixture, "2026-05-01", "");
  ASSERT_COUNTS (fixture, "2026-05-02", "check-due=1");
  today = list (fixture, "2026-05-10", FALSE);
  g_assert_cmpstr (((MusterTodayItem *) ((MusterTodayGroup *) today->groups->pdata[0])->items->pdata[0])->detail, ==, "No letter goes astray");
  run_well (fixture, FIXTURE_ALEX, &muster_record_check, &result, NULL);
  ASSERT_COUNTS (fixture, "2026-05-02", "action-overdue=1 escalation-proposed=1");
}

/* What is proposed names its grounds; what was decided is not proposed again. */
static void
test_escalation (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Moua", 1, MUSTER_ASSISTER_NAVIGATOR);
  MusterOpenAction open = { .assister_id = person, .clauses = grounds, .severity = MUSTER_SEVERITY_1, .finding = "Mis-sent letter", .restriction = -1 };
  MusterProposal proposal = { .assister_id = person, .clauses = grounds, .reason = "A list was sold" };
  g_autoptr (MusterToday) today = NULL;
  gint64 id = 0;

  run_well (fixture, FIXTURE_SAM, &muster_open_action, &open, &id);
  ASSERT_COUNTS (fixture, "2026-04-19", "action-overdue=1");
  ASSERT_COUNTS (fixture, "2026-04-20", "action-overdue=1 escalation-proposed=1");
  open.severity = MUSTER_SEVERITY_4;
  run_well (fixture, FIXTURE_SAM, &muster_open_action, &open, &id);
  ASSERT_COUNTS (fixture, "2026-03-10", "escalation-proposed=2 action-due=1");
  today = list (fixture, "2026-03-10", FALSE);
  g_assert_cmpstr (((MusterTodayItem *) ((MusterTodayGroup *) today->groups->pdata[0])->items->pdata[0])->detail, ==,
                   "The same clause for the second time within 24 months; Another one is open at the same time; Of severity S4: a suspension or a revocation");
  run_well (fixture, FIXTURE_SAM, &muster_propose_revocation, &proposal, &id);
  today = (muster_today_free (today), list (fixture, "2026-03-10", FALSE));
  g_assert_null (strstr (((MusterTodayItem *) ((MusterTodayGroup *) today->groups->pdata[1])->items->pdata[0])->detail, "S4"));
}

/* A report that is due, and one that is late, most urgent first. */
static void
test_incident (OperationsFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterIncident) told = muster_incident_new ();
  MusterIncidentReportRequest report = { .duty = MUSTER_DUTY_INTERNAL_REPORT, .told = "Sam" };
  g_autoptr (MusterToday) today = NULL;
  const MusterTodayItem *item;
  gint64 id = 0;

  told->kind = MUSTER_INCIDENT_SECURITY;
  told->narrative = g_strdup ("A telephone was taken");
  run_well (fixture, FIXTURE_KIM, &muster_record_incident, told, &id);
  ASSERT_COUNTS (fixture, "2026-03-10", "incident-report=1");
  report.incident_id = id;
  muster_moment_clear (&report.at);
  run_well (fixture, FIXTURE_KIM, &muster_record_incident_report, &report, NULL);
  today = list (fixture, "2026-03-14", FALSE);
  item = ((MusterTodayGroup *) today->groups->pdata[0])->items->pdata[0];
  g_assert_cmpint (item->case_id, ==, id);
  g_assert_cmpstr (item->name, ==, "A telephone was taken");
  g_assert_cmpint (g_date_get_day (&item->due), ==, 13);
  report.duty = MUSTER_DUTY_INCIDENT_REPORT;
  run_well (fixture, FIXTURE_KIM, &muster_record_incident_report, &report, NULL);
  ASSERT_COUNTS (fixture, "2026-03-14", "");
}

/* What the first line of the list says on April 6. */
static void
assert_detail (OperationsFixture *fixture, const char *detail)
{
  g_autoptr (MusterToday) today = list (fixture, "2026-04-06", FALSE);
  const MusterTodayItem *item = ((MusterTodayGroup *) today->groups->pdata[0])->items->pdata[0];

  g_assert_cmpstr (item->detail, ==, detail);
}

static void
test_decision (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Moua", 1, MUSTER_ASSISTER_NAVIGATOR), id;
  MusterProposal proposal = { .assister_id = person, .clauses = grounds, .reason = "A list was sold" };
  MusterDecisionAnswer answer = { .reason = "Seen and weighed" };
  MusterLetterRequest letter = { .kind = muster_letter_kind_find ("revocation", NULL) };
  MusterServiceRequest service = { .method = MUSTER_SERVICE_MAIL };
  g_auto (MusterLetterDrawn) drawn = { 0 };

  run_well (fixture, FIXTURE_SAM, &muster_propose_revocation, &proposal, &id);
  ASSERT_COUNTS (fixture, "2026-03-10", "decision-waiting=1");
  answer.decision_id = id;
  run_well (fixture, FIXTURE_ALEX, &muster_approve_decision, &answer, NULL);
  ASSERT_COUNTS (fixture, "2026-03-10", "notice-missing=1 exit-open=1");
  /* No notice, no time that closes; by mail it was received on March 13, and the time ends on April 12. */
  ASSERT_COUNTS (fixture, "2026-04-06", "notice-missing=1 exit-open=1");
  letter.about_id = id;
  run_well (fixture, FIXTURE_ALEX, muster_letter_operation (letter.kind), &letter, &drawn);
  assert_detail (fixture, "Notice of revocation · Not recorded as served: the time for asking for a review has not begun");
  service.letter_id = drawn.id;
  set_day (&service.on, "2026-03-10");
  run_well (fixture, FIXTURE_KIM, &muster_record_service, &service, NULL);
  ASSERT_COUNTS (fixture, "2026-04-04", "exit-open=1");
  ASSERT_COUNTS (fixture, "2026-04-05", "exit-open=1 review-closing=1");
  ASSERT_COUNTS (fixture, "2026-04-12", "exit-open=1 review-closing=1");
  ASSERT_COUNTS (fixture, "2026-04-13", "exit-open=1");
  service.result = MUSTER_SERVICE_RETURNED;
  run_well (fixture, FIXTURE_KIM, &muster_record_service, &service, NULL);
  ASSERT_COUNTS (fixture, "2026-04-06", "letter-unserved=1 exit-open=1");
  assert_detail (fixture, "Notice of revocation · It came back: the time for asking for a review has not begun");
}

/* What was asked for and is undecided is there with its day until it is decided; a letter about a decision until it is served. */
static void
test_review (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Moua", 1, MUSTER_ASSISTER_NAVIGATOR);
  MusterProposal proposal = { .assister_id = person, .clauses = grounds, .reason = "A list was sold" };
  MusterDecisionAnswer approval = { .reason = "Seen and weighed" };
  MusterReviewRequest request = { .note = "It was not hers" };
  MusterReviewAnswer outcome = { .outcome = MUSTER_REVIEW_UPHELD, .reason = "It was" };
  MusterLetterRequest letter = { .kind = muster_letter_kind_find ("revocation", NULL) };
  MusterServiceRequest service = { .method = MUSTER_SERVICE_CERTIFIED_MAIL, .tracking = "1", .result = MUSTER_SERVICE_RETURNED };
  g_auto (MusterLetterDrawn) drawn = { 0 };
  g_autoptr (MusterToday) today = NULL;
  const MusterTodayItem *item;

  run_well (fixture, FIXTURE_SAM, &muster_propose_revocation, &proposal, &approval.decision_id);
  run_well (fixture, FIXTURE_ALEX, &muster_approve_decision, &approval, NULL);
  request.decision_id = letter.about_id = approval.decision_id;
  run_well (fixture, FIXTURE_ALEX, muster_letter_operation (letter.kind), &letter, &drawn);
  service.letter_id = drawn.id;
  set_day (&service.on, "2026-03-10");
  run_well (fixture, FIXTURE_KIM, &muster_record_service, &service, NULL);
  ASSERT_COUNTS (fixture, "2026-03-10", "letter-unserved=1 exit-open=1");
  run_well (fixture, FIXTURE_ALEX, &muster_file_review, &request, &outcome.review_id);
  ASSERT_COUNTS (fixture, "2026-03-10", "review-waiting=1 letter-unserved=1 exit-open=1");
  service.result = MUSTER_SERVICE_RECEIVED;
  run_well (fixture, FIXTURE_KIM, &muster_record_service, &service, NULL);
  ASSERT_COUNTS (fixture, "2026-04-03", "review-waiting=1 exit-open=1");
  today = list (fixture, "2026-04-03", FALSE);
  item = ((MusterTodayGroup *) today->groups->pdata[0])->items->pdata[0];
  g_assert_cmpint (item->case_id, ==, approval.decision_id);
  g_assert_cmpint (item->assister_id, ==, person);
  g_assert_cmpstr (item->number, ==, "AP-2026-0001");
  g_assert_cmpstr (item->detail, ==, "It was not hers · holds off: Takes full effect after");
  g_assert_cmpuint (muster_day_from_date (&item->due), ==, 20260509);
  /* What was said to be received, and comes back after all, was not served. */
  service.result = MUSTER_SERVICE_RETURNED;
  run_well (fixture, FIXTURE_KIM, &muster_record_service, &service, NULL);
  ASSERT_COUNTS (fixture, "2026-04-03", "review-waiting=1 letter-unserved=1 exit-open=1");
  outcome.outcome = MUSTER_REVIEW_REVERSED;
  run_well (fixture, FIXTURE_ROBIN, &muster_decide_review, &outcome, NULL);
  ASSERT_COUNTS (fixture, "2026-04-03", "");
}

static void
record_licence (OperationsFixture *fixture, gint64 person)
{
  g_autoptr (MusterEvidence) evidence = muster_evidence_new ();

  evidence->assister_id = person;
  evidence->requirement = g_strdup ("licence");
  set_day (&evidence->on, "2026-03-01");
  set_day (&evidence->expires, "2026-06-30");
  run_well (fixture, FIXTURE_KIM, &muster_record_evidence, &(MusterEvidenceRequest) { .evidence = evidence }, NULL);
}

/* Sixty days before the end, until the end, and what is lacking afterwards. */
static void
test_licence (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Moua", 1, MUSTER_ASSISTER_BROKER);
  g_autoptr (MusterToday) lacking = NULL, ending = NULL;

  record_licence (fixture, person);
  ASSERT_COUNTS (fixture, "2026-03-31", "");
  ASSERT_COUNTS (fixture, "2026-04-01", "licence-renewal=1");
  ASSERT_COUNTS (fixture, "2026-04-30", "licence-renewal=1");
  ASSERT_COUNTS (fixture, "2026-05-01", "expiring=1");
  ASSERT_COUNTS (fixture, "2026-06-30", "expiring=1");
  ending = list (fixture, "2026-06-30", FALSE);
  g_assert_nonnull (strstr (((MusterTodayItem *) ((MusterTodayGroup *) ending->groups->pdata[0])->items->pdata[0])->detail, "license"));
  ASSERT_COUNTS (fixture, "2026-07-01", "licence-notice=1 suspension-proposed=1");
  lacking = list (fixture, "2026-07-01", FALSE);
  g_assert_nonnull (strstr (((MusterTodayItem *) ((MusterTodayGroup *) lacking->groups->pdata[1])->items->pdata[0])->detail, "license"));
}

static void
record_lapse (OperationsFixture *fixture, gint64 person, const char *day)
{
  g_autoptr (MusterEvidence) evidence = muster_evidence_new ();

  evidence->assister_id = person;
  evidence->requirement = g_strdup ("licence");
  evidence->outcome = g_strdup ("lapsed");
  set_day (&evidence->on, day);
  run_well (fixture, FIXTURE_KIM, &muster_record_evidence, &(MusterEvidenceRequest) { .evidence = evidence }, NULL);
}

static void
record_lapse_incident (OperationsFixture *fixture, gint64 person)
{
  g_autoptr (MusterIncident) incident = muster_incident_new ();

  incident->kind = MUSTER_INCIDENT_LICENCE_LAPSE;
  incident->narrative = g_strdup ("The license was not renewed");
  muster_incident_add_person (incident, person);
  run_well (fixture, FIXTURE_KIM, &muster_record_incident, incident, NULL);
}

/* The marketplace is to be told by the next business day; from there on the incident keeps it, with a clock of its own. */
static void
test_lapse (OperationsFixture *fixture, gconstpointer data)
{
  gint64 lapsed = add_certified (fixture, "Moua", 1, MUSTER_ASSISTER_BROKER), run_out = add_certified (fixture, "Vang", 2, MUSTER_ASSISTER_BROKER);
  g_autoptr (MusterToday) today = NULL;
  const MusterTodayItem *item;

  record_licence (fixture, run_out);
  record_lapse (fixture, lapsed, "2026-03-06");
  ASSERT_COUNTS (fixture, "2026-03-10", "licence-notice=1 suspension-proposed=1");
  today = list (fixture, "2026-03-10", FALSE);
  item = ((MusterTodayGroup *) today->groups->pdata[0])->items->pdata[0];
  g_assert_cmpint (item->assister_id, ==, lapsed);
  g_assert_cmpuint (muster_day_from_date (&item->due), ==, 20260311);
  record_lapse_incident (fixture, lapsed);
  ASSERT_COUNTS (fixture, "2026-03-10", "incident-report=1 suspension-proposed=1");

  operations_fixture_set_day ("2026-07-06");
  ASSERT_COUNTS (fixture, "2026-07-06", "incident-report=1 licence-notice=1 suspension-proposed=2");
  g_clear_pointer (&today, muster_today_free);
  today = list (fixture, "2026-07-06", FALSE);
  item = ((MusterTodayGroup *) today->groups->pdata[1])->items->pdata[0];
  g_assert_cmpint (item->assister_id, ==, run_out);
  g_assert_cmpuint (muster_day_from_date (&item->due), ==, 20260702);
  record_lapse_incident (fixture, run_out);
  ASSERT_COUNTS (fixture, "2026-07-06", "incident-report=2 suspension-proposed=2");
}

/* Off the list until its day, but not where it has become more urgent. */
static void
test_snooze (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Moua", 1, MUSTER_ASSISTER_BROKER);
  g_autofree char *key = muster_today_dup_key (MUSTER_TODAY_EXPIRING, person);
  MusterSnoozeRequest request = { .item = key, .reason = "Renewal is on its way" };
  g_autoptr (MusterToday) all = NULL;
  const MusterTodayItem *item;

  record_licence (fixture, person);
  operations_fixture_set_day ("2026-05-02");
  set_day (&request.until, "2026-05-20");
  run_well (fixture, FIXTURE_KIM, &muster_snooze, &request, NULL);
  ASSERT_COUNTS (fixture, "2026-05-19", "");
  ASSERT_COUNTS (fixture, "2026-05-20", "expiring=1");
  ASSERT_COUNTS (fixture, "2026-07-01", "licence-notice=1 suspension-proposed=1");
  all = list (fixture, "2026-05-19", TRUE);
  g_assert_cmpuint (all->n_snoozed, ==, 1);
  item = ((MusterTodayGroup *) all->groups->pdata[0])->items->pdata[0];
  g_assert_cmpstr (item->snooze_reason, ==, "Renewal is on its way");
  set_day (&request.until, "2026-05-02");
  run_badly (fixture, FIXTURE_KIM, &muster_snooze, &request, NULL, MUSTER_ERROR_RULE);
  request.item = "something";
  run_badly (fixture, FIXTURE_KIM, &muster_snooze, &request, NULL, MUSTER_ERROR_INVALID);
}

/* "fold: 3; Moua, Ana; Yang, Ana", the names of those who stand alone, of the first kind on the list. */
static char *
dup_first_group (OperationsFixture *fixture, const char *day)
{
  g_autoptr (MusterToday) today = list (fixture, day, FALSE);
  const MusterTodayGroup *group = today->groups->pdata[((MusterTodayGroup *) today->groups->pdata[0])->kind == MUSTER_TODAY_LICENCE_NOTICE];
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s %u, folded %u", muster_today_kind_to_code (group->kind), group->count, group->n_folded);
  g_assert_cmpuint (group->items->len, ==, group->count);
  for (guint i = 0; i < group->items->len; i++)
    {
      const MusterTodayItem *item = group->items->pdata[i];

      if (!item->is_folded)
        g_string_append_printf (text, "; %s", item->name);
    }
  if (group->fold != NULL && group->fold->detail != NULL)
    g_string_append_printf (text, "; %s", group->fold->detail);
  return g_string_free_and_steal (text);
}

#define ASSERT_FIRST(fixture, day, expected)                 \
  G_STMT_START                                               \
  {                                                          \
    g_autofree char *found = dup_first_group (fixture, day); \
    g_assert_cmpstr (found, ==, expected);                   \
  }                                                          \
  G_STMT_END

/* One line stands for all who only wait for the season, and all of them can be put off with it; whoever lacks something else stands alone. */
static void
test_fold (OperationsFixture *fixture, gconstpointer data)
{
  MusterAdoptRequest adopt = { .pack = muster_rule_packs_find_shipped ("mnsure-2027"), .reason = "The new season" };
  MusterSnoozeRequest request = { .item = "suspension-proposed:0", .reason = "They are at the course" };

  add_certified (fixture, "Moua", 1, MUSTER_ASSISTER_NAVIGATOR);
  record_licence (fixture, add_certified (fixture, "Lindqvist", 2, MUSTER_ASSISTER_BROKER));
  set_day (&adopt.from, "2026-08-01");
  run_well (fixture, FIXTURE_ALEX, &muster_adopt_rule_pack, &adopt, NULL);
  ASSERT_FIRST (fixture, "2026-10-16", "suspension-proposed 2, folded 0; Lindqvist, Ana; Moua, Ana");
  add_certified (fixture, "Yang", 3, MUSTER_ASSISTER_CAC);
  ASSERT_FIRST (fixture, "2026-09-20", "suspension-proposed 1, folded 0; Lindqvist, Ana");
  ASSERT_FIRST (fixture, "2026-10-16",
                "suspension-proposed 3, folded 2; Lindqvist, Ana; Assister Basics course: 2, Programs and Eligibility course: 2, "
                "Data Security, Accessibility, Compliance and Ethics course: 2, Code of Conduct and Rules of Behavior: 2");
  operations_fixture_set_day ("2026-10-16");
  set_day (&request.until, "2026-10-20");
  run_well (fixture, FIXTURE_KIM, &muster_snooze, &request, NULL);
  ASSERT_FIRST (fixture, "2026-10-17", "suspension-proposed 1, folded 0; Lindqvist, Ana");
}

/* Whoever has to sign a new version of the notice waits with all the others. */
static void
test_fold_notice (OperationsFixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) content = g_bytes_new_static ("The rules, once more\n", 21);
  MusterPolicyRequest request = { .version = "2026.2", .title = "Code of Conduct", .file_name = "notice.txt", .content = content };
  g_autoptr (MusterToday) today = NULL;
  const MusterTodayGroup *group;
  g_autofree char *title = NULL;

  add_certified (fixture, "Moua", 1, MUSTER_ASSISTER_NAVIGATOR);
  add_certified (fixture, "Yang", 3, MUSTER_ASSISTER_CAC);
  set_day (&request.from, "2026-03-11");
  run_well (fixture, FIXTURE_ALEX, &muster_load_policy, &request, NULL);
  ASSERT_COUNTS (fixture, "2026-03-10", "expiring=2");
  today = list (fixture, "2026-03-10", FALSE);
  group = today->groups->pdata[0];
  g_assert_cmpuint (group->n_folded, ==, 2);
  g_assert_cmpuint (muster_day_from_date (&group->fold->due), ==, 20260410);
  title = muster_today_dup_fold_title (group->fold, group->n_folded);
  g_assert_cmpstr (title, ==, "2 people have yet to sign the new version of the notice");
}

static MusterRosterIndex *
get_index (OperationsFixture *fixture, const char *day)
{
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_ALEX);
  g_autoptr (GError) error = NULL;
  MusterDatabase *database = muster_store_read (store, &error);
  MusterRosterIndex *index;
  GDate as_of;

  set_day (&as_of, day);
  index = muster_roster_index_get (store, database, &as_of, NULL, &error);
  g_assert_no_error (error);
  muster_store_read_done (store, database);
  return index;
}

/* Everybody's answer is found once, until something is recorded, by whomever, or the day is another. */
static void
test_shared_index (OperationsFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterRosterIndex) first = NULL, again = NULL, other_day = NULL, back = NULL, more = NULL;

  add_certified (fixture, "Moua", 1, MUSTER_ASSISTER_BROKER);
  first = get_index (fixture, "2026-03-10");
  again = get_index (fixture, "2026-03-10");
  g_assert_true (first == again);
  other_day = get_index (fixture, "2026-03-11");
  g_assert_true (other_day != first);
  back = get_index (fixture, "2026-03-10");
  g_assert_cmpuint (muster_roster_index_get_size (back), ==, 1);
  add_certified (fixture, "Lindqvist", 2, MUSTER_ASSISTER_BROKER);
  more = get_index (fixture, "2026-03-10");
  g_assert_true (more != back);
  g_assert_cmpuint (muster_roster_index_get_size (more), ==, 2);
}

/* What will need somebody is what the list of that day will say, from one day to the next, with what was put off back on its day. */
static void
test_forecast (OperationsFixture *fixture, gconstpointer data)
{
  static const guint expected[] = { 1, 1, 1, 1, 1, 0, 0, 0, 1, 1 }; /* 2026-04-29 and on, at first as a license that can be renewed; put off from 2026-05-04 until 2026-05-07 */
  gint64 person = add_certified (fixture, "Moua", 1, MUSTER_ASSISTER_BROKER);
  g_autofree char *key = muster_today_dup_key (MUSTER_TODAY_EXPIRING, person);
  MusterSnoozeRequest request = { .item = key, .reason = "Renewal is on its way" };
  MusterReminderForecast forecast = { .n = 5 };
  g_autoptr (GError) error = NULL;
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_ALEX);
  MusterDatabase *database;
  GDate today;

  record_licence (fixture, person);
  database = muster_store_read (store, &error);
  set_day (&today, "2026-04-29");
  g_assert_true (muster_today_forecast (database, &today, &forecast, NULL, &error));
  muster_store_read_done (store, database);
  for (guint i = 0; i < 5; i++)
    g_assert_cmpuint (forecast.counts[i], ==, expected[i]);
  operations_fixture_set_day ("2026-05-04");
  set_day (&request.until, "2026-05-07");
  run_well (fixture, FIXTURE_KIM, &muster_snooze, &request, NULL);
  database = muster_store_read (store, &error);
  set_day (&today, "2026-05-04");
  g_assert_true (muster_today_forecast (database, &today, &forecast, NULL, &error));
  muster_store_read_done (store, database);
  for (guint i = 0; i < 5; i++)
    {
      g_assert_cmpuint (forecast.counts[i], ==, expected[5 + i]);
      /* Only what is back from being put off is called to mind. */
      g_assert_cmpuint (forecast.news[i], ==, i == 3);
    }
  g_assert_cmpuint (forecast.every, ==, 7);
}

static gboolean
finds (OperationsFixture *fixture, const char *day, const char *key)
{
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_ALEX);
  g_autoptr (GError) error = NULL;
  MusterDatabase *database = muster_store_read (store, &error);
  g_autoptr (MusterRosterIndex) index = NULL;
  MusterTodayKind kind;
  gboolean found;
  GDate today;
  gint64 id;

  set_day (&today, day);
  g_assert_true (muster_today_parse_key (key, &kind, &id, NULL));
  index = muster_roster_index_new (database, &today, NULL, NULL, &error);
  muster_today_has (database, index, &today, kind, id, &found, &error);
  g_assert_no_error (error);
  muster_store_read_done (store, database);
  return found;
}

/* Only what is on the list of the day, put off or not. */
static void
test_find (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Moua", 1, MUSTER_ASSISTER_BROKER);
  g_autofree char *key = muster_today_dup_key (MUSTER_TODAY_EXPIRING, person), *renewal = muster_today_dup_key (MUSTER_TODAY_LICENCE_RENEWAL, person);
  MusterSnoozeRequest request = { .item = key, .reason = "Renewal is on its way" };

  record_licence (fixture, person);
  g_assert_false (finds (fixture, "2026-04-29", key));
  g_assert_true (finds (fixture, "2026-04-29", renewal));
  g_assert_true (finds (fixture, "2026-05-04", key));
  g_assert_false (finds (fixture, "2026-05-04", renewal));
  g_assert_false (finds (fixture, "2026-05-04", "expiring:77"));
  g_assert_false (finds (fixture, "2026-05-04", "action-overdue:1"));
  operations_fixture_set_day ("2026-05-04");
  set_day (&request.until, "2026-05-07");
  run_well (fixture, FIXTURE_KIM, &muster_snooze, &request, NULL);
  g_assert_true (finds (fixture, "2026-05-04", key));
}

/* Each step of the rules calls a license that ends to mind, and what became of it then: on which days of three months. */
static void
test_steps (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Moua", 1, MUSTER_ASSISTER_BROKER);
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_ALEX);
  g_autoptr (GString) text = g_string_new (NULL);
  MusterReminderForecast forecast = { .n = MUSTER_REMINDER_DAYS };
  MusterDatabase *database;
  GDate day;

  record_licence (fixture, person);
  database = muster_store_read (store, NULL);
  set_day (&day, "2026-04-29");
  for (guint i = 0; i < 7; i++)
    {
      g_assert_true (muster_today_forecast (database, &day, &forecast, NULL, NULL));
      for (guint k = 1; k < forecast.n; k++)
        {
          g_date_add_days (&day, 1);
          if (forecast.news[k] > 0)
            {
              g_autofree char *iso = muster_date_to_iso (&day);

              g_string_append_printf (text, "%s ", iso + strlen ("2026-"));
            }
        }
    }
  muster_store_read_done (store, database);
  /* Sixty, thirty, fourteen, seven days and one before; the day on which it lapsed, and weekly; the end of the rules on August 1. */
  g_assert_cmpstr (text->str, ==, "05-01 05-31 06-16 06-23 06-29 07-01 07-08 07-15 07-22 07-29 08-01 08-05 ");
}

/* What the list of a day says of the person, and what the answer is. */
static void
append_day (OperationsFixture *fixture, gint64 person, const char *day, GString *text)
{
  g_autoptr (MusterToday) today = list (fixture, day, TRUE);
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_ALEX);
  MusterDatabase *database = muster_store_read (store, NULL);
  g_autoptr (MusterPersonAnswer) answer = muster_roster_query_answer (database, person, NULL, &today->today, NULL, NULL);

  g_string_append_printf (text, "%s: %d", day, answer->answer->standing.may_assist);
  for (guint i = 0; i < answer->answer->reasons->len; i++)
    g_string_append_printf (text, " %s", ((MusterAnswerReason *) answer->answer->reasons->pdata[i])->cure);
  for (guint i = 0; i < today->groups->len; i++)
    {
      const MusterTodayGroup *group = today->groups->pdata[i];

      for (guint k = 0; k < group->items->len; k++)
        {
          const MusterTodayItem *item = group->items->pdata[k];

          if (item->assister_id == person)
            g_string_append_printf (text, " %s (%s)", muster_today_kind_to_code (group->kind), item->detail);
        }
    }
  g_string_append_c (text, '\n');
  muster_store_read_done (store, database);
}

static char *
dup_year (OperationsFixture *fixture, gint64 person)
{
  GString *text = g_string_new (NULL);
  GDate day, end;

  set_day (&end, "2027-01-10");
  for (set_day (&day, "2026-03-10"); g_date_compare (&day, &end) < 0; g_date_add_days (&day, 3))
    {
      g_autofree char *iso = g_strdup_printf ("%04u-%02u-%02u", g_date_get_year (&day), g_date_get_month (&day), g_date_get_day (&day));

      append_day (fixture, person, iso, text);
    }
  return g_string_free_and_steal (text);
}

static void
type_licence (OperationsFixture *fixture, gint64 person, const char *expires)
{
  g_autoptr (MusterEvidence) evidence = muster_evidence_new ();

  evidence->assister_id = person;
  evidence->requirement = g_strdup ("licence");
  set_day (&evidence->on, "2026-03-10");
  set_day (&evidence->expires, expires);
  run_well (fixture, FIXTURE_KIM, &muster_record_evidence, &(MusterEvidenceRequest) { .evidence = evidence }, NULL);
}

/* Whoever came in a file is called to mind on the same days and in the same words as whoever was typed in. */
static void
test_imported_as_typed (OperationsFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *type;
    MusterAssisterType role;
    const char *expires;
    gboolean is_certified;
  } people[] = {
    { "Yang,Bao", "Broker", MUSTER_ASSISTER_BROKER, "2026-06-30", TRUE },
    { "Olson,Kari", "Broker", MUSTER_ASSISTER_BROKER, "2028-02-29", TRUE },
    { "Htoo,Eh", "Broker", MUSTER_ASSISTER_BROKER, "2026-06-30", FALSE },
    { "Nguyen,Linh", "Broker", MUSTER_ASSISTER_BROKER, NULL, TRUE },
    { "Abdi,Fadumo", "Navigator", MUSTER_ASSISTER_NAVIGATOR, NULL, TRUE },
    { "Castillo,Rosa", "CAC", MUSTER_ASSISTER_CAC, NULL, FALSE },
  };
  MusterAdoptRequest adopt = { .pack = muster_rule_packs_find_shipped ("mnsure-2027"), .reason = "The new season" };

  set_day (&adopt.from, "2026-08-01");
  run_well (fixture, FIXTURE_ALEX, &muster_adopt_rule_pack, &adopt, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      gint64 typed = add_person (fixture, "Moua", i + 1, people[i].role), imported;
      g_autofree char *text = g_strdup_printf ("Last Name,First Name,E-mail,NPN,Assister ID,License Expiration Date,Type,Agency\n"
                                               "%s,imported%u@example.org,%u,MN%07u,%s,%s,Riverside Test Navigators\n",
                                               people[i].name, i, 8000000 + i, 900 + i, people[i].expires != NULL ? people[i].expires : "", people[i].type);
      g_autofree char *npn = g_strdup_printf ("%u", 8000000 + i), *of_typed = NULL, *of_imported = NULL;
      g_autoptr (MusterImportPlan) plan = import_text (fixture, text, MUSTER_KEY_AUTO, MUSTER_MODE_UPSERT, NULL);

      imported = find_person (fixture, npn);
      g_assert_cmpint (imported, !=, 0);
      if (people[i].expires != NULL)
        type_licence (fixture, typed, people[i].expires);
      for (guint who = 0; who < 2 && people[i].is_certified; who++)
        take_step (fixture, who == 0 ? typed : imported, people[i].role, MUSTER_VERB_CERTIFY, "2026-02-02");
      of_typed = dup_year (fixture, typed);
      of_imported = dup_year (fixture, imported);
      g_assert_cmpstr (of_imported, ==, of_typed);
      g_assert_cmpint (strstr (of_typed, "expiring (") != NULL, ==, people[i].is_certified);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  operations_fixture_add ("/operations/today/incident", test_incident);
  operations_fixture_add ("/operations/today/nothing", test_nothing);
  operations_fixture_add ("/operations/today/action", test_action);
  operations_fixture_add ("/operations/today/follow-up", test_follow_up);
  operations_fixture_add ("/operations/today/escalation", test_escalation);
  operations_fixture_add ("/operations/today/decision", test_decision);
  operations_fixture_add ("/operations/today/review", test_review);
  operations_fixture_add ("/operations/today/licence", test_licence);
  operations_fixture_add ("/operations/today/lapse", test_lapse);
  operations_fixture_add ("/operations/today/snooze", test_snooze);
  operations_fixture_add ("/operations/today/fold", test_fold);
  operations_fixture_add ("/operations/today/fold-notice", test_fold_notice);
  operations_fixture_add ("/operations/today/shared-index", test_shared_index);
  operations_fixture_add ("/operations/today/forecast", test_forecast);
  operations_fixture_add ("/operations/today/steps", test_steps);
  operations_fixture_add ("/operations/today/find", test_find);
  operations_fixture_add ("/operations/today/imported-as-typed", test_imported_as_typed);
  return g_test_run ();
}
