/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-import-plan.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "documents/muster-csv-writer.h"
#include "domain/muster-error.h"
#include "domain/muster-identifier.h"

/* A file of results: which rows, and what stands before the file's own columns. */
typedef struct
{
  const char *name;
  guint fates; /* 1 << MusterRowFate */
  const char *leading[3];
  guint n_leading;
} Result;

static const Result results[] = {
  { "created.csv", 1 << MUSTER_FATE_CREATED, { "line" }, 1 },
  { "updated.csv", 1 << MUSTER_FATE_UPDATED, { "line", "person" }, 2 },
  { "rejected.csv", 1 << MUSTER_FATE_REJECTED | 1 << MUSTER_FATE_CONFLICT, { "line", "rule", "reason" }, 3 },
};

static void
append_part (GString *text, const char *part, const char *separator)
{
  if (text->len > 0)
    g_string_append (text, separator);
  g_string_append (text, part);
}

/* The errors of a row; @next goes along the findings, which are in order of the lines. */
static void
gather_reasons (MusterImportPlan *plan, guint line, guint *next, GString *rules, GString *reasons)
{
  g_string_truncate (rules, 0);
  g_string_truncate (reasons, 0);
  for (; *next < plan->findings->len; (*next)++)
    {
      const MusterFinding *finding = plan->findings->pdata[*next];

      if (finding->line > line)
        break;
      if (finding->line < line || !finding->is_error)
        continue;
      append_part (rules, finding->rule, "; ");
      append_part (reasons, finding->message, " ");
    }
}

/* Identifiers of nine digits are what they are said to be; anything else that looks like a social security number goes nowhere. */
static gboolean
may_be_written (MusterImportField field, const char *cell)
{
  gboolean is_identifier = field == MUSTER_FIELD_NPN || field == MUSTER_FIELD_ASSISTER_ID || field == MUSTER_FIELD_LICENCE_NUMBER;

  if (muster_identifier_contains_ssn (cell))
    return FALSE;
  return (is_identifier && strlen (cell) == 9) || !muster_identifier_looks_like_ssn (cell);
}

static void
write_row (MusterImportPlan *plan, const Result *result, MusterCsvWriter *writer, guint row, const char *rules, const char *reasons)
{
  guint n = plan->options->n_fields;
  g_autofree const char **cells = g_new0 (const char *, n + result->n_leading);
  g_autofree char *line = g_strdup_printf ("%u", muster_sheet_get_line (plan->sheet, row));
  g_autofree char *person = plan->people[row] != 0 ? muster_assister_dup_code (plan->people[row]) : NULL;

  muster_sheet_get_row (plan->sheet, row, cells + result->n_leading);
  for (guint i = 0; i < n; i++)
    if (!may_be_written (plan->options->fields[i], cells[result->n_leading + i]))
      cells[result->n_leading + i] = "";
  cells[0] = line;
  if (result->n_leading == 3)
    {
      cells[1] = rules;
      cells[2] = reasons;
    }
  else if (result->n_leading == 2)
    cells[1] = person;
  muster_csv_writer_add (writer, cells, n + result->n_leading);
}

static gboolean
write_result (MusterImportPlan *plan, const Result *result, const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, result->name, NULL);
  g_autoptr (MusterCsvWriter) writer = muster_csv_writer_new (path, error);
  g_autoptr (GPtrArray) header = g_ptr_array_new ();
  g_autoptr (GString) rules = g_string_new (NULL);
  g_autoptr (GString) reasons = g_string_new (NULL);
  guint next = 0;

  if (writer == NULL)
    return FALSE;
  for (guint i = 0; i < result->n_leading; i++)
    g_ptr_array_add (header, (gpointer) result->leading[i]);
  for (guint i = 0; i < plan->options->n_fields; i++)
    g_ptr_array_add (header, (gpointer) muster_sheet_get_header (plan->sheet, i));
  muster_csv_writer_add (writer, (const char *const *) header->pdata, header->len);

  for (guint row = 0; row < muster_sheet_get_n_rows (plan->sheet); row++)
    {
      if ((result->fates & (1u << plan->fates[row])) == 0)
        continue;
      gather_reasons (plan, muster_sheet_get_line (plan->sheet, row), &next, rules, reasons);
      write_row (plan, result, writer, row, rules->str, reasons->str);
    }
  return muster_csv_writer_finish (writer, error);
}

gboolean
muster_import_plan_write_results (MusterImportPlan *plan, const char *folder, GError **error)
{
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_STORAGE, _("The folder “%s” cannot be made: %s. Choose another one."), folder, g_strerror (errno));
      return FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    if (!write_result (plan, &results[i], folder, error))
      return FALSE;
  return TRUE;
}
