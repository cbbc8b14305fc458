/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "operations/muster-import-plan.h"

#define MUSTER_TYPE_IMPORT_MISSING (muster_import_missing_get_type ())
/**
 * MusterImportMissing: the people whom a file does not have, though they are active with the agencies that it speaks of; who of them becomes inactive with
 * the import. Nobody does by itself.
 *
 * Signal "changed": the options have changed.
 */
G_DECLARE_FINAL_TYPE (MusterImportMissing, muster_import_missing, MUSTER, IMPORT_MISSING, AdwDialog)

/** @options: (transfer none): must stay while the dialog is open. */
AdwDialog *muster_import_missing_new (MusterStore *store, MusterImportPlan *plan, MusterImportOptions *options);
