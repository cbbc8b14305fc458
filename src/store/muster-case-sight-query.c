/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-case-sight-query.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"
#include "domain/muster-operation-rule.h"
#include "store/muster-account-table.h"
#include "store/muster-cases-table.h"
#include "store/muster-incident-table.h"
#include "store/muster-own-person-query.h"
#include "store/muster-row-view.h"
#include "store/muster-table-private.h"

/* “main.”: what is closed is found in all that there is, on a connection that shows only what is open as well. */
static const char *const said_sql = "SELECT kind, case_id, access FROM main.case_access WHERE subject_account = ?1 ORDER BY id";

static const char *const subject_sql[MUSTER_N_CASE_KINDS] = {
  "SELECT incident_id FROM main.incident_person WHERE assister_id = ?1 AND NOT removed",
  "SELECT id FROM main.corrective_action WHERE assister_id = ?1",
  "SELECT id FROM main.decision WHERE assister_id = ?1",
};

static const char *const number_sql[MUSTER_N_CASE_KINDS] = {
  "SELECT number FROM incident WHERE id = ?1",
  "SELECT number FROM corrective_action WHERE id = ?1",
  "SELECT number FROM decision WHERE id = ?1",
};

/* Who let an account in, and when; the first case was made before. */
static const char *const let_in_sql =
  "SELECT e.account_id, c.entry, c.after FROM main.journal_change c JOIN main.journal_entry e ON e.sequence = c.entry"
  " WHERE c.table_number = ?1 AND c.row_id = ?2 AND c.entry < ?3 AND e.account_id <> ?2 AND e.operation IN ('add-account', 'change-account') AND EXISTS"
  " (SELECT 1 FROM main.journal_change m WHERE m.table_number IN (?4, ?5, ?6) AND m.row_id = 1 AND m.entry < c.entry)";
static const char *const made_sql = "SELECT min (entry) FROM main.journal_change WHERE table_number = ?1 AND row_id = ?2";

static const MusterTable case_tables[MUSTER_N_CASE_KINDS] = { MUSTER_TABLE_INCIDENT, MUSTER_TABLE_ACTION, MUSTER_TABLE_DECISION };

/* What comes from a case. */
static const struct
{
  MusterCaseKind from;
  MusterCaseKind kind;
  const char *sql;
} comes_from[] = {
  { MUSTER_CASE_INCIDENT, MUSTER_CASE_ACTION, "SELECT id FROM main.corrective_action WHERE incident_id = ?1" },
  { MUSTER_CASE_ACTION, MUSTER_CASE_DECISION, "SELECT decision_id FROM main.decision_action WHERE action_id = ?1" },
  { MUSTER_CASE_DECISION, MUSTER_CASE_DECISION, "SELECT id FROM main.decision WHERE calls_off = ?1" },
};

/* What counts for each case of which anything does: id → MusterCaseSight. */
typedef struct
{
  MusterDatabase *database;
  MusterCaseSights *sights;
  GHashTable *cases[MUSTER_N_CASE_KINDS];
} Finding;

static void
finding_clear (Finding *finding)
{
  for (guint i = 0; i < MUSTER_N_CASE_KINDS; i++)
    g_clear_pointer (&finding->cases[i], g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Finding, finding_clear)

static GHashTable *
ids_new (GDestroyNotify free_value)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_value);
}

static MusterCaseSight *
get_sight (Finding *finding, MusterCaseKind kind, gint64 id)
{
  MusterCaseSight *sight = g_hash_table_lookup (finding->cases[kind], &id);

  if (sight == NULL)
    {
      sight = g_new0 (MusterCaseSight, 1);
      g_hash_table_insert (finding->cases[kind], g_memdup2 (&id, sizeof id), sight);
    }
  return sight;
}

static GArray *
list_ids (MusterDatabase *database, const char *sql, gint64 id, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, sql, error);

  if (statement == NULL)
    return NULL;
  muster_statement_bind_int (statement, 1, id);
  return muster_table_collect_ids (statement, error);
}

static gboolean
load_said (Finding *finding, gint64 account_id, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (finding->database, said_sql, error);
  gboolean row = TRUE;

  if (statement == NULL)
    return FALSE;
  muster_statement_bind_int (statement, 1, account_id);
  while (TRUE)
    {
      MusterCaseKind kind;
      MusterAccess access;

      if (!muster_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      if (!muster_case_kind_from_code (muster_statement_get_text (statement, 0), &kind, error) || !muster_access_from_code (muster_statement_get_text (statement, 2), &access, error))
        return muster_table_blame ("case_access", account_id, error);
      get_sight (finding, kind, muster_statement_get_int (statement, 1))->said = access;
    }
}

static gboolean
load_subject (Finding *finding, GError **error)
{
  for (guint i = 0; i < finding->sights->people->len; i++)
    for (guint kind = 0; kind < MUSTER_N_CASE_KINDS; kind++)
      {
        g_autoptr (GArray) ids = list_ids (finding->database, subject_sql[kind], g_array_index (finding->sights->people, gint64, i), error);

        for (guint j = 0; ids != NULL && j < ids->len; j++)
          {
            gint64 id = g_array_index (ids, gint64, j);

            get_sight (finding, kind, id)->is_subject = TRUE;
            g_hash_table_add (finding->sights->own[kind], g_memdup2 (&id, sizeof id));
          }
        if (ids == NULL)
          return FALSE;
      }
  return TRUE;
}

/* By whom an account was let in, and by which entry. */
typedef struct
{
  gint64 by;
  gint64 entry;
} LettingIn;

static gboolean load (MusterDatabase *database, const MusterAccount *account, gint64 before, MusterCaseSights *sights, GError **error);

static gboolean
was_let_in (MusterStatement *statement, const MusterTableShape *shape)
{
  gsize size;
  const guint8 *bytes = muster_statement_get_blob (statement, 2, &size);
  MusterRowView view;

  return bytes != NULL && muster_row_view_read (&view, shape, bytes, size) && muster_row_view_get_int (&view, "disabled") == 0;
}

static gboolean
gather_let_in (MusterStatement *statement, const MusterTableShape *shape, GArray *list, GError **error)
{
  gboolean row;

  while (muster_statement_step (statement, &row, error))
    {
      const LettingIn deed = { row ? muster_statement_get_int (statement, 0) : 0, row ? muster_statement_get_int (statement, 1) : 0 };

      if (!row)
        return TRUE;
      if (was_let_in (statement, shape))
        g_array_append_val (list, deed);
    }
  return FALSE;
}

/* Those that let @account_id in by an entry before @before. */
static GArray *
list_let_in (MusterDatabase *database, gint64 account_id, gint64 before, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, let_in_sql, error);
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (LettingIn));
  MusterTableShape shape;
  gboolean done;

  if (statement == NULL || !muster_table_shape_load (database, "account", &shape, error))
    return NULL;
  muster_statement_bind_int (statement, 1, muster_table_get_number (MUSTER_TABLE_ACCOUNT));
  muster_statement_bind_int (statement, 2, account_id);
  muster_statement_bind_int (statement, 3, before);
  for (guint kind = 0; kind < MUSTER_N_CASE_KINDS; kind++)
    muster_statement_bind_int (statement, 4 + kind, muster_table_get_number (case_tables[kind]));
  done = gather_let_in (statement, &shape, list, error);
  muster_table_shape_clear (&shape);
  return done ? g_steal_pointer (&list) : NULL;
}

/* Whether there was the case before @entry. */
static gboolean
was_there (MusterDatabase *database, MusterCaseKind kind, gint64 id, gint64 entry, gboolean *was, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, made_sql, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  muster_statement_bind_int (statement, 1, muster_table_get_number (case_tables[kind]));
  muster_statement_bind_int (statement, 2, id);
  if (!muster_statement_step (statement, &row, error))
    return FALSE;
  *was = row && muster_statement_get_int (statement, 0) < entry;
  return TRUE;
}

static gboolean
inherit_from (Finding *finding, const LettingIn *deed, GError **error)
{
  g_autoptr (MusterAccount) account = muster_account_table_load (finding->database, deed->by, error);
  g_auto (MusterCaseSights) sights = { 0 };
  GHashTableIter iter;
  gpointer id;

  if (account == NULL || !load (finding->database, account, deed->entry, &sights, error))
    return FALSE;
  for (guint kind = 0; kind < MUSTER_N_CASE_KINDS; kind++)
    for (g_hash_table_iter_init (&iter, sights.closed[kind]); g_hash_table_iter_next (&iter, &id, NULL);)
      {
        gboolean was;

        if (!was_there (finding->database, kind, *(const gint64 *) id, deed->entry, &was, error))
          return FALSE;
        if (was)
          get_sight (finding, kind, *(const gint64 *) id)->is_inherited = TRUE;
      }
  return TRUE;
}

/* Each looks at what was done before only, so that this ends. */
static gboolean
load_inherited (Finding *finding, gint64 account_id, gint64 before, GError **error)
{
  g_autoptr (GArray) list = list_let_in (finding->database, account_id, before, error);

  for (guint i = 0; list != NULL && i < list->len; i++)
    if (!inherit_from (finding, &g_array_index (list, LettingIn, i), error))
      return FALSE;
  return list != NULL;
}

static gboolean
follow_case (Finding *finding, MusterCaseKind kind, gint64 id, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (comes_from); i++)
    {
      g_autoptr (GArray) ids = comes_from[i].from == kind ? list_ids (finding->database, comes_from[i].sql, id, error) : NULL;

      if (comes_from[i].from == kind && ids == NULL)
        return FALSE;
      for (guint j = 0; ids != NULL && j < ids->len; j++)
        get_sight (finding, comes_from[i].kind, g_array_index (ids, gint64, j))->comes_from_closed = TRUE;
    }
  return TRUE;
}

/* Sets @id to a case of @kind that is closed and has not been taken note of; 0: there is none. */
static gint64
find_next (Finding *finding, MusterCaseKind kind)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, finding->cases[kind]);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (!muster_case_may_see (value) && !g_hash_table_contains (finding->sights->closed[kind], key))
      return *(const gint64 *) key;
  return 0;
}

/* Kind by kind, since what comes from a case is of the same kind or a later one. */
static gboolean
close_cases (Finding *finding, GError **error)
{
  for (guint kind = 0; kind < MUSTER_N_CASE_KINDS; kind++)
    for (gint64 id = find_next (finding, kind); id != 0; id = find_next (finding, kind))
      {
        g_hash_table_add (finding->sights->closed[kind], g_memdup2 (&id, sizeof id));
        if (!follow_case (finding, kind, id, error))
          return FALSE;
      }
  return TRUE;
}

void
muster_case_sights_clear (MusterCaseSights *sights)
{
  g_clear_pointer (&sights->people, g_array_unref);
  for (guint i = 0; i < MUSTER_N_CASE_KINDS; i++)
    {
      g_clear_pointer (&sights->closed[i], g_hash_table_unref);
      g_clear_pointer (&sights->own[i], g_hash_table_unref);
    }
}

static gboolean
load (MusterDatabase *database, const MusterAccount *account, gint64 before, MusterCaseSights *sights, GError **error)
{
  g_auto (Finding) finding = { .database = database, .sights = sights };

  for (guint i = 0; i < MUSTER_N_CASE_KINDS; i++)
    {
      finding.cases[i] = ids_new (g_free);
      sights->closed[i] = ids_new (NULL);
      sights->own[i] = ids_new (NULL);
    }
  sights->people = muster_own_person_query_list (database, account, MUSTER_OWN_NAMES_OF_CASES, error);
  return sights->people != NULL && load_said (&finding, account->id, error) && load_subject (&finding, error) && load_inherited (&finding, account->id, before, error) && close_cases (&finding, error);
}

gboolean
muster_case_sight_query_load (MusterDatabase *database, const MusterAccount *account, MusterCaseSights *sights, GError **error)
{
  return load (database, account, G_MAXINT64, sights, error);
}

gboolean
muster_case_sights_may_see (const MusterCaseSights *sights, MusterCaseKind kind, gint64 id)
{
  return !g_hash_table_contains (sights->closed[kind], &id);
}

gboolean
muster_case_sights_is_empty (const MusterCaseSights *sights)
{
  for (guint i = 0; i < MUSTER_N_CASE_KINDS; i++)
    if (g_hash_table_size (sights->closed[i]) > 0)
      return FALSE;
  return TRUE;
}

gboolean
muster_case_sights_opens (const MusterCaseSights *own, const MusterCaseSights *before, const MusterCaseSights *after)
{
  GHashTableIter iter;
  gpointer id;

  for (guint kind = 0; kind < MUSTER_N_CASE_KINDS; kind++)
    for (g_hash_table_iter_init (&iter, before->closed[kind]); g_hash_table_iter_next (&iter, &id, NULL);)
      if (g_hash_table_contains (own->closed[kind], id) && !g_hash_table_contains (after->closed[kind], id))
        return TRUE;
  return FALSE;
}

GArray *
muster_case_sight_query_list_keepers (MusterDatabase *database, MusterCaseKind kind, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) accounts = muster_account_table_list (database, error);
  g_autoptr (GArray) keepers = g_array_new (FALSE, FALSE, sizeof (MusterCaseKeeper));

  for (guint i = 0; accounts != NULL && i < accounts->len; i++)
    {
      const MusterAccount *account = accounts->pdata[i];
      g_auto (MusterCaseSights) sights = { 0 };
      MusterCaseKeeper keeper = { .account_id = account->id, .role = account->role };

      if (account->disabled)
        continue;
      if (!muster_case_sight_query_load (database, account, &sights, error))
        return NULL;
      keeper.sees = muster_case_sights_may_see (&sights, kind, id);
      keeper.is_subject = g_hash_table_contains (sights.own[kind], &id);
      g_array_append_val (keepers, keeper);
    }
  return accounts != NULL ? g_steal_pointer (&keepers) : NULL;
}

gint64
muster_case_sight_query_find (MusterDatabase *database, const char *number, MusterCaseKind *kind, GError **error)
{
  if (!muster_case_kind_from_number (number, kind, error))
    return 0;
  if (*kind == MUSTER_CASE_INCIDENT)
    return muster_incident_table_find (database, number, error);
  return *kind == MUSTER_CASE_ACTION ? muster_action_table_find (database, number, error) : muster_decision_table_find (database, number, error);
}

char *
muster_case_sight_query_dup_number (MusterDatabase *database, MusterCaseKind kind, gint64 id, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, number_sql[kind], error);
  gboolean row;

  if (statement == NULL)
    return NULL;
  muster_statement_bind_int (statement, 1, id);
  if (!muster_statement_step (statement, &row, error))
    return NULL;
  if (row)
    return muster_statement_dup_text (statement, 0);
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND, _("The case is not in this register, or it is closed to your account."));
  return NULL;
}
