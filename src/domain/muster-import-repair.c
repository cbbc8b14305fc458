/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-import-repair.h"

#include "domain/muster-identifier.h"
#include "domain/muster-phone-list.h"

#define MAX_NUMBER 24

/* The digits of 1.2345678E7, 1,2345678E+07: %NULL unless it is such a number. @is_whole: whether not one digit is missing and none is too many. */
static char *
read_exponent (const char *text, gboolean *is_whole)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  const char *p = text;
  guint exponent = 0, n_exponent = 0;

  if (!g_ascii_isdigit (*p) || strlen (text) > MAX_NUMBER)
    return NULL;
  g_string_append_c (digits, *p++);
  if (*p == '.' || *p == ',')
    for (p++; g_ascii_isdigit (*p); p++)
      g_string_append_c (digits, *p);
  if (*p != 'E' && *p != 'e')
    return NULL;
  for (p += 1 + (p[1] == '+'); g_ascii_isdigit (*p) && n_exponent < 3; p++, n_exponent++)
    exponent = exponent * 10 + (*p - '0');
  if (*p != '\0' || n_exponent == 0)
    return NULL;
  *is_whole = digits->len == exponent + 1;
  return g_string_free_and_steal (g_steal_pointer (&digits));
}

/* The digits of 40217.0: %NULL unless nothing but zeros stands behind the point. */
static char *
read_decimal (const char *text)
{
  gsize whole = strspn (text, "0123456789");
  gsize zeros = text[whole] == '.' ? strspn (text + whole + 1, "0") : 0;

  return whole > 0 && zeros > 0 && text[whole + 1 + zeros] == '\0' ? g_strndup (text, whole) : NULL;
}

/* 12345678.00 and 12,345,678 */
static char *
read_grouped (const char *text)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  const char *p = text;
  gsize first = strspn (p, "0123456789");

  g_string_append_len (digits, p, first);
  p += first;
  while (first > 0 && first <= 3 && *p == ',' && strspn (p + 1, "0123456789") == 3)
    {
      g_string_append_len (digits, p + 1, 3);
      p += 4;
    }
  if (*p == '.' && p[1] == '0')
    p += 1 + strspn (p + 1, "0");
  return *p == '\0' && p > text + first ? g_string_free_and_steal (g_steal_pointer (&digits)) : NULL;
}

/* The one run of digits in “NPN: 12345678” and “#12345678”, without the zeros that somebody filled it up with. */
static char *
read_labelled (const char *text)
{
  static const char *const labels[] = { "", "npn", "npnno", "npnnum", "npnnumber", "no", "number", NULL };
  const char *p = text + strcspn (text, "0123456789");
  char label[16];
  gsize n = 0;
  gsize length = strspn (p, "0123456789");
  gsize zeros = strspn (p, "0");

  if (p[length] != '\0' || length == zeros)
    return NULL;
  for (const char *q = text; q < p; q++)
    if (g_ascii_isalpha (*q) && n + 1 < sizeof label)
      label[n++] = g_ascii_tolower (*q);
    else if (strchr (" #:.", *q) == NULL)
      return NULL;
  label[n] = '\0';
  return g_strv_contains (labels, label) ? g_strdup (p + zeros) : NULL;
}

static char *
replace_letters (const char *text)
{
  char *copy = g_strdup (text);

  for (char *p = copy; *p != '\0'; p++)
    if (*p == 'O' || *p == 'o')
      *p = '0';
  return copy;
}

/* An O beside digits: a word has others of its own kind beside it. */
static gboolean
has_letter_for_digit (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if ((*p == 'O' || *p == 'o') && ((p > text && g_ascii_isalpha (p[-1]) && p[-1] != 'O' && p[-1] != 'o') || (g_ascii_isalpha (p[1]) && p[1] != 'O' && p[1] != 'o')))
      return FALSE;
  return strpbrk (text, "Oo") != NULL && strpbrk (text, "123456789") != NULL;
}

static char *
repair_npn (const char *text, const char **rule)
{
  gboolean is_whole = TRUE;
  g_autofree char *digits = read_exponent (text, &is_whole);
  char *kept = NULL;

  if (digits == NULL)
    digits = read_grouped (text);
  if (digits != NULL && *digits != '0')
    *rule = "npn-damaged";
  else
    {
      g_free (digits);
      digits = read_labelled (text);
    }
  return digits != NULL && is_whole && muster_identifier_check_npn (digits, &kept, NULL) ? kept : NULL;
}

/* Identifiers that may be numbers: all of the digits, or none. */
static char *
repair_number (MusterImportField field, const char *text, const char **rule)
{
  gboolean is_whole = FALSE;
  g_autofree char *digits = read_exponent (text, &is_whole);
  char *kept = NULL;

  if (digits == NULL && (digits = read_decimal (text)) != NULL)
    is_whole = TRUE;
  if (digits == NULL)
    return NULL;
  if (field == MUSTER_FIELD_LICENCE_NUMBER)
    *rule = "licence-number-damaged";
  if (!is_whole)
    return NULL;
  if (field == MUSTER_FIELD_ASSISTER_ID)
    muster_identifier_check_assister_id (digits, &kept, NULL);
  else if (field == MUSTER_FIELD_TRAINING_ID)
    muster_identifier_check_training_id (digits, &kept, NULL);
  else if (field == MUSTER_FIELD_ADMIN_ID)
    muster_identifier_check_admin_id (digits, &kept, NULL);
  else
    kept = g_steal_pointer (&digits);
  return kept;
}

static char *
repair_letters (MusterImportField field, const char *text, const char **rule)
{
  g_autofree char *digits = has_letter_for_digit (text) ? replace_letters (text) : NULL;
  char *kept = NULL;
  gboolean good;

  if (digits == NULL)
    return NULL;
  if (field == MUSTER_FIELD_NPN)
    good = muster_identifier_check_npn (digits, &kept, NULL);
  else
    good = muster_phone_list_check (digits, &kept, NULL);
  if (good)
    *rule = "letter-for-digit";
  return kept;
}

/* The first address of “Ana <ana@example.org>”, “mailto:ana@example.org”, “ana@example.org; pao@example.org” */
static char *
repair_email (const char *text)
{
  g_auto (GStrv) parts = g_strsplit_set (text, " <>()[];,:\"|/", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *kept = NULL;
      gsize length = strlen (parts[i]);

      if (length > 0 && parts[i][length - 1] == '.')
        parts[i][length - 1] = '\0';
      if (muster_identifier_check_email (parts[i], &kept, NULL))
        return kept;
    }
  return NULL;
}

gboolean
muster_import_is_decimal (const char *text)
{
  g_autofree char *digits = read_decimal (text);

  return digits != NULL;
}

char *
muster_import_repair (MusterImportField field, const char *text, const char **rule)
{
  char *fix = NULL;

  if (muster_identifier_looks_like_ssn (text) || muster_identifier_contains_ssn (text))
    return NULL;
  if (field == MUSTER_FIELD_NPN || field == MUSTER_FIELD_PHONE || field == MUSTER_FIELD_OTHER_PHONE)
    fix = repair_letters (field, text, rule);
  if (fix == NULL && field == MUSTER_FIELD_NPN)
    fix = repair_npn (text, rule);
  if (field == MUSTER_FIELD_LICENCE_NUMBER || field == MUSTER_FIELD_ASSISTER_ID || field == MUSTER_FIELD_TRAINING_ID || field == MUSTER_FIELD_ADMIN_ID)
    fix = repair_number (field, text, rule);
  if (field == MUSTER_FIELD_EMAIL)
    fix = repair_email (text);
  if (fix != NULL && muster_identifier_looks_like_ssn (fix))
    g_clear_pointer (&fix, g_free);
  return fix;
}
