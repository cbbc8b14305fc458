/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-roster-people.h"

#include "store/muster-roster-index-private.h"

gboolean
muster_roster_people_foreach (MusterDatabase *database, MusterRosterIndex *index, const gint64 *ids, guint n_ids, MusterRosterPersonFunc function, gpointer data,
                              GError **error)
{
  for (guint i = 0; i < n_ids; i++)
    {
      guint position = muster_roster_index_find (index, ids[i]);
      g_autoptr (MusterAssister) person = NULL;
      const MusterRosterEntry *entry;
      MusterRosterPerson found;

      if (position == MUSTER_ROSTER_NOWHERE)
        continue;
      person = muster_people_table_load (database, ids[i], error);
      if (person == NULL)
        return FALSE;
      entry = &index->entries[position];
      found.person = person;
      found.agency = entry->agency != 0 ? ((MusterAgency *) index->agencies->pdata[entry->agency - 1])->name : NULL;
      found.standing = muster_roster_entry_get_standing (entry);
      if (!function (&found, data, error))
        return FALSE;
    }
  return TRUE;
}
