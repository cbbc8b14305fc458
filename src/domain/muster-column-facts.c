/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-column-facts.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "domain/muster-assister.h"
#include "domain/muster-identifier.h"
#include "domain/muster-import-cell.h"
#include "domain/muster-import-date.h"
#include "domain/muster-import-list.h"
#include "domain/muster-organisation.h"
#include "domain/muster-phone-list.h"
#include "domain/muster-word-list.h"

#define MAX_SAMPLE 60
#define MAX_CELL 200
/* Shorter ones are rare by now, and could be anything. */
#define MIN_NPN_DIGITS 6
#define MAX_NPN_DIGITS 8
#define MAX_NAME_WORDS 5

/* Of a hundred filled cells, so many must look like one thing. */
#define NEARLY_ALL 80
#define MOST 60
/* Fewer tell nothing. */
#define MIN_CELLS 3
/* Of a hundred, and at least MIN_CELLS: more than slips of the hand. */
#define SOME 1
/* So many numbers are of one area. */
#define AREA 1000000.0
#define NEVER_BY_CHANCE 0.0001

static const char *const states[] = {
  "ak", "al", "alabama", "alaska", "ar", "arizona", "arkansas", "as", "az", "ca", "california", "co", "colorado", "connecticut", "ct", "dc", "de",
  "delaware", "district of columbia", "fl", "florida", "ga", "georgia", "gu", "hawaii", "hi", "ia", "id", "idaho", "il", "illinois", "in", "indiana",
  "iowa", "kansas", "kentucky", "ks", "ky", "la", "louisiana", "ma", "maine", "maryland", "massachusetts", "md", "me", "mi", "michigan", "minnesota",
  "mississippi", "missouri", "mn", "mo", "montana", "mp", "ms", "mt", "nc", "nd", "ne", "nebraska", "nevada", "new hampshire", "new jersey",
  "new mexico", "new york", "nh", "nj", "nm", "north carolina", "north dakota", "nv", "ny", "oh", "ohio", "ok", "oklahoma", "or", "oregon", "pa",
  "pennsylvania", "pr", "puerto rico", "rhode island", "ri", "sc", "sd", "south carolina", "south dakota", "tennessee", "texas", "tn", "tx", "ut",
  "utah", "va", "vermont", "vi", "virginia", "vt", "wa", "washington", "west virginia", "wi", "wisconsin", "wv", "wy", "wyoming"
};

static const char *const statuses[] = {
  "active", "approved", "canceled", "cancelled", "certified", "complete", "completed", "current", "decertified", "denied", "expired", "in training",
  "inactive", "incomplete", "invalid", "lapsed", "not certified", "on hold", "pending", "recertified", "revoked", "surrendered", "suspended",
  "terminated", "uncertified", "valid", "withdrawn"
};

static const char *const languages[] = {
  "american sign language", "amharic", "arabic", "asl", "burmese", "cambodian", "cantonese", "chinese", "dakota", "english", "espanol", "farsi",
  "french", "german", "haitian creole", "hindi", "hmong", "italian", "japanese", "karen", "khmer", "korean", "lao", "laotian", "mandarin", "navajo",
  "nepali", "none", "ojibwe", "oromo", "other", "persian", "polish", "portuguese", "punjabi", "russian", "somali", "spanish", "swahili", "tagalog",
  "thai", "tigrinya", "ukrainian", "urdu", "vietnamese"
};

static MusterWordList state_list = MUSTER_WORD_LIST (states);
static MusterWordList status_list = MUSTER_WORD_LIST (statuses);
static MusterWordList language_list = MUSTER_WORD_LIST (languages);

static gboolean
is_all_digits (const char *text)
{
  return *text != '\0' && text[strspn (text, "0123456789")] == '\0';
}

/* 55401, 55401-1234, and 554011234 with an O for a zero or two */
static gboolean
is_zip (const char *text)
{
  gsize first = strspn (text, "0123456789Oo"), second;

  if (!g_ascii_isdigit (text[0]) && !g_ascii_isdigit (text[1]))
    return FALSE;
  if ((first == 5 || first == 9) && text[first] == '\0')
    return TRUE;
  second = first == 5 && text[5] == '-' ? strspn (text + 6, "0123456789Oo") : 0;
  return second == 4 && text[10] == '\0';
}

static gboolean
is_list_of (const char *text, MusterWordList *words)
{
  g_auto (GStrv) parts = NULL;

  if (muster_word_list_has (words, text))
    return TRUE;
  if (strpbrk (text, ";,/|&+ ") == NULL)
    return FALSE;
  parts = muster_import_list_split (text);
  for (guint i = 0; parts[i] != NULL; i++)
    if (!muster_word_list_has (words, parts[i]))
      return FALSE;
  return parts[0] != NULL;
}

/* Two to five words of letters, or one before a comma */
static gboolean
is_person_name (const char *text)
{
  guint words = 1;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == ' ')
        words++;
      else if (!g_ascii_isalpha (*p) && (guchar) *p < 0x80 && strchr (".,'-", *p) == NULL)
        return FALSE;
    }
  return words >= 2 && words <= MAX_NAME_WORDS;
}

static gboolean
is_good (gboolean (*check) (const char *text, char **kept, GError **error), const char *text)
{
  g_autofree char *kept = NULL;

  return check (text, &kept, NULL);
}

static void
count_date (MusterColumnFacts *facts, const char *text)
{
  gboolean only_month_first, only_day_first;
  MusterDateReading reading;

  if (strpbrk (text, "0123456789") == NULL)
    return;
  if (muster_import_date_is_serial (text))
    {
      facts->n_serial++;
      return;
    }
  reading = muster_import_date_read (text, MUSTER_DATE_ORDER_UNKNOWN, NULL, &only_month_first, &only_day_first);
  facts->n_date += reading == MUSTER_DATE_PLAIN || reading == MUSTER_DATE_AMBIGUOUS;
  facts->n_ambiguous += reading == MUSTER_DATE_AMBIGUOUS;
  facts->n_only_month_first += only_month_first;
  facts->n_only_day_first += only_day_first;
}

static void
count_nine_digits (MusterColumnFacts *facts, const char *text)
{
  guint number = strtoul (text, NULL, 10);
  guint i = 0;

  facts->n_nine_digits += muster_identifier_looks_like_ssn (text);
  facts->n_never_ssn += muster_identifier_was_never_ssn (text);
  facts->lowest = facts->n_series > 0 ? MIN (facts->lowest, number) : number;
  facts->highest = MAX (facts->highest, number);
  while (i < facts->n_series && facts->series[i] != number)
    i++;
  if (i == facts->n_series && i < MUSTER_N_SERIES)
    facts->series[facts->n_series++] = number;
}

static void
count_digits (MusterColumnFacts *facts, const char *text)
{
  gsize length = strlen (text);
  gboolean only_digits = is_all_digits (text);

  facts->n_npn += only_digits && length >= MIN_NPN_DIGITS && length <= MAX_NPN_DIGITS && text[0] != '0';
  facts->n_zip += is_zip (text);
  if (only_digits && length == 9)
    count_nine_digits (facts, text);
  else
    facts->n_ssn += muster_identifier_looks_like_ssn (text);
  facts->n_assister_id += !only_digits && strpbrk (text, "0123456789") != NULL && is_good (muster_identifier_check_assister_id, text);
}

static void
count_words (MusterColumnFacts *facts, const char *text)
{
  g_autofree char *folded = muster_text_fold (text);
  MusterAssisterType type;
  gboolean is_organisation = muster_organisation_is_name (text), is_name = !is_organisation && is_person_name (text);

  facts->n_state += muster_word_list_has (&state_list, folded);
  facts->n_status += muster_word_list_has (&status_list, folded);
  facts->n_language += is_list_of (folded, &language_list);
  facts->n_type += muster_assister_type_from_text (text, &type, NULL);
  facts->n_organisation += is_organisation;
  facts->n_name += is_name;
  facts->n_comma_name += is_name && strchr (text, ',') != NULL;
}

static void
take_sample (MusterColumnFacts *facts, const char *text)
{
  g_autofree char *sample = NULL;

  if (facts->samples[MUSTER_N_SAMPLES - 1] != NULL || muster_identifier_looks_like_ssn (text) || muster_identifier_may_hold_ssn (text, TRUE))
    return;
  sample = g_utf8_strlen (text, -1) > MAX_SAMPLE ? g_utf8_substring (text, 0, MAX_SAMPLE) : g_strdup (text);
  for (guint i = 0; i < MUSTER_N_SAMPLES; i++)
    {
      if (facts->samples[i] == NULL)
        {
          facts->samples[i] = g_steal_pointer (&sample);
          return;
        }
      if (strcmp (facts->samples[i], sample) == 0)
        return;
    }
}

static gboolean
is_share (const MusterColumnFacts *facts, guint n, guint percent)
{
  return n >= MIN_CELLS && (guint64) n * 100 >= (guint64) facts->n_filled * percent;
}

void
muster_column_facts_add (MusterColumnFacts *facts, const char *cell)
{
  g_autofree char *text = muster_import_cell_read (cell, TRUE);
  g_autofree char *kept = NULL;

  facts->n_rows++;
  if (text == NULL)
    return;
  facts->n_filled++;
  take_sample (facts, text);
  if (strlen (text) > MAX_CELL)
    return;
  count_digits (facts, text);
  count_date (facts, text);
  facts->n_email += strchr (text, '@') != NULL && muster_identifier_check_email (text, &kept, NULL);
  if (strpbrk (text, "0123456789") != NULL)
    {
      g_autoptr (GPtrArray) phones = muster_phone_list_read (text, NULL);

      facts->n_phone += phones->len > 0;
    }
  count_words (facts, text);
}

void
muster_column_facts_clear (MusterColumnFacts *facts)
{
  for (guint i = 0; i < MUSTER_N_SAMPLES; i++)
    g_free (facts->samples[i]);
  memset (facts, 0, sizeof *facts);
}

MusterImportField
muster_column_facts_guess (const MusterColumnFacts *facts)
{
  const struct
  {
    guint n;
    MusterImportField field;
  } guesses[] = {
    { facts->n_email, MUSTER_FIELD_EMAIL },
    { facts->n_phone, MUSTER_FIELD_PHONE },
    { facts->n_type, MUSTER_FIELD_TYPE },
    { facts->n_state, MUSTER_FIELD_IGNORE },
    { facts->n_status, MUSTER_FIELD_STATUS },
    { facts->n_language, MUSTER_FIELD_LANGUAGES },
    { facts->n_date, MUSTER_FIELD_IGNORE },
    { facts->n_zip, MUSTER_FIELD_IGNORE },
    { facts->n_npn, MUSTER_FIELD_NPN },
    { facts->n_assister_id, MUSTER_FIELD_ASSISTER_ID },
    { facts->n_organisation, MUSTER_FIELD_AGENCY },
    { facts->n_name, MUSTER_FIELD_NAME },
  };

  if (muster_column_facts_hold_ssn (facts, MUSTER_FIELD_IGNORE, MUSTER_HEADER_UNKNOWN))
    return MUSTER_FIELD_SSN;
  for (guint i = 0; i < G_N_ELEMENTS (guesses); i++)
    if (is_share (facts, guesses[i].n, NEARLY_ALL))
      return guesses[i].field;
  return MUSTER_FIELD_IGNORE;
}

MusterImportField
muster_column_facts_overrule (const MusterColumnFacts *facts, MusterImportField field)
{
  static const MusterImportField of_words[] = { MUSTER_FIELD_NAME, MUSTER_FIELD_GIVEN_NAME, MUSTER_FIELD_MIDDLE_NAME, MUSTER_FIELD_FAMILY_NAME, MUSTER_FIELD_AGENCY };

  for (guint i = 0; i < G_N_ELEMENTS (of_words); i++)
    if (field != of_words[i])
      continue;
    else if (is_share (facts, facts->n_email, NEARLY_ALL))
      return MUSTER_FIELD_EMAIL;
    else if (is_share (facts, facts->n_phone, NEARLY_ALL))
      return MUSTER_FIELD_PHONE;
  return field;
}

gboolean
muster_column_facts_bear_out (const MusterColumnFacts *facts, MusterImportField field)
{
  return field != MUSTER_FIELD_TYPE || (facts->n_type > 0 && facts->n_type * 2 >= facts->n_filled);
}

gboolean
muster_column_facts_is_series (const MusterColumnFacts *facts)
{
  double chance = 1;

  if (facts->n_nine_digits < MIN_CELLS)
    return FALSE;
  if (is_share (facts, facts->n_never_ssn, SOME))
    return TRUE;
  for (guint i = 1; i < facts->n_series; i++)
    chance *= (facts->highest - facts->lowest) / AREA;
  return facts->n_series >= MIN_CELLS && chance < NEVER_BY_CHANCE;
}

gboolean
muster_column_facts_hold_ssn (const MusterColumnFacts *facts, MusterImportField field, MusterHeaderKind header)
{
  gboolean may_be_nine_digits = field == MUSTER_FIELD_NPN || field == MUSTER_FIELD_ASSISTER_ID || field == MUSTER_FIELD_LICENCE_NUMBER;

  if (is_share (facts, facts->n_ssn, MOST))
    return TRUE;
  if (header == MUSTER_HEADER_OF_NINE_DIGITS)
    return FALSE;
  if (header == MUSTER_HEADER_OF_TAX_NUMBERS)
    return facts->n_nine_digits + facts->n_ssn > 0;
  if (field == MUSTER_FIELD_LICENCE_NUMBER && header == MUSTER_HEADER_KNOWN && muster_column_facts_is_series (facts))
    return FALSE;
  /* Real identifiers have some of other lengths among them, and of nine digits some that were never given out. */
  return is_share (facts, facts->n_nine_digits + facts->n_ssn, header == MUSTER_HEADER_KNOWN || may_be_nine_digits ? NEARLY_ALL : MOST);
}

char *
muster_column_facts_dup_date_evidence (const MusterColumnFacts *facts, const char *example)
{
  guint month = facts->n_only_month_first, day = facts->n_only_day_first, either = facts->n_ambiguous;
  GString *evidence = g_string_new (NULL);

  if (month > 0)
    g_string_append_printf (evidence, ngettext ("%u value can only be month-day, ", "%u values can only be month-day, ", month), month);
  if (day > 0)
    g_string_append_printf (evidence, ngettext ("%u value can only be day-month, ", "%u values can only be day-month, ", day), day);
  g_string_append_printf (evidence, ngettext ("%u value could be either", "%u values could be either", either), either);
  if (example != NULL)
    g_string_append_printf (evidence, _(", such as “%s”"), example);
  g_string_append_c (evidence, '.');
  return g_string_free_and_steal (evidence);
}
