/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

/**
 * Typing goes into @field, which is below @widget, from wherever in @widget the focus is but another field. A space still presses what has the focus.
 * @field: has a #GtkText that does the editing
 */
void muster_typing_capture (GtkWidget *widget, GtkEditable *field);
