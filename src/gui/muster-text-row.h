/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#define MUSTER_TYPE_TEXT_ROW (muster_text_row_get_type ())
/** MusterTextRow: a text of several lines under its title, in a preferences group. */
G_DECLARE_FINAL_TYPE (MusterTextRow, muster_text_row, MUSTER, TEXT_ROW, AdwPreferencesRow)

GtkWidget *muster_text_row_new (const char *title);
void muster_text_row_set_text (MusterTextRow *self, const char *text);
/** Returns: (transfer full) (nullable): what is written, without white space at its ends; %NULL for nothing. */
char *muster_text_row_dup_text (MusterTextRow *self);
/** Returns: (transfer none): what holds the text. */
GtkTextBuffer *muster_text_row_get_buffer (MusterTextRow *self);
/** Makes it @height pixels high, for a text that is long from the beginning. */
void muster_text_row_set_height (MusterTextRow *self, int height);
