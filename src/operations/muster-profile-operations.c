/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-profile-operations.h"

#include "domain/muster-import-names.h"
#include "store/muster-profile-table.h"

static gboolean
perform_save (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  const MusterImportProfile *profile = ((const MusterProfileSaving *) input)->profile;
  gboolean changed;

  if (!muster_import_names_check_profile (profile, error) ||
      !muster_profile_table_save (muster_work_get_database (work), profile, muster_work_get_account (work)->id, muster_work_get_time (work), &changed, error))
    return FALSE;
  if (changed)
    muster_work_add_detail (work, "profile", profile->name);
  else
    muster_work_set_nothing_done (work);
  return TRUE;
}

static gboolean
perform_remove (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  const char *name = ((const MusterProfileRemoval *) input)->name;

  if (!muster_profile_table_remove (muster_work_get_database (work), name, muster_work_get_account (work)->id, muster_work_get_time (work), error))
    return FALSE;
  muster_work_add_detail (work, "profile", name);
  return TRUE;
}

const MusterOperation muster_save_profile = { .name = "save-profile", .perform = perform_save };
const MusterOperation muster_remove_profile = { .name = "remove-profile", .perform = perform_remove };
