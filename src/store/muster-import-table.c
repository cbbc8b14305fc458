/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-import-table.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"
#include "store/muster-table-private.h"

#define COLUMNS "file_name, file_size, file_hash, encoding, delimiter, key, mode, digest, rows, created, updated, unchanged, skipped, conflicts," \
                " rejected, account_id, recorded, undoes, sheet, profile, mapping, snapshot"
#define VALUES "?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22"
#define N_COLUMNS 22

static const char *const load_sql = "SELECT " COLUMNS ", id FROM roster_import WHERE id = ?1";
static const char *const list_sql = "SELECT " COLUMNS ", id FROM roster_import ORDER BY id DESC";
static const char *const insert_sql = "INSERT INTO roster_import (" COLUMNS ") VALUES (" VALUES ")";
static const char *const update_sql = "UPDATE roster_import SET (" COLUMNS ") = (" VALUES ") WHERE id = ?23 AND (" COLUMNS ") IS NOT (" VALUES ")";

/* The column of the first of the counts, which stand in the order of MusterRowFate. */
#define FIRST_COUNT 9
G_STATIC_ASSERT (MUSTER_FATE_CREATED == 0 && MUSTER_FATE_REJECTED == MUSTER_N_FATES - 1 && MUSTER_N_FATES == 6 && MUSTER_N_IMPORT_COUNTS == MUSTER_N_FATES);

static void
bind_import (MusterStatement *statement, const MusterImport *record)
{
  const char *texts[] = { record->encoding, record->delimiter, record->key, record->mode, record->digest };

  muster_statement_bind_text (statement, 1, record->file_name);
  muster_statement_bind_int (statement, 2, record->file_size);
  muster_statement_bind_text (statement, 3, record->file_hash);
  /* A workbook has neither encoding nor delimiter. */
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    muster_statement_bind_text (statement, 4 + i, texts[i] != NULL ? texts[i] : "");
  muster_statement_bind_int (statement, 9, record->rows);
  for (guint i = 0; i < MUSTER_N_FATES; i++)
    muster_statement_bind_int (statement, FIRST_COUNT + 1 + i, record->counts[i]);
  muster_statement_bind_int (statement, 16, record->account_id);
  muster_statement_bind_int (statement, 17, record->recorded);
  muster_statement_bind_id (statement, 18, record->undoes);
  muster_statement_bind_text (statement, 19, record->sheet);
  muster_statement_bind_text (statement, 20, record->profile);
  muster_statement_bind_text (statement, 21, record->mapping);
  muster_statement_bind_text (statement, 22, record->snapshot);
}

static char *
dup_given (MusterStatement *statement, int column)
{
  const char *text = muster_statement_get_text (statement, column);

  return text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

static gpointer
read_import (MusterStatement *statement, GError **error)
{
  MusterImport *record = g_new0 (MusterImport, 1);

  record->file_name = muster_statement_dup_text (statement, 0);
  record->file_size = muster_statement_get_int (statement, 1);
  record->file_hash = muster_statement_dup_text (statement, 2);
  record->encoding = dup_given (statement, 3);
  record->delimiter = dup_given (statement, 4);
  record->key = dup_given (statement, 5);
  record->mode = dup_given (statement, 6);
  record->digest = dup_given (statement, 7);
  record->rows = muster_statement_get_int (statement, 8);
  for (guint i = 0; i < MUSTER_N_FATES; i++)
    record->counts[i] = muster_statement_get_int (statement, FIRST_COUNT + i);
  record->account_id = muster_statement_get_int (statement, 15);
  record->recorded = muster_statement_get_int (statement, 16);
  record->undoes = muster_statement_get_int (statement, 17);
  record->sheet = muster_statement_dup_text (statement, 18);
  record->profile = muster_statement_dup_text (statement, 19);
  record->mapping = muster_statement_dup_text (statement, 20);
  record->snapshot = muster_statement_dup_text (statement, 21);
  record->id = muster_statement_get_int (statement, N_COLUMNS);
  return record;
}

gboolean
muster_import_table_save (MusterDatabase *database, MusterImport *record, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, record->id == 0 ? insert_sql : update_sql, error);

  if (statement == NULL)
    return FALSE;
  bind_import (statement, record);
  if (record->id != 0)
    muster_statement_bind_int (statement, N_COLUMNS + 1, record->id);
  if (!muster_statement_run (statement, error))
    return FALSE;
  if (record->id == 0)
    record->id = muster_database_get_last_id (database);
  return TRUE;
}

MusterImport *
muster_import_table_load (MusterDatabase *database, gint64 id, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, load_sql, error);
  g_autofree char *number = NULL;
  gboolean row;

  if (statement == NULL)
    return NULL;
  muster_statement_bind_int (statement, 1, id);
  if (!muster_statement_step (statement, &row, error))
    return NULL;
  if (row)
    return read_import (statement, error);
  number = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND, _("There is no import with the number %s in this register. Look at the list of imports."), number);
  return NULL;
}

GPtrArray *
muster_import_table_list (MusterDatabase *database, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, list_sql, error);

  if (statement == NULL)
    return NULL;
  return muster_table_collect (statement, read_import, (GDestroyNotify) muster_import_free, error);
}

gboolean
muster_import_table_save_lines (MusterDatabase *database, gint64 id, GBytes *lines, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, "UPDATE roster_import SET lines = ?2 WHERE id = ?1", error);

  if (statement == NULL)
    return FALSE;
  muster_statement_bind_int (statement, 1, id);
  muster_statement_bind_blob (statement, 2, g_bytes_get_data (lines, NULL), g_bytes_get_size (lines));
  return muster_statement_run (statement, error);
}

gboolean
muster_import_table_load_lines (MusterDatabase *database, gint64 id, GBytes **lines, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, "SELECT lines FROM roster_import WHERE id = ?1", error);
  gboolean row;

  *lines = NULL;
  if (statement == NULL)
    return FALSE;
  muster_statement_bind_int (statement, 1, id);
  if (!muster_statement_step (statement, &row, error))
    return FALSE;
  if (row)
    *lines = muster_statement_dup_blob (statement, 0);
  return TRUE;
}
