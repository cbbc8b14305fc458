/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-report-actions.h"

#include <glib/gi18n-lib.h>

enum
{
  NUMBER,
  PERSON,
  SEVERITY,
  CLAUSES,
  OPENED,
  DAYS_OPEN,
  DUE,
  DAYS_OVERDUE,
  AGE,
  RESTRICTION,
  N_COLUMNS,
};

static const MusterReportColumn columns[N_COLUMNS] = {
  [NUMBER] = { "action", N_("Action"), MUSTER_REPORT_TEXT, FALSE },
  [PERSON] = { "person", N_("Person"), MUSTER_REPORT_TEXT, TRUE },
  [SEVERITY] = { "severity", N_("Severity"), MUSTER_REPORT_TEXT, FALSE },
  [CLAUSES] = { "clauses", N_("Clauses"), MUSTER_REPORT_TEXT, FALSE },
  [OPENED] = { "opened", N_("Opened"), MUSTER_REPORT_DAY, FALSE },
  [DAYS_OPEN] = { "days_open", N_("Days open"), MUSTER_REPORT_NUMBER, FALSE },
  [DUE] = { "due", N_("Due"), MUSTER_REPORT_DAY, FALSE },
  [DAYS_OVERDUE] = { "days_overdue", N_("Days overdue"), MUSTER_REPORT_NUMBER, FALSE },
  [AGE] = { "age", N_("Age"), MUSTER_REPORT_TEXT, FALSE },
  [RESTRICTION] = { "restriction", N_("Restriction"), MUSTER_REPORT_TEXT, FALSE },
};

/* Through so many days. */
static const struct
{
  int through;
  const char *code;
  const char *label;
} ages[] = {
  { 10, "0-10", N_("0–10 days") },
  { 30, "11-30", N_("11–30 days") },
  { 60, "31-60", N_("31–60 days") },
  { 90, "61-90", N_("61–90 days") },
  { G_MAXINT, "91+", N_("More than 90 days") },
};

typedef struct
{
  const MusterReportAction *action;
  int days_open;
  int days_overdue;
} Open;

void
muster_report_action_free (MusterReportAction *action)
{
  if (action == NULL)
    return;
  g_free (action->number);
  g_free (action->person);
  g_free (action->clauses);
  g_free (action);
}

static guint
find_age (int days)
{
  guint age = 0;

  while (days > ages[age].through)
    age++;
  return age;
}

static gboolean
is_open_on (const MusterReportAction *action, const GDate *day)
{
  return g_date_compare (&action->opened, day) <= 0 && (!g_date_valid (&action->closed) || g_date_compare (&action->closed, day) > 0);
}

static int
compare_open (gconstpointer a, gconstpointer b)
{
  const Open *first = a, *second = b;

  if (first->days_open != second->days_open)
    return second->days_open - first->days_open;
  return strcmp (first->action->number, second->action->number);
}

static GArray *
list_open (GPtrArray *actions, const GDate *as_of)
{
  GArray *open = g_array_new (FALSE, FALSE, sizeof (Open));

  for (guint i = 0; i < actions->len; i++)
    {
      const MusterReportAction *action = actions->pdata[i];
      Open one = { action, 0, 0 };

      if (!is_open_on (action, as_of))
        continue;
      one.days_open = g_date_days_between (&action->opened, as_of);
      one.days_overdue = MAX (g_date_days_between (&action->due, as_of), 0);
      g_array_append_val (open, one);
    }
  g_array_sort (open, compare_open);
  return open;
}

static void
add_row (MusterReport *report, const Open *open)
{
  const MusterReportAction *action = open->action;
  MusterReportRow *row = muster_report_add_row (report, action->id);
  guint age = find_age (open->days_open);

  muster_report_row_set_text (row, NUMBER, action->number);
  muster_report_row_set_text (row, PERSON, action->person);
  muster_report_row_set_text (row, SEVERITY, muster_severity_to_code (action->severity));
  muster_report_row_set_text (row, CLAUSES, action->clauses);
  muster_report_row_set_code (row, RESTRICTION, muster_restriction_to_code (action->restriction), muster_restriction_get_label (action->restriction));
  muster_report_row_set_day (row, OPENED, &action->opened);
  muster_report_row_set_number (row, DAYS_OPEN, open->days_open);
  muster_report_row_set_code (row, AGE, ages[age].code, _(ages[age].label));
  muster_report_row_set_day (row, DUE, &action->due);
  muster_report_row_set_number (row, DAYS_OVERDUE, open->days_overdue);
}

static void
add_sums (MusterReport *report, GArray *open)
{
  guint counts[G_N_ELEMENTS (ages)] = { 0 };
  int n_overdue = 0, longest = 0;

  for (guint i = 0; i < open->len; i++)
    {
      const Open *one = &g_array_index (open, Open, i);

      counts[find_age (one->days_open)]++;
      n_overdue += one->days_overdue > 0;
      longest = MAX (longest, one->days_overdue);
    }
  muster_report_add_figure (report, "open", C_("corrective actions", "Open"), open->len);
  muster_report_add_figure (report, "overdue", _("Overdue"), n_overdue);
  muster_report_add_figure (report, "longest_overdue_days", _("Longest overdue, in days"), longest);
  report->chart_title = _("Open corrective actions by age");
  for (guint i = 0; i < G_N_ELEMENTS (ages); i++)
    muster_report_add_bar (report, ages[i].code, _(ages[i].label), counts[i]);
}

MusterReport *
muster_report_actions_build (GPtrArray *actions, const GDate *as_of)
{
  MusterReport *report = muster_report_new (MUSTER_REPORT_ACTIONS, as_of, columns, N_COLUMNS);
  g_autoptr (GArray) open = list_open (actions, as_of);

  for (guint i = 0; i < open->len; i++)
    add_row (report, &g_array_index (open, Open, i));
  add_sums (report, open);
  muster_report_add_note (report, _("Counted is each corrective action that was open at the end of the day. One that was voided counts until the day on which it was voided."));
  muster_report_add_note (report, _("Age counts the days since it was opened; what is due on the day itself is not overdue. The day on which it is due is the one that was recorded last."));
  return report;
}
