/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "store/muster-store.h"

#define MUSTER_TYPE_MASKED_ROW (muster_masked_row_get_type ())
/** MusterMaskedRow: the Assister ID of a person, hidden; it shows, or is copied, only after the journal says who looked. */
G_DECLARE_FINAL_TYPE (MusterMaskedRow, muster_masked_row, MUSTER, MASKED_ROW, AdwActionRow)

GtkWidget *muster_masked_row_new (MusterStore *store, gint64 assister_id);
/** Hides what shows unless it is still @value: for when the register changed. */
void muster_masked_row_update (MusterMaskedRow *self, const char *value);
/** Hides what shows. */
void muster_masked_row_conceal (MusterMaskedRow *self);
