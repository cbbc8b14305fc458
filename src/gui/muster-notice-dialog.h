/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gui/muster-form-dialog.h"

#define MUSTER_TYPE_NOTICE_DIALOG (muster_notice_dialog_get_type ())
/** MusterNoticeDialog: a version of the notice is loaded from a file. */
G_DECLARE_FINAL_TYPE (MusterNoticeDialog, muster_notice_dialog, MUSTER, NOTICE_DIALOG, MusterFormDialog)

/** @content: what was read from the file called @file_name */
AdwDialog *muster_notice_dialog_new (MusterStore *store, const char *file_name, GBytes *content);
