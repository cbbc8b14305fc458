/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

/** Returns: (transfer none): translated: what kind of failure @error is, in a few words: "Wrong Account or Password". */
const char *muster_gui_error_get_heading (const GError *error);

/** Shows @error over the window of @parent: its heading, its sentence, and a button that closes. Nothing for a cancelled action. */
void muster_gui_error_show (GtkWidget *parent, const GError *error);

/**
 * muster_gui_error_mark: says what is wrong with @row at the row itself, and puts the focus there.
 * @label: (nullable): where the sentence stands; hidden while there is none
 */
void muster_gui_error_mark (GtkWidget *row, GtkLabel *label, const char *message);
/** Takes the mark away. */
void muster_gui_error_clear (GtkWidget *row, GtkLabel *label);

/** Makes @widget insensitive or sensitive. A field that has the focus gives it up first: GTK warns of a text that goes on to blink. */
void muster_gui_set_sensitive (GtkWidget *widget, gboolean sensitive);
