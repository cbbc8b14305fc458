/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gui/muster-form-dialog.h"

#define MUSTER_TYPE_ATTACHMENT_DIALOG (muster_attachment_dialog_get_type ())
/** MusterAttachmentDialog: keeps a document with an incident, or has one not count any more. */
G_DECLARE_FINAL_TYPE (MusterAttachmentDialog, muster_attachment_dialog, MUSTER, ATTACHMENT_DIALOG, MusterFormDialog)

AdwDialog *muster_attachment_dialog_new (MusterStore *store, gint64 incident_id);
/** @title: of the document */
AdwDialog *muster_attachment_dialog_new_withdraw (MusterStore *store, gint64 attachment_id, const char *title);
