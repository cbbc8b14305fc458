/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-rule-pack.h"
#include "gui/muster-form-dialog.h"

#define MUSTER_TYPE_ADOPT_DIALOG (muster_adopt_dialog_get_type ())
/** MusterAdoptDialog: from when on the register goes by another rule pack, and why. */
G_DECLARE_FINAL_TYPE (MusterAdoptDialog, muster_adopt_dialog, MUSTER, ADOPT_DIALOG, MusterFormDialog)

/** @from: the day that was looked at; it cannot be changed, since another day changes other answers. */
AdwDialog *muster_adopt_dialog_new (MusterStore *store, MusterRulePack *pack, const GDate *from, guint n_changes);
