/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gui/muster-roster-model.h"

#define MUSTER_TYPE_ROSTER_VIEW (muster_roster_view_get_type ())
/**
 * MusterRosterView: the roster in columns; in a narrow window, names and states.
 *
 * Properties: "sort": the id of the column by which it is sorted; "direction": "ascending" or "descending".
 * Signals: "sort-changed"; "activate" (gint64 id).
 */
G_DECLARE_FINAL_TYPE (MusterRosterView, muster_roster_view, MUSTER, ROSTER_VIEW, AdwBin)

/** Called once. */
void muster_roster_view_set_model (MusterRosterView *self, MusterRosterModel *model);
void muster_roster_view_get_sort (MusterRosterView *self, MusterRosterSort *sort, gboolean *descending);
void muster_roster_view_scroll_to_top (MusterRosterView *self);
/** Goes to the first line, by keyboard. */
void muster_roster_view_focus_first (MusterRosterView *self);
/** Emits "activate" for the first line, where there is one. */
void muster_roster_view_activate_first (MusterRosterView *self);
