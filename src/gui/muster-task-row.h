/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "gui/muster-task-item.h"

#define MUSTER_TYPE_TASK_ROW (muster_task_row_get_type ())
/** MusterTaskRow: whom a task is about, what was found, and buttons to the person and to close it ("lists.close-task"). */
G_DECLARE_FINAL_TYPE (MusterTaskRow, muster_task_row, MUSTER, TASK_ROW, GtkBox)

/** @may_close: whether the account may close tasks. */
GtkWidget *muster_task_row_new (gboolean may_close);
void muster_task_row_show (MusterTaskRow *self, MusterTaskItem *item);
