/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "operations/muster-import-options.h"

#define MUSTER_TYPE_IMPORT_SENDER (muster_import_sender_get_type ())
/**
 * MusterImportSender: as whose file a file is read, and by which name that is remembered for the next one.
 *
 * Signals: "read-as" (whose way of reading was chosen: the options have changed); "changed".
 */
G_DECLARE_FINAL_TYPE (MusterImportSender, muster_import_sender, MUSTER, IMPORT_SENDER, AdwPreferencesGroup)

/**
 * muster_import_sender_set_sheet:
 * @options: (transfer none): must stay until others are set
 * @profiles: (element-type MusterImportProfile): all that are remembered
 */
void muster_import_sender_set_sheet (MusterImportSender *self, MusterSheet *sheet, MusterImportOptions *options, GPtrArray *profiles);
/** Returns: (transfer full) (nullable): the name by which it is to be remembered; %NULL if it is not. */
char *muster_import_sender_dup_name (MusterImportSender *self);
