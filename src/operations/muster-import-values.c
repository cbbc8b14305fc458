/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-import-values.h"

#include <string.h>

#include "domain/muster-identifier.h"

#define MAX_VALUES 100

static int
compare_values_cb (gconstpointer a, gconstpointer b)
{
  const MusterImportValue *first = a, *second = b;

  if (first->count != second->count)
    return first->count > second->count ? -1 : 1;
  return strcmp (first->text, second->text);
}

GArray *
muster_import_values_list (MusterSheet *sheet, guint column)
{
  g_autofree const char **cells = g_new0 (const char *, muster_sheet_get_n_columns (sheet));
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  GArray *values = g_array_new (FALSE, FALSE, sizeof (MusterImportValue));
  GHashTableIter iter;
  gpointer text, count;

  for (guint row = 0; row < muster_sheet_get_n_rows (sheet); row++)
    {
      muster_sheet_get_row (sheet, row, cells);
      count = g_hash_table_lookup (counts, cells[column]);
      if (count != NULL || g_hash_table_size (counts) < MAX_VALUES)
        g_hash_table_insert (counts, (gpointer) cells[column], GUINT_TO_POINTER (GPOINTER_TO_UINT (count) + 1));
    }
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &text, &count))
    if (!muster_identifier_contains_ssn (text))
      g_array_append_val (values, ((MusterImportValue) { text, GPOINTER_TO_UINT (count) }));
  g_array_sort (values, compare_values_cb);
  return values;
}

gboolean
muster_import_value_is_plain (MusterImportField field, const char *text)
{
  MusterImportRow row = { 0 };
  gboolean good = muster_import_row_set (&row, field, text, NULL);

  muster_import_row_clear (&row);
  return good;
}

gboolean
muster_import_value_is_understood (const MusterImportOptions *options, MusterImportField field, const char *text)
{
  const char *to = NULL;

  return muster_value_map_lookup (options->values, field, text, &to) || muster_import_value_is_plain (field, text);
}
