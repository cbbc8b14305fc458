/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gui/muster-badge-colours.h"
#include "gui/muster-roster-columns.h"
#include "gui/muster-roster-model.h"

#define MUSTER_TYPE_ROSTER_LINE (muster_roster_line_get_type ())
/**
 * MusterRosterLine: a line of the roster, drawn as one widget, since a widget for each cell would take ten times as long at each key press of a search.
 * It reads what it says when it is drawn.
 */
G_DECLARE_FINAL_TYPE (MusterRosterLine, muster_roster_line, MUSTER, ROSTER_LINE, GtkWidget)

/** @list_item: what the line is the child of; it says where in @model it is, and gets the name that is read out. */
GtkWidget *muster_roster_line_new (GtkListItem *list_item, MusterRosterModel *model, MusterRosterColumns *columns, MusterBadgeColours *colours);
/** There is somebody else in its place, or who is there has changed. */
void muster_roster_line_renew (MusterRosterLine *self);
/** Sets the name that is read out. Returns: %FALSE if that is done already. */
gboolean muster_roster_line_name (MusterRosterLine *self);
/** For tests. Returns: (transfer full): what it shows, a line each. */
char *muster_roster_line_dup_text (MusterRosterLine *self);
