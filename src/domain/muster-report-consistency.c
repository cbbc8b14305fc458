/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-report-consistency.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-report-clauses.h"

#define N_RESTRICTIONS 3
#define N_OUTCOMES (MUSTER_OUTCOME_VOIDED + 1)
#define MOST_BARS 10

enum
{
  CLAUSE,
  SEVERITY,
  CASES,
  ALIKE,
  DONE,
  OUTCOMES,
  MEDIAN,
  SHORTEST,
  LONGEST,
  TITLE,
  N_COLUMNS,
};

static const MusterReportColumn columns[N_COLUMNS] = {
  [CLAUSE] = { "clause", N_("Clause"), MUSTER_REPORT_TEXT, FALSE },
  [SEVERITY] = { "severity", N_("Severity"), MUSTER_REPORT_TEXT, FALSE },
  [CASES] = { "cases", N_("Cases"), MUSTER_REPORT_NUMBER, FALSE },
  [ALIKE] = { "alike", N_("Treated alike"), MUSTER_REPORT_TEXT, FALSE },
  [DONE] = { "done", N_("What was done"), MUSTER_REPORT_TEXT, FALSE },
  [OUTCOMES] = { "outcomes", N_("Outcomes"), MUSTER_REPORT_TEXT, FALSE },
  [MEDIAN] = { "median_days", N_("Median days"), MUSTER_REPORT_NUMBER, FALSE },
  [SHORTEST] = { "shortest_days", N_("Shortest"), MUSTER_REPORT_NUMBER, FALSE },
  [LONGEST] = { "longest_days", N_("Longest"), MUSTER_REPORT_NUMBER, FALSE },
  [TITLE] = { "title", N_("Title"), MUSTER_REPORT_TEXT, FALSE },
};

static const char *const taking_labels[MUSTER_N_TAKINGS] = { NULL, N_("Suspended"), N_("Revoked") };

/* Like cases. */
typedef struct
{
  const char *clause;
  MusterSeverity severity;
  guint n;
  guint restrictions[N_RESTRICTIONS];
  guint takings[MUSTER_N_TAKINGS];
  guint outcomes[N_OUTCOMES];
  GArray *days; /* of those that are closed */
} Group;

void
muster_report_case_free (MusterReportCase *one)
{
  if (one == NULL)
    return;
  g_free (one->clause);
  g_free (one);
}

static void
group_clear (gpointer data)
{
  g_array_unref (((Group *) data)->days);
}

static Group *
find_group (GArray *groups, const MusterReportCase *one)
{
  Group group = { .clause = one->clause, .severity = one->severity };

  for (guint i = 0; i < groups->len; i++)
    {
      Group *known = &g_array_index (groups, Group, i);

      if (known->severity == one->severity && strcmp (known->clause, one->clause) == 0)
        return known;
    }
  group.days = g_array_new (FALSE, FALSE, sizeof (int));
  g_array_append_val (groups, group);
  return &g_array_index (groups, Group, groups->len - 1);
}

static void
take (Group *group, const MusterReportCase *one, const GDate *as_of)
{
  gboolean is_closed = muster_report_has_happened (&one->closed, as_of);

  group->n++;
  group->restrictions[one->restriction]++;
  group->takings[one->taking]++;
  group->outcomes[is_closed ? one->outcome : MUSTER_OUTCOME_NONE]++;
  if (is_closed)
    {
      int days = MAX (g_date_days_between (&one->opened, &one->closed), 0);

      g_array_append_val (group->days, days);
    }
}

static int
compare_groups (gconstpointer a, gconstpointer b, gpointer data)
{
  const Group *first = a, *second = b;
  int order = muster_report_clauses_compare (data, first->clause, second->clause);

  return order != 0 ? order : (int) first->severity - (int) second->severity;
}

static GArray *
list_groups (GPtrArray *cases, MusterClauseCatalogue *clauses, const GDate *as_of)
{
  GArray *groups = g_array_new (FALSE, FALSE, sizeof (Group));

  g_array_set_clear_func (groups, group_clear);
  for (guint i = 0; i < cases->len; i++)
    {
      const MusterReportCase *one = cases->pdata[i];
      gboolean is_voided = one->outcome == MUSTER_OUTCOME_VOIDED && muster_report_has_happened (&one->closed, as_of);

      if (muster_report_has_happened (&one->opened, as_of) && !is_voided)
        take (find_group (groups, one), one, as_of);
    }
  g_array_sort_with_data (groups, compare_groups, clauses);
  return groups;
}

static void
append_count (GString *text, const char *label, guint n)
{
  if (n > 0)
    g_string_append_printf (text, "%s%s: %u", text->len > 0 ? ", " : "", label, n);
}

static char *
dup_done (const Group *group)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < N_RESTRICTIONS; i++)
    append_count (text, muster_restriction_get_label (i), group->restrictions[i]);
  for (guint i = MUSTER_TAKING_SUSPENDED; i < MUSTER_N_TAKINGS; i++)
    append_count (text, _(taking_labels[i]), group->takings[i]);
  return g_string_free_and_steal (text);
}

static char *
dup_outcomes (const Group *group)
{
  GString *text = g_string_new (NULL);

  append_count (text, C_("corrective actions", "Open"), group->outcomes[MUSTER_OUTCOME_NONE]);
  for (guint i = MUSTER_OUTCOME_COMPLETED; i < N_OUTCOMES; i++)
    append_count (text, muster_outcome_get_label (i), group->outcomes[i]);
  return g_string_free_and_steal (text);
}

static guint
count_kinds (const guint *counts, guint n)
{
  guint kinds = 0;

  for (guint i = 0; i < n; i++)
    kinds += counts[i] > 0;
  return kinds;
}

static gboolean
is_alike (const Group *group)
{
  return count_kinds (group->restrictions, N_RESTRICTIONS) == 1 && count_kinds (group->takings, MUSTER_N_TAKINGS) == 1;
}

static void
add_row (MusterReport *report, MusterClauseCatalogue *clauses, const Group *group)
{
  MusterReportRow *row = muster_report_add_row (report, 0);
  g_autofree char *done = dup_done (group), *outcomes = dup_outcomes (group);

  muster_report_row_set_text (row, CLAUSE, group->clause);
  muster_report_row_set_text (row, TITLE, muster_report_clauses_get_title (clauses, group->clause));
  muster_report_row_set_text (row, SEVERITY, muster_severity_to_code (group->severity));
  muster_report_row_set_number (row, CASES, group->n);
  muster_report_row_set_text (row, DONE, done);
  muster_report_row_set_text (row, OUTCOMES, outcomes);
  if (group->n > 1)
    muster_report_row_set_code (row, ALIKE, is_alike (group) ? "yes" : "no", is_alike (group) ? _("Yes") : _("No"));
  if (group->days->len == 0)
    return;
  muster_report_row_set_number (row, MEDIAN, muster_report_get_median (group->days));
  muster_report_row_set_number (row, SHORTEST, g_array_index (group->days, int, 0));
  muster_report_row_set_number (row, LONGEST, g_array_index (group->days, int, group->days->len - 1));
}

/* What can be compared comes first: a single case says nothing about consistency. */
static void
add_rows (MusterReport *report, MusterClauseCatalogue *clauses, GArray *groups, gboolean comparable)
{
  for (guint i = 0; i < groups->len; i++)
    {
      const Group *group = &g_array_index (groups, Group, i);

      if ((group->n > 1) == comparable)
        add_row (report, clauses, group);
    }
}

/* Sorted by the median. */
static int
get_spread (const Group *group)
{
  return group->days->len > 1 ? g_array_index (group->days, int, group->days->len - 1) - g_array_index (group->days, int, 0) : -1;
}

static int
compare_spreads (gconstpointer a, gconstpointer b)
{
  return get_spread (*(Group *const *) b) - get_spread (*(Group *const *) a);
}

static void
add_chart (MusterReport *report, GArray *groups)
{
  g_autoptr (GPtrArray) spread = g_ptr_array_new ();

  report->chart_title = _("Days between the shortest and the longest of like cases");
  for (guint i = 0; i < groups->len; i++)
    if (get_spread (&g_array_index (groups, Group, i)) >= 0)
      g_ptr_array_add (spread, &g_array_index (groups, Group, i));
  g_ptr_array_sort (spread, compare_spreads);
  for (guint i = 0; i < MIN (spread->len, MOST_BARS); i++)
    {
      const Group *group = spread->pdata[i];
      g_autofree char *label = g_strdup_printf ("%s · %s", group->clause, muster_severity_to_code (group->severity));

      muster_report_add_bar (report, "spread_days", label, get_spread (group));
    }
}

static void
add_figures (MusterReport *report, GArray *groups)
{
  guint n_comparable = 0, n_unlike = 0;

  for (guint i = 0; i < groups->len; i++)
    {
      const Group *group = &g_array_index (groups, Group, i);

      n_comparable += group->n > 1;
      n_unlike += group->n > 1 && !is_alike (group);
    }
  muster_report_add_figure (report, "groups", _("Clauses by severity"), groups->len);
  muster_report_add_figure (report, "comparable", _("With two cases or more"), n_comparable);
  muster_report_add_figure (report, "unlike", _("Not treated alike"), n_unlike);
}

MusterReport *
muster_report_consistency_build (GPtrArray *cases, MusterClauseCatalogue *clauses, const GDate *as_of)
{
  MusterReport *report = muster_report_new (MUSTER_REPORT_CONSISTENCY, as_of, columns, N_COLUMNS);
  g_autoptr (GArray) groups = list_groups (cases, clauses, as_of);

  add_rows (report, clauses, groups, TRUE);
  add_rows (report, clauses, groups, FALSE);
  add_figures (report, groups);
  add_chart (report, groups);
  muster_report_add_note (report, _("Counted is each corrective action that was opened by the end of the day and not voided by then, once for each clause that it cites. Days are those from opening to closing, of the closed ones."));
  muster_report_add_note (report, _("Treated alike are cases with the same restriction and the same taken away: nothing, a suspension for cause or a revocation, by decisions that rest on the action, approved by then and neither called off nor reversed. A difference is not a fault: it asks for its reason."));
  muster_report_add_note (report, _("Names, agencies, languages and everything else about who it was are left out on purpose, for every role."));
  return report;
}
