/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gui/muster-form-dialog.h"

#define MUSTER_TYPE_SERVICE_DIALOG (muster_service_dialog_get_type ())
/** MusterServiceDialog: how a letter was served, or what became of it. */
G_DECLARE_FINAL_TYPE (MusterServiceDialog, muster_service_dialog, MUSTER, SERVICE_DIALOG, MusterFormDialog)

/** @title: what people know the letter by */
AdwDialog *muster_service_dialog_new (MusterStore *store, gint64 letter_id, const char *title);
