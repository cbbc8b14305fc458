/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "domain/muster-reconciliation.h"
#include "store/muster-store.h"

/** MusterTaskTile: a count at the head of the tasks of comparisons, and what it shows. */
typedef enum
{
  MUSTER_TASK_TILE_OPEN,
  MUSTER_TASK_TILE_CURED, /* open, and a later list no longer says so */
  MUSTER_TASK_TILE_CLOSED,
  MUSTER_TASK_TILE_ALL,
} MusterTaskTile;

#define MUSTER_N_TASK_TILES 4

#define MUSTER_TYPE_TASK_ITEM (muster_task_item_get_type ())
/** MusterTaskItem: a task of a comparison with a public list; never changes. */
G_DECLARE_FINAL_TYPE (MusterTaskItem, muster_task_item, MUSTER, TASK_ITEM, GObject)

/** Takes @task; @person: the name. */
MusterTaskItem *muster_task_item_new (MusterReconciliationTask *task, const char *person);
/** Returns: (transfer full) (element-type MusterTaskItem): all there are, newest first; for a thread of its own. */
GPtrArray *muster_task_item_list (MusterStore *store, GError **error);

const MusterReconciliationTask *muster_task_item_get_task (MusterTaskItem *self);
const char *muster_task_item_get_person (MusterTaskItem *self);
/** Returns: what was found, with its reason. */
const char *muster_task_item_get_title (MusterTaskItem *self);
/** Returns: (transfer full): what the list says, or what to do; what came of it, once it is closed. */
char *muster_task_item_dup_detail (MusterTaskItem *self);
gboolean muster_task_item_is_in (MusterTaskItem *self, MusterTaskTile tile);
/** Whether each word of @folded (muster_text_fold()) is in its name, NPN, or what was found. */
gboolean muster_task_item_matches (MusterTaskItem *self, const char *folded);

/** Returns: (transfer full): what @task rests on and what to do about it, in lines for people. */
char *muster_task_item_dup_text (const MusterReconciliationTask *task);
