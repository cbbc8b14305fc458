/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-saved-list.h"
#include "gui/muster-form-dialog.h"

#define MUSTER_TYPE_LIST_DIALOG (muster_list_dialog_get_type ())
/** MusterListDialog: a name for a list of the roster: a new one, or another for one that is there. */
G_DECLARE_FINAL_TYPE (MusterListDialog, muster_list_dialog, MUSTER, LIST_DIALOG, MusterFormDialog)

/** Saves @filter (transfer full). @label: what it asks for; @name: (nullable): of the list that was chosen, which it replaces unless another name is given. */
AdwDialog *muster_list_dialog_new_to_save (MusterStore *store, MusterSavedFilter *filter, const char *label, const char *name);
AdwDialog *muster_list_dialog_new_to_rename (MusterStore *store, const char *name);
/** Returns: (transfer none): what is typed: the name of the list once it is done. */
const char *muster_list_dialog_get_name (MusterListDialog *self);
