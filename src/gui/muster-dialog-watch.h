/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gui/muster-window.h"

/**
 * Looks after the dialogs of @window. An open one keeps what is typed and pointed at from the window, its shortcuts too: it is use all the same, and Ctrl+L locks, so
 * that nobody who leaves the desk types a password into a form. When the last has gone and what had the focus before is not there any more, the page in view takes it,
 * before a toast or the menu does.
 */
void muster_dialog_watch_start (MusterWindow *window);
