/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "store/muster-store.h"

#define MUSTER_TYPE_BUNDLE_BUTTON (muster_bundle_button_get_type ())
/** MusterBundleButton: opens the dialog that puts a case together for a hearing; hidden from whoever may not. */
G_DECLARE_FINAL_TYPE (MusterBundleButton, muster_bundle_button, MUSTER, BUNDLE_BUTTON, AdwBin)

/** @number: of the decision or the corrective action */
void muster_bundle_button_show (MusterBundleButton *self, MusterStore *store, const char *number);
