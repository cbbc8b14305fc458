/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/muster-xlsx-strings.h"

#include <string.h>

#include "documents/muster-workbook-sink.h"
#include "documents/muster-xml-reader.h"

/* A letter may be written as seven. */
#define MAX_ITEM (MUSTER_WORKBOOK_MAX_CELL * 7 + 1)

/* Where the reading of the strings is. */
typedef struct
{
  MusterXlsxStrings *strings;
  GString *item;
  gboolean is_text;     /* inside of <t> */
  guint pronunciation;  /* inside of <rPh>, which is not shown */
} Reading;

static void
start_cb (MusterXmlReader *reader, const char *name, const char **attributes, gpointer data)
{
  Reading *reading = data;

  if (strcmp (name, "si") == 0)
    g_string_truncate (reading->item, 0);
  else if (strcmp (name, "rPh") == 0)
    reading->pronunciation++;
  else if (strcmp (name, "t") == 0)
    reading->is_text = reading->pronunciation == 0;
}

static void
add_item (MusterXmlReader *reader, Reading *reading)
{
  MusterXlsxStrings *strings = reading->strings;
  MusterXlsxPlace place = { strings->text->len };

  muster_xlsx_append_unescaped (strings->text, reading->item->str, reading->item->len);
  place.length = strings->text->len - place.offset;
  g_array_append_val (strings->places, place);
  if (strings->text->len + strings->places->len * sizeof place > MUSTER_XLSX_MAX_STRINGS)
    muster_xml_reader_fail (reader, g_error_new_literal (MUSTER_WORKBOOK_ERROR, MUSTER_WORKBOOK_TOO_LARGE, ""));
}

static void
end_cb (MusterXmlReader *reader, const char *name, gpointer data)
{
  Reading *reading = data;

  if (strcmp (name, "si") == 0)
    add_item (reader, reading);
  else if (strcmp (name, "rPh") == 0)
    reading->pronunciation -= reading->pronunciation > 0;
  else if (strcmp (name, "t") == 0)
    reading->is_text = FALSE;
}

/* Longer ones are cut off, and refused if a cell uses them. */
static void
text_cb (MusterXmlReader *reader, const char *text, gsize length, gpointer data)
{
  Reading *reading = data;

  if (reading->is_text)
    g_string_append_len (reading->item, text, MIN (length, MAX_ITEM - reading->item->len));
}

void
muster_xlsx_strings_init (MusterXlsxStrings *strings)
{
  strings->text = g_string_new (NULL);
  strings->places = g_array_new (FALSE, FALSE, sizeof (MusterXlsxPlace));
}

void
muster_xlsx_strings_clear (MusterXlsxStrings *strings)
{
  if (strings->text != NULL)
    g_string_free (strings->text, TRUE);
  g_clear_pointer (&strings->places, g_array_unref);
  strings->text = NULL;
}

gboolean
muster_xlsx_strings_read (MusterXlsxStrings *strings, MusterZipReader *zip, const char *part, GError **error)
{
  static const MusterXmlHandlers handlers = { start_cb, end_cb, text_cb };
  g_autoptr (GString) item = g_string_new (NULL);
  Reading reading = { strings, item };

  return muster_xml_read (zip, part, &handlers, &reading, error);
}

const char *
muster_xlsx_strings_get (MusterXlsxStrings *strings, guint number, gsize *length)
{
  const MusterXlsxPlace *place;

  if (number >= strings->places->len)
    return NULL;
  place = &g_array_index (strings->places, MusterXlsxPlace, number);
  *length = place->length;
  return strings->text->str + place->offset;
}

/* Returns: the letter that @text writes as “_x000D_”; -1: it writes none. */
static int
read_escape (const char *text, gsize length)
{
  int letter = 0;

  if (length < 7 || text[0] != '_' || text[1] != 'x' || text[6] != '_')
    return -1;
  for (guint i = 2; i < 6; i++)
    {
      if (!g_ascii_isxdigit (text[i]))
        return -1;
      letter = letter * 16 + g_ascii_xdigit_value (text[i]);
    }
  return letter;
}

static void
append_letter (GString *text, guint letter, gboolean is_before_line_end)
{
  if (letter == '\r' && is_before_line_end)
    return;
  if (letter == '\r')
    g_string_append_c (text, '\n');
  else if (letter != 0 && (letter < 0xd800 || letter >= 0xe000))
    g_string_append_unichar (text, letter);
}

void
muster_xlsx_append_unescaped (GString *text, const char *written, gsize length)
{
  gsize used = 0;

  while (used < length)
    {
      const char *next = memchr (written + used, '_', length - used);
      gsize until = next != NULL ? (gsize) (next - written) : length;
      int letter;

      g_string_append_len (text, written + used, until - used);
      used = until;
      if (used == length)
        break;
      letter = read_escape (written + used, length - used);
      used += letter < 0 ? 1 : 7;
      if (letter < 0)
        g_string_append_c (text, '_');
      else
        append_letter (text, letter, used < length && written[used] == '\n');
    }
}
