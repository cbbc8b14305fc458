/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#define MUSTER_TYPE_COPY_BUTTON (muster_copy_button_get_type ())
/** MusterCopyButton: copies a value to the clipboard, and takes it out again after a minute: identifiers are not left lying about. */
G_DECLARE_FINAL_TYPE (MusterCopyButton, muster_copy_button, MUSTER, COPY_BUTTON, GtkButton)

/** @name: what @text is, for the tooltip: "NPN". Without a @text (nullable) it emits "asked" instead, to be answered by muster_copy_button_copy(). */
GtkWidget *muster_copy_button_new (const char *name, const char *text);
void muster_copy_button_copy (MusterCopyButton *self, const char *text);
