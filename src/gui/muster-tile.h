/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#define MUSTER_TYPE_TILE (muster_tile_get_type ())
/** MusterTile: how many there are of something; pressed, it shows them. A screen reader says word and number. */
G_DECLARE_FINAL_TYPE (MusterTile, muster_tile, MUSTER, TILE, GtkToggleButton)

GtkWidget *muster_tile_new (const char *label);
void muster_tile_set_count (MusterTile *self, guint count);
