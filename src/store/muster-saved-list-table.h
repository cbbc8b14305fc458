/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-saved-list.h"
#include "store/muster-roster-query.h"

/* Lists of the roster that an account keeps: filters under a name, compared folded. Saving outside of an operation fails. */

/** MusterSavedList: one of them. */
typedef struct
{
  gint64 id;
  char *name;
  MusterSavedFilter *filter;
} MusterSavedList;

void muster_saved_list_free (MusterSavedList *list);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterSavedList, muster_saved_list_free)

/** Sets what of @roster a list can ask for to what @filter asks for; words are borrowed. */
void muster_saved_filter_apply (const MusterSavedFilter *filter, MusterRosterFilter *roster);
/** Returns: (transfer full): what of @roster a list can keep. */
MusterSavedFilter *muster_saved_filter_new_from_roster (const MusterRosterFilter *roster);

/** Returns: (transfer full) (element-type MusterSavedList): those of the account, by name. */
GPtrArray *muster_saved_list_table_list (MusterDatabase *database, gint64 account_id, GError **error);
/** Returns: (transfer full): the one called @name; MUSTER_ERROR_NOT_FOUND, with the names there are. */
MusterSavedList *muster_saved_list_table_load (MusterDatabase *database, gint64 account_id, const char *name, GError **error);
/** Whether there is one called @name. */
gboolean muster_saved_list_table_has (MusterDatabase *database, gint64 account_id, const char *name, gboolean *has, GError **error);
/** Adds a list, or puts it in the place of the one of that name, a removed one too. @name: tidy. */
gboolean muster_saved_list_table_save (MusterDatabase *database, gint64 account_id, const char *name, const char *filter, gint64 recorded, GError **error);
/** Removes the one called @name, which is there. */
gboolean muster_saved_list_table_remove (MusterDatabase *database, gint64 account_id, const char *name, gint64 recorded, GError **error);
