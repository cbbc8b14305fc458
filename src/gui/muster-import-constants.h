/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "operations/muster-import-options.h"

#define MUSTER_TYPE_IMPORT_CONSTANTS (muster_import_constants_get_type ())
/**
 * MusterImportConstants: what holds for everybody in a file that has no column of it.
 *
 * Signal "changed".
 */
G_DECLARE_FINAL_TYPE (MusterImportConstants, muster_import_constants, MUSTER, IMPORT_CONSTANTS, AdwPreferencesGroup)

/** Shows what @options have, and changes them. @options: (transfer none): must stay until others are set. */
void muster_import_constants_set_options (MusterImportConstants *self, MusterImportOptions *options);
/** Asks for what the file has no column of, as the columns are now. */
void muster_import_constants_update (MusterImportConstants *self);
