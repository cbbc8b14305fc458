/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-report-decisions.h"

#include <glib/gi18n-lib.h>

enum
{
  NUMBER,
  PERSON,
  KIND,
  STATE,
  PROPOSED,
  DECIDED,
  DAYS_TO_DECIDE,
  SERVED,
  DAYS_TO_SERVE,
  DISCOVERED,
  REPORTED,
  DAYS_TO_REPORT,
  ALONE,
  N_COLUMNS,
};

static const MusterReportColumn columns[N_COLUMNS] = {
  [NUMBER] = { "decision", N_("Decision"), MUSTER_REPORT_TEXT, FALSE },
  [PERSON] = { "person", N_("Person"), MUSTER_REPORT_TEXT, TRUE },
  [KIND] = { "kind", N_("Kind"), MUSTER_REPORT_TEXT, FALSE },
  [STATE] = { "state", N_("State"), MUSTER_REPORT_TEXT, FALSE },
  [PROPOSED] = { "proposed", N_("Proposed"), MUSTER_REPORT_DAY, FALSE },
  [DECIDED] = { "decided", N_("Decided"), MUSTER_REPORT_DAY, FALSE },
  [DAYS_TO_DECIDE] = { "days_to_decide", N_("Days to decide"), MUSTER_REPORT_NUMBER, FALSE },
  [SERVED] = { "served", N_("Served"), MUSTER_REPORT_DAY, FALSE },
  [DAYS_TO_SERVE] = { "days_to_serve", N_("Days to serve"), MUSTER_REPORT_NUMBER, FALSE },
  [DISCOVERED] = { "discovered", N_("Discovered"), MUSTER_REPORT_DAY, FALSE },
  [REPORTED] = { "reported", N_("Reported"), MUSTER_REPORT_DAY, FALSE },
  [DAYS_TO_REPORT] = { "days_to_report", N_("Days to report"), MUSTER_REPORT_NUMBER, FALSE },
  [ALONE] = { "single_handed", N_("Single-handed"), MUSTER_REPORT_TEXT, FALSE },
};

/* An interval of a decision. */
typedef struct
{
  gsize from;
  gsize to;
  guint from_column;
  guint to_column;
  guint days_column;
  const char *key;
  const char *label;
} Interval;

#define PLACE(member) G_STRUCT_OFFSET (MusterReportDecision, member)

static const Interval intervals[] = {
  { PLACE (discovered), PLACE (reported), DISCOVERED, REPORTED, DAYS_TO_REPORT, "days_to_report", N_("Discovered to reported") },
  { PLACE (proposed), PLACE (decided), PROPOSED, DECIDED, DAYS_TO_DECIDE, "days_to_decide", N_("Proposed to decided") },
  { PLACE (decided), PLACE (served), DECIDED, SERVED, DAYS_TO_SERVE, "days_to_serve", N_("Decided to served") },
};

#define N_INTERVALS G_N_ELEMENTS (intervals)

void
muster_report_decision_free (MusterReportDecision *decision)
{
  if (decision == NULL)
    return;
  g_free (decision->number);
  g_free (decision->person);
  g_free (decision);
}

static void
set_day (MusterReportRow *row, guint column, const GDate *day, const GDate *as_of)
{
  if (muster_report_has_happened (day, as_of))
    muster_report_row_set_day (row, column, day);
}

/* The state on the day: when a proposal was taken back is not in its record, so that it counts as such throughout. */
static MusterDecisionState
get_state (const MusterReportDecision *decision, const GDate *as_of)
{
  return decision->state == MUSTER_DECISION_TAKEN_BACK || muster_report_has_happened (&decision->decided, as_of) ? decision->state : MUSTER_DECISION_PROPOSED;
}

static void
add_interval (MusterReportRow *row, const MusterReportDecision *decision, const Interval *interval, const GDate *as_of, GArray *days)
{
  const GDate *from = G_STRUCT_MEMBER_P (decision, interval->from), *to = G_STRUCT_MEMBER_P (decision, interval->to);
  int taken;

  set_day (row, interval->from_column, from, as_of);
  set_day (row, interval->to_column, to, as_of);
  if (!muster_report_has_happened (from, as_of) || !muster_report_has_happened (to, as_of))
    return;
  taken = MAX (g_date_days_between (from, to), 0);
  muster_report_row_set_number (row, interval->days_column, taken);
  g_array_append_val (days, taken);
}

static void
add_row (MusterReport *report, const MusterReportDecision *decision, GArray *days[N_INTERVALS])
{
  MusterReportRow *row = muster_report_add_row (report, decision->id);
  MusterDecisionState state = get_state (decision, &report->as_of);
  gboolean alone = decision->emergency && state != MUSTER_DECISION_PROPOSED;

  muster_report_row_set_text (row, NUMBER, decision->number);
  muster_report_row_set_code (row, KIND, muster_decision_kind_to_code (decision->kind), muster_decision_kind_get_label (decision->kind));
  muster_report_row_set_text (row, PERSON, decision->person);
  muster_report_row_set_code (row, STATE, muster_decision_state_to_code (state), muster_decision_state_get_label (state));
  muster_report_row_set_code (row, ALONE, alone ? "yes" : "no", alone ? _("Yes") : _("No"));
  for (guint i = 0; i < N_INTERVALS; i++)
    add_interval (row, decision, &intervals[i], &report->as_of, days[i]);
}

static void
add_sums (MusterReport *report, GPtrArray *decisions, GArray *days[N_INTERVALS])
{
  guint n = 0, n_waiting = 0, n_unserved = 0;

  for (guint i = 0; i < decisions->len; i++)
    {
      const MusterReportDecision *decision = decisions->pdata[i];
      MusterDecisionState state = get_state (decision, &report->as_of);

      if (!muster_report_has_happened (&decision->proposed, &report->as_of))
        continue;
      n++;
      n_waiting += state == MUSTER_DECISION_PROPOSED;
      n_unserved += state == MUSTER_DECISION_APPROVED && decision->kind != MUSTER_DECISION_CALLING_OFF && !muster_report_has_happened (&decision->served, &report->as_of);
    }
  muster_report_add_figure (report, "decisions", _("Decisions"), n);
  muster_report_add_figure (report, "waiting", _("Waiting for an answer"), n_waiting);
  muster_report_add_figure (report, "not_served", _("Approved and not served"), n_unserved);
  report->chart_title = _("Median days from step to step");
  for (guint i = 0; i < N_INTERVALS; i++)
    if (days[i]->len > 0)
      muster_report_add_bar (report, intervals[i].key, _(intervals[i].label), muster_report_get_median (days[i]));
}

MusterReport *
muster_report_decisions_build (GPtrArray *decisions, const GDate *as_of)
{
  MusterReport *report = muster_report_new (MUSTER_REPORT_DECISIONS, as_of, columns, N_COLUMNS);
  GArray *days[N_INTERVALS];

  for (guint i = 0; i < N_INTERVALS; i++)
    days[i] = g_array_new (FALSE, FALSE, sizeof (int));
  for (guint i = 0; i < decisions->len; i++)
    if (muster_report_has_happened (&((const MusterReportDecision *) decisions->pdata[i])->proposed, as_of))
      add_row (report, decisions->pdata[i], days);
  add_sums (report, decisions, days);
  for (guint i = 0; i < N_INTERVALS; i++)
    g_array_unref (days[i]);
  muster_report_add_note (report, _("Counted is each decision that was proposed by the end of the day, with what had happened by then. Intervals are calendar days; the median leaves out decisions that had not come so far."));
  muster_report_add_note (report, _("Discovered and reported are those of the incidents that its corrective actions came from: the first to become known, and the first report to the marketplace or the regulator. Served is when its notice first went out and did not come back."));
  muster_report_add_note (report, _("A proposal that was taken back is shown as such, whenever that was: the journal has the day."));
  return report;
}
