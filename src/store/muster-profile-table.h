/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-import-profile.h"
#include "store/muster-database.h"

/* How the files of each sender are read. A profile is known by its name, compared folded. Saving outside an operation fails. */

/** Returns: (transfer full) (element-type MusterImportProfile): all that are not removed, by name. */
GPtrArray *muster_profile_table_list (MusterDatabase *database, GError **error);
/** Returns: (transfer full): the one called @name; NOT_FOUND, with the names there are. */
MusterImportProfile *muster_profile_table_load (MusterDatabase *database, const char *name, GError **error);
/** Adds a profile, or puts it in the place of the one of that name, a removed one too. @changed: (out) (optional): whether that says anything new. */
gboolean muster_profile_table_save (MusterDatabase *database, const MusterImportProfile *profile, gint64 account_id, gint64 recorded, gboolean *changed, GError **error);
/** Removes the one called @name; NOT_FOUND. */
gboolean muster_profile_table_remove (MusterDatabase *database, const char *name, gint64 account_id, gint64 recorded, GError **error);
