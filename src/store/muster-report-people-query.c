/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-report-people-query.h"

#include "store/muster-roster-index-private.h"

static const char *const people_sql = "SELECT id, family_name, suffix, given_name, middle_name FROM assister ORDER BY sort_key, id";

static MusterReportPerson *
read_person (MusterStatement *statement, MusterRosterIndex *index, guint position)
{
  const MusterRosterEntry *entry = &index->entries[position];
  MusterReportPerson *person = g_new0 (MusterReportPerson, 1);
  const MusterAssister name = {
    .family_name = (char *) muster_statement_get_text (statement, 1),
    .suffix = (char *) muster_statement_get_text (statement, 2),
    .given_name = (char *) muster_statement_get_text (statement, 3),
    .middle_name = (char *) muster_statement_get_text (statement, 4),
  };

  person->id = entry->id;
  person->name = muster_assister_dup_list_name (&name);
  if (entry->agency != 0)
    person->agency = g_strdup (((const MusterAgency *) index->agencies->pdata[entry->agency - 1])->name);
  person->standing = muster_roster_entry_get_standing (entry);
  return person;
}

GPtrArray *
muster_report_query_people (MusterDatabase *database, MusterRosterIndex *index, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, people_sql, error);
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_report_person_free);
  gboolean row;

  if (statement == NULL)
    return NULL;
  while (TRUE)
    {
      guint position;

      if (!muster_statement_step (statement, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&people);
      position = muster_roster_index_find (index, muster_statement_get_int (statement, 0));
      if (position != MUSTER_ROSTER_NOWHERE)
        g_ptr_array_add (people, read_person (statement, index, position));
    }
}
