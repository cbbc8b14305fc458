/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "store/muster-store.h"

#define MUSTER_TYPE_IMPORT_START (muster_import_start_get_type ())
/**
 * MusterImportStart: where the file to import is dropped or chosen, and what was imported earlier.
 *
 * Signals: "file" (GFile); "text" (const char *): rows that were pasted; "no-header": the file that could not be read is to be read as one without a
 * header; "continue".
 */
G_DECLARE_FINAL_TYPE (MusterImportStart, muster_import_start, MUSTER, IMPORT_START, AdwBin)

/** Lists the earlier imports anew. */
void muster_import_start_refresh (MusterImportStart *self, MusterStore *store);
/** Offers to go on with the file called @name; %NULL for none. */
void muster_import_start_offer (MusterImportStart *self, const char *name);
/** Gives the focus to what one begins with. */
void muster_import_start_focus (MusterImportStart *self);
/** Says and announces what is wrong with the file; %NULL for nothing. */
void muster_import_start_show_error (MusterImportStart *self, const char *message);
/** Offers to read the file, of which an error is shown, as one without a header. */
void muster_import_start_offer_no_header (MusterImportStart *self);
