/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "store/muster-store.h"

#define MUSTER_TYPE_ORIGIN_BUTTON (muster_origin_button_get_type ())
/** MusterOriginButton: tells where a value of a person comes from, in a popover; in a narrow window, in a dialog. It is asked for when it is pressed. */
G_DECLARE_FINAL_TYPE (MusterOriginButton, muster_origin_button, MUSTER, ORIGIN_BUTTON, GtkButton)

/**
 * muster_origin_button_new:
 * @name: what it is, for the tooltip: "NPN"
 * @fields: codes, separated by commas, as muster_provenance_query() takes them
 * @value: (nullable): only that of the values, where there are several: a role
 */
GtkWidget *muster_origin_button_new (MusterStore *store, gint64 person, const char *name, const char *fields, const char *value);
/** Adds one to @row, and lets a click on the row press it. */
void muster_origin_button_add (AdwActionRow *row, MusterStore *store, gint64 person, const char *name, const char *fields, const char *value);
