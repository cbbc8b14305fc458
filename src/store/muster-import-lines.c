/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-import-lines.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"
#include "store/muster-number-bytes.h"

/* The first byte; then the number of lines, and of each what it differs by from the one before. */
#define FORMAT 1

typedef struct
{
  const guint8 *bytes;
  gsize size;
  guint64 n_left;
  MusterImportLine last;
} Reading;

static gboolean
fail (GError **error)
{
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_DAMAGED, _("What the register keeps of an import’s lines cannot be read. Verify the journal."));
  return FALSE;
}

static gboolean
begin (Reading *reading, GBytes *bytes, GError **error)
{
  guint64 format;

  reading->bytes = g_bytes_get_data (bytes, &reading->size);
  reading->last = (MusterImportLine) { 0 };
  if (!muster_number_next (&reading->bytes, &reading->size, &format) || format != FORMAT || !muster_number_next (&reading->bytes, &reading->size, &reading->n_left))
    return fail (error);
  return TRUE;
}

static gboolean
next (Reading *reading, GError **error)
{
  gint64 lines, people;
  guint64 fate;

  if (!muster_number_next_signed (&reading->bytes, &reading->size, &lines) || !muster_number_next (&reading->bytes, &reading->size, &fate) || fate >= MUSTER_N_FATES ||
      !muster_number_next_signed (&reading->bytes, &reading->size, &people))
    return fail (error);
  reading->last.line += lines;
  reading->last.fate = fate;
  reading->last.person = (gint64) ((guint64) reading->last.person + (guint64) people);
  reading->n_left--;
  return TRUE;
}

static void
get_line_cb (gsize i, MusterImportLine *line, gconstpointer user_data)
{
  *line = ((const MusterImportLine *) user_data)[i];
}

GBytes *
muster_import_lines_encode_each (gsize n_lines, MusterImportLineFunc get_line, gconstpointer user_data)
{
  GByteArray *bytes = g_byte_array_new ();
  MusterImportLine last = { 0 };

  muster_number_append (bytes, FORMAT);
  muster_number_append (bytes, n_lines);
  for (gsize i = 0; i < n_lines; i++)
    {
      MusterImportLine line = { 0 };

      get_line (i, &line, user_data);
      muster_number_append_signed (bytes, (gint64) line.line - last.line);
      muster_number_append (bytes, line.fate);
      muster_number_append_signed (bytes, line.person - last.person);
      last = line;
    }
  return g_byte_array_free_to_bytes (bytes);
}

GBytes *
muster_import_lines_encode (const MusterImportLine *lines, gsize n_lines)
{
  return muster_import_lines_encode_each (n_lines, get_line_cb, lines);
}

GArray *
muster_import_lines_decode (GBytes *bytes, GError **error)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (MusterImportLine));
  Reading reading;

  if (!begin (&reading, bytes, error))
    return NULL;
  while (reading.n_left > 0)
    {
      if (!next (&reading, error))
        return NULL;
      g_array_append_val (lines, reading.last);
    }
  return g_steal_pointer (&lines);
}

GArray *
muster_import_lines_find (GBytes *bytes, gint64 person, GError **error)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (MusterImportLine));
  Reading reading;

  if (!begin (&reading, bytes, error))
    return NULL;
  while (reading.n_left > 0)
    {
      if (!next (&reading, error))
        return NULL;
      if (reading.last.person == person)
        g_array_append_val (lines, reading.last);
    }
  return g_steal_pointer (&lines);
}
