/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "store/muster-roster-query.h"

#define MUSTER_TYPE_EXPORT_DIALOG (muster_export_dialog_get_type ())
/** MusterExportDialog: exports the roster: whom, as what kind of file, which columns, what for; then where to. */
G_DECLARE_FINAL_TYPE (MusterExportDialog, muster_export_dialog, MUSTER, EXPORT_DIALOG, AdwDialog)

/**
 * muster_export_dialog_new:
 * @filter: (nullable): whom the roster shows, @n_found people (copied); %NULL where it shows everybody, so that there is nothing to choose
 * @n_all: how many people there are
 */
AdwDialog *muster_export_dialog_new (MusterStore *store, const MusterRosterFilter *filter, guint n_found, guint n_all);
/** Exports to @file, as if it had been chosen; says what is wrong with the form first. */
void muster_export_dialog_export_to (MusterExportDialog *self, GFile *file);
