/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "store/muster-roster-query.h"

#define MUSTER_TYPE_ROSTER_FILTERS (muster_roster_filters_get_type ())
/**
 * MusterRosterFilters: what is searched for in the roster: words, role, status, may assist, agency, county, language. What is chosen stands below as pills that take it away.
 *
 * Beside it is the menu of the actions sort.by and sort.direction, which whoever shows it has to offer.
 *
 * Signals: "changed"; "leave": on to the list, by keyboard; "activate": the first one that the words find is meant.
 */
G_DECLARE_FINAL_TYPE (MusterRosterFilters, muster_roster_filters, MUSTER, ROSTER_FILTERS, AdwBin)

/** Sets all of @filter but its order; the words are borrowed until the next change; county and language stay. */
void muster_roster_filters_get (MusterRosterFilters *self, MusterRosterFilter *filter);
/** Searches for what @filter asks for, its order apart. */
void muster_roster_filters_set (MusterRosterFilters *self, const MusterRosterFilter *filter);
/** Returns: (nullable): the name of the agency that is chosen. */
const char *muster_roster_filters_get_agency (MusterRosterFilters *self);
/** Shows @menu beside the filters: lists that the account keeps. */
void muster_roster_filters_set_lists (MusterRosterFilters *self, GMenuModel *menu);
/** Whether anything is searched for. */
gboolean muster_roster_filters_is_active (MusterRosterFilters *self);
void muster_roster_filters_clear (MusterRosterFilters *self);
/** @agencies: (element-type MusterAgency): those to choose from; what was chosen stays. */
void muster_roster_filters_set_agencies (MusterRosterFilters *self, GPtrArray *agencies);
/** Those to choose from, each %NULL-terminated; what was chosen stays. */
void muster_roster_filters_set_places (MusterRosterFilters *self, const char *const *counties, const char *const *languages);
/** Puts the cursor into the search; typing anywhere in @widget goes there. */
void muster_roster_filters_focus (MusterRosterFilters *self);
void muster_roster_filters_capture_keys (MusterRosterFilters *self, GtkWidget *widget);
/** Opens the menu of sorting. */
void muster_roster_filters_open_sort (MusterRosterFilters *self);
