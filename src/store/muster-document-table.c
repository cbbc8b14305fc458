/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-document-table.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>

#include "domain/muster-error.h"
#include "store/muster-table-private.h"

static const char *const insert_sql = "INSERT INTO document (file_name, media_type, size, hash, account_id, recorded) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
static const char *const insert_content_sql = "INSERT INTO document_content (id, content) VALUES (?1, ?2)";
static const char *const load_sql = "SELECT file_name, media_type, size, hash, account_id, recorded FROM document WHERE id = ?1";
static const char *const content_sql = "SELECT content FROM document_content WHERE id = ?1";
static const char *const ids_sql = "SELECT id FROM document ORDER BY id";

static char *
dup_hash (GBytes *content)
{
  guint8 hash[crypto_generichash_BYTES];
  char text[2 * crypto_generichash_BYTES + 1];
  gsize size;
  const guint8 *data = g_bytes_get_data (content, &size);

  crypto_generichash (hash, sizeof hash, data, size, NULL, 0);
  return g_strdup (sodium_bin2hex (text, sizeof text, hash, sizeof hash));
}

static gboolean
save_content (MusterDatabase *database, gint64 id, GBytes *content, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, insert_content_sql, error);
  gsize size;
  gconstpointer data = g_bytes_get_data (content, &size);

  if (statement == NULL)
    return FALSE;
  muster_statement_bind_int (statement, 1, id);
  muster_statement_bind_blob (statement, 2, data, size);
  return muster_statement_run (statement, error);
}

gboolean
muster_document_table_save (MusterDatabase *database, MusterDocument *document, GBytes *content, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, insert_sql, error);

  if (statement == NULL)
    return FALSE;
  g_free (document->hash);
  document->hash = dup_hash (content);
  document->size = g_bytes_get_size (content);
  muster_statement_bind_text (statement, 1, document->file_name);
  muster_statement_bind_text (statement, 2, document->media_type);
  muster_statement_bind_int (statement, 3, document->size);
  muster_statement_bind_text (statement, 4, document->hash);
  muster_statement_bind_int (statement, 5, document->account_id);
  muster_statement_bind_int (statement, 6, document->recorded);
  if (!muster_statement_run (statement, error))
    return FALSE;
  document->id = muster_database_get_last_id (database);
  return save_content (database, document->id, content, error);
}

MusterDocument *
muster_document_table_load (MusterDatabase *database, gint64 id, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, load_sql, error);
  MusterDocument *document;
  gboolean row;

  if (statement == NULL)
    return NULL;
  muster_statement_bind_int (statement, 1, id);
  if (!muster_statement_step (statement, &row, error))
    return NULL;
  if (!row)
    {
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, id);

      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND, _("There is no document %s in this register."), number);
      return NULL;
    }
  document = g_new0 (MusterDocument, 1);
  document->id = id;
  document->file_name = muster_statement_dup_text (statement, 0);
  document->media_type = muster_statement_dup_text (statement, 1);
  document->size = muster_statement_get_int (statement, 2);
  document->hash = muster_statement_dup_text (statement, 3);
  document->account_id = muster_statement_get_int (statement, 4);
  document->recorded = muster_statement_get_int (statement, 5);
  return document;
}

/* @content: %NULL where it is gone. */
static gboolean
read_content (MusterDatabase *database, gint64 id, GBytes **content, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, content_sql, error);
  gboolean row;

  *content = NULL;
  if (statement == NULL)
    return FALSE;
  muster_statement_bind_int (statement, 1, id);
  if (!muster_statement_step (statement, &row, error))
    return FALSE;
  if (row)
    *content = muster_statement_dup_blob (statement, 0);
  return TRUE;
}

GBytes *
muster_document_table_load_content (MusterDatabase *database, gint64 id, GError **error)
{
  g_autoptr (MusterDocument) document = muster_document_table_load (database, id, error);
  g_autoptr (GBytes) content = NULL;
  g_autofree char *hash = NULL;

  if (document == NULL || !read_content (database, id, &content, error))
    return NULL;
  hash = content != NULL ? dup_hash (content) : NULL;
  if (g_strcmp0 (hash, document->hash) == 0)
    return g_steal_pointer (&content);
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_DAMAGED, _("The document “%s” is not what was saved. Verify the journal, and restore a backup."), document->file_name);
  return NULL;
}

gboolean
muster_document_table_check_all (MusterDatabase *database, gint64 *first_bad, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, ids_sql, error);
  g_autoptr (GArray) ids = statement != NULL ? muster_table_collect_ids (statement, error) : NULL;

  *first_bad = 0;
  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (GError) problem = NULL;
      g_autoptr (GBytes) content = muster_document_table_load_content (database, g_array_index (ids, gint64, i), &problem);

      if (content != NULL)
        continue;
      if (g_error_matches (problem, MUSTER_ERROR, MUSTER_ERROR_DAMAGED))
        {
          *first_bad = g_array_index (ids, gint64, i);
          return TRUE;
        }
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  return TRUE;
}
