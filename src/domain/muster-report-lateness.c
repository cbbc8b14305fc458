/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-report-lateness.h"

#include <string.h>

#include <glib/gi18n-lib.h>

enum
{
  KIND,
  NUMBER,
  PERSON,
  WHAT,
  BEGAN,
  DUE,
  DONE,
  DAYS_TAKEN,
  DAYS_LATE,
  STATE,
  N_COLUMNS,
};

static const MusterReportColumn columns[N_COLUMNS] = {
  [KIND] = { "kind", N_("Kind"), MUSTER_REPORT_TEXT, FALSE },
  [NUMBER] = { "number", N_("Case"), MUSTER_REPORT_TEXT, FALSE },
  [PERSON] = { "person", N_("Person"), MUSTER_REPORT_TEXT, TRUE },
  [WHAT] = { "what", N_("What"), MUSTER_REPORT_TEXT, FALSE },
  [BEGAN] = { "began", N_("Began"), MUSTER_REPORT_DAY, FALSE },
  [DUE] = { "due", N_("Due"), MUSTER_REPORT_DAY, FALSE },
  [DONE] = { "done", N_("Done"), MUSTER_REPORT_DAY, FALSE },
  [DAYS_TAKEN] = { "days_taken", N_("Days taken"), MUSTER_REPORT_NUMBER, FALSE },
  [DAYS_LATE] = { "days_late", N_("Days late"), MUSTER_REPORT_NUMBER, FALSE },
  [STATE] = { "state", N_("State"), MUSTER_REPORT_TEXT, FALSE },
};

static const struct
{
  const char *code;
  const char *label;
} kinds[MUSTER_N_LATENESS_KINDS] = {
  [MUSTER_LATENESS_ACTION] = { "action", N_("Corrective action") },
  [MUSTER_LATENESS_STEP] = { "step", N_("Step") },
  [MUSTER_LATENESS_CHECK] = { "check", N_("Check of the effect") },
  [MUSTER_LATENESS_INCIDENT] = { "incident-report", N_("Report of an incident") },
  [MUSTER_LATENESS_REVIEW] = { "review", N_("Outcome of a review") },
  [MUSTER_LATENESS_ACCESS] = { "access", N_("End of access") },
};

typedef enum
{
  NOT_YET, /* neither done nor due */
  IN_TIME,
  LATE,
  OVERDUE,
} State;

static const struct
{
  const char *code;
  const char *label;
} states[] = { [NOT_YET] = { "open", N_("Open") }, [IN_TIME] = { "in-time", N_("In time") }, [LATE] = { "late", N_("Late") }, [OVERDUE] = { "overdue", N_("Overdue") } };

/* What is counted on the way. @n: by kind and state; @access: (element-type int): days until access had ended */
typedef struct
{
  guint n[MUSTER_N_LATENESS_KINDS][G_N_ELEMENTS (states)];
  GArray *access;
} Counts;

void
muster_report_duty_free (MusterReportDuty *duty)
{
  if (duty == NULL)
    return;
  g_free (duty->number);
  g_free (duty->person);
  g_free (duty->what);
  g_free (duty);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const MusterReportDuty *first = *(const MusterReportDuty *const *) a, *second = *(const MusterReportDuty *const *) b;
  int order = (int) first->kind - (int) second->kind;

  order = order != 0 ? order : g_date_compare (&first->due, &second->due);
  order = order != 0 ? order : g_strcmp0 (first->number, second->number);
  return order != 0 ? order : g_strcmp0 (first->person, second->person);
}

/* Also how many days it was late on the day, or still is. */
static State
find_state (const MusterReportDuty *duty, const GDate *as_of, int *days_late)
{
  gboolean is_done = muster_report_has_happened (&duty->done, as_of);

  *days_late = MAX (g_date_days_between (&duty->due, is_done ? &duty->done : as_of), 0);
  if (is_done)
    return *days_late > 0 || duty->is_late ? LATE : IN_TIME;
  return *days_late > 0 ? OVERDUE : NOT_YET;
}

static void
add_row (MusterReport *report, const MusterReportDuty *duty, State state, int days_late)
{
  MusterReportRow *row = muster_report_add_row (report, duty->assister_id);
  gboolean is_done = muster_report_has_happened (&duty->done, &report->as_of);

  muster_report_row_set_code (row, KIND, kinds[duty->kind].code, _(kinds[duty->kind].label));
  muster_report_row_set_text (row, NUMBER, duty->number);
  muster_report_row_set_text (row, PERSON, duty->person);
  muster_report_row_set_text (row, WHAT, duty->what);
  muster_report_row_set_day (row, BEGAN, &duty->from);
  muster_report_row_set_day (row, DUE, &duty->due);
  if (is_done)
    {
      muster_report_row_set_day (row, DONE, &duty->done);
      muster_report_row_set_number (row, DAYS_TAKEN, MAX (g_date_days_between (&duty->from, &duty->done), 0));
    }
  muster_report_row_set_number (row, DAYS_LATE, days_late);
  muster_report_row_set_code (row, STATE, states[state].code, _(states[state].label));
}

static void
add_duty (MusterReport *report, const MusterReportDuty *duty, Counts *counts)
{
  int days_late;
  State state;

  if (!muster_report_has_happened (&duty->from, &report->as_of))
    return;
  state = find_state (duty, &report->as_of, &days_late);
  counts->n[duty->kind][state]++;
  if (duty->kind == MUSTER_LATENESS_ACCESS && (state == IN_TIME || state == LATE))
    g_array_append_val (counts->access, days_late);
  if (state == LATE || state == OVERDUE || duty->kind == MUSTER_LATENESS_ACCESS)
    add_row (report, duty, state, days_late);
}

static guint
sum (const Counts *counts, State state)
{
  guint n = 0;

  for (guint kind = 0; kind < MUSTER_N_LATENESS_KINDS; kind++)
    n += counts->n[kind][state];
  return n;
}

static void
add_sums (MusterReport *report, const Counts *counts)
{
  muster_report_add_figure (report, "late", _("Done late"), sum (counts, LATE));
  muster_report_add_figure (report, "overdue", _("Overdue"), sum (counts, OVERDUE));
  muster_report_add_figure (report, "in_time", _("Done in time"), sum (counts, IN_TIME));
  if (counts->access->len > 0)
    muster_report_add_figure (report, "median_days_to_access_off", _("Median days until access ended"), muster_report_get_median (counts->access));
  report->chart_title = _("Done late or overdue");
  for (guint kind = 0; kind < MUSTER_N_LATENESS_KINDS; kind++)
    if (counts->n[kind][LATE] + counts->n[kind][OVERDUE] > 0)
      muster_report_add_bar (report, kinds[kind].code, _(kinds[kind].label), counts->n[kind][LATE] + counts->n[kind][OVERDUE]);
}

MusterReport *
muster_report_lateness_build (GPtrArray *duties, const GDate *as_of)
{
  MusterReport *report = muster_report_new (MUSTER_REPORT_LATENESS, as_of, columns, N_COLUMNS);
  Counts counts = { .access = g_array_new (FALSE, FALSE, sizeof (int)) };

  g_ptr_array_sort (duties, compare);
  for (guint i = 0; i < duties->len; i++)
    add_duty (report, duties->pdata[i], &counts);
  add_sums (report, &counts);
  g_array_unref (counts.access);
  muster_report_add_note (report, _("Listed is what was done after its last day or was overdue on the day; what was done in time is only counted. Last days are those of now, with the extensions that were approved since. A corrective action is done with its last step; the check of its effect has a day of its own. Days are calendar days."));
  muster_report_add_note (report, _("Of everybody who was certified with access to the portal and became inactive, suspended, revoked, withdrawn or expired it is told when the end of the access was recorded, late or not. It ends with the day from which the person may not assist."));
  muster_report_add_note (report, _("Muster has no record of whom anybody helped. That nobody assisted without being certified is seen here only in that their access had ended; what was found otherwise is in the incidents."));
  return report;
}
