/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "domain/muster-import-record.h"
#include "store/muster-store.h"

#define MUSTER_TYPE_IMPORT_RECORD_DIALOG (muster_import_record_dialog_get_type ())
/**
 * MusterImportRecordDialog: an earlier import, or the undoing of one: of what file, by whom, how it was read, what came of it; and undoing it.
 *
 * Signal "undone".
 */
G_DECLARE_FINAL_TYPE (MusterImportRecordDialog, muster_import_record_dialog, MUSTER, IMPORT_RECORD_DIALOG, AdwDialog)

AdwDialog *muster_import_record_dialog_new (MusterStore *store, gint64 import_id);
/** Writes the result files of the import, as far as they are known, into a folder of their own in @folder, which somebody chose. */
void muster_import_record_dialog_save_to (MusterImportRecordDialog *self, GFile *folder);
