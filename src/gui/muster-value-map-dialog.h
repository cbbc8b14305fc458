/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "operations/muster-import-options.h"

#define MUSTER_TYPE_VALUE_MAP_DIALOG (muster_value_map_dialog_get_type ())
/**
 * MusterValueMapDialog: what the values of a column of roles, or of standing, mean.
 *
 * Signal "changed": the options have changed.
 */
G_DECLARE_FINAL_TYPE (MusterValueMapDialog, muster_value_map_dialog, MUSTER, VALUE_MAP_DIALOG, AdwDialog)

/** @options: (transfer none): must stay while the dialog is open. */
AdwDialog *muster_value_map_dialog_new (MusterSheet *sheet, MusterImportOptions *options, guint column);
