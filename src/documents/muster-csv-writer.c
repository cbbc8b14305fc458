/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/muster-csv-writer.h"

#include <csv.h>

#include "documents/muster-cell-guard.h"
#include "documents/muster-draft.h"

#define FLUSH_AT (64 * 1024)

struct _MusterCsvWriter
{
  MusterDraft *draft; /* NULL: in memory */
  GString *text;      /* not written yet; in memory: all */
};

static gboolean
needs_quotes (const char *cell)
{
  gsize length = strlen (cell);

  return strpbrk (cell, ",;\t\"\r\n") != NULL || (length > 0 && (cell[0] == ' ' || cell[length - 1] == ' '));
}

static void
append_quoted (GString *text, const char *cell)
{
  gsize length = strlen (cell), before = text->len;

  /* Two bytes for each, and the quotation marks around all. */
  g_string_set_size (text, before + length * 2 + 2);
  g_string_set_size (text, before + csv_write (text->str + before, length * 2 + 2, cell, length));
}

static void
append_cell (GString *text, const char *cell)
{
  g_autofree char *guarded = NULL;

  if (cell == NULL)
    return;
  if (muster_cell_guard_is_needed (cell, FALSE))
    cell = guarded = g_strconcat ("'", cell, NULL);
  if (needs_quotes (cell))
    append_quoted (text, cell);
  else
    g_string_append (text, cell);
}

static void
flush (MusterCsvWriter *writer)
{
  muster_draft_write (writer->draft, writer->text->str, writer->text->len);
  g_string_truncate (writer->text, 0);
}

MusterCsvWriter *
muster_csv_writer_new_in_memory (void)
{
  MusterCsvWriter *writer = g_new0 (MusterCsvWriter, 1);

  writer->text = g_string_sized_new (FLUSH_AT);
  return writer;
}

MusterCsvWriter *
muster_csv_writer_new (const char *path, GError **error)
{
  g_autoptr (MusterDraft) draft = muster_draft_new (path, error);
  MusterCsvWriter *writer;

  if (draft == NULL)
    return NULL;
  writer = muster_csv_writer_new_in_memory ();
  writer->draft = g_steal_pointer (&draft);
  return writer;
}

void
muster_csv_writer_add (MusterCsvWriter *writer, const char *const *cells, guint n_cells)
{
  for (guint i = 0; i < n_cells; i++)
    {
      if (i > 0)
        g_string_append_c (writer->text, ',');
      append_cell (writer->text, cells[i]);
    }
  g_string_append (writer->text, "\r\n");
  if (writer->draft != NULL && writer->text->len >= FLUSH_AT)
    flush (writer);
}

gboolean
muster_csv_writer_finish (MusterCsvWriter *writer, GError **error)
{
  g_return_val_if_fail (writer->draft != NULL, FALSE);
  flush (writer);
  return muster_draft_finish (writer->draft, error);
}

GBytes *
muster_csv_writer_finish_bytes (MusterCsvWriter *writer)
{
  g_return_val_if_fail (writer->draft == NULL, NULL);
  return g_string_free_to_bytes (g_steal_pointer (&writer->text));
}

void
muster_csv_writer_free (MusterCsvWriter *writer)
{
  if (writer == NULL)
    return;
  muster_draft_free (writer->draft);
  if (writer->text != NULL)
    g_string_free (writer->text, TRUE);
  g_free (writer);
}
