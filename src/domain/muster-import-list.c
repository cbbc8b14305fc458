/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-import-list.h"

#include "domain/muster-assister.h"
#include "domain/muster-import-cell.h"
#include "domain/muster-person-name.h"

#define SEPARATOR "; "

/* “Hennepin County” and “Hennepin” are one. */
static void
drop_county_word (char *county)
{
  static const char *const words[] = { " county", " counties", " co.", " co" };
  gsize length = strlen (county);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize word_length = strlen (words[i]);

      if (length > word_length && g_ascii_strcasecmp (county + length - word_length, words[i]) == 0)
        {
          county[length - word_length] = '\0';
          return;
        }
    }
}

/* ASL and other abbreviations are short. */
#define MIN_WORD 4

static gboolean
is_in_capitals (const char *text)
{
  guint n = 0;

  for (; *text != '\0'; text++)
    {
      if ((guchar) *text >= 0x80 || g_ascii_islower (*text))
        return FALSE;
      n += g_ascii_isupper (*text);
    }
  return n >= MIN_WORD;
}

/* @text as it is to be kept; takes it. */
static char *
write_well (char *text)
{
  char *well;

  if (!is_in_capitals (text))
    return text;
  well = muster_person_name_dup_place (text);
  g_free (text);
  return well;
}

static gboolean
is_there_already (GPtrArray *list, const char *text)
{
  g_autofree char *folded = muster_text_fold (text);

  for (guint i = 0; i < list->len; i++)
    {
      g_autofree char *other = muster_text_fold (list->pdata[i]);

      if (strcmp (folded, other) == 0)
        return TRUE;
    }
  return FALSE;
}

/* “Hennepin, MN” */
static gboolean
is_state (const char *text)
{
  return strlen (text) == 2 && g_ascii_isupper (text[0]) && g_ascii_isupper (text[1]);
}

/* Each once, without empty ones */
static char *
join (char **parts)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_null_terminated (8, NULL, TRUE);

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0' && !is_there_already (list, parts[i]))
      g_ptr_array_add (list, parts[i]);
  return list->len > 0 ? g_strjoinv (SEPARATOR, (char **) list->pdata) : NULL;
}

char **
muster_import_list_split (const char *text)
{
  g_autofree char *copy = g_strdup (text);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;

  g_strdelimit (copy, ",/|&+\n", ';');
  for (char *p = copy; (p = strchr (p, ' ')) != NULL; p++)
    if (g_ascii_strncasecmp (p, " and ", 5) == 0)
      memcpy (p, ";;;;;", 5);
  parts = g_strsplit (copy, ";", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *part = muster_import_cell_read (parts[i], TRUE);

      if (part != NULL)
        g_strv_builder_take (builder, part);
    }
  return g_strv_builder_end (builder);
}

char *
muster_import_list_read_languages (const char *text)
{
  g_auto (GStrv) parts = NULL;

  if (strpbrk (text, ";,/|&+ ") == NULL)
    return write_well (g_strdup (text));
  parts = muster_import_list_split (text);
  for (guint i = 0; parts[i] != NULL; i++)
    parts[i] = write_well (parts[i]);
  return join (parts);
}

char *
muster_import_list_read_counties (const char *text)
{
  g_auto (GStrv) parts = NULL;

  if (strpbrk (text, ";,/|&+ ") == NULL)
    return write_well (g_strdup (text));
  parts = muster_import_list_split (text);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      drop_county_word (parts[i]);
      if (is_state (parts[i]) && i > 0)
        *parts[i] = '\0';
      parts[i] = write_well (parts[i]);
    }
  return join (parts);
}
