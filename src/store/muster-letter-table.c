/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-letter-table.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"
#include "store/muster-cases-table-private.h"
#include "store/muster-table-private.h"

#define COLUMNS "number, kind, about, about_id, assister_id, language, template_hash, checkpoint, document_id, account_id, recorded"
#define SERVICE_COLUMNS "letter_id, method, result, on_day, tracking, note, received_day, account_id, recorded"

static const char *const insert_sql = "INSERT INTO letter (" COLUMNS ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";
static const char *const load_sql = "SELECT " COLUMNS ", id FROM letter WHERE id = ?1";
static const char *const list_sql = "SELECT " COLUMNS ", id FROM letter WHERE ?1 IS NULL OR assister_id = ?1 ORDER BY id DESC";
static const char *const find_sql = "SELECT id FROM letter WHERE number = ?1";
static const char *const serial_sql = "SELECT max(CAST(substr(number, length(?1) + 1) AS INTEGER)) FROM letter WHERE number > ?1 AND number < ?2";
static const char *const insert_service_sql = "INSERT INTO letter_service (" SERVICE_COLUMNS ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
static const char *const services_sql = "SELECT " SERVICE_COLUMNS ", id FROM letter_service WHERE letter_id = ?1 ORDER BY id";
static const char *const notice_sql = "SELECT id FROM letter WHERE kind = 'action-notice' AND about = 'action' AND about_id = ?1 ORDER BY id DESC LIMIT 1";
static const char *const services_of_action_sql =
  "SELECT " SERVICE_COLUMNS ", id FROM letter_service WHERE letter_id IN (SELECT id FROM letter WHERE kind = 'action-notice' AND about = 'action' AND about_id = ?1) ORDER BY id";
static const char *const insert_template_sql = "INSERT INTO letter_template (kind, language, content, account_id, recorded) VALUES (?1, ?2, ?3, ?4, ?5)";
static const char *const template_sql = "SELECT content FROM letter_template WHERE kind = ?1 AND language = ?2 ORDER BY id DESC LIMIT 1";

void
muster_drawn_letter_free (MusterDrawnLetter *letter)
{
  if (letter == NULL)
    return;
  g_free (letter->number);
  g_free (letter->language);
  g_free (letter->template_hash);
  g_free (letter->checkpoint);
  g_free (letter);
}

void
muster_service_free (MusterService *service)
{
  if (service == NULL)
    return;
  g_free (service->tracking);
  g_free (service->note);
  g_free (service);
}

static gpointer
read_letter (MusterStatement *statement, GError **error)
{
  g_autoptr (MusterDrawnLetter) letter = g_new0 (MusterDrawnLetter, 1);

  letter->number = muster_statement_dup_text (statement, 0);
  letter->about_id = muster_statement_get_int (statement, 3);
  letter->assister_id = muster_statement_get_int (statement, 4);
  letter->language = muster_statement_dup_text (statement, 5);
  letter->template_hash = muster_statement_dup_text (statement, 6);
  letter->checkpoint = muster_statement_dup_text (statement, 7);
  letter->document_id = muster_statement_get_int (statement, 8);
  letter->account_id = muster_statement_get_int (statement, 9);
  letter->recorded = muster_statement_get_int (statement, 10);
  letter->id = muster_statement_get_int (statement, 11);
  letter->kind = muster_letter_kind_find (muster_statement_get_text (statement, 1), error);
  if (letter->kind != NULL)
    return g_steal_pointer (&letter);
  muster_table_blame ("letter", letter->id, error);
  return NULL;
}

gboolean
muster_letter_table_save (MusterDatabase *database, MusterDrawnLetter *letter, int year, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, insert_sql, error);

  letter->number = muster_cases_dup_next_number (database, serial_sql, "LT", year, error);
  if (statement == NULL || letter->number == NULL)
    return FALSE;
  muster_statement_bind_text (statement, 1, letter->number);
  muster_statement_bind_text (statement, 2, letter->kind->code);
  muster_statement_bind_text (statement, 3, muster_letter_about_to_code (letter->kind->about));
  muster_statement_bind_int (statement, 4, letter->about_id);
  muster_statement_bind_int (statement, 5, letter->assister_id);
  muster_statement_bind_text (statement, 6, letter->language);
  muster_statement_bind_text (statement, 7, letter->template_hash);
  muster_statement_bind_text (statement, 8, letter->checkpoint);
  muster_statement_bind_int (statement, 9, letter->document_id);
  muster_statement_bind_int (statement, 10, letter->account_id);
  muster_statement_bind_int (statement, 11, letter->recorded);
  if (!muster_statement_run (statement, error))
    return FALSE;
  letter->id = muster_database_get_last_id (database);
  return TRUE;
}

MusterDrawnLetter *
muster_letter_table_load (MusterDatabase *database, gint64 id, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, load_sql, error);
  g_autoptr (GPtrArray) letters = NULL;

  if (statement == NULL)
    return NULL;
  muster_statement_bind_int (statement, 1, id);
  letters = muster_table_collect (statement, read_letter, (GDestroyNotify) muster_drawn_letter_free, error);
  if (letters == NULL || letters->len > 0)
    return letters != NULL ? g_ptr_array_steal_index (letters, 0) : NULL;
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND, _("There is no such letter in this register any more. Look at the list of letters."));
  return NULL;
}

gint64
muster_letter_table_find (MusterDatabase *database, const char *number, GError **error)
{
  return muster_cases_find (database, find_sql, number, error);
}

GPtrArray *
muster_letter_table_list (MusterDatabase *database, gint64 assister_id, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, list_sql, error);

  if (statement == NULL)
    return NULL;
  muster_statement_bind_id (statement, 1, assister_id);
  return muster_table_collect (statement, read_letter, (GDestroyNotify) muster_drawn_letter_free, error);
}

gboolean
muster_letter_table_add_service (MusterDatabase *database, MusterService *service, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, insert_service_sql, error);

  if (statement == NULL)
    return FALSE;
  muster_statement_bind_int (statement, 1, service->letter_id);
  muster_statement_bind_text (statement, 2, muster_service_method_to_code (service->method));
  muster_statement_bind_text (statement, 3, muster_service_result_to_code (service->result));
  muster_statement_bind_date (statement, 4, &service->on);
  muster_statement_bind_text (statement, 5, service->tracking);
  muster_statement_bind_text (statement, 6, service->note);
  muster_statement_bind_date (statement, 7, &service->received);
  muster_statement_bind_int (statement, 8, service->account_id);
  muster_statement_bind_int (statement, 9, service->recorded);
  if (!muster_statement_run (statement, error))
    return FALSE;
  service->id = muster_database_get_last_id (database);
  return TRUE;
}

static gpointer
read_service (MusterStatement *statement, GError **error)
{
  g_autoptr (MusterService) service = g_new0 (MusterService, 1);

  service->letter_id = muster_statement_get_int (statement, 0);
  muster_statement_get_date (statement, 3, &service->on);
  service->tracking = muster_statement_dup_text (statement, 4);
  service->note = muster_statement_dup_text (statement, 5);
  muster_statement_get_date (statement, 6, &service->received);
  service->account_id = muster_statement_get_int (statement, 7);
  service->recorded = muster_statement_get_int (statement, 8);
  service->id = muster_statement_get_int (statement, 9);
  if (muster_service_method_from_code (muster_statement_get_text (statement, 1), &service->method, error) &&
      muster_service_result_from_code (muster_statement_get_text (statement, 2), &service->result, error))
    return g_steal_pointer (&service);
  muster_table_blame ("letter_service", service->id, error);
  return NULL;
}

GPtrArray *
muster_letter_table_list_services (MusterDatabase *database, gint64 letter_id, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, services_sql, error);

  if (statement == NULL)
    return NULL;
  muster_statement_bind_int (statement, 1, letter_id);
  return muster_table_collect (statement, read_service, (GDestroyNotify) muster_service_free, error);
}

GPtrArray *
muster_letter_table_list_services_of_action (MusterDatabase *database, gint64 action_id, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, services_of_action_sql, error);

  if (statement == NULL)
    return NULL;
  muster_statement_bind_int (statement, 1, action_id);
  return muster_table_collect (statement, read_service, (GDestroyNotify) muster_service_free, error);
}

gboolean
muster_letter_table_find_notice (MusterDatabase *database, gint64 action_id, MusterDrawnLetter **letter, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, notice_sql, error);
  gboolean row;

  *letter = NULL;
  if (statement == NULL)
    return FALSE;
  muster_statement_bind_int (statement, 1, action_id);
  if (!muster_statement_step (statement, &row, error))
    return FALSE;
  if (!row)
    return TRUE;
  *letter = muster_letter_table_load (database, muster_statement_get_int (statement, 0), error);
  return *letter != NULL;
}

gboolean
muster_letter_table_set_template (MusterDatabase *database, const char *kind, const char *language, const char *content, gint64 account_id, gint64 recorded, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, insert_template_sql, error);

  if (statement == NULL)
    return FALSE;
  muster_statement_bind_text (statement, 1, kind);
  muster_statement_bind_text (statement, 2, language);
  muster_statement_bind_text (statement, 3, content);
  muster_statement_bind_int (statement, 4, account_id);
  muster_statement_bind_int (statement, 5, recorded);
  return muster_statement_run (statement, error);
}

gboolean
muster_letter_table_find_template (MusterDatabase *database, const char *kind, const char *language, char **content, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, template_sql, error);
  gboolean row;

  *content = NULL;
  if (statement == NULL)
    return FALSE;
  muster_statement_bind_text (statement, 1, kind);
  muster_statement_bind_text (statement, 2, language);
  if (!muster_statement_step (statement, &row, error))
    return FALSE;
  if (row)
    *content = muster_statement_dup_text (statement, 0);
  return TRUE;
}
