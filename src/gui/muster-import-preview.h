/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gui/muster-import-row-model.h"

#define MUSTER_TYPE_IMPORT_PREVIEW (muster_import_preview_get_type ())
/**
 * MusterImportPreview: what an import will do, row by row, before anything is done.
 *
 * Signal "changed": whether the good rows are wanted all the same.
 */
G_DECLARE_FINAL_TYPE (MusterImportPreview, muster_import_preview, MUSTER, IMPORT_PREVIEW, AdwBin)

/** @plan: (transfer full) */
void muster_import_preview_set_plan (MusterImportPreview *self, MusterImportPlan *plan);
/** Returns: (transfer none) (nullable) */
MusterImportPlan *muster_import_preview_get_plan (MusterImportPreview *self);
/** Whether the good rows are to be imported though others are rejected. */
gboolean muster_import_preview_get_accept_valid (MusterImportPreview *self);
/** How many people the import would add or change, as it stands; 0 if it is held up by rejected rows. */
guint muster_import_preview_get_n_people (MusterImportPreview *self);
/** Says something above the preview; %NULL for nothing. */
void muster_import_preview_show_notice (MusterImportPreview *self, const char *message);

/** Returns: (transfer full): what importing @plan does, as sentences. */
char *muster_import_preview_dup_summary (const MusterImportPlan *plan, gboolean accept_valid);
