/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gui/muster-window.h"

/** Adds the actions of the window. */
void muster_window_actions_add (MusterWindow *window);
/** Enables what can be done: nothing behind the lock, and nothing that the account may not do. */
void muster_window_actions_update (MusterWindow *window);
