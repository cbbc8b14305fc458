/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gui/muster-application.h"

#define MUSTER_TYPE_WINDOW (muster_window_get_type ())
/** MusterWindow: the window: signing in, the register, and the lock. */
G_DECLARE_FINAL_TYPE (MusterWindow, muster_window, MUSTER, WINDOW, AdwApplicationWindow)

MusterWindow *muster_window_new (MusterApplication *application);
