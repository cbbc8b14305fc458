/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/** MusterDateOrder: what stands first in a column's days written in digits. Asked of a person, once per column; never guessed. */
typedef enum
{
  MUSTER_DATE_ORDER_UNKNOWN,
  MUSTER_DATE_ORDER_MONTH_FIRST, /* 10/15/2026 */
  MUSTER_DATE_ORDER_DAY_FIRST,   /* 15/10/2026 */
} MusterDateOrder;
#define MUSTER_N_DATE_ORDERS 3

const char *muster_date_order_to_code (MusterDateOrder order); /* "unknown", "month-day", "day-month" */
gboolean muster_date_order_from_code (const char *code, MusterDateOrder *order, GError **error);

/** MusterDateReading: what a cell says of a day. */
typedef enum
{
  MUSTER_DATE_NOTHING,   /* empty, or written for nothing: "-", "0", "00/00/0000" */
  MUSTER_DATE_PLAIN,     /* one day, in the order given or in a form that needs none */
  MUSTER_DATE_AMBIGUOUS, /* 03/04/2026, and nobody has said the order */
  MUSTER_DATE_SERIAL,    /* a spreadsheet's count of days; which one it would be is set, for a person to agree */
  MUSTER_DATE_BAD,       /* no day, or one that the order given does not allow */
} MusterDateReading;

/**
 * muster_import_date_read:
 * @cell: (nullable): as the file has it
 * @order: of the column; months written as words and ISO dates need none
 * @date: (out) (optional): set for a plain one and for a count of days, else cleared
 * @only_month_first, @only_day_first: (out) (optional): whether the digits allow that order alone, whatever @order is: the evidence by
 *   which a person decides
 *
 * Reads 2026-10-15, 2026/10/15, 10/15/2026, 10-15-26, 15.10.2026, 20261015, 10152026, 02-SEP-15, 2 September 2015, "Oct 15, 2026", each with or
 * without a time of day behind it, which is dropped ("02-SEP-15 12.00.00", "2026-10-15T00:00:00Z"): days are calendar days and no time
 * zone moves them. A number from 20000 to 80000 is a spreadsheet's count of days since 1899-12-30; a time of day behind the point is dropped. Years are from 1900 to 2199; of two
 * digits, 00 to 69 are 2000 to 2069 and 70 to 99 are 1970 to 1999.
 */
MusterDateReading muster_import_date_read (const char *cell, MusterDateOrder order, GDate *date, gboolean *only_month_first, gboolean *only_day_first);

/** Whether @cell is such a count of days, which is a day only in a column that is known to hold days. */
gboolean muster_import_date_is_serial (const char *cell);
