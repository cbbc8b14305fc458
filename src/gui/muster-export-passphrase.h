/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "store/muster-secret.h"

#define MUSTER_TYPE_EXPORT_PASSPHRASE (muster_export_passphrase_get_type ())
/** MusterExportPassphrase: what an encrypted file is locked with, typed twice, and how strong it is. */
G_DECLARE_FINAL_TYPE (MusterExportPassphrase, muster_export_passphrase, MUSTER, EXPORT_PASSPHRASE, AdwPreferencesGroup)

/** Whether both are the same and long enough; else marks the one that is wrong, and says why. */
gboolean muster_export_passphrase_check (MusterExportPassphrase *self, gboolean practice);
/** Returns: (transfer full): what was typed, as a secret. */
MusterSecret *muster_export_passphrase_take (MusterExportPassphrase *self);
/** Empties the fields. */
void muster_export_passphrase_forget (MusterExportPassphrase *self);
