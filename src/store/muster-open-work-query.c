/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-open-work-query.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-owner-name.h"
#include "store/muster-table-private.h"

/* What stands there as an owner is text, so that each open one is looked at. */
static const char *const steps_sql =
  "SELECT c.number, s.position, s.owner FROM corrective_action_step s JOIN corrective_action c ON c.id = s.action_id"
  " WHERE c.state = 'open' AND s.done_on IS NULL ORDER BY c.id, s.position";
static const char *const investigates_sql = "SELECT number, 0, investigator FROM incident WHERE state = 'open' AND investigator IS NOT NULL ORDER BY id";
static const char *const concerned_sql =
  "SELECT i.number, 0, NULL FROM incident i JOIN incident_person p ON p.incident_id = i.id WHERE i.state = 'open' AND p.assister_id = ?1 AND NOT p.removed ORDER BY i.id";
static const char *const tasks_sql = "SELECT count(*) FROM reconciliation_task WHERE assister_id = ?1 AND state = 'open' AND cured_by IS NULL";

void
muster_open_work_free (MusterOpenWork *work)
{
  if (work == NULL)
    return;
  g_strfreev (work->steps);
  g_strfreev (work->investigates);
  g_strfreev (work->concerned);
  g_free (work);
}

static char *
dup_line (MusterStatement *statement)
{
  const char *number = muster_statement_get_text (statement, 0);
  int position = muster_statement_get_int (statement, 1);

  /* Translators: a corrective action, and the place of a step in it */
  return position > 0 ? g_strdup_printf (_("%s, step %d"), number, position) : g_strdup (number);
}

/* Returns: %NULL on error. */
static char **
list (MusterDatabase *database, const char *sql, const MusterAssister *person, gboolean by_owner, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, sql, error);
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  gboolean row;

  if (statement == NULL)
    return NULL;
  if (!by_owner)
    muster_statement_bind_int (statement, 1, person->id);
  while (muster_statement_step (statement, &row, error))
    {
      if (!row)
        return g_strv_builder_end (lines);
      if (!by_owner || muster_owner_is (muster_statement_get_text (statement, 2), person))
        g_strv_builder_take (lines, dup_line (statement));
    }
  return NULL;
}

static gboolean
count_tasks (MusterDatabase *database, gint64 person, guint *n, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, tasks_sql, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  muster_statement_bind_int (statement, 1, person);
  if (!muster_statement_step (statement, &row, error))
    return FALSE;
  *n = row ? muster_statement_get_int (statement, 0) : 0;
  return TRUE;
}

MusterOpenWork *
muster_open_work_query (MusterDatabase *database, const MusterAssister *person, GError **error)
{
  g_autoptr (MusterOpenWork) work = g_new0 (MusterOpenWork, 1);

  work->steps = list (database, steps_sql, person, TRUE, error);
  work->investigates = work->steps != NULL ? list (database, investigates_sql, person, TRUE, error) : NULL;
  work->concerned = work->investigates != NULL ? list (database, concerned_sql, person, FALSE, error) : NULL;
  if (work->concerned == NULL || !count_tasks (database, person->id, &work->n_tasks, error))
    return NULL;
  return g_steal_pointer (&work);
}
