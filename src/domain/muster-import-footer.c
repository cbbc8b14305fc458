/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-import-footer.h"

#include <string.h>

/* As short as counts and amounts are; nine digits may be something else. */
#define MAX_NUMBER 8

/* Blanks and signs left out, in small letters. */
static const char *const footers[] = {
  "total", "totals", "grandtotal", "subtotal", "total#", "totalcount", "totalrecords", "totalrows", "totalpeople", "totalnumber", "count", "recordcount",
  "rowcount", "records", "page", "page#of#", "page#/#", "#records", "#rows", "#recordsfound", "endofreport", "endoffile", "endoflist", "endofdata",
  "totalgeneral", "findelinforme", "página", "página#de#", NULL
};

/* Each number becomes one #. */
static char *
squeeze (const char *text)
{
  g_autofree char *small = g_utf8_strdown (text, -1);
  GString *squeezed = g_string_new (NULL);

  for (const char *p = small; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      {
        if (squeezed->len == 0 || squeezed->str[squeezed->len - 1] != '#')
          g_string_append_c (squeezed, '#');
      }
    else if (strchr (" \t\n\r:.,*-=()", *p) == NULL)
      g_string_append_c (squeezed, *p);
  return g_string_free_and_steal (squeezed);
}

static gboolean
is_footer (const char *text)
{
  g_autofree char *squeezed = strlen (text) <= 40 ? squeeze (text) : NULL;
  gsize length = squeezed != NULL ? strlen (squeezed) : 0;

  if (length == 0)
    return FALSE;
  if (g_strv_contains (footers, squeezed))
    return TRUE;
  /* “Total: 12” */
  if (squeezed[length - 1] != '#')
    return FALSE;
  squeezed[length - 1] = '\0';
  return g_strv_contains (footers, squeezed);
}

static gboolean
is_number (const char *text)
{
  return text[strspn (text, "0123456789.,$% ")] == '\0' && strlen (text) <= MAX_NUMBER;
}

gboolean
muster_import_is_footer (const char *const *cells, guint n)
{
  gboolean any = FALSE;

  for (guint i = 0; i < n; i++)
    if (cells[i] != NULL && !is_number (cells[i]))
      {
        if (!is_footer (cells[i]))
          return FALSE;
        any = TRUE;
      }
  return any;
}
