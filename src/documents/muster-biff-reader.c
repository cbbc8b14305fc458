/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/muster-biff-reader.h"

#include <string.h>

#define IS_WIDE 0x01
#define HAS_PRONUNCIATION 0x04
#define HAS_RUNS 0x08
#define REPLACEMENT 0xfffd

gboolean
muster_biff_go (MusterBiffReader *reader, gsize offset)
{
  gsize length;

  if (offset > reader->length || reader->length - offset < 4)
    return FALSE;
  length = reader->bytes[offset + 2] | reader->bytes[offset + 3] << 8;
  reader->type = reader->bytes[offset] | reader->bytes[offset + 1] << 8;
  reader->at = offset + 4;
  reader->end = MIN (reader->at + length, reader->length);
  reader->next = reader->at + length;
  return TRUE;
}

gboolean
muster_biff_next (MusterBiffReader *reader)
{
  return muster_biff_go (reader, reader->next);
}

/* Goes on in the next record if this one is used up and that one continues it. Returns: whether there is more. */
static gboolean
continue_record (MusterBiffReader *reader, gboolean *is_new)
{
  guint type = reader->type;

  *is_new = FALSE;
  while (reader->at >= reader->end)
    {
      MusterBiffReader here = *reader;

      if (!muster_biff_next (reader) || reader->type != MUSTER_BIFF_CONTINUE)
        {
          *reader = here;
          return FALSE;
        }
      reader->type = type;
      *is_new = TRUE;
    }
  return TRUE;
}

guint
muster_biff_read_8 (MusterBiffReader *reader)
{
  gboolean is_new;

  return continue_record (reader, &is_new) ? reader->bytes[reader->at++] : 0;
}

guint
muster_biff_read_16 (MusterBiffReader *reader)
{
  guint low = muster_biff_read_8 (reader);

  return low | muster_biff_read_8 (reader) << 8;
}

guint32
muster_biff_read_32 (MusterBiffReader *reader)
{
  guint32 low = muster_biff_read_16 (reader);

  return low | muster_biff_read_16 (reader) << 16;
}

double
muster_biff_read_double (MusterBiffReader *reader)
{
  guint64 low = muster_biff_read_32 (reader);
  guint64 bits = low | (guint64) muster_biff_read_32 (reader) << 32;
  double value;

  memcpy (&value, &bits, sizeof value);
  return value;
}

double
muster_biff_read_rk (MusterBiffReader *reader)
{
  guint32 rk = muster_biff_read_32 (reader);
  guint64 bits = (guint64) (rk & ~3u) << 32;
  double value;

  if (rk & 2)
    value = (gint32) rk >> 2;
  else
    memcpy (&value, &bits, sizeof value);
  return rk & 1 ? value / 100 : value;
}

void
muster_biff_skip (MusterBiffReader *reader, gsize n)
{
  gboolean is_new;

  while (n > 0 && continue_record (reader, &is_new))
    {
      gsize part = MIN (n, reader->end - reader->at);

      reader->at += part;
      n -= part;
    }
}

gsize
muster_biff_get_left (MusterBiffReader *reader)
{
  return reader->end - reader->at;
}

static gboolean
append_old_text (MusterBiffReader *reader, guint n, GString *text)
{
  gsize length = MIN (n, muster_biff_get_left (reader));
  g_autofree char *page = g_strdup_printf ("CP%u", reader->code_page);
  g_autofree char *converted = NULL;

  if (reader->code_page == 0x8000)
    {
      g_free (page);
      page = g_strdup ("MACINTOSH");
    }
  converted = g_convert_with_fallback ((const char *) reader->bytes + reader->at, length, "UTF-8", page, NULL, NULL, NULL, NULL);
  if (converted == NULL)
    converted = g_convert_with_fallback ((const char *) reader->bytes + reader->at, length, "UTF-8", "ISO-8859-1", NULL, NULL, NULL, NULL);
  if (converted != NULL)
    g_string_append (text, converted);
  reader->at += length;
  return length == n && converted != NULL;
}

/* Two units may make one letter. */
static void
append_unit (GString *text, guint unit, guint *first)
{
  if (*first != 0 && unit >= 0xdc00 && unit < 0xe000)
    {
      g_string_append_unichar (text, 0x10000 + ((*first - 0xd800) << 10) + (unit - 0xdc00));
      *first = 0;
      return;
    }
  if (*first != 0)
    g_string_append_unichar (text, REPLACEMENT);
  *first = unit >= 0xd800 && unit < 0xdc00 ? unit : 0;
  if (*first == 0 && unit != 0)
    g_string_append_unichar (text, unit >= 0xdc00 && unit < 0xe000 ? REPLACEMENT : unit);
}

gboolean
muster_biff_append_text (MusterBiffReader *reader, guint n, GString *text)
{
  guint flags, n_runs, first = 0;
  guint32 n_pronunciation;
  gboolean is_new;

  if (reader->is_old)
    return append_old_text (reader, n, text);
  flags = muster_biff_read_8 (reader);
  n_runs = flags & HAS_RUNS ? muster_biff_read_16 (reader) : 0;
  n_pronunciation = flags & HAS_PRONUNCIATION ? muster_biff_read_32 (reader) : 0;
  for (guint i = 0; i < n; i++)
    {
      if (!continue_record (reader, &is_new))
        return FALSE;
      /* Where a text goes on in another record, it says anew how its letters are written. */
      if (is_new)
        flags = muster_biff_read_8 (reader);
      append_unit (text, flags & IS_WIDE ? muster_biff_read_16 (reader) : muster_biff_read_8 (reader), &first);
    }
  muster_biff_skip (reader, n_runs * 4 + (gsize) n_pronunciation);
  return TRUE;
}
