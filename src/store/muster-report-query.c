/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-report-query.h"

#include "domain/muster-assister.h"
#include "domain/muster-date.h"
#include "store/muster-known-query.h"
#include "store/muster-roster-facts-private.h"
#include "store/muster-table-private.h"

/* Which tables stand in each as they were known; people are called what they are called now. */
#define ACTION_TABLES (MUSTER_TABLE_ACTION | MUSTER_TABLE_ACTION_CLAUSE)
#define FINDING_TABLES (MUSTER_TABLE_INCIDENT | MUSTER_TABLE_INCIDENT_CLAUSE | MUSTER_TABLE_INCIDENT_REPORT)
#define DECISION_TABLES \
  (MUSTER_TABLE_DECISION | MUSTER_TABLE_DECISION_ACTION | MUSTER_TABLE_ACTION | MUSTER_TABLE_INCIDENT | MUSTER_TABLE_INCIDENT_REPORT | MUSTER_TABLE_LETTER | MUSTER_TABLE_LETTER_SERVICE)
#define REVIEW_TABLES (MUSTER_TABLE_REVIEW | MUSTER_TABLE_DECISION)
#define CASE_TABLES (MUSTER_TABLE_ACTION | MUSTER_TABLE_ACTION_CLAUSE | MUSTER_TABLE_DECISION | MUSTER_TABLE_DECISION_ACTION | MUSTER_TABLE_REVIEW)

static const char *const actions_sql =
  "SELECT c.id, c.number, a.family_name, a.suffix, a.given_name, a.middle_name, c.severity, c.restriction, c.opened, c.due, c.closed,"
  " (SELECT group_concat(clause, ', ' ORDER BY id) FROM corrective_action_clause WHERE action_id = c.id)"
  " FROM corrective_action c JOIN assister a ON a.id = c.assister_id"
  " WHERE c.opened <= ?1 AND (c.closed IS NULL OR c.closed > ?1)";

/* Told to the marketplace or the regulator; what is said within the agency is no report. */
#define OUTSIDE "('incident-report', 'breach-report', 'licence-notice')"

static const char *const findings_sql =
  "SELECT i.id, c.clause, coalesce(c.finding, 'open'), c.on_day, i.discovered, i.closed, i.outcome,"
  " (SELECT min(r.at_day) FROM incident_report r WHERE r.incident_id = i.id AND r.duty IN " OUTSIDE ")"
  " FROM incident i LEFT JOIN incident_clause c ON c.incident_id = i.id WHERE i.discovered <= ?1 ORDER BY i.id, c.id";

static const char *const decisions_sql =
  "SELECT d.id, d.number, a.family_name, a.suffix, a.given_name, a.middle_name, d.kind, d.state, d.emergency, d.proposed_at, d.decided_at,"
  " (SELECT min(i.discovered) FROM decision_action x JOIN corrective_action c ON c.id = x.action_id JOIN incident i ON i.id = c.incident_id WHERE x.decision_id = d.id),"
  " (SELECT min(r.at_day) FROM decision_action x JOIN corrective_action c ON c.id = x.action_id JOIN incident_report r ON r.incident_id = c.incident_id"
  "  WHERE x.decision_id = d.id AND r.duty IN " OUTSIDE "),"
  " (SELECT min(s.on_day) FROM letter l JOIN letter_service s ON s.letter_id = l.id"
  "  WHERE l.assister_id = d.assister_id AND l.about = 'decision' AND l.about_id = d.id"
  "  AND NOT EXISTS (SELECT 1 FROM letter_service b WHERE b.letter_id = l.id AND b.result = 'returned'))"
  " FROM decision d JOIN assister a ON a.id = d.assister_id ORDER BY d.proposed_at, d.id";

static const char *const reviews_sql =
  "SELECT r.decision_id, r.number, a.family_name, a.suffix, a.given_name, a.middle_name, d.number, d.kind, r.state, r.late, r.filed, r.due, r.decided_at"
  " FROM review r JOIN decision d ON d.id = r.decision_id JOIN assister a ON a.id = d.assister_id WHERE r.filed <= ?1 ORDER BY r.filed, r.id";

/* ?2: the moment at which the day is over. */
static const char *const cases_sql =
  "SELECT k.clause, c.severity, c.restriction, c.outcome, c.opened, c.closed, t.taking, c.id FROM corrective_action c"
  " JOIN corrective_action_clause k ON k.action_id = c.id"
  " LEFT JOIN (SELECT x.action_id, max(CASE d.kind WHEN 'revocation' THEN 2 ELSE 1 END) AS taking FROM decision_action x JOIN decision d ON d.id = x.decision_id"
  "  WHERE d.kind IN ('revocation', 'suspension') AND d.state = 'approved' AND d.decided_at < ?2"
  "  AND NOT EXISTS (SELECT 1 FROM decision o WHERE o.calls_off = d.id AND o.state = 'approved' AND o.decided_at < ?2)"
  "  AND NOT EXISTS (SELECT 1 FROM review v WHERE v.decision_id = d.id AND v.state = 'reversed' AND v.decided_at < ?2)"
  "  GROUP BY x.action_id) t ON t.action_id = c.id"
  " WHERE c.opened <= ?1 ORDER BY c.id, k.id";

/* The name in the four columns from @column on. */
static char *
dup_name (MusterStatement *statement, int column)
{
  const MusterAssister person = {
    .family_name = (char *) muster_statement_get_text (statement, column),
    .suffix = (char *) muster_statement_get_text (statement, column + 1),
    .given_name = (char *) muster_statement_get_text (statement, column + 2),
    .middle_name = (char *) muster_statement_get_text (statement, column + 3),
  };

  return muster_assister_dup_list_name (&person);
}

static gpointer
read_action (MusterStatement *statement, GError **error)
{
  g_autoptr (MusterReportAction) action = g_new0 (MusterReportAction, 1);

  action->id = muster_statement_get_int (statement, 0);
  action->number = muster_statement_dup_text (statement, 1);
  action->person = dup_name (statement, 2);
  if ((!muster_severity_from_code (muster_statement_get_text (statement, 6), &action->severity, error) ||
       !muster_restriction_from_code (muster_statement_get_text (statement, 7), &action->restriction, error)) &&
      !muster_table_blame ("corrective_action", action->id, error))
    return NULL;
  muster_statement_get_date (statement, 8, &action->opened);
  muster_statement_get_date (statement, 9, &action->due);
  muster_statement_get_date (statement, 10, &action->closed);
  action->clauses = muster_statement_dup_text (statement, 11);
  return g_steal_pointer (&action);
}

GPtrArray *
muster_report_query_actions (MusterDatabase *database, const GDate *as_of, const GDate *known_on, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_known_query_prepare (database, actions_sql, ACTION_TABLES, known_on, error);

  if (statement == NULL)
    return NULL;
  muster_statement_bind_date (statement, 1, as_of);
  return muster_table_collect (statement, read_action, (GDestroyNotify) muster_report_action_free, error);
}

static gpointer
read_finding (MusterStatement *statement, GError **error)
{
  g_autoptr (MusterReportFinding) finding = g_new0 (MusterReportFinding, 1);
  MusterIncidentOutcome outcome;

  finding->incident_id = muster_statement_get_int (statement, 0);
  finding->clause = muster_statement_dup_text (statement, 1);
  if ((!muster_incident_finding_from_code (muster_statement_get_text (statement, 2), &finding->finding, error) ||
       !muster_incident_outcome_from_code (muster_statement_get_text (statement, 6), &outcome, error)) &&
      !muster_table_blame ("incident", finding->incident_id, error))
    return NULL;
  muster_statement_get_date (statement, 3, &finding->found);
  muster_statement_get_date (statement, 4, &finding->discovered);
  muster_statement_get_date (statement, 5, &finding->closed);
  muster_statement_get_date (statement, 7, &finding->reported);
  finding->is_duplicate = outcome == MUSTER_INCIDENT_OUTCOME_DUPLICATE;
  return g_steal_pointer (&finding);
}

/* Unset for 0. */
static void
read_day_of_time (MusterStatement *statement, int column, GDate *day)
{
  gint64 time = muster_statement_get_int (statement, column);

  g_date_clear (day, 1);
  if (time != 0)
    muster_date_set_time (day, time);
}

static gpointer
read_decision (MusterStatement *statement, GError **error)
{
  g_autoptr (MusterReportDecision) decision = g_new0 (MusterReportDecision, 1);

  decision->id = muster_statement_get_int (statement, 0);
  decision->number = muster_statement_dup_text (statement, 1);
  decision->person = dup_name (statement, 2);
  if ((!muster_decision_kind_from_code (muster_statement_get_text (statement, 6), &decision->kind, error) ||
       !muster_decision_state_from_code (muster_statement_get_text (statement, 7), &decision->state, error)) &&
      !muster_table_blame ("decision", decision->id, error))
    return NULL;
  decision->emergency = muster_statement_get_int (statement, 8) != 0;
  read_day_of_time (statement, 9, &decision->proposed);
  read_day_of_time (statement, 10, &decision->decided);
  muster_statement_get_date (statement, 11, &decision->discovered);
  muster_statement_get_date (statement, 12, &decision->reported);
  muster_statement_get_date (statement, 13, &decision->served);
  return g_steal_pointer (&decision);
}

static gpointer
read_review (MusterStatement *statement, GError **error)
{
  g_autoptr (MusterReportReview) review = g_new0 (MusterReportReview, 1);

  review->decision_id = muster_statement_get_int (statement, 0);
  review->number = muster_statement_dup_text (statement, 1);
  review->person = dup_name (statement, 2);
  review->decision = muster_statement_dup_text (statement, 6);
  if ((!muster_decision_kind_from_code (muster_statement_get_text (statement, 7), &review->kind, error) ||
       !muster_review_state_from_code (muster_statement_get_text (statement, 8), &review->state, error)) &&
      !muster_table_blame ("review", review->decision_id, error))
    return NULL;
  review->late = muster_statement_get_int (statement, 9) != 0;
  muster_statement_get_date (statement, 10, &review->filed);
  muster_statement_get_date (statement, 11, &review->due);
  read_day_of_time (statement, 12, &review->decided);
  return g_steal_pointer (&review);
}

static gpointer
read_case (MusterStatement *statement, GError **error)
{
  g_autoptr (MusterReportCase) one = g_new0 (MusterReportCase, 1);

  one->clause = muster_statement_dup_text (statement, 0);
  if ((!muster_severity_from_code (muster_statement_get_text (statement, 1), &one->severity, error) ||
       !muster_restriction_from_code (muster_statement_get_text (statement, 2), &one->restriction, error) ||
       !muster_outcome_from_code (muster_statement_get_text (statement, 3), &one->outcome, error)) &&
      !muster_table_blame ("corrective_action", muster_statement_get_int (statement, 7), error))
    return NULL;
  muster_statement_get_date (statement, 4, &one->opened);
  muster_statement_get_date (statement, 5, &one->closed);
  one->taking = (MusterReportTaking) muster_statement_get_int (statement, 6);
  return g_steal_pointer (&one);
}

GPtrArray *
muster_report_query_findings (MusterDatabase *database, const GDate *as_of, const GDate *known_on, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_known_query_prepare (database, findings_sql, FINDING_TABLES, known_on, error);

  if (statement == NULL)
    return NULL;
  muster_statement_bind_date (statement, 1, as_of);
  return muster_table_collect (statement, read_finding, (GDestroyNotify) muster_report_finding_free, error);
}

GPtrArray *
muster_report_query_decisions (MusterDatabase *database, const GDate *known_on, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_known_query_prepare (database, decisions_sql, DECISION_TABLES, known_on, error);

  return statement != NULL ? muster_table_collect (statement, read_decision, (GDestroyNotify) muster_report_decision_free, error) : NULL;
}

GPtrArray *
muster_report_query_reviews (MusterDatabase *database, const GDate *as_of, const GDate *known_on, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_known_query_prepare (database, reviews_sql, REVIEW_TABLES, known_on, error);

  if (statement == NULL)
    return NULL;
  muster_statement_bind_date (statement, 1, as_of);
  return muster_table_collect (statement, read_review, (GDestroyNotify) muster_report_review_free, error);
}

GPtrArray *
muster_report_query_cases (MusterDatabase *database, const GDate *as_of, const GDate *known_on, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_known_query_prepare (database, cases_sql, CASE_TABLES, known_on, error);

  if (statement == NULL)
    return NULL;
  muster_statement_bind_date (statement, 1, as_of);
  muster_statement_bind_int (statement, 2, muster_roster_find_end_of_day (as_of));
  return muster_table_collect (statement, read_case, (GDestroyNotify) muster_report_case_free, error);
}
