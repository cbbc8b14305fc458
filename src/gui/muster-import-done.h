/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "operations/muster-import-plan.h"

#define MUSTER_TYPE_IMPORT_DONE (muster_import_done_get_type ())
/**
 * MusterImportDone: what an import has done, its result files, and undoing it.
 *
 * Signals: "another": the next file; "undone".
 */
G_DECLARE_FINAL_TYPE (MusterImportDone, muster_import_done, MUSTER, IMPORT_DONE, AdwBin)

/** Writes the result files into a folder of their own in @folder, which somebody chose. */
void muster_import_done_save_to (MusterImportDone *self, GFile *folder);
/** @plan: (transfer full): what was done, as the import @import_id. */
void muster_import_done_show (MusterImportDone *self, MusterStore *store, MusterImportPlan *plan, gint64 import_id);
/** Returns: (transfer none): what was done, in a few words. */
const char *muster_import_done_get_title (MusterImportDone *self);
