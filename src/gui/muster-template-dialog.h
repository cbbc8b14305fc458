/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-letter.h"
#include "gui/muster-form-dialog.h"

#define MUSTER_TYPE_TEMPLATE_DIALOG (muster_template_dialog_get_type ())
/** MusterTemplateDialog: changes the template of a letter as text. What would be refused is said while it is written; a preview shows where each field goes. */
G_DECLARE_FINAL_TYPE (MusterTemplateDialog, muster_template_dialog, MUSTER, TEMPLATE_DIALOG, MusterFormDialog)

AdwDialog *muster_template_dialog_new (MusterStore *store, const MusterLetterKind *kind, const char *language);
