/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-report.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-code.h"
#include "domain/muster-date.h"
#include "domain/muster-error.h"

static const struct
{
  const char *title;
  const char *purpose;
  gboolean has_names;
} kinds[MUSTER_N_REPORTS] = {
  [MUSTER_REPORT_ACTIONS] = { N_("Corrective Actions by Age"), N_("Which corrective actions are open and overdue, and for how long"), TRUE },
  [MUSTER_REPORT_INCIDENTS] = { N_("Incidents by Clause"), N_("What was looked into, what was found, and how soon it was reported"), FALSE },
  [MUSTER_REPORT_DECISIONS] = { N_("Decisions and Their Intervals"), N_("From discovered to reported, and from proposed to decided and served"), TRUE },
  [MUSTER_REPORT_REVIEWS] = { N_("Reviews and Outcomes"), N_("Which decisions were asked to be reviewed, what came of it, and how long it took"), TRUE },
  [MUSTER_REPORT_CONSISTENCY] = { N_("Like Cases, Alike"), N_("What was done about the same clause at the same severity, without names"), FALSE },
  [MUSTER_REPORT_ROSTER] = { N_("The Roster on a Day"), N_("Who was on it, with which agency, and whether they might assist"), TRUE },
  [MUSTER_REPORT_LATENESS] = { N_("What Was Late"), N_("What was done late or is overdue, and how long access went on after somebody left"), TRUE },
};

static const char *const codes[MUSTER_N_REPORTS] = {
  [MUSTER_REPORT_ACTIONS] = "actions",
  [MUSTER_REPORT_INCIDENTS] = "incidents",
  [MUSTER_REPORT_DECISIONS] = "decisions",
  [MUSTER_REPORT_REVIEWS] = "reviews",
  [MUSTER_REPORT_CONSISTENCY] = "consistency",
  [MUSTER_REPORT_ROSTER] = "roster",
  [MUSTER_REPORT_LATENESS] = "lateness",
};

const char *
muster_report_kind_to_code (MusterReportKind kind)
{
  g_return_val_if_fail ((guint) kind < MUSTER_N_REPORTS, "");
  return codes[kind];
}

gboolean
muster_report_kind_from_code (const char *code, MusterReportKind *kind, GError **error)
{
  guint index;

  if (!muster_code_find (codes, MUSTER_N_REPORTS, code, _("This is not a report"), &index, error))
    return FALSE;
  *kind = index;
  return TRUE;
}

const char *
muster_report_kind_get_title (MusterReportKind kind)
{
  g_return_val_if_fail ((guint) kind < MUSTER_N_REPORTS, "");
  return _(kinds[kind].title);
}

const char *
muster_report_kind_get_purpose (MusterReportKind kind)
{
  g_return_val_if_fail ((guint) kind < MUSTER_N_REPORTS, "");
  return _(kinds[kind].purpose);
}

gboolean
muster_report_kind_has_names (MusterReportKind kind)
{
  g_return_val_if_fail ((guint) kind < MUSTER_N_REPORTS, TRUE);
  return kinds[kind].has_names;
}

gboolean
muster_role_may_report_names (MusterRole role)
{
  return muster_role_may (role, MUSTER_PERMISSION_EXPORT_ROSTER) || muster_role_may (role, MUSTER_PERMISSION_READ_JOURNAL);
}

gboolean
muster_report_kind_check_export (MusterReportKind kind, MusterRole role, GError **error)
{
  if (kind != MUSTER_REPORT_ROSTER || muster_role_may_report_names (role))
    return TRUE;
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_FORBIDDEN, _("Your role, %s, does not take the roster out of the register. Ask a supervisor or an auditor, or look at it in the window."),
               muster_role_get_label (role));
  return FALSE;
}

static void
cell_clear (MusterReportCell *cell)
{
  g_clear_pointer (&cell->text, g_free);
}

static void
row_free (gpointer data)
{
  MusterReportRow *row = data;

  for (guint i = 0; i < row->n_cells; i++)
    cell_clear (&row->cells[i]);
  g_free (row->cells);
  g_free (row);
}

static void
figure_free (gpointer data)
{
  MusterReportFigure *figure = data;

  g_free (figure->label);
  g_free (figure);
}

static void
clear (gpointer data)
{
  MusterReport *report = data;

  g_array_unref (report->columns);
  g_ptr_array_unref (report->rows);
  g_ptr_array_unref (report->figures);
  g_ptr_array_unref (report->bars);
  g_ptr_array_unref (report->notes);
}

MusterReport *
muster_report_new (MusterReportKind kind, const GDate *as_of, const MusterReportColumn *columns, guint n_columns)
{
  MusterReport *report = g_atomic_rc_box_new0 (MusterReport);

  report->kind = kind;
  report->as_of = *as_of;
  report->columns = g_array_new (FALSE, FALSE, sizeof (MusterReportColumn));
  g_array_append_vals (report->columns, columns, n_columns);
  for (guint i = 0; i < n_columns; i++)
    g_array_index (report->columns, MusterReportColumn, i).heading = _(columns[i].heading);
  report->rows = g_ptr_array_new_with_free_func (row_free);
  report->figures = g_ptr_array_new_with_free_func (figure_free);
  report->bars = g_ptr_array_new_with_free_func (figure_free);
  report->notes = g_ptr_array_new_with_free_func (g_free);
  return report;
}

MusterReport *
muster_report_ref (MusterReport *report)
{
  return g_atomic_rc_box_acquire (report);
}

void
muster_report_unref (MusterReport *report)
{
  g_atomic_rc_box_release_full (report, clear);
}

MusterReportRow *
muster_report_add_row (MusterReport *report, gint64 id)
{
  MusterReportRow *row = g_new0 (MusterReportRow, 1);

  row->id = id;
  row->n_cells = report->columns->len;
  row->cells = g_new0 (MusterReportCell, row->n_cells);
  g_ptr_array_add (report->rows, row);
  return row;
}

void
muster_report_row_set_text (MusterReportRow *row, guint column, const char *text)
{
  g_return_if_fail (column < row->n_cells);
  g_set_str (&row->cells[column].text, text);
}

void
muster_report_row_set_code (MusterReportRow *row, guint column, const char *code, const char *text)
{
  muster_report_row_set_text (row, column, text);
  row->cells[column].code = code;
}

void
muster_report_row_set_number (MusterReportRow *row, guint column, gint64 number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  muster_report_row_set_text (row, column, text);
}

void
muster_report_row_set_day (MusterReportRow *row, guint column, const GDate *day)
{
  g_autofree char *text = muster_date_to_iso (day);

  muster_report_row_set_text (row, column, text);
}

static void
add_figure (GPtrArray *figures, const char *key, const char *label, gint64 value)
{
  MusterReportFigure *figure = g_new0 (MusterReportFigure, 1);

  figure->key = key;
  figure->label = g_strdup (label);
  figure->value = value;
  g_ptr_array_add (figures, figure);
}

void
muster_report_add_figure (MusterReport *report, const char *key, const char *label, gint64 value)
{
  add_figure (report->figures, key, label, value);
}

void
muster_report_add_bar (MusterReport *report, const char *key, const char *label, gint64 value)
{
  add_figure (report->bars, key, label, value);
}

void
muster_report_add_note (MusterReport *report, const char *note)
{
  g_ptr_array_add (report->notes, g_strdup (note));
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

int
muster_report_get_median (GArray *days)
{
  guint middle = days->len / 2;

  if (days->len == 0)
    return -1;
  g_array_sort (days, compare_numbers);
  if (days->len % 2 == 1)
    return g_array_index (days, int, middle);
  return (g_array_index (days, int, middle - 1) + g_array_index (days, int, middle) + 1) / 2;
}

gboolean
muster_report_has_happened (const GDate *day, const GDate *as_of)
{
  return g_date_valid (day) && g_date_compare (day, as_of) <= 0;
}

static void
remove_cell (MusterReportRow *row, guint column)
{
  cell_clear (&row->cells[column]);
  memmove (&row->cells[column], &row->cells[column + 1], (row->n_cells - column - 1) * sizeof (MusterReportCell));
  row->n_cells--;
}

void
muster_report_withhold_names (MusterReport *report)
{
  gboolean withheld = FALSE;

  for (guint column = report->columns->len; column-- > 0;)
    {
      if (!g_array_index (report->columns, MusterReportColumn, column).is_personal)
        continue;
      g_array_remove_index (report->columns, column);
      for (guint i = 0; i < report->rows->len; i++)
        remove_cell (report->rows->pdata[i], column);
      withheld = TRUE;
    }
  if (withheld)
    muster_report_add_note (report, _("Names are left out: the role of whoever saved this does not take them out of the register."));
}

void
muster_report_set_known_on (MusterReport *report, const GDate *known_on)
{
  g_autofree char *day = NULL, *note = NULL;

  report->known_on = *known_on;
  if (!g_date_valid (known_on))
    {
      muster_report_add_note (report, _("It is made by all that is known now: what was recorded later about that day is included."));
      return;
    }
  day = muster_date_dup_text (known_on);
  note = g_strdup_printf (_("It is made by what had been recorded through %s: what was recorded or corrected later is left out. People are called what they are called now."), day);
  muster_report_add_note (report, note);
}

char *
muster_report_dup_day_text (const MusterReport *report)
{
  g_autofree char *as_of = muster_date_to_iso (&report->as_of), *known_on = muster_date_to_iso (&report->known_on);

  return known_on != NULL ? g_strdup_printf (_("As of %s, as known on %s"), as_of, known_on) : g_strdup_printf (_("As of %s"), as_of);
}

static void
append_figures (GString *text, GPtrArray *figures)
{
  for (guint i = 0; i < figures->len; i++)
    {
      const MusterReportFigure *figure = figures->pdata[i];

      g_string_append_printf (text, "%s%s: %" G_GINT64_FORMAT, i > 0 ? ", " : "", figure->label, figure->value);
    }
}

char *
muster_report_dup_figures_text (const MusterReport *report)
{
  GString *text = g_string_new (NULL);

  append_figures (text, report->figures);
  return g_string_free_and_steal (text);
}

char *
muster_report_dup_chart_text (const MusterReport *report)
{
  GString *text = g_string_new (report->chart_title);

  g_string_append (text, report->bars->len > 0 ? ". " : "");
  append_figures (text, report->bars);
  return g_string_free_and_steal (text);
}
