/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/**
 * muster_import_cell_read:
 * @cell: (nullable): as the file has it
 * @is_identifier: whether everything that people write for nothing counts as nothing: "NULL", "none", "00000000", …; where a name may
 *   stand, only what cannot be one does: "-", "N/A", …
 *
 * Returns: (transfer full) (nullable): what the cell says: tidy, and out of the wrapping by which spreadsheets keep text from being
 * taken for a number (="12345678").
 */
char *muster_import_cell_read (const char *cell, gboolean is_identifier);
