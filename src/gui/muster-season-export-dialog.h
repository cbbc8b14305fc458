/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gui/muster-form-dialog.h"
#include "operations/muster-season-export.h"

#define MUSTER_TYPE_SEASON_EXPORT_DIALOG (muster_season_export_dialog_get_type ())
/**
 * MusterSeasonExportDialog: the days of the season as a calendar file, or those behind as a file for mail merge: what it is for, where there are names in it, and
 * then where it goes.
 */
G_DECLARE_FINAL_TYPE (MusterSeasonExportDialog, muster_season_export_dialog, MUSTER, SEASON_EXPORT_DIALOG, MusterFormDialog)

AdwDialog *muster_season_export_dialog_new (MusterStore *store, MusterSeasonExportKind kind);
/** Writes to @file, as if it had been chosen. */
void muster_season_export_dialog_export_to (MusterSeasonExportDialog *self, GFile *file);
