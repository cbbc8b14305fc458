/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

/** MusterLockReason: what locked the window. */
typedef enum
{
  MUSTER_LOCK_REQUESTED,
  MUSTER_LOCK_IDLE,
  MUSTER_LOCK_SCREEN,
  MUSTER_LOCK_SUSPEND,
} MusterLockReason;

#define MUSTER_TYPE_LOCK_WATCH (muster_lock_watch_get_type ())
/**
 * MusterLockWatch: notices when the window should lock: nobody used it for a while, the screen was locked, the computer goes to sleep;
 * each if the preferences say so.
 *
 * Signal "lock" (uint: a #MusterLockReason).
 */
G_DECLARE_FINAL_TYPE (MusterLockWatch, muster_lock_watch, MUSTER, LOCK_WATCH, GObject)

MusterLockWatch *muster_lock_watch_new (GtkWidget *window, GSettings *settings);
/** As muster_lock_watch_touch(), if @event is somebody's: for what does not come through the window. */
void muster_lock_watch_see (MusterLockWatch *self, GdkEvent *event);
/** The person is there: counts as use. */
void muster_lock_watch_touch (MusterLockWatch *self);
/** For tests only: as if nobody had used the window for @seconds more. */
void muster_lock_watch_pass_for_tests (MusterLockWatch *self, guint seconds);
