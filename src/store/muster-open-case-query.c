/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-open-case-query.h"

#include "store/muster-database-private.h"

static const char *const open_sql =
  "SELECT 1 FROM main.corrective_action WHERE assister_id = ?1 AND state = 'open'"
  " UNION ALL SELECT 1 FROM main.decision WHERE assister_id = ?1 AND state = 'proposed'"
  " UNION ALL SELECT 1 FROM main.incident_person p JOIN main.incident i ON i.id = p.incident_id WHERE p.assister_id = ?1 AND NOT p.removed AND i.state = 'open' LIMIT 1";

gboolean
muster_open_case_query_has (MusterDatabase *database, gint64 assister_id, gboolean *open, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, open_sql, error);

  if (statement == NULL)
    return FALSE;
  muster_statement_bind_int (statement, 1, assister_id);
  return muster_statement_step (statement, open, error);
}
