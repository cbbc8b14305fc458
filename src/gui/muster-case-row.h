/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "gui/muster-case-item.h"

#define MUSTER_TYPE_CASE_ROW (muster_case_row_get_type ())
/** MusterCaseRow: a line of the register of cases. */
G_DECLARE_FINAL_TYPE (MusterCaseRow, muster_case_row, MUSTER, CASE_ROW, GtkBox)

GtkWidget *muster_case_row_new (void);
void muster_case_row_show (MusterCaseRow *self, MusterCaseItem *item);
