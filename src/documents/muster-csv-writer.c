/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/muster-csv-writer.h"

#include <csv.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>

#include "domain/muster-error.h"

struct _MusterCsvWriter
{
  char *path;
  char *draft; /* beside it, until it is finished */
  FILE *file;
  int failure; /* errno of the first failed write */
};

static gboolean
refuse (const char *path, int failure, GError **error)
{
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_STORAGE, _("“%s” cannot be written: %s. Choose another folder, or make room."), path, g_strerror (failure));
  return FALSE;
}

static gboolean
needs_quotes (const char *cell)
{
  gsize length = strlen (cell);

  return strpbrk (cell, ",;\t\"\r\n") != NULL || (length > 0 && (cell[0] == ' ' || cell[length - 1] == ' '));
}

static gboolean
is_formula (const char *cell)
{
  return *cell != '\0' && strchr ("=+-@\t\r", *cell) != NULL;
}

static gboolean
write_cell (FILE *file, const char *cell, gboolean verbatim)
{
  g_autofree char *defused = NULL;

  if (cell == NULL)
    return TRUE;
  if (!verbatim && is_formula (cell))
    cell = defused = g_strconcat ("'", cell, NULL);
  if (needs_quotes (cell))
    return csv_fwrite (file, cell, strlen (cell)) == 0;
  return fputs (cell, file) >= 0;
}

static void
write_row (MusterCsvWriter *writer, const char *const *cells, guint n_cells, gboolean verbatim)
{
  gboolean ok = TRUE;

  if (writer->failure != 0)
    return;
  for (guint i = 0; ok && i < n_cells; i++)
    ok = (i == 0 || fputc (',', writer->file) != EOF) && write_cell (writer->file, cells[i], verbatim);
  if (!ok || fputs ("\r\n", writer->file) < 0)
    writer->failure = errno;
}

MusterCsvWriter *
muster_csv_writer_new (const char *path, GError **error)
{
  g_autoptr (MusterCsvWriter) writer = g_new0 (MusterCsvWriter, 1);
  g_autofree char *draft = g_strconcat (path, ".XXXXXX", NULL);
  int descriptor = g_mkstemp_full (draft, O_RDWR | O_CLOEXEC, 0600);

  if (descriptor < 0)
    {
      refuse (path, errno, error);
      return NULL;
    }
  writer->path = g_strdup (path);
  writer->draft = g_steal_pointer (&draft);
  writer->file = fdopen (descriptor, "w");
  return g_steal_pointer (&writer);
}

void
muster_csv_writer_add (MusterCsvWriter *writer, const char *const *cells, guint n_cells)
{
  write_row (writer, cells, n_cells, FALSE);
}

void
muster_csv_writer_add_verbatim (MusterCsvWriter *writer, const char *const *cells, guint n_cells)
{
  write_row (writer, cells, n_cells, TRUE);
}

gboolean
muster_csv_writer_finish (MusterCsvWriter *writer, GError **error)
{
  g_return_val_if_fail (writer->file != NULL, FALSE);
  if (writer->failure == 0 && (fflush (writer->file) != 0 || fsync (fileno (writer->file)) != 0))
    writer->failure = errno;
  if (fclose (g_steal_pointer (&writer->file)) != 0 && writer->failure == 0)
    writer->failure = errno;
  if (writer->failure == 0 && g_rename (writer->draft, writer->path) != 0)
    writer->failure = errno;
  if (writer->failure != 0)
    return refuse (writer->path, writer->failure, error);
  g_clear_pointer (&writer->draft, g_free);
  return TRUE;
}

void
muster_csv_writer_free (MusterCsvWriter *writer)
{
  if (writer == NULL)
    return;
  g_clear_pointer (&writer->file, fclose);
  if (writer->draft != NULL)
    g_unlink (writer->draft);
  g_free (writer->draft);
  g_free (writer->path);
  g_free (writer);
}
