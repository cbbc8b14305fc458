/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#define MUSTER_TYPE_CHECK_ROW (muster_check_row_get_type ())
/**
 * MusterCheckRow: a row to tick.
 *
 * Signal "toggled": it was ticked or unticked.
 */
G_DECLARE_FINAL_TYPE (MusterCheckRow, muster_check_row, MUSTER, CHECK_ROW, AdwActionRow)

/** @title and @subtitle (nullable) are plain text. */
GtkWidget *muster_check_row_new (const char *title, const char *subtitle);
gboolean muster_check_row_get_active (MusterCheckRow *self);
void muster_check_row_set_active (MusterCheckRow *self, gboolean active);
/** Makes it one of several of which one is chosen; @other is of them. */
void muster_check_row_set_group (MusterCheckRow *self, MusterCheckRow *other);
