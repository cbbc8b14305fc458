/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-import-plan.h"

/* A cell is one number: more columns than this no file has. */
#define COLUMNS 512

static gpointer
cell_key (guint row, guint column)
{
  return GUINT_TO_POINTER (row * COLUMNS + column);
}

static int
compare_fixes_cb (gconstpointer a, gconstpointer b)
{
  const MusterImportFix *first = a, *second = b;

  if (first->row != second->row)
    return first->row < second->row ? -1 : 1;
  return first->column < second->column ? -1 : first->column > second->column;
}

static gboolean
is_alike (const MusterFinding *a, const MusterFinding *b)
{
  return a->column_index == b->column_index && strcmp (a->rule, b->rule) == 0;
}

/* What is proposed for a text is for every cell that has it. */
static gboolean
take_for_all (MusterImportOptions *options, MusterImportPlan *plan, const MusterFinding *finding)
{
  g_autofree const char **cells = g_new0 (const char *, options->n_fields);
  g_autofree char *wanted = muster_text_fold (finding->value);

  for (guint row = 0; row < muster_sheet_get_n_rows (plan->sheet); row++)
    {
      g_autofree char *text = NULL;

      muster_import_options_get_row (options, plan->sheet, row, cells);
      text = muster_text_fold (cells[finding->column_index]);
      if (strcmp (text, wanted) == 0)
        muster_import_options_fix (options, row, finding->column_index, finding->fix);
    }
  return TRUE;
}

gboolean
muster_import_options_take (MusterImportOptions *options, MusterImportPlan *plan, const MusterFinding *finding)
{
  if (finding->fix == NULL || finding->column_index < 0)
    return FALSE;
  if (finding->row == MUSTER_FINDING_NO_ROW)
    return take_for_all (options, plan, finding);
  muster_import_options_fix (options, finding->row, finding->column_index, finding->fix);
  return TRUE;
}

void
muster_import_options_fix (MusterImportOptions *options, guint row, guint column, const char *text)
{
  g_return_if_fail (column < options->n_fields);
  if (text != NULL)
    g_hash_table_insert (options->fixes, cell_key (row, column), g_strdup (text));
  else
    g_hash_table_remove (options->fixes, cell_key (row, column));
}

const char *
muster_import_options_get_fix (const MusterImportOptions *options, guint row, guint column)
{
  return g_hash_table_lookup (options->fixes, cell_key (row, column));
}

guint
muster_import_options_count_fixes (const MusterImportOptions *options)
{
  return g_hash_table_size (options->fixes);
}

GArray *
muster_import_options_list_fixes (const MusterImportOptions *options)
{
  GArray *fixes = g_array_new (FALSE, FALSE, sizeof (MusterImportFix));
  GHashTableIter iter;
  gpointer key, text;

  g_hash_table_iter_init (&iter, options->fixes);
  while (g_hash_table_iter_next (&iter, &key, &text))
    {
      MusterImportFix fix = { GPOINTER_TO_UINT (key) / COLUMNS, GPOINTER_TO_UINT (key) % COLUMNS, text };

      g_array_append_val (fixes, fix);
    }
  g_array_sort (fixes, compare_fixes_cb);
  return fixes;
}

void
muster_import_options_leave_out (MusterImportOptions *options, guint row, gboolean out)
{
  if (out)
    g_hash_table_add (options->left_out, GUINT_TO_POINTER (row));
  else
    g_hash_table_remove (options->left_out, GUINT_TO_POINTER (row));
}

gboolean
muster_import_options_is_left_out (const MusterImportOptions *options, guint row)
{
  return g_hash_table_contains (options->left_out, GUINT_TO_POINTER (row));
}

guint
muster_import_options_count_left_out (const MusterImportOptions *options)
{
  return g_hash_table_size (options->left_out);
}

void
muster_import_options_decide (MusterImportOptions *options, guint row, gint64 person)
{
  if (person != 0)
    g_hash_table_insert (options->persons, GUINT_TO_POINTER (row), g_memdup2 (&person, sizeof person));
  else
    g_hash_table_remove (options->persons, GUINT_TO_POINTER (row));
}

gint64
muster_import_options_get_decision (const MusterImportOptions *options, guint row)
{
  const gint64 *person = g_hash_table_lookup (options->persons, GUINT_TO_POINTER (row));

  return person != NULL ? *person : 0;
}

void
muster_import_options_inactivate (MusterImportOptions *options, gint64 person, gboolean inactivate)
{
  if (inactivate)
    g_hash_table_add (options->inactivate, g_memdup2 (&person, sizeof person));
  else
    g_hash_table_remove (options->inactivate, &person);
}

gboolean
muster_import_options_inactivates (const MusterImportOptions *options, gint64 person)
{
  return options->inactivate_missing || g_hash_table_contains (options->inactivate, &person);
}

void
muster_import_options_get_row (const MusterImportOptions *options, MusterSheet *sheet, guint row, const char **cells)
{
  muster_sheet_get_row (sheet, row, cells);
  if (g_hash_table_size (options->fixes) == 0)
    return;
  for (guint i = 0; i < options->n_fields; i++)
    {
      const char *fix = muster_import_options_get_fix (options, row, i);

      if (fix != NULL)
        cells[i] = fix;
    }
}

guint
muster_import_options_fix_alike (MusterImportOptions *options, MusterImportPlan *plan, const MusterFinding *finding)
{
  guint n = 0;

  for (guint i = 0; i < plan->findings->len; i++)
    n += is_alike (finding, plan->findings->pdata[i]) && muster_import_options_take (options, plan, plan->findings->pdata[i]);
  return n;
}

guint
muster_import_options_fix_all (MusterImportOptions *options, MusterImportPlan *plan, const char *rule)
{
  guint n = 0;

  for (guint i = 0; i < plan->findings->len; i++)
    {
      const MusterFinding *finding = plan->findings->pdata[i];

      n += (rule == NULL || strcmp (finding->rule, rule) == 0) && muster_import_options_take (options, plan, finding);
    }
  return n;
}

void
muster_import_options_keep (MusterImportOptions *options, MusterImportPlan *plan, guint row)
{
  g_autoptr (GHashTable) opposed = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer other;

  for (guint i = 0; i < plan->findings->len; i++)
    {
      const MusterFinding *finding = plan->findings->pdata[i];

      if (finding->row == row && finding->other_row != MUSTER_FINDING_NO_ROW)
        g_hash_table_add (opposed, GUINT_TO_POINTER (finding->other_row));
      else if (finding->other_row == row)
        g_hash_table_add (opposed, GUINT_TO_POINTER (finding->row));
    }
  /* Of several the first is named by all others. */
  for (guint i = 0; i < plan->findings->len; i++)
    {
      const MusterFinding *finding = plan->findings->pdata[i];

      if (finding->other_row != MUSTER_FINDING_NO_ROW && finding->row != row && g_hash_table_contains (opposed, GUINT_TO_POINTER (finding->other_row)))
        muster_import_options_leave_out (options, finding->row, TRUE);
    }
  g_hash_table_iter_init (&iter, opposed);
  while (g_hash_table_iter_next (&iter, &other, NULL))
    muster_import_options_leave_out (options, GPOINTER_TO_UINT (other), TRUE);
}

guint
muster_import_options_leave_out_alike (MusterImportOptions *options, MusterImportPlan *plan, const MusterFinding *finding)
{
  guint before = g_hash_table_size (options->left_out);

  for (guint i = 0; i < plan->findings->len; i++)
    {
      const MusterFinding *other = plan->findings->pdata[i];

      /* What is said of the header is about no row. */
      if (is_alike (finding, other) && other->line != muster_sheet_get_header_line (plan->sheet))
        muster_import_options_leave_out (options, other->row, TRUE);
    }
  return g_hash_table_size (options->left_out) - before;
}
