/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-import-reader.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-date.h"

/* How a spreadsheet counts days, where a day was meant: whoever sent it can say. */
static void
reject_serial (MusterImportReader *reader, const char *text, GDate *date)
{
  g_autofree char *iso = muster_date_to_iso (date);
  g_autofree char *message = g_strdup_printf (_("“%s” is no day as people write it. As a spreadsheet counts the days since 1900, it is “%s”, which is proposed."), text, iso);

  muster_import_reader_reject (reader, text, "date-serial", message)->fix = g_steal_pointer (&iso);
  g_date_clear (date, 1);
}

/* No day in the order of its column. In the other one it may be: whoever sent it can say. */
static void
reject_day (MusterImportReader *reader, const char *text, MusterDateOrder order)
{
  gboolean is_month_first = order == MUSTER_DATE_ORDER_DAY_FIRST;
  g_autofree char *message = NULL, *iso = NULL;
  GDate other;

  if (order == MUSTER_DATE_ORDER_UNKNOWN ||
      muster_import_date_read (text, is_month_first ? MUSTER_DATE_ORDER_MONTH_FIRST : MUSTER_DATE_ORDER_DAY_FIRST, &other, NULL, NULL) != MUSTER_DATE_PLAIN)
    {
      message = g_strdup_printf (_("“%s” is not a day in a form that Muster knows. Write it as year-month-day, or leave the row out."), text);
      muster_import_reader_reject (reader, text, "date-form", message);
      return;
    }
  iso = muster_date_to_iso (&other);
  if (is_month_first)
    message = g_strdup_printf (_("“%s” is no day with the day first, as this column is read. With the month first it is “%s”, which is proposed."), text, iso);
  else
    message = g_strdup_printf (_("“%s” is no day with the month first, as this column is read. With the day first it is “%s”, which is proposed."), text, iso);
  muster_import_reader_reject (reader, text, "date-order", message)->fix = g_steal_pointer (&iso);
}

void
muster_import_reader_read_date (MusterImportReader *reader, MusterImportField field, const char *text)
{
  const MusterDateOrder *orders = reader->reading->date_orders;
  MusterDateOrder order = orders != NULL ? orders[reader->column] : MUSTER_DATE_ORDER_UNKNOWN;
  GDate *date = muster_import_row_get_date (reader->row, field);
  g_autofree char *message = NULL;

  if (g_date_valid (date))
    return;
  if (muster_import_reader_find_no_end (reader, field, text))
    return;
  switch (muster_import_date_read (text, order, date, NULL, NULL))
    {
    case MUSTER_DATE_AMBIGUOUS:
      message = g_strdup_printf (_("“%s” could be month-day or day-month. Say which it is for the whole column."), text);
      muster_import_reader_reject (reader, text, "date-ambiguous", message);
      break;
    case MUSTER_DATE_BAD:
      reject_day (reader, text, order);
      break;
    case MUSTER_DATE_SERIAL:
      reject_serial (reader, text, date);
      break;
    case MUSTER_DATE_NOTHING:
    case MUSTER_DATE_PLAIN:
    default:
      muster_import_reader_judge_expiry (reader, field, text, date);
      break;
    }
}
