/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gui/muster-lock-watch.h"
#include "store/muster-store.h"

#define MUSTER_TYPE_LOCK_DIALOG (muster_lock_dialog_get_type ())
/**
 * MusterLockDialog: all there is to see while Muster is locked: why, and where the password goes. It cannot be closed.
 *
 * Signals: "unlocked"; "sign-out": the person wants to leave; "quit": the window is to close.
 */
G_DECLARE_FINAL_TYPE (MusterLockDialog, muster_lock_dialog, MUSTER, LOCK_DIALOG, AdwDialog)

MusterLockDialog *muster_lock_dialog_new (MusterStore *store, MusterLockReason reason, guint minutes);
