/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-phone-list.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"
#include "domain/muster-identifier.h"

#define PHONE_DIGITS 10
#define SEPARATOR "; "

/* The length of what may stand between the digits of one number, 0 if @p is something else. */
static gsize
get_punctuation (const char *p)
{
  static const char *const dashes[] = { "\u2010", "\u2011", "\u2012", "\u2013", "\u2212", "\u00a0" };

  if ((guchar) *p < 0x80)
    return *p != '\0' && strchr (" -./()", *p) != NULL ? 1 : 0;
  for (guint i = 0; i < G_N_ELEMENTS (dashes); i++)
    if (g_str_has_prefix (p, dashes[i]))
      return strlen (dashes[i]);
  return 0;
}

/* Where an extension behind a number ends; @p itself if there is none. */
static const char *
skip_extension (const char *p)
{
  static const char *const marks[] = { "extension", "ext.", "ext", "x.", "x", "#" };
  const char *mark = p + strspn (p, " ,");

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_ascii_strncasecmp (mark, marks[i], strlen (marks[i])) == 0)
      {
        const char *digits = mark + strlen (marks[i]);

        digits += strspn (digits, " :");
        if (!g_ascii_isdigit (*digits))
          return p;
        return digits + strspn (digits, "0123456789");
      }
  return p;
}

/* Where the number that begins at @p ends, be it one or not. */
static const char *
find_end (const char *p)
{
  const char *end = p;
  guint n = 0, wanted = PHONE_DIGITS;

  if (p[0] == '+' && p[1] != '1')
    return p + 1 + strspn (p + 1, "0123456789 -.()");
  for (p += *p == '+'; *p != '\0' && n < wanted;)
    {
      gsize punctuation = get_punctuation (p);

      if (g_ascii_isdigit (*p))
        {
          if (n == 0 && *p == '1')
            wanted++;
          n++;
          end = ++p;
        }
      else if (punctuation > 0)
        p += punctuation;
      else
        break;
    }
  /* One digit too many is no phone number, rather than one and a leftover. */
  while (n == wanted && g_ascii_isdigit (*end))
    end++;
  return n == wanted ? skip_extension (end) : end;
}

/* Signs that nothing but a number of another country begins with are left to it; words are labels: “cell”, “(w)”. */
static gboolean
begins_number (const char *p)
{
  return g_ascii_isdigit (*p) || (*p == '+' && g_ascii_isdigit (p[1])) || (*p == '(' && g_ascii_isdigit (p[1]));
}

static gboolean
is_there (GPtrArray *phones, const char *phone)
{
  return g_ptr_array_find_with_equal_func (phones, phone, g_str_equal, NULL);
}

static gboolean
add_number (GPtrArray *phones, const char *start, const char *end)
{
  g_autofree char *text = g_strndup (start, end - start);
  char *kept = NULL;

  if (!muster_identifier_check_phone (text, &kept, NULL))
    return FALSE;
  if (is_there (phones, kept))
    g_free (kept);
  else
    g_ptr_array_add (phones, kept);
  return TRUE;
}

GPtrArray *
muster_phone_list_read (const char *text, gboolean *all_good)
{
  GPtrArray *phones = g_ptr_array_new_with_free_func (g_free);
  gboolean good = TRUE;

  if (!add_number (phones, text, text + strlen (text)))
    for (const char *p = text; *p != '\0';)
      {
        const char *end;

        if (!begins_number (p))
          {
            p++;
            continue;
          }
        end = find_end (p);
        good &= add_number (phones, p, end);
        p = MAX (end, p + 1);
      }
  if (all_good != NULL)
    *all_good = good && phones->len > 0;
  return phones;
}

gboolean
muster_phone_list_check (const char *text, char **kept, GError **error)
{
  gboolean all_good;
  g_autoptr (GPtrArray) phones = muster_phone_list_read (text, &all_good);
  char *list = NULL;

  if (!all_good)
    {
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("“%s” holds something that is no phone number. Write 10 digits each, perhaps with an extension, and a semicolon between two."), text);
      return FALSE;
    }
  for (guint i = 0; i < phones->len; i++)
    muster_phone_list_append (&list, phones->pdata[i], NULL);
  *kept = list;
  return TRUE;
}

void
muster_phone_list_append (char **list, const char *phone, const char *apart)
{
  g_auto (GStrv) parts = NULL;
  char *joined;

  if (g_strcmp0 (phone, apart) == 0)
    return;
  parts = g_strsplit (*list != NULL ? *list : "", SEPARATOR, -1);
  if (g_strv_contains ((const char *const *) parts, phone))
    return;
  joined = *list != NULL ? g_strconcat (*list, SEPARATOR, phone, NULL) : g_strdup (phone);
  g_free (*list);
  *list = joined;
}
