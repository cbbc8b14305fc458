/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-identifier.h"
#include "domain/muster-import-row.h"
#include "domain/muster-name-compare.h"

static char *
dup_with_plain_apostrophes (const char *text)
{
  g_autoptr (GString) plain = g_string_new (text);

  g_string_replace (plain, "\u2019", "'", 0);
  return g_string_free_and_steal (g_steal_pointer (&plain));
}

/* O'Brien is O’Brien, and J. says less than Jane. */
static gboolean
is_same_name (const char *kept, const char *value)
{
  g_autofree char *first = dup_with_plain_apostrophes (kept);
  g_autofree char *second = dup_with_plain_apostrophes (value);

  return strcmp (first, second) == 0 || muster_name_is_initial_of (value, kept);
}

/* How a file in capitals would be written is a guess, which says nothing new. */
static gboolean
is_same_in_capitals (const char *kept, const char *value)
{
  g_autofree char *first = g_utf8_casefold (kept, -1);
  g_autofree char *second = g_utf8_casefold (value, -1);

  return is_same_name (first, second);
}

static gboolean
is_same_email (const char *a, const char *b)
{
  g_autofree char *first = muster_identifier_dup_email_key (a);
  g_autofree char *second = muster_identifier_dup_email_key (b);

  return strcmp (first, second) == 0;
}

gboolean
muster_import_lost_zeros (const char *said, const char *known)
{
  gsize zeros = known != NULL ? strspn (known, "0") : 0;

  return said != NULL && *said != '\0' && *said != '0' && zeros > 0 && strcmp (known + zeros, said) == 0 && strspn (said, "0123456789") == strlen (said);
}

/* What a spreadsheet has taken the zeros from is no other number. */
static gboolean
is_same_number (const char *kept, const char *value)
{
  return muster_import_lost_zeros (value, kept);
}

static gboolean
merge_text (char **kept, const char *value, gboolean (*is_same) (const char *kept, const char *value))
{
  if (value == NULL || g_strcmp0 (*kept, value) == 0)
    return FALSE;
  if (*kept != NULL && is_same != NULL && is_same (*kept, value))
    return FALSE;
  g_set_str (kept, value);
  return TRUE;
}

gboolean
muster_import_row_merge (const MusterImportRow *row, MusterAssister *person)
{
  const MusterAssister *said = &row->person;
  gboolean (*is_same) (const char *kept, const char *value) = row->names_in_capitals ? is_same_in_capitals : is_same_name;
  gboolean changed = FALSE;

  changed |= merge_text (&person->given_name, said->given_name, is_same);
  changed |= merge_text (&person->middle_name, said->middle_name, is_same);
  changed |= merge_text (&person->family_name, said->family_name, is_same);
  changed |= merge_text (&person->suffix, said->suffix, NULL);
  changed |= merge_text (&person->email, said->email, is_same_email);
  if (merge_text (&person->phone, said->phone, NULL))
    {
      g_set_str (&person->phone_written, said->phone_written);
      changed = TRUE;
    }
  changed |= merge_text (&person->other_phones, said->other_phones, NULL);
  changed |= merge_text (&person->npn, said->npn, NULL);
  changed |= merge_text (&person->assister_id, said->assister_id, NULL);
  changed |= merge_text (&person->training_id, said->training_id, is_same_number);
  changed |= merge_text (&person->admin_id, said->admin_id, is_same_number);
  changed |= merge_text (&person->licence_number, said->licence_number, is_same_number);
  changed |= merge_text (&person->county, said->county, is_same_in_capitals);
  changed |= merge_text (&person->languages, said->languages, is_same_in_capitals);
  changed |= merge_text (&person->letter_language, said->letter_language, NULL);
  return changed;
}
