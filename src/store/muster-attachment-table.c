/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-attachment-table.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"
#include "store/muster-table-private.h"

/* The place is counted among all of the incident: no row ever goes. */
#define SELECT                                                                                                                                                   \
  "SELECT a.id, a.incident_id, (SELECT count (*) FROM incident_attachment b WHERE b.incident_id = a.incident_id AND b.id <= a.id), a.title, a.withdrawn_reason," \
  " a.withdrawn_account, a.withdrawn_at, a.account_id, a.recorded, d.id, d.file_name, d.media_type, d.size, d.hash, d.account_id, d.recorded"                    \
  " FROM incident_attachment a JOIN document d ON d.id = a.document_id"

static const char *const insert_sql = "INSERT INTO incident_attachment (incident_id, document_id, title, account_id, recorded) VALUES (?1, ?2, ?3, ?4, ?5)";
static const char *const withdraw_sql = "UPDATE incident_attachment SET withdrawn_reason = ?2, withdrawn_account = ?3, withdrawn_at = ?4 WHERE id = ?1 AND withdrawn_at IS NULL";
static const char *const load_sql = SELECT " WHERE a.id = ?1";
static const char *const list_sql = SELECT " WHERE a.incident_id = ?1 ORDER BY a.id";

static gpointer
read_attachment (MusterStatement *statement, GError **error)
{
  MusterAttachment *attachment = g_new0 (MusterAttachment, 1);

  attachment->id = muster_statement_get_int (statement, 0);
  attachment->incident_id = muster_statement_get_int (statement, 1);
  attachment->place = (guint) muster_statement_get_int (statement, 2);
  attachment->title = muster_statement_dup_text (statement, 3);
  attachment->withdrawn_reason = muster_statement_dup_text (statement, 4);
  attachment->withdrawn_account = muster_statement_get_int (statement, 5);
  attachment->withdrawn_at = muster_statement_get_int (statement, 6);
  attachment->account_id = muster_statement_get_int (statement, 7);
  attachment->recorded = muster_statement_get_int (statement, 8);
  attachment->document = g_new0 (MusterDocument, 1);
  attachment->document->id = muster_statement_get_int (statement, 9);
  attachment->document->file_name = muster_statement_dup_text (statement, 10);
  attachment->document->media_type = muster_statement_dup_text (statement, 11);
  attachment->document->size = muster_statement_get_int (statement, 12);
  attachment->document->hash = muster_statement_dup_text (statement, 13);
  attachment->document->account_id = muster_statement_get_int (statement, 14);
  attachment->document->recorded = muster_statement_get_int (statement, 15);
  return attachment;
}

static GPtrArray *
list (MusterDatabase *database, const char *sql, gint64 id, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, sql, error);

  if (statement == NULL)
    return NULL;
  muster_statement_bind_int (statement, 1, id);
  return muster_table_collect (statement, read_attachment, (GDestroyNotify) muster_attachment_free, error);
}

gboolean
muster_attachment_table_save (MusterDatabase *database, MusterAttachment *attachment, gint64 document_id, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, insert_sql, error);

  if (statement == NULL)
    return FALSE;
  muster_statement_bind_int (statement, 1, attachment->incident_id);
  muster_statement_bind_int (statement, 2, document_id);
  muster_statement_bind_text (statement, 3, attachment->title);
  muster_statement_bind_int (statement, 4, attachment->account_id);
  muster_statement_bind_int (statement, 5, attachment->recorded);
  if (!muster_statement_run (statement, error))
    return FALSE;
  attachment->id = muster_database_get_last_id (database);
  return TRUE;
}

gboolean
muster_attachment_table_withdraw (MusterDatabase *database, const MusterAttachment *attachment, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, withdraw_sql, error);

  if (statement == NULL)
    return FALSE;
  muster_statement_bind_int (statement, 1, attachment->id);
  muster_statement_bind_text (statement, 2, attachment->withdrawn_reason);
  muster_statement_bind_int (statement, 3, attachment->withdrawn_account);
  muster_statement_bind_int (statement, 4, attachment->withdrawn_at);
  return muster_statement_run (statement, error);
}

MusterAttachment *
muster_attachment_table_load (MusterDatabase *database, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) found = list (database, load_sql, id, error);

  if (found == NULL)
    return NULL;
  if (found->len > 0)
    return g_ptr_array_steal_index (found, 0);
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND, _("This document of an incident is not in this register. Look at the incident."));
  return NULL;
}

GPtrArray *
muster_attachment_table_list (MusterDatabase *database, gint64 incident_id, GError **error)
{
  return list (database, list_sql, incident_id, error);
}
