/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-task-item.h"

#include <glib/gi18n-lib.h>

#include "documents/muster-data.h"
#include "domain/muster-assister.h"
#include "gui/muster-gui-names.h"
#include "gui/muster-gui-text.h"
#include "store/muster-reconciliation-table.h"

struct _MusterTaskItem
{
  GObject parent_instance;

  MusterReconciliationTask *task;
  char *person;
  char *title;
  char *words; /* folded */
};

G_DEFINE_FINAL_TYPE (MusterTaskItem, muster_task_item, G_TYPE_OBJECT)

static void
muster_task_item_finalize (GObject *object)
{
  MusterTaskItem *self = MUSTER_TASK_ITEM (object);

  muster_reconciliation_task_free (self->task);
  g_free (self->person);
  g_free (self->title);
  g_free (self->words);
  G_OBJECT_CLASS (muster_task_item_parent_class)->finalize (object);
}

static void
muster_task_item_class_init (MusterTaskItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_task_item_finalize;
}

static void
muster_task_item_init (MusterTaskItem *self)
{
}

MusterTaskItem *
muster_task_item_new (MusterReconciliationTask *task, const char *person)
{
  MusterTaskItem *self = g_object_new (MUSTER_TYPE_TASK_ITEM, NULL);
  g_autofree char *code = muster_assister_dup_code (task->assister_id);
  g_autofree char *words = NULL;

  self->task = task;
  self->person = g_strdup (person);
  self->title = muster_reconciliation_task_dup_title (task, muster_data_get_public_lists ());
  words = g_strdup_printf ("%s %s %s %s", person, code, task->npn != NULL ? task->npn : "", self->title);
  self->words = muster_text_fold (words);
  return self;
}

GPtrArray *
muster_task_item_list (MusterStore *store, GError **error)
{
  const MusterTaskFilter all = { 0 };
  MusterDatabase *database = muster_store_read (store, error);
  g_autoptr (GPtrArray) tasks = NULL;
  GPtrArray *items;

  if (database == NULL)
    return NULL;
  tasks = muster_reconciliation_table_list_tasks (database, &all, error);
  items = tasks != NULL ? g_ptr_array_new_with_free_func (g_object_unref) : NULL;
  /* The items take the records over. */
  if (tasks != NULL)
    g_ptr_array_set_free_func (tasks, NULL);
  for (guint i = 0; tasks != NULL && i < tasks->len; i++)
    {
      MusterReconciliationTask *task = tasks->pdata[i];
      g_autofree char *person = muster_gui_names_dup_listed (database, task->assister_id);

      g_ptr_array_add (items, muster_task_item_new (task, person));
    }
  muster_store_read_done (store, database);
  return items;
}

const MusterReconciliationTask *
muster_task_item_get_task (MusterTaskItem *self)
{
  return self->task;
}

const char *
muster_task_item_get_person (MusterTaskItem *self)
{
  return self->person;
}

const char *
muster_task_item_get_title (MusterTaskItem *self)
{
  return self->title;
}

char *
muster_task_item_dup_detail (MusterTaskItem *self)
{
  g_autofree char *closed = NULL;

  if (self->task->state == MUSTER_TASK_OPEN)
    return muster_task_item_dup_text (self->task);
  closed = muster_gui_text_dup_time (self->task->closed);
  /* Translators: a moment, and what came of a task */
  return g_strdup_printf (_("Closed %s: %s"), closed, self->task->note);
}

gboolean
muster_task_item_is_in (MusterTaskItem *self, MusterTaskTile tile)
{
  gboolean is_open = self->task->state == MUSTER_TASK_OPEN;

  switch (tile)
    {
    case MUSTER_TASK_TILE_OPEN:
      return is_open;
    case MUSTER_TASK_TILE_CURED:
      return is_open && self->task->cured_by != 0;
    case MUSTER_TASK_TILE_CLOSED:
      return !is_open;
    case MUSTER_TASK_TILE_ALL:
    default:
      return TRUE;
    }
}

gboolean
muster_task_item_matches (MusterTaskItem *self, const char *folded)
{
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (self->words, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

char *
muster_task_item_dup_text (const MusterReconciliationTask *task)
{
  const char *list = muster_public_lists_get_name (muster_data_get_public_lists (), task->kind);
  const char *advice = muster_list_finding_get_advice (task->finding);
  g_autoptr (GString) said = g_string_new (task->said);

  if (task->cured_by != 0)
    advice = _("A newer list no longer says so: if that settles it, close the task.");
  if (task->said == NULL)
    return g_strdup (advice);
  g_string_replace (said, "; ", " · ", 0);
  /* Translators: what to do; the name of a list, the number of a line in it, and what stands there */
  return g_strdup_printf (_("%s\n%s, line %u: %s"), advice, list, task->line, said->str);
}
