/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-import-date.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-code.h"
#include "domain/muster-import-cell.h"

#define MAX_LENGTH 48
#define N_PARTS 3
#define MIN_YEAR 1900
#define MAX_YEAR 2199
#define PIVOT 70
#define MIN_SERIAL 20000
#define MAX_SERIAL 80000

static const char *const order_codes[MUSTER_N_DATE_ORDERS] = {
  [MUSTER_DATE_ORDER_UNKNOWN] = "unknown",
  [MUSTER_DATE_ORDER_MONTH_FIRST] = "month-day",
  [MUSTER_DATE_ORDER_DAY_FIRST] = "day-month",
};

static const char *const month_names[] = { "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december" };
static const char *const weekday_names[] = { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday" };
static const char *const time_words[] = { "am", "pm", "a.m.", "p.m.", "z", "t", "utc", "gmt", "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt" };

/* A number, or a month by its name. */
typedef struct
{
  guint value;
  guint n_digits; /* 0 for a name */
  char before;    /* the separator in front, '\0' for none; blanks count only if nothing else is there */
} Part;

/* The number of the name in @names that begins with the @length letters at @word, from 1; 0 if there is none. Three letters are the least that anybody writes. */
static guint
find_name (const char *word, gsize length, const char *const *names, guint n_names)
{
  for (guint i = 0; length >= 3 && i < n_names; i++)
    if (length <= strlen (names[i]) && g_ascii_strncasecmp (word, names[i], length) == 0)
      return i + 1;
  return 0;
}

static gsize
count_letters (const char *p)
{
  gsize n = 0;

  while (g_ascii_isalpha (p[n]))
    n++;
  return n;
}

static gsize
count_digits (const char *p)
{
  gsize n = 0;

  while (g_ascii_isdigit (p[n]))
    n++;
  return n;
}

static guint
read_number (const char *p, gsize n_digits)
{
  guint value = 0;

  for (gsize i = 0; i < n_digits; i++)
    value = value * 10 + (p[i] - '0');
  return value;
}

/* “15th” */
static gsize
count_ordinal (const char *p)
{
  static const char *const endings[] = { "st", "nd", "rd", "th" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_ascii_strncasecmp (p, endings[i], 2) == 0 && !g_ascii_isalpha (p[2]))
      return 2;
  return 0;
}

/* Reads the part at @p; returns where it ends, or %NULL if there is none. */
static const char *
read_part (const char *p, Part *part)
{
  gsize letters, digits;

  part->before = '\0';
  for (; *p == ' ' || *p == ',' || *p == '-' || *p == '/' || *p == '.'; p++)
    if (part->before == '\0' || part->before == ' ')
      part->before = *p;

  digits = count_digits (p);
  if (digits > 0 && digits <= 4)
    {
      part->n_digits = digits;
      part->value = read_number (p, digits);
      p += digits;
      return p + count_ordinal (p);
    }
  letters = count_letters (p);
  part->n_digits = 0;
  part->value = find_name (p, letters, month_names, G_N_ELEMENTS (month_names));
  return part->value > 0 ? p + letters : NULL;
}

/* What may stand behind a day: nothing, or a time. */
static gboolean
is_time (const char *p)
{
  while (*p != '\0')
    {
      gboolean known = g_ascii_isdigit (*p) || strchr (" :.,+-", *p) != NULL;

      for (guint i = 0; !known && i < G_N_ELEMENTS (time_words); i++)
        {
          gsize length = strlen (time_words[i]);

          if (g_ascii_strncasecmp (p, time_words[i], length) == 0 && !g_ascii_isalpha (p[length]))
            {
              known = TRUE;
              p += length - 1;
            }
        }
      if (!known)
        return FALSE;
      p++;
    }
  return TRUE;
}

static const char *
skip_weekday (const char *p)
{
  gsize letters = count_letters (p);

  if (find_name (p, letters, weekday_names, G_N_ELEMENTS (weekday_names)) == 0)
    return p;
  p += letters;
  return p + strspn (p, " ,.");
}

static gboolean
set_date (guint year, guint n_year_digits, guint month, guint day, GDate *date)
{
  if (n_year_digits == 2)
    year += year < PIVOT ? 2000 : 1900;
  else if (n_year_digits != 4)
    return FALSE;
  if (year < MIN_YEAR || year > MAX_YEAR || !g_date_valid_dmy (day, month, year))
    return FALSE;
  g_date_clear (date, 1);
  g_date_set_dmy (date, day, month, year);
  return TRUE;
}

/* The three numbers of a day of which nobody knows yet which is the month. */
typedef struct
{
  guint first;
  guint second;
  guint year;
  guint n_year_digits;
} Digits;

static MusterDateReading
settle_order (const Digits *digits, MusterDateOrder order, GDate *date, gboolean *only_month_first, gboolean *only_day_first)
{
  GDate month_first, day_first;
  gboolean may_be_month_first = set_date (digits->year, digits->n_year_digits, digits->first, digits->second, &month_first);
  gboolean may_be_day_first = set_date (digits->year, digits->n_year_digits, digits->second, digits->first, &day_first);

  *only_month_first = may_be_month_first && !may_be_day_first;
  *only_day_first = may_be_day_first && !may_be_month_first;
  if (may_be_month_first && may_be_day_first && order == MUSTER_DATE_ORDER_UNKNOWN && digits->first != digits->second)
    return MUSTER_DATE_AMBIGUOUS;
  if (may_be_month_first && order != MUSTER_DATE_ORDER_DAY_FIRST)
    *date = month_first;
  else if (may_be_day_first && order != MUSTER_DATE_ORDER_MONTH_FIRST)
    *date = day_first;
  else
    return MUSTER_DATE_BAD;
  return MUSTER_DATE_PLAIN;
}

static MusterDateReading
read_parts (const Part parts[N_PARTS], MusterDateOrder order, GDate *date, gboolean *only_month_first, gboolean *only_day_first)
{
  const Part *a = &parts[0], *b = &parts[1], *c = &parts[2];
  gboolean good;

  if (c->n_digits == 0 || (a->n_digits == 0 && b->n_digits == 0))
    return MUSTER_DATE_BAD;
  if (a->n_digits == 4)
    good = c->n_digits <= 2 && set_date (a->value, 4, b->value, c->value, date);
  else if (a->n_digits == 0)
    good = b->n_digits <= 2 && set_date (c->value, c->n_digits, a->value, b->value, date);
  else if (b->n_digits == 0)
    good = a->n_digits <= 2 && set_date (c->value, c->n_digits, b->value, a->value, date);
  else
    {
      const Digits digits = { a->value, b->value, c->value, c->n_digits };

      if (a->n_digits > 2 || b->n_digits > 2 || b->before != c->before || (b->before != '-' && b->before != '/' && b->before != '.'))
        return MUSTER_DATE_BAD;
      return settle_order (&digits, order, date, only_month_first, only_day_first);
    }
  return good ? MUSTER_DATE_PLAIN : MUSTER_DATE_BAD;
}

/* 20261015, 20261015093000, 10152026 */
static MusterDateReading
read_run (const char *text, gsize n, MusterDateOrder order, GDate *date, gboolean *only_month_first, gboolean *only_day_first)
{
  Digits digits;

  if (n < 8)
    return MUSTER_DATE_BAD;
  digits = (Digits) { read_number (text, 2), read_number (text + 2, 2), read_number (text + 4, 4), 4 };
  if ((n == 8 || n == 14) && set_date (read_number (text, 4), 4, read_number (text + 4, 2), read_number (text + 6, 2), date))
    return MUSTER_DATE_PLAIN;
  return n == 8 ? settle_order (&digits, order, date, only_month_first, only_day_first) : MUSTER_DATE_BAD;
}

static gboolean
read_serial (const char *text, GDate *date)
{
  gsize n = count_digits (text);
  guint days = n == 5 ? read_number (text, n) : 0;
  gsize n_time = text[n] == '.' ? count_digits (text + n + 1) : 0;

  if (days < MIN_SERIAL || days > MAX_SERIAL || (text[n] != '\0' && (n_time == 0 || text[n + 1 + n_time] != '\0')))
    return FALSE;
  g_date_clear (date, 1);
  g_date_set_dmy (date, 30, 12, 1899);
  g_date_add_days (date, days);
  return TRUE;
}

/* 00/00/0000, and the day 0 of spreadsheets */
static gboolean
is_no_day (const char *text)
{
  return text[strspn (text, "0-/.: ")] == '\0' || g_str_has_prefix (text, "1/0/1900") || g_str_has_prefix (text, "1900-01-00") || g_str_has_prefix (text, "0000-00-00");
}

/* Nothing to tidy, and no word for nothing: most cells of such a column are read as they stand. */
static gboolean
is_tidy (const char *cell)
{
  const char *p;

  if (cell == NULL || !g_ascii_isdigit (*cell))
    return FALSE;
  for (p = cell; *p != '\0'; p++)
    if (!g_ascii_isgraph (*p) && (*p != ' ' || p[1] == ' '))
      return FALSE;
  return p[-1] != ' ' && strspn (cell, "0") < (gsize) (p - cell);
}

static MusterDateReading
read_text (const char *text, MusterDateOrder order, GDate *date, gboolean *only_month_first, gboolean *only_day_first)
{
  Part parts[N_PARTS];
  const char *p = skip_weekday (text);
  gsize digits = count_digits (text);

  if (strlen (text) > MAX_LENGTH)
    return MUSTER_DATE_BAD;
  if (is_no_day (text))
    return MUSTER_DATE_NOTHING;
  if (read_serial (text, date))
    return MUSTER_DATE_SERIAL;
  if (digits > 4)
    return text[digits] == '\0' ? read_run (text, digits, order, date, only_month_first, only_day_first) : MUSTER_DATE_BAD;
  for (guint i = 0; i < N_PARTS; i++)
    {
      p = read_part (p, &parts[i]);
      if (p == NULL)
        return MUSTER_DATE_BAD;
    }
  return is_time (p) ? read_parts (parts, order, date, only_month_first, only_day_first) : MUSTER_DATE_BAD;
}

const char *
muster_date_order_to_code (MusterDateOrder order)
{
  g_return_val_if_fail ((guint) order < MUSTER_N_DATE_ORDERS, "");
  return order_codes[order];
}

gboolean
muster_date_order_from_code (const char *code, MusterDateOrder *order, GError **error)
{
  guint index;

  if (!muster_code_find (order_codes, MUSTER_N_DATE_ORDERS, code, _("This is not an order of day and month"), &index, error))
    return FALSE;
  *order = index;
  return TRUE;
}

MusterDateReading
muster_import_date_read (const char *cell, MusterDateOrder order, GDate *date, gboolean *only_month_first, gboolean *only_day_first)
{
  g_autofree char *tidy = NULL;
  const char *text = cell;
  gboolean month_first = FALSE, day_first = FALSE;
  MusterDateReading reading = MUSTER_DATE_NOTHING;
  GDate read;

  if (!is_tidy (cell))
    text = tidy = muster_import_cell_read (cell, TRUE);
  g_date_clear (&read, 1);
  if (text != NULL)
    reading = read_text (text, order, &read, &month_first, &day_first);
  if (date != NULL)
    *date = read;
  if (date != NULL && reading != MUSTER_DATE_PLAIN && reading != MUSTER_DATE_SERIAL)
    g_date_clear (date, 1);
  if (only_month_first != NULL)
    *only_month_first = month_first;
  if (only_day_first != NULL)
    *only_day_first = day_first;
  return reading;
}

gboolean
muster_import_date_is_serial (const char *cell)
{
  g_autofree char *text = muster_import_cell_read (cell, TRUE);
  GDate date;

  return text != NULL && read_serial (text, &date);
}
