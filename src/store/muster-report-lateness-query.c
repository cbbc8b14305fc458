/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-report-lateness-query.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-assister.h"
#include "domain/muster-date.h"
#include "domain/muster-incident-clock.h"
#include "store/muster-incident-table.h"
#include "store/muster-rules-table.h"
#include "store/muster-table-private.h"

/* Each: the person, their name in four columns, the number, what, from when, through when, done when; and done at what time, where that is all there is. ?1: the day. */
#define PERSON "a.id, a.family_name, a.suffix, a.given_name, a.middle_name"
#define OF_ACTION " FROM corrective_action c JOIN assister a ON a.id = c.assister_id"
#define ENDED "('inactive', 'suspended-administrative', 'suspended-for-cause', 'revoked', 'withdrawn', 'expired')"
#define CERTIFIED "('certified', 'certified-restricted')"
#define STANDS(table) table ".superseded_by IS NULL AND " table ".taken_back IS NULL"

/* All is done with the last step, as when an action is judged that is closed; before its effect is looked at that is not settled. */
static const char *const actions_sql =
  "SELECT " PERSON ", c.number, NULL, c.opened, c.due,"
  " CASE WHEN c.state = 'open' AND NOT EXISTS (SELECT 1 FROM corrective_action_follow_up f WHERE f.action_id = c.id AND f.kind = 'check' AND f.state = 'pending') THEN NULL"
  " ELSE coalesce ((SELECT CASE WHEN count (*) = count (s.done_on) THEN max (s.done_on) END FROM corrective_action_step s WHERE s.action_id = c.id), c.closed) END, 0" OF_ACTION
  " WHERE c.opened <= ?1 AND c.state <> 'voided'";

static const char *const steps_sql =
  "SELECT " PERSON ", c.number, s.position, c.opened, s.due, s.done_on, 0" OF_ACTION " JOIN corrective_action_step s ON s.action_id = c.id WHERE c.opened <= ?1 AND c.state <> 'voided'"
  " AND (s.done_on IS NOT NULL OR c.state = 'open')";

static const char *const checks_sql =
  "SELECT " PERSON ", c.number, NULL, f.on_day, f.due, f.settled_on, f.settled_at" OF_ACTION " JOIN corrective_action_follow_up f ON f.action_id = c.id"
  " WHERE f.kind = 'check' AND f.on_day <= ?1 AND f.due IS NOT NULL AND c.state <> 'voided'";

static const char *const reviews_sql =
  "SELECT " PERSON ", r.number, d.number, r.filed, r.due, NULL, r.decided_at FROM review r JOIN decision d ON d.id = r.decision_id JOIN assister a ON a.id = d.assister_id"
  " WHERE r.filed <= ?1 AND r.state <> 'not-admitted'";

/* Who still holds another role keeps the access; ?2: the requirement of it. */
static const char *const access_sql =
  "SELECT " PERSON ", NULL, min (c.to_state), c.effective, c.effective,"
  " (SELECT min (e.on_day) FROM evidence e WHERE e.assister_id = c.assister_id AND e.requirement = ?2 AND e.outcome IN ('suspended', 'ended') AND e.on_day >= c.effective AND " STANDS ("e") "), 0"
                                                                                                                                                                                             " FROM certification c JOIN assister a ON a.id = c.assister_id"
                                                                                                                                                                                             " WHERE c.effective <= ?1 AND c.from_state IN " CERTIFIED " AND c.to_state IN " ENDED " AND " STANDS ("c") " AND (SELECT coalesce (e.outcome, 'live') FROM evidence e WHERE e.assister_id = c.assister_id AND e.requirement = ?2 AND e.on_day < c.effective AND " STANDS ("e") " ORDER BY e.on_day DESC, e.id DESC LIMIT 1) IN ('live', 'approved')"
                                                                                                                                                                                                                                                                                                                                                                                                                                                                            " AND NOT EXISTS (SELECT 1 FROM certification o WHERE o.assister_id = c.assister_id AND o.type <> c.type AND o.to_state IN " CERTIFIED " AND o.effective <= c.effective AND " STANDS ("o") "  AND NOT EXISTS (SELECT 1 FROM certification p WHERE p.assister_id = o.assister_id AND p.type = o.type AND p.effective <= c.effective AND p.id > o.id AND " STANDS ("p") "))"
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                  " GROUP BY c.assister_id, c.effective";

static const struct
{
  MusterLatenessKind kind;
  const char *sql;
} lists[] = {
  { MUSTER_LATENESS_ACTION, actions_sql },
  { MUSTER_LATENESS_STEP, steps_sql },
  { MUSTER_LATENESS_CHECK, checks_sql },
  { MUSTER_LATENESS_REVIEW, reviews_sql },
  { MUSTER_LATENESS_ACCESS, access_sql },
};

static char *
dup_what (MusterLatenessKind kind, const char *text)
{
  MusterCertificationState state;

  if (kind == MUSTER_LATENESS_STEP)
    /* Translators: of a corrective action; its place among them */
    return g_strdup_printf (_("Step %s"), text);
  if (kind == MUSTER_LATENESS_ACCESS && muster_certification_state_from_code (text, &state, NULL))
    return g_strdup (muster_certification_state_get_label (state));
  return g_strdup (text);
}

static MusterReportDuty *
read_duty (MusterStatement *statement, MusterLatenessKind kind)
{
  MusterReportDuty *duty = g_new0 (MusterReportDuty, 1);
  const MusterAssister person = {
    .family_name = (char *) muster_statement_get_text (statement, 1),
    .suffix = (char *) muster_statement_get_text (statement, 2),
    .given_name = (char *) muster_statement_get_text (statement, 3),
    .middle_name = (char *) muster_statement_get_text (statement, 4),
  };

  duty->kind = kind;
  duty->assister_id = muster_statement_get_int (statement, 0);
  duty->person = muster_assister_dup_list_name (&person);
  duty->number = muster_statement_dup_text (statement, 5);
  duty->what = dup_what (kind, muster_statement_get_text (statement, 6));
  muster_statement_get_date (statement, 7, &duty->from);
  muster_statement_get_date (statement, 8, &duty->due);
  muster_statement_get_date (statement, 9, &duty->done);
  if (!g_date_valid (&duty->done) && muster_statement_get_int (statement, 10) != 0)
    muster_date_set_time (&duty->done, muster_statement_get_int (statement, 10));
  return duty;
}

static gboolean
add_list (GPtrArray *duties, MusterDatabase *database, guint list, const GDate *as_of, const char *access, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, lists[list].sql, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  muster_statement_bind_date (statement, 1, as_of);
  if (lists[list].kind == MUSTER_LATENESS_ACCESS)
    muster_statement_bind_text (statement, 2, access);
  while (muster_statement_step (statement, &row, error))
    {
      if (!row)
        return TRUE;
      g_ptr_array_add (duties, read_duty (statement, lists[list].kind));
    }
  return FALSE;
}

static void
add_clock (GPtrArray *duties, const MusterIncident *incident, const MusterIncidentClock *clock)
{
  MusterReportDuty *duty = g_new0 (MusterReportDuty, 1);

  duty->kind = MUSTER_LATENESS_INCIDENT;
  duty->number = g_strdup (incident->number);
  duty->what = g_strdup (clock->rule->title);
  duty->from = incident->discovered.day;
  duty->due = clock->due.day;
  if (clock->report != NULL)
    duty->done = clock->report->at.day;
  duty->is_late = clock->state == MUSTER_CLOCK_DONE_LATE;
  g_ptr_array_add (duties, duty);
}

/* By the rules that the register goes by on the day, as its page counts them. */
static gboolean
add_incidents (GPtrArray *duties, MusterDatabase *database, MusterRulePack *pack, const GDate *as_of, GError **error)
{
  const MusterIncidentFilter filter = { 0 };
  const MusterMoment now = { *as_of, MUSTER_NO_MINUTE };
  g_autoptr (GPtrArray) incidents = muster_incident_table_list (database, &filter, error);

  for (guint i = 0; incidents != NULL && i < incidents->len; i++)
    {
      const MusterIncident *incident = incidents->pdata[i];
      g_autoptr (GArray) clocks = muster_incident_list_clocks (incident, pack, &now);

      for (guint j = 0; j < clocks->len; j++)
        add_clock (duties, incident, &g_array_index (clocks, MusterIncidentClock, j));
    }
  return incidents != NULL;
}

GPtrArray *
muster_report_query_duties (MusterDatabase *database, const GDate *as_of, GError **error)
{
  g_autoptr (GPtrArray) duties = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_report_duty_free);
  g_autoptr (MusterRulePack) pack = muster_rules_table_load (database, as_of, G_MAXINT64, error);
  const char *access = NULL;

  if (pack == NULL)
    return NULL;
  muster_rule_pack_list_of_kind (pack, MUSTER_REQUIREMENT_ACCESS, &access);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (!add_list (duties, database, i, as_of, access, error))
      return NULL;
  return add_incidents (duties, database, pack, as_of, error) ? g_steal_pointer (&duties) : NULL;
}
