/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#define MUSTER_TYPE_DATE_ROW (muster_date_row_get_type ())
/** MusterDateRow: a day, typed as YYYY-MM-DD or chosen from a calendar. */
G_DECLARE_FINAL_TYPE (MusterDateRow, muster_date_row, MUSTER, DATE_ROW, AdwEntryRow)

GtkWidget *muster_date_row_new (const char *title);
/** Shows @date; nothing for an unset one. */
void muster_date_row_set_date (MusterDateRow *self, const GDate *date);
/** Sets @date to the day, unset if nothing is typed; %FALSE with MUSTER_ERROR_INVALID if what is typed is no day. */
gboolean muster_date_row_get_date (MusterDateRow *self, GDate *date, GError **error);
