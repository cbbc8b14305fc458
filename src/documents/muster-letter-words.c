/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/muster-letter-words.h"

#include <gio/gio.h>

#include "documents/muster-documents-resources.h"

#define PATH "/org/muster/Muster/data/letters/words"

static gpointer
load_cb (gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resource_lookup_data (muster_documents_get_resource (), PATH, 0, &error);
  g_autoptr (GKeyFile) file = g_key_file_new ();

  if (bytes == NULL || !g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_KEEP_TRANSLATIONS, &error))
    g_error ("%s: %s", PATH, error->message);
  return g_steal_pointer (&file);
}

static GKeyFile *
get_file (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, load_cb, NULL);
}

char *
muster_letter_words_dup (const char *language, const char *group, const char *code)
{
  char *word = g_key_file_get_locale_string (get_file (), group, code, language, NULL);

  return word != NULL ? word : g_strdup (code);
}

/* @pairs: name, value, … %NULL */
static char *
dup_filled (const char *language, const char *group, const char *code, const char *const *pairs)
{
  g_autofree char *format = muster_letter_words_dup (language, group, code);
  g_autoptr (GString) text = g_string_new (format);

  for (guint i = 0; pairs[i] != NULL; i += 2)
    g_string_replace (text, pairs[i], pairs[i + 1], 1);
  return g_strdup (text->str);
}

char *
muster_letter_words_dup_day (const char *language, const GDate *day)
{
  g_autofree char *number = NULL, *month_number = NULL, *month = NULL, *year = NULL;

  if (!g_date_valid (day))
    return NULL;
  number = g_strdup_printf ("%u", g_date_get_day (day));
  month_number = g_strdup_printf ("%d", g_date_get_month (day));
  month = muster_letter_words_dup (language, "month", month_number);
  year = g_strdup_printf ("%u", g_date_get_year (day));
  return dup_filled (language, "day", "Format", (const char *[]) { "{day}", number, "{month}", month, "{year}", year, NULL });
}

char *
muster_letter_words_dup_due (const char *language, const char *what, const GDate *day)
{
  g_autofree char *due = muster_letter_words_dup_day (language, day);

  return due != NULL ? dup_filled (language, "phrase", "by", (const char *[]) { "{day}", due, "{what}", what, NULL }) : g_strdup (what);
}

char *
muster_letter_words_dup_foot (const char *language, guint page, guint n_pages, const char *checkpoint)
{
  g_autofree char *number = g_strdup_printf ("%u", page), *n = g_strdup_printf ("%u", n_pages);
  g_autofree char *foot = dup_filled (language, "phrase", "page", (const char *[]) { "{page}", number, "{pages}", n, NULL });
  g_autofree char *code = checkpoint != NULL ? dup_filled (language, "phrase", "checkpoint", (const char *[]) { "{code}", checkpoint, NULL }) : NULL;

  return code != NULL ? g_strdup_printf ("%s · %s", foot, code) : g_strdup (foot);
}

char *
muster_letter_words_dup_list (const char *language, GPtrArray *words)
{
  g_autoptr (GString) first = g_string_new (NULL);

  if (words->len == 0)
    return NULL;
  if (words->len == 1)
    return g_strdup (words->pdata[0]);
  for (guint i = 0; i + 1 < words->len; i++)
    g_string_append_printf (first, "%s%s", i > 0 ? ", " : "", (const char *) words->pdata[i]);
  return dup_filled (language, "phrase", "and", (const char *[]) { "{first}", first->str, "{second}", words->pdata[words->len - 1], NULL });
}
