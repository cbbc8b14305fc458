/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-date.h"
#include "domain/muster-import-date.h"

#define UNKNOWN MUSTER_DATE_ORDER_UNKNOWN
#define MONTH MUSTER_DATE_ORDER_MONTH_FIRST
#define DAY MUSTER_DATE_ORDER_DAY_FIRST

typedef struct
{
  const char *cell;
  MusterDateOrder order;
  MusterDateReading reading;
  const char *day; /* for a plain one */
  gboolean only_month_first;
  gboolean only_day_first;
} Case;

static const Case cases[] = {
  /* nothing */
  { NULL, UNKNOWN, MUSTER_DATE_NOTHING, NULL, FALSE, FALSE },
  { "", UNKNOWN, MUSTER_DATE_NOTHING, NULL, FALSE, FALSE },
  { "  ", UNKNOWN, MUSTER_DATE_NOTHING, NULL, FALSE, FALSE },
  { "-", UNKNOWN, MUSTER_DATE_NOTHING, NULL, FALSE, FALSE },
  { "N/A", UNKNOWN, MUSTER_DATE_NOTHING, NULL, FALSE, FALSE },
  { "null", UNKNOWN, MUSTER_DATE_NOTHING, NULL, FALSE, FALSE },
  { "0", UNKNOWN, MUSTER_DATE_NOTHING, NULL, FALSE, FALSE },
  { "00000000", UNKNOWN, MUSTER_DATE_NOTHING, NULL, FALSE, FALSE },
  { "00/00/0000", UNKNOWN, MUSTER_DATE_NOTHING, NULL, FALSE, FALSE },
  { "0000-00-00", UNKNOWN, MUSTER_DATE_NOTHING, NULL, FALSE, FALSE },
  { "0000-00-00 00:00:00", UNKNOWN, MUSTER_DATE_NOTHING, NULL, FALSE, FALSE },
  { "1/0/1900", UNKNOWN, MUSTER_DATE_NOTHING, NULL, FALSE, FALSE },
  /* year first */
  { "2026-10-15", UNKNOWN, MUSTER_DATE_PLAIN, "2026-10-15", FALSE, FALSE },
  { " 2026-10-15 ", UNKNOWN, MUSTER_DATE_PLAIN, "2026-10-15", FALSE, FALSE },
  { "2026-1-5", UNKNOWN, MUSTER_DATE_PLAIN, "2026-01-05", FALSE, FALSE },
  { "2026/10/15", UNKNOWN, MUSTER_DATE_PLAIN, "2026-10-15", FALSE, FALSE },
  { "2026.10.15", UNKNOWN, MUSTER_DATE_PLAIN, "2026-10-15", FALSE, FALSE },
  { "2026-03-04", DAY, MUSTER_DATE_PLAIN, "2026-03-04", FALSE, FALSE },
  { "2026-10-15T00:00:00Z", UNKNOWN, MUSTER_DATE_PLAIN, "2026-10-15", FALSE, FALSE },
  { "2026-10-15T23:59:59.999-06:00", UNKNOWN, MUSTER_DATE_PLAIN, "2026-10-15", FALSE, FALSE },
  { "2026-10-15 00:00:00.000", UNKNOWN, MUSTER_DATE_PLAIN, "2026-10-15", FALSE, FALSE },
  { "2026-10-15 12:00 AM CST", UNKNOWN, MUSTER_DATE_PLAIN, "2026-10-15", FALSE, FALSE },
  { "2026-Oct-15", UNKNOWN, MUSTER_DATE_PLAIN, "2026-10-15", FALSE, FALSE },
  { "2026-13-10", UNKNOWN, MUSTER_DATE_BAD, NULL, FALSE, FALSE },
  { "2026-02-30", UNKNOWN, MUSTER_DATE_BAD, NULL, FALSE, FALSE },
  { "2024-02-29", UNKNOWN, MUSTER_DATE_PLAIN, "2024-02-29", FALSE, FALSE },
  { "2025-02-29", UNKNOWN, MUSTER_DATE_BAD, NULL, FALSE, FALSE },
  { "1899-12-31", UNKNOWN, MUSTER_DATE_BAD, NULL, FALSE, FALSE },
  { "2200-01-01", UNKNOWN, MUSTER_DATE_BAD, NULL, FALSE, FALSE },
  { "=\"2026-10-15\"", UNKNOWN, MUSTER_DATE_PLAIN, "2026-10-15", FALSE, FALSE },
  /* digits whose order only a person knows */
  { "03/04/2026", UNKNOWN, MUSTER_DATE_AMBIGUOUS, NULL, FALSE, FALSE },
  { "3/4/2026", UNKNOWN, MUSTER_DATE_AMBIGUOUS, NULL, FALSE, FALSE },
  { "3/4/26", UNKNOWN, MUSTER_DATE_AMBIGUOUS, NULL, FALSE, FALSE },
  { "03-04-2026", UNKNOWN, MUSTER_DATE_AMBIGUOUS, NULL, FALSE, FALSE },
  { "03.04.2026", UNKNOWN, MUSTER_DATE_AMBIGUOUS, NULL, FALSE, FALSE },
  { "03042026", UNKNOWN, MUSTER_DATE_AMBIGUOUS, NULL, FALSE, FALSE },
  { "03/04/2026", MONTH, MUSTER_DATE_PLAIN, "2026-03-04", FALSE, FALSE },
  { "03/04/2026", DAY, MUSTER_DATE_PLAIN, "2026-04-03", FALSE, FALSE },
  { "03042026", DAY, MUSTER_DATE_PLAIN, "2026-04-03", FALSE, FALSE },
  { "05/05/2026", UNKNOWN, MUSTER_DATE_PLAIN, "2026-05-05", FALSE, FALSE },
  { "10/15/2026", UNKNOWN, MUSTER_DATE_PLAIN, "2026-10-15", TRUE, FALSE },
  { "10/15/2026", MONTH, MUSTER_DATE_PLAIN, "2026-10-15", TRUE, FALSE },
  { "10/15/2026", DAY, MUSTER_DATE_BAD, NULL, TRUE, FALSE },
  { "15/10/2026", UNKNOWN, MUSTER_DATE_PLAIN, "2026-10-15", FALSE, TRUE },
  { "15/10/2026", MONTH, MUSTER_DATE_BAD, NULL, FALSE, TRUE },
  { "15.10.2026", DAY, MUSTER_DATE_PLAIN, "2026-10-15", FALSE, TRUE },
  { "10/15/2026 12:00:00 AM", UNKNOWN, MUSTER_DATE_PLAIN, "2026-10-15", TRUE, FALSE },
  { "10/15/2026 0:00", UNKNOWN, MUSTER_DATE_PLAIN, "2026-10-15", TRUE, FALSE },
  { "10/15/26", UNKNOWN, MUSTER_DATE_PLAIN, "2026-10-15", TRUE, FALSE },
  { "10/15/69", UNKNOWN, MUSTER_DATE_PLAIN, "2069-10-15", TRUE, FALSE },
  { "10/15/70", UNKNOWN, MUSTER_DATE_PLAIN, "1970-10-15", TRUE, FALSE },
  { "10152026", UNKNOWN, MUSTER_DATE_PLAIN, "2026-10-15", TRUE, FALSE },
  { "13/13/2026", UNKNOWN, MUSTER_DATE_BAD, NULL, FALSE, FALSE },
  { "04/31/2026", UNKNOWN, MUSTER_DATE_BAD, NULL, FALSE, FALSE },
  { "10/15-2026", UNKNOWN, MUSTER_DATE_BAD, NULL, FALSE, FALSE },
  { "10 15 2026", UNKNOWN, MUSTER_DATE_BAD, NULL, FALSE, FALSE },
  { "10/15", UNKNOWN, MUSTER_DATE_BAD, NULL, FALSE, FALSE },
  { "10/2026", UNKNOWN, MUSTER_DATE_BAD, NULL, FALSE, FALSE },
  { "10/15/202", UNKNOWN, MUSTER_DATE_BAD, NULL, FALSE, FALSE },
  { "010/15/2026", UNKNOWN, MUSTER_DATE_BAD, NULL, FALSE, FALSE },
  { "1O/15/2026", UNKNOWN, MUSTER_DATE_BAD, NULL, FALSE, FALSE }, /* a day is never repaired */
  /* runs of digits */
  { "20261015", UNKNOWN, MUSTER_DATE_PLAIN, "2026-10-15", FALSE, FALSE },
  { "20261015093000", UNKNOWN, MUSTER_DATE_PLAIN, "2026-10-15", FALSE, FALSE },
  { "20261315", UNKNOWN, MUSTER_DATE_BAD, NULL, FALSE, FALSE },
  { "20012026", UNKNOWN, MUSTER_DATE_PLAIN, "2026-01-20", FALSE, TRUE },
  { "2026", UNKNOWN, MUSTER_DATE_BAD, NULL, FALSE, FALSE },
  { "202610", UNKNOWN, MUSTER_DATE_BAD, NULL, FALSE, FALSE },
  { "1015202", UNKNOWN, MUSTER_DATE_BAD, NULL, FALSE, FALSE },
  { "202610150", UNKNOWN, MUSTER_DATE_BAD, NULL, FALSE, FALSE },
  /* months by their names */
  { "02-SEP-15 12.00.00", UNKNOWN, MUSTER_DATE_PLAIN, "2015-09-02", FALSE, FALSE },
  { "02-SEP-15 12.00.00.000000000 AM", UNKNOWN, MUSTER_DATE_PLAIN, "2015-09-02", FALSE, FALSE },
  { "02-SEP-15", DAY, MUSTER_DATE_PLAIN, "2015-09-02", FALSE, FALSE },
  { "2-Sept-2015", UNKNOWN, MUSTER_DATE_PLAIN, "2015-09-02", FALSE, FALSE },
  { "02SEP2015", UNKNOWN, MUSTER_DATE_PLAIN, "2015-09-02", FALSE, FALSE },
  { "2 September 2015", UNKNOWN, MUSTER_DATE_PLAIN, "2015-09-02", FALSE, FALSE },
  { "Oct 15, 2026", UNKNOWN, MUSTER_DATE_PLAIN, "2026-10-15", FALSE, FALSE },
  { "Oct. 15, 2026", UNKNOWN, MUSTER_DATE_PLAIN, "2026-10-15", FALSE, FALSE },
  { "October 15th, 2026", UNKNOWN, MUSTER_DATE_PLAIN, "2026-10-15", FALSE, FALSE },
  { "OCTOBER 1ST 2026", UNKNOWN, MUSTER_DATE_PLAIN, "2026-10-01", FALSE, FALSE },
  { "Thursday, October 15, 2026", UNKNOWN, MUSTER_DATE_PLAIN, "2026-10-15", FALSE, FALSE },
  { "Thu Oct 15 2026", UNKNOWN, MUSTER_DATE_PLAIN, "2026-10-15", FALSE, FALSE },
  { "Oct 15 2026 12:00AM", UNKNOWN, MUSTER_DATE_PLAIN, "2026-10-15", FALSE, FALSE },
  { "Oct 32, 2026", UNKNOWN, MUSTER_DATE_BAD, NULL, FALSE, FALSE },
  { "Oct 2026", UNKNOWN, MUSTER_DATE_BAD, NULL, FALSE, FALSE },
  { "Oc 15, 2026", UNKNOWN, MUSTER_DATE_BAD, NULL, FALSE, FALSE },
  { "Octopus 15, 2026", UNKNOWN, MUSTER_DATE_BAD, NULL, FALSE, FALSE },
  { "Oct Oct 2026", UNKNOWN, MUSTER_DATE_BAD, NULL, FALSE, FALSE },
  { "Oct 15, 2026 at noon", UNKNOWN, MUSTER_DATE_BAD, NULL, FALSE, FALSE },
  /* days that a spreadsheet counts */
  { "46310", UNKNOWN, MUSTER_DATE_SERIAL, "2026-10-15", FALSE, FALSE },
  { "46310.0", UNKNOWN, MUSTER_DATE_SERIAL, "2026-10-15", FALSE, FALSE },
  { "46310", DAY, MUSTER_DATE_SERIAL, "2026-10-15", FALSE, FALSE },
  { "20000", UNKNOWN, MUSTER_DATE_SERIAL, "1954-10-03", FALSE, FALSE },
  { "80000", UNKNOWN, MUSTER_DATE_SERIAL, "2119-01-11", FALSE, FALSE },
  { "19999", UNKNOWN, MUSTER_DATE_BAD, NULL, FALSE, FALSE },
  { "80001", UNKNOWN, MUSTER_DATE_BAD, NULL, FALSE, FALSE },
  { "46310.5", UNKNOWN, MUSTER_DATE_SERIAL, "2026-10-15", FALSE, FALSE },
  { "46310.", UNKNOWN, MUSTER_DATE_BAD, NULL, FALSE, FALSE },
  { "46310.5x", UNKNOWN, MUSTER_DATE_BAD, NULL, FALSE, FALSE },
  { "46310.5.1", UNKNOWN, MUSTER_DATE_BAD, NULL, FALSE, FALSE },
  /* no days at all */
  { "soon", UNKNOWN, MUSTER_DATE_BAD, NULL, FALSE, FALSE },
  { "612-555-0142", UNKNOWN, MUSTER_DATE_BAD, NULL, FALSE, FALSE },
  { "12.00.00", UNKNOWN, MUSTER_DATE_BAD, NULL, FALSE, FALSE },
  { "15 years, 3 months and 12 days of work with people", UNKNOWN, MUSTER_DATE_BAD, NULL, FALSE, FALSE },
};

static void
test_read (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GDate date;
      gboolean only_month_first, only_day_first;
      g_autofree char *day = NULL;

      g_test_message ("“%s”", cases[i].cell);
      g_assert_cmpint (muster_import_date_read (cases[i].cell, cases[i].order, &date, &only_month_first, &only_day_first), ==, cases[i].reading);
      day = muster_date_to_iso (&date);
      g_assert_cmpstr (day, ==, cases[i].day);
      g_assert_cmpint (only_month_first, ==, cases[i].only_month_first);
      g_assert_cmpint (only_day_first, ==, cases[i].only_day_first);
    }
}

/* Every day of four years is read from every form as itself. */
static void
test_forms (void)
{
  static const struct
  {
    const char *form;
    MusterDateOrder order;
  } forms[] = {
    { "%Y-%m-%d", UNKNOWN },
    { "%Y%m%d", UNKNOWN },
    { "%Y/%m/%d 00:00", UNKNOWN },
    { "%m/%d/%Y", MONTH },
    { "%m/%d/%y", MONTH },
    { "%d/%m/%Y", DAY },
    { "%d.%m.%y", DAY },
    { "%m%d%Y", MONTH },
  };
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 1, 1, 2024);
  for (guint i = 0; i < 4 * 365; i++, g_date_add_days (&day, 1))
    for (guint j = 0; j < G_N_ELEMENTS (forms); j++)
      {
        char text[64];
        GDate read;

        g_date_strftime (text, sizeof text, forms[j].form, &day);
        g_assert_cmpint (muster_import_date_read (text, forms[j].order, &read, NULL, NULL), ==, MUSTER_DATE_PLAIN);
        g_assert_cmpint (g_date_compare (&read, &day), ==, 0);
      }
}

/* Whatever bytes come, it ends, and a plain day is a day. */
static void
test_any_text (void)
{
  static const char signs[] = "0123456789/-. :,TZapmOctsep";
  char text[40];

  for (guint i = 0; i < 100000; i++)
    {
      guint length = g_test_rand_int_range (0, sizeof text);
      MusterDateReading reading;
      GDate date;

      for (guint j = 0; j < length; j++)
        text[j] = signs[g_test_rand_int_range (0, sizeof signs - 1)];
      text[length] = '\0';
      reading = muster_import_date_read (text, g_test_rand_int_range (0, MUSTER_N_DATE_ORDERS), &date, NULL, NULL);
      g_assert_cmpint (reading == MUSTER_DATE_PLAIN || reading == MUSTER_DATE_SERIAL, ==, g_date_valid (&date));
    }
}

static void
test_serial (void)
{
  g_assert_true (muster_import_date_is_serial ("46310"));
  g_assert_true (muster_import_date_is_serial (" 46310.0 "));
  g_assert_true (muster_import_date_is_serial ("46310.75"));
  g_assert_false (muster_import_date_is_serial ("2026-10-15"));
  g_assert_false (muster_import_date_is_serial ("12345678"));
  g_assert_false (muster_import_date_is_serial ("55401-1234"));
  g_assert_false (muster_import_date_is_serial (""));
  g_assert_false (muster_import_date_is_serial (NULL));
}

static void
test_codes (void)
{
  for (guint order = 0; order < MUSTER_N_DATE_ORDERS; order++)
    {
      MusterDateOrder again;

      g_assert_true (muster_date_order_from_code (muster_date_order_to_code (order), &again, NULL));
      g_assert_cmpint (again, ==, order);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/import-date/any-text", test_any_text);
  g_test_add_func ("/domain/import-date/codes", test_codes);
  g_test_add_func ("/domain/import-date/forms", test_forms);
  g_test_add_func ("/domain/import-date/read", test_read);
  g_test_add_func ("/domain/import-date/serial", test_serial);
  return g_test_run ();
}
