/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#define MUSTER_TYPE_LOCK_CURTAIN (muster_lock_curtain_get_type ())
/** MusterLockCurtain: keeps every dialog of a window out of sight while it is locked, and everything as it was for the moment after. */
G_DECLARE_FINAL_TYPE (MusterLockCurtain, muster_lock_curtain, MUSTER, LOCK_CURTAIN, GObject)

/** @window owns the curtain, not the other way round. */
MusterLockCurtain *muster_lock_curtain_new (AdwApplicationWindow *window);
/** Hides all dialogs and presents @lock_dialog; what opens later is hidden as well. */
void muster_lock_curtain_draw (MusterLockCurtain *self, AdwDialog *lock_dialog);
/** @question is asked before the drawn curtain. */
void muster_lock_curtain_let_ask (MusterLockCurtain *self, AdwDialog *question);
/** Takes the lock dialog away. @restores: what was hidden comes back, and the focus to where it was; else it is forgotten. */
void muster_lock_curtain_lift (MusterLockCurtain *self, gboolean restores);
gboolean muster_lock_curtain_is_drawn (MusterLockCurtain *self);
