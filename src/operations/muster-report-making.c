/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-report-making.h"

#include <glib/gi18n-lib.h>

#include "documents/muster-data.h"
#include "domain/muster-date.h"
#include "domain/muster-error.h"
#include "store/muster-report-lateness-query.h"
#include "store/muster-report-people-query.h"
#include "store/muster-report-query.h"

static MusterReport *
make_actions (MusterDatabase *database, const GDate *as_of, const GDate *known_on, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) actions = muster_report_query_actions (database, as_of, known_on, error);

  return actions != NULL ? muster_report_actions_build (actions, as_of) : NULL;
}

static MusterReport *
make_incidents (MusterDatabase *database, const GDate *as_of, const GDate *known_on, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) findings = muster_report_query_findings (database, as_of, known_on, error);

  return findings != NULL ? muster_report_incidents_build (findings, muster_data_get_clauses (), as_of) : NULL;
}

static MusterReport *
make_decisions (MusterDatabase *database, const GDate *as_of, const GDate *known_on, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) decisions = muster_report_query_decisions (database, known_on, error);

  return decisions != NULL ? muster_report_decisions_build (decisions, as_of) : NULL;
}

static MusterReport *
make_reviews (MusterDatabase *database, const GDate *as_of, const GDate *known_on, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) reviews = muster_report_query_reviews (database, as_of, known_on, error);

  return reviews != NULL ? muster_report_reviews_build (reviews, as_of) : NULL;
}

static MusterReport *
make_consistency (MusterDatabase *database, const GDate *as_of, const GDate *known_on, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) cases = muster_report_query_cases (database, as_of, known_on, error);

  return cases != NULL ? muster_report_consistency_build (cases, muster_data_get_clauses (), as_of) : NULL;
}

static MusterReport *
make_roster (MusterDatabase *database, const GDate *as_of, const GDate *known_on, GCancellable *cancellable, GError **error)
{
  g_autoptr (MusterRosterIndex) index = muster_roster_index_new (database, as_of, known_on, cancellable, error);
  g_autoptr (GPtrArray) people = index != NULL ? muster_report_query_people (database, index, error) : NULL;

  return people != NULL ? muster_report_roster_build (people, as_of) : NULL;
}

/* What was done late is told by what is known now; muster_report_wish_check() says so. */
static MusterReport *
make_lateness (MusterDatabase *database, const GDate *as_of, const GDate *known_on, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) duties = muster_report_query_duties (database, as_of, error);

  return duties != NULL ? muster_report_lateness_build (duties, as_of) : NULL;
}

static MusterReport *(*const makers[MUSTER_N_REPORTS]) (MusterDatabase *database, const GDate *as_of, const GDate *known_on, GCancellable *cancellable, GError **error) = {
  [MUSTER_REPORT_ACTIONS] = make_actions,
  [MUSTER_REPORT_INCIDENTS] = make_incidents,
  [MUSTER_REPORT_DECISIONS] = make_decisions,
  [MUSTER_REPORT_REVIEWS] = make_reviews,
  [MUSTER_REPORT_CONSISTENCY] = make_consistency,
  [MUSTER_REPORT_ROSTER] = make_roster,
  [MUSTER_REPORT_LATENESS] = make_lateness,
};

/* %NULL for a day that has come. */
static char *
dup_to_come (const GDate *day, const GDate *today)
{
  return g_date_valid (day) && g_date_compare (day, today) > 0 ? muster_date_dup_text (day) : NULL;
}

gboolean
muster_report_wish_check (const MusterReportWish *wish, GError **error)
{
  g_autofree char *as_of = dup_to_come (&wish->as_of, &wish->today), *known_on = dup_to_come (&wish->known_on, &wish->today);

  if (as_of != NULL)
    g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("%s has not come yet, and a report tells of what has been. Choose today or an earlier day."), as_of);
  else if (known_on != NULL)
    g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("%s is still to come: nobody knows what will have been recorded by then. Choose today or an earlier day."), known_on);
  else if (wish->kind == MUSTER_REPORT_LATENESS && g_date_valid (&wish->known_on))
    g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("What was late is told by all that is known now. Leave the day out on which it was known."));
  else
    return TRUE;
  return FALSE;
}

MusterReport *
muster_report_make (MusterDatabase *database, const MusterReportWish *wish, GCancellable *cancellable, GError **error)
{
  const GDate *as_of = g_date_valid (&wish->as_of) ? &wish->as_of : &wish->today;
  MusterReport *report;

  if (!muster_report_wish_check (wish, error) || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  report = makers[wish->kind](database, as_of, &wish->known_on, cancellable, error);
  if (report == NULL)
    return NULL;
  muster_report_set_known_on (report, &wish->known_on);
  report->drawn_at = wish->time;
  return report;
}
