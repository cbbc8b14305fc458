/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/** MusterListCell: what a cell of a public list says where a day, yes or no may stand. */
typedef enum
{
  MUSTER_LIST_CELL_NOTHING, /* empty, "-", "N/A" */
  MUSTER_LIST_CELL_NO,
  MUSTER_LIST_CELL_YES,
  MUSTER_LIST_CELL_DAY,
  MUSTER_LIST_CELL_BAD, /* anything else */
} MusterListCell;

/** Reads @cell in the way of these lists: the month first. @day, if given, is set to the Julian day of a day, else to 0. */
MusterListCell muster_list_cell_read (const char *cell, guint32 *day);
