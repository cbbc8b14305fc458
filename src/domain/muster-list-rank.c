/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-list-rank.h"

#include <string.h>

#include "domain/muster-list-cell.h"

static const MusterListFinding rank_findings[] = {
  [MUSTER_LIST_RANK_NO_ROW] = MUSTER_LIST_NOT_REGISTERED,
  [MUSTER_LIST_RANK_OTHER_YEAR] = MUSTER_LIST_NOT_REGISTERED,
  [MUSTER_LIST_RANK_NO_REGISTRATION] = MUSTER_LIST_NOT_REGISTERED,
  [MUSTER_LIST_RANK_ENDED] = MUSTER_LIST_REGISTRATION_ENDED,
  [MUSTER_LIST_RANK_SHOP_ONLY] = MUSTER_LIST_SHOP_ONLY,
  [MUSTER_LIST_RANK_REGISTERED] = MUSTER_LIST_NOTHING,
  [MUSTER_LIST_RANK_UNREADABLE] = MUSTER_LIST_UNREADABLE,
  [MUSTER_LIST_RANK_INVALID] = MUSTER_LIST_NPN_INVALID,
};

static const char *
get_cell (const MusterListLayout *layout, const char *const *cells, MusterListColumn column)
{
  int index = layout->columns[column];

  return index >= 0 ? cells[index] : "";
}

guint
muster_list_year_read (const char *cell)
{
  guint64 year;
  g_autofree char *text = g_strstrip (g_strdup (cell));

  if (*text == '\0' || strcmp (text, "-") == 0)
    return 0;
  return g_ascii_string_to_unsigned (text, 10, 0, MUSTER_LIST_BAD_YEAR - 1, &year, NULL) ? year : MUSTER_LIST_BAD_YEAR;
}

/* What a row says of one of the two registrations. */
typedef enum
{
  REGISTRATION_NONE,
  REGISTRATION_ENDED,
  REGISTRATION_LIVE, /* on the day, its last day included */
  REGISTRATION_UNREADABLE,
} Registration;

static Registration
read_registration (const MusterListLayout *layout, const char *const *cells, MusterListColumn registered, MusterListColumn ends, guint32 today)
{
  guint32 begin, end;
  MusterListCell completed = muster_list_cell_read (get_cell (layout, cells, registered), &begin);
  MusterListCell ended = muster_list_cell_read (get_cell (layout, cells, ends), &end);

  if (completed == MUSTER_LIST_CELL_NOTHING || completed == MUSTER_LIST_CELL_NO)
    return REGISTRATION_NONE;
  /* Nobody has completed what is yet to come. */
  if (completed == MUSTER_LIST_CELL_BAD || begin > today)
    return REGISTRATION_UNREADABLE;
  if (ended == MUSTER_LIST_CELL_NOTHING)
    return REGISTRATION_LIVE;
  if (ended != MUSTER_LIST_CELL_DAY)
    return REGISTRATION_UNREADABLE;
  return end >= today ? REGISTRATION_LIVE : REGISTRATION_ENDED;
}

static MusterListRank
rank_registration (const MusterListLayout *layout, const char *const *cells, guint32 today)
{
  MusterListCell valid = muster_list_cell_read (get_cell (layout, cells, MUSTER_LIST_COLUMN_VALID), NULL);
  Registration individual = read_registration (layout, cells, MUSTER_LIST_COLUMN_REGISTERED, MUSTER_LIST_COLUMN_ENDS, today);
  Registration shop = read_registration (layout, cells, MUSTER_LIST_COLUMN_SHOP_REGISTERED, MUSTER_LIST_COLUMN_SHOP_ENDS, today);

  if (valid == MUSTER_LIST_CELL_NO)
    return MUSTER_LIST_RANK_INVALID;
  if (valid == MUSTER_LIST_CELL_BAD || valid == MUSTER_LIST_CELL_DAY || individual == REGISTRATION_UNREADABLE || shop == REGISTRATION_UNREADABLE)
    return MUSTER_LIST_RANK_UNREADABLE;
  if (individual == REGISTRATION_LIVE)
    return MUSTER_LIST_RANK_REGISTERED;
  if (shop == REGISTRATION_LIVE)
    return MUSTER_LIST_RANK_SHOP_ONLY;
  return individual == REGISTRATION_ENDED || shop == REGISTRATION_ENDED ? MUSTER_LIST_RANK_ENDED : MUSTER_LIST_RANK_NO_REGISTRATION;
}

MusterListRank
muster_list_rank_row (const MusterListLayout *layout, const char *const *cells, guint year, guint32 today)
{
  guint row_year = muster_list_year_read (get_cell (layout, cells, MUSTER_LIST_COLUMN_YEAR));

  if (row_year == MUSTER_LIST_BAD_YEAR)
    return MUSTER_LIST_RANK_UNREADABLE;
  return row_year == year ? rank_registration (layout, cells, today) : MUSTER_LIST_RANK_OTHER_YEAR;
}

MusterListFinding
muster_list_rank_get_finding (MusterListRank rank)
{
  return rank_findings[rank];
}
