/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-import-profile.h"

/*
 * What the register and the journal keep of a file besides its rows: names. None of them may have a social security number in it: MUSTER_ERROR_RULE, with a message
 * that does not repeat it.
 */

gboolean muster_import_names_check_file (const char *file_name, GError **error);
/** @sheet: (nullable): of a workbook */
gboolean muster_import_names_check_sheet (const char *sheet, GError **error);
/** @column: from 0 */
gboolean muster_import_names_check_header (const char *header, guint column, GError **error);
/** The name for a sender, who is to be remembered. */
gboolean muster_import_names_check_sender (const char *name, GError **error);
/** That of a profile, and whatever else it remembers of the sender's file. */
gboolean muster_import_names_check_profile (const MusterImportProfile *profile, GError **error);
