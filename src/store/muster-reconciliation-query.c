/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-reconciliation-query.h"

#include "store/muster-database-private.h"
#include "store/muster-roster-index-private.h"

static const char *const people_sql = "SELECT id, npn FROM assister ORDER BY id";

/* %FALSE for somebody who is not on the roster, or of whom no list can speak. */
static gboolean
read_person (MusterStatement *statement, MusterRosterIndex *index, MusterListPerson *person)
{
  const char *npn = muster_statement_get_text (statement, 1);
  guint position;

  person->id = muster_statement_get_int (statement, 0);
  person->npn = npn != NULL ? muster_list_npn_read (npn) : 0;
  position = muster_roster_index_find (index, person->id);
  if (position == MUSTER_ROSTER_NOWHERE)
    return FALSE;
  /* The broker is the first of the roles. */
  G_STATIC_ASSERT (MUSTER_ASSISTER_BROKER == 1 << 0);
  person->state = index->entries[position].facts.states[0];
  person->active = index->entries[position].facts.active;
  return person->npn != 0 || person->state != MUSTER_STATE_NONE;
}

GArray *
muster_reconciliation_query_people (MusterDatabase *database, const GDate *today, GCancellable *cancellable, GError **error)
{
  g_autoptr (MusterRosterIndex) index = muster_roster_index_new (database, today, NULL, cancellable, error);
  g_autoptr (GArray) people = g_array_new (FALSE, TRUE, sizeof (MusterListPerson));
  g_autoptr (MusterStatement) statement = NULL;
  gboolean row;

  if (index == NULL)
    return NULL;
  statement = muster_database_prepare (database, people_sql, error);
  if (statement == NULL)
    return NULL;
  while (TRUE)
    {
      MusterListPerson person = { 0 };

      if (!muster_statement_step (statement, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&people);
      if (read_person (statement, index, &person))
        g_array_append_val (people, person);
    }
}
