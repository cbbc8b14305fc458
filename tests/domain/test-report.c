/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-date.h"
#include "domain/muster-report-actions.h"

static void
set_day (GDate *date, const char *text)
{
  g_date_clear (date, 1);
  if (text != NULL)
    g_assert_true (muster_date_parse_iso (text, date, NULL));
}

static void
add_action (GPtrArray *actions, const char *number, const char *opened, const char *due, const char *closed)
{
  MusterReportAction *action = g_new0 (MusterReportAction, 1);

  action->id = actions->len + 1;
  action->number = g_strdup (number);
  action->person = g_strdup ("Moua, Ana");
  action->severity = MUSTER_SEVERITY_2;
  action->clauses = g_strdup ("COC-03, COC-09");
  set_day (&action->opened, opened);
  set_day (&action->due, due);
  set_day (&action->closed, closed);
  g_ptr_array_add (actions, action);
}

/* The cell of @key in @row. */
static const MusterReportCell *
get_cell (const MusterReport *report, guint row, const char *key)
{
  for (guint i = 0; i < report->columns->len; i++)
    if (strcmp (g_array_index (report->columns, MusterReportColumn, i).key, key) == 0)
      return &((const MusterReportRow *) report->rows->pdata[row])->cells[i];
  return NULL;
}

static gint64
get_figure (GPtrArray *figures, const char *key)
{
  for (guint i = 0; i < figures->len; i++)
    if (strcmp (((const MusterReportFigure *) figures->pdata[i])->key, key) == 0)
      return ((const MusterReportFigure *) figures->pdata[i])->value;
  g_assert_not_reached ();
}

static MusterReport *
build (GPtrArray *actions, const char *day)
{
  GDate as_of;

  set_day (&as_of, day);
  return muster_report_actions_build (actions, &as_of);
}

/* One action, opened on 2 March, due on 12 March. */
static void
test_days (void)
{
  static const struct
  {
    const char *as_of;
    const char *closed;
    const char *days_open; /* %NULL: not in it */
    const char *age;
    const char *days_overdue;
  } cases[] = {
    { "2026-03-01", NULL, NULL, NULL, NULL },
    { "2026-03-02", NULL, "0", "0-10", "0" },
    { "2026-03-12", NULL, "10", "0-10", "0" },
    { "2026-03-13", NULL, "11", "11-30", "1" },
    { "2026-04-01", NULL, "30", "11-30", "20" },
    { "2026-04-02", NULL, "31", "31-60", "21" },
    { "2026-05-01", NULL, "60", "31-60", "50" },
    { "2026-05-02", NULL, "61", "61-90", "51" },
    { "2026-05-31", NULL, "90", "61-90", "80" },
    { "2026-06-01", NULL, "91", "91+", "81" },
    { "2026-03-13", "2026-03-14", "11", "11-30", "1" },
    { "2026-03-13", "2026-03-13", NULL, NULL, NULL },
    { "2026-03-13", "2026-03-05", NULL, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) actions = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_report_action_free);
      g_autoptr (MusterReport) report = NULL;

      g_test_message ("%s, closed %s", cases[i].as_of, cases[i].closed);
      add_action (actions, "CA-2026-0001", "2026-03-02", "2026-03-12", cases[i].closed);
      report = build (actions, cases[i].as_of);
      g_assert_cmpuint (report->rows->len, ==, cases[i].days_open != NULL);
      g_assert_cmpint (get_figure (report->figures, "open"), ==, report->rows->len);
      if (cases[i].days_open == NULL)
        continue;
      g_assert_cmpstr (get_cell (report, 0, "days_open")->text, ==, cases[i].days_open);
      g_assert_cmpstr (get_cell (report, 0, "age")->code, ==, cases[i].age);
      g_assert_cmpstr (get_cell (report, 0, "days_overdue")->text, ==, cases[i].days_overdue);
      g_assert_cmpint (get_figure (report->figures, "overdue"), ==, strcmp (cases[i].days_overdue, "0") != 0);
      g_assert_cmpint (get_figure (report->bars, cases[i].age), ==, 1);
    }
}

/* The longest open first; the bars add up to the rows. */
static void
test_order (void)
{
  g_autoptr (GPtrArray) actions = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_report_action_free);
  g_autoptr (MusterReport) report = NULL;
  g_autofree char *chart = NULL, *figures = NULL;
  gint64 sum = 0;

  add_action (actions, "CA-2026-0002", "2026-03-02", "2026-03-12", NULL);
  add_action (actions, "CA-2026-0001", "2026-03-02", "2026-04-12", NULL);
  add_action (actions, "CA-2025-0009", "2025-11-02", "2026-03-30", NULL);
  report = build (actions, "2026-04-01");
  g_assert_cmpstr (get_cell (report, 0, "action")->text, ==, "CA-2025-0009");
  g_assert_cmpstr (get_cell (report, 1, "action")->text, ==, "CA-2026-0001");
  g_assert_cmpstr (get_cell (report, 2, "action")->text, ==, "CA-2026-0002");
  g_assert_cmpint (get_figure (report->figures, "longest_overdue_days"), ==, 20);
  for (guint i = 0; i < report->bars->len; i++)
    sum += ((const MusterReportFigure *) report->bars->pdata[i])->value;
  g_assert_cmpint (sum, ==, report->rows->len);
  figures = muster_report_dup_figures_text (report);
  g_assert_cmpstr (figures, ==, "Open: 3, Overdue: 2, Longest overdue, in days: 20");
  chart = muster_report_dup_chart_text (report);
  g_assert_cmpstr (chart, ==, "Open corrective actions by age. 0–10 days: 0, 11–30 days: 2, 31–60 days: 0, 61–90 days: 0, More than 90 days: 1");
}

static void
test_names (void)
{
  g_autoptr (GPtrArray) actions = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_report_action_free);
  g_autoptr (MusterReport) report = NULL;
  guint n_notes;

  add_action (actions, "CA-2026-0001", "2026-03-02", "2026-03-12", NULL);
  report = build (actions, "2026-03-13");
  n_notes = report->notes->len;
  g_assert_cmpstr (get_cell (report, 0, "person")->text, ==, "Moua, Ana");
  muster_report_withhold_names (report);
  g_assert_null (get_cell (report, 0, "person"));
  g_assert_cmpstr (get_cell (report, 0, "action")->text, ==, "CA-2026-0001");
  g_assert_cmpstr (get_cell (report, 0, "severity")->text, ==, "S2");
  g_assert_cmpstr (get_cell (report, 0, "days_overdue")->text, ==, "1");
  g_assert_cmpuint (report->notes->len, ==, n_notes + 1);
  muster_report_withhold_names (report);
  g_assert_cmpuint (report->notes->len, ==, n_notes + 1);
}

static void
test_roles (void)
{
  static const gboolean may[MUSTER_N_ROLES] = {
    [MUSTER_ROLE_SUPERVISOR] = TRUE,
    [MUSTER_ROLE_ADMINISTRATOR] = TRUE,
    [MUSTER_ROLE_AUDITOR] = TRUE,
  };

  for (guint role = 0; role < MUSTER_N_ROLES; role++)
    g_assert_cmpint (muster_role_may_report_names (role), ==, may[role]);
}

static void
test_kinds (void)
{
  MusterReportKind kind;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < MUSTER_N_REPORTS; i++)
    {
      g_assert_true (muster_report_kind_from_code (muster_report_kind_to_code (i), &kind, NULL));
      g_assert_cmpuint (kind, ==, i);
      g_assert_cmpstr (muster_report_kind_get_title (i), !=, "");
      g_assert_cmpstr (muster_report_kind_get_purpose (i), !=, "");
    }
  g_assert_false (muster_report_kind_from_code ("everything", &kind, &error));
  g_assert_nonnull (strstr (error->message, "actions"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/report/days", test_days);
  g_test_add_func ("/domain/report/order", test_order);
  g_test_add_func ("/domain/report/names", test_names);
  g_test_add_func ("/domain/report/roles", test_roles);
  g_test_add_func ("/domain/report/kinds", test_kinds);
  return g_test_run ();
}
