/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

/**
 * muster_gui_init:
 *
 * Makes the templates and the words of the window known. Call it once, before the first widget is made.
 */
void muster_gui_init (void);

/** Returns: (transfer none): the templates, as compiled into the program. */
GResource *muster_gui_get_resource (void);
