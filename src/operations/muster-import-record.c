/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-import-commit-private.h"
#include "store/muster-import-lines.h"
#include "store/muster-import-mapping.h"
#include "store/muster-import-table.h"

static void
get_line_cb (gsize i, MusterImportLine *line, gconstpointer user_data)
{
  const MusterImportPlan *plan = user_data;

  *line = (MusterImportLine) { muster_sheet_get_line (plan->sheet, (guint) i), plan->people[i], plan->fates[i] };
}

gboolean
muster_import_save_record (MusterWork *work, MusterImportPlan *plan, gint64 *id, GError **error)
{
  const char delimiter[] = { muster_sheet_get_delimiter (plan->sheet), '\0' };
  const char *snapshot = muster_work_keep_snapshot (work, error);
  g_autoptr (MusterImport) record = NULL;

  if (snapshot == NULL)
    return FALSE;
  record = g_new0 (MusterImport, 1);
  record->file_name = g_strdup (muster_sheet_get_file_name (plan->sheet));
  record->file_size = muster_sheet_get_file_size (plan->sheet);
  record->file_hash = g_strdup (muster_sheet_get_file_hash (plan->sheet));
  record->encoding = g_strdup (muster_sheet_get_encoding (plan->sheet));
  record->delimiter = g_strdup (delimiter);
  record->sheet = g_strdup (muster_sheet_get_sheet_name (plan->sheet));
  record->key = g_strdup (muster_import_key_to_code (plan->options->key));
  record->mode = g_strdup (muster_import_mode_to_code (plan->options->mode));
  record->profile = g_strdup (plan->options->profile);
  record->mapping = muster_import_mapping_dup (plan->options->fields, plan->headers, plan->options->n_fields);
  record->digest = g_strdup (plan->digest);
  record->rows = muster_sheet_get_n_rows (plan->sheet);
  memcpy (record->counts, plan->counts, sizeof record->counts);
  record->account_id = muster_work_get_account (work)->id;
  record->recorded = muster_work_get_time (work);
  record->snapshot = g_strdup (snapshot);
  if (!muster_import_table_save (muster_work_get_database (work), record, error))
    return FALSE;
  *id = record->id;
  return TRUE;
}

gboolean
muster_import_save_lines (MusterWork *work, MusterImportPlan *plan, gint64 id, GError **error)
{
  g_autoptr (GBytes) bytes = muster_import_lines_encode_each (muster_sheet_get_n_rows (plan->sheet), get_line_cb, plan);

  return muster_import_table_save_lines (muster_work_get_database (work), id, bytes, error);
}
