/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ctl/muster-ctl-reconcile.h"

#include <glib/gi18n-lib.h>

#include "ctl/muster-ctl-options.h"
#include "ctl/muster-ctl-person-json.h"
#include "ctl/muster-ctl-session.h"
#include "documents/muster-data.h"
#include "domain/muster-error.h"
#include "operations/muster-reconcile-list.h"
#include "store/muster-people-table.h"
#include "store/muster-reconciliation-table.h"

static char *
dup_person_name (MusterDatabase *database, gint64 id, GError **error)
{
  g_autoptr (MusterAssister) person = muster_people_table_load (database, id, error);

  return person != NULL ? muster_assister_dup_list_name (person) : NULL;
}

static void
fill_id (JsonBuilder *json, const char *key, gint64 id)
{
  if (id != 0)
    muster_ctl_json_number (json, key, id);
  else
    muster_ctl_json_text (json, key, NULL);
}

static void
fill_said (JsonBuilder *json, const MusterReconciliationTask *task)
{
  const char *reason = NULL;

  if (task->status != NULL)
    muster_public_lists_find_status (muster_data_get_public_lists (), task->status, &reason);
  muster_ctl_json_text (json, "finding", muster_list_finding_to_code (task->finding));
  muster_ctl_json_text (json, "text", muster_list_finding_get_label (task->finding));
  muster_ctl_json_text (json, "advice", muster_list_finding_get_advice (task->finding));
  muster_ctl_json_text (json, "status", task->status);
  muster_ctl_json_text (json, "reason", reason);
  muster_ctl_json_text (json, "npn", task->npn);
  muster_ctl_json_text (json, "list", muster_list_kind_to_code (task->kind));
  fill_id (json, "plan_year", task->plan_year);
  fill_id (json, "line", task->line);
  muster_ctl_json_text (json, "said", task->said);
}

gboolean
muster_ctl_json_task (JsonBuilder *json, MusterDatabase *database, const MusterReconciliationTask *task, GError **error)
{
  g_autofree char *code = muster_assister_dup_code (task->assister_id);
  g_autofree char *name = dup_person_name (database, task->assister_id, error);
  g_autofree char *account = NULL;

  if (name == NULL || !muster_ctl_dup_account_name (database, task->closed_account, &account, error))
    return FALSE;
  fill_id (json, "task", task->id);
  fill_id (json, "reconciliation", task->reconciliation_id);
  muster_ctl_json_text (json, "person", code);
  muster_ctl_json_text (json, "name", name);
  fill_said (json, task);
  muster_ctl_json_text (json, "state", muster_task_state_to_code (task->state));
  fill_id (json, "cured_by", task->cured_by);
  muster_ctl_json_text (json, "note", task->note);
  muster_ctl_json_text (json, "closed_by", account);
  muster_ctl_json_time (json, "closed", task->closed);
  return TRUE;
}

void
muster_ctl_json_comparison (JsonBuilder *json, const MusterReconciliation *record)
{
  muster_ctl_json_text (json, "list", muster_list_kind_to_code (record->kind));
  fill_id (json, "plan_year", record->plan_year);
  muster_ctl_json_text (json, "file", record->file_name);
  muster_ctl_json_number (json, "size", record->file_size);
  muster_ctl_json_text (json, "sha256", record->file_hash);
  muster_ctl_json_number (json, "rows", record->rows);
}

MusterCtlTable *
muster_ctl_task_table_new (const char *last_header)
{
  return muster_ctl_table_new (6, (const char *[]) { _("Task"), _("Person"), _("Name"), _("Finding"), _("Line"), last_header });
}

gboolean
muster_ctl_task_table_add (MusterCtlTable *table, MusterDatabase *database, const MusterReconciliationTask *task, const char *more, GError **error)
{
  g_autofree char *number = task->id != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, task->id) : NULL;
  g_autofree char *code = muster_assister_dup_code (task->assister_id);
  g_autofree char *name = dup_person_name (database, task->assister_id, error);
  g_autofree char *title = muster_reconciliation_task_dup_title (task, muster_data_get_public_lists ());
  g_autofree char *line = task->line != 0 ? g_strdup_printf ("%u", task->line) : NULL;

  if (name == NULL)
    return FALSE;
  muster_ctl_table_add (table, (const char *[]) { number, code, name, title, line, more });
  return TRUE;
}

static gboolean
fill_record (JsonBuilder *json, MusterDatabase *database, const MusterReconciliation *record, GError **error)
{
  g_autofree char *account = NULL;

  if (!muster_ctl_dup_account_name (database, record->account_id, &account, error))
    return FALSE;
  muster_ctl_json_number (json, "reconciliation", record->id);
  muster_ctl_json_comparison (json, record);
  muster_ctl_json_number (json, "compared", record->people);
  muster_ctl_json_time (json, "time", record->recorded);
  muster_ctl_json_text (json, "account", account);
  return TRUE;
}

static gboolean
print_list_json (MusterDatabase *database, GPtrArray *records, GError **error)
{
  g_autoptr (JsonBuilder) json = muster_ctl_json_new ();
  guint n_open;

  if (!muster_reconciliation_table_count_open (database, &n_open, NULL, error))
    return FALSE;
  muster_ctl_json_number (json, "open_tasks", n_open);
  muster_ctl_json_begin_list (json, "reconciliations");
  for (guint i = 0; i < records->len; i++)
    {
      json_builder_begin_object (json);
      if (!fill_record (json, database, g_ptr_array_index (records, i), error))
        return FALSE;
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  muster_ctl_json_print (json);
  return TRUE;
}

static void
print_list (GPtrArray *records)
{
  const char *headers[] = { _("Comparison"), _("When"), _("List"), _("Plan year"), _("File"), _("People") };
  g_autoptr (MusterCtlTable) table = muster_ctl_table_new (G_N_ELEMENTS (headers), headers);

  for (guint i = 0; i < records->len; i++)
    {
      const MusterReconciliation *record = g_ptr_array_index (records, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, record->id);
      g_autofree char *when = muster_ctl_dup_time (record->recorded);
      g_autofree char *year = record->plan_year != 0 ? g_strdup_printf ("%u", record->plan_year) : NULL;
      g_autofree char *people = g_strdup_printf ("%u", record->people);
      const char *name = muster_public_lists_get_name (muster_data_get_public_lists (), record->kind);

      muster_ctl_table_add (table, (const char *[]) { id, when, name, year, record->file_name, people });
    }
  muster_ctl_table_print (table);
}

int
muster_ctl_reconcile_list (MusterCtl *ctl, GError **error)
{
  MusterDatabase *database = muster_ctl_read (ctl, error);
  g_autoptr (GPtrArray) records = database != NULL ? muster_reconciliation_table_list (database, error) : NULL;

  if (records == NULL)
    return -1;
  if (ctl->json)
    return print_list_json (database, records, error) ? MUSTER_EXIT_DONE : -1;
  print_list (records);
  return MUSTER_EXIT_DONE;
}

/* 0 on error. */
static gint64
get_number (MusterCtl *ctl, const char *problem, GError **error)
{
  const char *text = muster_ctl_get_argument (ctl, 0);
  guint64 number;

  if (g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT64, &number, NULL))
    return number;
  /* Translators: a sentence that says how something is named, then what was given. */
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("%s: “%s”."), problem, text);
  return 0;
}

static gboolean
print_tasks_json (MusterDatabase *database, const MusterReconciliation *record, GPtrArray *tasks, GError **error)
{
  g_autoptr (JsonBuilder) json = muster_ctl_json_new ();

  if (!fill_record (json, database, record, error))
    return FALSE;
  muster_ctl_json_begin_list (json, "tasks");
  for (guint i = 0; i < tasks->len; i++)
    {
      json_builder_begin_object (json);
      if (!muster_ctl_json_task (json, database, g_ptr_array_index (tasks, i), error))
        return FALSE;
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  muster_ctl_json_print (json);
  return TRUE;
}

static gboolean
print_tasks (MusterDatabase *database, GPtrArray *tasks, GError **error)
{
  g_autoptr (MusterCtlTable) table = muster_ctl_task_table_new (_("State"));

  for (guint i = 0; i < tasks->len; i++)
    {
      const MusterReconciliationTask *task = g_ptr_array_index (tasks, i);
      gboolean is_cured = task->state == MUSTER_TASK_OPEN && task->cured_by != 0;
      g_autofree char *closed = task->state == MUSTER_TASK_CLOSED ? g_strdup_printf ("%s: %s", muster_task_state_get_label (task->state), task->note) : NULL;
      const char *open = is_cured ? _("May be closed: the list no longer says so") : muster_task_state_get_label (MUSTER_TASK_OPEN);

      if (!muster_ctl_task_table_add (table, database, task, closed != NULL ? closed : open, error))
        return FALSE;
    }
  muster_ctl_table_print (table);
  return TRUE;
}

int
muster_ctl_reconcile_show (MusterCtl *ctl, GError **error)
{
  MusterTaskFilter filter = { .only_open = muster_ctl_has (ctl, "open") };
  g_autoptr (MusterReconciliation) record = NULL;
  g_autoptr (GPtrArray) tasks = NULL;

  filter.reconciliation_id = get_number (ctl, _("A comparison is named by its number, which this is not"), error);
  if (filter.reconciliation_id == 0 || muster_ctl_read (ctl, error) == NULL)
    return -1;
  record = muster_reconciliation_table_load (ctl->database, filter.reconciliation_id, error);
  tasks = record != NULL ? muster_reconciliation_table_list_tasks (ctl->database, &filter, error) : NULL;
  if (tasks == NULL)
    return -1;
  if (ctl->json)
    return print_tasks_json (ctl->database, record, tasks, error) ? MUSTER_EXIT_DONE : -1;
  return print_tasks (ctl->database, tasks, error) ? MUSTER_EXIT_DONE : -1;
}

int
muster_ctl_reconcile_close (MusterCtl *ctl, GError **error)
{
  MusterCloseTask request = { 0, muster_ctl_get (ctl, "note") };
  g_autoptr (MusterReconciliationTask) task = NULL;
  g_autoptr (JsonBuilder) json = NULL;

  if (!muster_ctl_check_may (ctl, muster_close_task.name, error))
    return -1;
  request.task_id = get_number (ctl, _("A task is named by its number, which this is not"), error);
  if (request.task_id == 0 || !muster_ctl_perform (ctl, &muster_close_task, &request, NULL, error))
    return -1;
  task = muster_ctl_read (ctl, error) != NULL ? muster_reconciliation_table_load_task (ctl->database, request.task_id, error) : NULL;
  if (task == NULL)
    return -1;
  if (!ctl->json)
    {
      if (!ctl->quiet)
        muster_ctl_print ("%s\n", _("The task is closed."));
      return MUSTER_EXIT_DONE;
    }
  json = muster_ctl_json_new ();
  if (!muster_ctl_json_task (json, ctl->database, task, error))
    return -1;
  muster_ctl_json_print (json);
  return MUSTER_EXIT_DONE;
}
