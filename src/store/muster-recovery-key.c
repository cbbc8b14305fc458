/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-recovery-key.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>

#include "domain/muster-error.h"

#define KEY_BYTES 32
#define KEY_CHARACTERS 52
#define CHECK_CHARACTERS 4
#define CHARACTERS (KEY_CHARACTERS + CHECK_CHARACTERS)
#define GROUP 4

static const char letters[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/* The five bits at place @character of the @size bytes; what lies beyond them is zero. */
static guint8
get_five_bits (const guint8 *bytes, gsize size, guint character)
{
  guint value = 0;

  for (guint bit = character * 5; bit < character * 5 + 5; bit++)
    value = value << 1 | (bit / 8 < size ? bytes[bit / 8] >> (7 - bit % 8) & 1 : 0);
  return value;
}

static void
encode (const guint8 *key, guint8 *values)
{
  guint8 check[crypto_generichash_BYTES];

  crypto_generichash (check, sizeof check, key, KEY_BYTES, (const guint8 *) "muster recovery key", strlen ("muster recovery key"));
  for (guint i = 0; i < KEY_CHARACTERS; i++)
    values[i] = get_five_bits (key, KEY_BYTES, i);
  for (guint i = 0; i < CHECK_CHARACTERS; i++)
    values[KEY_CHARACTERS + i] = get_five_bits (check, sizeof check, i);
  sodium_memzero (check, sizeof check);
}

/* Whether @values are those of a key, which @key gets. */
static gboolean
decode (const guint8 *values, guint8 *key)
{
  guint8 wanted[CHARACTERS];
  gboolean same;

  memset (key, 0, KEY_BYTES);
  for (guint bit = 0; bit < KEY_BYTES * 8; bit++)
    key[bit / 8] |= (values[bit / 5] >> (4 - bit % 5) & 1) << (7 - bit % 8);
  encode (key, wanted);
  same = sodium_memcmp (wanted, values, CHARACTERS) == 0;
  sodium_memzero (wanted, sizeof wanted);
  return same;
}

/* The group in which one other character would make a key of @values; 0 if there is none. */
static guint
find_wrong_group (guint8 *values)
{
  guint8 key[KEY_BYTES];
  guint group = 0;

  for (guint i = 0; i < CHARACTERS && group == 0; i++)
    {
      guint8 typed = values[i];

      for (values[i] = 0; values[i] < strlen (letters) && group == 0; values[i]++)
        if (decode (values, key))
          group = i / GROUP + 1;
      values[i] = typed;
    }
  sodium_memzero (key, sizeof key);
  return group;
}

static int
get_value (gunichar character)
{
  gunichar upper = g_unichar_toupper (character);
  const char *found;

  if (upper == 'O')
    return 0;
  if (upper == 'I' || upper == 'L')
    return 1;
  if (upper == 0 || upper > 'Z')
    return -1;
  found = strchr (letters, (char) upper);
  return found != NULL ? (int) (found - letters) : -1;
}

static gboolean
is_separator (gunichar character)
{
  return g_unichar_isspace (character) || g_unichar_type (character) == G_UNICODE_DASH_PUNCTUATION;
}

gboolean
muster_recovery_key_is_group (const char *typed, const char *group)
{
  for (; *typed != '\0'; typed = g_utf8_next_char (typed))
    {
      gunichar character = g_utf8_get_char (typed);

      if (is_separator (character))
        continue;
      if (*group == '\0' || get_value (character) < 0 || get_value (character) != get_value ((guchar) *group))
        return FALSE;
      group++;
    }
  return *group == '\0';
}

static gboolean
refuse_count (guint n_values, GError **error)
{
  if (n_values < CHARACTERS)
    g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID,
                 g_dngettext (GETTEXT_PACKAGE, "The recovery key is incomplete: %u character is missing. It has %d groups of four.", "The recovery key is incomplete: %u characters are missing. It has %d groups of four.", CHARACTERS - n_values),
                 CHARACTERS - n_values, CHARACTERS / GROUP);
  else
    g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID,
                 g_dngettext (GETTEXT_PACKAGE, "The recovery key has %u character too many. It has %d groups of four.", "The recovery key has %u characters too many. It has %d groups of four.", n_values - CHARACTERS),
                 n_values - CHARACTERS, CHARACTERS / GROUP);
  return FALSE;
}

/* Blanks and hyphens are as people write them, or as a word processor makes them. */
static gboolean
read_values (const char *text, guint8 *values, GError **error)
{
  guint n_values = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);
      int value = get_value (character);

      if (is_separator (character))
        continue;
      if (value < 0)
        {
          g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("Group %u of the recovery key holds a character that no recovery key has. Compare that group with your recovery sheet."),
                       n_values / GROUP + 1);
          return FALSE;
        }
      if (n_values < CHARACTERS)
        values[n_values] = value;
      n_values++;
    }
  return n_values == CHARACTERS ? TRUE : refuse_count (n_values, error);
}

static void
refuse_values (guint8 *values, GError **error)
{
  guint group = find_wrong_group (values);

  if (group > 0)
    g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("Group %u of the recovery key seems to be mistyped. Compare it with your recovery sheet."), group);
  else
    g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("The recovery key is mistyped in more than one place. Compare each group with your recovery sheet."));
}

char *
muster_recovery_key_to_text (MusterSecret *key)
{
  guint8 values[CHARACTERS];
  GString *text;

  g_return_val_if_fail (muster_secret_get_size (key) == KEY_BYTES, NULL);

  text = g_string_sized_new (CHARACTERS + CHARACTERS / GROUP);
  encode (muster_secret_get_bytes (key), values);
  for (guint i = 0; i < CHARACTERS; i++)
    {
      if (i > 0 && i % GROUP == 0)
        g_string_append_c (text, '-');
      g_string_append_c (text, letters[values[i]]);
    }
  sodium_memzero (values, sizeof values);
  return g_string_free_and_steal (text);
}

MusterSecret *
muster_recovery_key_from_text (const char *text, GError **error)
{
  guint8 values[CHARACTERS], key[KEY_BYTES];
  MusterSecret *secret = NULL;

  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    {
      g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("The recovery key is not text in UTF-8. Type it as it stands on your recovery sheet."));
      return NULL;
    }
  if (!read_values (text, values, error))
    {
      sodium_memzero (values, sizeof values);
      return NULL;
    }
  if (decode (values, key))
    secret = muster_secret_new (key, sizeof key);
  else
    refuse_values (values, error);
  sodium_memzero (values, sizeof values);
  sodium_memzero (key, sizeof key);
  return secret;
}
