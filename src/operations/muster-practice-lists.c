/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-practice-lists.h"

#include <glib/gstdio.h>

#include "domain/muster-error.h"
#include "operations/muster-operations-resources.h"
#include "operations/muster-reconcile-list.h"
#include "store/muster-reconciliation-table.h"

#define FOLDER "/org/muster/Muster/practice/"

/* The file speaks of the plan year, of the one before, and of the one before that. */
static char *
dup_text (const char *name, guint plan_year, GError **error)
{
  static const char *const words[] = { "@YEAR@", "@LAST@", "@BEFORE@" };
  g_autofree char *resource_path = g_strconcat (FOLDER, name, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (muster_operations_get_resource (), resource_path, 0, error);
  GString *text;

  if (bytes == NULL)
    return NULL;
  text = g_string_new_len (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *year = g_strdup_printf ("%u", plan_year - i);

      g_string_replace (text, words[i], year, 0);
    }
  return g_string_free_and_steal (text);
}

static gboolean
compare (MusterStore *store, const char *path, guint plan_year, const GDate *today, GError **error)
{
  MusterDatabase *database = muster_store_read (store, error);
  g_autoptr (MusterListReading) reading = NULL;
  MusterReconcileRequest request;

  if (database == NULL)
    return FALSE;
  reading = muster_list_reading_new (database, path, plan_year, today, NULL, NULL, NULL, error);
  muster_store_read_done (store, database);
  request.reading = reading;
  return reading != NULL && muster_store_run (store, &muster_reconcile_list, &request, NULL, NULL, error);
}

gboolean
muster_practice_reconcile (MusterStore *store, const char *name, guint plan_year, const GDate *today, GError **error)
{
  g_autofree char *text = dup_text (name, plan_year, error);
  g_autofree char *folder = text != NULL ? g_dir_make_tmp ("muster-practice-XXXXXX", error) : NULL;
  g_autofree char *path = NULL;
  gboolean done;

  if (folder == NULL)
    return FALSE;
  path = g_build_filename (folder, name, NULL);
  done = g_file_set_contents (path, text, -1, error) && compare (store, path, g_str_has_prefix (name, "registrations") ? plan_year : 0, today, error);
  g_unlink (path);
  g_rmdir (folder);
  return done;
}

static gint64
find_task (MusterStore *store, gint64 person, GError **error)
{
  const MusterTaskFilter filter = { .assister_id = person, .only_open = TRUE };
  MusterDatabase *database = muster_store_read (store, error);
  g_autoptr (GPtrArray) tasks = NULL;

  if (database == NULL)
    return 0;
  tasks = muster_reconciliation_table_list_tasks (database, &filter, error);
  muster_store_read_done (store, database);
  if (tasks == NULL)
    return 0;
  if (tasks->len > 0)
    return ((MusterReconciliationTask *) tasks->pdata[0])->id;
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND, "There is no task of a comparison about this person.");
  return 0;
}

gboolean
muster_practice_close_task (MusterStore *store, gint64 person, const char *note, GError **error)
{
  MusterCloseTask request = { find_task (store, person, error), note };

  return request.task_id != 0 && muster_store_run (store, &muster_close_task, &request, NULL, NULL, error);
}
