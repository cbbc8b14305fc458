/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-evidence-table.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"
#include "store/muster-table-private.h"

#define COLUMNS "assister_id, requirement, said, on_day, expires, source, import_id, line, account_id, recorded, superseded_by, outcome, score, version, document_id, note"
/* Whatever takes other evidence back is no evidence; it says why. */
#define NO_WITHDRAWAL " AND requirement NOT LIKE '" MUSTER_EVIDENCE_WITHDRAWN ":%'"
#define WITHDRAWN "(SELECT w.note FROM evidence w WHERE w.id = evidence.superseded_by AND w.requirement LIKE '" MUSTER_EVIDENCE_WITHDRAWN ":%')"
#define ALL COLUMNS ", id, " WITHDRAWN
#define OF_PERSON " FROM evidence WHERE assister_id = ?1 AND taken_back IS NULL"

static const char *const insert_sql = "INSERT INTO evidence (" COLUMNS ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)";
static const char *const supersede_sql = "UPDATE evidence SET superseded_by = ?2 WHERE id = ?1 AND superseded_by IS NULL";
static const char *const list_sql = "SELECT " ALL OF_PERSON NO_WITHDRAWAL " ORDER BY id DESC";
static const char *const load_sql = "SELECT " ALL " FROM evidence WHERE id = ?1 AND taken_back IS NULL";
static const char *const of_import_sql = "SELECT " ALL " FROM evidence WHERE import_id = ?1 AND superseded_by IS NULL AND taken_back IS NULL ORDER BY id";
static const char *const newest_sql = "SELECT " ALL OF_PERSON " AND requirement = ?2 AND superseded_by IS NULL ORDER BY id DESC LIMIT 1";
static const char *const said_sql = "SELECT " ALL OF_PERSON " AND requirement = ?2 AND (superseded_by IS NULL OR " WITHDRAWN " IS NOT NULL) ORDER BY id DESC LIMIT 1";

static gpointer
read_evidence (MusterStatement *statement, GError **error)
{
  MusterEvidence *evidence = muster_evidence_new ();

  evidence->assister_id = muster_statement_get_int (statement, 0);
  evidence->requirement = muster_statement_dup_text (statement, 1);
  evidence->said = muster_statement_dup_text (statement, 2);
  muster_statement_get_date (statement, 3, &evidence->on);
  muster_statement_get_date (statement, 4, &evidence->expires);
  evidence->source = muster_statement_dup_text (statement, 5);
  evidence->import_id = muster_statement_get_int (statement, 6);
  evidence->line = (guint) muster_statement_get_int (statement, 7);
  evidence->account_id = muster_statement_get_int (statement, 8);
  evidence->recorded = muster_statement_get_int (statement, 9);
  evidence->superseded_by = muster_statement_get_int (statement, 10);
  evidence->outcome = muster_statement_dup_text (statement, 11);
  evidence->score = muster_statement_get_text (statement, 12) != NULL ? (int) muster_statement_get_int (statement, 12) : -1;
  evidence->version = muster_statement_dup_text (statement, 13);
  evidence->document_id = muster_statement_get_int (statement, 14);
  evidence->note = muster_statement_dup_text (statement, 15);
  evidence->id = muster_statement_get_int (statement, 16);
  evidence->withdrawn = muster_statement_dup_text (statement, 17);
  return evidence;
}

static void
bind_evidence_cb (MusterStatement *statement, int first, gpointer row)
{
  const MusterEvidence *evidence = row;

  muster_statement_bind_int (statement, first, evidence->assister_id);
  muster_statement_bind_text (statement, first + 1, evidence->requirement);
  muster_statement_bind_text (statement, first + 2, evidence->said);
  muster_statement_bind_date (statement, first + 3, &evidence->on);
  muster_statement_bind_date (statement, first + 4, &evidence->expires);
  muster_statement_bind_text (statement, first + 5, evidence->source);
  muster_statement_bind_id (statement, first + 6, evidence->import_id);
  muster_statement_bind_id (statement, first + 7, evidence->line);
  muster_statement_bind_int (statement, first + 8, evidence->account_id);
  muster_statement_bind_int (statement, first + 9, evidence->recorded);
  muster_statement_bind_id (statement, first + 10, evidence->superseded_by);
  muster_statement_bind_text (statement, first + 11, evidence->outcome);
  if (evidence->score >= 0)
    muster_statement_bind_int (statement, first + 12, evidence->score);
  else
    muster_statement_bind_text (statement, first + 12, NULL);
  muster_statement_bind_text (statement, first + 13, evidence->version);
  muster_statement_bind_id (statement, first + 14, evidence->document_id);
  muster_statement_bind_text (statement, first + 15, evidence->note);
}

gboolean
muster_evidence_table_save_many (MusterDatabase *database, GPtrArray *list, GError **error)
{
  return muster_table_insert_many (database, "evidence", COLUMNS, 16, list, bind_evidence_cb, error);
}

gboolean
muster_evidence_table_save (MusterDatabase *database, MusterEvidence *evidence, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, insert_sql, error);

  if (statement == NULL)
    return FALSE;
  bind_evidence_cb (statement, 1, evidence);
  if (!muster_statement_run (statement, error))
    return FALSE;
  evidence->id = muster_database_get_last_id (database);
  return TRUE;
}

gboolean
muster_evidence_table_supersede (MusterDatabase *database, gint64 id, gint64 by, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, supersede_sql, error);

  if (statement == NULL)
    return FALSE;
  muster_statement_bind_int (statement, 1, id);
  muster_statement_bind_int (statement, 2, by);
  return muster_statement_run (statement, error);
}

GPtrArray *
muster_evidence_table_list (MusterDatabase *database, gint64 assister_id, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, list_sql, error);

  if (statement == NULL)
    return NULL;
  muster_statement_bind_int (statement, 1, assister_id);
  return muster_table_collect (statement, read_evidence, (GDestroyNotify) muster_evidence_free, error);
}

GPtrArray *
muster_evidence_table_list_of_import (MusterDatabase *database, gint64 import_id, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, of_import_sql, error);

  if (statement == NULL)
    return NULL;
  muster_statement_bind_int (statement, 1, import_id);
  return muster_table_collect (statement, read_evidence, (GDestroyNotify) muster_evidence_free, error);
}

MusterEvidence *
muster_evidence_table_load (MusterDatabase *database, gint64 id, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, load_sql, error);
  g_autofree char *code = muster_evidence_dup_code (id);
  gboolean row;

  if (statement == NULL)
    return NULL;
  muster_statement_bind_int (statement, 1, id);
  if (!muster_statement_step (statement, &row, error))
    return NULL;
  if (row)
    return read_evidence (statement, error);
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND, _("There is no evidence %s in this register."), code);
  return NULL;
}

static gboolean
find_newest (MusterDatabase *database, const char *sql, gint64 assister_id, const char *requirement, MusterEvidence **evidence, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, sql, error);
  gboolean row;

  *evidence = NULL;
  if (statement == NULL)
    return FALSE;
  muster_statement_bind_int (statement, 1, assister_id);
  muster_statement_bind_text (statement, 2, requirement);
  if (!muster_statement_step (statement, &row, error))
    return FALSE;
  if (row)
    *evidence = read_evidence (statement, error);
  return TRUE;
}

gboolean
muster_evidence_table_find_newest (MusterDatabase *database, gint64 assister_id, const char *requirement, MusterEvidence **evidence, GError **error)
{
  return find_newest (database, newest_sql, assister_id, requirement, evidence, error);
}

gboolean
muster_evidence_table_find_said (MusterDatabase *database, gint64 assister_id, const char *requirement, MusterEvidence **evidence, GError **error)
{
  return find_newest (database, said_sql, assister_id, requirement, evidence, error);
}
