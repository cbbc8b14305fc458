/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-account-person.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "domain/muster-error.h"
#include "domain/muster-name-compare.h"
#include "domain/muster-person-name.h"
#include "domain/muster-text.h"

#define MOST_WORDS 12 /* of a name that are looked at */
#define SHORTEST_PART 2 /* letters of a name within a user name */

/* A word of a name, or two of them written as one: “Mary Ann” and “Maryann”. */
typedef struct
{
  char *text;
  guint first;
  guint last;
} Part;

static void
part_clear (gpointer data)
{
  g_free (((Part *) data)->text);
}

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, message);
  return FALSE;
}

static char *
dup_squeezed (const char *text)
{
  g_autofree char *folded = muster_text_fold (text);
  GString *letters = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      g_string_append_unichar (letters, g_utf8_get_char (p));
  return g_string_free_and_steal (letters);
}

/* Folded, apart wherever anything but a letter stands, but that apostrophes hold a name together. */
static char *
dup_apart (const char *text)
{
  g_autofree char *folded = muster_text_fold (text);
  GString *words = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      if (g_unichar_isalnum (letter) || g_unichar_ismark (letter))
        g_string_append_unichar (words, letter);
      else if (letter != '\'' && letter != 0x2019 && letter != 0x02bc)
        g_string_append_c (words, ' ');
    }
  return g_string_free_and_steal (words);
}

static gboolean
is_initial (const char *word)
{
  return g_utf8_strlen (word, -1) < SHORTEST_PART;
}

static gboolean
is_beside (const char *word)
{
  return is_initial (word) || muster_person_name_is_beside (word);
}

/* The words of @text that are names; all of them where none is. */
static GPtrArray *
list_words (const char *text, gboolean (*is_left_out) (const char *word))
{
  g_autofree char *apart = dup_apart (text != NULL ? text : "");
  g_auto (GStrv) words = g_strsplit (apart, " ", -1);
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; words[i] != NULL && list->len < MOST_WORDS; i++)
    if (*words[i] != '\0' && !is_left_out (words[i]))
      g_ptr_array_add (list, g_strdup (words[i]));
  for (guint i = 0; list->len == 0 && words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_ptr_array_add (list, g_strdup (words[i]));
  return list;
}

static gboolean
is_no_family_name (const char *word)
{
  return is_beside (word) || muster_name_is_particle (word);
}

/* What stands beside the names of an account is a name of nobody. */
static gboolean
is_nothing (const char *word)
{
  return *word == '\0';
}

/* Where no full name was given, the user name stands there. */
static gboolean
has_user_name_only (const MusterAccount *account)
{
  return account->name != NULL && account->full_name != NULL && g_ascii_strcasecmp (account->name, account->full_name) == 0;
}

static void
add_part (GArray *parts, char *text, guint first, guint last)
{
  const Part part = { text, first, last };

  g_array_append_val (parts, part);
}

/* A user name may be a given and a family name in one: each way in which it can be. */
static void
add_halves (GArray *parts, const char *word)
{
  glong length = g_utf8_strlen (word, -1);

  for (glong i = SHORTEST_PART; i + SHORTEST_PART <= length; i++)
    {
      add_part (parts, g_utf8_substring (word, 0, i), 0, 0);
      add_part (parts, g_utf8_substring (word, i, -1), i, i);
    }
}

static GArray *
list_parts (const MusterAccount *account)
{
  g_autoptr (GPtrArray) words = list_words (account->full_name, is_nothing);
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (Part));

  g_array_set_clear_func (parts, part_clear);
  for (guint i = 0; i < words->len; i++)
    add_part (parts, g_strdup (words->pdata[i]), i, i);
  for (guint i = 0; i + 1 < words->len; i++)
    add_part (parts, g_strconcat (words->pdata[i], words->pdata[i + 1], NULL), i, i + 1);
  return parts;
}

static gboolean
is_apart (const Part *a, const Part *b)
{
  return a->last < b->first || b->last < a->first;
}

/* Whether @given and @family stand beside each other among @parts. */
static gboolean
holds_both (GArray *parts, const char *given, const char *family)
{
  for (guint i = 0; i < parts->len; i++)
    for (guint j = 0; j < parts->len; j++)
      {
        const Part *a = &g_array_index (parts, Part, i), *b = &g_array_index (parts, Part, j);

        if (is_apart (a, b) && strcmp (a->text, given) == 0 && strcmp (b->text, family) == 0)
          return TRUE;
      }
  return FALSE;
}

static gboolean
holds (GArray *parts, const char *word)
{
  for (guint i = 0; i < parts->len; i++)
    if (strcmp (g_array_index (parts, Part, i).text, word) == 0)
      return TRUE;
  return FALSE;
}

/* The words of a part of a name, and the whole of it as one. */
static GPtrArray *
list_names (const char *name, gboolean (*is_left_out) (const char *word))
{
  GPtrArray *names = list_words (name, is_left_out);
  g_autofree char *whole = name != NULL ? dup_squeezed (name) : NULL;

  if (whole != NULL && *whole != '\0')
    g_ptr_array_add (names, g_steal_pointer (&whole));
  return names;
}

/* Somebody with one name only. */
static gboolean
is_all (const MusterAccount *account, const MusterAssister *person)
{
  g_autofree char *own = dup_squeezed (account->full_name), *called = dup_squeezed (person->family_name);

  return *own != '\0' && strcmp (own, called) == 0;
}

static gboolean
is_user_name_of (const MusterAccount *account, GPtrArray *given, GPtrArray *family, gboolean whole)
{
  g_autofree char *name = account->name != NULL ? dup_squeezed (account->name) : g_strdup ("");

  for (guint i = 0; i < given->len; i++)
    for (guint j = 0; j < family->len; j++)
      {
        const char *first = given->pdata[i], *last = family->pdata[j];
        g_autofree char *begin = whole ? g_strdup (first) : g_utf8_substring (first, 0, 1);
        g_autofree char *one = g_strconcat (begin, last, NULL), *other = g_strconcat (last, begin, NULL);

        if (!is_initial (last) && !(whole && is_initial (first)) && (strcmp (name, one) == 0 || strcmp (name, other) == 0))
          return TRUE;
      }
  return FALSE;
}

static gboolean
has_names (GArray *parts, GPtrArray *given, GPtrArray *family)
{
  for (guint i = 0; i < given->len; i++)
    for (guint j = 0; !is_initial (given->pdata[i]) && j < family->len; j++)
      if (!is_initial (family->pdata[j]) && holds_both (parts, given->pdata[i], family->pdata[j]))
        return TRUE;
  return FALSE;
}

static gboolean
has_family_name (GArray *parts, GPtrArray *family)
{
  for (guint i = 0; i < family->len; i++)
    if (!is_initial (family->pdata[i]) && holds (parts, family->pdata[i]))
      return TRUE;
  return FALSE;
}

MusterPersonTie
muster_account_find_person_tie (const MusterAccount *account, const MusterAssister *person)
{
  g_autoptr (GArray) parts = NULL;
  g_autoptr (GPtrArray) given = NULL, family = NULL;

  if (muster_text_is_blank (person->family_name) || muster_text_is_blank (account->full_name))
    return MUSTER_PERSON_OTHER;
  if (muster_text_is_blank (person->given_name))
    return is_all (account, person) ? MUSTER_PERSON_SAME : MUSTER_PERSON_OTHER;
  parts = list_parts (account);
  given = list_names (person->given_name, is_beside);
  family = list_names (person->family_name, is_no_family_name);
  if (has_names (parts, given, family) || (has_user_name_only (account) && is_user_name_of (account, given, family, TRUE)))
    return MUSTER_PERSON_SAME;
  return has_family_name (parts, family) || is_user_name_of (account, given, family, FALSE) || is_user_name_of (account, given, family, TRUE) ? MUSTER_PERSON_LIKE : MUSTER_PERSON_OTHER;
}

gboolean
muster_account_is_person (const MusterAccount *account, const MusterAssister *person)
{
  if (account->person_said)
    return person->id != 0 && account->person_id == person->id;
  return muster_account_find_person_tie (account, person) == MUSTER_PERSON_SAME;
}

char *
muster_account_dup_word_pairs (const MusterAccount *account)
{
  g_autoptr (GArray) parts = list_parts (account);
  GString *pairs = g_string_new (NULL);

  if (has_user_name_only (account) && parts->len == 1)
    {
      g_autofree char *word = dup_squeezed (account->name);

      g_array_set_size (parts, 0);
      add_halves (parts, word);
    }
  for (guint i = 0; i < parts->len; i++)
    for (guint j = i + 1; j < parts->len; j++)
      {
        const Part *a = &g_array_index (parts, Part, i), *b = &g_array_index (parts, Part, j);

        if (is_apart (a, b) && !is_initial (a->text) && !is_initial (b->text))
          g_string_append_printf (pairs, "%s(\"%s\" AND \"%s\")", pairs->len > 0 ? " OR " : "", a->text, b->text);
      }
  return g_string_free_and_steal (pairs);
}

GStrv
muster_account_dup_words (const MusterAccount *account)
{
  g_autoptr (GPtrArray) words = list_words (account->full_name, is_initial);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (has_user_name_only (account))
    return NULL;
  for (guint i = 0; i < words->len; i++)
    g_strv_builder_add (builder, words->pdata[i]);
  return g_strv_builder_end (builder);
}

char *
muster_account_dup_like_remark (const MusterAccount *account, const MusterAssister *person)
{
  g_autofree char *code = muster_assister_dup_code (person->id), *name = muster_assister_dup_name (person);

  /* Translators: full name and name of an account; name and number of a person */
  return g_strdup_printf (_("%s (%s) has the family name of %s (%s), and nothing says whether they are one person. Where they are, or are of one family, close the case to them."),
                          account->full_name, account->name, name, code);
}

gboolean
muster_account_check_saying (const MusterAccount *account, const MusterPersonSaying *saying, GError **error)
{
  if (account->role == MUSTER_ROLE_RECOVERY)
    return refuse (error, _("The recovery key is nobody. Nothing was changed."));
  if (account->id == saying->signer)
    return refuse (error, _("Nobody says of their own account who of the roster it is. Somebody else does. Nothing was changed."));
  if (saying->signer_is_person || saying->signer_was_person)
    return refuse (error, _("This is your own record, by the name: nobody says of an account that it is them, or is not. Somebody else does. Nothing was changed."));
  return !saying->opens || refuse (error, _("That would open to the account what is closed to yours. Somebody else says so. Nothing was changed."));
}
