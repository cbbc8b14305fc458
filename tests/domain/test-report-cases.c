/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-date.h"
#include "domain/muster-error.h"
#include "domain/muster-report-consistency.h"
#include "domain/muster-report-decisions.h"
#include "domain/muster-report-incidents.h"
#include "domain/muster-report-lateness.h"
#include "domain/muster-report-reviews.h"
#include "domain/muster-report-roster.h"

static MusterClauseCatalogue *catalogue;

static void
set_day (GDate *date, const char *text)
{
  g_date_clear (date, 1);
  if (text != NULL)
    g_assert_true (muster_date_parse_iso (text, date, NULL));
}

static GDate
make_day (const char *text)
{
  GDate date;

  set_day (&date, text);
  return date;
}

static gint64
get_figure (const MusterReport *report, const char *key)
{
  for (guint i = 0; i < report->figures->len; i++)
    if (strcmp (((const MusterReportFigure *) report->figures->pdata[i])->key, key) == 0)
      return ((const MusterReportFigure *) report->figures->pdata[i])->value;
  return -1;
}

/* The row, its cells joined: codes where there are any; “-” for nothing. */
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

static void
assert_row (const MusterReport *report, guint index, const char *expected)
{
  g_autofree char *text = NULL;

  g_assert_cmpuint (index, <, report->rows->len);
  text = dup_row (report, index);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_median (void)
{
  static const struct
  {
    int days[5];
    guint n;
    int median;
  } cases[] = {
    { { 0 }, 0, -1 },
    { { 7 }, 1, 7 },
    { { 9, 2 }, 2, 6 },
    { { 4, 2 }, 2, 3 },
    { { 30, 1, 2 }, 3, 2 },
    { { 5, 5, 1, 90, 0 }, 5, 5 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (int));

      g_array_append_vals (days, cases[i].days, cases[i].n);
      g_assert_cmpint (muster_report_get_median (days), ==, cases[i].median);
    }
}

static void
add_finding (GPtrArray *findings, gint64 incident, const char *clause, MusterIncidentFinding kind, const char *found, const char *discovered, const char *reported, const char *closed,
             gboolean is_duplicate)
{
  MusterReportFinding *finding = g_new0 (MusterReportFinding, 1);

  finding->incident_id = incident;
  finding->clause = g_strdup (clause);
  finding->finding = kind;
  set_day (&finding->found, found);
  set_day (&finding->discovered, discovered);
  set_day (&finding->reported, reported);
  set_day (&finding->closed, closed);
  finding->is_duplicate = is_duplicate;
  g_ptr_array_add (findings, finding);
}

static void
test_incidents (void)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_report_finding_free);
  g_autoptr (MusterReport) early = NULL;
  g_autoptr (MusterReport) late = NULL;
  GDate day;

  add_finding (findings, 1, "ROB-07b", MUSTER_FINDING_SUBSTANTIATED, "2026-03-09", "2026-03-02", "2026-03-04", "2026-03-10", FALSE);
  add_finding (findings, 1, "COC-09", MUSTER_FINDING_NOT_SUBSTANTIATED, "2026-03-08", "2026-03-02", "2026-03-04", "2026-03-10", FALSE);
  add_finding (findings, 2, "COC-09", MUSTER_FINDING_OPEN, NULL, "2026-03-05", NULL, NULL, FALSE);
  add_finding (findings, 3, NULL, MUSTER_FINDING_OPEN, NULL, "2026-03-06", "2026-03-10", NULL, FALSE);
  add_finding (findings, 4, "COC-09", MUSTER_FINDING_OPEN, NULL, "2026-03-06", NULL, "2026-03-09", TRUE);

  day = make_day ("2026-03-08");
  early = muster_report_incidents_build (findings, catalogue, &day);
  g_assert_cmpuint (early->rows->len, ==, 3);
  assert_row (early, 0, "COC-09|Safeguarding client information|3|2|0|1|0");
  assert_row (early, 1, "ROB-07b|Reporting incidents and breaches|1|1|0|0|0");
  assert_row (early, 2, "-|No clause cited yet|1|1|0|0|0");
  g_assert_cmpint (get_figure (early, "incidents"), ==, 4);
  g_assert_cmpint (get_figure (early, "open"), ==, 4);
  g_assert_cmpint (get_figure (early, "median_days_to_report"), ==, 2);

  day = make_day ("2026-03-10");
  late = muster_report_incidents_build (findings, catalogue, &day);
  assert_row (late, 0, "COC-09|Safeguarding client information|2|1|0|1|0");
  assert_row (late, 1, "ROB-07b|Reporting incidents and breaches|1|0|1|0|0");
  g_assert_cmpint (get_figure (late, "incidents"), ==, 3);
  g_assert_cmpint (get_figure (late, "open"), ==, 2);
  g_assert_cmpint (get_figure (late, "reported"), ==, 2);
  g_assert_cmpint (get_figure (late, "median_days_to_report"), ==, 3);
}

static MusterReportDecision *
add_decision (GPtrArray *decisions, const char *number, MusterDecisionState state, const char *proposed, const char *decided, const char *served)
{
  MusterReportDecision *decision = g_new0 (MusterReportDecision, 1);

  decision->id = decisions->len + 1;
  decision->number = g_strdup (number);
  decision->person = g_strdup ("Moua, Ana");
  decision->state = state;
  set_day (&decision->discovered, NULL);
  set_day (&decision->reported, NULL);
  set_day (&decision->proposed, proposed);
  set_day (&decision->decided, decided);
  set_day (&decision->served, served);
  g_ptr_array_add (decisions, decision);
  return decision;
}

static void
test_decisions (void)
{
  static const struct
  {
    const char *as_of;
    const char *first;
    gint64 n, n_waiting, n_unserved;
  } cases[] = {
    { "2026-03-01", NULL, 0, 0, 0 },
    { "2026-03-02", "RV-2026-0001|Moua, Ana|revocation|proposed|2026-03-02|-|-|-|-|2026-02-20|-|-|no", 1, 1, 0 },
    { "2026-03-05", "RV-2026-0001|Moua, Ana|revocation|approved|2026-03-02|2026-03-05|3|-|-|2026-02-20|2026-03-04|12|yes", 2, 1, 1 },
    { "2026-03-31", "RV-2026-0001|Moua, Ana|revocation|approved|2026-03-02|2026-03-05|3|2026-03-09|4|2026-02-20|2026-03-04|12|yes", 3, 0, 0 },
  };
  g_autoptr (GPtrArray) decisions = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_report_decision_free);
  MusterReportDecision *first = add_decision (decisions, "RV-2026-0001", MUSTER_DECISION_APPROVED, "2026-03-02", "2026-03-05", "2026-03-09");

  set_day (&first->discovered, "2026-02-20");
  set_day (&first->reported, "2026-03-04");
  first->emergency = TRUE;
  add_decision (decisions, "RV-2026-0002", MUSTER_DECISION_REFUSED, "2026-03-04", "2026-03-06", NULL);
  add_decision (decisions, "RV-2026-0003", MUSTER_DECISION_TAKEN_BACK, "2026-03-20", NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GDate day = make_day (cases[i].as_of);
      g_autoptr (MusterReport) report = muster_report_decisions_build (decisions, &day);

      g_test_message ("%s", cases[i].as_of);
      g_assert_cmpuint (report->rows->len, ==, cases[i].n);
      if (cases[i].first != NULL)
        assert_row (report, 0, cases[i].first);
      g_assert_cmpint (get_figure (report, "decisions"), ==, cases[i].n);
      g_assert_cmpint (get_figure (report, "waiting"), ==, cases[i].n_waiting);
      g_assert_cmpint (get_figure (report, "not_served"), ==, cases[i].n_unserved);
    }
}

static void
add_review (GPtrArray *reviews, const char *number, MusterReviewState state, const char *filed, const char *due, const char *decided)
{
  MusterReportReview *review = g_new0 (MusterReportReview, 1);

  review->decision_id = 1;
  review->number = g_strdup (number);
  review->decision = g_strdup ("RV-2026-0001");
  review->person = g_strdup ("Moua, Ana");
  review->state = state;
  review->late = state == MUSTER_REVIEW_NOT_ADMITTED;
  set_day (&review->filed, filed);
  set_day (&review->due, due);
  set_day (&review->decided, decided);
  g_ptr_array_add (reviews, review);
}

static void
test_reviews (void)
{
  static const struct
  {
    const char *as_of;
    const char *first; /* %NULL: none */
    gint64 n, n_waiting, n_overdue, median;
  } cases[] = {
    { "2026-03-01", NULL, 0, 0, 0, -1 },
    { "2026-03-12", "AP-2026-0001|RV-2026-0001|revocation|Moua, Ana|2026-03-02|no|2026-03-12|pending|-|10|0", 1, 1, 0, -1 },
    { "2026-03-13", "AP-2026-0001|RV-2026-0001|revocation|Moua, Ana|2026-03-02|no|2026-03-12|pending|-|11|1", 1, 1, 1, -1 },
    { "2026-03-14", "AP-2026-0001|RV-2026-0001|revocation|Moua, Ana|2026-03-02|no|2026-03-12|reversed|2026-03-14|12|2", 1, 0, 0, 12 },
    { "2026-03-30", "AP-2026-0001|RV-2026-0001|revocation|Moua, Ana|2026-03-02|no|2026-03-12|reversed|2026-03-14|12|2", 2, 0, 0, 12 },
  };
  g_autoptr (GPtrArray) reviews = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_report_review_free);

  add_review (reviews, "AP-2026-0001", MUSTER_REVIEW_REVERSED, "2026-03-02", "2026-03-12", "2026-03-14");
  add_review (reviews, "AP-2026-0002", MUSTER_REVIEW_NOT_ADMITTED, "2026-03-20", "2026-05-20", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GDate day = make_day (cases[i].as_of);
      g_autoptr (MusterReport) report = muster_report_reviews_build (reviews, &day);

      g_test_message ("%s", cases[i].as_of);
      g_assert_cmpuint (report->rows->len, ==, cases[i].n);
      if (cases[i].first != NULL)
        assert_row (report, 0, cases[i].first);
      if (cases[i].n > 1)
        assert_row (report, 1, "AP-2026-0002|RV-2026-0001|revocation|Moua, Ana|2026-03-20|yes|-|not-admitted|-|-|-");
      g_assert_cmpint (get_figure (report, "waiting"), ==, cases[i].n_waiting);
      g_assert_cmpint (get_figure (report, "overdue"), ==, cases[i].n_overdue);
      g_assert_cmpint (get_figure (report, "median_days"), ==, cases[i].median);
    }
}

static void
add_case (GPtrArray *cases, const char *clause, MusterSeverity severity, MusterRestriction restriction, MusterReportTaking taking, MusterOutcome outcome, const char *opened, const char *closed)
{
  MusterReportCase *one = g_new0 (MusterReportCase, 1);

  one->clause = g_strdup (clause);
  one->severity = severity;
  one->restriction = restriction;
  one->taking = taking;
  one->outcome = outcome;
  set_day (&one->opened, opened);
  set_day (&one->closed, closed);
  g_ptr_array_add (cases, one);
}

static void
test_consistency (void)
{
  g_autoptr (GPtrArray) cases = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_report_case_free);
  g_autoptr (MusterReport) report = NULL;
  GDate day = make_day ("2026-04-30");

  add_case (cases, "COC-09", MUSTER_SEVERITY_3, MUSTER_RESTRICTION_LIMITED, MUSTER_TAKING_NOTHING, MUSTER_OUTCOME_COMPLETED, "2026-03-01", "2026-03-11");
  add_case (cases, "COC-09", MUSTER_SEVERITY_3, MUSTER_RESTRICTION_LIMITED, MUSTER_TAKING_REVOKED, MUSTER_OUTCOME_FAILED, "2026-03-01", "2026-04-10");
  add_case (cases, "COC-09", MUSTER_SEVERITY_3, MUSTER_RESTRICTION_LIMITED, MUSTER_TAKING_NOTHING, MUSTER_OUTCOME_COMPLETED, "2026-04-01", "2026-05-01");
  add_case (cases, "COC-09", MUSTER_SEVERITY_2, MUSTER_RESTRICTION_NONE, MUSTER_TAKING_NOTHING, MUSTER_OUTCOME_COMPLETED, "2026-03-01", "2026-03-08");
  add_case (cases, "COC-04", MUSTER_SEVERITY_1, MUSTER_RESTRICTION_NONE, MUSTER_TAKING_NOTHING, MUSTER_OUTCOME_LATE, "2026-03-01", "2026-03-05");
  add_case (cases, "COC-04", MUSTER_SEVERITY_1, MUSTER_RESTRICTION_NONE, MUSTER_TAKING_NOTHING, MUSTER_OUTCOME_NONE, "2026-03-01", NULL);
  add_case (cases, "COC-04", MUSTER_SEVERITY_1, MUSTER_RESTRICTION_STOP_WORK, MUSTER_TAKING_NOTHING, MUSTER_OUTCOME_VOIDED, "2026-03-01", "2026-03-02");
  add_case (cases, "COC-03", MUSTER_SEVERITY_1, MUSTER_RESTRICTION_NONE, MUSTER_TAKING_NOTHING, MUSTER_OUTCOME_NONE, "2026-05-01", NULL);
  report = muster_report_consistency_build (cases, catalogue, &day);
  g_assert_cmpuint (report->rows->len, ==, 3);
  assert_row (report, 0, "COC-04|S1|2|yes|No restriction: 2|Open: 1, Completed late: 1|4|4|4|Prompt, exemplary service");
  assert_row (report, 1, "COC-09|S3|3|no|Limits: 3, Revoked: 1|Open: 1, Completed: 1, Failed: 1|25|10|40|Safeguarding client information");
  /* What cannot be compared comes last. */
  assert_row (report, 2, "COC-09|S2|1|-|No restriction: 1|Completed: 1|7|7|7|Safeguarding client information");
  g_assert_cmpint (get_figure (report, "comparable"), ==, 2);
  g_assert_cmpint (get_figure (report, "unlike"), ==, 1);
  g_assert_cmpuint (report->bars->len, ==, 1);
  g_assert_cmpint (((const MusterReportFigure *) report->bars->pdata[0])->value, ==, 30);
}

static void
add_person (GPtrArray *people, const char *name, const char *agency, guint types, MusterCertificationState overall, guint reasons)
{
  MusterReportPerson *person = g_new0 (MusterReportPerson, 1);

  person->id = people->len + 1;
  person->name = g_strdup (name);
  person->agency = g_strdup (agency);
  person->standing = (MusterStanding) { .may_assist = reasons == 0, .types = types, .overall = overall, .reasons = reasons };
  g_ptr_array_add (people, person);
}

static void
test_roster (void)
{
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_report_person_free);
  GDate day = make_day ("2026-04-30");
  g_autoptr (MusterReport) report = NULL;

  add_person (people, "Abdi, Ana", "Riverside", MUSTER_ASSISTER_BROKER | MUSTER_ASSISTER_NAVIGATOR, MUSTER_STATE_CERTIFIED, 0);
  add_person (people, "Later, Lee", NULL, 0, MUSTER_STATE_NONE, MUSTER_REASON_NO_ROLE | MUSTER_REASON_NO_AGENCY);
  add_person (people, "Moua, Kia", NULL, MUSTER_ASSISTER_NAVIGATOR, MUSTER_STATE_REVOKED, MUSTER_REASON_REVOKED);
  add_person (people, "New, Nia", "Riverside", 0, MUSTER_STATE_NONE, MUSTER_REASON_NO_ROLE);
  report = muster_report_roster_build (people, &day);
  g_assert_cmpuint (report->rows->len, ==, 2);
  assert_row (report, 0, "Abdi, Ana|P-1|Riverside|Broker, Navigator|certified|yes|");
  g_assert_cmpint (((const MusterReportRow *) report->rows->pdata[1])->id, ==, 3);
  g_assert_cmpint (get_figure (report, "people"), ==, 2);
  g_assert_cmpint (get_figure (report, "may_assist"), ==, 1);
  g_assert_cmpint (get_figure (report, "may_not_assist"), ==, 1);
}

/* The days of one duty on each of several days: the row, if any; and what is counted. */
static void
test_lateness (void)
{
  static const struct
  {
    MusterLatenessKind kind;
    const char *due, *done;
    gboolean is_late;
    const char *as_of;
    const char *row; /* %NULL: none */
    int late, overdue, in_time;
  } cases[] = {
    { MUSTER_LATENESS_ACTION, "2026-03-10", NULL, FALSE, "2026-03-10", NULL, 0, 0, 0 },
    { MUSTER_LATENESS_ACTION, "2026-03-10", NULL, FALSE, "2026-03-11", "action|CA-2026-0001|Moua, Ana|-|2026-03-01|2026-03-10|-|-|1|overdue", 0, 1, 0 },
    { MUSTER_LATENESS_ACTION, "2026-03-10", "2026-03-10", FALSE, "2026-03-31", NULL, 0, 0, 1 },
    { MUSTER_LATENESS_ACTION, "2026-03-10", "2026-03-11", FALSE, "2026-03-31", "action|CA-2026-0001|Moua, Ana|-|2026-03-01|2026-03-10|2026-03-11|10|1|late", 1, 0, 0 },
    /* What was done later had not been done yet. */
    { MUSTER_LATENESS_ACTION, "2026-03-10", "2026-03-20", FALSE, "2026-03-15", "action|CA-2026-0001|Moua, Ana|-|2026-03-01|2026-03-10|-|-|5|overdue", 0, 1, 0 },
    { MUSTER_LATENESS_ACTION, "2026-03-10", "2026-03-20", FALSE, "2026-03-20", "action|CA-2026-0001|Moua, Ana|-|2026-03-01|2026-03-10|2026-03-20|19|10|late", 1, 0, 0 },
    { MUSTER_LATENESS_ACTION, "2026-03-10", NULL, FALSE, "2026-02-28", NULL, 0, 0, 0 },
    { MUSTER_LATENESS_STEP, "2026-03-10", NULL, FALSE, "2027-03-10", "step|CA-2026-0001|Moua, Ana|-|2026-03-01|2026-03-10|-|-|365|overdue", 0, 1, 0 },
    { MUSTER_LATENESS_CHECK, "2026-03-10", "2026-03-12", FALSE, "2026-03-12", "check|CA-2026-0001|Moua, Ana|-|2026-03-01|2026-03-10|2026-03-12|11|2|late", 1, 0, 0 },
    { MUSTER_LATENESS_REVIEW, "2026-03-10", "2026-03-12", FALSE, "2026-03-12", "review|CA-2026-0001|Moua, Ana|-|2026-03-01|2026-03-10|2026-03-12|11|2|late", 1, 0, 0 },
    /* After the hour, on the day. */
    { MUSTER_LATENESS_INCIDENT, "2026-03-02", "2026-03-02", TRUE, "2026-03-31", "incident-report|CA-2026-0001|Moua, Ana|-|2026-03-01|2026-03-02|2026-03-02|1|0|late", 1, 0, 0 },
    { MUSTER_LATENESS_INCIDENT, "2026-03-02", "2026-03-02", FALSE, "2026-03-31", NULL, 0, 0, 1 },
    /* The end of access is told in any case. */
    { MUSTER_LATENESS_ACCESS, "2026-03-01", "2026-03-01", FALSE, "2026-03-31", "access|CA-2026-0001|Moua, Ana|-|2026-03-01|2026-03-01|2026-03-01|0|0|in-time", 0, 0, 1 },
    { MUSTER_LATENESS_ACCESS, "2026-03-01", "2026-03-08", FALSE, "2026-03-31", "access|CA-2026-0001|Moua, Ana|-|2026-03-01|2026-03-01|2026-03-08|7|7|late", 1, 0, 0 },
    { MUSTER_LATENESS_ACCESS, "2026-03-01", NULL, FALSE, "2026-03-31", "access|CA-2026-0001|Moua, Ana|-|2026-03-01|2026-03-01|-|-|30|overdue", 0, 1, 0 },
    { MUSTER_LATENESS_ACCESS, "2026-03-01", NULL, FALSE, "2026-03-01", "access|CA-2026-0001|Moua, Ana|-|2026-03-01|2026-03-01|-|-|0|open", 0, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) duties = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_report_duty_free);
      MusterReportDuty *duty = g_new0 (MusterReportDuty, 1);
      const GDate as_of = make_day (cases[i].as_of);
      g_autoptr (MusterReport) report = NULL;

      g_test_message ("%u", i);
      *duty = (MusterReportDuty) { .kind = cases[i].kind, .assister_id = 1, .number = g_strdup ("CA-2026-0001"), .person = g_strdup ("Moua, Ana"), .is_late = cases[i].is_late };
      set_day (&duty->from, "2026-03-01");
      set_day (&duty->due, cases[i].due);
      set_day (&duty->done, cases[i].done);
      g_ptr_array_add (duties, duty);
      report = muster_report_lateness_build (duties, &as_of);
      g_assert_cmpuint (report->rows->len, ==, cases[i].row != NULL);
      if (cases[i].row != NULL)
        assert_row (report, 0, cases[i].row);
      g_assert_cmpint (get_figure (report, "late"), ==, cases[i].late);
      g_assert_cmpint (get_figure (report, "overdue"), ==, cases[i].overdue);
      g_assert_cmpint (get_figure (report, "in_time"), ==, cases[i].in_time);
      g_assert_cmpuint (report->bars->len, ==, cases[i].late + cases[i].overdue > 0);
      g_assert_cmpint (get_figure (report, "median_days_to_access_off"), ==, cases[i].kind == MUSTER_LATENESS_ACCESS && cases[i].done != NULL ? g_date_days_between (&duty->due, &duty->done) : -1);
    }
}

/* Who may take which report out. */
static void
test_export (void)
{
  for (guint kind = 0; kind < MUSTER_N_REPORTS; kind++)
    for (guint role = 0; role < MUSTER_ROLE_RECOVERY; role++)
      {
        g_autoptr (GError) error = NULL;
        gboolean may = kind != MUSTER_REPORT_ROSTER || role != MUSTER_ROLE_STAFF;

        g_assert_cmpint (muster_report_kind_check_export (kind, role, &error), ==, may);
        g_assert_cmpint (g_error_matches (error, MUSTER_ERROR, MUSTER_ERROR_FORBIDDEN), ==, !may);
      }
}

/* Whatever is added to it: nothing of this report says who somebody is. */
static void
test_nameless (void)
{
  g_autoptr (GPtrArray) cases = g_ptr_array_new ();
  g_autoptr (GPtrArray) findings = g_ptr_array_new ();
  GDate day = make_day ("2026-04-30");
  g_autoptr (MusterReport) consistency = muster_report_consistency_build (cases, catalogue, &day), incidents = muster_report_incidents_build (findings, catalogue, &day);

  g_assert_false (muster_report_kind_has_names (MUSTER_REPORT_CONSISTENCY));
  for (guint i = 0; i < consistency->columns->len; i++)
    g_assert_false (g_array_index (consistency->columns, MusterReportColumn, i).is_personal);
  for (guint i = 0; i < incidents->columns->len; i++)
    g_assert_false (g_array_index (incidents->columns, MusterReportColumn, i).is_personal);
}

int
main (int argc, char **argv)
{
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  path = g_build_filename (argv[1], "clauses", "mnsure-notice.clauses", NULL);
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  catalogue = muster_clause_catalogue_parse (text, -1, NULL, &error);
  g_assert_no_error (error);
  g_test_add_func ("/domain/report-cases/median", test_median);
  g_test_add_func ("/domain/report-cases/incidents", test_incidents);
  g_test_add_func ("/domain/report-cases/decisions", test_decisions);
  g_test_add_func ("/domain/report-cases/reviews", test_reviews);
  g_test_add_func ("/domain/report-cases/consistency", test_consistency);
  g_test_add_func ("/domain/report-cases/roster", test_roster);
  g_test_add_func ("/domain/report-cases/lateness", test_lateness);
  g_test_add_func ("/domain/report-cases/export", test_export);
  g_test_add_func ("/domain/report-cases/nameless", test_nameless);
  result = g_test_run ();
  muster_clause_catalogue_free (catalogue);
  return result;
}
