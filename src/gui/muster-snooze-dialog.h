/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gui/muster-form-dialog.h"

#define MUSTER_TYPE_SNOOZE_DIALOG (muster_snooze_dialog_get_type ())
/** MusterSnoozeDialog: a line of today’s list is put off: until when, and why. */
G_DECLARE_FINAL_TYPE (MusterSnoozeDialog, muster_snooze_dialog, MUSTER, SNOOZE_DIALOG, MusterFormDialog)

/** @item: as of muster_today_dup_key(); @title: what people see of it. */
AdwDialog *muster_snooze_dialog_new (MusterStore *store, const char *item, const char *title);
