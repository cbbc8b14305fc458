/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-import-reader.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-identifier.h"
#include "domain/muster-phone-list.h"

static gboolean
is_name (MusterImportField field)
{
  return field == MUSTER_FIELD_NAME || field == MUSTER_FIELD_GIVEN_NAME || field == MUSTER_FIELD_MIDDLE_NAME || field == MUSTER_FIELD_FAMILY_NAME;
}

/* What a person can be reached by is nobody’s name. */
static gboolean
is_contact (const char *said)
{
  g_autofree char *kept = NULL;

  if (strchr (said, '@') != NULL && muster_identifier_check_email (said, &kept, NULL))
    return TRUE;
  return strpbrk (said, "0123456789") != NULL && muster_phone_list_check (said, &kept, NULL);
}

/* ="12345678": nothing is lost, but it is said. */
void
muster_import_reader_find_wrapped (MusterImportReader *reader, const char *cell, const char *said)
{
  g_autofree char *message = NULL;

  while (*cell == ' ')
    cell++;
  if (cell[0] != '=' || cell[1] != '"' || muster_identifier_looks_like_ssn (said))
    return;
  message = g_strdup_printf (_("A spreadsheet has this as a formula that gives a text. The text is taken: “%s”."), said);
  muster_import_reader_find (reader, cell, "formula-text", message);
}

static gboolean
has_control_characters (const char *cell)
{
  for (const guchar *p = (const guchar *) cell; *p != '\0'; p++)
    if ((*p < 0x20 && strchr ("\t\n\v\f\r", *p) == NULL) || *p == 0x7f || (*p == 0xc2 && p[1] >= 0x80 && p[1] < 0xa0 && p[1] != 0x85))
      return TRUE;
  return FALSE;
}

/* Nobody sees them, and so nobody would know that they are gone, or that a program has put them in the place of something. */
void
muster_import_reader_find_control (MusterImportReader *reader, const char *cell, const char *said)
{
  g_autofree char *message = NULL;

  if (!has_control_characters (cell))
    return;
  message = g_strdup_printf (_("The cell holds control characters, which nobody sees. They are left out, and “%s” is taken. Make sure that nothing is missing."), said);
  muster_import_reader_find (reader, said, "control-characters", message);
}

/* No name begins so, but a spreadsheet that opens it may do what it says. */
void
muster_import_reader_find_formula (MusterImportReader *reader, MusterImportField field, const char *said)
{
  const char *rest = said + strspn (said, "=+@ ");
  g_autofree char *message = NULL;

  if (!is_name (field) || strchr ("=+@", *said) == NULL)
    return;
  message = g_strdup_printf (_("“%s” begins with “%c”, as a formula does and no name. Make sure that it is one."), said, *said);
  muster_import_reader_find (reader, said, "formula-name", message)->fix = *rest != '\0' ? g_strdup (rest) : NULL;
}

#define FIRST_EXPIRY 1950
#define MOST_YEARS_AHEAD 10

gboolean
muster_import_reader_find_no_end (MusterImportReader *reader, MusterImportField field, const char *said)
{
  g_autoptr (GString) text = NULL;
  g_autofree char *message = NULL;
  GDate day;

  if ((field != MUSTER_FIELD_LICENCE_EXPIRES && field != MUSTER_FIELD_CERTIFIED_THROUGH && field != MUSTER_FIELD_ENDED_ON) || (strstr (said, "99") == NULL))
    return FALSE;
  text = g_string_new (said);
  g_string_replace (text, "9999", "2099", 0);
  if (muster_import_date_read (text->str, MUSTER_DATE_ORDER_UNKNOWN, &day, NULL, NULL) != MUSTER_DATE_PLAIN || g_date_get_year (&day) != 2099 || g_date_get_month (&day) != 12 ||
      g_date_get_day (&day) != 31)
    return FALSE;
  message = g_strdup_printf (_("“%s” is what databases write where there is no end. No day is kept."), said);
  muster_import_reader_find (reader, said, "no-end", message)->is_note = TRUE;
  return TRUE;
}

void
muster_import_reader_judge_expiry (MusterImportReader *reader, MusterImportField field, const char *said, const GDate *day)
{
  const GDate *today = reader->reading->today;
  g_autofree char *message = NULL;
  GDate last;

  if (field != MUSTER_FIELD_LICENCE_EXPIRES || today == NULL || !g_date_valid (day))
    return;
  last = *today;
  g_date_add_years (&last, MOST_YEARS_AHEAD);
  if (g_date_get_year (day) >= FIRST_EXPIRY && g_date_compare (day, &last) <= 0)
    return;
  message = g_strdup_printf (_("“%s” is hardly the day on which a license expires. Ask the sender for the right one."), said);
  muster_import_reader_find (reader, said, "expiry-odd", message);
}

/* A line end, a quotation mark without its other, or a number of five digits: a stray quotation mark makes the next cells part of this one. */
static gboolean
runs_on (const char *cell, const char *said)
{
  guint n_quotes = 0;
  gboolean has_number = FALSE;
  const char *line_end = strchr (cell + strspn (cell, " \t\r\n"), '\n');

  for (const char *p = said; *p != '\0'; p++)
    {
      n_quotes += *p == '"';
      has_number |= strspn (p, "0123456789") >= 5 && (p == said || !g_ascii_isalnum (p[-1]));
    }
  return n_quotes % 2 == 1 || has_number || (line_end != NULL && line_end[strspn (line_end, " \t\r\n")] != '\0');
}

gboolean
muster_import_reader_check_name (MusterImportReader *reader, MusterImportField field, const char *cell, const char *said)
{
  g_autofree char *message = NULL;

  if (!is_name (field))
    return TRUE;
  if (!is_contact (said) && runs_on (cell, said))
    {
      message = g_strdup_printf (_("“%s” holds more than a name: a line end, a quotation mark without its other, or a number. Other people may be hidden in it. Correct the file there."), said);
      muster_import_reader_reject (reader, said, MUSTER_RULE_NAME_RUNS_ON, message);
      return FALSE;
    }
  if (!is_contact (said))
    return TRUE;
  message = g_strdup_printf (_("“%s” is an e-mail address or a phone number, and nobody’s name. Say what the column is, or correct the row."), said);
  muster_import_reader_reject (reader, said, "name-form", message);
  return FALSE;
}
