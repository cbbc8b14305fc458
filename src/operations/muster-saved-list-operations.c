/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-saved-list-operations.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-assister.h"
#include "domain/muster-error.h"
#include "store/muster-saved-list-table.h"

static gboolean
check_free (MusterWork *work, const char *name, GError **error)
{
  gboolean has;

  if (!muster_saved_list_table_has (muster_work_get_database (work), muster_work_get_account (work)->id, name, &has, error))
    return FALSE;
  if (has)
    g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_CONFLICT, _("You have a list “%s” already. Replace it, or give another name."), name);
  return !has;
}

static gboolean
write_list (MusterWork *work, const char *name, const MusterSavedFilter *filter, GError **error)
{
  g_autofree char *text = muster_saved_filter_to_text (filter);

  return muster_saved_list_table_save (muster_work_get_database (work), muster_work_get_account (work)->id, name, text, muster_work_get_time (work), error);
}

static gboolean
perform_save (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  const MusterListSaving *saving = input;
  g_autofree char *name = muster_saved_list_check_name (saving->name, error);

  if (name == NULL || !muster_saved_filter_check (saving->filter, error) || (!saving->replaces && !check_free (work, name, error)) || !write_list (work, name, saving->filter, error))
    return FALSE;
  muster_work_add_detail (work, "list", name);
  return TRUE;
}

static gboolean
remove_list (MusterWork *work, const char *name, GError **error)
{
  return muster_saved_list_table_remove (muster_work_get_database (work), muster_work_get_account (work)->id, name, muster_work_get_time (work), error);
}

/* Only the case, or an accent, may be another: then it is the same list. */
static gboolean
is_same (const char *name, const char *new_name)
{
  g_autofree char *key = muster_text_fold (name), *new_key = muster_text_fold (new_name);

  return g_str_equal (key, new_key);
}

static gboolean
perform_rename (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  const MusterListRenaming *renaming = input;
  g_autoptr (MusterSavedList) list = muster_saved_list_table_load (muster_work_get_database (work), muster_work_get_account (work)->id, renaming->name, error);
  g_autofree char *name = list != NULL ? muster_saved_list_check_name (renaming->new_name, error) : NULL;
  gboolean same;

  if (name == NULL)
    return FALSE;
  same = is_same (list->name, name);
  if ((!same && (!check_free (work, name, error) || !remove_list (work, list->name, error))) || !write_list (work, name, list->filter, error))
    return FALSE;
  muster_work_add_detail (work, "list", list->name);
  muster_work_add_detail (work, "new-name", name);
  return TRUE;
}

static gboolean
perform_remove (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  g_autoptr (MusterSavedList) list = muster_saved_list_table_load (muster_work_get_database (work), muster_work_get_account (work)->id, input, error);

  if (list == NULL || !remove_list (work, list->name, error))
    return FALSE;
  muster_work_add_detail (work, "list", list->name);
  return TRUE;
}

const MusterOperation muster_save_list = { .name = "save-list", .perform = perform_save };
const MusterOperation muster_rename_list = { .name = "rename-list", .perform = perform_rename };
const MusterOperation muster_remove_list = { .name = "remove-list", .perform = perform_remove };
