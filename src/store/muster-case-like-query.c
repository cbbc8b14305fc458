/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-case-like-query.h"

#include "domain/muster-account-person.h"
#include "store/muster-account-table.h"
#include "store/muster-case-sight-query.h"
#include "store/muster-database-private.h"
#include "store/muster-people-table.h"
#include "store/muster-table-private.h"

/* “main.”: whatever the connection shows. */
static const char *const subjects_sql[MUSTER_N_CASE_KINDS] = {
  "SELECT assister_id FROM main.incident_person WHERE incident_id = ?1 AND NOT removed ORDER BY id",
  "SELECT assister_id FROM main.corrective_action WHERE id = ?1",
  "SELECT assister_id FROM main.decision WHERE id = ?1",
};

static GPtrArray *
list_subjects (MusterDatabase *database, MusterCaseKind kind, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_assister_free);
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, subjects_sql[kind], error);
  g_autoptr (GArray) ids = NULL;

  if (statement == NULL)
    return NULL;
  muster_statement_bind_int (statement, 1, id);
  ids = muster_table_collect_ids (statement, error);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      MusterAssister *person = muster_people_table_load (database, g_array_index (ids, gint64, i), error);

      if (person == NULL)
        return NULL;
      g_ptr_array_add (people, person);
    }
  return ids != NULL ? g_steal_pointer (&people) : NULL;
}

/* Adds what is to be said of @account, which sees the case. */
static void
add_remarks (GPtrArray *remarks, const MusterAccount *account, GPtrArray *people)
{
  for (guint i = 0; !account->person_said && i < people->len; i++)
    if (muster_account_find_person_tie (account, people->pdata[i]) == MUSTER_PERSON_LIKE)
      g_ptr_array_add (remarks, muster_account_dup_like_remark (account, people->pdata[i]));
}

GPtrArray *
muster_case_like_query_list (MusterDatabase *database, MusterCaseKind kind, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) remarks = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) people = list_subjects (database, kind, id, error);
  g_autoptr (GArray) keepers = people != NULL ? muster_case_sight_query_list_keepers (database, kind, id, error) : NULL;

  for (guint i = 0; keepers != NULL && i < keepers->len; i++)
    {
      const MusterCaseKeeper *keeper = &g_array_index (keepers, MusterCaseKeeper, i);
      g_autoptr (MusterAccount) account = NULL;

      if (!keeper->sees || keeper->is_subject)
        continue;
      account = muster_account_table_load (database, keeper->account_id, error);
      if (account == NULL)
        return NULL;
      add_remarks (remarks, account, people);
    }
  return keepers != NULL ? g_steal_pointer (&remarks) : NULL;
}
