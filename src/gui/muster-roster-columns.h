/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

typedef enum
{
  MUSTER_ROSTER_NAME,
  MUSTER_ROSTER_ROLES,
  MUSTER_ROSTER_AGENCY,
  MUSTER_ROSTER_STATUS,
  MUSTER_ROSTER_MAY_ASSIST,
  MUSTER_ROSTER_NPN,
  MUSTER_ROSTER_ASSISTER_ID,
  MUSTER_ROSTER_EMAIL,
  MUSTER_N_ROSTER_COLUMNS,
} MusterRosterColumn;

/** Where a column is, in pixels from the beginning of the line. */
typedef struct
{
  MusterRosterColumn column;
  int x;
  int width;
} MusterRosterPlace;

#define MUSTER_TYPE_ROSTER_COLUMNS (muster_roster_columns_get_type ())
/**
 * MusterRosterColumns: where the columns of the roster are: as in the header, which is a column view without lines.
 *
 * Property "narrow": whether a line says below the name what there is no column for.
 * Signal "changed": the lines are to be drawn anew.
 */
G_DECLARE_FINAL_TYPE (MusterRosterColumns, muster_roster_columns, MUSTER, ROSTER_COLUMNS, GObject)

/** All columns of @header have one of our ids and a fixed width. Called once. */
void muster_roster_columns_follow (MusterRosterColumns *self, GtkColumnView *header);
gboolean muster_roster_columns_get_narrow (MusterRosterColumns *self);
/** Whether there is a column for it now. */
gboolean muster_roster_columns_has (MusterRosterColumns *self, MusterRosterColumn column);
/** Returns: the least width of a line. */
int muster_roster_columns_get_least_width (MusterRosterColumns *self);
/** Sets @places for a line of @width pixels. Returns: how many there are. */
guint muster_roster_columns_lay_out (MusterRosterColumns *self, int width, MusterRosterPlace places[MUSTER_N_ROSTER_COLUMNS]);
