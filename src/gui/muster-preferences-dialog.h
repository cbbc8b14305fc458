/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#define MUSTER_TYPE_PREFERENCES_DIALOG (muster_preferences_dialog_get_type ())
/** MusterPreferencesDialog: when Muster locks itself. */
G_DECLARE_FINAL_TYPE (MusterPreferencesDialog, muster_preferences_dialog, MUSTER, PREFERENCES_DIALOG, AdwPreferencesDialog)

AdwDialog *muster_preferences_dialog_new (GSettings *settings);
