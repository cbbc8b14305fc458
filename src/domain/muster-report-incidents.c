/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-report-incidents.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-report-clauses.h"

enum
{
  CLAUSE,
  TITLE,
  INCIDENTS,
  LOOKED_INTO,
  SUBSTANTIATED,
  NOT_SUBSTANTIATED,
  INCONCLUSIVE,
  N_COLUMNS,
};

static const MusterReportColumn columns[N_COLUMNS] = {
  [CLAUSE] = { "clause", N_("Clause"), MUSTER_REPORT_TEXT, FALSE },
  [TITLE] = { "title", N_("Title"), MUSTER_REPORT_TEXT, FALSE },
  [INCIDENTS] = { "incidents", N_("Incidents"), MUSTER_REPORT_NUMBER, FALSE },
  [LOOKED_INTO] = { "open", N_("No finding yet"), MUSTER_REPORT_NUMBER, FALSE },
  [SUBSTANTIATED] = { "substantiated", N_("Substantiated"), MUSTER_REPORT_NUMBER, FALSE },
  [NOT_SUBSTANTIATED] = { "not_substantiated", N_("Not substantiated"), MUSTER_REPORT_NUMBER, FALSE },
  [INCONCLUSIVE] = { "inconclusive", N_("Inconclusive"), MUSTER_REPORT_NUMBER, FALSE },
};

/* One clause: how many incidents, by what was found. */
typedef struct
{
  const char *clause;
  guint counts[MUSTER_N_FINDINGS];
} Line;

void
muster_report_finding_free (MusterReportFinding *finding)
{
  if (finding == NULL)
    return;
  g_free (finding->clause);
  g_free (finding);
}

static gboolean
counts (const MusterReportFinding *finding, const GDate *as_of)
{
  return muster_report_has_happened (&finding->discovered, as_of) && !(finding->is_duplicate && muster_report_has_happened (&finding->closed, as_of));
}

static Line *
find_line (GArray *lines, const char *clause)
{
  Line line = { .clause = clause };

  for (guint i = 0; i < lines->len; i++)
    if (g_strcmp0 (g_array_index (lines, Line, i).clause, clause) == 0)
      return &g_array_index (lines, Line, i);
  g_array_append_val (lines, line);
  return &g_array_index (lines, Line, lines->len - 1);
}

static int
compare_lines (gconstpointer a, gconstpointer b, gpointer data)
{
  return muster_report_clauses_compare (data, ((const Line *) a)->clause, ((const Line *) b)->clause);
}

static GArray *
list_lines (GPtrArray *findings, MusterClauseCatalogue *clauses, const GDate *as_of)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));

  for (guint i = 0; i < findings->len; i++)
    {
      const MusterReportFinding *finding = findings->pdata[i];
      MusterIncidentFinding known = muster_report_has_happened (&finding->found, as_of) ? finding->finding : MUSTER_FINDING_OPEN;

      if (counts (finding, as_of))
        find_line (lines, finding->clause)->counts[known]++;
    }
  g_array_sort_with_data (lines, compare_lines, clauses);
  return lines;
}

static void
add_row (MusterReport *report, MusterClauseCatalogue *clauses, const Line *line)
{
  MusterReportRow *row = muster_report_add_row (report, 0);
  const guint *of = line->counts;
  guint all = of[MUSTER_FINDING_OPEN] + of[MUSTER_FINDING_SUBSTANTIATED] + of[MUSTER_FINDING_NOT_SUBSTANTIATED] + of[MUSTER_FINDING_INCONCLUSIVE];

  muster_report_row_set_text (row, CLAUSE, line->clause);
  muster_report_row_set_text (row, TITLE, line->clause != NULL ? muster_report_clauses_get_title (clauses, line->clause) : _("No clause cited yet"));
  muster_report_row_set_number (row, INCIDENTS, all);
  muster_report_row_set_number (row, LOOKED_INTO, of[MUSTER_FINDING_OPEN]);
  muster_report_row_set_number (row, SUBSTANTIATED, of[MUSTER_FINDING_SUBSTANTIATED]);
  muster_report_row_set_number (row, NOT_SUBSTANTIATED, of[MUSTER_FINDING_NOT_SUBSTANTIATED]);
  muster_report_row_set_number (row, INCONCLUSIVE, of[MUSTER_FINDING_INCONCLUSIVE]);
  muster_report_add_bar (report, "incidents", line->clause != NULL ? line->clause : _("No clause cited yet"), all);
}

static void
add_figures (MusterReport *report, GPtrArray *findings)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (int));
  guint n = 0, n_open = 0;
  gint64 last = 0;
  int median;

  for (guint i = 0; i < findings->len; i++)
    {
      const MusterReportFinding *finding = findings->pdata[i];
      int waited = g_date_valid (&finding->reported) ? MAX (g_date_days_between (&finding->discovered, &finding->reported), 0) : 0;

      if (finding->incident_id == last || !counts (finding, &report->as_of))
        continue;
      last = finding->incident_id;
      n++;
      n_open += !muster_report_has_happened (&finding->closed, &report->as_of);
      if (muster_report_has_happened (&finding->reported, &report->as_of))
        g_array_append_val (days, waited);
    }
  muster_report_add_figure (report, "incidents", _("Incidents"), n);
  muster_report_add_figure (report, "open", C_("incidents", "Open"), n_open);
  muster_report_add_figure (report, "reported", _("Reported outside"), days->len);
  median = muster_report_get_median (days);
  if (median >= 0)
    muster_report_add_figure (report, "median_days_to_report", _("Median days until reported"), median);
}

MusterReport *
muster_report_incidents_build (GPtrArray *findings, MusterClauseCatalogue *clauses, const GDate *as_of)
{
  MusterReport *report = muster_report_new (MUSTER_REPORT_INCIDENTS, as_of, columns, N_COLUMNS);
  g_autoptr (GArray) lines = list_lines (findings, clauses, as_of);

  report->chart_title = _("Incidents by clause");
  for (guint i = 0; i < lines->len; i++)
    add_row (report, clauses, &g_array_index (lines, Line, i));
  add_figures (report, findings);
  muster_report_add_note (report, _("Counted is each incident that was known by the end of the day, closed or not, apart from duplicates. One that cites several clauses counts once for each of them."));
  muster_report_add_note (report, _("A finding counts from the day on which it was made. “Reported outside” is the first report to the marketplace or the regulator; reports within the agency do not count."));
  return report;
}
