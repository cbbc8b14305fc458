/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gui/muster-form-dialog.h"
#include "gui/muster-view-day.h"

#define MUSTER_TYPE_DAY_DIALOG (muster_day_dialog_get_type ())
/** MusterDayDialog: asks for the day people are to be looked at. Nothing is recorded; "done" when there is one. */
G_DECLARE_FINAL_TYPE (MusterDayDialog, muster_day_dialog, MUSTER, DAY_DIALOG, MusterFormDialog)

/** Begins with @day. */
AdwDialog *muster_day_dialog_new (MusterStore *store, const MusterViewDay *day);
/** Asks for a day, and then shows the person @id on it, in the window of @widget. */
void muster_day_dialog_ask_about (MusterStore *store, gint64 id, GtkWidget *widget);
/** Returns: (transfer none): the day that was chosen. */
const MusterViewDay *muster_day_dialog_get_day (MusterDayDialog *self);
