/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-list-cell.h"

#include <string.h>

#include "domain/muster-import-date.h"

static const struct
{
  const char *word;
  MusterListCell cell;
} words[] = {
  { "", MUSTER_LIST_CELL_NOTHING },
  { "-", MUSTER_LIST_CELL_NOTHING },
  { "n/a", MUSTER_LIST_CELL_NOTHING },
  { "n", MUSTER_LIST_CELL_NO },
  { "no", MUSTER_LIST_CELL_NO },
  { "y", MUSTER_LIST_CELL_YES },
  { "yes", MUSTER_LIST_CELL_YES },
  { "?", MUSTER_LIST_CELL_BAD },
};

static gboolean
find_word (const char *text, gsize length, MusterListCell *cell)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strlen (words[i].word) == length && g_ascii_strncasecmp (words[i].word, text, length) == 0)
      {
        *cell = words[i].cell;
        return TRUE;
      }
  return FALSE;
}

static MusterListCell
read_day (const char *cell, guint32 *day)
{
  GDate date;
  MusterDateReading reading = muster_import_date_read (cell, MUSTER_DATE_ORDER_MONTH_FIRST, &date, NULL, NULL);

  if (reading == MUSTER_DATE_NOTHING)
    return MUSTER_LIST_CELL_NOTHING;
  if (reading != MUSTER_DATE_PLAIN && reading != MUSTER_DATE_SERIAL)
    return MUSTER_LIST_CELL_BAD;
  if (day != NULL)
    *day = g_date_get_julian (&date);
  return MUSTER_LIST_CELL_DAY;
}

MusterListCell
muster_list_cell_read (const char *cell, guint32 *day)
{
  const char *text = cell + strspn (cell, " \t");
  gsize length = strlen (text);
  MusterListCell found;

  if (day != NULL)
    *day = 0;
  while (length > 0 && (text[length - 1] == ' ' || text[length - 1] == '\t'))
    length--;
  return find_word (text, length, &found) ? found : read_day (cell, day);
}
