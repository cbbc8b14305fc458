/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-import-plan.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "documents/muster-csv-writer.h"
#include "domain/muster-error.h"
#include "domain/muster-identifier.h"

typedef enum
{
  OWN_LINE,
  OWN_PERSON,
  OWN_RULE,
  OWN_REASON,
  N_OWN,
} OwnColumn;

/* What stands before the file's own columns. A file that has been a result before has it already, and is not given it twice. */
static const char *const own_headers[N_OWN] = {
  [OWN_LINE] = "line",
  [OWN_PERSON] = "person",
  [OWN_RULE] = "rule",
  [OWN_REASON] = "reason",
};

/* A file of results: which rows, and what is said of each. */
typedef struct
{
  const char *name;
  guint fates; /* 1 << MusterRowFate */
  guint own;   /* 1 << OwnColumn */
} Result;

static const Result results[] = {
  { "created.csv", 1 << MUSTER_FATE_CREATED, 1 << OWN_LINE },
  { "updated.csv", 1 << MUSTER_FATE_UPDATED, 1 << OWN_LINE | 1 << OWN_PERSON },
  { "rejected.csv", 1 << MUSTER_FATE_REJECTED | 1 << MUSTER_FATE_CONFLICT, 1 << OWN_LINE | 1 << OWN_RULE | 1 << OWN_REASON },
  { "skipped.csv", 1 << MUSTER_FATE_SKIPPED, 1 << OWN_LINE | 1 << OWN_RULE | 1 << OWN_REASON },
};

/* A file of results on its way. */
typedef struct
{
  MusterImportPlan *plan;
  const Result *result;
  MusterCsvWriter *writer;
  guint own;           /* 1 << OwnColumn, that are written */
  gboolean *is_ours;   /* per column of the file: it came out of an earlier result */
  const char **cells;  /* of the file's row */
  GPtrArray *line;     /* of the result */
} Writing;

static void
writing_clear (Writing *writing)
{
  g_clear_pointer (&writing->writer, muster_csv_writer_free);
  g_clear_pointer (&writing->line, g_ptr_array_unref);
  g_free (writing->is_ours);
  g_free (writing->cells);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Writing, writing_clear)

static void
append_part (GString *text, const char *part, const char *separator)
{
  if (text->len > 0)
    g_string_append (text, separator);
  g_string_append (text, part);
}

/* Why a row was passed over that has nothing else said of it */
static void
tell_skipped (const MusterImportPlan *plan, GString *rules, GString *reasons)
{
  if (rules->len > 0)
    return;
  g_string_append (rules, muster_row_fate_to_code (MUSTER_FATE_SKIPPED));
  g_string_append (reasons, plan->options->mode == MUSTER_MODE_INSERT ? _("The row is about somebody who is on the roster, and only new people were to be imported.")
                                                                      : _("The row is about somebody new, and only people on the roster were to be changed."));
}

/* The errors of a row, or @all that is said of it; @next goes along the findings, which are in order of the lines. */
static void
gather_reasons (MusterImportPlan *plan, guint line, guint *next, gboolean all, GString *rules, GString *reasons)
{
  g_string_truncate (rules, 0);
  g_string_truncate (reasons, 0);
  for (; *next < plan->findings->len; (*next)++)
    {
      const MusterFinding *finding = plan->findings->pdata[*next];

      if (finding->line > line)
        break;
      if (finding->line < line || (!finding->is_error && !all))
        continue;
      append_part (rules, finding->rule, "; ");
      append_part (reasons, finding->message, " ");
    }
}

/* What is said of the file as a whole is why a row is rejected that has no reason of its own. */
static void
gather_of_file (MusterImportPlan *plan, GString *rules, GString *reasons)
{
  for (guint i = 0; i < plan->findings->len; i++)
    {
      const MusterFinding *finding = plan->findings->pdata[i];

      if (finding->row != MUSTER_FINDING_NO_ROW || !finding->is_error)
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
  return (is_identifier && strlen (cell) == 9) || (!muster_identifier_looks_like_ssn (cell) && !muster_identifier_may_hold_ssn (cell, !is_identifier));
}

/* A column of one of our names is ours if nothing is read from it; else it is the file's, and ours is left out. */
static void
divide_columns (Writing *writing)
{
  const MusterImportPlan *plan = writing->plan;

  writing->own = writing->result->own;
  for (guint i = 0; i < plan->options->n_fields; i++)
    {
      g_autofree char *squeezed = muster_header_squeeze (plan->headers[i]);

      for (guint own = 0; own < N_OWN; own++)
        {
          if (strcmp (own_headers[own], squeezed) != 0)
            continue;
          writing->is_ours[i] = plan->options->fields[i] == MUSTER_FIELD_IGNORE;
          if (!writing->is_ours[i])
            writing->own &= ~(1u << own);
        }
    }
}

/* Adds what is said of a row and then what the file has. */
static void
fill_line (Writing *writing, const char *const *said, const char *const *cells)
{
  g_ptr_array_set_size (writing->line, 0);
  for (guint own = 0; own < N_OWN; own++)
    if ((writing->own & (1u << own)) != 0)
      g_ptr_array_add (writing->line, (gpointer) said[own]);
  for (guint i = 0; i < writing->plan->options->n_fields; i++)
    if (!writing->is_ours[i])
      g_ptr_array_add (writing->line, (gpointer) cells[i]);
}

static void
write_row (Writing *writing, guint row, const char *rules, const char *reasons)
{
  MusterImportPlan *plan = writing->plan;
  g_autofree char *line = g_strdup_printf ("%u", muster_sheet_get_line (plan->sheet, row));
  g_autofree char *person = plan->people[row] != 0 ? muster_assister_dup_code (plan->people[row]) : NULL;
  const char *const said[N_OWN] = { [OWN_LINE] = line, [OWN_PERSON] = person, [OWN_RULE] = rules, [OWN_REASON] = reasons };

  muster_import_options_get_row (plan->options, plan->sheet, row, writing->cells);
  for (guint i = 0; i < plan->options->n_fields; i++)
    if (!may_be_written (plan->options->fields[i], writing->cells[i]))
      writing->cells[i] = "";
  fill_line (writing, said, writing->cells);
  muster_csv_writer_add (writing->writer, (const char *const *) writing->line->pdata, writing->line->len);
}

static void
write_rows (Writing *writing)
{
  MusterImportPlan *plan = writing->plan;
  g_autoptr (GString) rules = g_string_new (NULL);
  g_autoptr (GString) reasons = g_string_new (NULL);
  guint next = 0;

  for (guint row = 0; row < muster_sheet_get_n_rows (plan->sheet); row++)
    {
      if ((writing->result->fates & (1u << plan->fates[row])) == 0)
        continue;
      gather_reasons (plan, muster_sheet_get_line (plan->sheet, row), &next, plan->fates[row] == MUSTER_FATE_SKIPPED, rules, reasons);
      if (rules->len == 0 && plan->fates[row] == MUSTER_FATE_REJECTED)
        gather_of_file (plan, rules, reasons);
      if (plan->fates[row] == MUSTER_FATE_SKIPPED)
        tell_skipped (plan, rules, reasons);
      write_row (writing, row, rules->str, reasons->str);
    }
}

static gboolean
write_result (MusterImportPlan *plan, const Result *result, const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, result->name, NULL);
  g_auto (Writing) writing = { .plan = plan, .result = result };

  writing.writer = muster_csv_writer_new (path, error);
  if (writing.writer == NULL)
    return FALSE;
  writing.is_ours = g_new0 (gboolean, plan->options->n_fields);
  writing.cells = g_new0 (const char *, plan->options->n_fields);
  writing.line = g_ptr_array_new ();
  divide_columns (&writing);
  fill_line (&writing, own_headers, plan->headers);
  muster_csv_writer_add (writing.writer, (const char *const *) writing.line->pdata, writing.line->len);
  write_rows (&writing);
  return muster_csv_writer_finish (writing.writer, error);
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
