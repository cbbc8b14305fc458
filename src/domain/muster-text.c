/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "domain/muster-assister.h"

/* Letters that Unicode does not take apart, but people type without their stroke. */
static const char *
find_plain_letter (gunichar letter)
{
  switch (letter)
    {
    case 0x0142: /* ł */
      return "l";
    case 0x00f8: /* ø */
      return "o";
    case 0x0111: /* đ */
    case 0x00f0: /* ð */
      return "d";
    case 0x00df: /* ß */
      return "ss";
    case 0x00e6: /* æ */
      return "ae";
    case 0x0153: /* œ */
      return "oe";
    case 0x0131: /* ı */
      return "i";
    case 0x0127: /* ħ */
      return "h";
    case 0x00fe: /* þ */
      return "th";
    case 0x03c2: /* ς, which ϲ becomes when it is taken apart */
      return "σ";
    case 0x2018: /* the apostrophes of O’Brien */
    case 0x2019:
    case 0x02bc:
    case 0x02bb:
      return "'";
    case 0x2010: /* the hyphens of Smith‑Jones; U+2011 becomes U+2010 in normalisation */
    case 0x2013:
      return "-";
    default:
      return NULL;
    }
}

static void
append_space (GString *target, gsize start)
{
  if (target->len > start && target->str[target->len - 1] != ' ')
    g_string_append_c (target, ' ');
}

static void
append_folded_unicode (GString *target, const char *text, gsize start)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *folded = g_utf8_casefold (valid, -1);
  g_autofree char *apart = g_utf8_normalize (folded, -1, G_NORMALIZE_ALL);

  for (const char *p = apart; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_unichar_tolower (g_utf8_get_char (p));
      const char *plain = letter < 0x80 ? NULL : find_plain_letter (letter);

      if (plain != NULL)
        g_string_append (target, plain);
      else if (g_unichar_isspace (letter))
        append_space (target, start);
      else if (!g_unichar_ismark (letter) && !g_unichar_iszerowidth (letter))
        g_string_append_unichar (target, letter);
    }
}

void
muster_text_append_folded (GString *target, const char *text)
{
  gsize start = target->len;

  if (text == NULL)
    return;
  for (const char *p = text; *p != '\0'; p++)
    {
      if ((guchar) *p >= 0x80)
        {
          g_string_truncate (target, start);
          append_folded_unicode (target, text, start);
          break;
        }
      if (g_ascii_isspace (*p))
        append_space (target, start);
      else
        g_string_append_c (target, g_ascii_tolower (*p));
    }
  if (target->len > start && target->str[target->len - 1] == ' ')
    g_string_truncate (target, target->len - 1);
}

char *
muster_text_fold (const char *text)
{
  GString *folded = g_string_sized_new (text != NULL ? strlen (text) + 1 : 1);

  muster_text_append_folded (folded, text);
  return g_string_free_and_steal (folded);
}

static gboolean
is_white (const char *p)
{
  return (guchar) *p < 0x80 ? g_ascii_isspace (*p) : g_unichar_isspace (g_utf8_get_char (p));
}

/* Neither a control character nor a byte order mark or another thing without width, which nobody types on purpose. */
static gboolean
is_visible (const char *p)
{
  gunichar letter;

  if ((guchar) *p < 0x80)
    return !g_ascii_iscntrl (*p);
  letter = g_utf8_get_char (p);
  return !g_unichar_iscntrl (letter) && (!g_unichar_iszerowidth (letter) || g_unichar_ismark (letter));
}

/* Joiners hold letters of some scripts, and the parts of some pictures, together; beside plain letters they are leftovers. */
static gboolean
is_joiner (const char *p, char before)
{
  return (g_str_has_prefix (p, "\u200c") || g_str_has_prefix (p, "\u200d")) && (guchar) before >= 0x80 && (guchar) *g_utf8_next_char (p) >= 0x80;
}

/* Bytes that are no UTF-8 are no blanks either: what they say is for another rule to judge. */
gboolean
muster_text_is_blank (const char *text)
{
  for (const char *p = text; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char_validated (p, -1);

      if (letter >= (gunichar) -2)
        return FALSE;
      if (!is_white (p) && is_visible (p) && g_unichar_type (letter) != G_UNICODE_FORMAT && !g_unichar_ismark (letter))
        return FALSE;
    }
  return TRUE;
}

/* How long @text is if there is nothing to tidy about it and it is ASCII, as nearly every cell of a file is; 0 otherwise. */
static gsize
measure_tidy (const char *text)
{
  gsize n;

  for (n = 0; text[n] != '\0'; n++)
    if (!g_ascii_isgraph (text[n]) && (text[n] != ' ' || n == 0 || text[n - 1] == ' '))
      return 0;
  return n > 0 && text[n - 1] != ' ' ? n : 0;
}

char *
muster_text_dup_tidy (const char *text)
{
  const char *p = text;
  char *result, *end;
  gsize length = text != NULL ? measure_tidy (text) : 0;

  if (length > 0)
    return g_strndup (text, length);
  if (muster_text_is_blank (text))
    return NULL;
  while (is_white (p))
    p = g_utf8_next_char (p);

  result = end = g_malloc (strlen (p) + 1);
  while (*p != '\0')
    {
      const char *next = g_utf8_next_char (p);

      if (is_white (p))
        {
          if (end > result && end[-1] != ' ')
            *end++ = ' ';
        }
      else if (is_visible (p) || (end > result && is_joiner (p, end[-1])))
        {
          memcpy (end, p, next - p);
          end += next - p;
        }
      p = next;
    }
  if (end > result && end[-1] == ' ')
    end--;
  *end = '\0';
  if (end == result)
    g_clear_pointer (&result, g_free);
  return result;
}

char *
muster_text_dup_without_marks (const char *text)
{
  static const char *const marks[] = { "\u00ae", "\u2122", "\u2120", "(R)", "(r)", "(TM)", "(tm)", "(SM)", "(sm)" };
  g_autoptr (GString) plain = NULL;

  /* Nearly every name is without what the marks begin with. */
  if (strpbrk (text, "(\xc2\xe2") == NULL)
    return g_strdup (text);
  plain = g_string_new (text);
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    g_string_replace (plain, marks[i], "", 0);
  return g_string_free_and_steal (g_steal_pointer (&plain));
}

const char *
muster_text_get_cause (const char *message, const char *path)
{
  const char *named = strstr (message, path);
  const char *colon = named != NULL ? strstr (named + strlen (path), ": ") : NULL;

  return colon != NULL ? colon + 2 : message;
}

char *
muster_text_dup_quoted (const char *text)
{
  /* Translators: the quotation marks of the language, for a name or a value in a list of them */
  return g_strdup_printf (C_("quoted", "“%s”"), text);
}

void
muster_text_append_quoted (GString *list, const char *text)
{
  g_autofree char *quoted = muster_text_dup_quoted (text);

  g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", quoted);
}
