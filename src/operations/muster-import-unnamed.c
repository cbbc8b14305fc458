/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows that name nobody: they change whom their identifiers belong to, and add nobody. And files no column of which is taken for a name. */

#include "operations/muster-import-plan-private.h"

#include <glib/gi18n-lib.h>

#include "documents/muster-data.h"
#include "domain/muster-text.h"

/* As many rows are enough to know names by. */
#define MOST_ROWS 100

static void
free_finding_cb (gpointer data)
{
  muster_finding_free (data);
}

static gboolean
read_as_person (MusterImportPlanning *planning, guint row, MusterImportRow *values, GPtrArray *findings)
{
  g_autofree const char **cells = g_new0 (const char *, planning->options->n_fields);
  MusterImportReading reading = planning->reading;

  reading.npn_is_known = TRUE;
  muster_import_options_get_row (planning->options, planning->sheet, row, cells);
  return muster_import_row_read (&reading, cells, muster_sheet_get_line (planning->sheet, row), values, findings);
}

static void
take_findings (MusterImportPlanning *planning, guint row, GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      MusterFinding *finding = g_steal_pointer (&findings->pdata[i]);

      finding->row = row;
      g_ptr_array_add (planning->plan->findings, finding);
    }
}

gboolean
muster_import_planning_take_for_person (MusterImportPlanning *planning, guint row, MusterImportRow *values, GError **error)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (free_finding_cb);
  g_auto (MusterImportMatch) match = { 0 };
  MusterImportRow read;
  gboolean is_good;

  if (values->person.npn == NULL || planning->is_register_empty)
    return TRUE;
  if (!muster_import_planning_look_up (planning, values, &match, error))
    return FALSE;
  if (match.n[MUSTER_KIND_NPN] != 1)
    return TRUE;
  is_good = read_as_person (planning, row, &read, findings);
  if (read.is_organisation)
    {
      muster_import_row_clear (&read);
      return TRUE;
    }
  muster_import_row_clear (values);
  *values = read;
  muster_import_planning_forget (planning, row, "organisation");
  take_findings (planning, row, findings);
  if (!is_good)
    planning->plan->fates[row] = MUSTER_FATE_REJECTED;
  return TRUE;
}

void
muster_import_planning_settle_unnamed (MusterImportPlanning *planning, guint row, const MusterImportMatch *match)
{
  gboolean is_known = muster_import_options_get_decision (planning->options, row) > 0;

  for (guint kind = MUSTER_KIND_NPN; kind < MUSTER_N_KINDS; kind++)
    if (kind != MUSTER_KIND_EMAIL || planning->options->key == MUSTER_KEY_EMAIL)
      is_known |= match->n[kind] == 1;
  if (!is_known)
    return;
  muster_import_planning_forget (planning, row, "no-name");
  planning->plan->fates[row] = MUSTER_FATE_UNCHANGED;
}

/* Letters, and what stands between the words of a name */
static gboolean
is_like_name (const char *cell)
{
  g_autofree char *text = g_strstrip (g_strdup (cell));
  guint n_letters = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      n_letters += g_unichar_isalpha (letter) != 0;
      if (!g_unichar_isalpha (letter) && !g_unichar_ismark (letter) && (letter >= 0x80 || strchr (" .,'-", (int) letter) == NULL) && letter != 0x2019)
        return FALSE;
    }
  return n_letters > 1;
}

/* Whether every cell of a column, of which nothing is read and whose header says nothing, could be a name. */
static gboolean
may_be_names (const MusterImportOptions *options, MusterSheet *sheet, guint column)
{
  g_autofree const char **cells = g_new0 (const char *, options->n_fields);
  const MusterColumnFacts *facts = muster_import_options_get_facts (options, column);
  guint n = 0;

  if (options->fields[column] != MUSTER_FIELD_IGNORE || muster_header_aliases_knows (muster_data_get_header_aliases (), muster_sheet_get_header (sheet, column)))
    return FALSE;
  if (facts->n_state + facts->n_status + facts->n_language + facts->n_type + facts->n_organisation > 0)
    return FALSE;
  for (guint row = 0; row < MIN (muster_sheet_get_n_rows (sheet), MOST_ROWS); row++)
    {
      muster_import_options_get_row (options, sheet, row, cells);
      if (*cells[column] == '\0')
        continue;
      if (!is_like_name (cells[column]))
        return FALSE;
      n++;
    }
  return n > 0;
}

char *
muster_import_options_dup_likely_names (const MusterImportOptions *options, MusterSheet *sheet)
{
  g_autoptr (GString) list = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < options->n_fields; i++)
    if (may_be_names (options, sheet, i))
      {
        muster_text_append_quoted (list, muster_sheet_get_header (sheet, i));
        n++;
      }
  if (n == 0)
    return NULL;
  return g_strdup_printf (ngettext ("The column %s looks as if it held names: say that it holds whole names, or first or last ones.",
                                    "The columns %s look as if they held names: say which of them are first names, last names or whole names.", n),
                          list->str);
}

static gboolean
is_without_name (const MusterFinding *finding)
{
  return finding->row != MUSTER_FINDING_NO_ROW && strcmp (finding->rule, "no-name") == 0;
}

void
muster_import_planning_find_no_names (MusterImportPlanning *planning)
{
  GPtrArray *findings = planning->plan->findings;
  g_autofree char *likely = NULL, *said = NULL, *message = NULL;
  guint n = 0;

  if (!muster_import_options_have_names (planning->options))
    likely = muster_import_options_dup_likely_names (planning->options, planning->sheet);
  for (guint i = findings->len; likely != NULL && i > 0; i--)
    if (is_without_name (findings->pdata[i - 1]))
      {
        g_ptr_array_remove_index (findings, i - 1);
        n++;
      }
  if (n == 0)
    return;
  said = g_strdup_printf (ngettext ("No column is taken for a name, and %u row is about nobody who is known.", "No column is taken for a name, and %u rows are about nobody who is known.", n), n);
  message = g_strconcat (said, " ", likely, NULL);
  muster_import_plan_find_column (planning->plan, -1, "no-name", message)->is_error = TRUE;
}
