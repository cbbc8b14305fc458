/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-import-cell.h"

#include "domain/muster-text.h"

/* What stands for nothing in any column, and what does so only where it cannot be a name. */
static const char *const any_sentinels[] = { "-", "--", "---", "n/a", "#n/a", "n.a.", ".", "?", "\u2013", "\u2014" };
static const char *const identifier_sentinels[] = { "null", "(null)", "<null>", "nil", "none", "na", "n a", "tbd", "unknown", "not applicable", "not available", "pending", "blank", "(blank)", "x" };

/* What every one of them begins with: most cells need no comparing. */
static gboolean
may_be_sentinel (char first)
{
  return (guchar) first >= 0x80 || strchr ("-#.?(<0nNtTuUpPbBxX", first) != NULL;
}

static gboolean
is_all_zeros (const char *text)
{
  return *text == '0' && text[strspn (text, "0")] == '\0';
}

static gboolean
is_one_of (const char *text, const char *const *words, guint n)
{
  for (guint i = 0; i < n; i++)
    if (*words[i] == g_ascii_tolower (*text) && g_ascii_strcasecmp (words[i], text) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_sentinel (const char *text, gboolean is_identifier)
{
  if (!may_be_sentinel (*text) || strlen (text) > 14)
    return FALSE;
  if (is_one_of (text, any_sentinels, G_N_ELEMENTS (any_sentinels)))
    return TRUE;
  return is_identifier && (is_all_zeros (text) || is_one_of (text, identifier_sentinels, G_N_ELEMENTS (identifier_sentinels)));
}

/* Spreadsheets keep text from being taken for a number as ="12345678". An apostrophe that does so is taken off where the file is read. */
static char *
unwrap (char *text)
{
  gsize length = strlen (text);
  char *inner;

  if (text[0] == '=' && text[1] == '"' && length > 3 && text[length - 1] == '"')
    inner = g_strndup (text + 2, length - 3);
  else
    return text;
  g_free (text);
  text = muster_text_dup_tidy (inner);
  g_free (inner);
  return text;
}

char *
muster_import_cell_read (const char *cell, gboolean is_identifier)
{
  char *text;

  if (cell == NULL || *cell == '\0')
    return NULL;
  text = muster_text_dup_tidy (cell);
  if (text != NULL && text[0] == '=')
    text = unwrap (text);
  if (text != NULL && is_sentinel (text, is_identifier))
    g_clear_pointer (&text, g_free);
  return text;
}
