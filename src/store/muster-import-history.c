/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-import-history.h"

#include "domain/muster-operation-rule.h"
#include "store/muster-database-private.h"
#include "store/muster-import-table.h"

struct _MusterImportHistory
{
  GPtrArray *records;
  GHashTable *by_entry; /* entry → Made */
  GHashTable *entries;  /* id of a record → entry */
};

typedef struct
{
  gint64 entry;
  const MusterImport *record;
  gboolean counts;
} Made;

/* The table of imports by its number in the journal. */
G_STATIC_ASSERT (MUSTER_TABLE_IMPORT == 1 << 12);
static const char *const made_sql = "SELECT row_id, entry FROM journal_change WHERE table_number = 12 AND before IS NULL";

static const MusterImport *
find_record (MusterImportHistory *history, gint64 id)
{
  for (guint i = 0; i < history->records->len; i++)
    {
      const MusterImport *record = history->records->pdata[i];

      if (record->id == id)
        return record;
    }
  return NULL;
}

static gboolean
load_entries (MusterImportHistory *history, MusterDatabase *database, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, made_sql, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  while (TRUE)
    {
      gint64 id, entry;
      Made *made;

      if (!muster_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      id = muster_statement_get_int (statement, 0);
      entry = muster_statement_get_int (statement, 1);
      made = g_new0 (Made, 1);
      made->entry = entry;
      made->record = find_record (history, id);
      g_hash_table_replace (history->by_entry, &made->entry, made);
      g_hash_table_replace (history->entries, g_memdup2 (&id, sizeof id), g_memdup2 (&entry, sizeof entry));
    }
}

static void
judge (MusterImportHistory *history)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, history->by_entry);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Made *made = value;

      made->counts = made->record == NULL || (made->record->undoes == 0 && muster_import_stands (history->records, made->record->id));
    }
}

MusterImportHistory *
muster_import_history_load (MusterDatabase *database, GError **error)
{
  g_autoptr (MusterImportHistory) history = g_new0 (MusterImportHistory, 1);

  history->by_entry = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  history->entries = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  history->records = muster_import_table_list (database, error);
  if (history->records == NULL || !load_entries (history, database, error))
    return NULL;
  judge (history);
  return g_steal_pointer (&history);
}

void
muster_import_history_free (MusterImportHistory *history)
{
  g_hash_table_unref (history->by_entry);
  g_hash_table_unref (history->entries);
  g_clear_pointer (&history->records, g_ptr_array_unref);
  g_free (history);
}

GPtrArray *
muster_import_history_get_records (MusterImportHistory *history)
{
  return history->records;
}

const MusterImport *
muster_import_history_find (MusterImportHistory *history, gint64 entry)
{
  const Made *made = g_hash_table_lookup (history->by_entry, &entry);

  return made != NULL ? made->record : NULL;
}

gint64
muster_import_history_get_entry (MusterImportHistory *history, gint64 id)
{
  const gint64 *entry = g_hash_table_lookup (history->entries, &id);

  return entry != NULL ? *entry : 0;
}

void
muster_import_history_suppose_undone (MusterImportHistory *history, gint64 id)
{
  MusterImport *record = g_new0 (MusterImport, 1);

  record->id = G_MAXINT64;
  record->undoes = id;
  g_ptr_array_add (history->records, record);
  judge (history);
}

gboolean
muster_import_history_counts (MusterImportHistory *history, gint64 entry)
{
  const Made *made = g_hash_table_lookup (history->by_entry, &entry);

  return made == NULL || made->counts;
}
