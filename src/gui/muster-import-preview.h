/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gui/muster-import-row-model.h"

#define MUSTER_TYPE_IMPORT_PREVIEW (muster_import_preview_get_type ())
/**
 * MusterImportPreview: what an import will do, row by row, before anything is done.
 *
 * Signals: "changed": whether the good rows are wanted all the same; "decided": the options have changed, and the file wants a new plan.
 */
G_DECLARE_FINAL_TYPE (MusterImportPreview, muster_import_preview, MUSTER, IMPORT_PREVIEW, AdwBin)

/**
 * muster_import_preview_set_plan:
 * @plan: (transfer full)
 * @options: (transfer none): changed by what a person decides about who is missing; must stay until others are set
 */
void muster_import_preview_set_plan (MusterImportPreview *self, MusterStore *store, MusterImportPlan *plan, MusterImportOptions *options);
/** Returns: (transfer none) (nullable) */
MusterImportPlan *muster_import_preview_get_plan (MusterImportPreview *self);
/** Whether the good rows are to be imported though others are rejected. */
/** Returns: (transfer none): what would happen, as sentences. */
const char *muster_import_preview_get_summary (MusterImportPreview *self);
gboolean muster_import_preview_get_accept_valid (MusterImportPreview *self);
/** Says something above the preview; %NULL for nothing. */
void muster_import_preview_show_notice (MusterImportPreview *self, const char *message);
