/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-key-file.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "domain/muster-date.h"
#include "domain/muster-error.h"

#define LONGEST_NAME 40

/* GKeyFile joins groups of one name and lets the last of two keys win. */
static gboolean
check_lines (const char *text, GError **error)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *group = g_strdup ("");

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *line = g_strstrip (lines[i]);
      char *equals = strchr (line, '=');
      char *place;

      if (*line == '\0' || *line == '#')
        continue;
      if (*line != '[' && (equals == NULL || *group == '\0'))
        {
          g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("Line %u: this is neither a group, nor a key of one with its value, nor a comment."), i + 1);
          return FALSE;
        }
      if (*line == '[')
        {
          g_free (group);
          group = g_strdup (line);
          place = g_strdup (line);
        }
      else
        {
          *equals = '\0';
          place = g_strdup_printf ("%s %s", group, g_strchomp (line));
        }
      if (!g_hash_table_add (seen, place))
        {
          g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("Line %u: %s is there twice."), i + 1, place);
          return FALSE;
        }
    }
  return TRUE;
}

GKeyFile *
muster_key_file_parse (const char *text, gssize length, GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *copy = g_strndup (text, length < 0 ? strlen (text) : (gsize) length);
  g_autoptr (GError) problem = NULL;

  if (!g_utf8_validate (copy, -1, NULL))
    {
      g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("The data file is not text in UTF-8."));
      return NULL;
    }
  if (!check_lines (copy, error))
    return NULL;
  if (!g_key_file_load_from_data (file, copy, strlen (copy), G_KEY_FILE_KEEP_TRANSLATIONS, &problem))
    {
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("The data file is not a key file: %s"), problem->message);
      return NULL;
    }
  return g_steal_pointer (&file);
}

gboolean
muster_key_file_refuse (GError **error, const char *group, const char *key, const char *problem)
{
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, "[%s] %s: %s", group, key, problem);
  return FALSE;
}

gboolean
muster_key_file_check_keys (GKeyFile *file, const char *group, const char *const *keys, GError **error)
{
  g_auto (GStrv) present = g_key_file_get_keys (file, group, NULL, NULL);

  for (guint i = 0; present != NULL && present[i] != NULL; i++)
    {
      g_autofree char *key = g_strndup (present[i], strcspn (present[i], "["));

      if (!g_strv_contains (keys, key))
        return muster_key_file_refuse (error, group, present[i], _("there is no such key"));
    }
  return TRUE;
}

char *
muster_key_file_get_text (GKeyFile *file, const char *group, const char *key, GError **error)
{
  g_autofree char *text = g_key_file_get_string (file, group, key, NULL);

  if (text != NULL && *g_strstrip (text) != '\0')
    return g_steal_pointer (&text);
  muster_key_file_refuse (error, group, key, _("is missing or empty"));
  return NULL;
}

gboolean
muster_key_file_is_name (const char *text)
{
  gsize n = strspn (text, "abcdefghijklmnopqrstuvwxyz0123456789.-");

  return g_ascii_islower (*text) && text[n] == '\0' && n <= LONGEST_NAME;
}

char *
muster_key_file_get_name (GKeyFile *file, const char *group, const char *key, GError **error)
{
  g_autofree char *name = muster_key_file_get_text (file, group, key, error);

  if (name == NULL || muster_key_file_is_name (name))
    return g_steal_pointer (&name);
  muster_key_file_refuse (error, group, key, _("is not a name of lower-case letters, digits and hyphens, as “mnsure-2026”"));
  return NULL;
}

/* “es_US.UTF-8” → es_US.UTF-8, es_US, es */
static char *
find_translation (GKeyFile *file, const char *group, const char *key, const char *language)
{
  g_auto (GStrv) variants = g_get_locale_variants (language);

  for (guint i = 0; variants[i] != NULL; i++)
    {
      g_autofree char *translated_key = g_strdup_printf ("%s[%s]", key, variants[i]);
      char *text = g_key_file_get_string (file, group, translated_key, NULL);

      if (text != NULL)
        return text;
    }
  return NULL;
}

char *
muster_key_file_get_translated (GKeyFile *file, const char *group, const char *key, const char *const *languages, GError **error)
{
  for (guint i = 0; languages != NULL && languages[i] != NULL; i++)
    {
      char *text;

      if (g_str_equal (languages[i], "C") || g_str_equal (languages[i], "en") || g_str_has_prefix (languages[i], "en_"))
        break;
      text = find_translation (file, group, key, languages[i]);
      if (text != NULL && *text != '\0')
        return text;
      g_free (text);
    }
  return muster_key_file_get_text (file, group, key, error);
}

gboolean
muster_key_file_get_number (GKeyFile *file, const char *group, const char *key, guint min, guint max, guint *value, GError **error)
{
  g_autofree char *text = muster_key_file_get_text (file, group, key, error);
  g_autofree char *problem = NULL;
  guint64 number;

  if (text == NULL)
    return FALSE;
  if (g_ascii_string_to_unsigned (text, 10, min, max, &number, NULL))
    {
      *value = number;
      return TRUE;
    }
  problem = g_strdup_printf (_("“%s” is not a whole number from %u through %u"), text, min, max);
  return muster_key_file_refuse (error, group, key, problem);
}

gboolean
muster_key_file_get_flag (GKeyFile *file, const char *group, const char *key, gboolean *value, GError **error)
{
  g_autofree char *text = muster_key_file_get_text (file, group, key, error);
  g_autofree char *problem = NULL;

  if (text == NULL)
    return FALSE;
  *value = g_str_equal (text, "true");
  if (*value || g_str_equal (text, "false"))
    return TRUE;
  problem = g_strdup_printf (_("“%s” is neither true nor false"), text);
  return muster_key_file_refuse (error, group, key, problem);
}

gboolean
muster_key_file_get_day (GKeyFile *file, const char *group, const char *key, GDate *day, GError **error)
{
  g_autofree char *text = muster_key_file_get_text (file, group, key, error);
  g_autoptr (GError) problem = NULL;

  if (text == NULL)
    return FALSE;
  return muster_date_parse_iso (text, day, &problem) || muster_key_file_refuse (error, group, key, problem->message);
}

GStrv
muster_key_file_get_words (GKeyFile *file, const char *group, const char *key, GError **error)
{
  g_auto (GStrv) words = NULL;
  g_autofree char *text = NULL;

  if (!g_key_file_has_key (file, group, key, NULL))
    return g_new0 (char *, 1);
  text = muster_key_file_get_text (file, group, key, error);
  if (text == NULL)
    return NULL;
  words = g_strsplit (text, ";", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (*g_strstrip (words[i]) == '\0')
      {
        muster_key_file_refuse (error, group, key, _("has an empty word"));
        return NULL;
      }
  return g_steal_pointer (&words);
}

/* Returns: the line of @key in @group, or of the group where the key is not there; 0 if neither is. */
static guint
find_line (const char *text, const char *group, const char *key)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *head = g_strdup_printf ("[%s]", group);
  guint found = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *line = g_strstrip (lines[i]);
      gsize n = strlen (key);

      if (*line == '[' && found != 0)
        return found;
      if (g_str_equal (line, head))
        found = i + 1;
      else if (found != 0 && strncmp (line, key, n) == 0 && *g_strchug (line + n) == '=')
        return i + 1;
    }
  return found;
}

void
muster_key_file_add_line (GError **error, const char *text)
{
  const char *message = (*error)->message;
  const char *end = strstr (message, "] "), *colon = end != NULL ? strstr (end, ": ") : NULL;
  g_autofree char *group = NULL;
  g_autofree char *key = NULL;
  guint line;

  if (*message != '[' || colon == NULL)
    return;
  group = g_strndup (message + 1, end - message - 1);
  key = g_strndup (end + 2, colon - end - 2);
  line = find_line (text, group, key);
  if (line != 0)
    g_prefix_error (error, _("Line %u: "), line);
}
