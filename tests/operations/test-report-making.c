/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-report-making.h"

#include "operations-fixture.h"
#include "operations/muster-action-operations.h"
#include "operations/muster-certification-operations.h"
#include "operations/muster-decision-operations.h"
#include "operations/muster-evidence-operations.h"
#include "operations/muster-incident-operations.h"
#include "operations/muster-letter-operations.h"
#include "operations/muster-review-operations.h"

static const char *const clauses[] = { "COC-09", NULL };

static char *
dup_row (const MusterReport *report, guint index)
{
  const MusterReportRow *row = report->rows->pdata[index];
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < row->n_cells; i++)
    {
      const MusterReportCell *cell = &row->cells[i];

      g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", cell->code != NULL ? cell->code : cell->text != NULL ? cell->text
                                                                                                                   : "-");
    }
  return g_string_free_and_steal (text);
}

static MusterReport *
make (OperationsFixture *fixture, MusterReportKind kind, const char *day, const char *known_on)
{
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_JO);
  g_autoptr (GError) error = NULL;
  MusterDatabase *database = muster_store_read (store, &error);
  MusterReportWish wish = { .kind = kind, .time = 1 };
  MusterReport *report;

  g_assert_no_error (error);
  set_day (&wish.as_of, day);
  set_day (&wish.known_on, known_on);
  set_day (&wish.today, "2026-03-31");
  report = muster_report_make (database, &wish, NULL, &error);
  g_assert_no_error (error);
  muster_store_read_done (store, database);
  return report;
}

/* All that every report says of a day, but for what was late, which is told by what is known now. */
static char *
dup_reports (OperationsFixture *fixture, const char *day, const char *known_on)
{
  GString *text = g_string_new (NULL);

  for (guint kind = 0; kind < MUSTER_REPORT_LATENESS; kind++)
    {
      g_autoptr (MusterReport) report = make (fixture, kind, day, known_on);
      g_autofree char *figures = muster_report_dup_figures_text (report);

      g_string_append_printf (text, "%s: %s\n", muster_report_kind_to_code (kind), figures);
      for (guint i = 0; i < report->rows->len; i++)
        {
          g_autofree char *row = dup_row (report, i);

          g_string_append_printf (text, "  %s\n", row);
        }
    }
  return g_string_free_and_steal (text);
}

/* Days that are looked at from every later one. */
static const char *const looked_at[] = { "2026-03-10", "2026-03-13", "2026-03-18", "2026-03-24" };

/* What reports said of a day, on a day. */
typedef struct
{
  const char *day;
  const char *on;
  char *text;
} Memory;

static void
memory_clear (gpointer data)
{
  g_free (((Memory *) data)->text);
}

/* Keeps what reports say at the end of the day, and goes on to another. */
static void
go_on (OperationsFixture *fixture, GArray *memories, const char *on, const char *next)
{
  for (guint i = 0; i < G_N_ELEMENTS (looked_at); i++)
    if (strcmp (looked_at[i], on) <= 0)
      {
        Memory memory = { looked_at[i], on, dup_reports (fixture, looked_at[i], NULL) };

        g_array_append_val (memories, memory);
      }
  operations_fixture_set_day (next);
}

/* An incident of March 10, reported two days later; its action of the 13th; a revocation proposed on the 16th, approved on the 18th, served on the 20th; a review filed on the 24th, and
 * the revocation reversed on the 30th. */
static void
tell_story (OperationsFixture *fixture, GArray *memories)
{
  gint64 person = add_certified (fixture, "Moua", 1, MUSTER_ASSISTER_NAVIGATOR), action;
  g_autoptr (MusterIncident) incident = muster_incident_new ();
  MusterIncidentReportRequest report = { .duty = MUSTER_DUTY_INTERNAL_REPORT, .told = "The supervisor", .note = "The office was closed" };
  MusterIncidentFindingRequest finding = { .clause = "COC-09", .finding = MUSTER_FINDING_SUBSTANTIATED, .note = "Seen" };
  MusterOpenAction open = { .assister_id = person, .clauses = clauses, .severity = MUSTER_SEVERITY_4, .finding = "Data of clients was sold", .restriction = -1 };
  MusterProposal proposal = { .assister_id = person, .clauses = clauses, .reason = "A list of clients was sold", .action_ids = &action, .n_action_ids = 1 };
  MusterDecisionAnswer answer = { .reason = "Seen and weighed" };
  MusterLetterRequest letter = { .kind = muster_letter_kind_find ("revocation", NULL), .language = "en" };
  g_auto (MusterLetterDrawn) drawn = { 0 };
  MusterServiceRequest service = { .method = MUSTER_SERVICE_EMAIL, .result = MUSTER_SERVICE_SENT };
  MusterReviewRequest request = { .route = MUSTER_ROUTE_EMAIL };
  MusterReviewAnswer outcome = { .outcome = MUSTER_REVIEW_REVERSED, .reason = "It was another" };

  set_day (&incident->discovered.day, "2026-03-10");
  incident->narrative = g_strdup ("A list of clients was sold");
  muster_incident_add_person (incident, person);
  muster_incident_add_clause (incident, "COC-09");
  run_well (fixture, FIXTURE_KIM, &muster_record_incident, incident, &open.incident_id);
  report.incident_id = finding.incident_id = open.incident_id;
  go_on (fixture, memories, "2026-03-10", "2026-03-11");
  muster_moment_clear (&report.at);
  run_well (fixture, FIXTURE_KIM, &muster_record_incident_report, &report, NULL);
  go_on (fixture, memories, "2026-03-11", "2026-03-12");
  report.duty = MUSTER_DUTY_INCIDENT_REPORT;
  report.told = "The marketplace";
  run_well (fixture, FIXTURE_KIM, &muster_record_incident_report, &report, NULL);
  go_on (fixture, memories, "2026-03-12", "2026-03-13");
  run_well (fixture, FIXTURE_SAM, &muster_incident_finding, &finding, NULL);
  run_well (fixture, FIXTURE_SAM, &muster_open_action, &open, &action);
  go_on (fixture, memories, "2026-03-13", "2026-03-16");
  run_well (fixture, FIXTURE_SAM, &muster_propose_revocation, &proposal, &answer.decision_id);
  go_on (fixture, memories, "2026-03-16", "2026-03-18");
  run_well (fixture, FIXTURE_ALEX, &muster_approve_decision, &answer, NULL);
  letter.about_id = request.decision_id = answer.decision_id;
  run_well (fixture, FIXTURE_ALEX, muster_letter_operation (letter.kind), &letter, &drawn);
  go_on (fixture, memories, "2026-03-18", "2026-03-20");
  service.letter_id = drawn.id;
  set_day (&service.on, "2026-03-20");
  run_well (fixture, FIXTURE_KIM, &muster_record_service, &service, NULL);
  go_on (fixture, memories, "2026-03-20", "2026-03-24");
  run_well (fixture, FIXTURE_ROBIN, &muster_file_review, &request, &outcome.review_id);
  go_on (fixture, memories, "2026-03-24", "2026-03-30");
  run_well (fixture, FIXTURE_ROBIN, &muster_decide_review, &outcome, NULL);
}

/* The only row of the report on that day; %NULL where there is none. */
static void
assert_row (OperationsFixture *fixture, MusterReportKind kind, const char *day, const char *expected)
{
  g_autoptr (MusterReport) report = make (fixture, kind, day, NULL);
  g_autofree char *row = NULL;

  g_test_message ("%s on %s", muster_report_kind_to_code (kind), day);
  g_assert_cmpuint (report->rows->len, ==, expected != NULL);
  row = expected != NULL ? dup_row (report, 0) : NULL;
  g_assert_cmpstr (row, ==, expected);
}

static GArray *
new_memories (void)
{
  GArray *memories = g_array_new (FALSE, FALSE, sizeof (Memory));

  g_array_set_clear_func (memories, memory_clear);
  return memories;
}

static void
test_story (OperationsFixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) memories = new_memories ();
  static const struct
  {
    MusterReportKind kind;
    const char *day;
    const char *row;
  } cases[] = {
    { MUSTER_REPORT_ACTIONS, "2026-03-12", NULL },
    { MUSTER_REPORT_ACTIONS, "2026-03-13", "CA-2026-0001|Moua, Ana|S4|COC-09|2026-03-13|0|2026-03-16|0|0-10|stop-work" },
    { MUSTER_REPORT_ACTIONS, "2026-03-31", "CA-2026-0001|Moua, Ana|S4|COC-09|2026-03-13|18|2026-03-16|15|11-30|stop-work" },
    { MUSTER_REPORT_INCIDENTS, "2026-03-09", NULL },
    { MUSTER_REPORT_INCIDENTS, "2026-03-12", "COC-09|Safeguarding client information|1|1|0|0|0" },
    { MUSTER_REPORT_INCIDENTS, "2026-03-13", "COC-09|Safeguarding client information|1|0|1|0|0" },
    { MUSTER_REPORT_DECISIONS, "2026-03-15", NULL },
    { MUSTER_REPORT_DECISIONS, "2026-03-16", "RV-2026-0001|Moua, Ana|revocation|proposed|2026-03-16|-|-|-|-|2026-03-10|2026-03-12|2|no" },
    { MUSTER_REPORT_DECISIONS, "2026-03-19", "RV-2026-0001|Moua, Ana|revocation|approved|2026-03-16|2026-03-18|2|-|-|2026-03-10|2026-03-12|2|no" },
    { MUSTER_REPORT_DECISIONS, "2026-03-31", "RV-2026-0001|Moua, Ana|revocation|approved|2026-03-16|2026-03-18|2|2026-03-20|2|2026-03-10|2026-03-12|2|no" },
    { MUSTER_REPORT_REVIEWS, "2026-03-23", NULL },
    { MUSTER_REPORT_REVIEWS, "2026-03-29", "AP-2026-0001|RV-2026-0001|revocation|Moua, Ana|2026-03-24|no|2026-05-23|pending|-|5|0" },
    { MUSTER_REPORT_REVIEWS, "2026-03-30", "AP-2026-0001|RV-2026-0001|revocation|Moua, Ana|2026-03-24|no|2026-05-23|reversed|2026-03-30|6|0" },
    { MUSTER_REPORT_ROSTER, "2026-01-01", NULL },
    { MUSTER_REPORT_ROSTER, "2026-03-12", "Moua, Ana|P-1|Riverside Test Navigators|Navigator|certified|yes|" },
    { MUSTER_REPORT_ROSTER, "2026-03-19", "Moua, Ana|P-1|Riverside Test Navigators|Navigator|revoked|no|The certification was revoked. An open corrective action stops the person’s work." },
    { MUSTER_REPORT_CONSISTENCY, "2026-03-12", NULL },
    { MUSTER_REPORT_CONSISTENCY, "2026-03-17", "COC-09|S4|1|-|Stop work: 1|Open: 1|-|-|-|Safeguarding client information" },
    { MUSTER_REPORT_CONSISTENCY, "2026-03-18", "COC-09|S4|1|-|Stop work: 1, Revoked: 1|Open: 1|-|-|-|Safeguarding client information" },
    { MUSTER_REPORT_CONSISTENCY, "2026-03-30", "COC-09|S4|1|-|Stop work: 1|Open: 1|-|-|-|Safeguarding client information" },
  };

  tell_story (fixture, memories);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_row (fixture, cases[i].kind, cases[i].day, cases[i].row);
}

static void
record_access (OperationsFixture *fixture, gint64 person, const char *day, const char *outcome)
{
  g_autoptr (MusterEvidence) evidence = muster_evidence_new ();
  MusterEvidenceRequest request = { .evidence = evidence };

  evidence->assister_id = person;
  evidence->requirement = g_strdup ("portal-access");
  evidence->outcome = g_strdup (outcome);
  evidence->source = g_strdup ("The marketplace");
  set_day (&evidence->on, day);
  operations_fixture_set_day (day);
  run_well (fixture, FIXTURE_KIM, &muster_record_evidence, &request, NULL);
}

/* What was late in the story; and the access of two who left, one of whose never ended. */
static void
test_lateness (OperationsFixture *fixture, gconstpointer data)
{
  static const char *const expected[] = {
    "action|CA-2026-0001|Moua, Ana|-|2026-03-13|2026-03-16|-|-|15|overdue",
    "incident-report|IN-2026-0001|-|Report of an incident within the agency|2026-03-10|2026-03-10|2026-03-11|1|1|late",
    "access|-|Abdi, Ana|Inactive|2026-03-20|2026-03-20|2026-03-23|3|3|late",
    "access|-|Lor, Ana|Inactive|2026-03-20|2026-03-20|-|-|11|overdue",
  };
  gint64 people[] = { add_certified (fixture, "Abdi", 11, MUSTER_ASSISTER_NAVIGATOR), add_certified (fixture, "Lor", 12, MUSTER_ASSISTER_NAVIGATOR), add_certified (fixture, "Vang", 13, MUSTER_ASSISTER_NAVIGATOR) };
  MusterReportWish wish = { .kind = MUSTER_REPORT_LATENESS, .time = 1 };
  g_autoptr (GArray) memories = new_memories ();
  g_autoptr (MusterReport) report = NULL;
  g_autoptr (GError) error = NULL;
  MusterDatabase *database;

  record_access (fixture, people[0], "2026-03-10", "live");
  record_access (fixture, people[1], "2026-03-10", "live");
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      MusterCertificationRequest request = { .assister_id = people[i], .reason = "Left the agency" };

      operations_fixture_set_day ("2026-03-20");
      run_well (fixture, FIXTURE_KIM, &muster_inactivate, &request, NULL);
    }
  record_access (fixture, people[0], "2026-03-23", "ended");
  operations_fixture_set_day ("2026-03-10");
  tell_story (fixture, memories);
  database = muster_store_read (operations_fixture_open (fixture, FIXTURE_JO), NULL);
  set_day (&wish.as_of, "2026-03-31");
  wish.today = wish.as_of;
  report = muster_report_make (database, &wish, NULL, &error);
  g_assert_no_error (error);
  muster_store_read_done (operations_fixture_open (fixture, FIXTURE_JO), database);
  for (guint i = 0; i < report->rows->len; i++)
    {
      g_autofree char *row = dup_row (report, i);

      g_assert_cmpuint (i, <, G_N_ELEMENTS (expected));
      g_assert_cmpstr (row, ==, expected[i]);
    }
  g_assert_cmpuint (report->rows->len, ==, G_N_ELEMENTS (expected));
}

/* Afterwards: an incident of old that became known late, a name that was corrected, and the action closed. */
static void
record_late (OperationsFixture *fixture)
{
  g_autoptr (MusterIncident) incident = muster_incident_new ();
  MusterActionText voiding = { .action_id = 1, .text = "It was another" };
  gint64 id;

  set_day (&incident->discovered.day, "2026-03-10");
  incident->narrative = g_strdup ("A letter that nobody had entered");
  muster_incident_add_clause (incident, "COC-04");
  run_well (fixture, FIXTURE_KIM, &muster_record_incident, incident, &id);
  run_well (fixture, FIXTURE_ALEX, &muster_void_action, &voiding, NULL);
}

/* Whatever was recorded since: as known on a day, a report says what it said on that day. */
static void
test_known (OperationsFixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) memories = new_memories ();
  guint n_different = 0;

  tell_story (fixture, memories);
  go_on (fixture, memories, "2026-03-30", "2026-03-31");
  record_late (fixture);
  for (guint i = 0; i < memories->len; i++)
    {
      const Memory *memory = &g_array_index (memories, Memory, i);
      g_autofree char *then = dup_reports (fixture, memory->day, memory->on), *now = dup_reports (fixture, memory->day, NULL);

      g_test_message ("%s, as known on %s", memory->day, memory->on);
      g_assert_cmpstr (then, ==, memory->text);
      n_different += strcmp (then, now) != 0;
    }
  g_assert_cmpuint (n_different, ==, memories->len);
}

/* It says by what it was made; of what will be recorded nobody knows. */
static void
test_face (OperationsFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterReport) report = make (fixture, MUSTER_REPORT_ROSTER, "2026-03-05", "2026-03-09");
  g_autofree char *text = muster_report_dup_day_text (report);
  MusterReportWish wish = { .kind = MUSTER_REPORT_ROSTER };
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (text, ==, "As of 2026-03-05, as known on 2026-03-09");
  g_assert_nonnull (strstr (report->notes->pdata[report->notes->len - 1], "left out"));
  set_day (&wish.as_of, "2026-03-05");
  set_day (&wish.known_on, "2026-03-11");
  set_day (&wish.today, "2026-03-10");
  g_assert_false (muster_report_wish_check (&wish, &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE);
  g_clear_error (&error);
  wish.kind = MUSTER_REPORT_LATENESS;
  set_day (&wish.known_on, "2026-03-09");
  g_assert_false (muster_report_wish_check (&wish, &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  operations_fixture_add ("/operations/report-making/story", test_story);
  operations_fixture_add ("/operations/report-making/lateness", test_lateness);
  operations_fixture_add ("/operations/report-making/known", test_known);
  operations_fixture_add ("/operations/report-making/face", test_face);
  return g_test_run ();
}
