/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>

#include "documents/muster-data.h"
#include "domain/muster-identifier.h"
#include "operations/muster-import-plan-private.h"

void
muster_import_planning_watch_ignored (MusterImportPlanning *planning)
{
  MusterHeaderAliases *aliases = muster_data_get_header_aliases ();

  planning->ignored = g_array_new (FALSE, FALSE, sizeof (MusterIgnoredColumn));
  for (guint i = 0; i < planning->options->n_fields; i++)
    {
      /* Nine digits under some headers are what they say: a ZIP code without its hyphen, a tax number of a business. */
      MusterIgnoredColumn column = { i, !muster_header_aliases_may_be_nine_digits (aliases, muster_sheet_get_header (planning->sheet, i)), 0 };

      if (planning->options->fields[i] == MUSTER_FIELD_IGNORE)
        g_array_append_val (planning->ignored, column);
    }
}

void
muster_import_look_at_ignored (GArray *ignored, const char *const *cells)
{
  for (guint i = 0; i < ignored->len; i++)
    {
      MusterIgnoredColumn *column = &g_array_index (ignored, MusterIgnoredColumn, i);

      column->n_ssn += muster_identifier_may_hold_ssn (cells[column->index], column->bare);
    }
}

static void
warn (MusterImportPlanning *planning, const MusterIgnoredColumn *column)
{
  g_autofree char *message = NULL;

  message = g_strdup_printf (ngettext ("%u cell of this column looks like a social security number. Nothing is read from the column, but no file should hold one: take it out, and tell whoever sent the file.",
                                       "%u cells of this column look like social security numbers. Nothing is read from the column, but no file should hold any: take them out, and tell whoever sent the file.",
                                       column->n_ssn),
                             column->n_ssn);
  muster_import_plan_find_column (planning->plan, column->index, "ssn-ignored", message);
}

static gboolean
is_name (MusterImportField field)
{
  return field == MUSTER_FIELD_NAME || field == MUSTER_FIELD_GIVEN_NAME || field == MUSTER_FIELD_FAMILY_NAME;
}

/* Said of the first column of names, where it is seen. */
static void
find_doubtful_encoding (MusterImportPlanning *planning)
{
  const char *likely = muster_sheet_get_likely_encoding (planning->sheet);
  g_autofree char *message = NULL;
  guint column = 0;

  if (likely == NULL)
    return;
  while (column + 1 < planning->options->n_fields && !is_name (planning->options->fields[column]))
    column++;
  message = g_strdup_printf (_("Odd signs stand within words: the file was read as %s, but looks like %s. If its names are wrong, read it as that."), muster_sheet_get_encoding (planning->sheet), likely);
  muster_import_plan_find_column (planning->plan, column, "encoding-doubtful", message);
}

/* Whoever looks at the workbook does not see them, and does not know that they are imported. */
static void
find_hidden (MusterImportPlanning *planning)
{
  guint n = muster_sheet_get_n_hidden_rows (planning->sheet);
  g_autofree char *message = NULL;

  if (muster_sheet_is_hidden (planning->sheet))
    {
      message = g_strdup_printf (_("The sheet “%s” is hidden in the workbook. Make sure that it is the one to be imported."), muster_sheet_get_sheet_name (planning->sheet));
      muster_import_plan_find_column (planning->plan, -1, "hidden-sheet", message);
      g_clear_pointer (&message, g_free);
    }
  if (n == 0)
    return;
  message = g_strdup_printf (ngettext ("%u row is hidden in the workbook, and is read, too. Make sure that it is meant.", "%u rows are hidden in the workbook, and are read, too. Make sure that they are meant.", n), n);
  muster_import_plan_find_column (planning->plan, -1, "hidden-rows", message);
}

static void
find_ignored_column (MusterImportPlanning *planning, guint column)
{
  const char *header = muster_sheet_get_header (planning->sheet, column);
  guint n = muster_import_options_get_facts (planning->options, column)->n_filled;
  g_autofree char *message = NULL;

  if (*header != '\0')
    muster_import_plan_find_column (planning->plan, column, "column-ignored", _("Nothing is read from this column."))->is_note = TRUE;
  else if (n > 0)
    {
      message = g_strdup_printf (_("Column %u has no header, but its cells say something. Nothing is read from it."), column + 1);
      muster_import_plan_find_column (planning->plan, column, "column-headless", message);
    }
}

/* What is said for the whole file does not go over what its column says. */
static void
find_filled_in (MusterImportPlanning *planning)
{
  for (guint i = 0; i < planning->options->n_fields; i++)
    {
      MusterImportField field = planning->options->fields[i];
      g_autofree char *value = muster_import_field_may_be_constant (field) ? muster_import_row_dup (&planning->options->constants, field) : NULL;
      g_autofree char *message = NULL;

      if (value == NULL)
        continue;
      message = g_strdup_printf (_("The file has a column for this. “%s”, which was said for the whole file, is taken only where its cells are empty."), value);
      muster_import_plan_find_column (planning->plan, i, "column-goes-before", message);
    }
}

static gboolean
is_kept (guint8 fate)
{
  return fate == MUSTER_FATE_CREATED || fate == MUSTER_FATE_UPDATED || fate == MUSTER_FATE_UNCHANGED;
}

static gboolean
is_of_no_role (const MusterFinding *finding)
{
  return finding->row != MUSTER_FINDING_NO_ROW && strcmp (finding->rule, "no-type") == 0;
}

/* Whether no row of the file says a role, and somebody is new by it. */
static gboolean
lacks_all_roles (const MusterImportPlanning *planning, int column)
{
  const MusterImportPlan *plan = planning->plan;
  gboolean any_new = FALSE;
  guint n_kept = 0, n_without = 0;

  if (planning->options->constants.types != 0)
    return FALSE;
  for (guint row = 0; row < muster_sheet_get_n_rows (planning->sheet); row++)
    {
      n_kept += is_kept (plan->fates[row]);
      any_new |= plan->fates[row] == MUSTER_FATE_CREATED;
    }
  for (guint i = 0; i < plan->findings->len; i++)
    {
      const MusterFinding *finding = plan->findings->pdata[i];

      n_without += is_of_no_role (finding) && is_kept (plan->fates[finding->row]);
    }
  return any_new && (column < 0 || n_without == n_kept);
}

/* Said once instead of on every row: it is about the file. */
static void
find_no_roles (MusterImportPlanning *planning)
{
  GPtrArray *findings = planning->plan->findings;
  int column = muster_import_planning_find_field (planning, MUSTER_FIELD_TYPE);

  if (!lacks_all_roles (planning, column))
    return;
  for (guint i = findings->len; i > 0; i--)
    if (is_of_no_role (findings->pdata[i - 1]))
      g_ptr_array_remove_index (findings, i - 1);
  muster_import_plan_find_column (planning->plan, column, "no-type",
                                  _("No row of the file says a role: who is new is kept without one. If all have the same, say it for the whole file."))
    ->is_note = column < 0;
}

/* Said once, for each of its numbers could be taken for what must not be here. */
static void
find_series (MusterImportPlanning *planning)
{
  for (guint i = 0; i < planning->options->n_fields; i++)
    if (planning->plan->series[i])
      muster_import_plan_find_column (planning->plan, i, "nine-digits",
                                      _("Numbers of this column have nine digits, as social security numbers have. They are taken for license numbers: they are a series of their own, or some are such as no social security number is. Make sure of it."));
}

void
muster_import_planning_find_ignored (MusterImportPlanning *planning)
{
  find_doubtful_encoding (planning);
  find_hidden (planning);
  find_filled_in (planning);
  find_series (planning);
  find_no_roles (planning);
  for (guint i = 0; i < planning->ignored->len; i++)
    {
      const MusterIgnoredColumn *column = &g_array_index (planning->ignored, MusterIgnoredColumn, i);

      find_ignored_column (planning, column->index);
      if (column->n_ssn > 0)
        warn (planning, column);
    }
}
