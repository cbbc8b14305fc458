/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "store/muster-store.h"

#define MUSTER_TYPE_TASKS_VIEW (muster_tasks_view_get_type ())
/** MusterTasksView: the tasks of comparisons with public lists, by tiles. Rows close a task by "lists.close-task"; where there is none it offers "lists.compare". */
G_DECLARE_FINAL_TYPE (MusterTasksView, muster_tasks_view, MUSTER, TASKS_VIEW, AdwBin)

/** Shows the tasks of @store from now on. */
void muster_tasks_view_set_store (MusterTasksView *self, MusterStore *store);
/** Only those that fit the words of @search. */
void muster_tasks_view_search (MusterTasksView *self, const char *search);
gboolean muster_tasks_view_is_ready (MusterTasksView *self);
/** How many are shown. */
guint muster_tasks_view_get_n_rows (MusterTasksView *self);
