/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gui/muster-roster-filters.h"
#include "store/muster-store.h"

#define MUSTER_TYPE_ROSTER_LISTS (muster_roster_lists_get_type ())
/**
 * MusterRosterLists: the menu of the lists that the account keeps, beside the filters of the roster: to choose one, to save what is filtered, and to rename or delete the chosen one.
 * Follows the store. Its actions are the group "lists" of @widget.
 */
G_DECLARE_FINAL_TYPE (MusterRosterLists, muster_roster_lists, MUSTER, ROSTER_LISTS, GObject)

/** @widget: the page, which has @filters in it; it outlives this. */
MusterRosterLists *muster_roster_lists_new (MusterStore *store, GtkWidget *widget, MusterRosterFilters *filters);
/** What is filtered is another by now: the chosen list is not shown any more where it asks for something else. */
void muster_roster_lists_filter_changed (MusterRosterLists *self);
