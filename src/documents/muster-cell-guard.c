/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/muster-cell-guard.h"

#include <string.h>

/* Returns: whether it would be run, or be a number, but for @n_apostrophes. */
static gboolean
is_guarded (const char *text, gsize length, gsize *n_apostrophes)
{
  gsize n = 0;

  while (n < length && text[n] == '\'')
    n++;
  *n_apostrophes = n;
  if (n == length || text[n] == '\0')
    return FALSE;
  /* Spreadsheets keep the digits of an identifier from being counted in the same way. */
  return strchr ("=+-@\t\r\n", text[n]) != NULL || (n > 0 && g_ascii_isdigit (text[n]));
}

gboolean
muster_cell_guard_is_needed (const char *cell, gboolean is_text)
{
  gsize n;

  return is_guarded (cell, strlen (cell), &n) && (n > 0 || !is_text);
}

gsize
muster_cell_guard_count (const char *text, gsize length)
{
  gsize n;

  return length > 0 && *text == '\'' && is_guarded (text, length, &n) ? 1 : 0;
}
