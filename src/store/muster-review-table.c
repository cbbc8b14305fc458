/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-review-table.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"
#include "store/muster-cases-table-private.h"
#include "store/muster-table-private.h"

#define PREFIX "AP"
#define COLUMNS "number, decision_id, state, filed, route, note, late, late_reason, due, rule_pack, account_id, recorded, decider, decided_at, reason, conditions, effective"
#define VALUES "?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17"

static const char *const load_sql = "SELECT " COLUMNS ", id FROM review WHERE id = ?1";
static const char *const list_sql = "SELECT " COLUMNS ", id FROM review WHERE (?1 IS NULL OR decision_id = ?1) AND (NOT ?2 OR state = 'pending') ORDER BY filed DESC, id DESC";
static const char *const insert_sql = "INSERT INTO review (" COLUMNS ") VALUES (" VALUES ")";
static const char *const update_sql = "UPDATE review SET (" COLUMNS ") = (" VALUES ") WHERE id = ?18 AND (" COLUMNS ") IS NOT (" VALUES ")";
static const char *const find_sql = "SELECT id FROM review WHERE number = ?1";
static const char *const serial_sql = "SELECT max(CAST(substr(number, length(?1) + 1) AS INTEGER)) FROM review WHERE number > ?1 AND number < ?2";

static gpointer
read_review (MusterStatement *statement, GError **error)
{
  g_autoptr (MusterReview) review = muster_review_new ();

  review->number = muster_statement_dup_text (statement, 0);
  review->decision_id = muster_statement_get_int (statement, 1);
  muster_statement_get_date (statement, 3, &review->filed);
  review->note = muster_statement_dup_text (statement, 5);
  review->late = muster_statement_get_int (statement, 6) != 0;
  review->late_reason = muster_statement_dup_text (statement, 7);
  muster_statement_get_date (statement, 8, &review->due);
  review->rule_pack = muster_statement_dup_text (statement, 9);
  review->account_id = muster_statement_get_int (statement, 10);
  review->recorded = muster_statement_get_int (statement, 11);
  review->decider = muster_statement_get_int (statement, 12);
  review->decided_at = muster_statement_get_int (statement, 13);
  review->reason = muster_statement_dup_text (statement, 14);
  review->conditions = muster_statement_dup_text (statement, 15);
  muster_statement_get_date (statement, 16, &review->effective);
  review->id = muster_statement_get_int (statement, 17);
  if (muster_review_state_from_code (muster_statement_get_text (statement, 2), &review->state, error) &&
      muster_review_route_from_code (muster_statement_get_text (statement, 4), &review->route, error))
    return g_steal_pointer (&review);
  muster_table_blame ("review", review->id, error);
  return NULL;
}

static void
bind_review (MusterStatement *statement, const MusterReview *review)
{
  muster_statement_bind_text (statement, 1, review->number);
  muster_statement_bind_int (statement, 2, review->decision_id);
  muster_statement_bind_text (statement, 3, muster_review_state_to_code (review->state));
  muster_statement_bind_date (statement, 4, &review->filed);
  muster_statement_bind_text (statement, 5, muster_review_route_to_code (review->route));
  muster_statement_bind_text (statement, 6, review->note);
  muster_statement_bind_int (statement, 7, review->late);
  muster_statement_bind_text (statement, 8, review->late_reason);
  muster_statement_bind_date (statement, 9, &review->due);
  muster_statement_bind_text (statement, 10, review->rule_pack);
  muster_statement_bind_int (statement, 11, review->account_id);
  muster_statement_bind_int (statement, 12, review->recorded);
  muster_statement_bind_id (statement, 13, review->decider);
  muster_statement_bind_id (statement, 14, review->decided_at);
  muster_statement_bind_text (statement, 15, review->reason);
  muster_statement_bind_text (statement, 16, review->conditions);
  muster_statement_bind_date (statement, 17, &review->effective);
}

gboolean
muster_review_table_save (MusterDatabase *database, MusterReview *review, int year, GError **error)
{
  gboolean is_new = review->id == 0;
  g_autoptr (MusterStatement) statement = NULL;

  if (review->number == NULL)
    review->number = muster_cases_dup_next_number (database, serial_sql, PREFIX, year, error);
  statement = review->number != NULL ? muster_database_prepare (database, is_new ? insert_sql : update_sql, error) : NULL;
  if (statement == NULL)
    return FALSE;
  bind_review (statement, review);
  if (!is_new)
    muster_statement_bind_int (statement, 18, review->id);
  if (!muster_statement_run (statement, error))
    return FALSE;
  if (is_new)
    review->id = muster_database_get_last_id (database);
  return TRUE;
}

MusterReview *
muster_review_table_load (MusterDatabase *database, gint64 id, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, load_sql, error);
  gboolean row;

  if (statement == NULL)
    return NULL;
  muster_statement_bind_int (statement, 1, id);
  if (!muster_statement_step (statement, &row, error))
    return NULL;
  if (row)
    return read_review (statement, error);
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND, _("This review is not in this register. Look at the list of reviews."));
  return NULL;
}

gint64
muster_review_table_find (MusterDatabase *database, const char *number, GError **error)
{
  return muster_cases_find (database, find_sql, number, error);
}

GPtrArray *
muster_review_table_list (MusterDatabase *database, const MusterReviewFilter *filter, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, list_sql, error);

  if (statement == NULL)
    return NULL;
  muster_statement_bind_id (statement, 1, filter->decision_id);
  muster_statement_bind_int (statement, 2, filter->only_pending);
  return muster_table_collect (statement, read_review, (GDestroyNotify) muster_review_free, error);
}

gboolean
muster_review_table_load_newest (MusterDatabase *database, gint64 decision_id, MusterReview **review, GError **error)
{
  MusterReviewFilter filter = { .decision_id = decision_id };
  g_autoptr (GPtrArray) reviews = muster_review_table_list (database, &filter, error);

  *review = NULL;
  for (guint i = 0; reviews != NULL && *review == NULL && i < reviews->len; i++)
    if (((const MusterReview *) reviews->pdata[i])->state != MUSTER_REVIEW_NOT_ADMITTED)
      *review = g_ptr_array_steal_index (reviews, i);
  return reviews != NULL;
}
