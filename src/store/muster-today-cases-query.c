/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-today-private.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-incident-clock.h"
#include "domain/muster-letter.h"
#include "domain/muster-public-list.h"
#include "store/muster-case-history-query.h"
#include "store/muster-cases-table.h"
#include "store/muster-decision-days-query.h"
#include "store/muster-incident-table.h"
#include "store/muster-review-clock-query.h"
#include "store/muster-roster-index-private.h"

/* One row each: its id, the person, its number, what it is, its day, the case it opens. */
#define LIST(what, from, condition, order) \
  "WITH days (today, ahead) AS (VALUES (?1, ?2)) SELECT " what " FROM days CROSS JOIN " from " WHERE " condition " ORDER BY " order
#define ACTIONS(condition) \
  LIST ("t.id, t.assister_id, t.number, t.finding, t.due, t.id", "corrective_action t", "t.state = 'open' AND " condition, "t.due, t.id")
#define CHECK_PLANNED "EXISTS (SELECT 1 FROM corrective_action_follow_up f WHERE f.action_id = t.id AND f.kind = 'check' AND f.state = 'pending')"
/* The step @c stands, and has begun. */
#define STANDS(c)                                                                          \
  c ".taken_back IS NULL AND " c ".superseded_by IS NULL AND " c ".effective <= today AND" \
    " NOT EXISTS (SELECT 1 FROM main.decision o WHERE o.calls_off = " c ".decision_id AND o.state = 'approved')"
#define SAME(c) c ".assister_id = t.assister_id AND " c ".type = t.type"
#define NOT_CALLED_OFF "NOT EXISTS (SELECT 1 FROM decision o WHERE o.calls_off = t.id AND o.state = 'approved')"
#define DECISIONS(day, condition) LIST ("t.id, t.assister_id, t.number, t.reason, " day ", t.id", "decision t", condition, "t.review_until, t.id")

/* By kind; %NULL for what is read from the roster. */
static const char *const case_queries[MUSTER_N_TODAY_KINDS] = {
  [MUSTER_TODAY_ACTION_OVERDUE] = ACTIONS ("t.due < today AND NOT " CHECK_PLANNED),
  [MUSTER_TODAY_STEP_OVERDUE] = LIST ("s.id, t.assister_id, t.number, s.what, s.due, t.id", "corrective_action t JOIN corrective_action_step s ON s.action_id = t.id",
                                      "t.state = 'open' AND t.due >= today AND s.done_on IS NULL AND s.due < today", "s.due, s.id"),
  [MUSTER_TODAY_CHECK_DUE] = LIST ("t.id, t.assister_id, t.number, f.text, f.due, t.id", "corrective_action t JOIN corrective_action_follow_up f ON f.action_id = t.id",
                                   "t.state = 'open' AND f.kind = 'check' AND f.state = 'pending' AND f.due <= ahead", "f.due, f.id"),
  [MUSTER_TODAY_DECISION_WAITING] = DECISIONS ("NULL", "t.state = 'proposed'"),
  [MUSTER_TODAY_REVIEW_WAITING] = LIST ("t.id, d.assister_id, t.number, coalesce(t.note, d.reason), t.due, d.id", "review t JOIN decision d ON d.id = t.decision_id",
                                        "t.state = 'pending'", "t.due, t.id"),
  /* Of what the marketplace decided, it sends the notice itself. */
  [MUSTER_TODAY_NOTICE_MISSING] = DECISIONS ("t.effective", "t.state = 'approved' AND t.authority = 'agency' AND t.kind <> 'calling-off' AND " NOT_CALLED_OFF " AND"
                                                            " NOT EXISTS (SELECT 1 FROM main.letter l WHERE l.about = 'decision' AND l.about_id = t.id AND l.kind IN ('revocation', 'suspension-for-cause')) AND"
                                                            " NOT EXISTS (SELECT 1 FROM review r WHERE r.decision_id = t.id AND r.state IN ('reversed', 'modified'))"),
  /* What a review has overtaken need not be served any more. */
  [MUSTER_TODAY_LETTER_UNSERVED] = LIST ("t.id, t.assister_id, t.number, t.kind, NULL, t.about_id", "letter t",
                                         "t.about = 'decision' AND coalesce((SELECT s.result FROM letter_service s WHERE s.letter_id = t.id ORDER BY s.id DESC LIMIT 1), 'returned') = 'returned' AND"
                                         " NOT EXISTS (SELECT 1 FROM letter n WHERE n.about = t.about AND n.about_id = t.about_id AND n.kind = t.kind AND n.id > t.id) AND"
                                         " NOT (t.kind IN ('revocation', 'suspension-for-cause') AND"
                                         " EXISTS (SELECT 1 FROM review r WHERE r.decision_id = t.about_id AND r.state IN ('reversed', 'modified')))",
                                         "t.id"),
  /* Of the last step in a role that let the person assist once: see muster_exit_list(). The conditions of the index come first, in its words. */
  [MUSTER_TODAY_EXIT_OPEN] = LIST ("t.id, t.assister_id, NULL, t.to_state, t.effective, 0", "certification t",
                                   "t.to_state IN ('suspended-administrative', 'suspended-for-cause', 'expired', 'withdrawn', 'inactive', 'revoked')"
                                   " AND t.from_state NOT IN ('none', 'applicant', 'in-training', 'pending-review', 'denied') AND " STANDS ("t") " AND"
                                                                                                                                                 " NOT EXISTS (SELECT 1 FROM certification n WHERE " SAME ("n") " AND " STANDS ("n") " AND (n.effective, n.id) > (t.effective, t.id)) AND"
                                                                                                                                                                                                                                     " EXISTS (SELECT 1 FROM certification n WHERE " SAME ("n") " AND " STANDS ("n") " AND n.to_state IN ('certified', 'certified-restricted')) AND"
                                                                                                                                                                                                                                                                                                                     " NOT coalesce((SELECT x.completes FROM exit_item x WHERE x.certification_id = t.id ORDER BY x.id DESC LIMIT 1), 0)",
                                   "t.effective, t.id"),
  [MUSTER_TODAY_EXTENSION_WAITING] = LIST ("t.id, t.assister_id, t.number, f.text, f.due, t.id", "corrective_action t JOIN corrective_action_follow_up f ON f.action_id = t.id",
                                           "t.state = 'open' AND f.kind = 'extension' AND f.state = 'pending'", "f.id"),
  [MUSTER_TODAY_ACTION_DUE] = ACTIONS ("t.due BETWEEN today AND ahead AND NOT " CHECK_PLANNED),
  /* Whose time may be about to end: which day that is, the notice's service says (read_closing()). */
  [MUSTER_TODAY_REVIEW_CLOSING] = DECISIONS ("NULL", "t.state = 'approved' AND t.review_until IS NOT NULL AND"
                                                     " (t.review_until >= today OR EXISTS (SELECT 1 FROM main.letter l JOIN main.letter_service s ON s.letter_id = l.id"
                                                     " WHERE l.about = 'decision' AND l.about_id = t.id AND s.received_day >= date (today, '-2 years'))) AND"
                                                     " " NOT_CALLED_OFF " AND"
                                                     " NOT EXISTS (SELECT 1 FROM review r WHERE r.decision_id = t.id AND r.state <> 'not-admitted')"),
  [MUSTER_TODAY_LIST_TASK] = LIST ("t.id, t.assister_id, NULL, t.finding, NULL, 0", "reconciliation_task t JOIN assister a ON a.id = t.assister_id",
                                   "t.state = 'open' AND t.cured_by IS NULL AND a.taken_back IS NULL", "t.id"),
};

/* What a list found has a code, and so has a letter; of cases it is what a person wrote. */
static char *
dup_detail (MusterTodayKind kind, const char *text)
{
  const MusterLetterKind *letter = kind == MUSTER_TODAY_LETTER_UNSERVED ? muster_letter_kind_find (text, NULL) : NULL;
  MusterCertificationState state;
  MusterListFinding finding;

  if (kind == MUSTER_TODAY_EXIT_OPEN && muster_certification_state_from_code (text, &state, NULL))
    return g_strdup (muster_certification_state_get_label (state));
  if (letter != NULL)
    return g_strdup (muster_letter_kind_get_label (letter));
  if (kind == MUSTER_TODAY_LIST_TASK && muster_list_finding_from_code (text, &finding, NULL))
    return g_strdup (muster_list_finding_get_label (finding));
  return g_strdup (text);
}

static gboolean
read_cases (MusterTodayMaking *making, MusterTodayGroup *group, const char *sql, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (making->database, sql, error);
  GDate ahead = making->today->today;
  gboolean row;

  if (statement == NULL)
    return FALSE;
  g_date_add_days (&ahead, MUSTER_TODAY_DAYS_AHEAD);
  muster_statement_bind_date (statement, 1, &making->today->today);
  muster_statement_bind_date (statement, 2, &ahead);
  while (TRUE)
    {
      const MusterSnooze *snooze;
      MusterTodayItem *item;
      GDate due;

      if (!muster_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      muster_statement_get_date (statement, 4, &due);
      if (!muster_today_count_in (making, group, muster_statement_get_int (statement, 0), &due, FALSE, &snooze))
        continue;
      item = muster_today_add_item (group, muster_statement_get_int (statement, 0), muster_statement_get_int (statement, 1), snooze);
      item->number = muster_statement_dup_text (statement, 2);
      item->detail = dup_detail (group->kind, muster_statement_get_text (statement, 3));
      item->due = due;
      item->case_id = muster_statement_get_int (statement, 5);
    }
}

/* What waits for the review is said with it: whoever decides it ends that, too. */
static gboolean
add_held_off (MusterDatabase *database, MusterTodayItem *item, GError **error)
{
  g_autoptr (MusterDecision) decision = muster_decision_table_load (database, item->case_id, error);
  g_autoptr (GPtrArray) days = decision != NULL ? muster_decision_days_list (database, decision) : NULL;

  for (guint i = 0; days != NULL && i < days->len; i++)
    {
      const MusterCountedDay *day = days->pdata[i];
      g_autofree char *detail = g_steal_pointer (&item->detail);

      /* Translators: what a request for review says, and which day it holds off: “I was not there · holds off: Takes full effect after” */
      item->detail = g_date_valid (&day->held_off) ? g_strdup_printf (_("%s · holds off: %s"), detail, muster_decision_day_get_label (day->day)) : g_steal_pointer (&detail);
    }
  return decision != NULL;
}

static gboolean
read_reviews (MusterTodayMaking *making, MusterTodayGroup *group, GError **error)
{
  if (!read_cases (making, group, case_queries[group->kind], error))
    return FALSE;
  for (guint i = 0; i < group->items->len; i++)
    if (!add_held_off (making->database, group->items->pdata[i], error))
      return FALSE;
  return TRUE;
}

/* Whoever reads the list learns that no time runs out meanwhile. */
static gboolean
add_service (MusterDatabase *database, MusterTodayItem *item, GError **error)
{
  g_autoptr (MusterDecision) decision = muster_decision_table_load (database, item->case_id, error);
  g_autofree char *text = NULL, *detail = NULL;
  MusterReviewClock clock;

  if (decision == NULL)
    return FALSE;
  if (!muster_review_clock_concerns (decision))
    return TRUE;
  if (!muster_review_clock_load (database, decision, &clock, NULL, error))
    return FALSE;
  if (g_date_valid (&clock.last))
    return TRUE;
  text = muster_review_clock_dup_text (&clock);
  detail = g_steal_pointer (&item->detail);
  /* Translators: a letter, and why no time runs: “Notice of revocation · It came back: the time for asking for a review has not begun” */
  item->detail = g_strdup_printf (_("%s · %s"), detail, text);
  return TRUE;
}

static gboolean
read_unserved (MusterTodayMaking *making, MusterTodayGroup *group, GError **error)
{
  if (!read_cases (making, group, case_queries[group->kind], error))
    return FALSE;
  for (guint i = 0; i < group->items->len; i++)
    if (!add_service (making->database, group->items->pdata[i], error))
      return FALSE;
  return TRUE;
}

/* Sets @is_closing where the time for a review of the decision @id ends within the days ahead, and @last to that day. */
static gboolean
find_closing (MusterTodayMaking *making, gint64 id, GDate *last, gboolean *is_closing, GError **error)
{
  g_autoptr (MusterDecision) decision = muster_decision_table_load (making->database, id, error);
  const GDate *today = &making->today->today;
  MusterReviewClock clock;
  int days;

  if (decision == NULL || !muster_review_clock_load (making->database, decision, &clock, NULL, error))
    return FALSE;
  *last = clock.last;
  days = g_date_valid (last) ? g_date_days_between (today, last) : -1;
  *is_closing = days >= 0 && days <= MUSTER_TODAY_DAYS_AHEAD;
  return TRUE;
}

static int
compare_due (gconstpointer a, gconstpointer b)
{
  return g_date_compare (&((const MusterTodayItem *) a)->due, &((const MusterTodayItem *) b)->due);
}

static gboolean
read_closing (MusterTodayMaking *making, MusterTodayGroup *group, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (making->database, case_queries[group->kind], error);
  gboolean row, is_closing;

  if (statement == NULL)
    return FALSE;
  muster_statement_bind_date (statement, 1, &making->today->today);
  muster_statement_bind_date (statement, 2, &making->today->today);
  while (TRUE)
    {
      const MusterSnooze *snooze;
      MusterTodayItem *item;
      GDate last;

      if (!muster_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        {
          g_ptr_array_sort_values (group->items, compare_due);
          return TRUE;
        }
      if (!find_closing (making, muster_statement_get_int (statement, 0), &last, &is_closing, error))
        return FALSE;
      if (!is_closing || !muster_today_count_in (making, group, muster_statement_get_int (statement, 0), &last, FALSE, &snooze))
        continue;
      item = muster_today_add_item (group, muster_statement_get_int (statement, 0), muster_statement_get_int (statement, 1), snooze);
      item->number = muster_statement_dup_text (statement, 2);
      item->detail = muster_statement_dup_text (statement, 3);
      item->due = last;
      item->case_id = item->id;
    }
}

static gboolean
read_kind (MusterTodayMaking *making, MusterTodayGroup *group, GError **error)
{
  if (group->kind == MUSTER_TODAY_REVIEW_WAITING)
    return read_reviews (making, group, error);
  if (group->kind == MUSTER_TODAY_LETTER_UNSERVED)
    return read_unserved (making, group, error);
  if (group->kind == MUSTER_TODAY_REVIEW_CLOSING)
    return read_closing (making, group, error);
  return read_cases (making, group, case_queries[group->kind], error);
}

gboolean
muster_today_add_cases (MusterTodayMaking *making, MusterTodayKind kind, GError **error)
{
  MusterTodayGroup *group = muster_today_group_new (kind);

  if (read_kind (making, group, error))
    return muster_today_finish (making, group, error);
  muster_today_group_free (group);
  return FALSE;
}

gboolean
muster_today_add_incidents (MusterTodayMaking *making, MusterRosterIndex *index, GError **error)
{
  MusterTodayGroup *group = muster_today_group_new (MUSTER_TODAY_INCIDENT_REPORT);
  MusterIncidentFilter filter = { .only_open = TRUE };
  g_autoptr (GPtrArray) incidents = muster_incident_table_list (making->database, &filter, error);
  MusterMoment now = { making->today->today, MUSTER_NO_MINUTE };

  for (guint i = 0; incidents != NULL && i < incidents->len; i++)
    {
      const MusterIncident *incident = incidents->pdata[i];
      g_autoptr (GArray) clocks = muster_incident_list_clocks (incident, index->day.pack, &now);
      const MusterIncidentClock *clock = muster_incident_find_undone (clocks);
      const MusterSnooze *snooze;
      MusterTodayItem *item;

      if (clock == NULL || g_date_days_between (&now.day, &clock->due.day) > MUSTER_TODAY_DAYS_AHEAD || !muster_today_count_in (making, group, incident->id, &clock->due.day, FALSE, &snooze))
        continue;
      item = muster_today_add_item (group, incident->id, 0, snooze);
      item->number = g_strdup (incident->number);
      item->name = g_strdup (incident->narrative);
      item->detail = g_strdup (clock->rule->title);
      item->due = clock->due.day;
      item->case_id = incident->id;
    }
  if (incidents != NULL)
    return muster_today_finish (making, group, error);
  muster_today_group_free (group);
  return FALSE;
}

gboolean
muster_today_add_escalations (MusterTodayMaking *making, GError **error)
{
  MusterTodayGroup *group = muster_today_group_new (MUSTER_TODAY_ESCALATION_PROPOSED);
  g_autoptr (GPtrArray) escalations = muster_case_history_list_escalations (making->database, &making->today->today, error);

  for (guint i = 0; escalations != NULL && i < escalations->len; i++)
    {
      const MusterEscalation *escalation = escalations->pdata[i];
      const MusterSnooze *snooze;
      MusterTodayItem *item;

      if (!muster_today_count_in (making, group, escalation->action->id, muster_corrective_action_get_deadline (escalation->action), FALSE, &snooze))
        continue;
      item = muster_today_add_item (group, escalation->action->id, escalation->action->assister_id, snooze);
      item->number = g_strdup (escalation->action->number);
      item->detail = muster_escalation_dup_labels (escalation->grounds);
      item->due = *muster_corrective_action_get_deadline (escalation->action);
      item->case_id = escalation->action->id;
    }
  if (escalations != NULL)
    return muster_today_finish (making, group, error);
  muster_today_group_free (group);
  return FALSE;
}
