/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-public-list.h"

#define MUSTER_LIST_BAD_YEAR 10000

/** MusterListRank: what a row says of a registration, the better the higher. */
typedef enum
{
  MUSTER_LIST_RANK_NO_ROW,
  MUSTER_LIST_RANK_OTHER_YEAR,
  MUSTER_LIST_RANK_NO_REGISTRATION,
  MUSTER_LIST_RANK_ENDED,
  MUSTER_LIST_RANK_SHOP_ONLY,
  MUSTER_LIST_RANK_REGISTERED,
  MUSTER_LIST_RANK_UNREADABLE, /* it may say that the NPN is invalid */
  MUSTER_LIST_RANK_INVALID,    /* whatever else it says */
} MusterListRank;

/** Returns: the plan year in @cell; 0: it has none; MUSTER_LIST_BAD_YEAR: what stands there is none. */
guint muster_list_year_read (const char *cell);
/** Returns: what the row @cells of a list of registrations says of the plan year @year on @today, a Julian day. */
MusterListRank muster_list_rank_row (const MusterListLayout *layout, const char *const *cells, guint year, guint32 today);
MusterListFinding muster_list_rank_get_finding (MusterListRank rank);
