/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gui/muster-application.h"
#include "gui/muster-lock-watch.h"
#include "gui/muster-main-view.h"

#define MUSTER_TYPE_WINDOW (muster_window_get_type ())
/**
 * MusterWindow: the window: signing in, the register, and the lock.
 *
 * Actions for the pages: win.show-section (s), win.show-roster, win.import-roster, win.open-assister (x), win.open-action (x), win.open-decision (x),
 * win.back, win.search, win.announce (s: shown for a moment and spoken), win.menu, win.change-password, win.sign-out.
 */
G_DECLARE_FINAL_TYPE (MusterWindow, muster_window, MUSTER, WINDOW, AdwApplicationWindow)

MusterWindow *muster_window_new (MusterApplication *application);
/** Offers the register at @folder to sign in to; nothing while somebody is signed in. */
void muster_window_offer_register (MusterWindow *self, const char *folder);
void muster_window_offer_practice (MusterWindow *self);
/** Opens @file for import: at once, or as soon as somebody has signed in who may import, or unlocked. */
void muster_window_offer_file (MusterWindow *self, GFile *file);
/** Shows @store, in which somebody has signed in. */
void muster_window_sign_in (MusterWindow *self, MusterStore *store);
/** Closes the register and goes back to where one signs in, whatever is open. */
void muster_window_sign_out (MusterWindow *self);
/** Signs out or, if @quits, closes the window; asks first where that would lose what was entered in a form. */
void muster_window_leave (MusterWindow *self, gboolean quits);
/** Hides all there is until the person's password is given; nothing is lost by it. */
void muster_window_lock (MusterWindow *self, MusterLockReason reason);
gboolean muster_window_is_locked (MusterWindow *self);
/** Takes @event, which went to a dialog, for use as well: who types there does not want it locked. */
void muster_window_see (MusterWindow *self, GdkEvent *event);
/** Shows @text for a moment, and has it spoken. */
void muster_window_announce (MusterWindow *self, const char *text);
/** Returns: (nullable): the store of who is signed in. */
MusterStore *muster_window_get_store (MusterWindow *self);
/** Returns: (nullable): the open register; %NULL where nobody is signed in, or while it is locked. */
MusterMainView *muster_window_get_main_view (MusterWindow *self);
